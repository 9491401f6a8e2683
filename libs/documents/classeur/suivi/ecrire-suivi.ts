import { elementsBilan, enMots, libelleReponse, type QuestionBilan } from '@coopilote/domain/bilans';
import type { FormatClasseur } from '@coopilote/domain/classeurs';
import { libelleCourtTrimestre, ecrireTrimestre, type Trimestre } from '@coopilote/domain/commun';
import {
  CLES_GAUCHE,
  COLONNES_T3,
  elementsSuivi,
  estDemandee,
  FORMAT_CLASSEUR_SUIVI,
  marque,
  NON_DEMANDE,
  type ActionEnClasseur,
  type CleGauche,
} from '@coopilote/domain/pilotage';
import { LIBELLES_UNITES, SIGLES_TYPES_INDICATEUR } from '@coopilote/domain/referentiel';
import { FEUILLE_REPERES, type CelluleEcrite, type ClasseurEcrit, type FeuilleEcrite } from '../classeur';
import { ecrireClasseur } from '../ecrire';

export interface SuiviEnClasseur {
  cooperative: { id: string; intitule: string };
  trimestre: Trimestre;
  actions: ActionEnClasseur[];
  questions: readonly QuestionBilan[];
  publics: readonly string[];
  territoires: readonly string[];
}

export const FEUILLE_T3 = 'Suivi des actions';
export const FEUILLE_VALEURS = 'Indicateurs';
/** The guide's columns in the guide's order, then ours: whose it is, where its report stands, and the key (hidden). */
export const ENTETES_T3 = [...COLONNES_T3.map((c) => c.entete), 'Structure', 'Bilan', 'Repère'];
export const COL_CLE_T3 = ENTETES_T3.length - 1;
export const ENTETES_VALEURS = [
  'Action',
  'Indicateur',
  'Prévu ce trimestre',
  'Valeur',
  'Numérateur',
  'Dénominateur',
  'Repère',
] as const;
export const COL_VALEURS = {
  action: 0,
  libelle: 1,
  prevu: 2,
  valeur: 3,
  numerateur: 4,
  denominateur: 5,
  cle: 6,
} as const;

export function colonneT3(cle: string): number {
  return COLONNES_T3.findIndex((c) => c.cle === cle);
}

export async function suiviEnClasseur(suivi: SuiviEnClasseur, format: FormatClasseur): Promise<Buffer> {
  const classeur: ClasseurEcrit = {
    titre: `Suivi des actions, ${libelleCourtTrimestre(suivi.trimestre)} – ${suivi.cooperative.intitule}`,
    listes: {
      'En partie': ['Oui', 'En partie', 'Non'],
      Partiellement: ['Oui', 'Partiellement', 'Non'],
      publics: suivi.publics,
      territoires: suivi.territoires,
    },
    feuilles: [tableT3(suivi), tableValeurs(suivi), modeDEmploi(), reperes(suivi)],
  };
  return ecrireClasseur(classeur, format);
}

function tableT3({ actions, questions }: SuiviEnClasseur): FeuilleEcrite {
  const largeurs: Record<string, number> = { texte: 26, long: 36, oui: 14, indicateur: 16, nombre: 12, liste: 20 };
  return {
    nom: FEUILLE_T3,
    protegee: true,
    figees: 1,
    colonnes: [
      ...COLONNES_T3.map(({ genre }) => ({ largeur: largeurs[genre] ?? 18 })),
      { largeur: 24 },
      { largeur: 14 },
      { largeur: 10, cachee: true },
    ],
    lignes: [
      ENTETES_T3.map((valeur): CelluleEcrite => ({ valeur, style: 'entete' })),
      ...actions.map((action) => [
        ...COLONNES_T3.map(({ cle }) => celluleT3(cle, action, questions)),
        { valeur: action.structure, style: 'rappel' as const },
        { valeur: action.etatBilan, style: 'rappel' as const },
        { valeur: action.ficheActionId },
      ]),
    ],
  };
}

