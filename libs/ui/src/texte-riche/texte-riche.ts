import {
  Component,
  DestroyRef,
  ElementRef,
  Injector,
  ViewEncapsulation,
  afterNextRender,
  computed,
  effect,
  inject,
  model,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Champ } from '../champs/champ';
import { ChampBase, idDeChamp } from '../champs/champ-base';
import { SaisieTexte } from '../champs/saisie-texte';
import { Dialogue } from '../dialogue/dialogue';
import { ecrireAdresse, lireAdresse } from './adresse';
import { BarreRiche } from './barre-riche';
import type { Editeur } from './editeur';
import { LectureRiche } from './lecture-riche';
import { type Outil, SANS_FORME } from './mise-en-forme';

/**
 * Text with headings, lists, bold, italic and links. Its value is the HTML of the domain's small model (`texte-riche`),
 * already made safe. The text shows at once; the editor loads behind it.
 */
@Component({
  selector: 'co-texte-riche',
  imports: [BarreRiche, Champ, Dialogue, LectureRiche, SaisieTexte],
  encapsulation: ViewEncapsulation.None,
  templateUrl: './texte-riche.html',
  styleUrl: './texte-riche.css',
})
export class TexteRiche extends ChampBase<string> {
  readonly value = model('');

  protected readonly editeur = signal<Editeur | null>(null);
  protected readonly forme = signal(SANS_FORME);
  protected readonly lienOuvert = signal(false);
  protected readonly adresse = signal('');
  protected readonly erreurLien = signal<string | null>(null);
  private readonly hote = viewChild.required<ElementRef<HTMLElement>>('hote');
  protected readonly nomDuLien = computed(() => `${this.id()}-lien`);
  private readonly injecteur = inject(Injector);
  private readonly racine = inject<ElementRef<HTMLElement>>(ElementRef);
  /** What the editor holds: another value comes from outside. */
  private tenu = '';
  private detruit = false;

  private readonly attributs = computed<Record<string, string>>(() => ({
    id: this.id(),
    class: 'texte-riche',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': `${this.id()}-libelle`,
    ...(this.decritPar() && { 'aria-describedby': this.decritPar() ?? '' }),
    ...(this.requis() && { 'aria-required': 'true' }),
    ...(this.erreurMontree() && { 'aria-invalid': 'true' }),
  }));

  constructor() {
    super();
    afterNextRender(() => void this.charger());
    effect(() => {
      const [editeur, valeur] = [this.editeur(), this.value()];
      if (!editeur || valeur === this.tenu) return;
      this.tenu = valeur;
      untracked(() => editeur.ecrire(valeur));
    });
    effect(() => this.editeur()?.decrire(this.attributs()));
    effect(() => this.editeur()?.permettre(!this.desactive()));
    inject(DestroyRef).onDestroy(() => {
      this.detruit = true;
      this.editeur()?.detruire();
    });
  }

  protected normaliser(valeur: unknown): string {
    return valeur == null ? '' : String(valeur);
  }

  /** Writes words where the caret is; `seul`: in a paragraph of their own. */
  inserer(texte: string, seul = false): void {
    this.editeur()?.inserer(texte, seul);
  }

  protected agir(outil: Outil['cle']): void {
    if (outil === 'lien') this.ouvrirLien();
    else this.editeur()?.executer(outil);
  }

  protected lier(): void {
    const adresse = lireAdresse(this.adresse());
    if (!adresse) {
      this.erreurLien.set('Une adresse de site ou de courriel est attendue.');
      return;
    }
    this.lienOuvert.set(false);
    this.editeur()?.lier(adresse, this.adresse().trim());
  }

  protected delier(): void {
    this.lienOuvert.set(false);
    this.editeur()?.delier();
  }

  protected partir({ relatedTarget }: FocusEvent): void {
    const dedans = relatedTarget instanceof Node && this.racine.nativeElement.contains(relatedTarget);
    if (!dedans && !this.lienOuvert()) this.quitter();
  }

  private ouvrirLien(): void {
    this.adresse.set(ecrireAdresse(this.forme().lien ?? ''));
    this.erreurLien.set(null);
    this.lienOuvert.set(true);
    // The dialog gives the focus to its first button; here one comes to type.
    afterNextRender(() => document.getElementById(idDeChamp(this.nomDuLien()))?.focus(), { injector: this.injecteur });
  }

  private async charger(): Promise<void> {
    try {
      const { Editeur } = await import('./editeur');
      if (this.detruit) return;
      this.tenu = this.value();
      this.editeur.set(
        new Editeur(this.hote().nativeElement, this.tenu, this.attributs(), {
          change: (html) => {
            this.tenu = html;
            this.emettre(html);
          },
          forme: (forme) => this.forme.set(forme),
          lien: () => this.ouvrirLien(),
        }),
      );
    } catch {
      this.erreurLocale.set('L’éditeur n’a pas pu être chargé. Vérifiez votre connexion, puis rechargez la page.');
    }
  }
}
