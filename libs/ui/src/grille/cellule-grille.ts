import { Component, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ICellRendererAngularComp } from 'ag-grid-angular';
import type { ICellRendererParams } from 'ag-grid-community';
import { Etat } from '../affichage/etat';
import type { ColonneGrille } from './colonne';
import { etatDe, texteDe } from './valeurs';

export interface ParametresDeCellule {
  colonne: ColonneGrille<unknown>;
}

/** Cells that hold more than a text: a state, a link, a second line. */
@Component({
  selector: 'co-cellule-grille',
  imports: [Etat, RouterLink],
  host: { class: 'cellule-grille' },
  template: `
    @if (contenu(); as c) {
      @if (c.infobulle) {
        <span class="masque">{{ c.infobulle }}&nbsp;: </span>
      }
      @if (c.etat && c.lien) {
        <a [routerLink]="c.lien"><co-etat [de]="c.etat" /></a>
      } @else if (c.etat) {
        <co-etat [de]="c.etat" />
      } @else if (c.lien) {
        <a [routerLink]="c.lien">{{ c.texte }}</a>
      } @else {
        <span>{{ c.texte }}</span>
      }
      @if (c.detail) {
        <span class="petit">{{ c.detail }}</span>
      }
    }
  `,
})
export class CelluleGrille implements ICellRendererAngularComp {
  protected readonly contenu = signal<ReturnType<typeof lireCellule> | null>(null);

  agInit(parametres: ICellRendererParams & ParametresDeCellule): void {
    this.contenu.set(lireCellule(parametres.colonne, parametres.data));
  }

  refresh(parametres: ICellRendererParams & ParametresDeCellule): boolean {
    this.agInit(parametres);
    return true;
  }
}

function lireCellule(colonne: ColonneGrille<unknown>, ligne: unknown) {
  return {
    etat: colonne.genre === 'etat' || colonne.genre === 'oui' ? etatDe(colonne, ligne) : null,
    lien: colonne.lien?.(ligne) ?? null,
    infobulle: colonne.infobulle?.(ligne) ?? '',
    texte: texteDe(colonne, ligne),
    detail: colonne.detail?.(ligne) ?? '',
  };
}
