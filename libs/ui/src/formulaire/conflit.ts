import {
  Component,
  ElementRef,
  Signal,
  afterRenderEffect,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { type Classe, champsDe } from '@coopilote/domain/commun/champs';
import { Icone } from '../affichage/icone';
import { formatDateJour, formatHeure, formatNombre } from '../format/format';
import { FormulaireContrat } from './formulaire-contrat';
import { Probleme } from './probleme';

/** One field that two people wrote differently. */
export interface Difference {
  champ: string;
  libelle: string;
  mienne: string;
  actuelle: string;
}

/** Writes the value of a field for a reader; undefined leaves it to the usual way. */
export type EcrireValeur = (champ: string, valeur: unknown) => string | undefined;

/** Fields of a contract that differ between what was typed and what is stored, in the contract's order. */
export function comparerSaisies<T extends object>(
  contrat: Classe<T>,
  mienne: T,
  actuelle: T,
  ecrire: EcrireValeur = () => undefined,
): Difference[] {
  const lire = (valeur: T, champ: string) => normaliser((valeur as Record<string, unknown>)[champ]);
  const texte = (champ: string, valeur: unknown) => ecrire(champ, valeur) ?? ecrireSimple(valeur);
  return champsDe(contrat)
    .filter(({ nom }) => nom !== 'version')
    .filter(({ nom }) => JSON.stringify(lire(mienne, nom)) !== JSON.stringify(lire(actuelle, nom)))
    .map(({ nom, libelle }) => ({
      champ: nom,
      libelle,
      mienne: texte(nom, lire(mienne, nom)),
      actuelle: texte(nom, lire(actuelle, nom)),
    }));
}

/** An empty text, an empty list and nothing are the same thing to the person who reads. */
function normaliser(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.length ? valeur : null;
  return valeur === '' || valeur === undefined ? null : valeur;
}

/** Any value for a reader: numbers and dates in French, oui or non, lists joined, « – » for nothing. */
export function ecrireSimple(valeur: unknown): string {
  if (valeur == null || valeur === '') return '–';
  if (typeof valeur === 'number') return formatNombre(valeur, undefined);
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  if (Array.isArray(valeur)) return valeur.map(ecrireSimple).join(', ');
  if (typeof valeur === 'object') return Object.values(valeur).map(ecrireSimple).join(' · ');
  if (/^\d{4}-\d{2}-\d{2}$/.test(String(valeur))) return formatDateJour(String(valeur));
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-][\d:]+)$/.test(String(valeur))) {
    return `${formatDateJour(String(valeur))} à ${formatHeure(String(valeur))}`;
  }
  return String(valeur);
}

/**
 * What happens when somebody saved the same thing first (409 `VERSION_PERIMEE`): both versions are shown, nobody's words
 * are lost. Call `examiner()` after a refused `soumettre`.
 */
export class ConflitDeSaisie<T extends { version: number }> {
  private readonly actuelle = signal<T | null>(null);
  readonly differences: Signal<readonly Difference[] | null>;

  /** @param relire reads the stored version again, in the form's own shape. */
  constructor(
    private readonly formulaire: FormulaireContrat<T>,
    private readonly contrat: Classe<T>,
    private readonly relire: () => Promise<T>,
    ecrire?: EcrireValeur,
  ) {
    this.differences = computed(() => {
      const actuelle = this.actuelle();
      return actuelle && comparerSaisies(this.contrat, this.formulaire.valeur(), actuelle, ecrire);
    });
  }

  /** Reads the stored version again when the last refusal was about the version; else forgets the one before. */
  async examiner(): Promise<void> {
    const perimee = estPerime(this.formulaire.probleme());
    this.actuelle.set(perimee ? await this.relire() : null);
  }

  /** Keeps what was typed: the next sending replaces the stored version, knowingly. */
  garder(): void {
    const actuelle = this.actuelle();
    if (actuelle) this.formulaire.changer('version', actuelle.version);
    this.actuelle.set(null);
  }

  /** Gives up what was typed for the stored version. */
  reprendre(): void {
    const actuelle = this.actuelle();
    if (actuelle) this.formulaire.reinitialiser(actuelle);
    this.actuelle.set(null);
  }
}

function estPerime(probleme: Probleme | null): boolean {
  return probleme?.statut === 409 && probleme.code === 'VERSION_PERIMEE';
}

/** Both versions side by side, and the two ways out. */
@Component({
  selector: 'co-conflit',
  imports: [Icone],
  template: `
    <div #boite class="conflit" role="group" tabindex="-1" [attr.aria-labelledby]="id">
      <p class="conflit-titre" [id]="id"><co-icone nom="alerte" />Deux versions de la même saisie</p>
      @if (differences().length) {
        <div class="cadre-table" role="region" tabindex="0" [attr.aria-labelledby]="id">
          <table>
            <caption class="masque">
              Ce qui diffère entre votre saisie et la version enregistrée
            </caption>
            <thead>
              <tr>
                <th scope="col">Champ</th>
                <th scope="col">Votre saisie</th>
                <th scope="col">Version enregistrée entre-temps</th>
              </tr>
            </thead>
            <tbody>
              @for (difference of differences(); track difference.champ) {
                <tr>
                  <th scope="row">{{ difference.libelle }}</th>
                  <td>{{ difference.mienne }}</td>
                  <td>{{ difference.actuelle }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      } @else {
        <p>La version enregistrée dit la même chose que la vôtre.</p>
      }
      <div class="rang">
        <button type="button" class="bouton" (click)="garder.emit()">Enregistrer ma saisie</button>
        <button type="button" class="bouton second" (click)="reprendre.emit()">Reprendre la version enregistrée</button>
      </div>
    </div>
  `,
  styles: `
    .conflit {
      display: grid;
      gap: var(--e3);
      padding: var(--e4);
      border: 1px solid var(--attente);
      border-radius: var(--rayon);
      background: var(--attente-clair);
    }
    .conflit-titre {
      display: flex;
      gap: var(--e2);
      align-items: center;
      font-weight: 650;
      color: var(--attente);
    }
    td {
      white-space: pre-line;
    }
  `,
})
export class Conflit {
  readonly differences = input.required<readonly Difference[]>();
  readonly garder = output<void>();
  readonly reprendre = output<void>();

  protected readonly id = `conflit-${++compteur}`;
  private readonly boite = viewChild.required<ElementRef<HTMLElement>>('boite');
  private readonly hote = inject<ElementRef<HTMLElement>>(ElementRef);

  constructor() {
    afterRenderEffect(() => {
      this.differences();
      this.hote.nativeElement.scrollIntoView({ block: 'nearest' });
      this.boite().nativeElement.focus({ preventScroll: true });
    });
  }
}

let compteur = 0;
