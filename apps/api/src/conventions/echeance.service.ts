import { Injectable } from '@nestjs/common';
import type { Contexte, ContextePersonne } from '@coopilote/db';
import { jourAParis } from '@coopilote/domain/commun';
import {
  echeancesConvention,
  estEnVigueur,
  etatConvention,
  nomActe,
  periodes,
  type ConventionDecrite,
  type ConventionTouchee,
  type EcheanceConvention,
  type FaitsConvention,
} from '@coopilote/domain/conventions';
import { perimetreDe, type Perimetre } from '@coopilote/domain/droits';
import { Horloge } from '../platform/horloge';
import {
  findTouchee,
  listActes,
  listDecrites,
  listInPerimetre,
  listToSign,
  type ConventionEnBase,
} from './convention.queries';

/** What conventions ask of people: deadlines of those that they animate, texts that wait for their signature. */
@Injectable()
export class EcheanceService {
  constructor(private readonly horloge: Horloge) {}

  /** Deadlines of the conventions that the caller animates, the nearest first; of one CA when `cooperativeId` is given. */
  async list(ctx: ContextePersonne, cooperativeId: string | null = null): Promise<EcheanceConvention[]> {
    const anime = { ...perimetreDe(ctx.identite, 'convention.rediger'), regions: [] };
    const perimetre: Perimetre = cooperativeId
      ? { regions: [], departements: [], cooperatives: [cooperativeId], structures: [] }
      : anime;
    const aujourdhui = this.horloge.aujourdhui();
    return (await this.stand(ctx, await listInPerimetre(ctx, perimetre)))
      .flatMap((faits) => echeancesConvention(faits, aujourdhui))
      .sort((a, b) => a.date.localeCompare(b.date));
  }

  /** Where some conventions stand today, in their order, each with what it was given with. */
  async stand<T extends ConventionEnBase & { cooperative: string }>(
    ctx: Contexte,
    conventions: T[],
  ): Promise<(T & FaitsConvention)[]> {
    if (conventions.length === 0) return [];
    const aujourdhui = this.horloge.aujourdhui();
    const actes = await listActes(
      ctx,
      conventions.map(({ id }) => id),
    );
    return conventions.map((convention) => {
      const siens = actes.filter((a) => a.conventionId === convention.id);
      const termes = periodes(siens);
      const initiale = siens.find((a) => a.genre === 'INITIALE')?.etat ?? 'ABANDONNE';
      const acte = siens.find((a) => a.etat !== 'SIGNE' && a.etat !== 'ABANDONNE') ?? null;
      return {
        ...convention,
        etat: etatConvention(initiale, termes, convention.resiliationEffet, aujourdhui),
        fin: termes.at(-1)?.fin ?? null,
        acte,
        figeLe: acte?.figeLe ? jourAParis(new Date(acte.figeLe)) : null,
      };
    });
  }

  /** The convention that binds the parties of a CA today, the one that lasts longest; null without one. */
  async inForce(ctx: ContextePersonne, cooperativeId: string): Promise<FaitsConvention | null> {
    const perimetre = { regions: [], departements: [], cooperatives: [cooperativeId], structures: [] };
    const [premiere] = (await this.stand(ctx, await listInPerimetre(ctx, perimetre)))
      .filter(({ etat }) => estEnVigueur(etat))
      .sort((a, b) => (b.fin ?? '').localeCompare(a.fin ?? ''));
    return premiere ?? null;
  }

  /** Its last day; null without one. */
  async end(ctx: ContextePersonne, cooperativeId: string): Promise<string | null> {
    const fin = (await this.inForce(ctx, cooperativeId))?.fin;
    return fin && fin >= this.horloge.aujourdhui() ? fin : null;
  }

  /** Texts that wait for the caller's own signature. */
  async toSign(
    ctx: ContextePersonne,
    cooperativeId: string | null = null,
  ): Promise<{ titre: string; detail: string; lien: string }[]> {
    return (await listToSign(ctx, cooperativeId)).map(({ id, genre, numero, cooperative, partie }) => ({
      titre: `${nomActe(genre, numero)}\u00a0: votre signature est attendue`,
      detail: `${cooperative} · ${partie}`,
      lien: `/conventions/textes/${id}`,
    }));
  }

  /** The signed text that describes a fiche-action: to change it calls for an avenant (R7); null when none does. */
  async touched(
    ctx: ContextePersonne,
    ficheActionId: string,
    cooperativeId: string,
  ): Promise<ConventionTouchee | null> {
    const touchee = await findTouchee(ctx, ficheActionId, cooperativeId);
    if (!touchee) return null;
    const { conventionId, conventionNumero, genre, numero } = touchee;
    return { conventionId, numero: conventionNumero, acte: nomActe(genre, numero) };
  }

  /** What the conventions in force of some CAs hold: to change it calls for an avenant (R7). */
  async described(ctx: ContextePersonne, cooperativeIds: string[]): Promise<ConventionDecrite[]> {
    const perimetre = { regions: [], departements: [], cooperatives: cooperativeIds, structures: [] };
    const faits = await this.stand(ctx, await listInPerimetre(ctx, perimetre));
    const enVigueur = faits.filter(({ etat }) => estEnVigueur(etat)).map(({ id }) => id);
    if (enVigueur.length === 0) return [];
    return (await listDecrites(ctx, enVigueur)).map(({ genre, acteNumero, ...decrite }) => ({
      ...decrite,
      acte: nomActe(genre, acteNumero),
    }));
  }
}
