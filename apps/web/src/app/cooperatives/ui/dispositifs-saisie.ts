import { Component, computed, input, output } from '@angular/core';
import type { LienDispositif } from '@coopilote/domain/cooperatives';
import { ChoixMultiple, SaisieLongue, type Option } from '@coopilote/ui';

/** The dispositifs of the territory (annexe 1) and, for each, how the CA stands with it. */
@Component({
  selector: 'co-dispositifs-saisie',
  imports: [ChoixMultiple, SaisieLongue],
  template: `
    <div class="pile">
      <co-choix-multiple
        libelle="Présents sur le territoire"
        [options]="simples()"
        [value]="choisis()"
        (valueChange)="choisir($event)"
      />
      @for (lien of liens(); track lien.dispositifId; let rang = $index) {
        <co-saisie-longue
          [libelle]="'Articulation avec : ' + nom(lien.dispositifId)"
          aide="Qui fait quoi, et comment l’on se parle."
          [lignes]="2"
          [nom]="'dispositifs.' + rang + '.articulation'"
          [value]="lien.articulation ?? ''"
          (valueChange)="ecrire(lien.dispositifId, $event)"
        />
      }
    </div>
  `,
})
export class DispositifsSaisie {
  readonly dispositifs = input.required<readonly Option[]>();
  readonly liens = input.required<readonly LienDispositif[]>();
  readonly changement = output<LienDispositif[]>();

  protected readonly simples = computed(() => this.dispositifs().map(({ valeur, libelle }) => ({ valeur, libelle })));
  protected readonly choisis = computed(() => this.liens().map(({ dispositifId }) => dispositifId));

  protected nom(id: string): string {
    return this.dispositifs().find(({ valeur }) => valeur === id)?.libelle ?? '';
  }

  protected choisir(ids: readonly string[]): void {
    const connus = new Map(this.liens().map((lien) => [lien.dispositifId, lien]));
    this.changement.emit(ids.map((dispositifId) => connus.get(dispositifId) ?? { dispositifId, articulation: null }));
  }

  protected ecrire(id: string, articulation: string): void {
    this.changement.emit(this.liens().map((lien) => (lien.dispositifId === id ? { ...lien, articulation } : lien)));
  }
}
