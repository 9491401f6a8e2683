import { createHash } from 'node:crypto';
import {
  LIBELLES_TEXTES_BILAN,
  QUESTIONS_BILAN,
  questionsDemandees,
  reperer,
  TEXTES_BILAN,
  type BrouillonBilan,
  type CleQuestion,
  type ContenuBilan,
  type NiveauBilan,
  type Reponse,
  type ValeurBilan,
} from '@coopilote/domain/bilans';
import type { ErreurChamp } from '@coopilote/domain/commun';
import type { ModeAgregation } from '@coopilote/domain/referentiel';
import type { Acces } from './acces';
import type { BilanCharge } from './bilan.queries';

type Motif = `${CleQuestion}Motif`;
/** The columns of a report that hold what it says. */
export type ColonnesContenu = Record<CleQuestion, Reponse | null> &
  Record<Motif, string | null> &
  Record<(typeof TEXTES_BILAN)[number], string | null> & { beneficiaires: number | null };

/** Columns → content. */
export function contenuDe(ligne: ColonnesContenu, valeurs: ValeurBilan[]): ContenuBilan {
  const reponses: ContenuBilan['reponses'] = {};
  for (const { cle } of QUESTIONS_BILAN) {
    if (ligne[cle] !== null || ligne[`${cle}Motif`] !== null) {
      reponses[cle] = { reponse: ligne[cle], motif: ligne[`${cle}Motif`] };
    }
  }
  const { beneficiaires, freins, leviers, pistes } = ligne;
  return { beneficiaires, reponses, freins, leviers, pistes, valeurs };
}

/** Content → columns; what is not said is null. */
export function colonnesDe(contenu: ContenuBilan): ColonnesContenu {
  const colonnes: Record<string, unknown> = { beneficiaires: contenu.beneficiaires ?? null };
  for (const cle of TEXTES_BILAN) colonnes[cle] = contenu[cle] ?? null;
  for (const { cle } of QUESTIONS_BILAN) {
    colonnes[cle] = contenu.reponses[cle]?.reponse ?? null;
    colonnes[`${cle}Motif`] = contenu.reponses[cle]?.motif ?? null;
  }
  return colonnes as ColonnesContenu;
}

/** What a report says to its reader: its structure reads what it is writing, everybody else what was sent last. */
export function contenuPour(acces: Acces, bilan: BilanCharge): ContenuBilan {
  const { brouillon, indicateurs } = bilan;
  if (acces !== 'PROPRE' || !brouillon) return contenuDe(bilan, bilan.valeurs);
  // An indicator may have gone between the reading of the form and its saving.
  const connus = new Set(indicateurs.map((i) => i.id));
  return { ...brouillon, valeurs: brouillon.valeurs.filter((v) => connus.has(v.indicateurId)) };
}

/**
 * What the form sent, as a content: of each value only the terms that its mode reads, and nothing of what is empty, so that
 * the same answers always make the same content.
 */
export function contenuSaisi(
  saisie: BrouillonBilan,
  indicateurs: readonly { id: string; modeAgregation: ModeAgregation }[],
): ContenuBilan {
  const valeurs = indicateurs
    .map(({ id, modeAgregation }): ValeurBilan => {
      const v = saisie.valeurs.find((valeur) => valeur.indicateurId === id);
      return modeAgregation === 'RATIO'
        ? { indicateurId: id, valeur: null, numerateur: v?.numerateur ?? null, denominateur: v?.denominateur ?? null }
        : { indicateurId: id, valeur: v?.valeur ?? null, numerateur: null, denominateur: null };
    })
    .filter((v) => v.valeur !== null || v.numerateur !== null || v.denominateur !== null)
    .sort((a, b) => (a.indicateurId < b.indicateurId ? -1 : 1));
  return contenuDe(colonnesDe({ ...saisie, valeurs }), valeurs);
}

/** SHA-256 of a content, keys in alphabetical order: the same whatever the order in which they were stored. */
export function empreinteContenu(contenu: ContenuBilan): string {
  const trie = JSON.stringify(contenu, (_, valeur: unknown) =>
    valeur !== null && typeof valeur === 'object' && !Array.isArray(valeur)
      ? Object.fromEntries(Object.entries(valeur).sort(([a], [b]) => (a < b ? -1 : 1)))
      : valeur,
  );
  return createHash('sha256').update(trie).digest('hex');
}

/** R16: every passage of the free texts that looks like personal data, by field. */
export function donneesPersonnelles(contenu: ContenuBilan): ErreurChamp[] {
  const textes = [
    ...QUESTIONS_BILAN.map((q) => ({ champ: `${q.cle}.motif`, texte: contenu.reponses[q.cle]?.motif })),
    ...TEXTES_BILAN.map((cle) => ({ champ: cle as string, texte: contenu[cle] })),
  ];
  return textes.flatMap(({ champ, texte }) =>
    reperer(texte).map((trouve) => ({
      champ,
      code: trouve.genre,
      message: `${trouve.message} «\u00a0${trouve.extrait}\u00a0»`,
    })),
  );
}

/** Everything that can be sent back, in the order of the form: question keys of the level, and `indicateur:<id>` of the action. */
export function questionsDe(indicateurs: readonly { id: string }[], niveau: NiveauBilan): string[] {
  return [
    ...questionsDemandees(niveau).map((q) => q.cle),
    'beneficiaires',
    ...indicateurs.map((i) => `indicateur:${i.id}`),
    ...TEXTES_BILAN,
  ];
}

/** The question as the person reads it. */
export function libelleQuestion(question: string, indicateurs: readonly { id: string; libelle: string }[]): string {
  if (question === 'beneficiaires') return 'Nombre de bénéficiaires touchés';
  const texte = TEXTES_BILAN.find((cle) => cle === question);
  if (texte) return LIBELLES_TEXTES_BILAN[texte];
  const indicateur = indicateurs.find((i) => question === `indicateur:${i.id}`);
  return indicateur?.libelle ?? QUESTIONS_BILAN.find((q) => q.cle === question)?.question ?? question;
}
