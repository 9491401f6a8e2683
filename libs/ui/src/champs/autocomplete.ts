import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import {
  Component,
  ElementRef,
  booleanAttribute,
  computed,
  input,
  linkedSignal,
  model,
  output,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { Icone } from '../affichage/icone';
import { compter, sansAccent } from '../format/format';
import { Champ } from './champ';
import { ChampBase, Option } from './champ-base';

/** Pause in typing before the server is asked, in milliseconds. */
const ATTENTE_MS = 250;
const LONGUEUR_MIN = 2;

/**
 * One entry, or several as chips (`multiple`), of a list too long to show: given whole by `options`, or asked of the server by `chercher`.
 * The value is the entry's `valeur` (an array of them when `multiple`); `options` also names the values already chosen.
 */
@Component({
  selector: 'co-autocomplete',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, Champ, Icone],
  templateUrl: './autocomplete.html',
})
export class Autocomplete extends ChampBase<string | readonly string[] | null> {
  readonly value = model<string | readonly string[] | null>(null);
  readonly options = input<readonly Option[]>([]);
  readonly chercher = input<((terme: string, abandon: AbortSignal) => Promise<readonly Option[]>) | null>(null);
  readonly multiple = input(false, { transform: booleanAttribute });
  readonly indication = input('Tapez les premières lettres');
  /** The entry that was just picked, with its label. */
  readonly choisi = output<Option>();

  protected readonly ouvert = signal(false);
  protected readonly terme = signal('');
  protected readonly saisie = viewChild.required<ElementRef<HTMLInputElement>>('saisie');
  private readonly connues = signal<ReadonlyMap<string, Option>>(new Map());

  protected readonly choisies = computed<readonly Option[]>(() => {
    const valeur = this.value();
    const valeurs = valeur === null || valeur === '' ? [] : typeof valeur === 'string' ? [valeur] : valeur;
    return valeurs.map(
      (cle) =>
        this.connues().get(cle) ??
        this.options().find((option) => option.valeur === cle) ?? { valeur: cle, libelle: cle },
    );
  });
  /** The box shows the chosen label until someone types. */
  protected readonly texte = linkedSignal(() => (this.multiple() ? '' : (this.choisies()[0]?.libelle ?? '')));

  protected readonly recherche = resource({
    params: () => ({ terme: this.terme().trim(), chercher: this.chercher(), ouvert: this.ouvert() }),
    loader: async ({ params: { terme, chercher, ouvert }, abortSignal }) => {
      if (!chercher || !ouvert || terme.length < LONGUEUR_MIN) return [];
      await pause(ATTENTE_MS, abortSignal);
      return chercher(terme, abortSignal);
    },
  });

  protected readonly propositions = computed<readonly Option[]>(() => {
    const prises = new Set(this.multiple() ? this.choisies().map((option) => option.valeur) : []);
    const trouvees = this.chercher() ? (this.recherche.hasValue() ? this.recherche.value() : []) : this.filtrer();
    return trouvees.filter((option) => !prises.has(option.valeur));
  });
  protected readonly active = linkedSignal<readonly Option[], number>({
    source: this.propositions,
    computation: () => 0,
  });
  protected readonly annonce = computed(() => {
    if (!this.ouvert()) return '';
    if (this.chercher() && this.terme().trim().length < LONGUEUR_MIN) return 'Tapez au moins deux lettres.';
    if (this.recherche.isLoading()) return 'Recherche…';
    if (this.recherche.error()) return 'La recherche n’a pas répondu. Réessayez dans un instant.';
    return this.propositions().length ? compter(this.propositions().length, 'proposition') : 'Aucune proposition.';
  });

  protected normaliser(valeur: unknown): string | readonly string[] | null {
    if (Array.isArray(valeur)) return valeur;
    return valeur == null || valeur === '' ? (this.multiple() ? [] : null) : String(valeur);
  }

  protected idProposition(rang: number): string {
    return `${this.id()}-proposition-${rang}`;
  }

  protected taper(texte: string): void {
    this.texte.set(texte);
    this.terme.set(texte);
    this.ouvert.set(true);
    if (!this.multiple() && texte === '') this.emettre(null);
  }

  protected presser(evenement: KeyboardEvent): void {
    const nombre = this.propositions().length;
    const proposition = this.propositions()[this.active()];
    if (evenement.key === 'ArrowDown' || evenement.key === 'ArrowUp') {
      evenement.preventDefault();
      if (!this.ouvert()) return this.ouvert.set(true);
      const pas = evenement.key === 'ArrowDown' ? 1 : -1;
      if (nombre) this.active.update((rang) => (rang + pas + nombre) % nombre);
    } else if (evenement.key === 'Enter' && this.ouvert() && proposition) {
      evenement.preventDefault();
      this.choisir(proposition);
    } else if (evenement.key === 'Escape' && this.ouvert()) {
      evenement.preventDefault();
      evenement.stopPropagation();
      this.fermer();
    } else if (evenement.key === 'Backspace' && this.multiple() && this.texte() === '') {
      const derniere = this.choisies().at(-1);
      if (derniere) this.retirer(derniere);
    }
  }

  protected choisir(option: Option): void {
    this.connues.update((connues) => new Map(connues).set(option.valeur, option));
    this.emettre(this.multiple() ? [...this.choisies().map(({ valeur }) => valeur), option.valeur] : option.valeur);
    this.choisi.emit(option);
    this.fermer();
    this.saisie().nativeElement.focus();
  }

  protected retirer(option: Option): void {
    this.emettre(
      this.choisies()
        .map(({ valeur }) => valeur)
        .filter((valeur) => valeur !== option.valeur),
    );
    this.saisie().nativeElement.focus();
  }

  protected partir(): void {
    this.fermer();
    this.quitter();
  }

  protected fermer(): void {
    this.ouvert.set(false);
    this.terme.set('');
    this.texte.set(this.multiple() ? '' : (this.choisies()[0]?.libelle ?? ''));
  }

  private filtrer(): readonly Option[] {
    const cherche = sansAccent(this.terme().trim());
    return this.options()
      .filter((option) => sansAccent(option.libelle).includes(cherche))
      .slice(0, 50);
  }
}

function pause(duree: number, abandon: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const minuterie = setTimeout(resolve, duree);
    abandon.addEventListener('abort', () => {
      clearTimeout(minuterie);
      reject(abandon.reason);
    });
  });
}
