/** Where the money comes from. */
export const FAMILLES_FINANCEMENT = ['ARS', 'PUBLIC', 'PRIVE', 'PROPRE', 'NATURE'] as const;
export type FamilleFinancement = (typeof FAMILLES_FINANCEMENT)[number];
export const LIBELLES_FAMILLES: Record<FamilleFinancement, string> = {
  ARS: 'Agence régionale de santé',
  PUBLIC: 'Autres financements publics',
  PRIVE: 'Financements privés',
  PROPRE: 'Ressources des structures',
  NATURE: 'Contributions en nature',
};

interface Nature {
  libelle: string;
  famille: FamilleFinancement;
  /** Document that names it. */
  source: string;
}
const GUIDE = 'Guide, fiche 4';
const ANAP = 'ANAP, établissement à impact, « Zoom sur le financement »';
const CERFA = 'Cerfa nº 15059, contributions volontaires en nature';

/** Kinds of funding, a closed list: what is not here is one of the « autre » of its family. */
export const NATURES = {
  ARS_FIR: { libelle: 'Subvention de l’ARS, fonds d’intervention régional', famille: 'ARS', source: GUIDE },
  ARS_AUTRE: { libelle: 'Subvention de l’ARS, autres crédits', famille: 'ARS', source: GUIDE },
  ARTICLE_51: { libelle: 'Financement «\u00a0article 51\u00a0»', famille: 'PUBLIC', source: ANAP },
  ETAT: { libelle: 'Subvention de l’État', famille: 'PUBLIC', source: ANAP },
  COLLECTIVITE: { libelle: 'Aide d’une collectivité territoriale', famille: 'PUBLIC', source: ANAP },
  APPEL_A_PROJETS: { libelle: 'Appel à projets public, national ou européen', famille: 'PUBLIC', source: ANAP },
  MARCHE: { libelle: 'Marché public innovant ou réservé', famille: 'PUBLIC', source: ANAP },
  MECENAT: { libelle: 'Mécénat', famille: 'PRIVE', source: ANAP },
  FONDS_PRIVES: { libelle: 'Fonds privés, appel à projets privé', famille: 'PRIVE', source: ANAP },
  FINANCEMENT_PARTICIPATIF: { libelle: 'Financement participatif', famille: 'PRIVE', source: ANAP },
  PRET_IMPACT: { libelle: 'Prêt à impact', famille: 'PRIVE', source: ANAP },
  AUTOFINANCEMENT: { libelle: 'Autofinancement', famille: 'PROPRE', source: ANAP },
  RESTE_A_CHARGE: { libelle: 'Reste à charge des usagers', famille: 'PROPRE', source: 'ANAP, fiche d’un projet' },
  NATURE: { libelle: 'Contribution en nature, valorisée', famille: 'NATURE', source: CERFA },
  MECENAT_COMPETENCES: { libelle: 'Mécénat de compétences, valorisé', famille: 'NATURE', source: ANAP },
} as const satisfies Record<string, Nature>;

export type NatureFinancement = keyof typeof NATURES;
export const CODES_NATURES = Object.keys(NATURES) as NatureFinancement[];
/** What counts for the form of the act (R4). */
export const NATURES_ARS: readonly NatureFinancement[] = CODES_NATURES.filter((n) => NATURES[n].famille === 'ARS');

export function estSubventionArs(nature: NatureFinancement): boolean {
  return NATURES[nature].famille === 'ARS';
}
