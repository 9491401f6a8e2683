import type { ObjectifLu, ProgrammeLu } from '@coopilote/domain/cooperatives';

export type ActionDuProgramme = ProgrammeLu['actions'][number];

/** An objective with what hangs from it. */
export interface Noeud {
  objectif: ObjectifLu;
  enfants: Noeud[];
  actions: ActionDuProgramme[];
  sansAction: boolean;
  premier: boolean;
  dernier: boolean;
}

/** What one asks of an objective of the tree. */
export interface ActeSurObjectif {
  acte: 'modifier' | 'monter' | 'descendre' | 'supprimer' | 'ajouter';
  noeud: Noeud;
}

/** What the tree shows and allows. */
export interface ReglagesArbre {
  cooperativeId: string;
  miroir: boolean;
  modifiable: boolean;
  redigeable: boolean;
  enDeplacement: boolean;
}
