import { Component, computed, input } from '@angular/core';
import { encode } from 'uqr';

/** Quiet zone that a reader needs around the code, in modules (ISO 18004). */
const MARGE = 4;

/** An address as a QR code: dark on white whatever the theme, as readers expect it. */
@Component({
  selector: 'co-seance-qr',
  template: `
    <svg role="img" [attr.aria-label]="libelle()" [attr.viewBox]="vue()" shape-rendering="crispEdges">
      <rect width="100%" height="100%" class="fond" />
      <path class="trace" [attr.d]="trace()" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
      aspect-ratio: 1;
      color-scheme: light;
      forced-color-adjust: none;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      border-radius: 6px;
    }
    .fond {
      fill: var(--papier);
    }
    .trace {
      fill: var(--encre);
    }
  `,
})
export class SeanceQr {
  readonly adresse = input.required<string>();
  readonly libelle = input.required<string>();

  private readonly code = computed(() => encode(this.adresse(), { ecc: 'M', border: MARGE }));
  protected readonly vue = computed(() => `0 0 ${this.code().size} ${this.code().size}`);
  /** One stroke a run of dark modules. */
  protected readonly trace = computed(() =>
    this.code()
      .data.flatMap((ligne, y) => suites(ligne).map(([x, longueur]) => `M${x} ${y}h${longueur}v1h-${longueur}z`))
      .join(''),
  );
}

function suites(ligne: readonly boolean[]): [debut: number, longueur: number][] {
  const trouvees: [number, number][] = [];
  ligne.forEach((noir, x) => {
    const derniere = trouvees.at(-1);
    if (!noir) return;
    if (derniere && derniere[0] + derniere[1] === x) derniere[1]++;
    else trouvees.push([x, 1]);
  });
  return trouvees;
}
