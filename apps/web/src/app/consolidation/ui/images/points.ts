import type { Params } from '@angular/router';
import type { Noeud } from '@coopilote/domain/consolidation/arbre.rules';
import { compter, formatNombre, formatPourcent } from '@coopilote/ui/format/format';
import { ecrire, ecrireEntre } from '../mesures';
import type { LigneImage } from './cadre-image';

/** A figure of a picture, with its words and the filters of its reports. */
export interface Point {
  cle: string;
  nom: string;
  bas: number | null;
  haut: number | null;
  prevu: number | null;
  taux: number | null;
  recus: number;
  attendus: number;
  /** Share of the reports that came. */
  part: number | null;
  /** « entre 9 100 et 12 480 ». */
  texte: string;
  /** « 12 480 »: the high end alone, for the top of a bar. */
  court: string;
  textePrevu: string;
  lien: Params;
}

export function pointDe(noeud: Noeud, lien: Params): Point {
  const { mesures, mesure, prevu, taux, noms, cles } = noeud;
  const [recus, attendus] = [mesures?.recus ?? 0, mesures?.attendus ?? 0];
  return {
    cle: cles.at(-1) ?? '',
    nom: noms.at(-1) ?? 'Ensemble',
    bas: mesures?.bas ?? null,
    haut: mesures?.haut ?? null,
    prevu,
    taux,
    recus,
    attendus,
    part: attendus ? recus / attendus : null,
    texte: ecrireEntre(mesures, mesure),
    court: ecrire(mesures?.haut ?? null, mesure),
    textePrevu: ecrire(prevu, mesure),
    lien,
  };
}

/** The rows under a picture: the figure, what was meant, and the reports that it comes from. */
export const ENTETES_POINTS = ['Prévu ou ciblé', 'Taux', 'Reçus / attendus'] as const;
export function ligneDe(point: Point): LigneImage {
  return {
    cellules: [
      point.nom,
      point.texte,
      point.textePrevu,
      point.taux === null ? '–' : `${formatNombre(point.taux)}\u202f%`,
      `${formatNombre(point.recus)} / ${formatNombre(point.attendus)}`,
    ],
    lien: point.lien,
  };
}

/** « 41 bilans sur 48 (85 %) ». */
export function direRecus(point: Point): string {
  return `${compter(point.recus, 'reçu')} sur ${formatNombre(point.attendus)} (${formatPourcent(point.part)})`;
}

/** A round number a little above the greatest, for the top of an axis. */
export function sommet(valeurs: readonly (number | null)[]): number {
  const plus = Math.max(0, ...valeurs.filter((valeur) => valeur !== null));
  if (!plus) return 1;
  const pas = 10 ** Math.floor(Math.log10(plus));
  return Math.ceil((plus / pas) * 2) * (pas / 2);
}
