import {
  METHODE,
  type IndicateurRapport,
  type RapportConsolidation,
  type TotalRapport,
} from '@coopilote/domain/consolidation';
import { LIBELLES_ETATS_BILAN } from '@coopilote/domain/bilans';
import { jourAParis } from '@coopilote/domain/commun';
import { LIBELLES_UNITES, MODES_AGREGATION, type ModeAgregation } from '@coopilote/domain/referentiel';
import { etendue, nombre } from '../bilan-annuel/nombres';
import { formatDate } from '../dates';
import type { Bloc, Graphique, Ouvrage } from '../modele';

/** Most bars that one chart shows. */
const BARRES = 20;
const titre = (texte: string, niveau: 1 | 2 | 3 = 1): Bloc => ({ genre: 'TITRE', niveau, texte });
const phrase = (texte: string): Bloc => ({ genre: 'PHRASE', texte });
const pluriel = (n: number, un: string, plusieurs: string): string => `${nombre(n)}\u00a0${n > 1 ? plusieurs : un}`;
const personnes = ({ beneficiairesBas: bas, beneficiairesHaut: haut }: TotalRapport): string => etendue({ bas, haut });
const part = (recus: number, attendus: number): string =>
  attendus === 0 ? '–' : `${Math.floor((100 * recus) / attendus)}\u00a0%`;

/** Lays out the report of a period: synthesis first, then the totals, the indicators, the time, the method and what is missing. */
export function composerRapport(r: RapportConsolidation, { maintenant }: { maintenant: Date }): Ouvrage {
  return {
    surtitre: r.perimetre,
    titre: `Consolidation des coopératives d’acteurs, ${r.periode}`,
    faits: [
      { terme: 'Période', valeur: r.periode },
      { terme: 'Filtres', valeur: r.filtres.length ? r.filtres.join('\n') : 'aucun' },
      { terme: 'Établi le', valeur: formatDate(jourAParis(maintenant)) },
    ],
    auteur: r.perimetre,
    sujet: `Consolidation régionale, ${r.periode}`,
    bandeau: r.demonstration ? 'Données de démonstration' : null,
    creeLe: maintenant,
    blocs: [
      ...synthese(r),
      { genre: 'SAUT' },
      titre('Totaux par département'),
      tableTotaux('Département', r.departements, r.total),
      ...graphiquePersonnes('Personnes touchées, par département', r.departements),
      titre('Totaux par thématique'),
      phrase(
        'Une coopérative peut suivre plusieurs thématiques\u00a0: la somme des lignes dépasse alors l’ensemble, qui reste juste.',
      ),
      tableTotaux('Thématique', r.thematiques, r.total),
      titre('Totaux par public'),
      phrase(
        'Une action peut viser plusieurs publics\u00a0: la somme des lignes dépasse alors l’ensemble, qui reste juste.',
      ),
      tableTotaux('Public', r.publics, r.total),
      titre('Indicateurs communs'),
      ...indicateurs(r.indicateurs),
      titre('Évolution par trimestre'),
      ...evolution(r),
      titre('Méthode'),
      ...methode(),
      titre('Bilans manquants'),
      ...manquants(r),
    ],
  };
}

function synthese({ total, enRetard, departements, indicateurs: communs, periode }: RapportConsolidation): Bloc[] {
  const { bilansAttendus, bilansRecus, bilansValides, actions } = total;
  const manquent = bilansAttendus - bilansRecus;
  const atteints = communs.filter(({ taux }) => taux !== null && taux >= 100).length;
  const mesures = communs.filter(({ taux }) => taux !== null).length;
  return [
    titre('Synthèse'),
    {
      genre: 'ENCADRE',
      titre: `${nombre(bilansRecus)} bilans reçus sur ${nombre(bilansAttendus)} attendus (${part(bilansRecus, bilansAttendus)})`,
      texte: `${pluriel(actions, 'action', 'actions')} dans ${pluriel(departements.length, 'département', 'départements')}. Personnes touchées\u00a0: ${personnes(total)}, pour ${nombre(total.beneficiairesCibles)} ciblées sur toute la durée des actions.`,
      note:
        total.beneficiairesBas === total.beneficiairesHaut
          ? null
          : 'Les personnes différentes ne s’additionnent pas d’un trimestre à l’autre\u00a0: leur nombre est donné entre deux bornes.',
    },
    {
      genre: 'LISTE',
      elements: [
        `${pluriel(bilansValides, 'bilan validé', 'bilans validés')} par les délégations, ${pluriel(bilansRecus - bilansValides, 'reste', 'restent')} à valider.`,
        manquent === 0
          ? 'Aucun bilan ne manque.'
          : `${pluriel(manquent, 'bilan manque', 'bilans manquent')}, dont ${nombre(enRetard)} en retard\u00a0: ils ne comptent dans aucun chiffre, et ne sont jamais lus comme des zéros. Ils sont nommés à la fin.`,
        ...(mesures
          ? [
              `${pluriel(communs.length, 'indicateur commun', 'indicateurs communs')}\u00a0; ${atteints} sur ${mesures} ${atteints > 1 ? 'atteignent' : 'atteint'} leur prévision de la période.`,
            ]
          : []),
      ],
    },
    titre('Ce que contient ce rapport', 2),
    {
      genre: 'LISTE',
      elements: [
        `Les totaux de la période (${periode}) par département, par thématique et par public.`,
        'Les indicateurs communs, prévus et réalisés, par mode d’agrégation.',
        'L’évolution par trimestre.',
        'La méthode, et les bilans qui manquent.',
      ],
    },
  ];
}

