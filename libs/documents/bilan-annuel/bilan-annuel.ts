import {
  bilansManquants,
  LIBELLES_DEVENIRS,
  LIBELLES_ETATS_BILAN_ANNUEL,
  LIBELLES_TEXTES_BILAN,
  TEXTES_BILAN,
  type ActionAnnuelle,
  type ContenuAnnuel,
  type DocumentBilanAnnuel,
  type IndicateurAnnuel,
} from '@coopilote/domain/bilans';
import { jourAParis } from '@coopilote/domain/commun';
import { formatDate } from '../dates';
import type { Bloc, Graphique, Ouvrage } from '../modele';
import {
  citerTrimestres,
  completudeAction,
  ficheAction,
  paroles,
  personnes,
  phrase,
  phrases,
  tableIndicateurs,
} from './action';
import { nombre, prevision, resultat, taux } from './nombres';

/** Most results that one chart shows. */
const BARRES = 14;
const titre = (texte: string, niveau: 1 | 2 | 3 = 1): Bloc => ({ genre: 'TITRE', niveau, texte });
const jour = (instant: string): string => formatDate(jourAParis(new Date(instant)));

/** Lays out the whole report of a year: texts, completeness, figures, T2 and T3, what was told, what was decided. */
export function composerBilanAnnuel(doc: DocumentBilanAnnuel, { maintenant }: { maintenant: Date }): Ouvrage {
  const { contenu } = doc;
  return {
    ...entete(doc, maintenant),
    titre: `Bilan annuel ${contenu.annee}`,
    blocs: [
      ...textes(contenu),
      titre('Complétude de la collecte'),
      ...completude(contenu),
      titre('Chiffres de l’année'),
      ...chiffres(contenu),
      titre('Suivi général des indicateurs'),
      suiviGeneral(contenu),
      titre('Freins, leviers et pistes'),
      ...recits(contenu),
      titre('Ce que disent les structures'),
      ...contenu.actions.flatMap((a) => [
        titre(`${a.intitule} (${a.structure})`, 2),
        ...paroles(a, { ...doc, decisions: [] }),
      ]),
      titre('Décisions, action par action'),
      ...decisions(doc),
      titre('Suivi des actions par les acteurs'),
      ...contenu.actions.map(ficheAction),
    ],
  };
}

/** The part of one action, for its structure. */
export function composerBilanAction(
  doc: DocumentBilanAnnuel,
  ficheActionId: string,
  { maintenant }: { maintenant: Date },
): Ouvrage {
  const actions = doc.contenu.actions.filter((a) => a.ficheActionId === ficheActionId);
  return {
    ...entete(doc, maintenant),
    titre: `Bilan annuel ${doc.contenu.annee}\u00a0: ${actions[0]?.intitule ?? ''}`,
    blocs: actions.flatMap((action): Bloc[] => [
      titre('Synthèse de l’année'),
      ...paroles(action, doc),
      titre('Indicateurs'),
      phrase(completudeAction(action)),
      tableIndicateurs(action),
      titre('Ce que disent les bilans trimestriels'),
      ficheAction(action),
    ]),
  };
}

function entete(
  { contenu, etat, numero, presenteLe, reunion }: DocumentBilanAnnuel,
  maintenant: Date,
): Omit<Ouvrage, 'titre' | 'blocs'> {
  const projet = etat === 'BROUILLON';
  return {
    surtitre: `${contenu.cooperative} – ${contenu.departement}`,
    faits: [
      {
        terme: 'État',
        valeur: presenteLe
          ? `${LIBELLES_ETATS_BILAN_ANNUEL[etat]}, version ${numero} du ${jour(presenteLe)}`
          : `${LIBELLES_ETATS_BILAN_ANNUEL[etat]}, chiffres du ${formatDate(jourAParis(maintenant))}`,
      },
      ...(reunion
        ? [{ terme: 'Réunion', valeur: `${reunion.titre}${reunion.debut ? `, ${jour(reunion.debut)}` : ''}` }]
        : []),
    ],
    auteur: contenu.cooperative,
    sujet: `Bilan annuel ${contenu.annee} de la coopérative d’acteurs`,
    bandeau:
      [projet && 'Projet', contenu.demonstration && 'Données de démonstration'].filter(Boolean).join(' – ') || null,
    creeLe: maintenant,
  };
}

function textes({ synthese, enseignements, perspectives }: ContenuAnnuel): Bloc[] {
  return [
    titre('Synthèse'),
    ...(synthese ? phrases(synthese) : [phrase('La synthèse n’est pas encore écrite.')]),
    ...(enseignements ? [titre('Enseignements'), ...phrases(enseignements)] : []),
    ...(perspectives ? [titre('Perspectives'), ...phrases(perspectives)] : []),
  ];
}

function completude({ attendus, recus, actions }: ContenuAnnuel): Bloc[] {
  const manquants = bilansManquants(actions);
  return [
    phrase(`${nombre(recus)} bilans trimestriels reçus sur ${nombre(attendus)} attendus.`),
    ...(manquants.length
      ? [
          phrase('Manquent, et ne comptent dans aucun résultat\u00a0:'),
          {
            genre: 'LISTE' as const,
            elements: manquants.map(
              ({ action, structure, trimestres }) => `${action} (${structure})\u00a0: ${citerTrimestres(trimestres)}`,
            ),
          },
        ]
      : []),
  ];
}

