import { NgTemplateOutlet } from '@angular/common';
import { Component, Directive, TemplateRef, inject, input, signal } from '@angular/core';
import type { ICellRendererAngularComp } from 'ag-grid-angular';
import type { ICellRendererParams, SuppressKeyboardEventParams } from 'ag-grid-community';

export type ModeleDeCellule = TemplateRef<{ $implicit: unknown }>;

export interface ParametresLibres {
  modele: ModeleDeCellule;
}

/** Cells that the page draws itself: `<ng-template coCelluleGrille="intitule" let-ligne>`. */
@Directive({ selector: 'ng-template[coCelluleGrille]' })
export class CelluleDeGrille {
  /** Key of the column. */
  readonly coCelluleGrille = input.required<string>();
  readonly modele: ModeleDeCellule = inject(TemplateRef);
}

/** A cell drawn by a template of the page; it stays in place when its row changes, so that the focus comes back to it. */
@Component({
  selector: 'co-cellule-libre',
  imports: [NgTemplateOutlet],
  host: { class: 'cellule-libre' },
  template: `<ng-container [ngTemplateOutlet]="modele()" [ngTemplateOutletContext]="{ $implicit: ligne() }" />`,
})
export class CelluleLibre implements ICellRendererAngularComp {
  protected readonly modele = signal<ModeleDeCellule | null>(null);
  protected readonly ligne = signal<unknown>(null);

  agInit(parametres: ICellRendererParams & ParametresLibres): void {
    this.modele.set(parametres.modele);
    this.ligne.set(parametres.data);
  }

  refresh(parametres: ICellRendererParams & ParametresLibres): boolean {
    this.agInit(parametres);
    return true;
  }
}

/** Tab goes through the buttons and links of a cell before it leaves it: without this, the grid takes it to the next cell. */
export function garderTabulation({ event }: SuppressKeyboardEventParams): boolean {
  if (event.key !== 'Tab' || !(event.target instanceof HTMLElement)) return false;
  const actes = [...(event.target.closest('.ag-cell')?.querySelectorAll<HTMLElement>('a[href], button') ?? [])];
  const rang = actes.indexOf(event.target);
  return event.shiftKey ? rang > 0 : rang < actes.length - 1;
}
