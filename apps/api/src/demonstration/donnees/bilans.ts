import { ajouterJours, debutTrimestre, finTrimestre, rangTrimestre, trimestreDe, trimestreDeRang } from './calendrier';
import { alea } from './identifiants';
import { mesurer, type Moment } from './bilans-valeurs';
import { questionsBilan, rediger, type Redaction } from './bilans-redaction';
import { etatsDernierTrimestre, retoursDernierTrimestre } from './scenarios';
import type { DemoAction, DemoBilan, DemoCooperative, DemoValeur, EtatBilan, Trimestre } from './types';

const TRIMESTRES_PASSES = 8;

const ETATS_MENES = new Set<DemoAction['etat']>(['EN_COURS', 'TERMINEE', 'ABANDONNEE']);

/** R9 : un bilan pour chaque action active dans le trimestre. */
function estActive(action: DemoAction, trimestre: Trimestre): boolean {
  return (
    ETATS_MENES.has(action.etat) &&
    action.calendrierDebut <= finTrimestre(trimestre) &&
    action.calendrierFin >= debutTrimestre(trimestre)
  );
}

function etatDuBilan(action: DemoAction, rang: number): EtatBilan {
  if (rang < TRIMESTRES_PASSES - 1) return 'VALIDE';
  return etatsDernierTrimestre[action.cle] ?? (alea(`etat/${action.cle}`) < 0.3 ? 'TRANSMIS' : 'VALIDE');
}

function bilanVide(action: DemoAction, trimestre: Trimestre): DemoBilan {
  return {
    action: action.cle,
    trimestre,
    etat: 'A_REMPLIR',
    beneficiaires: null,
    reponses: questionsBilan(() => undefined),
    freins: '',
    leviers: '',
    pistes: '',
    valeurs: {},
  };
}

/** De plus en plus de bilans arrivent dans les quinze jours ; jamais après `aujourdhui`. */
function dateTransmission(action: DemoAction, { trimestre, rang }: Moment, aujourdhui: string): string {
  const cle = `${action.cle}/${trimestre.annee}-${trimestre.trimestre}`;
  const aTemps = alea(`retard/${cle}`) < 0.6 + 0.035 * rang;
  const jours = aTemps ? 2 + Math.floor(alea(`jour/${cle}`) * 13) : 17 + Math.floor(alea(`jour/${cle}`) * 24);
  const date = ajouterJours(finTrimestre(trimestre), jours);
  return date < aujourdhui ? date : aujourdhui;
}

/** Un brouillon s’arrête au milieu : les premières questions et la première moitié des indicateurs. */
function aMoitieRempli(action: DemoAction, valeurs: Record<string, DemoValeur>, redaction: Redaction) {
  const remplies = new Set([
    'ressources',
    'publics',
    ...(alea(`brouillon/${action.cle}`) < 0.5 ? ['realisation'] : []),
  ]);
  const cles = action.indicateurs.slice(0, Math.ceil(action.indicateurs.length / 2)).map(({ cle }) => cle);
  return {
    reponses: questionsBilan((question) => (remplies.has(question) ? redaction.reponses[question] : undefined)),
    freins: '',
    leviers: '',
    pistes: '',
    valeurs: Object.fromEntries(Object.entries(valeurs).filter(([cle]) => cles.includes(cle))),
  };
}

function bilanRempli(cooperative: DemoCooperative, action: DemoAction, moment: Moment, aujourdhui: string): DemoBilan {
  const etat = etatDuBilan(action, moment.rang);
  if (etat === 'A_REMPLIR') return bilanVide(action, moment.trimestre);
  const { beneficiaires, valeurs, tauxActivite } = mesurer(action, moment);
  const dernier = moment.rang === TRIMESTRES_PASSES - 1;
  const redaction = rediger(cooperative, action, moment, tauxActivite, dernier);
  const entete = { action: action.cle, trimestre: moment.trimestre, etat, beneficiaires };
  if (etat === 'BROUILLON') return { ...entete, ...aMoitieRempli(action, valeurs, redaction) };
  const retours = etat === 'A_COMPLETER' ? retoursDernierTrimestre[action.cle] : undefined;
  return {
    ...entete,
    ...redaction,
    valeurs,
    ...(retours ? { retours } : {}),
    transmisLe: dateTransmission(action, moment, aujourdhui),
  };
}

/**
 * Bilans des huit trimestres achevés avant `aujourdhui`, de ceux d’avant où l’action était déjà active, et du trimestre en
 * cours, à remplir. Pure : mêmes entrées, mêmes bilans. Les trimestres anciens sont validés ; le dernier montre tous les états.
 */
export function genererBilans(aujourdhui: string, cooperatives: DemoCooperative[]): DemoBilan[] {
  const rangCourant = rangTrimestre(trimestreDe(aujourdhui));
  const bilans: DemoBilan[] = [];
  for (const cooperative of cooperatives) {
    for (const action of cooperative.actions) {
      const rangDebut = rangTrimestre(trimestreDe(action.calendrierDebut));
      // Une action commencée plus tôt a rendu ses bilans d’avant aussi : leur rang est négatif.
      for (let rang = Math.min(0, rangDebut - rangCourant + TRIMESTRES_PASSES); rang <= TRIMESTRES_PASSES; rang += 1) {
        const absolu = rangCourant - TRIMESTRES_PASSES + rang;
        const trimestre = trimestreDeRang(absolu);
        if (!estActive(action, trimestre)) continue;
        const moment: Moment = { trimestre, rang, age: absolu - rangDebut };
        bilans.push(
          rang === TRIMESTRES_PASSES
            ? bilanVide(action, trimestre)
            : bilanRempli(cooperative, action, moment, aujourdhui),
        );
      }
    }
  }
  return bilans;
}