function chiffres(contenu: ContenuAnnuel): Bloc[] {
  const { actions } = contenu;
  const interval =
    'Une même personne peut venir plusieurs trimestres\u00a0: le nombre de personnes différentes est alors donné entre deux bornes. Le total ajoute les actions\u00a0: une personne venue à deux d’entre elles y compte deux fois.';
  return [
    phrase(
      `${nombre(actions.length)} actions. Personnes touchées\u00a0: ${personnes(contenu)}, pour ${nombre(contenu.beneficiairesCibles)} ciblées.`,
    ),
    phrase(interval),
    ...[graphiquePersonnes(actions), graphiqueResultats(actions)].filter((g) => g.lignes.length > 0),
  ];
}

function graphiquePersonnes(actions: readonly ActionAnnuelle[]): Graphique {
  return {
    genre: 'GRAPHIQUE',
    titre: 'Personnes touchées, par action',
    legende: 'Barre\u00a0: personnes touchées, plus claire jusqu’à la borne haute. Trait\u00a0: nombre ciblé.',
    lignes: actions.flatMap(({ intitule, beneficiaires: { bas, haut }, beneficiairesCibles: repere }) =>
      bas === null || haut === null
        ? []
        : [
            {
              ...{ libelle: intitule, bas, haut, repere },
              valeur: `${personnes({ beneficiaires: { bas, haut } })}${repere === null ? '' : ` sur ${nombre(repere)}`}`,
            },
          ],
    ),
  };
}

function graphiqueResultats(actions: readonly ActionAnnuelle[]): Graphique {
  const connus = actions
    .flatMap((a) => a.indicateurs)
    .filter((i): i is IndicateurAnnuel & { taux: number } => i.type === 'RESULTAT' && i.taux !== null);
  return {
    genre: 'GRAPHIQUE',
    titre: 'Résultats rapportés à leur prévision',
    legende: `Trait\u00a0: prévision atteinte (100\u00a0%).${connus.length > BARRES ? ` Les ${BARRES} premiers sur ${connus.length}.` : ''}`,
    lignes: connus.slice(0, BARRES).map((i) => ({
      libelle: i.libelle,
      bas: Math.min(i.taux, 200),
      haut: Math.min(i.taux, 200),
      repere: 100,
      valeur: `${taux(i)}, ${resultat(i)} sur ${prevision(i)}`,
    })),
  };
}

/** T2 over the year (guide, fiche 5). */
function suiviGeneral({ actions }: ContenuAnnuel): Bloc {
  const cellule = (action: ActionAnnuelle, type: IndicateurAnnuel['type']): string =>
    action.indicateurs
      .filter((i) => i.type === type)
      .map((i) => `${i.libelle}\u00a0: ${resultat(i)}, prévu ${prevision(i)}${i.taux === null ? '' : ` (${taux(i)})`}`)
      .join('\n');
  return {
    genre: 'TABLE',
    entetes: [
      'Intitulés des actions',
      'Indicateurs de processus',
      'Indicateurs d’activité',
      'Indicateurs de résultats',
      'Résultats attendus',
      'Sources et méthodes',
    ],
    parts: [16, 17, 17, 17, 17, 16],
    lignes: actions.map((a) => [
      `${a.intitule}\n${a.structure}`,
      cellule(a, 'PROCESSUS'),
      cellule(a, 'ACTIVITE'),
      cellule(a, 'RESULTAT'),
      a.resultatsAttendus ?? '',
      [...new Set(a.indicateurs.flatMap(({ sources }) => (sources ? [sources] : [])))].join('\n'),
    ]),
  };
}

function recits({ actions }: ContenuAnnuel): Bloc[] {
  const groupes = TEXTES_BILAN.flatMap((cle): Bloc[] => {
    const parAction = actions.flatMap(({ intitule, structure, recits: { [cle]: dits } }): Bloc[] =>
      dits.length
        ? [
            titre(`${intitule} (${structure})`, 3),
            { genre: 'LISTE', elements: dits.map(({ trimestre, texte }) => `T${trimestre}\u00a0: ${texte}`) },
          ]
        : [],
    );
    return parAction.length ? [titre(LIBELLES_TEXTES_BILAN[cle], 2), ...parAction] : [];
  });
  return groupes.length ? groupes : [phrase('Les bilans reçus n’en disent rien.')];
}

function decisions({ contenu, decisions: prises }: DocumentBilanAnnuel): Bloc[] {
  const mot = (devenir: keyof typeof LIBELLES_DEVENIRS | null | undefined): string =>
    devenir ? LIBELLES_DEVENIRS[devenir] : '–';
  return [
    ...(prises.some((d) => d.decision) ? [] : [phrase('La réunion de bilan annuel n’a pas encore décidé.')]),
    {
      genre: 'TABLE',
      entetes: ['Action', 'Proposée', 'Décidée', 'Raison'],
      parts: [36, 14, 14, 36],
      lignes: contenu.actions.map(({ ficheActionId, intitule, structure, proposition, motifProposition }) => {
        const prise = prises.find((d) => d.ficheActionId === ficheActionId);
        return [
          `${intitule} (${structure})`,
          mot(proposition),
          mot(prise?.decision),
          prise?.motifDecision ?? (motifProposition ? `Proposition\u00a0: ${motifProposition}` : ''),
        ];
      }),
    },
  ];
}
