import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TransitionActeDemandee, type ActeLu, type EtatActe } from '@coopilote/domain/conventions';
import { Dialogue, FormulaireContrat, Icone, Occupe, ResumeErreurs, SaisieLongue, compter } from '@coopilote/ui';
import { ActesApi } from '../data/actes-api';
import type { ManqueMontre } from './texte.store';

const SUITES: Record<EtatActe, string> = {
  BROUILLON: 'Le texte redevient un brouillon\u00a0: les parties ne le lisent plus tant que vous l’écrivez.',
  RELECTURE:
    'Les structures qui sont parties reçoivent un message\u00a0: elles lisent le texte et y font leurs remarques.',
  PRET: 'Le texte, les parties et ce qu’il dit du programme sont arrêtés tels que vous les lisez. Vous pourrez encore le rouvrir, tant que personne n’est invité à le signer.',
  EN_SIGNATURE:
    'Les signataires désignés reçoivent un message. À partir de là, le texte ne change plus\u00a0: il prend effet à la dernière signature.',
  SIGNE: '',
  ABANDONNE: 'Ce texte ne sera pas signé. Il reste lisible, et ne se reprend pas.',
};

/** Takes a text from one state to the next: says what follows, and asks why when the parties must know. */
@Component({
  selector: 'co-dialogue-transition',
  imports: [Dialogue, Icone, Occupe, ResumeErreurs, RouterLink, SaisieLongue],
  template: `
    <co-dialogue [titre]="transition().acte" [ouvert]="true" (ouvertChange)="ferme.emit(null)">
      <form id="form-transition" novalidate class="pile-serree" (submit)="$event.preventDefault(); passer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (bloque()) {
          <p>Le texte n’est pas complet&nbsp;: il ne peut pas encore être figé.</p>
          <ul>
            @for (manque of manques(); track manque.message) {
              <li>
                {{ manque.message }}
                @if (manque.lien) {
                  <a [routerLink]="manque.lien" [queryParams]="manque.parametres">{{ manque.acte }}</a>
                }
              </li>
            }
          </ul>
        } @else {
          <p>{{ suite() }}</p>
          @if (transition().vers === 'PRET' && ouvertes()) {
            <p class="note note-attente">
              <co-icone nom="info" /><span>{{ ouvertes() }}. Figer le texte les laisse sans suite.</span>
            </p>
          }
          @if (transition().motifRequis) {
            <co-saisie-longue
              libelle="Motif"
              requis
              aide="Les parties le liront."
              [longueurMax]="2000"
              [champ]="formulaire.champ('motif')"
            />
          }
        }
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(null)">
          {{ bloque() ? 'Fermer' : 'Annuler' }}
        </button>
        @if (!bloque()) {
          <button
            type="submit"
            form="form-transition"
            class="bouton"
            [class.danger]="transition().vers === 'ABANDONNE'"
            [coOccupe]="formulaire.occupe()"
          >
            {{ transition().vers === 'ABANDONNE' ? 'Abandonner ce texte' : transition().acte }}
          </button>
        }
      </ng-container>
    </co-dialogue>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--e2);
      padding-left: 1.4em;
    }
  `,
})
export class DialogueTransition implements OnInit {
  readonly acte = input.required<ActeLu>();
  readonly transition = input.required<ActeLu['transitions'][number]>();
  readonly manques = input.required<readonly ManqueMontre[]>();
  readonly ferme = output<ActeLu | null>();

  private readonly api = inject(ActesApi);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<TransitionActeDemandee>;

  protected readonly bloque = computed(() => this.transition().vers === 'PRET' && this.manques().length > 0);
  protected readonly suite = computed(() =>
    this.transition().vers === 'RELECTURE' && this.acte().etat === 'PRET'
      ? 'Le texte redevient modifiable, et le fichier figé est oublié. Les parties qui l’ont lu sauront pourquoi.'
      : SUITES[this.transition().vers],
  );
  protected readonly ouvertes = computed(() => {
    const nombre = this.acte().remarques.filter(({ traitee }) => !traitee).length;
    return nombre ? `${compter(nombre, 'remarque attend', 'remarques attendent')} encore une réponse` : '';
  });

  ngOnInit(): void {
    const { vers, motifRequis } = this.transition();
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () =>
        new FormulaireContrat(
          TransitionActeDemandee,
          { vers, motif: null, version: this.acte().version },
          {
            brouillon: `transition-${this.acte().id}-${vers}`,
            exiger: ({ motif }): Record<string, string> =>
              motifRequis && !motif?.trim() ? { motif: 'Motif\u00a0: dites pourquoi, les parties le liront.' } : {},
          },
        ),
    );
  }

  protected async passer(): Promise<void> {
    const acte = await this.formulaire.soumettre((demande) => this.api.changerEtat(this.acte().id, demande));
    if (acte) this.ferme.emit(acte);
  }
}
