import { createHmac, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  Creneau,
  ErreurMetier,
  EtatIncompatible,
  insertRows,
  Introuvable,
  LienReunion,
  Reunion,
  updateVersioned,
  type Contexte,
  type ContextePersonne,
  type Cooperative,
} from '@coopilote/db';
import {
  destinatairesDe,
  type CreneauChoisi,
  type ReponsesSondage,
  type ReunionLue,
  type SondagePublic,
  type SondageSaisi,
} from '@coopilote/domain/gouvernance';
import { CONFIG, type Config } from '../platform/config';
import { Horloge } from '../platform/horloge';
import { empreinte } from '../platform/jetons';
import { modifierDepuis } from '../platform/version';
import { ConvocationService, type EnvoiSondage } from './convocation.service';
import type { ReunionSituee } from './gouvernance-acces.service';
import { closeCreneaux, keepLinks, lireSondage, repondreSondage } from './liens.queries';
import { listCreneaux, listParticipants } from './reunion.queries';
import { champ } from './refus';
import { ReunionService } from './reunion.service';

/** Days during which a poll's link opens. */
const JOURS = 60;

/** Poll of dates: each member answers from a link of their own, without an account. */
@Injectable()
export class SondageService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly reunions: ReunionService,
    private readonly convocations: ConvocationService,
    private readonly horloge: Horloge,
  ) {}

  /**
   * Puts dates to the members; a poll opened again keeps the answers to the dates that stay.
   * @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide
   */
  async open(ctx: ContextePersonne, id: string, saisie: SondageSaisi): Promise<ReunionLue> {
    const { reunion, ca } = await this.reunions.loadPreparable(ctx, id);
    if (reunion.etat !== 'PREPARATION') {
      throw new EtatIncompatible('La réunion est convoquée\u00a0: sa date se change, sans sondage.');
    }
    const debuts = saisie.creneaux.map((c, rang) =>
      this.reunions.instant(c.debut, reunion.fuseau, `creneaux.${rang}.debut`),
    );
    if (new Set(debuts.map(Number)).size < debuts.length) {
      throw champ('creneaux', 'double', 'Dates\u00a0: deux propositions portent la même heure.');
    }
    await modifierDepuis(
      saisie.version,
      reunion.version,
      () => this.reunions.read(ctx, id),
      () =>
        updateVersioned(ctx, Reunion, { id, cooperativeId: ca.id }, saisie.version, {
          sondageOuvert: true,
          ...(saisie.message === undefined ? {} : { message: saisie.message }),
        }),
    );
    const cles = { reunionId: id, cooperativeId: ca.id, departementCode: ca.departementCode };
    const gardes = await closeCreneaux(ctx, id, debuts);
    const ajoutees = debuts.filter((d) => !gardes.includes(d.getTime()));
    await insertRows(
      ctx,
      Creneau,
      ajoutees.map((debut) => ({ id: randomUUID(), ...cles, debut, fin: finDe(debut, reunion) })),
    );
    await this.tell(
      ctx,
      { ...reunion, ...(saisie.message === undefined ? {} : { message: saisie.message }) },
      ca,
      debuts,
      ajoutees,
    );
    return this.reunions.read(ctx, id);
  }

  /** The date is set, and the poll closed. @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible */
  async choose(ctx: ContextePersonne, id: string, saisie: CreneauChoisi): Promise<ReunionLue> {
    const { reunion, ca } = await this.reunions.loadPreparable(ctx, id);
    const creneau = await ctx.manager.findOneBy(Creneau, { id: saisie.creneauId, reunionId: id });
    if (!creneau) throw new Introuvable('Cette date');
    await modifierDepuis(
      saisie.version,
      reunion.version,
      () => this.reunions.read(ctx, id),
      () =>
        updateVersioned(ctx, Reunion, { id, cooperativeId: ca.id }, saisie.version, {
          debut: creneau.debut,
          fin: finDe(creneau.debut, reunion),
          sondageOuvert: false,
        }),
    );
    return this.reunions.read(ctx, id);
  }

  /** Somebody is reached elsewhere: their former link opens nothing any more, a new one leaves alone. */
  async moveLink(
    ctx: ContextePersonne,
    { reunion, ca }: ReunionSituee,
    participantId: string,
    courriel: string | null,
  ): Promise<void> {
    await ctx.manager.delete(LienReunion, { reunionId: reunion.id, participantId, usage: 'SONDAGE' });
    const envois = await this.openLinks(ctx, reunion);
    const creneaux = await listCreneaux(ctx, reunion.id);
    await this.convocations.sendPoll(
      ctx,
      reunion,
      ca,
      { debuts: creneaux.map(({ debut }) => new Date(debut)) },
      envois.filter(({ destinataire }) => destinataire.courriel === courriel),
    );
  }

  /** @throws ErreurMetier LIEN_PERIME */
  async read(ctx: Contexte, jeton: string): Promise<SondagePublic> {
    const sondage = await lireSondage(ctx, empreinte(jeton));
    if (!sondage) throw lienPerime();
    return sondage;
  }

  /** @throws ErreurMetier LIEN_PERIME; EtatIncompatible when the date is set */
  async answer(ctx: Contexte, jeton: string, saisie: ReponsesSondage): Promise<SondagePublic> {
    const { ouvert } = await this.read(ctx, jeton);
    if (!ouvert || !(await repondreSondage(ctx, empreinte(jeton), saisie.reponses))) {
      throw new EtatIncompatible('Ce sondage est clos\u00a0: la date est choisie.');
    }
    return this.read(ctx, jeton);
  }

  /** A poll that opens is told to all; one that goes on, to those who had no link, and to all once a date joins it. */
  private async tell(
    ctx: ContextePersonne,
    reunion: Reunion,
    ca: Cooperative,
    debuts: Date[],
    ajoutees: Date[],
  ): Promise<void> {
    const envois = await this.openLinks(ctx, reunion);
    const decouvre = (envoi: (typeof envois)[number]): boolean => !reunion.sondageOuvert || envoi.nouveau;
    await this.convocations.sendPoll(ctx, reunion, ca, { debuts }, envois.filter(decouvre));
    if (!ajoutees.length) return;
    const connaissent = envois.filter((envoi) => !decouvre(envoi));
    await this.convocations.sendPoll(ctx, reunion, ca, { debuts, ajoutees }, connaissent);
  }

  /** A link for each seat at each address: the same whenever it is made again, open for another while. */
  private async openLinks(ctx: ContextePersonne, reunion: Reunion): Promise<(EnvoiSondage & { nouveau: boolean })[]> {
    const participants = await listParticipants(ctx, reunion.id);
    const noms = new Map(participants.map(({ id, nom }) => [id, nom]));
    const envois = destinatairesDe(participants).map((destinataire) => ({
      destinataire,
      liens: destinataire.participantIds.map((participantId) => ({
        participantId,
        jeton: this.jeton(reunion.id, participantId, destinataire.courriel),
      })),
    }));
    const expireLe = new Date(this.horloge.maintenant().getTime() + JOURS * 86_400_000);
    const liens = envois.flatMap((e) => e.liens.map((l) => ({ ...l, empreinte: empreinte(l.jeton) })));
    const nouveaux = await keepLinks(ctx, reunion, liens, expireLe);
    return envois.map(({ destinataire, liens: siens }) => ({
      destinataire,
      liens: siens.map(({ participantId, jeton }) => ({
        nom: noms.get(participantId) ?? destinataire.nom,
        adresse: `${this.config.urlPublique}/sondage/${jeton}`,
      })),
      nouveau: siens.some(({ jeton }) => nouveaux.has(empreinte(jeton))),
    }));
  }

  /** Only its print is kept: it is made again from the installation's secret, so that a link that was sent stays good. */
  private jeton(reunionId: string, participantId: string, courriel: string): string {
    return createHmac('sha256', this.config.secret)
      .update(`sondage ${reunionId} ${participantId} ${courriel.toLowerCase()}`)
      .digest('base64url');
  }
}

function finDe(debut: Date, { duree }: Pick<Reunion, 'duree'>): Date {
  return new Date(debut.getTime() + duree * 60_000);
}

export function lienPerime(): ErreurMetier {
  return new ErreurMetier(
    'LIEN_PERIME',
    404,
    'Ce lien n’est plus valable\u00a0: demandez-en un autre à la coordination.',
  );
}
