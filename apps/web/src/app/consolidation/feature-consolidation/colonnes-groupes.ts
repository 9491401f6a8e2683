import type { Noeud } from '@coopilote/domain/consolidation/arbre.rules';
import { type AxeGroupe, LIBELLES_AXES_GROUPES } from '@coopilote/domain/consolidation/groupes.rules';
import { LIBELLES_MODES, LIBELLES_UNITES } from '@coopilote/domain/referentiel/listes';
import type { ColonneGrille } from '@coopilote/ui/grille/colonne';

/** Columns of the groups as a spreadsheet reads them: one an axis, then the figures, their unit and their mode. */
export function colonnesGroupes(axes: readonly AxeGroupe[], avant: string | null): ColonneGrille<Noeud>[] {
  const nombre = (cle: string, entete: string, valeur: (noeud: Noeud) => number | null): ColonneGrille<Noeud> => ({
    cle,
    entete,
    genre: 'nombre',
    valeur,
  });
  return [
    ...axes.map((axe, rang): ColonneGrille<Noeud> => ({
      cle: axe,
      entete: LIBELLES_AXES_GROUPES[axe],
      genre: 'texte',
      valeur: ({ noms }) => noms[rang] ?? 'Ensemble',
    })),
    {
      cle: 'unite',
      entete: 'Unité',
      genre: 'texte',
      valeur: ({ mesure }) => (mesure ? LIBELLES_UNITES[mesure.unite] : 'bénéficiaires'),
    },
    {
      cle: 'mode',
      entete: 'Mode d’agrégation',
      genre: 'texte',
      valeur: ({ mesure }) => mesure && LIBELLES_MODES[mesure.mode],
    },
    nombre('actions', 'Actions', ({ mesures }) => mesures?.actions ?? null),
    nombre('attendus', 'Attendus', ({ mesures }) => mesures?.attendus ?? null),
    nombre('recus', 'Reçus', ({ mesures }) => mesures?.recus ?? null),
    nombre('bas', 'Au moins', ({ mesures }) => mesures?.bas ?? null),
    nombre('haut', 'Au plus', ({ mesures }) => mesures?.haut ?? null),
    nombre('prevu', 'Prévu ou ciblé', ({ prevu }) => prevu),
    nombre('taux', 'Taux (%)', ({ taux }) => taux),
    ...(avant
      ? [
          nombre('base-bas', `${avant}, au moins`, ({ base }) => base?.bas ?? null),
          nombre('base', `${avant}, au plus`, ({ base }) => base?.haut ?? null),
          nombre('ecart', 'Différence', ({ ecart }) => ecart?.ecart ?? null),
          nombre('part', 'Différence (%)', ({ ecart }) =>
            ecart?.part == null ? null : Math.round(ecart.part * 1000) / 10,
          ),
        ]
      : []),
  ];
}
