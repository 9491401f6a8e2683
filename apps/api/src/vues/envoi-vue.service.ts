import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SansIdentite, VueSuivi, type Contexte, type ContextePersonne } from '@coopilote/db';
import { champsDe, decalerTrimestre, lireContrat, trimestreDe, type Trimestre } from '@coopilote/domain/commun';
import { GroupesDemandes, lignesDeGroupes } from '@coopilote/domain/consolidation';
import { perimetreDe } from '@coopilote/domain/droits';
import { envoiDu, phraseDeVue, type VueLue } from '@coopilote/domain/vues';
import { ConsolidationService } from '../consolidation/consolidation.service';
import { NotificationsService } from '../notifications/notification.service';
import { Base } from '../platform/base';
import { Horloge } from '../platform/horloge';
import type { Travail } from '../platform/jobs/travail';
import { Travaux } from '../platform/jobs/travaux';
import { listFollows, listSaid, readClosing } from './vue.queries';
import { VuesService } from './vue.service';

/** Each morning, in Paris, before people come. */
export const PREPARER: Travail = {
  nom: 'vues.preparer',
  libelle: 'Envoi des vues suivies',
  horaire: '15 7 * * *',
};
interface Envoi {
  vueId: string;
  utilisateurId: string;
}
export const ENVOYER_VUE: Travail<Envoi> = { nom: 'vues.envoyer', libelle: 'Chiffres d’une vue suivie' };

/** Axes and pages of an address change nothing of the whole. */
const HORS_SELECTION = ['par', 'page', 'taille', 'tri', 'q', 'limite'];

/** Sends the figures of the views that people follow, each computed with the rights of whom it goes to, once a period. */
@Injectable()
export class EnvoiVueService implements OnModuleInit {
  constructor(
    private readonly base: Base,
    private readonly horloge: Horloge,
    private readonly travaux: Travaux,
    private readonly notifications: NotificationsService,
    private readonly consolidation: ConsolidationService,
    private readonly vues: VuesService,
  ) {}

  onModuleInit(): void {
    this.travaux.inscrire(PREPARER, (ctx) => this.prepare(ctx));
    this.travaux.inscrire(ENVOYER_VUE, (ctx, envoi) => this.send(ctx, envoi));
  }

  /** One job for each view whose time has come, or may have: closings are the recipient's to read. */
  private async prepare(ctx: Contexte): Promise<void> {
    const suivis = await listFollows(ctx);
    const closLe = this.horloge.maintenant();
    const dus = suivis.flatMap(({ rythme, depuis, ...suivi }) => {
      const du = envoiDu({ rythme, depuis, aujourdhui: this.horloge.aujourdhui(), clos: this.dernier(), closLe });
      return du ? [{ ...suivi, cle: cleDe(suivi.vueId, du) }] : [];
    });
    const dits = await listSaid(ctx, dus);
    await this.travaux.lancerTous(
      ctx,
      ENVOYER_VUE,
      dus
        .filter(({ utilisateurId, cle }) => !dits.has(`${utilisateurId} ${cle}`))
        .map(({ vueId, utilisateurId }) => ({ vueId, utilisateurId })),
    );
  }

  private async send(ctx: Contexte, { vueId, utilisateurId }: Envoi): Promise<void> {
    const lue = await this.readAs(utilisateurId, vueId);
    if (!lue) return;
    await this.notifications.rappeler(ctx, [
      {
        utilisateurIds: [utilisateurId],
        genre: 'VUE_SUIVIE',
        titre: `Consolidation, vue «\u00a0${lue.vue.nom}\u00a0»`,
        detail: lue.phrase,
        lien: `/consolidation${lue.vue.requete && `?${lue.vue.requete}`}`,
        cle: cleDe(vueId, lue.du),
      },
    ]);
  }

  /**
   * What the person would read now, under their own identity; null when nothing is due, or no longer theirs to read. A
   * transaction of its own: the job's is the system's, and reads everything.
   */
  private async readAs(
    utilisateurId: string,
    vueId: string,
  ): Promise<{ vue: VueLue; phrase: string; du: string } | null> {
    try {
      return await this.base.run({ genre: 'personne', utilisateurId }, async (ouvert) => {
        const ctx = ouvert as ContextePersonne;
        const [vue] = (await this.vues.list(ctx)).filter(({ id }) => id === vueId);
        const perimetre = perimetreDe(ctx.identite, 'consolidation.lire');
        if (!vue?.rythme || (!perimetre.regions.length && !perimetre.departements.length)) return null;
        const demande = selectionDe(vue.requete);
        const suivi = await ctx.manager.findOneByOrFail(VueSuivi, { vueId, utilisateurId });
        const du = envoiDu({
          rythme: vue.rythme,
          depuis: suivi.depuis ?? this.horloge.maintenant(),
          aujourdhui: this.horloge.aujourdhui(),
          clos: this.dernier(),
          closLe: await readClosing(ctx, perimetre, this.dernier(), demande?.departement),
        });
        return du ? { vue, du, phrase: await this.phrase(ctx, demande) } : null;
      });
    } catch (erreur) {
      if (erreur instanceof SansIdentite) return null;
      throw erreur;
    }
  }

  private async phrase(ctx: ContextePersonne, demande: GroupesDemandes | null): Promise<string> {
    if (!demande) return 'Ouvrez la vue pour en lire les chiffres.';
    const groupes = await this.consolidation.groups(ctx, demande);
    const [total] = lignesDeGroupes(groupes);
    const rien = { actions: 0, attendus: 0, recus: 0, valides: 0, cibles: 0, bas: null, haut: null, prevision: null };
    const surIndicateur = Boolean(demande.indicateur ?? demande.indicateurCommun);
    return phraseDeVue(total ?? rien, { du: groupes.du, au: groupes.au, surIndicateur });
  }

  private dernier(): Trimestre {
    return decalerTrimestre(trimestreDe(this.horloge.aujourdhui()), -1);
  }
}

const cleDe = (vueId: string, du: string): string => `vue:${vueId}:${du}`;

/** The selection that an address stands for; null when it says something that the consolidation does not read. */
function selectionDe(requete: string): GroupesDemandes | null {
  const connus = champsDe(GroupesDemandes)
    .map(({ nom }) => nom)
    .filter((nom) => !HORS_SELECTION.includes(nom));
  const adresse = new URLSearchParams(requete);
  const brut = Object.fromEntries(connus.flatMap((nom) => (adresse.get(nom) ? [[nom, adresse.get(nom)]] : [])));
  const { objet, erreurs } = lireContrat(GroupesDemandes, brut);
  return erreurs.length ? null : objet;
}
