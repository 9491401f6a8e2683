import { Component, Injector, OnInit, inject, input, output, runInInjectionContext } from '@angular/core';
import { PointSaisi } from '@coopilote/domain/gouvernance';
import { FormulaireContrat, ResumeErreurs, SaisieLongue, SaisieNombre, SaisieTexte } from '@coopilote/ui';
import { type PointEdite, versPointSaisi } from './point-edite';

/** One point of the agenda, edited in its place. */
@Component({
  selector: 'co-edition-point',
  imports: [ResumeErreurs, SaisieLongue, SaisieNombre, SaisieTexte],
  host: { '(keydown.escape)': 'annule.emit()' },
  template: `
    <form
      class="pile-serree"
      novalidate
      [attr.aria-label]="'Point : ' + point().titre"
      (submit)="$event.preventDefault(); valider()"
    >
      <co-resume-erreurs [formulaire]="formulaire" />
      <co-saisie-texte libelle="Titre du point" requis [champ]="formulaire.champ('titre')" />
      <div class="deux">
        <co-saisie-nombre libelle="Durée" requis unite="minutes" [decimales]="0" [champ]="formulaire.champ('duree')" />
        <co-saisie-texte libelle="Rapporteur" [champ]="formulaire.champ('rapporteur')" />
      </div>
      <co-saisie-longue libelle="Détails" [lignes]="3" [longueurMax]="4000" [champ]="formulaire.champ('details')" />
      <div class="rang">
        <button type="submit" class="bouton compact">Enregistrer le point</button>
        <button type="button" class="bouton second compact" (click)="annule.emit()">Annuler</button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
      padding: var(--e3) 0;
    }
    .deux {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
      gap: var(--e3) var(--e4);
      align-items: start;
    }
  `,
})
export class EditionPoint implements OnInit {
  readonly point = input.required<PointEdite>();
  readonly valide = output<PointSaisi>();
  readonly annule = output<void>();

  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<PointSaisi>;

  ngOnInit(): void {
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () => new FormulaireContrat(PointSaisi, versPointSaisi(this.point())),
    );
  }

  protected async valider(): Promise<void> {
    const saisie = await this.formulaire.soumettre((valeur) => Promise.resolve(valeur));
    if (saisie) this.valide.emit(saisie);
  }
}
