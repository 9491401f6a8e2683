import { Component, computed, inject, input, output, signal } from '@angular/core';
import { jourAParis } from '@coopilote/domain/commun/dates';
import { effetDepart, type ConventionLue, type DepartLu } from '@coopilote/domain/conventions';
import { Carte, Dialogues, Toasts, formatDateJour, versProbleme } from '@coopilote/ui';
import { ConventionsApi } from '../data/conventions-api';
import { ListeDeparts } from '../ui/liste-departs';
import { DialogueConsultation } from './dialogue-consultation';
import { DialogueDepart } from './dialogue-depart';

/** Who leaves the convention, and how far each departure has come. */
@Component({
  selector: 'co-carte-departs',
  imports: [Carte, DialogueConsultation, DialogueDepart, ListeDeparts],
  template: `
    <co-carte titre="Départ d’un membre">
      <div class="pile-serree">
        @if (convention().departs.length) {
          <co-liste-departs
            [departs]="convention().departs"
            (consulter)="consulte.set($event)"
            (retirer)="retirer($event)"
          />
        } @else {
          <p class="petit">
            Un membre peut partir à l’échéance annuelle, après consultation des autres.
            @if (prochaine(); as jour) {
              Prochaine échéance&nbsp;: le {{ jour }}.
            }
          </p>
        }
        @if (convention().peutQuitter.length) {
          <p>
            <button type="button" class="bouton second" (click)="demande.set(true)">Demander un départ</button>
          </p>
        }
      </div>
    </co-carte>
    @if (demande()) {
      <co-dialogue-depart [convention]="convention()" (ferme)="fermer($event)" />
    }
    @if (consulte(); as depart) {
      <co-dialogue-consultation [convention]="convention()" [depart]="depart" (ferme)="fermer($event)" />
    }
  `,
})
export class CarteDeparts {
  readonly convention = input.required<ConventionLue>();
  readonly modifiee = output();

  private readonly api = inject(ConventionsApi);
  private readonly dialogues = inject(Dialogues);
  private readonly toasts = inject(Toasts);
  protected readonly demande = signal(false);
  protected readonly consulte = signal<DepartLu | null>(null);
  protected readonly prochaine = computed(() => {
    const jour = effetDepart(this.convention().periodes, jourAParis(new Date()));
    return jour && formatDateJour(jour);
  });

  protected fermer(change: boolean): void {
    this.demande.set(false);
    this.consulte.set(null);
    if (change) this.modifiee.emit();
  }

  protected async retirer({ id, structure, decide }: DepartLu): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: `${structure} reste partie à la convention\u00a0?`,
      texte: decide
        ? 'Le départ décidé est abandonné, et l’adhésion se poursuit. L’historique en garde la trace.'
        : 'La demande de départ est retirée. L’historique en garde la trace.',
      action: decide ? 'Renoncer au départ' : 'Retirer la demande',
      danger: true,
    });
    if (!accord) return;
    try {
      await this.api.retirerDepart(this.convention().id, id);
      this.toasts.succes(decide ? 'Départ abandonné.' : 'Demande retirée.');
      this.modifiee.emit();
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    }
  }
}
