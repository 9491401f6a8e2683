import type { ChangementClasseur, RefusCellule } from '../classeurs/classeur.contract';
import type { Unite } from '../referentiel/listes';
import {
  CLES_QUESTIONS,
  LIBELLES_TEXTES_BILAN,
  TEXTES_BILAN,
  type CleQuestion,
  type ContenuBilan,
  type QuestionBilan,
  type Reponse,
} from './bilan.rules';

/** Layout of the workbook of one report. Its columns never move: another order is another version. */
export const FORMAT_CLASSEUR_BILAN = 'coopilote-bilan/1';

/** What a workbook sent back says, beside the draft as it stands. */
export interface ClasseurBilanLu {
  /** Version of the draft that the changes are told against. */
  version: number;
  /** The draft was written since the workbook left. */
  perime: boolean;
  /** All that the workbook says; empty when something in it was refused. */
  contenu: ContenuBilan | null;
  changements: ChangementClasseur[];
  refus: RefusCellule[];
}

/** Words of an answer to a question: between yes and no, the guide has one word or the other. */
export function libelleReponse(reponse: Reponse, question: Pick<QuestionBilan, 'milieu'>): string {
  return reponse === 'OUI' ? 'Oui' : reponse === 'NON' ? 'Non' : question.milieu;
}

/** Answers as a list offers them; the guide's other word for the middle is understood too. */
export function choixReponse(question: Pick<QuestionBilan, 'milieu'>): { libelle: string; valeur: Reponse }[] {
  const autre = question.milieu === 'En partie' ? 'Partiellement' : 'En partie';
  return [
    { libelle: 'Oui', valeur: 'OUI' },
    { libelle: question.milieu, valeur: 'EN_PARTIE' },
    { libelle: 'Non', valeur: 'NON' },
    { libelle: autre, valeur: 'EN_PARTIE' },
  ];
}

export interface ElementBilan {
  /** Key of a question, `beneficiaires`, `indicateur:<id>` or a text. */
  cle: string;
  titre: string;
  /** What is said there, in words: two reports say the same when their words are the same. */
  texte: string;
}

/** A report, element by element, in the order of the form. */
export function elementsBilan(
  contenu: ContenuBilan,
  questions: readonly QuestionBilan[],
  indicateurs: readonly { id: string; libelle: string; unite: Unite }[],
): ElementBilan[] {
  const repondu = (groupe: QuestionBilan['groupe']): ElementBilan[] =>
    questions
      .filter((q) => q.groupe === groupe)
      .map((q) => ({ cle: q.cle, titre: q.question, texte: texteReponse(contenu, q) }));
  return [
    ...repondu('REALISATION'),
    {
      cle: 'beneficiaires',
      titre: 'Nombre de bénéficiaires touchés',
      texte: nombreEnTexte(contenu.beneficiaires),
    },
    ...indicateurs.map(({ id, libelle }) => {
      const v = contenu.valeurs.find((valeur) => valeur.indicateurId === id);
      const ratio = [v?.numerateur, v?.denominateur].map(nombreEnTexte);
      return {
        cle: `indicateur:${id}`,
        titre: libelle,
        texte: ratio.some(Boolean) ? ratio.map((terme) => terme || '…').join(' sur ') : nombreEnTexte(v?.valeur),
      };
    }),
    ...repondu('EFFETS'),
    ...TEXTES_BILAN.map((cle) => ({ cle, titre: LIBELLES_TEXTES_BILAN[cle], texte: enMots(contenu[cle]) })),
  ];
}

function texteReponse({ reponses }: ContenuBilan, question: QuestionBilan): string {
  const { reponse, motif } = reponses[question.cle as CleQuestion] ?? {};
  return [reponse ? libelleReponse(reponse, question) : '', enMots(motif)].filter(Boolean).join(' – ');
}

/** One way of writing the ends of lines, and nothing around: a spreadsheet changes both. */
export function enMots(texte: string | null | undefined): string {
  return (texte ?? '').replace(/\r\n?/g, '\n').trim();
}

function nombreEnTexte(nombre: number | null | undefined): string {
  return nombre == null ? '' : nombre.toLocaleString('fr-FR', { maximumFractionDigits: 4 });
}

/** True when an element, by its key, says what it said when the workbook left. */
export type Depart = (cle: string, texte: string) => boolean;

/** A copy of `vers` in which one element says what `de` says. */
export function reprendreElement(vers: ContenuBilan, de: ContenuBilan, cle: string): ContenuBilan {
  const texte = TEXTES_BILAN.find((t) => t === cle);
  if (texte) return { ...vers, [texte]: de[texte] ?? null };
  if (cle === 'beneficiaires') return { ...vers, beneficiaires: de.beneficiaires ?? null };
  const question = CLES_QUESTIONS.find((q) => q === cle);
  if (question) return { ...vers, reponses: { ...vers.reponses, [question]: { ...de.reponses[question] } } };
  const memes = (v: { indicateurId: string }): boolean => `indicateur:${v.indicateurId}` === cle;
  return { ...vers, valeurs: [...vers.valeurs.filter((v) => !memes(v)), ...de.valeurs.filter(memes)] };
}

/**
 * What a workbook changes: only what was touched in it, and not what the draft says already. Where the draft was written
 * meanwhile, both texts are told and the person chooses.
 * @param intact tells whether an element says what it said when the workbook left
 */
export function changementsBilan(
  intact: Depart,
  fichier: readonly ElementBilan[],
  actuel: readonly ElementBilan[],
): ChangementClasseur[] {
  const ici = new Map(actuel.map(({ cle, texte }) => [cle, texte]));
  return fichier.flatMap(({ cle, titre, texte }) => {
    const avant = ici.get(cle) ?? '';
    if (texte === avant || intact(cle, texte)) return [];
    return [{ cle, titre, avant, apres: texte, conflit: !intact(cle, avant) }];
  });
}
