import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { map, of } from 'rxjs';
import { ListeBilansAnnuels } from '../../bilans-annuels/feature-liste/liste-bilans-annuels';
import { VueListeBilans } from './vue-liste';

/** The reports of one CA: a tab of its page, whose `:id` it reads. */
@Component({
  selector: 'co-bilans-cooperative',
  imports: [ListeBilansAnnuels, VueListeBilans],
  template: `
    <co-liste-bilans-annuels [cooperativeId]="cooperative()" />
    <h2 class="masque">Bilans trimestriels</h2>
    <co-vue-liste-bilans [filtres]="filtres()" sansCooperative />
  `,
})
export class PageBilansCooperative {
  readonly trimestre = input<string>();
  readonly etat = input<string>();
  readonly enRetard = input<string>();
  readonly page = input<string>();

  private readonly route = inject(ActivatedRoute);
  private readonly cooperative = toSignal(
    (this.route.parent?.paramMap ?? of(this.route.snapshot.paramMap)).pipe(map((params) => params.get('id') ?? '')),
    { initialValue: '' },
  );
  protected readonly filtres = computed(() => ({
    cooperative: this.cooperative(),
    trimestre: this.trimestre(),
    etat: this.etat(),
    enRetard: this.enRetard(),
    page: this.page(),
  }));
}
