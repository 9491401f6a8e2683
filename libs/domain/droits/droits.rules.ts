import type { Attribution, Identite, Role } from '../comptes/roles';

/**
 * How far a role reaches for one operation:
 * - `region`, `departement`, `cooperative`: the resource lies in the scope of the attribution;
 * - `membre`: the resource belongs to a CA of which the person's structure is a member;
 * - `structure`: the resource belongs to the person's own structure.
 */
type Portee = 'region' | 'departement' | 'cooperative' | 'membre' | 'structure';
type Droits = Partial<Record<Role, Portee | readonly Portee[]>>;

const DD: Droits = { ADMIN_REGIONAL: 'region', COORDINATEUR_DD: 'departement' };
const ANIMATION: Droits = { ...DD, COPILOTE: 'cooperative' };
const LECTURE_CA: Droits = {
  ...ANIMATION,
  EVALUATEUR_REGIONAL: 'region',
  EVALUATEUR_EXTERNE: 'cooperative',
  MEMBRE_COPIL: 'cooperative',
  PARTENAIRE: 'membre',
};
const LECTURE_BILAN: Droits = {
  ...ANIMATION,
  EVALUATEUR_REGIONAL: 'region',
  EVALUATEUR_EXTERNE: 'cooperative',
  PARTENAIRE: 'membre',
};
const SIEGE: Droits = { ADMIN_REGIONAL: 'region', EVALUATEUR_REGIONAL: 'region' };
const ADMIN: Droits = { ADMIN_REGIONAL: 'region' };
const REDACTION: Droits = { ...ANIMATION, PARTENAIRE: 'structure' };

/** Operation → who, and how far (domaine, chapter 1). What is not listed is refused. */
const TABLE = {
  'cooperative.lire': LECTURE_CA,
  'cooperative.creer': DD,
  'cooperative.modifier': ANIMATION,
  // A CA that exists already arrives by a workbook, past reports included (docs/guides/delegation.md).
  'cooperative.reprendre': DD,
  'adhesion.modifier': ANIMATION,
  'objectif.modifier': ANIMATION,
  'etape.modifier': ANIMATION,
  'fiche.lire': LECTURE_CA,
  'fiche.rediger': REDACTION,
  'fiche.valider': ANIMATION,
  'bilan.lire': LECTURE_BILAN,
  'bilan.remplir': { PARTENAIRE: 'structure' },
  'bilan.valider': DD,
  'bilanAnnuel.lire': LECTURE_CA,
  // Before it is presented.
  'bilanAnnuel.lireBrouillon': { ...ANIMATION, EVALUATEUR_REGIONAL: 'region', PARTENAIRE: 'membre' },
  'bilanAnnuel.completer': REDACTION,
  'bilanAnnuel.conduire': ANIMATION,
  'bilanAnnuel.rouvrir': DD,
  'campagne.lire': { ...SIEGE, COORDINATEUR_DD: 'departement' },
  'campagne.conduire': DD,
  'tableaux.lire': LECTURE_CA,
  // T3 sent back as a workbook: who may write what in it is asked row by row (SuiviClasseurService).
  'suivi.importer': { ...ANIMATION, PARTENAIRE: 'membre' },
  'instance.modifier': ANIMATION,
  'reunion.lire': LECTURE_CA,
  'reunion.animer': ANIMATION,
  'reunion.noter': { ...ANIMATION, PARTENAIRE: 'membre' },
  // A task also opens to the person whom it names (TacheService).
  'tache.suivre': { ...ANIMATION, PARTENAIRE: 'structure' },
  'convention.lire': LECTURE_CA,
  'convention.rediger': ANIMATION,
  'convention.remarquer': { ...ANIMATION, PARTENAIRE: 'membre' },
  // Who binds the ARS: sends to signature, deposits a signed copy, takes note of an end.
  'convention.engager': DD,
  // In the application, and as the person whom the party named (SignatureService).
  'convention.signer': { ...DD, PARTENAIRE: 'membre' },
  // A structure for itself, or the delegation that received its letter.
  'convention.quitter': { ...DD, PARTENAIRE: 'structure' },
  'modele.modifier': ADMIN,
  'structure.lire': { ...LECTURE_CA, PARTENAIRE: ['membre', 'structure'] },
  'structure.creer': DD,
  'structure.modifier': { ...DD, PARTENAIRE: 'structure' },
  'structure.inviter': { ...DD, PARTENAIRE: 'structure' },
  'compte.gerer': ADMIN,
  'compte.nommer': DD,
  'envoi.lire': ADMIN,
  'envoi.reessayer': ADMIN,
  'referentiel.modifier': ADMIN,
  'consolidation.lire': { ...SIEGE, COORDINATEUR_DD: 'departement' },
  // A shared view whose author is gone; one's own is one's own (VuesService).
  'vue.retirer': ADMIN,
  'etatFige.figer': { ...SIEGE, COORDINATEUR_DD: 'departement' },
  'historique.lire': LECTURE_BILAN,
  // The total of a CA, then by structure, then each engagement (docs/argent.md).
  'budget.lire': LECTURE_CA,
  'budget.repartition': { ...ANIMATION, EVALUATEUR_REGIONAL: 'region', PARTENAIRE: 'membre' },
  'engagement.lire': { ...SIEGE, COORDINATEUR_DD: 'departement', PARTENAIRE: 'structure' },
  'engagement.modifier': DD,
  'compteRenduFinancier.remplir': { PARTENAIRE: 'structure' },
  // The structure that lends writes; each structure approves for itself (MiseADispositionAcces).
  'miseADisposition.lire': { ...SIEGE, COORDINATEUR_DD: 'departement', PARTENAIRE: 'structure' },
  'miseADisposition.rediger': { ...DD, PARTENAIRE: 'structure' },
  'miseADisposition.approuver': { ...DD, PARTENAIRE: 'structure' },
  'piece.lire': LECTURE_CA,
  'piece.deposer': { ...ANIMATION, PARTENAIRE: 'membre' },
} satisfies Record<string, Droits>;

