import type { IndicateurBilan } from '@coopilote/domain/bilans/bilan.contract';
import {
  type CleQuestion,
  type CleTexteBilan,
  type ContenuBilan,
  LIBELLES_TEXTES_BILAN,
  type NiveauBilan,
  QUESTIONS_BILAN,
  type QuestionBilan,
  type ReponseSaisie,
  TEXTES_BILAN,
  type ValeurBilan,
  questionsDemandees,
} from '@coopilote/domain/bilans/bilan.rules';
import type { ModeAgregation, Unite } from '@coopilote/domain/referentiel/listes';
import { type EtatMontre, etatReponse } from '@coopilote/ui/affichage/etats';
import { ecrireSaisie } from './indicateurs';

export type CleIndicateur = `indicateur:${string}`;
/** One part of a report: what is answered, sent back, compared and shown as a whole. */
export type CleElement = CleQuestion | 'beneficiaires' | CleTexteBilan | CleIndicateur;

/** What an element needs of an indicator to be written; the receipt has no mode. */
export interface IndicateurNomme {
  id: string;
  libelle: string;
  unite: Unite;
  modeAgregation?: ModeAgregation;
}

/** An element as it is read: an answer, a text, or both. */
export interface ElementLu {
  etat: EtatMontre | null;
  texte: string;
  vide: boolean;
}

export const QUESTIONS: Readonly<Record<CleQuestion, QuestionBilan>> = Object.fromEntries(
  QUESTIONS_BILAN.map((question) => [question.cle, question]),
) as Record<CleQuestion, QuestionBilan>;

export const TITRE_BENEFICIAIRES = 'Nombre de bénéficiaires touchés';

export function cleIndicateur(id: string): CleIndicateur {
  return `indicateur:${id}`;
}

/** The parts of a report of this level, in the order of the form; one without anything to answer is left out. */
export function partiesBilan(
  indicateurs: readonly { id: string }[],
  niveau: NiveauBilan,
): { titre: string; cles: CleElement[] }[] {
  const questions = (groupe: QuestionBilan['groupe']) =>
    questionsDemandees(niveau).flatMap((question) => (question.groupe === groupe ? [question.cle] : []));
  return [
    { titre: 'La réalisation', cles: questions('REALISATION') },
    {
      titre: 'Les chiffres du trimestre',
      cles: ['beneficiaires' as const, ...indicateurs.map(({ id }) => cleIndicateur(id))],
    },
    { titre: 'Les effets', cles: questions('EFFETS') },
    { titre: 'Pour la suite', cles: [...TEXTES_BILAN] },
  ].filter(({ cles }) => cles.length);
}

/** Every element of a report of this level, in the order of the form. */
export function clesElements(indicateurs: readonly { id: string }[], niveau: NiveauBilan): CleElement[] {
  return partiesBilan(indicateurs, niveau).flatMap(({ cles }) => cles);
}

export function titreElement(cle: CleElement, indicateurs: readonly IndicateurNomme[]): string {
  if (estQuestion(cle)) return QUESTIONS[cle].question;
  if (estTexte(cle)) return LIBELLES_TEXTES_BILAN[cle];
  if (cle === 'beneficiaires') return TITRE_BENEFICIAIRES;
  return indicateurDe(cle, indicateurs)?.libelle ?? 'Indicateur retiré de l’action';
}

/** Reads one element of a report as words and symbols. */
export function lireElement(
  contenu: ContenuBilan,
  cle: CleElement,
  indicateurs: readonly IndicateurNomme[],
): ElementLu {
  if (estQuestion(cle)) {
    const saisie = contenu.reponses[cle];
    const etat = etatReponse(saisie?.reponse, QUESTIONS[cle].milieu.toLowerCase());
    const texte = saisie?.motif?.trim() ?? '';
    return { etat, texte, vide: !etat && !texte };
  }
  const texte = texteElement(contenu, cle, indicateurs);
  return { etat: null, texte, vide: texte === '' };
}

function texteElement(contenu: ContenuBilan, cle: CleElement, indicateurs: readonly IndicateurNomme[]): string {
  if (estTexte(cle)) return contenu[cle]?.trim() ?? '';
  if (cle === 'beneficiaires') return ecrireSaisie({ valeur: contenu.beneficiaires }, 'PERSONNES');
  return ecrireSaisie(valeurDe(contenu, cle), indicateurDe(cle, indicateurs)?.unite ?? 'NOMBRE');
}

