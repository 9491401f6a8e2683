import { Component, input } from '@angular/core';
import type { IndicateurSuivi } from '@coopilote/domain/pilotage/tableaux.contract';
import { LIBELLES_MODES } from '@coopilote/domain/referentiel/listes';
import { Icone, Jauge, NombrePipe } from '@coopilote/ui';
import { TENDANCES, avecUnite, uniteEnMots, valeurADate } from './ecrire-indicateur';

/** The indicators of one kind of an action: label, value to date against the forecast, rate, trend. */
@Component({
  selector: 'co-indicateurs-cellule',
  imports: [Icone, Jauge, NombrePipe],
  template: `
    @if (indicateurs().length) {
      <ul class="indicateurs-cellule">
        @for (indicateur of indicateurs(); track indicateur.id) {
          <li>
            <p class="indicateur-libelle">{{ indicateur.libelle }}</p>
            <p class="rang num">
              <b>{{ valeur(indicateur) }}</b>
              @if (indicateur.prevision !== null) {
                <span class="petit">/ {{ unite(indicateur.prevision, indicateur.unite) }} prévus</span>
              }
              @if (indicateur.taux !== null) {
                <span class="petit">{{ indicateur.taux | nombre }}&#8239;%</span>
              }
              @if (indicateur.tendance; as tendance) {
                <span class="indicateur-tendance petit"
                  ><co-icone [nom]="tendances[tendance].icone" />{{ tendances[tendance].mot }}</span
                >
              }
            </p>
            @if (indicateur.taux !== null) {
              <co-jauge
                [valeur]="indicateur.taux"
                [max]="100"
                [libelle]="'Taux de réalisation, ' + indicateur.libelle"
              />
            }
            <p class="petit">{{ precision(indicateur) }}</p>
          </li>
        }
      </ul>
    } @else {
      <span class="petit">–</span>
    }
  `,
})
export class IndicateursCellule {
  readonly indicateurs = input.required<readonly IndicateurSuivi[]>();

  protected readonly tendances = TENDANCES;
  protected readonly valeur = valeurADate;
  protected readonly unite = avecUnite;

  protected precision({ unite, modeAgregation }: IndicateurSuivi): string {
    const [mode] = LIBELLES_MODES[modeAgregation].split(' (');
    return [uniteEnMots(unite), mode].filter(Boolean).join(', ');
  }
}
