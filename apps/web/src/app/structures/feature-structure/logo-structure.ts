import { Component, ElementRef, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { EXTENSIONS_LOGO, refuserFichierLogo } from '@coopilote/domain/structures';
import { Carte, Dialogues, Icone, Occupe, Toasts, versProbleme } from '@coopilote/ui';
import { StructuresApi, adresseLogo } from '../data/structures';

/** The image that stands for a structure on the conventions that it signs: seen, put, replaced, taken away. */
@Component({
  selector: 'co-logo-structure',
  imports: [Carte, Icone, Occupe],
  template: `
    <co-carte titre="Logo">
      <div class="pile-serree">
        @if (image(); as adresse) {
          <span class="fond"><img [src]="adresse" [alt]="'Logo de ' + nom()" /></span>
        } @else {
          <p class="petit">Aucun logo. Il figurera en tête des conventions que la structure signe.</p>
        }
        @if (modifiable()) {
          <input
            #fichier
            type="file"
            class="masque"
            tabindex="-1"
            aria-hidden="true"
            [accept]="accepte"
            (change)="choisir($event)"
          />
          <p class="rang">
            <button
              #bouton
              type="button"
              class="bouton second compact"
              aria-describedby="logo-aide"
              [coOccupe]="occupe()"
              (click)="fichier.click()"
            >
              <co-icone nom="importer" />{{ logo() ? 'Remplacer le logo' : 'Ajouter un logo' }}
            </button>
            @if (logo()) {
              <button type="button" class="bouton discret compact" [disabled]="occupe()" (click)="retirer()">
                <co-icone nom="corbeille" />Retirer le logo
              </button>
            }
          </p>
          <p id="logo-aide" class="petit">Image PNG ou JPEG, 1&nbsp;Mo au plus, de 48 à 2&nbsp;000 pixels de côté.</p>
          @if (refus(); as message) {
            <p class="note note-alerte" role="alert">
              <co-icone nom="alerte" /><span>{{ message }}</span>
            </p>
          }
        }
      </div>
    </co-carte>
  `,
  styles: `
    .fond {
      display: grid;
      place-items: center;
      width: fit-content;
      max-width: 100%;
      padding: var(--e3);
      border: 1px solid var(--trait);
      border-radius: var(--rayon);
      /* As on the paper that bears it, whatever the theme. */
      background: #fff;
    }
    img {
      max-width: min(100%, 16rem);
      max-height: 6rem;
      object-fit: contain;
    }
  `,
})
export class LogoStructure {
  readonly structureId = input.required<string>();
  readonly nom = input.required<string>();
  /** Hash of the image; null without one. */
  readonly logo = input.required<string | null>();
  readonly modifiable = input(false);
  readonly changee = output<void>();

  private readonly api = inject(StructuresApi);
  private readonly dialogues = inject(Dialogues);
  private readonly toasts = inject(Toasts);
  private readonly bouton = viewChild<ElementRef<HTMLButtonElement>>('bouton');
  protected readonly accepte = EXTENSIONS_LOGO.join(',');
  protected readonly refus = signal<string | null>(null);
  protected readonly occupe = signal(false);
  protected readonly image = computed(() => {
    const empreinte = this.logo();
    return empreinte && adresseLogo(this.structureId(), empreinte);
  });

  protected async choisir(evenement: Event): Promise<void> {
    const champ = evenement.target as HTMLInputElement;
    const fichier = champ.files?.[0];
    // The same file chosen again is a choice again.
    champ.value = '';
    if (!fichier) return;
    this.refus.set(refuserFichierLogo(fichier.name, fichier.size));
    if (!this.refus()) await this.agir(() => this.api.poserLogo(this.structureId(), fichier), 'Logo enregistré.');
  }

  protected async retirer(): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: 'Retirer le logo\u00a0?',
      texte: 'Les prochains documents ne le porteront plus. Ceux qui sont figés ou signés gardent le leur.',
      action: 'Retirer le logo',
      danger: true,
    });
    if (!accord) return;
    await this.agir(() => this.api.retirerLogo(this.structureId()), 'Logo retiré.');
    this.bouton()?.nativeElement.focus();
  }

  private async agir(acte: () => Promise<unknown>, dit: string): Promise<void> {
    this.refus.set(null);
    this.occupe.set(true);
    try {
      await acte();
      this.toasts.succes(dit);
      this.changee.emit();
    } catch (erreur) {
      this.refus.set(versProbleme(erreur).message);
    } finally {
      this.occupe.set(false);
    }
  }
}
