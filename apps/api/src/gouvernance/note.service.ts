import { Injectable } from '@nestjs/common';
import * as Y from 'yjs';
import { Introuvable, Point, type ContextePersonne } from '@coopilote/db';
import { TEXTE_PARTAGE, type NoteLue, type NoteSaisie } from '@coopilote/domain/gouvernance';
import { GouvernanceAcces, type ReunionSituee } from './gouvernance-acces.service';
import { champ, refusEtat } from './refus';
import { lockNote, readNote, saveNote } from './seance.queries';

const LONGUEUR_MAX = 40_000;
const base64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64');

/**
 * Notes that several people type at once. They are a Yjs document: updates merge in any order and any number of times, so
 * that one sent again after a network loss neither repeats nor loses a word.
 */
@Injectable()
export class NoteService {
  constructor(private readonly acces: GouvernanceAcces) {}

  /** What a reader lacks; `vecteur` is the state of their own document (base64), absent for everything. @throws Introuvable */
  async read(ctx: ContextePersonne, reunionId: string, pointId: string, vecteur: string | null): Promise<NoteLue> {
    await this.load(ctx, reunionId, pointId, 'reunion.lire');
    const document = await readNote(ctx, pointId);
    return document ? lire(ouvrir(document), vecteur) : { miseAJour: null, texte: '' };
  }

  /** Merges an update; what others wrote meanwhile is announced to the sender like to everybody. @throws Introuvable, Interdit, EtatIncompatible, SaisieInvalide */
  async merge(ctx: ContextePersonne, reunionId: string, pointId: string, saisie: NoteSaisie): Promise<NoteLue> {
    const { reunion } = await this.load(ctx, reunionId, pointId, 'reunion.noter');
    if (reunion.etat !== 'EN_SEANCE') throw refusEtat(reunion);
    const document = ouvrir(await lockNote(ctx, pointId));
    const miseAJour = Buffer.from(saisie.miseAJour, 'base64');
    try {
      Y.applyUpdate(document, miseAJour);
    } catch {
      throw champ('miseAJour', 'illisible', 'Notes\u00a0: cette mise à jour est illisible.');
    }
    const texte = document.getText(TEXTE_PARTAGE).toString();
    if (texte.length > LONGUEUR_MAX) {
      throw champ('miseAJour', 'max', 'Notes\u00a0: 40 000 caractères au plus pour un point.');
    }
    const { cooperativeId, departementCode } = reunion;
    await saveNote(
      ctx,
      { pointId, reunionId, cooperativeId, departementCode },
      Y.encodeStateAsUpdate(document),
      texte.replaceAll('\0', ''),
    );
    return { miseAJour: null, texte };
  }

  private async load(
    ctx: ContextePersonne,
    reunionId: string,
    pointId: string,
    operation: 'reunion.lire' | 'reunion.noter',
  ): Promise<ReunionSituee> {
    const situee = await this.acces.load(ctx, reunionId, operation);
    if (!(await ctx.manager.existsBy(Point, { id: pointId, reunionId }))) throw new Introuvable('Ce point');
    return situee;
  }
}

function ouvrir(etat: Buffer | null): Y.Doc {
  const document = new Y.Doc();
  if (etat) Y.applyUpdate(document, etat);
  return document;
}

function lire(document: Y.Doc, vecteur: string | null): NoteLue {
  const texte = document.getText(TEXTE_PARTAGE).toString();
  try {
    const connu = vecteur ? Buffer.from(vecteur, 'base64') : undefined;
    return { miseAJour: base64(Y.encodeStateAsUpdate(document, connu)), texte };
  } catch {
    throw champ('vecteur', 'illisible', 'Notes\u00a0: l’état envoyé est illisible.');
  }
}
