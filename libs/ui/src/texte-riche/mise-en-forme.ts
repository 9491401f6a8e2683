import type { NomIcone } from '../affichage/icone';

export type CommandeRiche = 'gras' | 'italique' | 'titre' | 'sousTitre' | 'puces' | 'numeros';

/** What holds where the cursor stands. */
export type MiseEnForme = Record<CommandeRiche, boolean> & { lien: string | null };

export const SANS_FORME: MiseEnForme = {
  gras: false,
  italique: false,
  titre: false,
  sousTitre: false,
  puces: false,
  numeros: false,
  lien: null,
};

export interface Outil {
  cle: CommandeRiche | 'lien';
  nom: string;
  icone?: NomIcone;
  /** Key pressed with Ctrl, or Cmd on a Mac. */
  touche?: string;
}

export const OUTILS: readonly Outil[] = [
  { cle: 'gras', nom: 'Gras', touche: 'B' },
  { cle: 'italique', nom: 'Italique', touche: 'I' },
  { cle: 'titre', nom: 'Titre' },
  { cle: 'sousTitre', nom: 'Sous-titre' },
  { cle: 'puces', nom: 'Liste à puces', icone: 'puces', touche: 'Shift+8' },
  { cle: 'numeros', nom: 'Liste numérotée', icone: 'numeros', touche: 'Shift+7' },
  { cle: 'lien', nom: 'Lien', icone: 'lien', touche: 'K' },
];
