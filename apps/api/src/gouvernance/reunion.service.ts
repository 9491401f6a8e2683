import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  EtatIncompatible,
  insertRows,
  Introuvable,
  Reunion,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import { jourAParis, type Page } from '@coopilote/domain/commun';
import { operationsSur, perimetreDe, peut } from '@coopilote/domain/droits';
import {
  compterQuorum,
  ETATS_PREPARABLES,
  FUSEAU_METROPOLE,
  heureLocale,
  instantDe,
  SIGLES_GENRES_INSTANCE,
  TRANSITIONS_REUNION,
  type OrdreDuJourSaisi,
  type ReunionCreee,
  type ReunionLigne,
  type ReunionLue,
  type ReunionModifiee,
  type ReunionSaisie,
  type ReunionsDemandees,
} from '@coopilote/domain/gouvernance';
import { enPage } from '../platform/conditions';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { GouvernanceAcces, type ReunionSituee } from './gouvernance-acces.service';
import { champ, refusEtat } from './refus';
import {
  callSeats,
  findEntourage,
  findMinutesState,
  hasValidatedMinutes,
  listCreneaux,
  listParticipants,
  listPoints,
  listReunions,
  replacePoints,
  resizeCreneaux,
  takeNumeroReunion,
} from './reunion.queries';

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

/** Meetings: date and place, agenda, who is called. */
@Injectable()
export class ReunionService {
  constructor(
    private readonly acces: GouvernanceAcces,
    private readonly horloge: Horloge,
  ) {}

  async list(ctx: ContextePersonne, demande: ReunionsDemandees): Promise<Page<ReunionLigne>> {
    const { lignes, total } = await listReunions(ctx, demande, perimetreDe(ctx.identite, 'reunion.lire'));
    return enPage(demande, lignes, total);
  }

  /** @throws Introuvable */
  async read(ctx: ContextePersonne, id: string): Promise<ReunionLue> {
    return this.describe(ctx, await this.acces.load(ctx, id, 'reunion.lire'));
  }

  /** A meeting in preparation, to which the seats in force are called. @throws Introuvable, Interdit, SaisieInvalide */
  async create(ctx: ContextePersonne, saisie: ReunionCreee): Promise<ReunionLue> {
    const { instance, ca } = await this.acces.loadInstance(ctx, saisie.instanceId, 'reunion.animer');
    if (ca.phase === 'CLOSE') throw new EtatIncompatible('Cette coopérative est close\u00a0: elle ne se réunit plus.');
    const id = randomUUID();
    const numero = await takeNumeroReunion(ctx, instance.id);
    const moment = this.moment(saisie);
    await insertRows(ctx, Reunion, [
      {
        id,
        instanceId: instance.id,
        cooperativeId: ca.id,
        departementCode: ca.departementCode,
        demonstration: ca.demonstration,
        numero,
        ...colonnesDe(saisie),
        ...moment,
        titre: saisie.titre ?? `${SIGLES_GENRES_INSTANCE[instance.genre]} nº\u00a0${numero}`,
      },
    ]);
    await callSeats(ctx, id, jourAParis(moment.debut ?? this.horloge.maintenant()));
    return this.read(ctx, id);
  }

  /** Date, place and message, until the meeting is held. @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide */
  async update(ctx: ContextePersonne, id: string, saisie: ReunionModifiee): Promise<ReunionLue> {
    const { reunion } = await this.loadPreparable(ctx, id);
    await modifierDepuis(
      saisie.version,
      reunion.version,
      () => this.read(ctx, id),
      async () => {
        const moment = this.moment(saisie);
        if (!moment.debut && reunion.etat === 'CONVOQUEE') {
          throw champ('debut', 'requis', 'Date et heure\u00a0: à remplir, la réunion est convoquée.');
        }
        await updateVersioned(ctx, Reunion, { id, cooperativeId: reunion.cooperativeId }, saisie.version, {
          ...colonnesDe(saisie),
          ...moment,
          titre: saisie.titre ?? reunion.titre,
        });
        if (moment.duree !== reunion.duree) await resizeCreneaux(ctx, id, moment.duree);
      },
    );
    return this.read(ctx, id);
  }

