import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Convention,
  EtatIncompatible,
  Partie,
  SaisieInvalide,
  updateVersioned,
  type ContextePersonne,
  type Cooperative,
} from '@coopilote/db';
import type { ErreurChamp } from '@coopilote/domain/commun';
import type { PartieSaisie, PartiesSaisies } from '@coopilote/domain/conventions';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { ConventionAcces } from './convention-acces.service';
import { listActes, listSignataires, upsertParties } from './convention.queries';
import { listParties } from './donnees.queries';

/** Who signs a convention, and by whose hand. */
@Injectable()
export class PartiesService {
  constructor(
    private readonly acces: ConventionAcces,
    private readonly horloge: Horloge,
  ) {}

  /** The parties, in the order of the document, as a whole. @throws Introuvable, Interdit, VersionPerimee, SaisieInvalide, EtatIncompatible */
  async save(
    ctx: ContextePersonne,
    id: string,
    { parties, version }: PartiesSaisies,
    lire: () => Promise<unknown>,
  ): Promise<void> {
    const { convention, ca } = await this.acces.load(ctx, id, 'convention.rediger');
    const actes = await listActes(ctx, [id]);
    if (actes.some((a) => a.etat === 'PRET' || a.etat === 'EN_SIGNATURE')) {
      throw new EtatIncompatible('Le texte est figé avec ses parties\u00a0: rouvrez-le, ou attendez les signatures.');
    }
    await this.verifyParties(ctx, ca, parties);
    const connues = new Map((await listParties(ctx, id, this.horloge.aujourdhui())).map((p) => [p.id, p]));
    await modifierDepuis(version, convention.version, lire, async () => {
      await updateVersioned(ctx, Convention, { id, cooperativeId: ca.id }, version, {});
      const lignes = parties.map(({ id: connue, ...partie }, rang) => ({
        ...partie,
        id: connue && connues.has(connue) ? connue : randomUUID(),
        rang,
        structureId: partie.structureId ?? null,
        conventionId: id,
        cooperativeId: ca.id,
        departementCode: ca.departementCode,
      }));
      const gardees = new Set(lignes.map((l) => l.id));
      const otees = [...connues.keys()].filter((connue) => !gardees.has(connue));
      if (otees.length)
        await ctx.manager.delete(
          Partie,
          otees.map((otee) => ({ id: otee, conventionId: id })),
        );
      await upsertParties(ctx, lignes);
    });
  }

  private async verifyParties(ctx: ContextePersonne, ca: Cooperative, parties: PartieSaisie[]): Promise<void> {
    const erreurs: ErreurChamp[] = [];
    const structures = structuresDe(parties);
    const signataires = await listSignataires(ctx, ca, structures);
    for (const [rang, partie] of parties.entries()) {
      const dire = (champ: string, code: string, message: string): void => {
        erreurs.push({ champ: `parties.${rang}.${champ}`, code, message });
      };
      if ((partie.genre === 'STRUCTURE') !== (partie.structureId != null)) {
        dire('structureId', 'structure', 'Structure\u00a0: choisir la structure partenaire, et elle seule.');
      }
      if (partie.structureId && structures.filter((s) => s === partie.structureId).length > 1) {
        dire('structureId', 'double', `${partie.nom} figure deux fois parmi les parties.`);
      }
      const choisi =
        partie.signataireId &&
        signataires.find((s) => s.id === partie.signataireId && s.structureId === (partie.structureId ?? null));
      if (partie.signataireId && !choisi) {
        dire('signataireId', 'pouvoir', `Signataire\u00a0: choisir une personne qui a un compte pour ${partie.nom}.`);
      }
    }
    if (parties.filter((p) => p.genre === 'ARS').length > 1) {
      erreurs.push({ champ: 'parties', code: 'ars', message: 'L’Agence régionale de santé figure une seule fois.' });
    }
    if (erreurs.length) throw new SaisieInvalide(erreurs);
  }
}

/** Structures among some parties. */
export const structuresDe = (parties: readonly { structureId?: string | null }[]): string[] =>
  parties.map((p) => p.structureId).filter((id) => id != null);
