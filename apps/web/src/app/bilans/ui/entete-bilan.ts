import { Component, ViewEncapsulation, booleanAttribute, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BilanLu } from '@coopilote/domain/bilans/bilan.contract';
import { ETATS_SAISIE } from '@coopilote/domain/bilans/bilan.rules';
import { jourAParis } from '@coopilote/domain/commun/dates';
import { EntetePage } from '@coopilote/ui/affichage/entete-page';
import { Etat } from '@coopilote/ui/affichage/etat';
import { etatBilan, etatRetard } from '@coopilote/ui/affichage/etats';
import { formatTrimestre } from '@coopilote/ui/format/format';
import { avantLe } from '../modele/libelles';

/** Which report this is, where it stands, and until when it is waited for. */
@Component({
  selector: 'co-entete-bilan',
  imports: [EntetePage, Etat, RouterLink],
  encapsulation: ViewEncapsulation.None,
  template: `
    <p class="petit entete-bilan-fil">
      <a [routerLink]="['/cooperatives', bilan().cooperativeId]">{{ bilan().cooperative }}</a>
      @if (structure()) {
        · {{ bilan().structure }}
      }
    </p>
    <co-entete-page class="entete-bilan" [titre]="titre()">
      <div class="rang">
        <co-etat [de]="etat()" />
        @if (bilan().enRetard) {
          <co-etat [de]="retard()" />
        }
        @if (attendu()) {
          <co-etat ton="neutre" icone="horloge">À transmettre {{ limite() }}</co-etat>
        }
      </div>
      <ng-content />
    </co-entete-page>
  `,
  styles: `
    .entete-bilan h1 {
      white-space: pre-line;
      margin-bottom: var(--e2);
    }
    .entete-bilan-fil {
      margin-bottom: var(--e2);
    }
    .entete-bilan-fil a {
      color: inherit;
    }
  `,
})
export class EnteteBilan {
  readonly bilan = input.required<Omit<BilanLu, 'contenu'>>();
  /** Says whose report it is: useful to those who read several structures. */
  readonly structure = input(false, { transform: booleanAttribute });

  private readonly aujourdhui = jourAParis(new Date());
  protected readonly titre = computed(() => `${this.bilan().action}\n${formatTrimestre(this.bilan(), true)}`);
  protected readonly etat = computed(() => etatBilan(this.bilan().etat));
  protected readonly retard = computed(() => etatRetard(this.bilan().joursDeRetard));
  protected readonly attendu = computed(() => ETATS_SAISIE.includes(this.bilan().etat));
  protected readonly limite = computed(() => avantLe(this.bilan().echeance, this.aujourdhui));
}