export type Operation = keyof typeof TABLE;
export const OPERATIONS = Object.keys(TABLE) as Operation[];

/** Where a resource lies. What is unknown is left out, and then opens nothing. */
export interface Ressource {
  regionCode?: string | null;
  departementCode?: string | null;
  cooperativeId?: string | null;
  /** Structure that the resource belongs to (promoteur, reporter…). */
  structureId?: string | null;
}

function couvre(attribution: Attribution, portee: Portee, ressource: Ressource): boolean {
  switch (portee) {
    case 'region':
      return !!ressource.regionCode && ressource.regionCode === attribution.regionCode;
    case 'departement':
      return !!ressource.departementCode && ressource.departementCode === attribution.departementCode;
    case 'cooperative':
      return !!ressource.cooperativeId && ressource.cooperativeId === attribution.cooperativeId;
    case 'membre':
      return !!ressource.cooperativeId && attribution.cooperatives.includes(ressource.cooperativeId);
    case 'structure':
      return (
        !!ressource.structureId &&
        ressource.structureId === attribution.structureId &&
        (!ressource.cooperativeId || attribution.cooperatives.includes(ressource.cooperativeId))
      );
  }
}

/** True when `identite` may do `operation` on `ressource`. Fails closed: an unknown operation, role or scope means no. */
export function peut(identite: Identite, operation: Operation, ressource: Ressource): boolean {
  const droits: Droits | undefined = TABLE[operation];
  if (!droits) return false;
  return identite.attributions.some((a) => {
    const portees = droits[a.role] ?? [];
    return [portees].flat().some((portee) => couvre(a, portee, ressource));
  });
}

/** Operations that at least one attribution opens on some scope: what menus are made of. */
export function operationsOuvertes(identite: Identite): Operation[] {
  return OPERATIONS.filter((operation) => {
    const droits: Droits = TABLE[operation];
    return identite.attributions.some((a) => droits[a.role] !== undefined);
  });
}

/** Operations open on one resource, for its page. */
export function operationsSur(identite: Identite, ressource: Ressource): Operation[] {
  return OPERATIONS.filter((operation) => peut(identite, operation, ressource));
}
