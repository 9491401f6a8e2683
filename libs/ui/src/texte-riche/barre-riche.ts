import { Component, ElementRef, inject, input, output, signal } from '@angular/core';
import { Icone } from '../affichage/icone';
import { type MiseEnForme, OUTILS, type Outil } from './mise-en-forme';

const MAC = /Mac|iP(?:hone|ad)/.test(navigator.platform);

/** The tools of a rich text: one stop of the Tab key, arrows inside (ARIA, toolbar pattern). */
@Component({
  selector: 'co-barre-riche',
  imports: [Icone],
  host: {
    class: 'riche-barre',
    role: 'toolbar',
    '[attr.aria-label]': '"Mise en forme : " + libelle()',
    '[attr.aria-controls]': 'controle()',
    '(keydown)': 'presser($event)',
  },
  template: `
    @for (outil of outils; track outil.cle; let rang = $index) {
      <button
        type="button"
        class="riche-outil"
        [tabindex]="rang === courant() ? 0 : -1"
        [disabled]="desactivee()"
        [attr.aria-pressed]="!!forme()[outil.cle]"
        [attr.aria-label]="outil.nom"
        [attr.aria-keyshortcuts]="raccourci(outil)"
        [title]="infobulle(outil)"
        (focus)="courant.set(rang)"
        (mousedown)="$event.preventDefault()"
        (click)="choisi.emit(outil.cle)"
      >
        @switch (outil.cle) {
          @case ('gras') {
            <b>G</b>
          }
          @case ('italique') {
            <i>I</i>
          }
          @default {
            @if (outil.icone; as icone) {
              <co-icone [nom]="icone" />
            } @else {
              {{ outil.nom }}
            }
          }
        }
      </button>
    }
  `,
})
export class BarreRiche {
  readonly libelle = input.required<string>();
  /** Id of the writing area. */
  readonly controle = input.required<string | null>();
  readonly forme = input.required<MiseEnForme>();
  readonly desactivee = input(false);
  readonly choisi = output<Outil['cle']>();

  protected readonly outils = OUTILS;
  protected readonly courant = signal(0);
  private readonly hote = inject<ElementRef<HTMLElement>>(ElementRef);

  protected raccourci({ touche }: Outil): string | null {
    return touche ? `${MAC ? 'Meta' : 'Control'}+${touche}` : null;
  }

  protected infobulle({ nom, touche }: Outil): string {
    return touche ? `${nom} (${MAC ? 'Cmd' : 'Ctrl'}+${touche.replace('Shift', 'Maj')})` : nom;
  }

  protected presser(evenement: KeyboardEvent): void {
    const dernier = OUTILS.length - 1;
    const vers = { ArrowRight: this.courant() + 1, ArrowLeft: this.courant() - 1, Home: 0, End: dernier }[
      evenement.key
    ];
    if (vers === undefined) return;
    evenement.preventDefault();
    this.courant.set(vers < 0 ? dernier : vers > dernier ? 0 : vers);
    this.hote.nativeElement.querySelectorAll('button')[this.courant()]?.focus();
  }
}