function tableTotaux(axe: string, lignes: readonly TotalRapport[], total: TotalRapport): Bloc {
  const rangee = (t: TotalRapport): string[] => [
    t.libelle,
    nombre(t.actions),
    `${nombre(t.bilansRecus)} sur ${nombre(t.bilansAttendus)}`,
    part(t.bilansRecus, t.bilansAttendus),
    t.bilansRecus === 0 ? '–' : personnes(t),
    nombre(t.beneficiairesCibles),
  ];
  return {
    genre: 'TABLE',
    entetes: [axe, 'Actions', 'Bilans reçus', 'Part', 'Personnes touchées', 'Ciblées'],
    parts: [25, 10, 17, 8, 27, 13],
    nombres: [1, 2, 3, 4, 5],
    lignes: lignes.map(rangee),
    pied: [rangee({ ...total, libelle: 'Ensemble' })],
  };
}

function graphiquePersonnes(nom: string, lignes: readonly TotalRapport[]): Graphique[] {
  const connues = lignes.filter(({ bilansRecus }) => bilansRecus > 0);
  if (connues.length < 2) return [];
  const montrees =
    connues.length > BARRES
      ? connues.toSorted((a, b) => b.beneficiairesHaut - a.beneficiairesHaut).slice(0, BARRES)
      : connues;
  const bornes = montrees.some(({ beneficiairesBas, beneficiairesHaut }) => beneficiairesBas !== beneficiairesHaut);
  return [
    {
      genre: 'GRAPHIQUE',
      titre: nom,
      legende: `Barre\u00a0: ${bornes ? 'borne basse, plus claire jusqu’à la borne haute' : 'personnes touchées'}.${connues.length > BARRES ? ` Les ${BARRES} plus grands nombres sur ${connues.length}.` : ''}`,
      lignes: montrees.map((t) => ({
        ...{ libelle: t.libelle, bas: t.beneficiairesBas, haut: t.beneficiairesHaut, repere: null },
        valeur: personnes(t),
      })),
    },
  ];
}

const MODES: Record<ModeAgregation, { titre: string; sens: string }> = {
  SOMME: {
    titre: 'Sommes',
    sens: 'Les trimestres, puis les actions, s’additionnent. Pour des personnes différentes, qui peuvent revenir, le réalisé est donné entre deux bornes.',
  },
  DERNIERE_VALEUR: {
    titre: 'Dernières valeurs',
    sens: 'La dernière valeur connue de chaque action est retenue, puis additionnée d’une action à l’autre (moyenne pour un pourcentage).',
  },
  MOYENNE: { titre: 'Moyennes', sens: 'Moyenne de toutes les valeurs reçues.' },
  MAXIMUM: { titre: 'Maximums', sens: 'La plus grande des valeurs reçues.' },
  RATIO: { titre: 'Ratios', sens: 'Somme des numérateurs sur somme des dénominateurs, jamais une moyenne de ratios.' },
};

const SUFFIXES: Partial<Record<IndicateurRapport['unite'], string>> = { POURCENTAGE: '\u00a0%', EUROS: '\u00a0€' };
const realise = (i: IndicateurRapport): string => etendue(i, SUFFIXES[i.unite]);
const prevu = (i: IndicateurRapport): string =>
  i.prevision === null ? '–' : `${nombre(i.prevision)}${SUFFIXES[i.unite] ?? ''}`;
const taux = (i: IndicateurRapport): string => (i.taux === null ? '–' : `${nombre(i.taux)}\u00a0%`);

