import {
  CLES_QUESTIONS,
  QUESTIONS_BILAN,
  TEXTES_BILAN,
  verifierValeurs,
  type ContenuBilan,
  type Reponse,
  type ValeurBilan,
} from '../bilans/bilan.rules';
import { choixReponse } from '../bilans/classeur.rules';
import { reperer } from '../bilans/confidentialite.rules';
import { lireNombre } from '../classeurs/cellule.rules';
import {
  decalerTrimestre,
  estActifAuTrimestre,
  libelleCourtTrimestre,
  rangTrimestre,
  trimestreDe,
  TRIMESTRES_OUVERTS,
  type Trimestre,
} from '../commun/trimestre';
import { mot, nombre, type LigneLue, type ParNom, type RefusArrivee } from './lignes.rules';
import type { ActionPrete, IndicateurPret } from './programme.rules';

export interface BilanPasse extends Trimestre {
  ficheActionId: string;
  contenu: ContenuBilan;
}

/** Reports that the ARS had received before: one an action and a quarter, complete or not. */
export function preparerBilans(
  lignes: readonly LigneLue[],
  actions: ParNom<ActionPrete | null>,
  aujourdhui: string,
  refus: RefusArrivee,
): BilanPasse[] {
  const vus = new Set<string>();
  const courant = trimestreDe(aujourdhui);
  return lignes.flatMap((rangee): BilanPasse[] => {
    const dire = (cle: string, message: string) => refus.dire('bilans', rangee, cle, message);
    const nom = mot(rangee, 'action');
    const annee = nombre(rangee, 'annee');
    const trimestre = Number(mot(rangee, 'trimestre')?.slice(1) ?? 0);
    const action = nom ? actions.trouver(nom) : undefined;
    if (nom && !action)
      dire('action', `action inconnue dans ce classeur. ${actions.conseil(nom, 'la feuille Actions')}`);
    if (!action || annee === null || !trimestre) return [];
    const t = { annee, trimestre };
    const premier = decalerTrimestre(courant, 1 - TRIMESTRES_OUVERTS);
    if (action.etat === 'BROUILLON')
      dire('action', 'une action en brouillon n’a pas de bilan\u00a0: changez son état, ou retirez la ligne.');
    if (!Number.isInteger(annee) || rangTrimestre(t) > rangTrimestre(courant))
      dire('annee', 'ce trimestre n’a pas commencé\u00a0: retirez la ligne.');
    else if (rangTrimestre(t) < rangTrimestre(premier)) {
      dire(
        'annee',
        `les bilans se reprennent depuis le ${libelleCourtTrimestre(premier)}\u00a0: gardez les plus anciens dans les documents de la coopérative.`,
      );
    } else if (!estActifAuTrimestre(action.calendrierDebut, action.calendrierFin, t)) {
      dire(
        'trimestre',
        'l’action n’est pas active à ce trimestre\u00a0: corrigez son calendrier, ou retirez la ligne.',
      );
    }
    const cle = `${action.id} ${rangTrimestre(t)}`;
    if (vus.has(cle)) dire('trimestre', 'ce bilan figure deux fois\u00a0: retirez l’une des lignes.');
    vus.add(cle);
    const contenu = contenuDe(rangee, action, refus);
    avertir(rangee, contenu, refus);
    return [{ ...t, ficheActionId: action.id, contenu }];
  });
}

function contenuDe(rangee: LigneLue, action: ActionPrete, refus: RefusArrivee): ContenuBilan {
  const reponses: ContenuBilan['reponses'] = {};
  for (const question of QUESTIONS_BILAN) {
    const libelle = mot(rangee, question.cle);
    const reponse: Reponse | null = choixReponse(question).find((c) => c.libelle === libelle)?.valeur ?? null;
    const motif = mot(rangee, `${question.cle}Motif`);
    if (reponse || motif) reponses[question.cle] = { reponse, motif };
  }
  const beneficiaires = nombre(rangee, 'beneficiaires');
  if (beneficiaires !== null && (beneficiaires < 0 || !Number.isInteger(beneficiaires) || beneficiaires > 70_000_000)) {
    refus.dire('bilans', rangee, 'beneficiaires', 'un nombre entier, positif ou nul, est attendu.');
  }
  const valeurs = [
    ...valeursDe(rangee, action, 'PROCESSUS', 'processus', refus),
    ...valeursDe(rangee, action, 'ACTIVITE', 'activite', refus),
    ...valeursDe(rangee, action, 'RESULTAT', 'resultat', refus),
  ];
  const [freins, leviers, pistes] = TEXTES_BILAN.map((cle) => mot(rangee, cle));
  return { beneficiaires, reponses, freins: freins ?? null, leviers: leviers ?? null, pistes: pistes ?? null, valeurs };
}

/** « Indicateur d’activité 2 » is the second of its kind in the sheet of indicators; a ratio says « 3/4 ». */
function valeursDe(
  rangee: LigneLue,
  action: ActionPrete,
  type: IndicateurPret['type'],
  colonne: string,
  refus: RefusArrivee,
): ValeurBilan[] {
  const indicateurs = action.indicateurs.filter((i) => i.type === type);
  return [1, 2, 3].flatMap((rang): ValeurBilan[] => {
    const cle = `${colonne}${rang}`;
    const texte = mot(rangee, cle);
    if (texte === null) return [];
    const indicateur = indicateurs[rang - 1];
    const dire = (message: string): ValeurBilan[] => {
      refus.dire('bilans', rangee, cle, message);
      return [];
    };
    if (!indicateur)
      return dire('l’action n’a pas cet indicateur\u00a0: ajoutez-le à la feuille Indicateurs, ou videz la cellule.');
    const termes = texte.split(/\s*(?:\/|sur)\s*/i).map(lireNombre);
    const nombres = termes.flatMap((terme) => ('valeur' in terme ? [terme.valeur] : []));
    const ratio = indicateur.modeAgregation === 'RATIO';
    if (nombres.length !== termes.length || nombres.length !== (ratio ? 2 : 1)) {
      const refuse = termes.find((terme) => 'refus' in terme);
      return dire(
        ratio
          ? 'ce ratio s’écrit numérateur/dénominateur, par exemple 3/4.'
          : refuse && 'refus' in refuse
            ? refuse.refus
            : 'un nombre est attendu.',
      );
    }
    const [un = null, deux = null] = nombres;
    const valeur: ValeurBilan = ratio
      ? { indicateurId: indicateur.id, valeur: null, numerateur: un, denominateur: deux }
      : { indicateurId: indicateur.id, valeur: un, numerateur: null, denominateur: null };
    const [faux] = verifierValeurs([valeur], [indicateur]);
    return faux ? dire(faux.message) : [valeur];
  });
}

/** R16: what looks like personal data is pointed out, before it is kept. */
function avertir(rangee: LigneLue, contenu: ContenuBilan, refus: RefusArrivee): void {
  const textes = [
    ...CLES_QUESTIONS.map((cle) => ({ cle: `${cle}Motif`, texte: contenu.reponses[cle]?.motif })),
    ...TEXTES_BILAN.map((cle) => ({ cle, texte: contenu[cle] })),
  ];
  for (const { cle, texte } of textes) {
    for (const { message, extrait } of reperer(texte))
      refus.avertir('bilans', rangee, cle, `${message} «\u00a0${extrait}\u00a0»`);
  }
}
