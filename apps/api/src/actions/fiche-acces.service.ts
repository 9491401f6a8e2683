import { Injectable } from '@nestjs/common';
import { Departement, EtatIncompatible, FicheAction, Introuvable, type ContextePersonne } from '@coopilote/db';
import {
  ETATS_REDACTION_ANIMATION,
  ETATS_REDACTION_PARTENAIRE,
  LIBELLES_ETATS_FICHE,
  type EtatFiche,
} from '@coopilote/domain/actions';
import { peut, type Operation, type Ressource } from '@coopilote/domain/droits';
import { exiger } from '../platform/exiger';

/** A fiche-action and where it lies. */
export interface FicheSituee {
  fiche: FicheAction;
  regionCode: string;
  ressource: Ressource;
}

/** True when the caller may write the fiche in its present state: the promoteur while it is a draft, the animation later. */
export function estModifiable(ctx: ContextePersonne, etat: EtatFiche, ressource: Ressource): boolean {
  if (peut(ctx.identite, 'fiche.valider', ressource)) return ETATS_REDACTION_ANIMATION.includes(etat);
  return peut(ctx.identite, 'fiche.rediger', ressource) && ETATS_REDACTION_PARTENAIRE.includes(etat);
}

/** The door of everything that belongs to a fiche-action. */
@Injectable()
export class FicheAcces {
  /**
   * The fiche on which the caller may do `operation`.
   * @throws Introuvable, Interdit
   */
  async loadFor(ctx: ContextePersonne, id: string, operation: Operation): Promise<FicheSituee> {
    const fiche = await ctx.manager.findOneBy(FicheAction, { id });
    if (!fiche) throw new Introuvable('Cette fiche-action');
    const { departementCode, cooperativeId, structureId } = fiche;
    const { regionCode } = await ctx.manager.findOneByOrFail(Departement, { code: departementCode });
    const ressource = { regionCode, departementCode, cooperativeId, structureId };
    exiger(ctx, operation, ressource);
    return { fiche, regionCode, ressource };
  }

  /** @throws EtatIncompatible when the fiche, in its state, is no longer written by the caller. */
  requireEditable(ctx: ContextePersonne, { fiche, ressource }: FicheSituee): void {
    if (estModifiable(ctx, fiche.etat, ressource)) return;
    const etat = LIBELLES_ETATS_FICHE[fiche.etat];
    throw new EtatIncompatible(
      ETATS_REDACTION_ANIMATION.includes(fiche.etat)
        ? `La fiche-action est ${etat}\u00a0: la délégation seule peut encore la modifier, ou vous la renvoyer.`
        : `La fiche-action est ${etat}\u00a0: elle ne se modifie plus.`,
    );
  }
}
