import { elementsBilan } from './classeur.rules';
import { QUESTIONS_BILAN, TEXTES_BILAN, type ContenuBilan } from './bilan.rules';

/** Who wrote a part of a report, and when (ISO instant). */
export interface AuteurElement {
  nom: string;
  le: string;
}
/** By key of the part: a question, `beneficiaires`, `indicateur:<id>` or a text. */
export type AuteursBilan = Record<string, AuteurElement>;

/** Days for which a link may be given. */
export const JOURS_CONTRIBUTION_MAX = 30;

const dit = (contenu: ContenuBilan, indicateurs: readonly { id: string }[]): Map<string, string> =>
  new Map(
    elementsBilan(
      contenu,
      QUESTIONS_BILAN,
      indicateurs.map(({ id }) => ({ id, libelle: '', unite: 'NOMBRE' })),
    ).map(({ cle, texte }) => [cle, texte]),
  );

/** The content that says only these parts. */
export function restreindre(contenu: ContenuBilan, cles: readonly string[]): ContenuBilan {
  const retenue = (cle: string): boolean => cles.includes(cle);
  return {
    beneficiaires: retenue('beneficiaires') ? (contenu.beneficiaires ?? null) : null,
    reponses: Object.fromEntries(Object.entries(contenu.reponses).filter(([cle]) => retenue(cle))),
    ...Object.fromEntries(TEXTES_BILAN.map((cle) => [cle, retenue(cle) ? (contenu[cle] ?? null) : null])),
    valeurs: contenu.valeurs.filter(({ indicateurId }) => retenue(`indicateur:${indicateurId}`)),
  };
}

/**
 * Who wrote each part of a draft after a saving: a part that has not changed keeps its author; one that now says what a
 * contributor wrote is theirs; any other is whoever saved. What is empty has no author.
 */
export function auteursApres(
  avant: { contenu: ContenuBilan; auteurs: AuteursBilan },
  apres: ContenuBilan,
  indicateurs: readonly { id: string }[],
  qui: AuteurElement,
  contributions: readonly { nom: string; le: string; contenu: ContenuBilan }[],
): AuteursBilan {
  const ancien = dit(avant.contenu, indicateurs);
  const apports = contributions.map(({ nom, le, contenu }) => ({ nom, le, dit: dit(contenu, indicateurs) }));
  const auteurs: AuteursBilan = {};
  for (const [cle, texte] of dit(apres, indicateurs)) {
    if (!texte) continue;
    const garde = ancien.get(cle) === texte ? avant.auteurs[cle] : undefined;
    const apport = apports.find((a) => a.dit.get(cle) === texte);
    auteurs[cle] = garde ?? (apport ? { nom: apport.nom, le: apport.le } : qui);
  }
  return auteurs;
}
