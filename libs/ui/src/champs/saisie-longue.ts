import { Component, ElementRef, afterRenderEffect, computed, input, model, signal, viewChild } from '@angular/core';
import { DonneesPersonnelles } from '../affichage/donnees-personnelles';
import { formatNombre } from '../format/format';
import { Champ } from './champ';
import { ChampBase } from './champ-base';

/** Text of several lines: the box grows with it, and counts when `longueurMax` is set. */
@Component({
  selector: 'co-saisie-longue',
  imports: [Champ, DonneesPersonnelles],
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
        (blur)="laissee.set(true); quitter()"
      ></textarea>
      @if (longueurMax()) {
        <p class="champ-compteur num" [class.depasse]="reste() < 0" [attr.aria-live]="reste() < 40 ? 'polite' : 'off'">
          {{ compte() }}
        </p>
      }
    </co-champ>
    @if (avertit()) {
      <co-donnees-personnelles [texte]="laissee() ? value() : ''" />
    }
  `,
})
export class SaisieLongue extends ChampBase<string> {
  readonly value = model('');
  readonly lignes = input(3);
  /** Counted and said, not cut: what was pasted stays whole, the contract refuses it if it is too long. */
  readonly longueurMax = input(0);

  /** False where what looks like personal data is pointed out elsewhere. */
  readonly avertit = input(true);
  protected readonly laissee = signal(false);

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
