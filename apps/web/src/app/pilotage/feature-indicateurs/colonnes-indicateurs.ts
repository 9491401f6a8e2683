import { type Colonne, COLONNES_T2 } from '@coopilote/domain/pilotage';
import type { IndicateurSuivi, LigneT2 } from '@coopilote/domain/pilotage/tableaux.contract';
import type { ColonneGrille } from '@coopilote/ui/grille';
import { enTexte } from '../ui/ecrire-indicateur';

type Cle = (typeof COLONNES_T2)[number]['cle'];

/** Of the frozen column, in pixels; the others share the room that is left. */
const LARGEUR = 220;

/** COLONNES_T2, in the guide's order, as the grid takes them. */
export const COLONNES_INDICATEURS: readonly ColonneGrille<LigneT2>[] = COLONNES_T2.map((colonne: Colonne<Cle>) => ({
  ...commun(colonne),
  ...propre(colonne.cle),
}));

function commun({ cle, entete, court, groupe, fige }: Colonne<Cle>) {
  // Folded, the group keeps what the copil looks at first.
  return { cle, entete, court, groupe, fige, largeur: fige ? LARGEUR : undefined, reste: cle === 'resultat' };
}

function propre(cle: Cle): Pick<ColonneGrille<LigneT2>, 'genre'> & Partial<ColonneGrille<LigneT2>> {
  switch (cle) {
    case 'intitule':
      return { genre: 'lien', lien: lienDeLigne, detail: ({ structure }) => structure, principale: true };
    case 'resultatsAttendus':
    case 'sources':
      return { genre: 'texte' };
    default:
      return {
        genre: 'texte',
        valeur: (ligne) => ligne[cle].map(enTexte),
        ordre: (ligne) => tauxLePlusBas(ligne[cle]),
        exporte: (ligne) => ligne[cle].map(enTexte).join('\n'),
      };
  }
}

/** Where a row leads. */
export function lienDeLigne(ligne: LigneT2): string {
  return `/fiches-actions/${ligne.ficheActionId}`;
}

/** A list of indicators is as far as the least advanced of them; null when none has a forecast. */
export function tauxLePlusBas(indicateurs: readonly IndicateurSuivi[]): number | null {
  const taux = indicateurs.flatMap(({ taux }) => (taux === null ? [] : [taux]));
  return taux.length ? Math.min(...taux) : null;
}
