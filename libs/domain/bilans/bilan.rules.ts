import type { ErreurChamp } from '../commun/probleme';
import { verifierValeur } from '../actions/indicateur.rules';
import type { Operation } from '../droits/droits.rules';
import type { ModeAgregation, Unite } from '../referentiel/listes';
import { questionsDemandees, type CleQuestion, type NiveauBilan, type Reponse } from './questions.rules';

export * from './questions.rules';

export const ETATS_BILAN = ['A_REMPLIR', 'BROUILLON', 'TRANSMIS', 'A_COMPLETER', 'VALIDE'] as const;
export type EtatBilan = (typeof ETATS_BILAN)[number];
export const LIBELLES_ETATS_BILAN: Record<EtatBilan, string> = {
  A_REMPLIR: 'à remplir',
  BROUILLON: 'brouillon',
  TRANSMIS: 'transmis',
  A_COMPLETER: 'à compléter',
  VALIDE: 'validé',
};

/** States whose figures count: what the ARS has received and not sent back. */
export const ETATS_RECUS: readonly EtatBilan[] = ['TRANSMIS', 'VALIDE'];
/** States in which the promoteur writes. */
export const ETATS_SAISIE: readonly EtatBilan[] = ['A_REMPLIR', 'BROUILLON', 'A_COMPLETER'];

export interface TransitionBilan {
  de: EtatBilan;
  vers: EtatBilan;
  acte: string;
  operation: Operation;
  /** True: a reason for each question sent back is required (R15). */
  retours: boolean;
}

/** R15: a submitted report is sent back with a reason, then sent again; never edited in silence. */
export const TRANSITIONS_BILAN: readonly TransitionBilan[] = [
  { de: 'A_REMPLIR', vers: 'TRANSMIS', acte: 'Transmettre à l’ARS', operation: 'bilan.remplir', retours: false },
  { de: 'BROUILLON', vers: 'TRANSMIS', acte: 'Transmettre à l’ARS', operation: 'bilan.remplir', retours: false },
  { de: 'A_COMPLETER', vers: 'TRANSMIS', acte: 'Transmettre à l’ARS', operation: 'bilan.remplir', retours: false },
  { de: 'TRANSMIS', vers: 'VALIDE', acte: 'Valider le bilan', operation: 'bilan.valider', retours: false },
  { de: 'TRANSMIS', vers: 'A_COMPLETER', acte: 'Renvoyer à compléter', operation: 'bilan.valider', retours: true },
  { de: 'VALIDE', vers: 'A_COMPLETER', acte: 'Rouvrir', operation: 'bilan.valider', retours: true },
];

export const TEXTES_BILAN = ['freins', 'leviers', 'pistes'] as const;
export type CleTexteBilan = (typeof TEXTES_BILAN)[number];
export const LIBELLES_TEXTES_BILAN: Record<CleTexteBilan, string> = {
  freins: 'Freins identifiés',
  leviers: 'Leviers identifiés',
  pistes: 'Pistes d’amélioration',
};

export interface ReponseSaisie {
  reponse?: Reponse | null;
  motif?: string | null;
}
export interface ValeurBilan {
  indicateurId: string;
  valeur?: number | null;
  numerateur?: number | null;
  denominateur?: number | null;
}
/** What a report says; every part may still be missing while it is a draft. */
export interface ContenuBilan {
  beneficiaires?: number | null;
  reponses: Partial<Record<CleQuestion, ReponseSaisie>>;
  freins?: string | null;
  leviers?: string | null;
  pistes?: string | null;
  valeurs: ValeurBilan[];
}
interface IndicateurDuBilan {
  id: string;
  libelle: string;
  unite: Unite;
  modeAgregation: ModeAgregation;
}

/** True when an indicator's value has been given. */
export function estRenseignee(valeur: ValeurBilan | undefined, mode: ModeAgregation): boolean {
  if (!valeur) return false;
  return mode === 'RATIO' ? valeur.numerateur != null && valeur.denominateur != null : valeur.valeur != null;
}

