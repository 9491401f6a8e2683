import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  EtatIncompatible,
  insertRows,
  Introuvable,
  Participant,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import {
  destinatairesDe,
  type ParticipantModifie,
  type ParticipantSaisi,
  type PresenceSaisie,
  type ReunionLue,
} from '@coopilote/domain/gouvernance';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { ConvocationService } from './convocation.service';
import { GouvernanceAcces, type ReunionSituee } from './gouvernance-acces.service';
import { findComptes } from './instance.queries';
import { champ, refusEtat } from './refus';
import { listParticipants } from './reunion.queries';
import { ReunionService } from './reunion.service';
import { SondageService } from './sondage.service';

/** Who is asked to a meeting, how they are reached, who came. */
@Injectable()
export class ParticipantService {
  constructor(
    private readonly acces: GouvernanceAcces,
    private readonly reunions: ReunionService,
    private readonly convocations: ConvocationService,
    private readonly sondages: SondageService,
    private readonly horloge: Horloge,
  ) {}

  /** Somebody asked to this meeting alone. @throws Introuvable, Interdit, EtatIncompatible */
  async add(ctx: ContextePersonne, id: string, saisie: ParticipantSaisi): Promise<ReunionLue> {
    const { reunion } = await this.acces.load(ctx, id, 'reunion.animer');
    if (reunion.etat === 'CLOSE' || reunion.etat === 'ANNULEE') throw refusEtat(reunion);
    await insertRows(ctx, Participant, [
      {
        ...saisie,
        id: randomUUID(),
        reunionId: id,
        cooperativeId: reunion.cooperativeId,
        departementCode: reunion.departementCode,
        votant: saisie.votant ?? saisie.qualite !== 'INVITE',
        utilisateurId: await compteDe(ctx, saisie.courriel),
      },
    ]);
    return this.reunions.read(ctx, id);
  }

  /**
   * Mends the name or the address of somebody without an account; what had left to the former address leaves to the new one.
   * @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible
   */
  async mend(
    ctx: ContextePersonne,
    id: string,
    participantId: string,
    { version, nom, courriel }: ParticipantModifie,
  ): Promise<ReunionLue> {
    const situee = await this.acces.load(ctx, id, 'reunion.animer');
    if (situee.reunion.etat === 'ANNULEE') throw refusEtat(situee.reunion);
    const participant = await this.load(ctx, id, participantId);
    if (participant.utilisateurId) {
      throw new EtatIncompatible(
        `${participant.nom} a un compte\u00a0: son nom et son adresse se changent dans ses préférences.`,
      );
    }
    const nouveau = courriel === undefined ? participant.courriel : courriel;
    const avant = await listParticipants(ctx, id);
    await modifierDepuis(
      version,
      participant.version,
      () => this.reunions.read(ctx, id),
      async () =>
        updateVersioned(ctx, Participant, { id: participantId, reunionId: id }, version, {
          nom,
          courriel: nouveau,
          utilisateurId: await compteDe(ctx, nouveau),
        }),
    );
    if (nouveau?.toLowerCase() !== participant.courriel?.toLowerCase()) {
      const connues = new Set(destinatairesDe(avant).map((d) => d.courriel.toLowerCase()));
      await this.follow(ctx, situee, participantId, nouveau, connues.has(nouveau?.toLowerCase() ?? ''));
    }
    return this.reunions.read(ctx, id);
  }

  /** Attendance of one seat. @throws Introuvable, Interdit, VersionPerimee, SaisieInvalide */
  async setPresence(
    ctx: ContextePersonne,
    id: string,
    participantId: string,
    saisie: PresenceSaisie,
  ): Promise<ReunionLue> {
    const { reunion } = await this.acces.load(ctx, id, 'reunion.animer');
    if (reunion.etat === 'ANNULEE') throw refusEtat(reunion);
    const participant = await this.load(ctx, id, participantId);
    const { statut, version } = saisie;
    const pouvoirA = statut === 'REPRESENTE' ? (saisie.pouvoirA ?? null) : null;
    if (statut === 'REPRESENTE') await this.verifyPouvoir(ctx, id, participantId, pouvoirA);
    const venu = saisie.suppleant ? (participant.suppleantNom ?? participant.nom) : participant.nom;
    await modifierDepuis(
      version,
      participant.version,
      () => this.reunions.read(ctx, id),
      () =>
        updateVersioned(ctx, Participant, { id: participantId, reunionId: id }, version, {
          statut,
          pouvoirA,
          presentNom: statut === 'PRESENT' ? venu : null,
          arriveLe: statut === 'PRESENT' ? (participant.arriveLe ?? this.horloge.maintenant()) : null,
        }),
    );
    return this.reunions.read(ctx, id);
  }

  /** @throws Introuvable, Interdit, EtatIncompatible once the meeting has begun */
  async remove(ctx: ContextePersonne, id: string, participantId: string): Promise<void> {
    await this.reunions.loadPreparable(ctx, id);
    const { affected } = await ctx.manager.delete(Participant, { id: participantId, reunionId: id });
    if (!affected) throw new Introuvable('Cette personne');
  }

  /** The poll's link, or the invitation, goes where the person now is; an address that had the invitation keeps it. */
  private async follow(
    ctx: ContextePersonne,
    situee: ReunionSituee,
    participantId: string,
    courriel: string | null,
    dejaEcrite: boolean,
  ): Promise<void> {
    const { etat, sondageOuvert } = situee.reunion;
    if (etat === 'PREPARATION' && sondageOuvert) await this.sondages.moveLink(ctx, situee, participantId, courriel);
    if (etat === 'CONVOQUEE' && courriel && !dejaEcrite) await this.convocations.convokeOne(ctx, situee, courriel);
  }

  private async load(ctx: ContextePersonne, reunionId: string, id: string): Promise<Participant> {
    const participant = await ctx.manager.findOneBy(Participant, { id, reunionId });
    if (!participant) throw new Introuvable('Cette personne');
    return participant;
  }

  private async verifyPouvoir(
    ctx: ContextePersonne,
    reunionId: string,
    participantId: string,
    pouvoirA: string | null,
  ): Promise<void> {
    const porteur = pouvoirA && (await ctx.manager.findOneBy(Participant, { id: pouvoirA, reunionId }));
    if (!porteur || porteur.id === participantId) {
      throw champ('pouvoirA', 'liste', 'Pouvoir donné à\u00a0: choisir une autre personne de cette réunion.');
    }
    if (porteur.statut === 'REPRESENTE') {
      throw champ('pouvoirA', 'porteur', `Pouvoir donné à\u00a0: ${porteur.nom} a donné le sien.`);
    }
  }
}

async function compteDe(ctx: ContextePersonne, courriel: string | null | undefined): Promise<string | null> {
  if (!courriel) return null;
  return (await findComptes(ctx, [courriel])).get(courriel) ?? null;
}
