import { Injectable } from '@nestjs/common';
import {
  AttributionRole,
  EtatIncompatible,
  Interdit,
  Introuvable,
  updateVersioned,
  Utilisateur,
  type ContextePersonne,
} from '@coopilote/db';
import type { Page } from '@coopilote/domain/commun';
import type { CompteLu, CompteModifie, CompteStructureLu, ComptesDemandes } from '@coopilote/domain/comptes';
import { perimetreDe, peut } from '@coopilote/domain/droits';
import { enPage } from '../platform/conditions';
import { modifierDepuis } from '../platform/version';
import { closeAccess, coordinatedIn, findCompte, listComptes, listComptesStructure, regionsOf } from './compte.queries';
import { exigerNomination } from './nomination';

@Injectable()
export class CompteService {
  /** Persons of the reader's region (administrator) or département (DD). */
  async list(ctx: ContextePersonne, demande: ComptesDemandes): Promise<Page<CompteLu>> {
    const { lignes, total } = await listComptes(ctx, demande, perimetreDe(ctx.identite, 'compte.nommer'));
    return enPage(demande, lignes, total);
  }

  /** @throws Introuvable */
  async read(ctx: ContextePersonne, id: string): Promise<CompteLu> {
    const compte = await findCompte(ctx, id);
    if (!compte) throw new Introuvable('Ce compte');
    return compte;
  }

  /** Persons who sign in for a structure; the caller has checked who asks. */
  async listOfStructure(ctx: ContextePersonne, structureId: string): Promise<CompteStructureLu[]> {
    return listComptesStructure(ctx, structureId);
  }

  /** Corrects a name. @throws Introuvable, Interdit, VersionPerimee */
  async update(ctx: ContextePersonne, id: string, { version, prenom, nom }: CompteModifie): Promise<CompteLu> {
    const compte = await this.read(ctx, id);
    exigerGestion(ctx, compte);
    await modifierDepuis(
      version,
      compte.version,
      () => this.read(ctx, id),
      () => updateVersioned(ctx, Utilisateur, { id }, version, { prenom, nom }),
    );
    return this.read(ctx, id);
  }

  /**
   * Shuts an account: its sessions and its links end at once.
   * @throws Interdit for oneself; EtatIncompatible when the person also works in a region of which the caller is no administrator.
   */
  async deactivate(ctx: ContextePersonne, id: string): Promise<CompteLu> {
    if (id === ctx.identite.utilisateurId) throw new Interdit('Vous ne pouvez pas désactiver votre propre compte.');
    await this.switch(ctx, id, false);
    await closeAccess(ctx, id);
    return this.read(ctx, id);
  }

  async reactivate(ctx: ContextePersonne, id: string): Promise<CompteLu> {
    await this.switch(ctx, id, true);
    return this.read(ctx, id);
  }

  /**
   * Ends a role, at once; the history keeps who held it. The account stays.
   * @throws EtatIncompatible when an open CA would be left without its DD's coordinator (R1).
   */
  async removeRole(ctx: ContextePersonne, id: string, attributionId: string): Promise<void> {
    const compte = await this.read(ctx, id);
    const attribution = compte.attributions.find((a) => a.id === attributionId);
    if (!attribution) throw new Introuvable('Ce rôle');
    exigerNomination(ctx, attribution.role, { ...attribution, departementsMembres: [] });
    if (id === ctx.identite.utilisateurId) throw new Interdit('Vous ne pouvez pas vous retirer un rôle à vous-même.');
    if (attribution.role === 'COORDINATEUR_DD' && attribution.departementCode) {
      const [intitule] = await coordinatedIn(ctx, id, attribution.departementCode);
      if (intitule) {
        throw new EtatIncompatible(
          `Cette personne coordonne la coopérative «\u00a0${intitule}\u00a0»\u00a0: désignez-y d’abord quelqu’un d’autre.`,
        );
      }
    }
    const { affected } = await ctx.manager.delete(AttributionRole, { id: attributionId, utilisateurId: id });
    if (!affected) throw new Interdit();
  }

  private async switch(ctx: ContextePersonne, id: string, actif: boolean): Promise<void> {
    exigerGestion(ctx, await this.read(ctx, id));
    const siennes = perimetreDe(ctx.identite, 'compte.gerer').regions;
    if ((await regionsOf(ctx, id)).some((region) => !siennes.includes(region))) {
      throw new EtatIncompatible(
        'Cette personne tient aussi un rôle dans une autre région\u00a0: retirez plutôt les rôles qu’elle tient ici.',
      );
    }
    await ctx.manager.update(Utilisateur, { id }, { actif });
  }
}

function exigerGestion(ctx: ContextePersonne, compte: CompteLu): void {
  if (!compte.attributions.some(({ regionCode }) => peut(ctx.identite, 'compte.gerer', { regionCode }))) {
    throw new Interdit();
  }
}
