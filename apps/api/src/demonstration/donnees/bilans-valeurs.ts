import { denominateursUsuels, profilsChoisis } from './scenarios';
import { alea } from './identifiants';
import type { DemoAction, DemoIndicateur, DemoValeur, Trimestre } from './types';

/** Trimestre d’une action : `rang` de 0 (le plus ancien des huit) à 7 (le dernier achevé), `age` depuis le début. */
export interface Moment {
  trimestre: Trimestre;
  rang: number;
  age: number;
}

const PROFILS: ((moment: Moment) => number)[] = [
  ({ age }) => Math.min(1.1, 0.7 + 0.06 * age),
  () => 0.98,
  ({ rang }) => 1.1 - 0.04 * rang,
  ({ rang }) => [1, 0.98, 0.92, 0.72, 0.6, 0.82, 0.95, 1.05][rang] ?? 1,
  ({ rang }) => 1.02 + 0.02 * rang,
  () => 1.01,
];

/** Baisse du troisième trimestre selon le premier mode d’intervention, compensée sur les trois autres. */
const BAISSE_ESTIVALE: Record<string, number> = {
  ATELIER: 0.18,
  FORMATION: 0.3,
  ACTIVITE_PHYSIQUE: 0.14,
  COORDINATION: 0.15,
  CONSULTATION: 0.1,
  DEPISTAGE: 0.12,
};

function cleDe(action: DemoAction, { trimestre }: Moment): string {
  return `${action.cle}/${trimestre.annee}-${trimestre.trimestre}`;
}

/** Part de la prévision réalisée par l’action ce trimestre. */
export function performance(action: DemoAction, moment: Moment): number {
  const choisi = profilsChoisis[action.cle]?.[moment.rang];
  if (choisi !== undefined) return choisi;
  const profil = PROFILS[Math.floor(alea(`profil/${action.cle}`) * PROFILS.length)] ?? (() => 1);
  const baisse = BAISSE_ESTIVALE[action.modes[0] ?? ''] ?? 0.05;
  const saison = moment.trimestre.trimestre === 3 ? 1 - baisse : 1 + baisse / 3;
  const bruit = 0.94 + 0.12 * alea(`bruit/${cleDe(action, moment)}`);
  return profil(moment) * saison * bruit;
}

/** Chemin parcouru de la valeur de référence vers la prévision. */
function progression({ age }: Moment): number {
  return Math.min(1.05, 0.3 + 0.11 * age);
}

function versPrevision(indicateur: DemoIndicateur, moment: Moment, perf: number): number {
  const { previsionTrimestrielle: prevision, valeurReference } = indicateur;
  // Une référence au-dessus de la prévision dit que l’indicateur doit baisser.
  const baisseVoulue = valeurReference === undefined ? indicateur.unite === 'JOURS' : valeurReference > prevision;
  const depart = valeurReference ?? prevision * (baisseVoulue ? 1.3 : 0.7);
  const ecart = (1 - Math.min(perf, 1.1)) * 0.35 * prevision;
  return depart + (prevision - depart) * progression(moment) + (baisseVoulue ? ecart : -ecart);
}

function borner(valeur: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, valeur));
}

function valeurRatio(
  indicateur: DemoIndicateur,
  moment: Moment,
  perf: number,
  cle: string,
  personnes: number,
): DemoValeur {
  const part = 0.45 + 0.35 * alea(`part/${indicateur.cle}`);
  const usuel = denominateursUsuels[indicateur.cle];
  const base = usuel === undefined ? personnes * part : usuel * borner(perf, 0.5, 1.1);
  const minimum = usuel === undefined ? Math.min(8, personnes) : 1;
  const denominateur = Math.max(minimum, Math.round(base * (0.92 + 0.12 * alea(`den/${cle}`))), 1);
  const taux = borner(versPrevision(indicateur, moment, perf) * (0.95 + 0.1 * alea(`num/${cle}`)), 2, 98) / 100;
  return { numerateur: Math.min(denominateur, Math.round(denominateur * taux)), denominateur };
}

function valeurSimple(indicateur: DemoIndicateur, moment: Moment, perf: number, cle: string): DemoValeur {
  const { unite, modeAgregation, previsionTrimestrielle } = indicateur;
  const bruit = 0.93 + 0.14 * alea(`val/${cle}`);
  if (modeAgregation === 'SOMME' && indicateur.valeurReference === undefined) {
    const brut = previsionTrimestrielle * perf * (unite === 'EUROS' ? 0.97 : bruit);
    return { valeur: unite === 'EUROS' ? Math.round(brut / 10) * 10 : Math.round(brut) };
  }
  const max = unite === 'POURCENTAGE' ? 100 : Number.MAX_SAFE_INTEGER;
  const bruitFaible = modeAgregation === 'MOYENNE' || modeAgregation === 'SOMME' ? bruit : 1;
  return { valeur: borner(Math.round(versPrevision(indicateur, moment, perf) * bruitFaible), 0, max) };
}

export interface Mesures {
  beneficiaires: number;
  valeurs: Record<string, DemoValeur>;
  /** Part moyenne des prévisions atteinte sur l’activité. */
  tauxActivite: number;
}

/** Valeurs du trimestre, autour des prévisions, les unes cohérentes avec les autres. */
export function mesurer(action: DemoAction, moment: Moment): Mesures {
  const perf = performance(action, moment);
  const cle = cleDe(action, moment);
  const valeurs: Record<string, DemoValeur> = {};
  const principal = action.indicateurs.find(
    ({ commun }) => commun === 'PERSONNES_TOUCHEES' || commun === 'PROFESSIONNELS_FORMES',
  );
  const beneficiaires = principal
    ? (valeurSimple(principal, moment, perf, `${cle}/${principal.cle}`).valeur ?? 0)
    : Math.round((action.beneficiairesCibles / 4) * perf);
  const taux: number[] = [];
  for (const indicateur of action.indicateurs) {
    const cleValeur = `${cle}/${indicateur.cle}`;
    const valeur =
      indicateur.modeAgregation === 'RATIO'
        ? valeurRatio(indicateur, moment, perf, cleValeur, beneficiaires)
        : valeurSimple(indicateur, moment, perf, cleValeur);
    valeurs[indicateur.cle] = valeur;
    if (indicateur.type === 'ACTIVITE' && valeur.valeur !== undefined) {
      taux.push(valeur.valeur / indicateur.previsionTrimestrielle);
    }
  }
  // Un bilan par personne : quand les deux prévisions sont égales, les deux valeurs le sont aussi.
  if (principal) aligner(action, principal, valeurs);
  const tauxActivite = taux.length > 0 ? taux.reduce((somme, t) => somme + t, 0) / taux.length : perf;
  return { beneficiaires, valeurs, tauxActivite };
}

function aligner(action: DemoAction, principal: DemoIndicateur, valeurs: Record<string, DemoValeur>): void {
  const reference = valeurs[principal.cle];
  if (!reference) return;
  for (const { cle, commun, previsionTrimestrielle } of action.indicateurs) {
    if (commun === 'DEPISTAGES_BILANS' && previsionTrimestrielle === principal.previsionTrimestrielle) {
      valeurs[cle] = { ...reference };
    }
  }
}
