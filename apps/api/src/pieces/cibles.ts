import { Injectable } from '@nestjs/common';
import { Introuvable, type ContextePersonne, type Cooperative } from '@coopilote/db';
import type { CiblePiece, ObjetPiece } from '@coopilote/domain/pieces';

/**
 * Finds the CA of a thing that pieces may hang on, for a person who sees that thing.
 * @throws Introuvable
 */
export type TrouverCooperative = (ctx: ContextePersonne, objetId: string) => Promise<Cooperative>;

/** Why the pieces of a thing stay, as a sentence for the person; null when they may be taken away. */
export type RetenirPieces = (ctx: ContextePersonne, objetId: string) => Promise<string | null>;

/** What pieces may hang on: each domaine declares its own (`declarer`), so that this one knows none of them. */
@Injectable()
export class Cibles {
  private readonly trouver = new Map<ObjetPiece, TrouverCooperative>();
  private readonly retenir = new Map<ObjetPiece, RetenirPieces>();

  declarer(objet: ObjetPiece, trouver: TrouverCooperative, retenir?: RetenirPieces): void {
    this.trouver.set(objet, trouver);
    if (retenir) this.retenir.set(objet, retenir);
  }

  /** Why the pieces of this thing stay; null when they may be taken away. */
  async retenue(ctx: ContextePersonne, { objet, objetId }: CiblePiece): Promise<string | null> {
    return (await this.retenir.get(objet)?.(ctx, objetId)) ?? null;
  }

  /** @throws Introuvable */
  async cooperative(ctx: ContextePersonne, { objet, objetId }: CiblePiece): Promise<Cooperative> {
    const trouver = this.trouver.get(objet);
    if (!trouver) throw new Introuvable('Cet élément');
    return trouver(ctx, objetId);
  }
}
