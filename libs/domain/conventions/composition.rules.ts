import { lireTexteRiche, type BlocTexte, type Fragment } from '../commun/texte-riche';
import { COLONNES_T5 } from '../pilotage/t5-convention';
import type { ActionConvention, ArticleCompose, ArticleConvention, BlocConvention, DonneesConvention } from './contenu';
import { ACCOLADES, estVariable, estVariableDeBloc, type Variable } from './variables.rules';

/** Reads the variables of each article in the programme's data. Words that are missing are said so, and seen: « à compléter ». */
export function composerArticles(articles: readonly ArticleConvention[], donnees: DonneesConvention): ArticleCompose[] {
  return articles.map(({ cle, titre, texte }) => ({ cle, titre, blocs: composer(lireTexteRiche(texte), donnees) }));
}

function composer(blocs: readonly BlocTexte[], donnees: DonneesConvention): BlocConvention[] {
  const resultat: BlocConvention[] = [];
  for (const bloc of blocs) {
    const nom = bloc.genre === 'PARAGRAPHE' ? seule(bloc.contenu) : null;
    if (nom) resultat.push(...partie(nom, donnees));
    else ajouterTexte(resultat, [motsDe(bloc, donnees)]);
  }
  return resultat;
}

/** Paragraphs that follow each other make one text. */
function ajouterTexte(resultat: BlocConvention[], blocs: BlocTexte[]): void {
  const dernier = resultat.at(-1);
  if (dernier?.genre === 'TEXTE') dernier.blocs.push(...blocs);
  else resultat.push({ genre: 'TEXTE', blocs });
}

/** The part that a paragraph stands for; null when it is a paragraph of words. */
function seule(contenu: readonly Fragment[]): Variable | null {
  const [, nom = ''] =
    /^\{\{\s*([^{}]*?)\s*\}\}$/.exec(
      contenu
        .map((f) => f.texte)
        .join('')
        .trim(),
    ) ?? [];
  return estVariable(nom) && estVariableDeBloc(nom) ? nom : null;
}

function partie(nom: Variable, donnees: DonneesConvention): BlocConvention[] {
  switch (nom) {
    case 'presentation':
      return donnees.presentation.trim()
        ? [{ genre: 'TEXTE', blocs: paragraphes(donnees.presentation) }]
        : [{ genre: 'TEXTE', blocs: paragraphes(MANQUE) }];
    case 'objectifs':
      return [
        {
          genre: 'OBJECTIFS',
          elements: donnees.objectifs.length ? donnees.objectifs.map((o) => o.intitule) : [MANQUE],
        },
      ];
    case 'actions':
      return donnees.actions.map((action, rang) => ({
        genre: 'ACTION',
        rang: rang + 1,
        intitule: action.intitule,
        lignes: lignesT5(action),
      }));
    case 'contributions':
      return donnees.contributions.length
        ? [
            {
              genre: 'CONTRIBUTIONS',
              lignes: donnees.contributions,
              total: donnees.contributions.reduce((somme, { centimes }) => somme + centimes, 0),
            },
          ]
        : [];
    default:
      return [];
  }
}

/** The rows of T5 for one action, in the guide's order. */
export function lignesT5(action: ActionConvention): { entete: string; valeur: string }[] {
  const valeurs: Record<(typeof COLONNES_T5)[number]['cle'], string> = {
    identification: `${action.intitule} – ${action.promoteur}`,
    contenu: action.contenu,
    calendrier: action.calendrier,
    modes: action.modes,
    publics: action.publics,
    lieux: action.lieux,
    moyensHumains: action.moyensHumains,
  };
  return COLONNES_T5.map(({ cle, entete }) => ({ entete, valeur: valeurs[cle] }));
}

const MANQUE = '[à compléter]';
const paragraphes = (texte: string): BlocTexte[] =>
  texte
    .split(/\n+/)
    .map((ligne) => ligne.trim())
    .filter(Boolean)
    .map((ligne) => ({ genre: 'PARAGRAPHE', contenu: [{ texte: ligne }] }));

