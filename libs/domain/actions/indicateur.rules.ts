import type { ErreurChamp } from '../commun/probleme';
import type { ModeAgregation, TypeIndicateur, Unite } from '../referentiel/listes';

interface IndicateurJuge {
  type: TypeIndicateur;
  niveauResultat?: string | null;
  unite: Unite;
  modeAgregation: ModeAgregation;
  valeurReference?: number | null;
  previsions?: { annee: number; trimestre: number; valeur: number }[] | null;
}

/** Units whose values are whole numbers. */
const UNITES_ENTIERES: readonly Unite[] = ['PERSONNES', 'PARTICIPATIONS', 'SEANCES'];

/** What is wrong with one value of a unit, in French; null when right. Values are never negative. */
export function verifierValeur(unite: Unite, valeur: number): string | null {
  if (valeur < 0) return 'un nombre négatif n’est pas possible.';
  if (unite === 'POURCENTAGE' && valeur > 100) return 'un pourcentage ne dépasse pas 100.';
  if (UNITES_ENTIERES.includes(unite) && !Number.isInteger(valeur)) return 'un nombre entier est attendu.';
  return null;
}

/** What is wrong between the fields of an indicator: unit, forecasts, mode. */
export function verifierIndicateur(indicateur: IndicateurJuge): ErreurChamp[] {
  const erreurs: ErreurChamp[] = [];
  const dire = (champ: string, code: string, message: string) => erreurs.push({ champ, code, message });
  if (indicateur.niveauResultat && indicateur.type !== 'RESULTAT') {
    dire('niveauResultat', 'type', 'Niveau de résultat\u00a0: seulement pour un indicateur de résultats.');
  }
  if (indicateur.modeAgregation === 'SOMME' && indicateur.unite === 'POURCENTAGE') {
    dire(
      'modeAgregation',
      'mode',
      'Mode d’agrégation\u00a0: des pourcentages ne s’additionnent pas, choisir moyenne, ratio ou dernière valeur.',
    );
  }
  const reference = indicateur.valeurReference;
  const faux = reference == null ? null : verifierValeur(indicateur.unite, reference);
  if (faux) dire('valeurReference', 'valeur', `Valeur de référence\u00a0: ${faux}`);
  const vues = new Set<string>();
  (indicateur.previsions ?? []).forEach((p, i) => {
    const message = verifierValeur(indicateur.unite, p.valeur);
    if (message) dire(`previsions.${i}.valeur`, 'valeur', `Valeur prévue\u00a0: ${message}`);
    const cle = `${p.annee}-${p.trimestre}`;
    if (vues.has(cle)) dire(`previsions.${i}.trimestre`, 'double', 'Prévisions\u00a0: ce trimestre figure deux fois.');
    vues.add(cle);
  });
  return erreurs;
}