/** What makes a value wrong whatever the state of the report (units, ratio, twice the same). */
export function verifierValeurs(
  valeurs: readonly ValeurBilan[],
  indicateurs: readonly IndicateurDuBilan[],
): ErreurChamp[] {
  const erreurs: ErreurChamp[] = [];
  const vus = new Set<string>();
  for (const v of valeurs) {
    const indicateur = indicateurs.find((i) => i.id === v.indicateurId);
    const champ = `indicateur:${v.indicateurId}`;
    if (!indicateur) {
      erreurs.push({ champ, code: 'inconnu', message: 'Cet indicateur n’appartient pas à l’action.' });
      continue;
    }
    const dire = (message: string) =>
      erreurs.push({ champ, code: 'valeur', message: `${indicateur.libelle}\u00a0: ${message}` });
    if (vus.has(indicateur.id)) {
      erreurs.push({ champ, code: 'double', message: `${indicateur.libelle}\u00a0: la valeur figure deux fois.` });
    }
    vus.add(indicateur.id);
    if (v.valeur != null) {
      const faux = verifierValeur(indicateur.unite, v.valeur);
      if (faux) dire(faux);
    }
    if ((v.numerateur ?? 0) < 0 || (v.denominateur ?? 0) < 0) dire('un nombre négatif n’est pas possible.');
    else if (v.numerateur != null && v.denominateur === 0 && v.numerateur > 0) dire('le dénominateur est nul.');
    else if (
      indicateur.unite === 'POURCENTAGE' &&
      v.numerateur != null &&
      v.denominateur != null &&
      v.numerateur > v.denominateur
    ) {
      dire('le numérateur dépasse le dénominateur.');
    }
  }
  return erreurs;
}

/** What still stands between a draft and its sending (T4): each question of its level, reasons, every value. */
export function manquesBilan(
  contenu: ContenuBilan,
  indicateurs: readonly IndicateurDuBilan[],
  niveau: NiveauBilan,
): ErreurChamp[] {
  const manques: ErreurChamp[] = [];
  for (const q of questionsDemandees(niveau)) {
    const r = contenu.reponses[q.cle];
    if (!r?.reponse) manques.push({ champ: q.cle, code: 'requis', message: `${q.question} Choisissez une réponse.` });
    else if (r.reponse !== 'OUI' && !r.motif?.trim()) {
      manques.push({ champ: `${q.cle}.motif`, code: 'motif', message: `${q.question} Dites pourquoi en une phrase.` });
    }
  }
  if (contenu.beneficiaires == null) {
    manques.push({
      champ: 'beneficiaires',
      code: 'requis',
      message: 'Nombre de bénéficiaires touchés\u00a0: à remplir (0 si aucun).',
    });
  }
  for (const indicateur of indicateurs) {
    if (
      !estRenseignee(
        contenu.valeurs.find((v) => v.indicateurId === indicateur.id),
        indicateur.modeAgregation,
      )
    ) {
      manques.push({
        champ: `indicateur:${indicateur.id}`,
        code: 'requis',
        message: `${indicateur.libelle}\u00a0: à remplir (0 si rien n’a été fait).`,
      });
    }
  }
  return manques;
}

/** Completeness of a draft: questions, beneficiaries and indicators answered, over all of them. */
export function completude(
  contenu: ContenuBilan,
  indicateurs: readonly IndicateurDuBilan[],
  niveau: NiveauBilan,
): { remplies: number; total: number } {
  const total = questionsDemandees(niveau).length + 1 + indicateurs.length;
  const champsManquants = new Set(manquesBilan(contenu, indicateurs, niveau).map((m) => m.champ.replace('.motif', '')));
  return { remplies: total - champsManquants.size, total };
}

/** A report is late when its deadline has passed and the ARS is still waiting for it. */
export function estEnRetard(etat: EtatBilan, echeance: string, aujourdhui: string): boolean {
  return ETATS_SAISIE.includes(etat) && echeance < aujourdhui;
}

/**
 * What its structure may still write: a report that the ARS waits for, unless the collection of its quarter is closed; what the
 * delegation sent back is waited for all the same.
 */
export function estOuvertALaSaisie(etat: EtatBilan, collecteClose: boolean): boolean {
  return ETATS_SAISIE.includes(etat) && (!collecteClose || etat === 'A_COMPLETER');
}
