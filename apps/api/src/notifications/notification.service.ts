import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { insertRows, Notification, type Contexte } from '@coopilote/db';
import {
  choixEffectif,
  GENRES,
  GENRES_MESSAGE,
  type ChoixMessage,
  type GenreMessage,
} from '@coopilote/domain/notifications';
import { CONFIG, type Config } from '../platform/config';
import { Travaux } from '../platform/jobs/travaux';
import { lienDesabonnement } from './desabonnement';
import { EnvoisService, type Depot } from './envoi.service';
import { composer } from './lettre';
import { dropUnwanted, insertOnce, listPending, listTold, markTold, type Attente } from './notification.queries';
import { DISTRIBUER, RESUMER } from './travaux';

/** Something that some persons should hear of. */
export interface Avis {
  utilisateurIds: readonly string[];
  genre: GenreMessage;
  /** One line, the subject of the message. */
  titre: string;
  detail?: string | null;
  /** Path of the page that it is about, « /bilans/… ». */
  lien: string;
}
/** Something that each person hears of once, however often it is said. */
export interface Rappel extends Avis {
  cle: string;
}

const PREFERENCES = '/preferences';

/** Tells persons what happened, each as they prefer: at once, in the digest of Monday, or not at all. */
@Injectable()
export class NotificationsService implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly envois: EnvoisService,
    private readonly travaux: Travaux,
  ) {}

  onModuleInit(): void {
    this.travaux.inscrire(DISTRIBUER, (ctx, { notificationIds }) => this.distribuer(ctx, notificationIds));
    this.travaux.inscrire(RESUMER, (ctx) => this.resumer(ctx));
  }

  /**
   * Tells each person once, in the transaction of what happened. The messages are made apart, by a job: who acts may read
   * neither the address nor the preferences of who is told.
   */
  async notifier(ctx: Contexte, avis: Avis): Promise<void> {
    await this.notifierTous(ctx, [avis]);
  }

  /** Tells several things, in as many statements as one. */
  async notifierTous(ctx: Contexte, avis: Avis[]): Promise<void> {
    const notifications = avis.flatMap(lignes);
    if (notifications.length === 0) return;
    await insertRows(ctx, Notification, notifications);
    await this.travaux.lancer(ctx, DISTRIBUER, { notificationIds: notifications.map(({ id }) => id) });
  }

  /** Says again, at each run of a job, what each person is to hear of once (`cle`). */
  async rappeler(ctx: Contexte, avis: Rappel[]): Promise<void> {
    const notificationIds = await insertOnce(ctx, avis.flatMap(lignes));
    if (notificationIds.length) await this.travaux.lancer(ctx, DISTRIBUER, { notificationIds });
  }

  /** Writes at once to those who want it so; the rest waits for the digest, or goes. */
  private async distribuer(ctx: Contexte, ids: string[]): Promise<void> {
    const { TOUT_DE_SUITE: immediates, JAMAIS: refusees } = parChoix(await listTold(ctx, ids));
    await this.envois.deposerTous(
      ctx,
      immediates.map((attente) => this.messageDe(attente)),
    );
    await markTold(ctx, 'envoyee_le', identifiants(immediates));
    await dropUnwanted(ctx, identifiants(refusees));
  }

  /** One message a person with all that waits; none to whom nothing does. */
  private async resumer(ctx: Contexte): Promise<void> {
    const { TOUT_DE_SUITE: dues, RESUME: resumees, JAMAIS: refusees } = parChoix(await listPending(ctx));
    // What is to be said at once has its own job, which may be under way, but for who changed their mind since.
    const dites = [...resumees, ...dues.filter(({ genre }) => !GENRES[genre].obligatoire)];
    await this.envois.deposerTous(
      ctx,
      parPersonne(dites).map((attentes) => this.resumeDe(attentes)),
    );
    await markTold(ctx, 'resumee_le', identifiants(dites));
    await dropUnwanted(ctx, identifiants(refusees));
  }

  private messageDe({ genre, titre, detail, lien, ...personne }: Attente): Depot {
    const { annonce, acte, obligatoire, libelle } = GENRES[genre];
    return {
      destinataire: personne.courriel,
      regionCode: personne.regionCode,
      ...composer({
        objet: titre,
        prenom: personne.prenom,
        paragraphes: [annonce, ...(detail ? [detail] : [])],
        bouton: { libelle: acte, url: this.config.urlPublique + lien },
        pourquoi: obligatoire
          ? 'Une réponse ou une présence est attendue de vous\u00a0: ce message ne se désactive pas.'
          : `Vous recevez ce message parce que vous suivez tout de suite\u00a0: ${libelle.toLowerCase()}.`,
        ...this.reglages(personne, obligatoire),
      }),
    };
  }

  private resumeDe(attentes: Attente[]): Depot {
    const [personne] = attentes as [Attente, ...Attente[]];
    const listes = GENRES_MESSAGE.map((genre) => ({
      titre: GENRES[genre].libelle,
      elements: attentes
        .filter((attente) => attente.genre === genre)
        .map(({ titre, detail, lien }) => ({ titre, detail, url: this.config.urlPublique + lien })),
    })).filter(({ elements }) => elements.length > 0);
    const nombre = attentes.length;
    return {
      destinataire: personne.courriel,
      regionCode: personne.regionCode,
      ...composer({
        objet: `Votre semaine dans Coopilote\u00a0: ${nombre > 1 ? `${nombre} nouvelles` : 'une nouvelle'}`,
        prenom: personne.prenom,
        paragraphes: ['Voici ce qui s’est passé depuis votre dernier résumé.'],
        listes,
        bouton: { libelle: 'Ouvrir Coopilote', url: this.config.urlPublique },
        pourquoi: 'Vous recevez ce résumé le lundi parce que vous l’avez choisi, ou n’avez rien choisi encore.',
        ...this.reglages(personne, false),
      }),
    };
  }

  private reglages({ utilisateurId }: Pick<Attente, 'utilisateurId'>, obligatoire: boolean) {
    return {
      preferences: this.config.urlPublique + PREFERENCES,
      ...(obligatoire ? {} : { desabonnement: lienDesabonnement(this.config, utilisateurId) }),
    };
  }
}

const lignes = <T extends Avis>({ utilisateurIds, detail = null, ...avis }: T) =>
  [...new Set(utilisateurIds)].map((utilisateurId) => ({ id: randomUUID(), utilisateurId, detail, ...avis }));

const identifiants = (attentes: Attente[]): string[] => attentes.map(({ id }) => id);

function parChoix(attentes: Attente[]): Record<ChoixMessage, Attente[]> {
  const ceux = (choix: ChoixMessage) => attentes.filter((a) => choixEffectif(a.genre, a.choix) === choix);
  return { TOUT_DE_SUITE: ceux('TOUT_DE_SUITE'), RESUME: ceux('RESUME'), JAMAIS: ceux('JAMAIS') };
}

function parPersonne(attentes: Attente[]): Attente[][] {
  return [...Map.groupBy(attentes, ({ utilisateurId }) => utilisateurId).values()];
}