export function celluleT3(cle: string, action: ActionEnClasseur, questions: readonly QuestionBilan[]): CelluleEcrite {
  const rappel = (valeur: string | number | null): CelluleEcrite => ({ valeur, style: 'rappel' });
  const ouverte = (cellule: CelluleEcrite, libre: boolean): CelluleEcrite =>
    libre ? { ...cellule, style: 'saisie', libre } : { ...cellule, style: 'rappel', liste: undefined };
  if (cle === 'objectif' || cle === 'intitule') return rappel(action[cle]);
  if (CLES_GAUCHE.includes(cle as CleGauche)) {
    const liste = cle.startsWith('public') ? 'publics' : cle === 'territoire' ? 'territoires' : undefined;
    const genre = cle === 'beneficiairesCibles' ? 'nombre' : 'texte';
    return ouverte({ valeur: action.gauche[cle as CleGauche], genre, liste }, action.gaucheModifiable);
  }
  const question = questions.find((q) => q.cle === cle || `${q.cle}Motif` === cle);
  if (question) {
    const { reponse, motif } = action.contenu.reponses[question.cle] ?? {};
    const estMotif = cle !== question.cle;
    const valeur = estMotif ? (motif ?? null) : reponse ? libelleReponse(reponse, question) : null;
    if (!estDemandee(action, question)) return rappel(valeur ?? NON_DEMANDE);
    return ouverte({ valeur, liste: estMotif ? undefined : question.milieu }, action.bilanModifiable);
  }
  const rang = /^(activite|resultat)([123])$/.exec(cle);
  if (rang) return rappel(valeurAffichee(action, rang[1] === 'activite' ? 'ACTIVITE' : 'RESULTAT', Number(rang[2])));
  if (cle === 'freins' || cle === 'leviers' || cle === 'pistes') {
    return ouverte({ valeur: action.contenu[cle] ?? null }, action.bilanModifiable);
  }
  return rappel(null);
}

/** What T3 shows and that is not written in its sheet: a change there would be lost in silence. */
export const CLES_FIXES = COLONNES_T3.map((c) => c.cle).filter(
  (cle) => cle === 'objectif' || cle === 'intitule' || /^(activite|resultat)[123]$/.test(cle),
);

/** « Ateliers tenus : 8 (prévu 10) »: read here, filled in the other sheet. */
function valeurAffichee(action: ActionEnClasseur, type: string, rang: number): string | null {
  const indicateur = action.indicateurs.filter((i) => i.type === type)[rang - 1];
  if (!indicateur) return null;
  const texte = elementsBilan(action.contenu, [], [indicateur]).find(
    (e) => e.cle === `indicateur:${indicateur.id}`,
  )?.texte;
  const prevu = indicateur.prevision === null ? '' : ` (prévu ${indicateur.prevision.toLocaleString('fr-FR')})`;
  return `${indicateur.libelle}\u00a0: ${texte || '…'}${prevu}`;
}

