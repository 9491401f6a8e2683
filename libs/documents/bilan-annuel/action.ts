import {
  LIBELLES_DEVENIRS,
  LIBELLES_TEXTES_BILAN,
  QUESTIONS_BILAN,
  TEXTES_BILAN,
  bilansManquants,
  type ActionAnnuelle,
  type DocumentBilanAnnuel,
} from '@coopilote/domain/bilans';
import type { Bloc, Fiche } from '../modele';
import { etendue, MASQUE, nombre, prevision, resultat, taux } from './nombres';

export const phrase = (texte: string): Bloc => ({ genre: 'PHRASE', texte });
/** A paragraph a line. */
export const phrases = (texte: string): Bloc[] =>
  texte.split(/\n+/).flatMap((ligne) => (ligne.trim() ? [phrase(ligne.trim())] : []));

/** « T1, T2 et T4 ». */
export function citerTrimestres(trimestres: readonly number[]): string {
  const noms = trimestres.map((t) => `T${t}`);
  return noms.length > 1 ? `${noms.slice(0, -1).join(', ')} et ${noms.at(-1)}` : (noms[0] ?? '');
}

export const personnes = (a: Pick<ActionAnnuelle, 'beneficiaires' | 'beneficiairesMasques'>): string =>
  a.beneficiairesMasques ? MASQUE : etendue(a.beneficiaires);

/** « oui au T1, partiellement au T2 (pourquoi) ». */
function reponses(action: ActionAnnuelle, cle: (typeof QUESTIONS_BILAN)[number]['cle']): string {
  const question = QUESTIONS_BILAN.find((q) => q.cle === cle);
  const mots = { OUI: 'Oui', EN_PARTIE: question?.milieu ?? 'En partie', NON: 'Non' };
  const dites = action.reponses.find((r) => r.cle === cle)?.trimestres ?? [];
  return dites
    .map(({ trimestre, reponse, motif }) => `T${trimestre}\u00a0: ${mots[reponse]}${motif ? `. ${motif}` : ''}`)
    .join('\n');
}

const recit = (action: ActionAnnuelle, cle: (typeof TEXTES_BILAN)[number]): string =>
  action.recits[cle].map(({ trimestre, texte }) => `T${trimestre}\u00a0: ${texte}`).join('\n');

/** One row of T3 over the year, in the guide's order, field by field. */
export function ficheAction(action: ActionAnnuelle): Fiche {
  const indicateurs = (type: string): string =>
    action.indicateurs
      .filter((i) => i.type === type)
      .map((i) => `${i.libelle}\u00a0: ${resultat(i)}, prévu ${prevision(i)}`)
      .join('\n');
  const questions = (groupe: string) =>
    QUESTIONS_BILAN.filter((q) => q.groupe === groupe).map(({ cle, question }) => ({
      terme: question,
      valeur: reponses(action, cle),
    }));
  return {
    genre: 'FICHE',
    titre: action.intitule,
    lignes: [
      { terme: 'Objectif opérationnel', valeur: action.objectif ?? '' },
      { terme: 'Structure', valeur: action.structure },
      { terme: 'Objectifs poursuivis', valeur: action.objectifsPoursuivis ?? '' },
      { terme: 'Résultats attendus', valeur: action.resultatsAttendus ?? '' },
      { terme: 'Publics cibles', valeur: action.publics.join(', ') },
      {
        terme: 'Bénéficiaires ciblés',
        valeur: action.beneficiairesCibles === null ? '' : nombre(action.beneficiairesCibles),
      },
      { terme: 'Personnes touchées', valeur: personnes(action) },
      { terme: 'Territoire d’intervention', valeur: action.territoire },
      ...questions('REALISATION'),
      { terme: 'Indicateurs d’activité', valeur: indicateurs('ACTIVITE') },
      { terme: 'Indicateurs de résultats', valeur: indicateurs('RESULTAT') },
      ...questions('EFFETS'),
      ...TEXTES_BILAN.map((cle) => ({ terme: LIBELLES_TEXTES_BILAN[cle], valeur: recit(action, cle) })),
    ].filter(({ valeur }) => valeur),
  };
}

/** Its figures, each with how many quarters are behind it. */
export function tableIndicateurs({ indicateurs, trimestres }: ActionAnnuelle): Bloc {
  const recus = trimestres.filter((t) => t.recu).length;
  return {
    genre: 'TABLE',
    entetes: ['Indicateur', 'Prévu', 'Résultat', 'Taux', 'Trimestres'],
    parts: [38, 15, 24, 11, 12],
    nombres: [1, 2, 3, 4],
    lignes: indicateurs.map((i) => [
      i.libelle,
      prevision(i),
      resultat(i),
      taux(i),
      `${i.releves} sur ${Math.max(recus, i.releves)}`,
    ]),
  };
}

/** What its structure said of the year, and what the meeting decided. */
export function paroles(action: ActionAnnuelle, { decisions }: DocumentBilanAnnuel): Bloc[] {
  const { synthese, proposition, motifProposition } = action;
  const { decision = null, motifDecision = null } =
    decisions.find((d) => d.ficheActionId === action.ficheActionId) ?? {};
  const suite = (nom: string, mot: string, motif: string | null): Bloc =>
    phrase(`${nom}\u00a0: action ${mot}.${motif ? ` ${motif}` : ''}`);
  return [
    ...(synthese ? phrases(synthese) : [phrase(`${action.structure} n’a pas écrit de synthèse.`)]),
    ...(proposition ? [suite('Proposition de la structure', LIBELLES_DEVENIRS[proposition], motifProposition)] : []),
    ...(decision ? [suite('Décision', LIBELLES_DEVENIRS[decision], motifDecision)] : []),
  ];
}

export function completudeAction(action: ActionAnnuelle): string {
  const [manque] = bilansManquants([action]);
  const recus = action.trimestres.filter((t) => t.recu).map((t) => t.trimestre);
  const dits = recus.length ? `Bilans reçus\u00a0: ${citerTrimestres(recus)}.` : 'Aucun bilan reçu.';
  return manque
    ? `${dits} Bilans manquants\u00a0: ${citerTrimestres(manque.trimestres)}, qui ne comptent pas dans les résultats.`
    : dits;
}
