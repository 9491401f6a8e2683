import { Component, ElementRef, inject, output } from '@angular/core';
import { PointSaisi } from '@coopilote/domain/gouvernance';
import { FormulaireContrat, Icone, SaisieNombre, SaisieTexte } from '@coopilote/ui';

const DUREE_PROPOSEE = 10;
const VIERGE: PointSaisi = {
  titre: '',
  duree: DUREE_PROPOSEE,
  genre: 'LIBRE',
  details: null,
  cle: null,
  rapporteur: null,
};

/** A point of one's own at the end of the agenda: its title, its length, Enter. */
@Component({
  selector: 'co-ajout-point',
  imports: [Icone, SaisieNombre, SaisieTexte],
  template: `
    <form novalidate aria-label="Ajouter un point" (submit)="$event.preventDefault(); ajouter()">
      <co-saisie-texte libelle="Point à ajouter" [champ]="formulaire.champ('titre')" />
      <co-saisie-nombre libelle="Minutes" [decimales]="0" [champ]="formulaire.champ('duree')" />
      <button type="submit" class="bouton second"><co-icone nom="plus" />Ajouter le point</button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 6rem auto;
      gap: var(--e2) var(--e3);
      align-items: end;
      padding-top: var(--e3);
      border-top: 1px solid var(--trait);
    }
    @media (max-width: 43.75rem) {
      form {
        grid-template-columns: 6rem minmax(0, 1fr);
      }
      co-saisie-texte {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class AjoutPoint {
  readonly ajoute = output<PointSaisi>();
  private readonly hote = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly formulaire = new FormulaireContrat(PointSaisi, VIERGE);

  /** Puts the cursor in the title. */
  viser(): void {
    this.hote.nativeElement.querySelector('input')?.focus();
  }

  protected async ajouter(): Promise<void> {
    const point = await this.formulaire.soumettre((valeur) => Promise.resolve(valeur));
    if (point) {
      this.ajoute.emit(point);
      this.formulaire.reinitialiser(VIERGE);
    }
    this.viser();
  }
}
