import { Component, booleanAttribute, input, output } from '@angular/core';
import type { EtatMontre } from '@coopilote/ui/affichage/etats';
import { Icone } from '@coopilote/ui/affichage/icone';

/** What was said the quarter before, greyed above the question, and one tap to say it again (or to take it back). */
@Component({
  selector: 'co-dit-avant',
  imports: [Icone],
  host: { class: 'dit-avant' },
  template: `
    <p>
      Au {{ trimestre() }}&nbsp;: &ngsp;
      @if (etat(); as dit) {
        <b>{{ dit.texte }}</b>&ngsp;
      }
      @if (texte()) {
        <span class="dit-avant-texte">«&nbsp;{{ texte() }}&nbsp;»</span>
      }
    </p>
    <button type="button" class="dit-avant-acte" [attr.aria-pressed]="repris()" (click)="reprendre.emit()">
      @if (repris()) {
        <co-icone nom="oui" />
      }
      {{ acte() }}<span class="masque"> au {{ trimestre() }}&nbsp;: {{ sujet() }}</span>
    </button>
  `,
  styles: `
    :host {
      display: flex;
      gap: var(--e3);
      justify-content: space-between;
      align-items: center;
      padding: 0 0 0 var(--e3);
      border-radius: 6px;
      background: var(--fond);
      color: var(--encre-2);
      font-size: var(--t-petit);
    }
    p {
      padding: var(--e2) 0;
      min-width: 0;
    }
    .dit-avant-texte {
      white-space: pre-line;
    }
    .dit-avant-acte {
      display: inline-flex;
      gap: 0.35em;
      align-items: center;
      flex: none;
      min-height: 2.75rem;
      padding: 0 var(--e3);
      border: 0;
      border-radius: 6px;
      background: none;
      color: var(--marque);
      font-weight: 600;
    }
    .dit-avant-acte:hover {
      background: var(--marque-clair);
    }
    .dit-avant-acte[aria-pressed='true'] {
      color: var(--ok);
    }
  `,
})
export class DitAvant {
  /** « T2 ». */
  readonly trimestre = input.required<string>();
  /** What the button repeats, for those who do not see where it stands. */
  readonly sujet = input.required<string>();
  readonly etat = input<EtatMontre | null>(null);
  readonly texte = input('');
  readonly acte = input('Identique');
  readonly repris = input(false, { transform: booleanAttribute });
  readonly reprendre = output<void>();
}
