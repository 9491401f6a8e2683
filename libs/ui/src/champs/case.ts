import { Component, model } from '@angular/core';
import { Icone } from '../affichage/icone';
import { ChampBase } from './champ-base';

/** One checkbox, with its label at its right. */
@Component({
  selector: 'co-case',
  imports: [Icone],
  host: { class: 'champ' },
  template: `
    <label class="case">
      <input
        #boite
        type="checkbox"
        [id]="id()"
        [checked]="value()"
        [disabled]="desactive()"
        [attr.aria-required]="requis() || null"
        [attr.aria-invalid]="erreurMontree() ? 'true' : null"
        [attr.aria-describedby]="decritPar()"
        (change)="emettre(boite.checked)"
        (blur)="quitter()"
      />
      <span [class.masque]="libelleMasque()"
        >{{ libelle() }}
        @if (requis()) {
          <span class="champ-requis">&nbsp;(obligatoire)</span>
        }
      </span>
    </label>
    @if (aide()) {
      <p class="champ-aide" [id]="id() + '-aide'">{{ aide() }}</p>
    }
    @if (erreurMontree(); as message) {
      <p class="champ-erreur" [id]="id() + '-erreur'"><co-icone nom="alerte" />{{ message }}</p>
    }
  `,
})
export class Case extends ChampBase<boolean> {
  readonly value = model(false);

  protected normaliser(valeur: unknown): boolean {
    return valeur === true;
  }
}
