import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { VersionCompteRendu } from '@coopilote/domain/gouvernance/compte-rendu.contract';
import { Etat, formatDateJour, etatCompteRendu } from '@coopilote/ui';

/** Every version of the minutes, the newest first; each opens at its own address. */
@Component({
  selector: 'co-compte-rendu-versions',
  imports: [Etat, RouterLink],
  template: `
    <ol>
      @for (version of lignes(); track version.numero) {
        <li [class.lue]="version.numero === lue()">
          <p class="rang">
            @if (version.numero === lue()) {
              <b aria-current="true">Version {{ version.numero }}</b>
            } @else {
              <a routerLink="." [queryParams]="{ version: version.derniere ? null : version.numero }"
                >Version {{ version.numero }}</a
              >
            }
            <co-etat [de]="version.etat" />
          </p>
          @if (version.faits) {
            <p class="petit">{{ version.faits }}</p>
          }
          @if (version.motif) {
            <p class="petit">Corrige la précédente&nbsp;: {{ version.motif }}</p>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: grid;
      gap: var(--e3);
      list-style: none;
    }
    li {
      padding-left: var(--e3);
      border-left: 3px solid var(--trait);
    }
    .lue {
      border-color: var(--marque);
    }
    .rang {
      gap: var(--e1) var(--e2);
    }
  `,
})
export class CompteRenduVersions {
  readonly versions = input.required<readonly VersionCompteRendu[]>();
  /** Number of the version on the page. */
  readonly lue = input.required<number>();

  protected readonly lignes = computed(() => {
    const triees = [...this.versions()].sort((a, b) => b.numero - a.numero);
    return triees.map((version, rang) => ({
      numero: version.numero,
      derniere: rang === 0,
      etat: etatCompteRendu(version.etat),
      faits: faitsDe(version),
      motif: version.motifCorrection,
    }));
  });
}

function faitsDe({ valideLe, validePar, envoyeLe, approuveLe, approuveEn }: VersionCompteRendu): string {
  return [
    valideLe && `validée le ${formatDateJour(valideLe)}${validePar ? ` par ${validePar}` : ''}`,
    envoyeLe && `envoyée le ${formatDateJour(envoyeLe)}`,
    approuveLe && `approuvée le ${formatDateJour(approuveLe)}${approuveEn ? ` (${approuveEn})` : ''}`,
  ]
    .filter(Boolean)
    .join(', ');
}
