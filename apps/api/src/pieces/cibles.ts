import { Injectable } from '@nestjs/common';
import { Introuvable, type ContextePersonne, type Cooperative } from '@coopilote/db';
import type { CiblePiece, ObjetPiece } from '@coopilote/domain/pieces';

/**
 * Finds the CA of a thing that pieces may hang on, for a person who sees that thing.
 * @throws Introuvable
 */
export type TrouverCooperative = (ctx: ContextePersonne, objetId: string) => Promise<Cooperative>;

/** What pieces may hang on: each domaine declares its own (`declarer`), so that this one knows none of them. */
@Injectable()
export class Cibles {
  private readonly trouver = new Map<ObjetPiece, TrouverCooperative>();

  declarer(objet: ObjetPiece, trouver: TrouverCooperative): void {
    this.trouver.set(objet, trouver);
  }

  /** @throws Introuvable */
  async cooperative(ctx: ContextePersonne, { objet, objetId }: CiblePiece): Promise<Cooperative> {
    const trouver = this.trouver.get(objet);
    if (!trouver) throw new Introuvable('Cet élément');
    return trouver(ctx, objetId);
  }
}
