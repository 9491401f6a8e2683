import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { Choix, type Option } from '@coopilote/ui';

const RANGS = [0, 1, 2] as const;

/** Public cible 1, 2 and 3 of T3, each from the list; the value is the list of those chosen, in this order. */
@Component({
  selector: 'co-publics-saisie',
  imports: [Choix],
  template: `
    @for (rang of rangs; track rang) {
      <co-choix
        [libelle]="'Public cible ' + (rang + 1)"
        vide="–"
        [nom]="rang ? 'publics.' + rang : 'publics'"
        [options]="offerts()[rang] ?? []"
        [value]="cases()[rang] ?? null"
        [erreur]="rang ? null : erreur()"
        (valueChange)="choisir(rang, $event)"
      />
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
      gap: var(--e3) var(--e4);
    }
  `,
})
export class PublicsSaisie {
  readonly publics = input.required<readonly Option[]>();
  readonly choisis = input.required<readonly string[]>();
  readonly erreur = input<string | null>(null);
  readonly changement = output<string[]>();

  protected readonly rangs = RANGS;
  /** The three boxes keep their places while one of them is emptied. */
  protected readonly cases = linkedSignal<readonly string[], (string | null)[]>({
    source: this.choisis,
    computation: (choisis, avant) => {
      const gardees = avant?.value.filter(Boolean) ?? [];
      const memes = avant && gardees.length === choisis.length && gardees.every((id, rang) => id === choisis[rang]);
      return memes ? avant.value : RANGS.map((rang) => choisis[rang] ?? null);
    },
  });
  /** A public taken in one box is not offered in the others. */
  protected readonly offerts = computed(() =>
    RANGS.map((rang) => {
      const ailleurs = this.cases().filter((id, autre) => id && autre !== rang);
      return this.publics().filter(({ valeur }) => !ailleurs.includes(valeur));
    }),
  );

  protected choisir(rang: number, id: string | null): void {
    if (this.cases()[rang] === id) return;
    this.cases.update((cases) => cases.map((avant, autre) => (autre === rang ? id : avant)));
    this.changement.emit(this.cases().filter((valeur) => valeur !== null));
  }
}
