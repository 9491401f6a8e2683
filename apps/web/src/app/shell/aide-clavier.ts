import { Component, computed, input, model } from '@angular/core';
import { Dialogue } from '@coopilote/ui/dialogue/dialogue';

interface Touche {
  touches: readonly string[];
  effet: string;
}

const PARTOUT: readonly Touche[] = [
  { touches: ['?'], effet: 'Montrer cette aide' },
  { touches: ['Tab', 'Maj\u00a0+\u00a0Tab'], effet: 'Aller au suivant, revenir au précédent' },
  { touches: ['Échap'], effet: 'Fermer ce qui est ouvert' },
];
const CHERCHER: Touche = { touches: ['/'], effet: 'Chercher' };
const TABLEAUX: readonly Touche[] = [
  { touches: ['←', '↑', '→', '↓'], effet: 'Aller d’une cellule à l’autre' },
  { touches: ['Entrée'], effet: 'Ouvrir la ligne\u00a0; sur un en-tête, trier ou plier le groupe' },
  { touches: ['Ctrl\u00a0+\u00a0Entrée'], effet: 'Sur un en-tête, ouvrir son filtre' },
];

/** The list of the keys (`?`). */
@Component({
  selector: 'co-aide-clavier',
  imports: [Dialogue],
  template: `
    <co-dialogue titre="Touches du clavier" [(ouvert)]="ouvert">
      @for (partie of parties(); track partie.titre) {
        <h3>{{ partie.titre }}</h3>
        <dl class="touches">
          @for (touche of partie.touches; track touche.effet) {
            <div>
              <dt>
                @for (nom of touche.touches; track nom) {
                  <kbd>{{ nom }}</kbd>
                }
              </dt>
              <dd>{{ touche.effet }}</dd>
            </div>
          }
        </dl>
      }
      <button actions type="button" class="bouton second" (click)="ouvert.set(false)">Fermer l’aide</button>
    </co-dialogue>
  `,
})
export class AideClavier {
  readonly ouvert = model.required<boolean>();
  readonly recherche = input.required<boolean>();
  protected readonly parties = computed(() => [
    { titre: 'Partout', touches: this.recherche() ? [CHERCHER, ...PARTOUT] : PARTOUT },
    { titre: 'Dans un tableau', touches: TABLEAUX },
  ]);
}
