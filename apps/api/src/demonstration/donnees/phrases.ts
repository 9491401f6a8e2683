import { phrases78, phrases92, phrases93Diabete } from './phrases-cooperatives-1';
import { phrases93Respiratoire, phrases94, phrases95 } from './phrases-cooperatives-2';
import {
  effetAccompagnement,
  effetAllerVers,
  effetAtelier,
  effetDomicile,
  effetEcole,
  effetFormation,
  effetVente,
  reservesVente,
  effetSoin,
  type PhrasesEffetFamille,
} from './phrases-effets';
import { allerVers, atelier, soin } from './phrases-familles-1';
import { accompagnement, coordination, formation } from './phrases-familles-2';
import { domicile, ecole, vente } from './phrases-familles-3';
import type { DemoAction } from './types';

/** Motifs d’une réponse autre que oui, et textes libres, propres à une manière d’agir. */
export interface PhrasesFamille {
  ressources: string[];
  publics: string[];
  realisation: string[];
  objectifs: string[];
  freins: string[];
  leviers: string[];
  pistes: string[];
}

/** `reserve` : ce qui manque encore, quand la réponse est « en partie ». */
interface PhrasesEffet {
  oui: string[];
  reserve: string[];
}

/** Aspects des quatre questions d’effet (guide, fiche 5) et textes libres, propres à une coopérative. */
export interface PhrasesCooperative {
  cooperation: PhrasesEffet;
  pratiques: PhrasesEffet;
  ists: PhrasesEffet;
  parcours: PhrasesEffet;
  freins: string[];
  leviers: string[];
  pistes: string[];
}

interface Maniere {
  phrases: PhrasesFamille;
  /** Absent pour la coordination : l’effet est celui de la coopérative entière. */
  effets?: PhrasesEffetFamille;
  /** Action à part du programme commun : ses réserves lui sont propres et rien n’est ajouté à ses textes. */
  reserves?: string[];
}

const MANIERES = {
  allerVers: { phrases: allerVers, effets: effetAllerVers },
  soin: { phrases: soin, effets: effetSoin },
  atelier: { phrases: atelier, effets: effetAtelier },
  accompagnement: { phrases: accompagnement, effets: effetAccompagnement },
  domicile: { phrases: domicile, effets: effetDomicile },
  formation: { phrases: formation, effets: effetFormation },
  ecole: { phrases: ecole, effets: effetEcole },
  vente: { phrases: vente, effets: effetVente, reserves: reservesVente },
  coordination: { phrases: coordination },
} satisfies Record<string, Maniere>;

const maniereParMode: Record<string, Maniere> = {
  ALLER_VERS: MANIERES.allerVers,
  COMMUNICATION: MANIERES.allerVers,
  DEPISTAGE: MANIERES.soin,
  CONSULTATION: MANIERES.soin,
  ATELIER: MANIERES.atelier,
  ACTIVITE_PHYSIQUE: MANIERES.atelier,
  PARTICIPATION: MANIERES.atelier,
  ACCOMPAGNEMENT: MANIERES.accompagnement,
  MEDIATION: MANIERES.accompagnement,
  VISITE_DOMICILE: MANIERES.domicile,
  FORMATION: MANIERES.formation,
  COORDINATION: MANIERES.coordination,
};

/** Le premier mode d’intervention dit la manière d’agir ; deux exceptions tiennent au public et à l’objet. */
export function maniereDeLAction(action: DemoAction): Maniere {
  if (action.cle === 'abb-triporteur') return MANIERES.vente;
  const [mode = ''] = action.modes;
  if (mode === 'ATELIER' && action.lieux.includes('école')) return MANIERES.ecole;
  return maniereParMode[mode] ?? MANIERES.accompagnement;
}

export const phrasesParCooperative: Record<string, PhrasesCooperative> = {
  'publics-invisibles-78': phrases78,
  'errance-92': phrases92,
  'diabete-93': phrases93Diabete,
  'respiratoire-habitat-93': phrases93Respiratoire,
  'sport-nutrition-94': phrases94,
  'langage-cps-95': phrases95,
};

/** Réponses aux questions d’effet au premier trimestre d’une action. */
export const phrasesDemarrage: Record<'cooperation' | 'pratiques' | 'ists' | 'parcours', string[]> = {
  cooperation: [
    'Premiers échanges encourageants avec les partenaires, à confirmer au trimestre suivant.',
    'Le circuit vient d’être présenté ; toutes les structures ne s’en servent pas encore.',
    'Le trimestre a servi à se rencontrer et à répartir les rôles.',
    'Les partenaires sont d’accord sur le principe, les habitudes restent à prendre.',
  ],
  pratiques: [
    'L’équipe s’approprie les outils ; le changement se verra plus tard.',
    'Les procédures sont écrites, leur usage commence.',
    'Les intervenants sont formés, sans recul sur leur pratique.',
    'Les premiers retours de terrain conduisent déjà à ajuster la manière de faire.',
  ],
  ists: [
    'Les lieux ont été choisis dans les quartiers prioritaires ; l’effet n’est pas encore mesurable.',
    'Les habitants ont été informés, pas encore associés.',
    'Le lien avec le logement et les droits est identifié, il reste à le travailler.',
    'Trop tôt pour dire si les personnes les plus éloignées viennent.',
  ],
  parcours: [
    'Trop tôt pour en juger : les premières orientations viennent d’être faites.',
    'Le recul manque pour savoir si les personnes poursuivent leur parcours.',
    'Les relais sont en cours de construction.',
    'Aucun parcours n’est encore allé à son terme.',
  ],
};
