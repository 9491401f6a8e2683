import { Component, computed, input, signal } from '@angular/core';
import type { TotalCompare } from '@coopilote/domain/etats-figes/etats-figes.contract';
import { LIBELLES_MODES, LIBELLES_UNITES } from '@coopilote/domain/referentiel/listes';
import { formatNombre } from '@coopilote/ui';
import { suffixe } from './suffixe';

/** Common indicators at both moments, each by its mode; the départements where nothing moved stay aside until asked for. */
@Component({
  selector: 'co-table-totaux-compares',
  template: `
    @if (caches()) {
      <label class="rang">
        <input type="checkbox" [checked]="tous()" (change)="tous.set(!tous())" />
        Montrer aussi les {{ caches() }} lignes de département qui n’ont pas changé
      </label>
    }
    <div class="cadre-table" role="region" tabindex="0" aria-label="Indicateurs comparés">
      <table class="table-cartes">
        <thead>
          <tr>
            <th scope="col">Indicateur commun</th>
            <th scope="col">Mode d’agrégation</th>
            @if (lieux()) {
              <th scope="col">Territoire</th>
            }
            <th scope="col" class="num">Alors</th>
            <th scope="col" class="num">Maintenant</th>
            <th scope="col" class="num">Prévu alors</th>
            <th scope="col" class="num">Prévu maintenant</th>
          </tr>
        </thead>
        <tbody>
          @for (ligne of rangees(); track ligne.cle) {
            <tr>
              <th scope="row">
                {{ ligne.libelle }}<span class="petit indicateur-unite">{{ unites[ligne.unite] }}</span>
              </th>
              <td data-libelle="Mode d’agrégation">{{ modes[ligne.modeAgregation] }}</td>
              @if (lieux()) {
                <td data-libelle="Territoire">{{ ligne.lieu }}</td>
              }
              <td data-libelle="Alors" class="num">{{ valeur(ligne, ligne.avant) }}</td>
              <td data-libelle="Maintenant" class="num">
                @if (ligne.avant === ligne.apres) {
                  {{ valeur(ligne, ligne.apres) }}
                } @else {
                  <b>{{ valeur(ligne, ligne.apres) }}</b>
                }
              </td>
              <td data-libelle="Prévu alors" class="num">{{ valeur(ligne, ligne.prevuAvant) }}</td>
              <td data-libelle="Prévu maintenant" class="num">
                @if (ligne.prevuAvant === ligne.prevuApres) {
                  {{ valeur(ligne, ligne.prevuApres) }}
                } @else {
                  <b>{{ valeur(ligne, ligne.prevuApres) }}</b>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  host: { class: 'pile-serree' },
})
export class TableTotauxCompares {
  readonly lignes = input.required<readonly TotalCompare[]>();
  protected readonly tous = signal(false);
  protected readonly modes = LIBELLES_MODES;
  protected readonly unites = LIBELLES_UNITES;

  /** Where there is a line for all together, the départements are its detail. */
  private readonly ensembles = computed(() => this.lignes().some((ligne) => ligne.departementCode === null));
  /** One département alone is in the title of the page. */
  protected readonly lieux = computed(() => new Set(this.lignes().map((ligne) => ligne.departementCode)).size > 1);
  protected readonly caches = computed(() =>
    this.ensembles() ? this.lignes().filter((ligne) => ligne.departementCode !== null && !change(ligne)).length : 0,
  );
  protected readonly rangees = computed(() =>
    this.lignes()
      .filter((l) => this.tous() || !this.ensembles() || l.departementCode === null || change(l))
      .map((ligne) => ({
        ...ligne,
        cle: [ligne.indicateurCommunId, ligne.unite, ligne.modeAgregation, ligne.departementCode].join(),
        lieu: ligne.departementCode ? `${ligne.departementCode} ${ligne.departement}` : ligne.departement,
      })),
  );

  protected valeur({ unite }: TotalCompare, nombre: number | null): string {
    return formatNombre(nombre) + (nombre === null ? '' : suffixe(unite));
  }
}

const change = (l: TotalCompare): boolean => l.avant !== l.apres || l.prevuAvant !== l.prevuApres;
