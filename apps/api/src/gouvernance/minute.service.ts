import { Injectable } from '@nestjs/common';
import type { ContextePersonne, CompteRenduVersion } from '@coopilote/db';
import { compteRenduDocx, compteRenduPdf, type CompteRendu } from '@coopilote/documents';
import { lireTexteRiche } from '@coopilote/domain/commun';
import {
  compterQuorum,
  LIBELLES_GENRES_INSTANCE,
  LIBELLES_QUALITES,
  modeDit,
  quorumDit,
  type MinuteFigee,
} from '@coopilote/domain/gouvernance';
import { PieceService } from '../pieces/piece.service';
import { Horloge } from '../platform/horloge';
import { DecisionService } from './decision.service';
import type { ReunionSituee } from './gouvernance-acces.service';
import { findEntourage, listParticipants } from './reunion.queries';
import { TacheService } from './tache.service';

/** What a séance recorded, gathered for the minutes, and the minutes as a file. */
@Injectable()
export class MinuteService {
  constructor(
    private readonly decisions: DecisionService,
    private readonly taches: TacheService,
    private readonly pieces: PieceService,
    private readonly horloge: Horloge,
  ) {}

  /** Attendance, decisions and tasks as they stand now. */
  async gather(ctx: ContextePersonne, { reunion, ca }: ReunionSituee): Promise<MinuteFigee> {
    const entourage = await findEntourage(ctx, reunion.instanceId);
    const participants = await listParticipants(ctx, reunion.id);
    const noms = new Map(participants.map((p) => [p.id, p.presentNom ?? p.nom]));
    const debut = reunion.debut ?? this.horloge.maintenant();
    return {
      cooperative: ca.intitule,
      instance: entourage?.instance ?? LIBELLES_GENRES_INSTANCE[entourage?.genre ?? 'COPIL'],
      titre: reunion.titre,
      numero: reunion.numero,
      debut: debut.toISOString(),
      fin: (reunion.closeLe ?? reunion.fin ?? debut).toISOString(),
      fuseau: reunion.fuseau,
      lieu: reunion.lieu ?? reunion.visio,
      quorum: quorumDit(compterQuorum(participants, entourage?.quorum ?? null)),
      presences: participants.map((p) => ({
        nom: p.presentNom ?? p.nom,
        structure: p.structure,
        qualite: LIBELLES_QUALITES[p.qualite],
        statut: p.statut,
        pouvoirA: (p.pouvoirA && noms.get(p.pouvoirA)) ?? null,
      })),
      decisions: (await this.decisions.listOfReunion(ctx, reunion.id)).map((d) => ({
        pointId: d.pointId,
        numero: d.numero,
        texte: d.texte,
        issue: d.issue,
        mode: modeDit(d),
        changement: d.changementDit,
      })),
      taches: (await this.taches.listOfReunion(ctx, reunion.id)).map(({ pointId, quoi, qui, echeance }) => ({
        pointId,
        quoi,
        qui,
        echeance,
      })),
      pieces: (await this.pieces.list(ctx, { objet: 'REUNION', objetId: reunion.id })).pieces.map((p) => p.nom),
    };
  }

  /** The file of a version. */
  async write(
    format: 'pdf' | 'docx',
    compteRendu: Pick<CompteRenduVersion, 'etat' | 'numero' | 'contenu'>,
    minute: MinuteFigee,
    demonstration: boolean,
  ): Promise<Buffer> {
    const document = enDocument(compteRendu, minute, demonstration);
    const edition = { maintenant: this.horloge.maintenant(), fuseau: minute.fuseau };
    return Buffer.from(await (format === 'pdf' ? compteRenduPdf : compteRenduDocx)(document, edition));
  }
}

function enDocument(
  { etat, numero, contenu }: Pick<CompteRenduVersion, 'etat' | 'numero' | 'contenu'>,
  minute: MinuteFigee,
  demonstration: boolean,
): CompteRendu {
  const connus = new Set(contenu.points.map((p) => p.pointId));
  const du = <T extends { pointId: string | null }>(liste: T[], pointId: string): T[] =>
    liste.filter((x) => x.pointId === pointId);
  const hors = <T extends { pointId: string | null }>(liste: T[]): T[] =>
    liste.filter((x) => x.pointId === null || !connus.has(x.pointId));
  const point = (titre: string, texte: string, decisions: MinuteFigee['decisions'], taches: MinuteFigee['taches']) => ({
    titre,
    notes: lireTexteRiche(texte),
    decisions,
    taches,
  });
  const points = contenu.points.map((p) =>
    point(p.titre, p.texte, du(minute.decisions, p.pointId), du(minute.taches, p.pointId)),
  );
  const restes = { decisions: hors(minute.decisions), taches: hors(minute.taches) };
  if (restes.decisions.length || restes.taches.length) {
    points.push(point('Hors ordre du jour', '', restes.decisions, restes.taches));
  }
  return {
    cooperative: minute.cooperative,
    instance: minute.instance,
    titre: minute.titre,
    debut: new Date(minute.debut),
    fin: new Date(minute.fin),
    lieu: minute.lieu,
    etat: etat === 'REMPLACE' ? 'VALIDE' : etat,
    version: numero,
    presences: minute.presences.map((p) => ({ ...p, statut: p.statut === 'ATTENDU' ? 'ABSENT' : p.statut })),
    quorum: minute.quorum,
    intro: lireTexteRiche(contenu.introduction),
    points,
    conclusion: lireTexteRiche(contenu.conclusion),
    piecesJointes: minute.pieces,
    demonstration,
  };
}
