import { Component, effect, inject, input } from '@angular/core';
import type { ObjetPiece, PieceLue } from '@coopilote/domain/pieces';
import { Chargement, Dialogues, ErreurChargement, Toasts, Vide, compter, versProbleme } from '@coopilote/ui';
import { DepotPieces } from '../ui/depot-pieces';
import { EnvoiPiece } from '../ui/envoi';
import { LignePiece } from '../ui/ligne-piece';
import { PiecesStore } from './pieces-store';

/** The documents attached to a thing: read, added, taken away, by whom the API lets do so. */
@Component({
  selector: 'co-pieces',
  imports: [Chargement, DepotPieces, EnvoiPiece, ErreurChargement, LignePiece, Vide],
  providers: [PiecesStore],
  template: `
    @if (store.ressource.error(); as erreur) {
      <co-erreur-chargement [erreur]="erreur" (reessayer)="store.ressource.reload()" />
    } @else if (!store.ressource.hasValue()) {
      <co-chargement [lignes]="4" />
    } @else {
      @if (store.depot()) {
        <co-depot-pieces class="sans-impression" (fichiers)="ajouter($event)" />
      }
      @if (store.envois().length) {
        <ul class="carte carte-sans-marge" aria-label="Documents en cours d’envoi">
          @for (envoi of store.envois(); track envoi.cle) {
            <li>
              <co-envoi-piece [envoi]="envoi" (reessayer)="reessayer(envoi.cle)" (oublier)="store.oublier(envoi.cle)" />
            </li>
          }
        </ul>
      }
      @if (store.pieces().length) {
        <ul class="carte carte-sans-marge" aria-label="Documents">
          @for (piece of store.pieces(); track piece.id) {
            <li><co-ligne-piece [piece]="piece" (retirer)="retirer(piece)" /></li>
          }
        </ul>
      } @else if (!store.envois().length) {
        <co-vide titre="Aucun document">
          @if (store.depot()) {
            Ajoutez ici ce que les membres doivent retrouver&nbsp;: convention, diagnostic, supports de réunion…
          } @else {
            Les documents que l’animation et les membres ajouteront se trouveront ici.
          }
        </co-vide>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e4);
    }
    ul {
      list-style: none;
      margin: 0;
    }
    li + li {
      border-top: 1px solid var(--trait);
    }
  `,
})
export class Pieces {
  readonly objet = input.required<ObjetPiece>();
  readonly objetId = input.required<string>();
  protected readonly store = inject(PiecesStore);
  private readonly dialogues = inject(Dialogues);
  private readonly toasts = inject(Toasts);

  constructor() {
    effect(() => this.store.cible.set({ objet: this.objet(), objetId: this.objetId() }));
  }

  protected async ajouter(fichiers: File[]): Promise<void> {
    this.annoncer(await this.store.ajouter(fichiers));
  }

  protected async reessayer(cle: number): Promise<void> {
    this.annoncer(await this.store.reessayer(cle));
  }

  protected async retirer(piece: PieceLue): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: 'Retirer ce document\u00a0?',
      texte: `«\u00a0${piece.nom}\u00a0» ne sera plus accessible à personne. Ce retrait est définitif.`,
      action: 'Retirer le document',
      danger: true,
    });
    if (!accord) return;
    try {
      await this.store.retirer(piece.id);
      this.toasts.succes('Document retiré.');
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
      this.store.ressource.reload();
    }
  }

  private annoncer(arrives: string[]): void {
    if (arrives.length === 1) this.toasts.succes(`«\u00a0${arrives[0]}\u00a0» est ajouté.`);
    else if (arrives.length) this.toasts.succes(`${compter(arrives.length, 'document ajouté', 'documents ajoutés')}.`);
  }
}
