import { Component, computed, input, linkedSignal, output } from '@angular/core';
import type { ChangementClasseur } from '@coopilote/domain/classeurs/classeur.contract';
import { Icone, Occupe, compter } from '@coopilote/ui';

type Cote = 'CLASSEUR' | 'ICI';
let compteur = 0;

/** What a workbook would change, before and after. Where somebody wrote meanwhile, nothing is chosen in the person's place. */
@Component({
  selector: 'co-changements-classeur',
  imports: [Icone, Occupe],
  template: `
    <h3>{{ titre() }}</h3>
    @if (conflits()) {
      <p class="note note-attente">
        <co-icone nom="alerte" /><span
          >{{ compter(conflits(), 'texte écrit', 'textes écrits') }} ici aussi depuis que le classeur a été
          téléchargé&nbsp;: choisissez celui à garder, rien n’est remplacé sans vous.</span
        >
      </p>
    }
    @for (changement of changements(); track changement.cle) {
      <div
        class="changement"
        [attr.role]="changement.conflit ? 'radiogroup' : null"
        [attr.aria-label]="changement.conflit ? changement.titre : null"
      >
        <p class="changement-titre">{{ changement.titre }}</p>
        @if (changement.conflit) {
          @for (cote of cotes; track cote.cle) {
            <label class="cote" [class.choisi]="choix()[changement.cle] === cote.cle">
              <input
                type="radio"
                [name]="id + changement.cle"
                [checked]="choix()[changement.cle] === cote.cle"
                (change)="choisir(changement.cle, cote.cle)"
              />
              <span
                ><b>{{ cote.nom }}</b
                ><span class="texte">{{
                  (cote.cle === 'ICI' ? changement.avant : changement.apres) || '(vide)'
                }}</span></span
              >
            </label>
          }
        } @else {
          <dl>
            <dt>Avant</dt>
            <dd class="texte avant">{{ changement.avant || '(vide)' }}</dd>
            <dt>Après</dt>
            <dd class="texte">{{ changement.apres || '(vide)' }}</dd>
          </dl>
        }
      </div>
    }
    @if (aChoisir()) {
      <p class="petit">{{ compter(aChoisir(), 'réponse') }} encore à choisir.</p>
    }
    <button
      type="button"
      class="bouton grand"
      [coOccupe]="occupe()"
      [disabled]="aChoisir() > 0"
      (click)="appliquer.emit(retenus())"
    >
      {{ acte() }}
    </button>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--e4);
      grid-template-columns: minmax(0, 1fr);
    }
    .changement {
      display: grid;
      gap: var(--e2);
      padding-top: var(--e3);
      border-top: 1px solid var(--trait);
    }
    .changement-titre {
      font-weight: 600;
    }
    dl {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--e1) var(--e3);
      margin: 0;
    }
    dt {
      color: var(--encre-2);
    }
    dd {
      margin: 0;
    }
    .texte {
      display: block;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .avant {
      color: var(--encre-2);
    }
    .cote {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--e3);
      align-items: start;
      padding: var(--e3);
      border: 1px solid var(--trait-fort);
      border-radius: var(--rayon);
      cursor: pointer;
    }
    .cote.choisi {
      border-color: var(--marque);
      box-shadow: inset 0 0 0 1px var(--marque);
      background: var(--marque-clair);
    }
    .cote:has(:focus-visible) {
      outline: 3px solid var(--marque);
      outline-offset: 2px;
    }
    input {
      width: 1.1rem;
      height: 1.1rem;
      margin: 0.2rem 0 0;
      accent-color: var(--marque);
    }
    /* Its label shows it. */
    input:focus-visible {
      outline: none;
    }
  `,
})
export class ChangementsClasseur {
  readonly changements = input.required<readonly ChangementClasseur[]>();
  readonly acte = input('Appliquer');
  readonly occupe = input(false);
  /** Keys whose text the workbook gives. */
  readonly appliquer = output<string[]>();

  protected readonly id = `changements-${++compteur}-`;
  protected readonly compter = compter;
  protected readonly cotes = [
    { cle: 'ICI', nom: 'Écrit ici depuis' },
    { cle: 'CLASSEUR', nom: 'Dans le classeur' },
  ] as const;
  protected readonly choix = linkedSignal<Readonly<Record<string, Cote>>>(() => {
    this.changements();
    return {};
  });
  protected readonly titre = computed(() => `${compter(this.changements().length, 'changement')} à appliquer`);
  protected readonly conflits = computed(() => this.changements().filter(({ conflit }) => conflit).length);
  protected readonly aChoisir = computed(
    () => this.changements().filter(({ conflit, cle }) => conflit && !this.choix()[cle]).length,
  );
  protected readonly retenus = computed(() =>
    this.changements()
      .filter(({ conflit, cle }) => !conflit || this.choix()[cle] === 'CLASSEUR')
      .map(({ cle }) => cle),
  );

  protected choisir(cle: string, cote: Cote): void {
    this.choix.update((tous) => ({ ...tous, [cle]: cote }));
  }
}
