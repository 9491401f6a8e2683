/** Axes of a grouping (T6). An action may stand under several thématiques or publics: their lines add to more than their subtotal. */
export const AXES_GROUPES = [
  'region',
  'departement',
  'epci',
  'territoire',
  'thematique',
  'public',
  'structure',
  'cooperative',
  'phase',
  'annee',
  'trimestre',
  'indicateur',
] as const;
export type AxeGroupe = (typeof AXES_GROUPES)[number];
export const AXES_AU_PLUS = 3;

export const LIBELLES_AXES_GROUPES: Record<AxeGroupe, string> = {
  region: 'Région',
  departement: 'Département',
  epci: 'Intercommunalité',
  territoire: 'Commune',
  thematique: 'Thématique',
  public: 'Public',
  structure: 'Structure',
  cooperative: 'Coopérative',
  phase: 'Phase',
  annee: 'Année',
  trimestre: 'Trimestre',
  indicateur: 'Indicateur commun',
};

/** Reads « departement,annee »; answers why it makes no sense, in French, rather than guess. */
export function lireAxes(par: string): { axes: AxeGroupe[]; refus: string | null } {
  const noms = par.split(',').filter(Boolean);
  const axes = noms.flatMap((nom) => AXES_GROUPES.filter((axe) => axe === nom));
  const inconnu = noms.find((nom) => !AXES_GROUPES.some((axe) => axe === nom));
  if (inconnu)
    return { axes, refus: `«\u00a0${inconnu}\u00a0» n’est pas un axe. Axes\u00a0: ${AXES_GROUPES.join(', ')}.` };
  if (axes.length > AXES_AU_PLUS) return { axes, refus: 'trois axes au plus. Retirez-en un, ou faites-en un filtre.' };
  if (new Set(axes).size < axes.length) return { axes, refus: 'le même axe est demandé deux fois.' };
  if (axes.includes('annee') && axes.includes('trimestre') && axes.indexOf('annee') > axes.indexOf('trimestre')) {
    return { axes, refus: 'l’année vient avant le trimestre, qui est dedans.' };
  }
  return { axes, refus: null };
}