/** True when two reports say the same thing under one element. */
export function memeElement(a: ContenuBilan, b: ContenuBilan, cle: CleElement): boolean {
  return JSON.stringify(canonique(a, cle)) === JSON.stringify(canonique(b, cle));
}

/** A copy of `vers` in which one element says what `de` says. */
export function copierElement(vers: ContenuBilan, de: ContenuBilan, cle: CleElement): ContenuBilan {
  if (estQuestion(cle)) return { ...vers, reponses: { ...vers.reponses, [cle]: { ...de.reponses[cle] } } };
  if (estTexte(cle)) return { ...vers, [cle]: de[cle] ?? null };
  if (cle === 'beneficiaires') return { ...vers, beneficiaires: de.beneficiaires ?? null };
  const valeur = valeurDe(de, cle);
  const autres = vers.valeurs.filter(({ indicateurId }) => cleIndicateur(indicateurId) !== cle);
  return { ...vers, valeurs: valeur ? [...autres, { ...valeur }] : autres };
}

/** The content in one form only, so that two of them can be compared: no empty text, no empty answer, fixed order. */
export function normaliser(contenu: ContenuBilan, indicateurs: readonly { id: string }[]): ContenuBilan {
  const reponses: ContenuBilan['reponses'] = {};
  for (const { cle } of QUESTIONS_BILAN) {
    const saisie = canonique(contenu, cle) as ReponseSaisie;
    if (saisie.reponse || saisie.motif) reponses[cle] = saisie;
  }
  return {
    beneficiaires: contenu.beneficiaires ?? null,
    reponses,
    freins: propre(contenu.freins),
    leviers: propre(contenu.leviers),
    pistes: propre(contenu.pistes),
    valeurs: indicateurs.flatMap(({ id }) => (canonique(contenu, cleIndicateur(id)) as ValeurBilan | null) ?? []),
  };
}

/**
 * The element's key from a field named by the API: `reponses.ressources.motif` → `ressources.motif`, `valeurs.2.valeur` →
 * `indicateur:<id>`.
 */
export function champAffiche(champ: string, envoye: ContenuBilan): string {
  const valeur = /^valeurs\.(\d+)/.exec(champ);
  const indicateurId = valeur ? envoye.valeurs[Number(valeur[1])]?.indicateurId : undefined;
  if (indicateurId) return cleIndicateur(indicateurId);
  return champ.replace(/^reponses\./, '').replace(/\.reponse$/, '');
}

/** The element that holds a field: `ressources.motif` → `ressources`. */
export function elementDuChamp(champ: string): CleElement {
  return champ.replace(/\.\w+$/, '') as CleElement;
}

export function estQuestion(cle: CleElement): cle is CleQuestion {
  return cle in QUESTIONS;
}

export function estTexte(cle: CleElement): cle is CleTexteBilan {
  return (TEXTES_BILAN as readonly string[]).includes(cle);
}

export function valeurDe(contenu: ContenuBilan, cle: CleElement): ValeurBilan | undefined {
  return contenu.valeurs.find(({ indicateurId }) => cleIndicateur(indicateurId) === cle);
}

function indicateurDe<I extends IndicateurNomme>(cle: CleElement, indicateurs: readonly I[]): I | undefined {
  return indicateurs.find(({ id }) => cleIndicateur(id) === cle);
}

function canonique(contenu: ContenuBilan, cle: CleElement): unknown {
  if (estQuestion(cle)) {
    const { reponse = null, motif } = contenu.reponses[cle] ?? {};
    // « Oui » closes a question: a reason typed before is not sent with it, unless the question asks for aspects.
    const garde = !reponse || QUESTIONS[cle].relanceSi.includes(reponse);
    return { reponse, motif: garde ? propre(motif) : null };
  }
  if (estTexte(cle)) return propre(contenu[cle]);
  if (cle === 'beneficiaires') return contenu.beneficiaires ?? null;
  const v = valeurDe(contenu, cle);
  if (!v || (v.valeur == null && v.numerateur == null && v.denominateur == null)) return null;
  return {
    indicateurId: v.indicateurId,
    valeur: v.valeur ?? null,
    numerateur: v.numerateur ?? null,
    denominateur: v.denominateur ?? null,
  };
}

function propre(texte: string | null | undefined): string | null {
  return texte?.trim() || null;
}

export type { IndicateurBilan };