function tableValeurs({ actions }: SuiviEnClasseur): FeuilleEcrite {
  const ligne = (
    action: ActionEnClasseur,
    libelle: string,
    prevu: number | null,
    cle: string,
    valeurs: (number | null | undefined)[],
    ouvertes: boolean[],
  ): CelluleEcrite[] => [
    { valeur: action.intitule, style: 'question' },
    { valeur: libelle, style: 'question' },
    { valeur: prevu, style: 'rappel', genre: 'nombre' },
    ...valeurs.map((valeur, i): CelluleEcrite => {
      const libre = action.bilanModifiable && !!ouvertes[i];
      return { valeur: valeur ?? null, genre: 'nombre', style: libre ? 'saisie' : 'rappel', libre };
    }),
    { valeur: `${action.ficheActionId}|${cle}` },
  ];
  return {
    nom: FEUILLE_VALEURS,
    protegee: true,
    figees: 1,
    colonnes: [36, 48, 12, 12, 12, 12, 10].map((largeur, c) => ({ largeur, cachee: c === COL_VALEURS.cle })),
    lignes: [
      ENTETES_VALEURS.map((valeur): CelluleEcrite => ({ valeur, style: 'entete' })),
      ...actions.flatMap((action) => [
        ligne(
          action,
          'Nombre de bénéficiaires touchés',
          action.gauche.beneficiairesCibles,
          'beneficiaires',
          [action.contenu.beneficiaires, null, null],
          [true, false, false],
        ),
        ...action.indicateurs.map((i) => {
          const v = action.contenu.valeurs.find((valeur) => valeur.indicateurId === i.id);
          const ratio = i.modeAgregation === 'RATIO';
          const nom = `${SIGLES_TYPES_INDICATEUR[i.type]} – ${i.libelle} (${LIBELLES_UNITES[i.unite]})`;
          return ligne(
            action,
            nom,
            i.prevision,
            `indicateur:${i.id}`,
            [v?.valeur, v?.numerateur, v?.denominateur],
            [!ratio, ratio, ratio],
          );
        }),
      ]),
    ],
  };
}

function modeDEmploi(): FeuilleEcrite {
  const phrases = [
    'Les cellules jaunes sont celles que vous pouvez écrire, selon vos droits\u00a0: une structure remplit les bilans de ses actions, la délégation la partie gauche (objectifs, résultats, publics, cible, territoire). Les autres se lisent.',
    'Là où il est écrit «\u00a0non demandé\u00a0», la délégation attend un bilan plus court de cette action\u00a0: rien ne s’y écrit.',
    'Les valeurs des indicateurs et le nombre de bénéficiaires touchés se remplissent dans la feuille «\u00a0Indicateurs\u00a0».',
    'Ne déplacez, ne renommez et ne fusionnez rien. Une formule n’est pas lue\u00a0: écrivez son résultat.',
    'Renvoyez le classeur sur la page du suivi des actions\u00a0: ce qui changerait est montré, puis appliqué en entier, ou pas du tout.',
  ];
  return {
    nom: 'Mode d’emploi',
    protegee: true,
    colonnes: [{ largeur: 110 }],
    lignes: [
      [{ valeur: 'Mode d’emploi', style: 'titre' }],
      ...phrases.map((valeur): CelluleEcrite[] => [{ valeur, style: 'question' }]),
    ],
  };
}

function reperes({ cooperative, trimestre, actions, questions }: SuiviEnClasseur): FeuilleEcrite {
  const lignes = [
    ['format', FORMAT_CLASSEUR_SUIVI],
    ['cooperative', cooperative.id, cooperative.intitule],
    ['trimestre', ecrireTrimestre(trimestre)],
    ...actions.map((a) => ['action', a.ficheActionId, marquesDe(a, questions)]),
  ];
  return {
    nom: FEUILLE_REPERES,
    cachee: true,
    protegee: true,
    colonnes: [{ largeur: 12 }, { largeur: 44 }, { largeur: 44 }],
    lignes: lignes.map((ligne) => ligne.map((valeur) => ({ valeur }))),
  };
}

/** One cell an action, JSON: what each of its elements said on leaving, by its mark; what was empty is left out. */
function marquesDe(action: ActionEnClasseur, questions: readonly QuestionBilan[]): string {
  const elements = [
    ...elementsSuivi(action, questions).map(({ cle, texte }) => [cle.split('|')[1] ?? '', texte]),
    ...CLES_FIXES.map((cle) => [cle, enMots(String(celluleT3(cle, action, questions).valeur ?? ''))]),
  ];
  return JSON.stringify(
    Object.fromEntries(elements.flatMap(([cle = '', texte = '']) => (texte ? [[cle, marque(texte)]] : []))),
  );
}