function motsDe(bloc: BlocTexte, donnees: DonneesConvention): BlocTexte {
  const lus = (fragments: readonly Fragment[]): Fragment[] =>
    fragments.map((fragment) => ({
      ...fragment,
      texte: fragment.texte.replace(ACCOLADES, (tout, nom: string) =>
        estVariable(nom) && !estVariableDeBloc(nom) ? mot(nom, donnees) : tout,
      ),
    }));
  return bloc.genre === 'LISTE'
    ? { ...bloc, elements: bloc.elements.map(lus) }
    : { ...bloc, contenu: lus(bloc.contenu) };
}

const enumerer = new Intl.ListFormat('fr', { type: 'conjunction' });
function mot(nom: Variable, d: DonneesConvention): string {
  const liste = (mots: readonly string[]): string => (mots.length ? enumerer.format(mots) : MANQUE);
  switch (nom) {
    case 'programme':
      return d.programme;
    case 'region':
      return d.region;
    case 'departement':
      return d.departement;
    case 'thematiques':
      return liste(d.thematiques);
    case 'populations':
      return liste(d.populations);
    case 'territoire':
      return liste(d.communes);
    case 'objectif_general':
      return d.objectifGeneral?.replace(/[\s.]+$/, '') || MANQUE;
    case 'promoteurs':
      return liste([...new Set(d.actions.map((a) => a.promoteur))].sort((a, b) => a.localeCompare(b, 'fr')));
    case 'parties':
      return liste(d.parties.map((p) => p.nom));
    case 'duree':
      return dureeEnMots(d.dureeMois);
    default:
      return '';
  }
}

const NOMBRES = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq'];
/** « un an », « trois ans », « dix-huit mois » as « 18 mois ». */
export function dureeEnMots(mois: number): string {
  const ans = mois / 12;
  const nombre = Number.isInteger(ans) ? NOMBRES[ans] : undefined;
  return nombre ? `${nombre} an${ans > 1 ? 's' : ''}` : `${mois}\u00a0mois`;
}

/** Where what is missing is written. */
export type LieuManque = 'PARTIES' | 'PROGRAMME' | 'PRESENTATION' | 'ACTION' | 'TEXTE';
export interface ManqueConvention {
  message: string;
  lieu: LieuManque;
  /** With `ACTION`: the fiche-action. */
  actionId: string | null;
}

/** What a text still misses before it can be frozen, in sentences; empty when it is whole. */
export function manquesConvention(donnees: DonneesConvention): ManqueConvention[] {
  const manques: ManqueConvention[] = [];
  const dire = (lieu: LieuManque, message: string, actionId: string | null = null): void => {
    manques.push({ message, lieu, actionId });
  };
  if (donnees.parties.length < 2) dire('PARTIES', 'Une convention lie deux parties au moins\u00a0: ajoutez-les.');
  if (!donnees.parties.some((p) => p.genre === 'ARS'))
    dire(
      'PARTIES',
      'L’Agence régionale de santé signe toujours la convention (guide, fiche 4)\u00a0: ajoutez-la aux parties.',
    );
  for (const { nom } of donnees.parties.filter((p) => !p.representant || !p.qualite))
    dire('PARTIES', `${nom}\u00a0: indiquez qui la représente, et en quelle qualité.`);
  if (!donnees.objectifGeneral)
    dire('PROGRAMME', 'L’objectif général du programme n’est pas écrit (onglet Programme).');
  if (!donnees.objectifs.length)
    dire('PROGRAMME', 'Aucun objectif spécifique ou opérationnel n’est écrit (onglet Programme).');
  if (!donnees.presentation.trim())
    dire('PRESENTATION', 'La présentation de la coopérative est vide\u00a0: elle ouvre le préambule.');
  if (!donnees.actions.length)
    dire('PROGRAMME', 'Aucune fiche-action n’est validée\u00a0: l’article\u00a02 serait vide.');
  for (const action of donnees.actions) {
    const vides = lignesT5(action).filter(({ valeur }) => !valeur.trim());
    if (vides.length)
      dire(
        'ACTION',
        `«\u00a0${action.intitule}\u00a0»\u00a0: à compléter, ${enumerer.format(vides.map((v) => v.entete.toLowerCase()))}.`,
        action.id,
      );
    if (!donnees.parties.some((p) => p.structureId === action.structureId))
      dire(
        'PARTIES',
        `${action.promoteur} porte «\u00a0${action.intitule}\u00a0» sans être partie\u00a0: ajoutez cette structure.`,
      );
  }
  return manques;
}