function indicateurs(communs: readonly IndicateurRapport[]): Bloc[] {
  if (communs.length === 0)
    return [phrase('Aucun bilan de cette sélection ne porte de valeur d’un indicateur commun.')];
  const juges = communs.filter((i) => i.taux !== null);
  return [
    ...MODES_AGREGATION.flatMap((mode): Bloc[] => {
      const siens = communs.filter(({ modeAgregation }) => modeAgregation === mode);
      if (siens.length === 0) return [];
      return [
        titre(MODES[mode].titre, 2),
        phrase(MODES[mode].sens),
        {
          genre: 'TABLE',
          entetes: ['Indicateur', 'Unité', 'Prévu', 'Réalisé', 'Taux', 'Valeurs'],
          parts: [31, 16, 12, 21, 9, 11],
          nombres: [2, 3, 4, 5],
          lignes: siens.map((i) => [
            i.libelle,
            LIBELLES_UNITES[i.unite],
            prevu(i),
            realise(i),
            taux(i),
            nombre(i.releves),
          ]),
        },
      ];
    }),
    ...(juges.length
      ? [
          {
            genre: 'GRAPHIQUE' as const,
            titre: 'Réalisé rapporté au prévu',
            legende: `Trait\u00a0: prévision atteinte (100\u00a0%). Barres arrêtées à 200\u00a0%.${juges.length > BARRES ? ` Les ${BARRES} premiers sur ${juges.length}.` : ''}`,
            lignes: juges.slice(0, BARRES).map((i) => ({
              libelle: i.libelle,
              ...{ bas: Math.min(i.taux ?? 0, 200), haut: Math.min(i.taux ?? 0, 200), repere: 100 },
              valeur: taux(i),
            })),
          },
        ]
      : []),
  ];
}

function evolution({ trimestres, evolution: quand }: RapportConsolidation): Bloc[] {
  return [
    phrase(
      `${quand}. Un chiffre plus bas là où des bilans manquent n’est pas une baisse\u00a0: la part des bilans reçus se lit d’abord.`,
    ),
    {
      genre: 'TABLE',
      entetes: ['Trimestre', 'Actions', 'Bilans reçus', 'Part', 'Personnes touchées'],
      parts: [24, 16, 24, 12, 24],
      nombres: [1, 2, 3, 4],
      lignes: trimestres.map((t) => [
        t.libelle,
        nombre(t.actions),
        `${nombre(t.bilansRecus)} sur ${nombre(t.bilansAttendus)}`,
        part(t.bilansRecus, t.bilansAttendus),
        t.bilansRecus === 0 ? '–' : nombre(t.beneficiairesHaut),
      ]),
    },
    ...graphiquePersonnes('Personnes touchées, par trimestre', trimestres),
  ];
}

function methode(): Bloc[] {
  return [
    { genre: 'LISTE', elements: METHODE },
    phrase(
      'Le total des personnes ajoute les actions\u00a0: une personne venue à deux actions y compte deux fois, ce que les bilans ne permettent pas de savoir. Le nombre réel de personnes peut donc être plus bas que la borne basse.',
    ),
    phrase(
      'Chaque chiffre s’ouvre, dans l’application, sur les bilans dont il vient. Les mêmes données s’exportent, ligne par ligne, en classeur, en CSV et en JSON.',
    ),
  ];
}

function manquants({ manquants: liste, total }: RapportConsolidation): Bloc[] {
  if (liste.length === 0) return [phrase('Tous les bilans attendus ont été reçus.')];
  return [
    phrase(
      `${pluriel(total.bilansAttendus - total.bilansRecus, 'bilan attendu n’a', 'bilans attendus n’ont')} pas été reçu${total.bilansAttendus - total.bilansRecus > 1 ? 's' : ''}. Les chiffres de ces actions manquent aux totaux\u00a0; ils ne valent pas zéro.`,
    ),
    ...liste.flatMap(({ departement, nombre: combien, bilans }): Bloc[] => [
      titre(`${departement}\u00a0: ${pluriel(combien, 'bilan manquant', 'bilans manquants')}`, 2),
      {
        genre: 'TABLE',
        entetes: ['Action', 'Structure', 'Trimestre', 'État'],
        parts: [42, 30, 13, 15],
        lignes: bilans.map((b) => [b.action, b.structure, b.trimestre, LIBELLES_ETATS_BILAN[b.etat]]),
      },
      ...(combien > bilans.length
        ? [phrase(`Et ${nombre(combien - bilans.length)} autres, dans l’export du suivi des actions (T3).`)]
        : []),
    ]),
  ];
}