  /** The whole agenda, in its order. @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible */
  async setPoints(ctx: ContextePersonne, id: string, saisie: OrdreDuJourSaisi): Promise<ReunionLue> {
    const { reunion } = await this.loadPreparable(ctx, id);
    const connus = new Set((await listPoints(ctx, id)).map((p) => p.id));
    const inconnu = saisie.points.findIndex((p) => p.id && !connus.has(p.id));
    if (inconnu >= 0 && saisie.version === reunion.version) {
      throw champ(`points.${inconnu}.id`, 'inconnu', 'Point\u00a0: il n’est plus à cet ordre du jour.');
    }
    await modifierDepuis(
      saisie.version,
      reunion.version,
      () => this.read(ctx, id),
      async () => {
        await updateVersioned(ctx, Reunion, { id, cooperativeId: reunion.cooperativeId }, saisie.version, {});
        await replacePoints(
          ctx,
          reunion,
          saisie.points.map((p) => ({ ...p, id: p.id ?? randomUUID() })),
        );
      },
    );
    return this.read(ctx, id);
  }

  /** A meeting that the caller prepares. @throws Introuvable, Interdit, EtatIncompatible */
  async loadPreparable(ctx: ContextePersonne, id: string): Promise<ReunionSituee> {
    const situee = await this.acces.load(ctx, id, 'reunion.animer');
    if (!ETATS_PREPARABLES.includes(situee.reunion.etat)) throw refusEtat(situee.reunion);
    return situee;
  }

  /** What the pages of a meeting show of it. */
  async describe(ctx: ContextePersonne, { reunion: r, ca, ressource }: ReunionSituee): Promise<ReunionLue> {
    const entourage = await findEntourage(ctx, r.instanceId);
    if (!entourage) throw new Introuvable('Cette instance');
    const anime = peut(ctx.identite, 'reunion.animer', ressource);
    const participants = await listParticipants(ctx, r.id);
    const creneaux = anime ? await listCreneaux(ctx, r.id) : [];
    const { quorum, ...nomme } = entourage;
    return {
      id: r.id,
      cooperativeId: ca.id,
      cooperative: ca.intitule,
      instanceId: r.instanceId,
      ...nomme,
      numero: r.numero,
      titre: r.titre,
      etat: r.etat,
      debut: iso(r.debut),
      fin: iso(r.fin),
      debutLocal: r.debut && heureLocale(r.debut, r.fuseau),
      duree: r.duree,
      fuseau: r.fuseau,
      lieu: r.lieu,
      visio: r.visio,
      message: r.message,
      sequence: r.sequence,
      convoqueeLe: iso(r.convoqueeLe),
      motifAnnulation: r.motifAnnulation,
      ouverteLe: iso(r.ouverteLe),
      closeLe: iso(r.closeLe),
      points: await listPoints(ctx, r.id),
      participants: anime ? participants : participants.map((p) => ({ ...p, courriel: null, suppleantCourriel: null })),
      sondage: creneaux.length ? { ouvert: r.sondageOuvert, creneaux } : null,
      quorum: compterQuorum(participants, quorum),
      compteRendu: await findMinutesState(ctx, r.id),
      actes: anime ? await this.acts(ctx, r) : [],
      operations: operationsSur(ctx.identite, ressource),
      demonstration: r.demonstration,
      version: r.version,
    };
  }

  /** A séance whose minutes are validated is not opened again. */
  private async acts(ctx: ContextePersonne, r: Reunion): Promise<ReunionLue['actes']> {
    if (r.etat === 'CLOSE' && (await hasValidatedMinutes(ctx, r.id))) return [];
    return TRANSITIONS_REUNION.filter((t) => t.de === r.etat).map((t) => t.acte);
  }

  /** Instants of a meeting. @throws SaisieInvalide for an hour that no clock shows, and for a day gone by */
  private moment(saisie: ReunionSaisie): Pick<Reunion, 'debut' | 'fin' | 'duree' | 'fuseau'> {
    const { duree } = saisie;
    const fuseau = saisie.fuseau ?? FUSEAU_METROPOLE;
    if (!saisie.debut) return { debut: null, fin: null, duree, fuseau };
    const debut = this.instant(saisie.debut, fuseau, 'debut');
    return { debut, fin: new Date(debut.getTime() + duree * 60_000), duree, fuseau };
  }

  /** @throws SaisieInvalide */
  instant(local: string, fuseau: string, nom: string): Date {
    const debut = instantDe(local, fuseau);
    if (!debut) {
      throw champ(
        nom,
        'date',
        'Date et heure\u00a0: cette heure n’existe pas (jour inconnu, ou passage à l’heure d’été).',
      );
    }
    if (debut < this.horloge.maintenant()) {
      throw champ(nom, 'passee', 'Date et heure\u00a0: elle est déjà passée, choisissez une date à venir.');
    }
    return debut;
  }
}

/** Columns that a form writes; an absent field stays undefined, and is then left as it is. */
function colonnesDe({ lieu, visio, message }: ReunionSaisie): Partial<Reunion> {
  return { lieu, visio, message };
}
