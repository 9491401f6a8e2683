import { Component, output } from '@angular/core';
import { VARIABLES } from '@coopilote/domain/conventions';

/** What an article may ask for: a tap writes it where the caret is. */
@Component({
  selector: 'co-liste-variables',
  template: `
    <details>
      <summary>Insérer une donnée du programme</summary>
      @for (groupe of groupes; track groupe.titre) {
        <p class="petit">{{ groupe.titre }}</p>
        <ul [attr.aria-label]="groupe.titre">
          @for (variable of groupe.variables; track variable.nom) {
            <li>
              <!-- The editor keeps its caret: pressing the button does not take the focus away. -->
              <button
                type="button"
                (mousedown)="$event.preventDefault()"
                (click)="inserer.emit({ texte: accolades(variable.nom), seul: variable.genre === 'BLOC' })"
              >
                {{ variable.libelle }} <code>{{ accolades(variable.nom) }}</code>
              </button>
            </li>
          }
        </ul>
      }
    </details>
  `,
  styles: `
    details {
      padding: var(--e2) var(--e3);
      border: 1px solid var(--trait);
      border-radius: 6px;
      background: var(--papier);
    }
    summary {
      min-height: 1.75rem;
      font-weight: 600;
      color: var(--marque);
      cursor: pointer;
    }
    .petit {
      margin: var(--e2) 0 var(--e1);
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--e2);
      list-style: none;
    }
    button {
      min-height: 2rem;
      padding: 0.1rem var(--e2);
      border: 1px solid var(--trait-fort);
      border-radius: 6px;
      background: transparent;
      font-size: var(--t-petit);
      text-align: left;
    }
    button:hover {
      border-color: var(--marque);
      background: var(--marque-clair);
    }
    code {
      font-family: ui-monospace, 'DejaVu Sans Mono', monospace;
      font-size: 0.8125rem;
      color: var(--encre-2);
    }
  `,
})
export class ListeVariables {
  readonly inserer = output<{ texte: string; seul: boolean }>();
  protected readonly groupes = [
    { titre: 'Dans une phrase', variables: VARIABLES.filter(({ genre }) => genre === 'MOT') },
    { titre: 'Dans un paragraphe à part', variables: VARIABLES.filter(({ genre }) => genre === 'BLOC') },
  ];

  protected accolades(nom: string): string {
    return `{{${nom}}}`;
  }
}
