import { Component, computed, input, linkedSignal } from '@angular/core';
import type { ContenuCompteRenduFinancier, VersionCompteRenduFinancier } from '@coopilote/domain/financement';
import {
  differencesCompteRendu,
  type DifferenceCompteRendu,
} from '@coopilote/domain/financement/differences-compte-rendu.rules';
import { Carte, Choix, Icone, type Option, compter, formatDateJour, formatHeure } from '@coopilote/ui';
import { DifferencesCompteRendu } from './differences-compte-rendu';

/** What is written now, beside the versions that were sent. */
const ACTUEL = 'actuel';

/** Every sending of a compte rendu; beside the reason for which one came back, what the next one changed; any two compared (R15). */
@Component({
  selector: 'co-versions-compte-rendu',
  imports: [Carte, Choix, DifferencesCompteRendu, Icone],
  template: `
    <co-carte titre="Versions transmises" [niveau]="3">
      <ol>
        @for (v of lues(); track v.numero) {
          <li>
            <p>
              <b>Version {{ v.numero }}</b
              >, {{ v.quand }}
              <span class="petit num empreinte">Empreinte {{ v.empreinte }}</span>
            </p>
            @if (v.retour; as retour) {
              <p class="note note-attente">
                <co-icone nom="retour" /><span
                  ><b>Renvoyée {{ retour.quand }}&nbsp;:</b> {{ retour.motif }}</span
                >
              </p>
              @if (v.reponse; as reponse) {
                <details>
                  <summary>{{ reponse.titre }}</summary>
                  <co-differences-compte-rendu [differences]="reponse.differences" />
                </details>
              }
            }
          </li>
        }
      </ol>
      @if (options().length > 1) {
        <div class="choix">
          <co-choix libelle="Comparer" vide="Choisir une version" [options]="options()" [(value)]="avant" />
          <co-choix libelle="Avec" vide="Choisir une version" [options]="options()" [(value)]="apres" />
        </div>
        <div role="status">
          @if (comparees(); as differences) {
            <co-differences-compte-rendu [differences]="differences" />
          } @else {
            <p class="petit">Choisissez deux versions différentes.</p>
          }
        </div>
      }
    </co-carte>
  `,
  styles: `
    ol {
      list-style: none;
      display: grid;
      gap: var(--e4);
    }
    li {
      display: grid;
      gap: var(--e2);
      grid-template-columns: minmax(0, 1fr);
    }
    .empreinte {
      display: block;
      overflow-wrap: anywhere;
    }
    summary {
      cursor: pointer;
      padding: var(--e2) 0;
    }
    .choix {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
      gap: var(--e3) var(--e4);
      margin-top: var(--e6);
      padding-top: var(--e4);
      border-top: 1px solid var(--trait);
      margin-bottom: var(--e3);
    }
  `,
})
export class VersionsCompteRendu {
  /** The last first. */
  readonly versions = input.required<readonly VersionCompteRenduFinancier[]>();
  /** What the structure is writing since the last sending; null when nothing is. */
  readonly enCours = input<ContenuCompteRenduFinancier | null>(null);

  protected readonly lues = computed(() =>
    this.versions().map(({ numero, transmisLe, transmisPar, empreinte, retour, contenu }) => {
      const suivante = this.versions().find((v) => v.numero === numero + 1);
      const reponse = suivante && differencesCompteRendu(contenu, suivante.contenu);
      return {
        numero,
        empreinte,
        quand: `transmise ${situer(transmisLe, transmisPar)}`,
        retour: retour && { motif: retour.motif, quand: situer(retour.le, retour.par) },
        reponse: reponse && {
          titre: `Réponse dans la version ${numero + 1}\u00a0: ${compter(reponse.length, 'changement', 'changements')}`,
          differences: reponse,
        },
      };
    }),
  );
  protected readonly options = computed<readonly Option[]>(() => [
    ...(this.enCours() ? [{ valeur: ACTUEL, libelle: 'Le texte actuel, pas encore transmis' }] : []),
    ...this.versions().map(({ numero, transmisLe }) => ({
      valeur: String(numero),
      libelle: `Version ${numero}, du ${formatDateJour(transmisLe)}`,
    })),
  ]);
  protected readonly apres = linkedSignal(() => this.options()[0]?.valeur ?? null);
  protected readonly avant = linkedSignal(() => this.options()[1]?.valeur ?? null);
  protected readonly comparees = computed<DifferenceCompteRendu[] | null>(() => {
    const [avant, apres] = [this.contenu(this.avant()), this.contenu(this.apres())];
    return avant && apres && avant !== apres ? differencesCompteRendu(avant, apres) : null;
  });

  private contenu(choix: string | null): ContenuCompteRenduFinancier | null {
    if (choix === ACTUEL) return this.enCours();
    return this.versions().find(({ numero }) => String(numero) === choix)?.contenu ?? null;
  }
}

const situer = (instant: string, qui: string): string =>
  `le ${formatDateJour(instant)} à ${formatHeure(instant)}${qui && ` par ${qui}`}`;
