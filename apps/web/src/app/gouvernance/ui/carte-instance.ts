import { Component, computed, input, output } from '@angular/core';
import { SIGLES_GENRES_INSTANCE, type InstanceLue, type MembreLu } from '@coopilote/domain/gouvernance';
import { Icone, Occupe, compter } from '@coopilote/ui';
import { ecranEtroit } from '@coopilote/ui/grille/ecran-etroit';
import { rythmeDit } from './dire';
import { TableSieges } from './table-sieges';

/** An instance of a CA: what it is for, how often it meets, who sits. */
@Component({
  selector: 'co-carte-instance',
  imports: [Icone, Occupe, TableSieges],
  host: { class: 'carte', role: 'group', '[attr.aria-labelledby]': "'instance-' + instance().id" },
  template: `
    <div class="carte-tete">
      <div>
        <h3 [id]="'instance-' + instance().id">{{ instance().intitule }}</h3>
        <p class="petit">{{ resume() }}</p>
      </div>
      @if (modifiable()) {
        <button type="button" class="lien petit-lien" (click)="modifier.emit()">
          Modifier<span class="masque">&nbsp;l’instance {{ instance().intitule }}</span>
        </button>
      }
    </div>
    <div class="pile-serree">
      @if (instance().role) {
        <p class="role">{{ instance().role }}</p>
      }
      @if (instance().membres.length) {
        <details [open]="!etroit()">
          <summary>{{ sieges() }}</summary>
          <co-table-sieges
            [instance]="instance().intitule"
            [membres]="instance().membres"
            [modifiable]="modifiable()"
            (modifier)="modifierMembre.emit($event)"
          />
        </details>
      } @else {
        <p class="petit">Personne n’y siège encore.</p>
      }
      @if (modifiable()) {
        <div class="rang">
          @if (instance().structuresSansSiege.length) {
            <button type="button" class="bouton second compact" [coOccupe]="occupe()" (click)="proposer.emit()">
              <co-icone nom="plus" />Ajouter un siège pour chaque structure membre
            </button>
          }
          <button type="button" class="bouton second compact" (click)="ajouterMembre.emit()">
            <co-icone nom="plus" />Ajouter un siège<span class="masque">&nbsp;: {{ instance().intitule }}</span>
          </button>
        </div>
      }
    </div>
  `,
  styles: `
    .role {
      max-width: 48rem;
      white-space: pre-line;
    }
    summary {
      width: fit-content;
      padding-block: var(--e1);
      font-weight: 600;
      cursor: pointer;
    }
    .bouton {
      white-space: normal;
    }
    @media (pointer: coarse) {
      .bouton {
        min-height: 2.75rem;
      }
      summary {
        padding-block: var(--e2);
      }
    }
  `,
})
export class CarteInstance {
  readonly instance = input.required<InstanceLue>();
  readonly modifiable = input(false);
  /** The seats of the member structures are being added. */
  readonly occupe = input(false);
  readonly modifier = output<void>();
  readonly ajouterMembre = output<void>();
  readonly modifierMembre = output<MembreLu>();
  readonly proposer = output<void>();

  /** On a phone, a dozen seats would hide the instances that follow. */
  protected readonly etroit = ecranEtroit();
  protected readonly sieges = computed(() =>
    compter(this.instance().membres.filter(({ enMandat }) => enMandat).length, 'siège'),
  );
  protected readonly resume = computed(() => {
    const { genre, intitule, periodiciteJours, quorum } = this.instance();
    const sigle = SIGLES_GENRES_INSTANCE[genre];
    return [
      sigle === intitule ? '' : sigle,
      `se réunit ${rythmeDit(periodiciteJours, genre)}`,
      quorum === null ? 'sans quorum' : `quorum de ${quorum}\u202f% des sièges`,
    ]
      .filter(Boolean)
      .join(' · ');
  });
}
