import type { Moment } from './bilans-valeurs';
import { rangTrimestre } from './calendrier';
import { alea, hacher } from './identifiants';
import { maniereDeLAction, phrasesDemarrage, phrasesParCooperative } from './phrases';
import { textesDernierTrimestre } from './scenarios';
import type { DemoAction, DemoBilan, DemoCooperative, DemoReponse, QuestionBilan } from './types';

export type Redaction = Pick<DemoBilan, 'reponses' | 'freins' | 'leviers' | 'pistes'>;

/** Les huit réponses, dans l’ordre du guide (fiche 5). */
export function questionsBilan(reponse: (question: QuestionBilan) => DemoReponse | undefined): DemoBilan['reponses'] {
  return {
    ressources: reponse('ressources'),
    publics: reponse('publics'),
    realisation: reponse('realisation'),
    objectifs: reponse('objectifs'),
    cooperation: reponse('cooperation'),
    pratiques: reponse('pratiques'),
    ists: reponse('ists'),
    parcours: reponse('parcours'),
  };
}

type QuestionRealisation = 'ressources' | 'publics' | 'realisation' | 'objectifs';
type QuestionEffet = Exclude<QuestionBilan, QuestionRealisation>;

/** Sous le premier seuil la réponse est non, sous le second en partie. */
const SEUILS: Record<QuestionRealisation, [non: number, enPartie: number]> = {
  ressources: [0.55, 0.82],
  publics: [0.62, 0.88],
  realisation: [0.62, 0.86],
  objectifs: [0.66, 0.92],
};

/** Avance d’une phrase par trimestre : une action ne redit rien avant d’avoir épuisé la liste. */
function choisir(phrases: string[], cle: string, { trimestre }: Moment): string {
  return phrases[(hacher(cle) + rangTrimestre(trimestre)) % phrases.length] ?? '';
}

function repondreRealisation(
  question: QuestionRealisation,
  action: DemoAction,
  moment: Moment,
  tauxActivite: number,
): DemoReponse {
  const cle = `${question}/${action.cle}`;
  const taux = tauxActivite + 0.12 * (alea(`${cle}/${rangTrimestre(moment.trimestre)}`) - 0.4);
  const [non, enPartie] = SEUILS[question];
  if (taux >= enPartie) return { reponse: 'OUI' };
  return {
    reponse: taux < non ? 'NON' : 'EN_PARTIE',
    motif: choisir(maniereDeLAction(action).phrases[question], cle, moment),
  };
}

function repondreEffet(
  question: QuestionEffet,
  cooperative: DemoCooperative,
  action: DemoAction,
  moment: Moment,
): DemoReponse {
  const cle = `${question}/${action.cle}`;
  if (moment.age === 0) {
    const reponse = question === 'parcours' ? 'NON' : 'EN_PARTIE';
    return { reponse, motif: choisir(phrasesDemarrage[question], cle, moment) };
  }
  const banque = phrasesParCooperative[cooperative.cle]?.[question];
  const tirage = alea(`${cle}/${rangTrimestre(moment.trimestre)}`);
  if (!banque || tirage < 0.28 + 0.04 * moment.rang) return { reponse: 'OUI' };
  const { effets, reserves } = maniereDeLAction(action);
  if (tirage >= 0.62 + 0.035 * moment.rang) {
    return { reponse: 'EN_PARTIE', motif: choisir(reserves ?? banque.reserve, cle, moment) };
  }
  // Une réponse sur cinq parle de la coopérative entière plutôt que de la seule action.
  const commune = !reserves && alea(`commune/${cle}/${rangTrimestre(moment.trimestre)}`) < 0.2;
  return { reponse: 'OUI', motif: choisir((commune ? undefined : effets?.[question]) ?? banque.oui, cle, moment) };
}

function texteLibre(
  champ: 'freins' | 'leviers' | 'pistes',
  cooperative: DemoCooperative,
  action: DemoAction,
  moment: Moment,
): string {
  const cle = `${champ}/${action.cle}`;
  const { phrases, reserves } = maniereDeLAction(action);
  const phrase = choisir(phrases[champ], cle, moment);
  if (reserves) return phrase;
  const banque = phrasesParCooperative[cooperative.cle]?.[champ] ?? [];
  const ajout = alea(`${cle}/${rangTrimestre(moment.trimestre)}`) < 0.4 ? choisir(banque, cle, moment) : '';
  return ajout ? `${phrase} ${ajout}` : phrase;
}

/** Réponses et textes libres du trimestre ; `dernier` : les textes écrits pour le dernier trimestre l’emportent. */
export function rediger(
  cooperative: DemoCooperative,
  action: DemoAction,
  moment: Moment,
  tauxActivite: number,
  dernier: boolean,
): Redaction {
  const ecrit = dernier ? textesDernierTrimestre[action.cle] : undefined;
  return {
    reponses: questionsBilan((question) => {
      const voulue = ecrit?.reponses[question];
      if (voulue) return voulue;
      switch (question) {
        case 'ressources':
        case 'publics':
        case 'realisation':
        case 'objectifs':
          return repondreRealisation(question, action, moment, tauxActivite);
        default:
          return repondreEffet(question, cooperative, action, moment);
      }
    }),
    freins: ecrit?.freins ?? texteLibre('freins', cooperative, action, moment),
    leviers: ecrit?.leviers ?? texteLibre('leviers', cooperative, action, moment),
    pistes: ecrit?.pistes ?? texteLibre('pistes', cooperative, action, moment),
  };
}
