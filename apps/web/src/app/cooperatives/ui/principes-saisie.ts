import { Component, computed, input, output, signal } from '@angular/core';
import type { Principe, PrincipeSaisi } from '@coopilote/domain/cooperatives';
import { Icone, SaisieLongue } from '@coopilote/ui';

/**
 * One line a principle: held, not held, or not yet discussed (then nothing is stored), with a comment.
 * It writes the whole list, principles of the other chapter included.
 */
@Component({
  selector: 'co-principes-saisie',
  imports: [Icone, SaisieLongue],
  template: `
    @for (ligne of lignes(); track ligne.code) {
      <fieldset class="ligne">
        <legend class="masque">{{ ligne.libelle }}</legend>
        <p aria-hidden="true">{{ ligne.libelle }}</p>
        <div class="reponses">
          @for (reponse of reponses; track reponse.libelle) {
            <label [class.choisie]="ligne.respecte === reponse.respecte">
              <input
                type="radio"
                class="masque"
                [name]="'principe-' + ligne.code"
                [checked]="ligne.respecte === reponse.respecte"
                (change)="repondre(ligne.code, reponse.respecte)"
              />
              @if (ligne.respecte === reponse.respecte && reponse.icone) {
                <co-icone [nom]="reponse.icone" />
              }
              {{ reponse.libelle }}
            </label>
          }
        </div>
        @if (ligne.respecte !== null) {
          @if (commentes().has(ligne.code)) {
            <co-saisie-longue
              class="commentaire"
              [libelle]="'Commentaire : ' + ligne.libelle"
              libelleMasque
              aide="Commentaire"
              [lignes]="2"
              [value]="ligne.commentaire ?? ''"
              (valueChange)="commenter(ligne.code, $event)"
            />
          } @else {
            <p class="petit commentaire">
              {{ ligne.commentaire }}
              <button type="button" class="lien" (click)="ouvrir(ligne.code)">
                {{ ligne.commentaire ? 'Modifier' : 'Commenter'
                }}<span class="masque">&nbsp;: {{ ligne.libelle }}</span>
              </button>
            </p>
          }
        }
      </fieldset>
    }
  `,
  styles: `
    .ligne {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--e1) var(--e4);
      align-items: center;
      padding: var(--e3) 0;
      border-top: 1px solid var(--trait);
    }
    .ligne:first-child {
      border-top: 0;
      padding-top: 0;
    }
    .reponses {
      display: grid;
      grid-template-columns: 4rem 4rem 7rem;
      border: 1px solid var(--trait-fort);
      border-radius: var(--rayon);
    }
    label {
      display: flex;
      gap: var(--e1);
      align-items: center;
      justify-content: center;
      min-height: 2.5rem;
      font-size: 0.9375rem;
      cursor: pointer;
      position: relative;
    }
    label + label {
      border-left: 1px solid var(--trait-fort);
    }
    label:hover {
      background: var(--fond-2);
    }
    label.choisie {
      background: var(--marque-clair);
      color: var(--marque-fonce);
      font-weight: 650;
    }
    label:first-child {
      border-radius: 7px 0 0 7px;
    }
    label:last-child {
      border-radius: 0 7px 7px 0;
    }
    label:has(:focus-visible) {
      outline: 3px solid var(--marque);
      outline-offset: 2px;
      z-index: 1;
    }
    .commentaire {
      grid-column: 1 / -1;
    }
    @media (max-width: 43.75rem) {
      .ligne {
        grid-template-columns: minmax(0, 1fr);
      }
      .reponses {
        grid-template-columns: 1fr 1fr 1.6fr;
      }
    }
    @media (forced-colors: active) {
      label.choisie {
        outline: 3px solid Highlight;
        outline-offset: -3px;
      }
    }
  `,
})
export class PrincipesSaisie {
  readonly principes = input.required<readonly Principe[]>();
  readonly saisis = input.required<readonly PrincipeSaisi[]>();
  readonly changement = output<PrincipeSaisi[]>();

  protected readonly commentes = signal<ReadonlySet<string>>(new Set());
  protected readonly reponses = [
    { libelle: 'Oui', respecte: true, icone: 'oui' },
    { libelle: 'Non', respecte: false, icone: 'non' },
    { libelle: 'À examiner', respecte: null, icone: null },
  ] as const;
  protected readonly lignes = computed(() =>
    this.principes().map(({ code, libelle }) => {
      const saisi = this.saisis().find((principe) => principe.code === code);
      return { code, libelle, respecte: saisi?.respecte ?? null, commentaire: saisi?.commentaire || null };
    }),
  );

  protected repondre(code: string, respecte: boolean | null): void {
    const avant = this.saisis().find((principe) => principe.code === code);
    const autres = this.saisis().filter((principe) => principe.code !== code);
    this.changement.emit(
      respecte === null ? autres : [...autres, { code, respecte, commentaire: avant?.commentaire ?? null }],
    );
  }

  protected ouvrir(code: string): void {
    this.commentes.update((connus) => new Set(connus).add(code));
  }

  protected commenter(code: string, commentaire: string): void {
    this.ouvrir(code);
    this.changement.emit(
      this.saisis().map((principe) => (principe.code === code ? { ...principe, commentaire } : principe)),
    );
  }
}
