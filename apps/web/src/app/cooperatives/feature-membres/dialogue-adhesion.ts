import { Component, Injector, OnInit, inject, input, output, runInInjectionContext } from '@angular/core';
import { HttpClient } from '@angular/common/http';
import { AdhesionModifiee, type AdhesionLue } from '@coopilote/domain/cooperatives';
import {
  Conflit,
  ConflitDeSaisie,
  Dialogue,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieDate,
  SaisieLongue,
  Toasts,
} from '@coopilote/ui';
import { firstValueFrom } from 'rxjs';
import { CooperativesApi } from '../data/cooperatives-api';

const versSaisie = ({ debut, fin, motifSortie, version }: AdhesionLue): AdhesionModifiee => ({
  debut,
  fin,
  motifSortie,
  version,
});

/** Dates of an adhésion; a leaving has its date and its reason (guide 5.2). */
@Component({
  selector: 'co-dialogue-adhesion',
  imports: [Conflit, Dialogue, Occupe, ResumeErreurs, SaisieDate, SaisieLongue],
  template: `
    <co-dialogue [titre]="'Adhésion de ' + adhesion().structure" [ouvert]="true" (ouvertChange)="ferme.emit(false)">
      <form id="form-adhesion" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (conflit.differences(); as differences) {
          <co-conflit [differences]="differences" (garder)="garder()" (reprendre)="conflit.reprendre()" />
        }
        <co-saisie-date libelle="Date d’entrée" requis [champ]="formulaire.champ('debut')" />
        <co-saisie-date
          libelle="Date de sortie"
          aide="Une structure sort à l’échéance annuelle, après consultation de la délégation (guide, 5.2). Vide : elle est membre."
          [champ]="formulaire.champ('fin')"
        />
        @if (formulaire.valeur().fin) {
          <co-saisie-longue
            libelle="Motif de sortie"
            [lignes]="3"
            [longueurMax]="1000"
            [champ]="formulaire.champ('motifSortie')"
          />
        }
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button type="submit" form="form-adhesion" class="bouton" [coOccupe]="formulaire.occupe()">
          {{ formulaire.valeur().fin && !adhesion().fin ? 'Enregistrer la sortie' : 'Enregistrer l’adhésion' }}
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueAdhesion implements OnInit {
  readonly cooperativeId = input.required<string>();
  readonly adhesion = input.required<AdhesionLue>();
  readonly ferme = output<boolean>();

  private readonly api = inject(CooperativesApi);
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<AdhesionModifiee>;
  protected conflit!: ConflitDeSaisie<AdhesionModifiee>;

  ngOnInit(): void {
    const adhesion = this.adhesion();
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () => new FormulaireContrat(AdhesionModifiee, versSaisie(adhesion)),
    );
    this.conflit = new ConflitDeSaisie(this.formulaire, AdhesionModifiee, async () => {
      const adresse = `/api/cooperatives/${this.cooperativeId()}/adhesions`;
      const lues = await firstValueFrom(this.http.get<AdhesionLue[]>(adresse));
      return versSaisie(lues.find(({ id }) => id === adhesion.id) ?? adhesion);
    });
  }

  protected async enregistrer(): Promise<void> {
    const fait = await this.formulaire.soumettre((saisie) =>
      this.api.modifierAdhesion(this.cooperativeId(), this.adhesion().id, saisie).then(() => true),
    );
    await this.conflit.examiner();
    if (!fait) return;
    this.toasts.succes('Adhésion enregistrée.');
    this.ferme.emit(true);
  }

  protected async garder(): Promise<void> {
    this.conflit.garder();
    await this.enregistrer();
  }
}
