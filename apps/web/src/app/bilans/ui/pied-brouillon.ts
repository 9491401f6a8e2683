import { Component, computed, input, output } from '@angular/core';
import { EtatBrouillon, type EtatDuBrouillon } from '@coopilote/ui/affichage/etat-brouillon';
import { Jauge } from '@coopilote/ui/affichage/jauge';
import { compter } from '@coopilote/ui/format/format';

/** The bar at the foot: where the draft stands, how far it is, and what to do next. */
@Component({
  selector: 'co-pied-brouillon',
  imports: [EtatBrouillon, Jauge],
  host: { class: 'sans-impression' },
  template: `
    <div class="pied-contenu">
      <div class="pied-etat petit num">
        <co-etat-brouillon
          [etat]="etat()"
          [enregistreLe]="enregistreLe()"
          [gardeLocale]="gardeLocale()"
          [aCorriger]="aCorriger()"
          [partira]="partira()"
        />
        @if (manques() > 0) {
          <button type="button" class="lien pied-manques" (click)="manquesDemandes.emit()">
            {{ avancee() }}<span class="masque">, voir ce qui manque</span>
          </button>
        } @else {
          <span>{{ avancee() }}</span>
        }
      </div>
      <co-jauge [valeur]="remplies()" [max]="total()" libelle="Réponses données" />
      <button type="button" class="bouton grand" (click)="suivant.emit()">{{ acte() }}</button>
    </div>
  `,
  styleUrl: './pied-brouillon.css',
})
export class PiedBrouillon {
  readonly etat = input.required<EtatDuBrouillon>();
  /** ISO instant of the last acknowledged saving. */
  readonly enregistreLe = input<string | null>(null);
  /** False: the browser keeps no copy. */
  readonly gardeLocale = input(true);
  /** Fields that hold the draft back. */
  readonly aCorriger = input(0);
  /** True: its sending was asked for, and waits for the network. */
  readonly partira = input(false);
  readonly remplies = input.required<number>();
  readonly total = input.required<number>();
  readonly manques = input(0);
  readonly acte = input.required<string>();
  readonly suivant = output<void>();
  readonly manquesDemandes = output<void>();

  protected readonly avancee = computed(() => `${compter(this.remplies(), 'réponse')} sur ${this.total()}`);
}
