import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  EtatIncompatible,
  insertRows,
  Interdit,
  Introuvable,
  Piece,
  type ContextePersonne,
  type Cooperative,
} from '@coopilote/db';
import { peut } from '@coopilote/domain/droits';
import { peutRetirerPiece, type CiblePiece, type PieceLue, type PiecesLues } from '@coopilote/domain/pieces';
import { Base } from '../platform/base';
import { entrer, personne } from '../platform/contexte.interceptor';
import { exiger } from '../platform/exiger';
import type { RequeteCoopilote } from '../platform/regle';
import { CooperativeAcces, ressourceDe } from '../cooperatives/cooperative-acces.service';
import { Cibles } from './cibles';
import { ContenuService, estNomme } from './contenu.service';
import { listPieces, type PieceEnBase } from './piece.queries';
import { Reception, type FichierRecu } from './reception';

/** Times that a deposit is tried again while the same content is being removed. */
const ESSAIS = 3;

/** Documents attached to a CA, or to something of a CA. */
@Injectable()
export class PieceService {
  constructor(
    private readonly base: Base,
    private readonly acces: CooperativeAcces,
    private readonly cibles: Cibles,
    private readonly contenus: ContenuService,
    private readonly reception: Reception,
  ) {}

  /** @throws Introuvable, Interdit */
  async list(ctx: ContextePersonne, cible: CiblePiece): Promise<PiecesLues> {
    const ca = await this.cibles.cooperative(ctx, cible);
    exiger(ctx, 'piece.lire', ressourceDe(ca));
    const pieces = await listPieces(ctx, cible.objet, cible.objetId);
    const retenues = (await this.cibles.retenue(ctx, cible)) !== null;
    return {
      pieces: pieces.map((piece) => lue(ctx, ca, piece, retenues)),
      depot: peut(ctx.identite, 'piece.deposer', ressourceDe(ca)),
    };
  }

  /**
   * Receives a file and attaches it. The right is asked before anything is read, and again when the piece is written: in
   * between, a slow sender holds no connection to the database. The same file sent again answers the piece that is there.
   * @throws NonConnecte, Introuvable, Interdit, ErreurMetier (413, 415), SaisieInvalide
   */
  async create(requete: RequeteCoopilote, reponse: FastifyReply, cible: CiblePiece): Promise<PieceLue> {
    const dedans = <T>(work: (ctx: ContextePersonne) => Promise<T>): Promise<T> =>
      entrer(this.base, requete, 'piece.deposer', (ctx) => work(personne(ctx)));
    await dedans((ctx) => this.exigerDepot(ctx, cible));
    return this.reception.recevoir(requete, reponse, async (fichier) => {
      for (let essai = 1; ; essai++) {
        await this.contenus.garder(fichier.empreinte, fichier.chemin);
        try {
          return await dedans((ctx) => this.attacher(ctx, cible, fichier));
        } catch (erreur) {
          if (!estNomme(erreur) || essai === ESSAIS) throw erreur;
        }
      }
    });
  }

  /** @throws Introuvable, Interdit */
  async read(ctx: ContextePersonne, id: string): Promise<{ piece: Piece; contenu: Readable }> {
    const { piece, ca } = await this.load(ctx, id);
    exiger(ctx, 'piece.lire', ressourceDe(ca));
    return { piece, contenu: await this.contenus.stockage.lire(piece.empreinte) };
  }

  /** @throws Introuvable, Interdit, EtatIncompatible */
  async delete(ctx: ContextePersonne, id: string): Promise<void> {
    const { piece, ca } = await this.load(ctx, id);
    if (!peutRetirerPiece(ctx.identite, piece.deposePar, ressourceDe(ca))) {
      throw new Interdit('Un document se retire par qui l’a déposé, ou par l’animation de la coopérative.');
    }
    const retenue = await this.cibles.retenue(ctx, piece);
    if (retenue) throw new EtatIncompatible(retenue);
    await ctx.manager.delete(Piece, { id, cooperativeId: ca.id });
    ctx.apres(() => this.contenus.balayer([piece.empreinte]));
  }

  private async load(ctx: ContextePersonne, id: string): Promise<{ piece: Piece; ca: Cooperative }> {
    const piece = await ctx.manager.findOneBy(Piece, { id });
    if (!piece) throw new Introuvable('Ce document');
    return { piece, ca: await this.acces.load(ctx, piece.cooperativeId) };
  }

  private async exigerDepot(ctx: ContextePersonne, cible: CiblePiece): Promise<Cooperative> {
    const ca = await this.cibles.cooperative(ctx, cible);
    exiger(ctx, 'piece.deposer', ressourceDe(ca));
    return ca;
  }

  private async attacher(ctx: ContextePersonne, cible: CiblePiece, fichier: FichierRecu): Promise<PieceLue> {
    const ca = await this.exigerDepot(ctx, cible);
    const { objet, objetId } = cible;
    const { nom, type, taille, empreinte } = fichier;
    const meme = await ctx.manager.findOneBy(Piece, { objet, objetId, empreinte, nom });
    const id = meme?.id ?? randomUUID();
    if (!meme) {
      const { id: cooperativeId, departementCode } = ca;
      const deposePar = ctx.identite.utilisateurId;
      await insertRows(ctx, Piece, [
        { id, cooperativeId, departementCode, objet, objetId, nom, type, taille, empreinte, deposePar },
      ]);
    }
    const [piece] = await listPieces(ctx, objet, objetId, id);
    if (!piece) throw new Introuvable('Ce document');
    return lue(ctx, ca, piece, (await this.cibles.retenue(ctx, cible)) !== null);
  }
}

function lue(
  ctx: ContextePersonne,
  ca: Cooperative,
  { deposeParId, ...piece }: PieceEnBase,
  retenue: boolean,
): PieceLue {
  return { ...piece, retirable: !retenue && peutRetirerPiece(ctx.identite, deposeParId, ressourceDe(ca)) };
}
