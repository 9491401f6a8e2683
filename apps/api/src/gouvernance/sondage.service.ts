import { randomUUID } from 'node:crypto';
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
} from '@coopilote/db';
import type {
  CreneauChoisi,
  ReponsesSondage,
  ReunionLue,
  SondagePublic,
  SondageSaisi,
} from '@coopilote/domain/gouvernance';
import { CONFIG, type Config } from '../platform/config';
import { Horloge } from '../platform/horloge';
import { empreinte, nouveauJeton } from '../platform/jetons';
import { modifierDepuis } from '../platform/version';
import { ConvocationService } from './convocation.service';
import { closeCreneaux, lireSondage, repondreSondage } from './liens.queries';
import { listParticipants } from './reunion.queries';
import { champ, ReunionService } from './reunion.service';

/** Days during which a poll's link opens. */
const JOURS = 60;
const DUREE_PAR_DEFAUT = 120;

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
    const duree =
      reunion.debut && reunion.fin ? reunion.fin.getTime() - reunion.debut.getTime() : DUREE_PAR_DEFAUT * 60_000;
    await insertRows(
      ctx,
      Creneau,
      debuts
        .filter((d) => !gardes.includes(d.getTime()))
        .map((debut) => ({ id: randomUUID(), ...cles, debut, fin: new Date(debut.getTime() + duree) })),
    );
    const expireLe = new Date(this.horloge.maintenant().getTime() + JOURS * 86_400_000);
    const liens = (await listParticipants(ctx, id))
      .filter((p) => p.courriel)
      .map((p) => ({ participant: p, jeton: nouveauJeton() }));
    await insertRows(
      ctx,
      LienReunion,
      liens.map(({ participant, jeton }) => ({
        ...cles,
        empreinte: empreinte(jeton),
        usage: 'SONDAGE' as const,
        participantId: participant.id,
        expireLe,
      })),
    );
    await this.convocations.sendPoll(
      ctx,
      { ...reunion, ...(saisie.message === undefined ? {} : { message: saisie.message }) },
      ca,
      debuts,
      liens.map(({ participant, jeton }) => ({
        participant,
        adresse: `${this.config.urlPublique}/sondage/${jeton}`,
      })),
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
          fin: creneau.fin,
          sondageOuvert: false,
        }),
    );
    return this.reunions.read(ctx, id);
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
}

export function lienPerime(): ErreurMetier {
  return new ErreurMetier(
    'LIEN_PERIME',
    404,
    'Ce lien n’est plus valable\u00a0: demandez-en un autre à la coordination.',
  );
}
