import { Component, computed, input } from '@angular/core';
import { DUREES_MOIS, dureeEnMots } from '@coopilote/domain/conventions';
import { Choix, type ChampDeFormulaire, type Option } from '@coopilote/ui';

/** How long a convention runs: its field holds months, its list says years. */
@Component({
  selector: 'co-choix-duree',
  imports: [Choix],
  template: `
    <co-choix
      libelle="Durée"
      requis
      [aide]="aide()"
      [options]="options"
      [nom]="champ().nom"
      [value]="valeur()"
      [erreur]="champ().erreur()"
      (valueChange)="champ().changer($event === null ? null : +$event)"
      (quitte)="champ().quitter()"
    />
  `,
})
export class ChoixDuree {
  readonly champ = input.required<ChampDeFormulaire>();
  readonly aide = input('');
  protected readonly options: readonly Option[] = DUREES_MOIS.map((mois) => ({
    valeur: String(mois),
    libelle: dureeEnMots(mois),
  }));
  protected readonly valeur = computed(() => {
    const mois = this.champ().valeur();
    return mois == null ? null : String(mois);
  });
}
