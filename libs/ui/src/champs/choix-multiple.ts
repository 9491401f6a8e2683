import { Component, computed, input, model, signal } from '@angular/core';
import { compter, sansAccent } from '../format/format';
import { Champ } from './champ';
import { ChampBase, Option } from './champ-base';

/** From this length on, the list can be searched. */
const LONGUE = 10;

/** Several entries of a list, by checkboxes; a long list can be searched. The value is the entries' `valeur`, in the list's order. */
@Component({
  selector: 'co-choix-multiple',
  imports: [Champ],
  template: `
    <co-champ
      groupe
      [libelle]="libelle()"
      [idChamp]="id()"
      [aide]="aide()"
      [erreur]="erreurMontree()"
      [requis]="requis()"
      [libelleMasque]="libelleMasque()"
    >
      <div
        class="choix-multiple"
        role="group"
        tabindex="-1"
        [id]="id()"
        [attr.aria-labelledby]="id() + '-libelle'"
        [attr.aria-describedby]="decritPar()"
        (focusout)="sortir($event)"
      >
        @if (longue()) {
          <div class="choix-multiple-tete">
            <input
              class="saisie"
              type="search"
              placeholder="Filtrer la liste"
              [attr.aria-label]="'Filtrer la liste : ' + libelle()"
              [value]="filtre()"
              (input)="filtre.set($any($event.target).value)"
            />
            <span class="petit num" role="status">{{ resume() }}</span>
          </div>
        }
        <div class="choix-multiple-liste" [class.longue]="longue()">
          @for (option of visibles(); track option.valeur) {
            <label class="case">
              <input
                type="checkbox"
                [checked]="choisies().has(option.valeur)"
                [disabled]="desactive() || !!option.desactivee"
                (change)="basculer(option.valeur)"
              />
              <span
                >{{ option.libelle }}
                @if (option.detail) {
                  <span class="petit case-detail">{{ option.detail }}</span>
                }
              </span>
            </label>
          } @empty {
            <p class="petit">Aucune ligne ne correspond à ce filtre.</p>
          }
        </div>
      </div>
    </co-champ>
  `,
})
export class ChoixMultiple extends ChampBase<readonly string[]> {
  readonly value = model<readonly string[]>([]);
  readonly options = input.required<readonly Option[]>();

  protected readonly filtre = signal('');
  protected readonly longue = computed(() => this.options().length > LONGUE);
  protected readonly choisies = computed(() => new Set(this.value()));
  protected readonly visibles = computed(() => {
    const cherche = sansAccent(this.filtre().trim());
    return cherche ? this.options().filter((option) => sansAccent(option.libelle).includes(cherche)) : this.options();
  });
  protected readonly resume = computed(() => compter(this.value().length, 'choix', 'choix'));

  protected normaliser(valeur: unknown): readonly string[] {
    return Array.isArray(valeur) ? valeur : [];
  }

  protected basculer(valeur: string): void {
    const choisies = new Set(this.choisies());
    if (!choisies.delete(valeur)) choisies.add(valeur);
    this.emettre(
      this.options()
        .map((option) => option.valeur)
        .filter((candidate) => choisies.has(candidate)),
    );
  }

  protected sortir(evenement: FocusEvent): void {
    const cible = evenement.currentTarget as HTMLElement;
    if (!cible.contains(evenement.relatedTarget as Node | null)) this.quitter();
  }
}
