import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LIBELLES_NIVEAUX, MIROIR_IMPACT, type NiveauObjectif } from '@coopilote/domain/cooperatives';
import { Etat, Icone } from '@coopilote/ui';
import { ActionsDuProgramme } from './actions-du-programme';
import type { ActeSurObjectif, Noeud, ReglagesArbre } from './noeud';

/** Level that may be added under each; the last one takes fiches-actions. */
export const SOUS_NIVEAU: Partial<Record<NiveauObjectif, NiveauObjectif>> = {
  GENERAL: 'SPECIFIQUE',
  SPECIFIQUE: 'OPERATIONNEL',
};

/** Objectives of one parent, and under each its own: the tree is this component in itself. */
@Component({
  selector: 'co-branche-objectifs',
  imports: [ActionsDuProgramme, Etat, Icone, RouterLink],
  templateUrl: './branche-objectifs.html',
  styleUrl: './branche-objectifs.css',
})
export class BrancheObjectifs {
  readonly noeuds = input.required<readonly Noeud[]>();
  readonly reglages = input.required<ReglagesArbre>();
  readonly acte = output<ActeSurObjectif>();

  protected readonly niveaux = LIBELLES_NIVEAUX;
  protected readonly miroirs = MIROIR_IMPACT;

  protected sousNiveau(noeud: Noeud): string | null {
    const niveau = SOUS_NIVEAU[noeud.objectif.niveau];
    return niveau ? LIBELLES_NIVEAUX[niveau].toLowerCase() : null;
  }
}
