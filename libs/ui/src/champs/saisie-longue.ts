import { Component, ElementRef, afterRenderEffect, computed, input, model, viewChild } from '@angular/core';
import { formatNombre } from '../format/format';
import { Champ } from './champ';
import { ChampBase } from './champ-base';

/** Text of several lines: the box grows with it, and counts when `longueurMax` is set. */
@Component({
  selector: 'co-saisie-longue',
  imports: [Champ],
  template: `
    <co-champ
      [libelle]="libelle()"
      [idChamp]="id()"
      [aide]="aide()"
      [erreur]="erreurMontree()"
      [requis]="requis()"
      [libelleMasque]="libelleMasque()"
    >
      <textarea
        #zone
        class="saisie saisie-longue"
        [id]="id()"
        [rows]="lignes()"
        [value]="value()"
        [disabled]="desactive()"
        [attr.aria-required]="requis() || null"
        [attr.aria-invalid]="erreurMontree() ? 'true' : null"
        [attr.aria-describedby]="decritPar()"
        (input)="emettre(zone.value)"
        (blur)="quitter()"
      ></textarea>
      @if (longueurMax()) {
        <p class="champ-compteur num" [class.depasse]="reste() < 0" [attr.aria-live]="reste() < 40 ? 'polite' : 'off'">
          {{ compte() }}
        </p>
      }
    </co-champ>
  `,
})
export class SaisieLongue extends ChampBase<string> {
  readonly value = model('');
  readonly lignes = input(3);
  /** Counted and said, not cut: what was pasted stays whole, the contract refuses it if it is too long. */
  readonly longueurMax = input(0);

  private readonly zone = viewChild.required<ElementRef<HTMLTextAreaElement>>('zone');
  protected readonly reste = computed(() => this.longueurMax() - this.value().length);
  protected readonly compte = computed(() =>
    this.reste() < 0
      ? `${formatNombre(-this.reste())} caractères de trop`
      : `${formatNombre(this.value().length)} / ${formatNombre(this.longueurMax())}`,
  );

  constructor() {
    super();
    // Browsers without `field-sizing: content` need the height to be measured.
    if (CSS.supports('field-sizing', 'content')) return;
    afterRenderEffect(() => {
      this.value();
      const zone = this.zone().nativeElement;
      zone.style.height = 'auto';
      zone.style.height = `${zone.scrollHeight + 2}px`;
    });
  }

  protected normaliser(valeur: unknown): string {
    return valeur == null ? '' : String(valeur);
  }
}
