import { Component, inject, output } from '@angular/core';
import { PointSaisi } from '@coopilote/domain/gouvernance';
import {
  Dialogue,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieLongue,
  SaisieNombre,
  SaisieTexte,
  Toasts,
} from '@coopilote/ui';
import { SeanceApi } from '../data/seance-api';
import { SeanceStore } from './seance-store';

/** A point that the room asks for: it takes its place at the end of the agenda. */
@Component({
  selector: 'co-dialogue-point',
  imports: [Dialogue, Occupe, ResumeErreurs, SaisieLongue, SaisieNombre, SaisieTexte],
  template: `
    <co-dialogue titre="Ajouter un point" [ouvert]="true" (ouvertChange)="ferme.emit()">
      <form id="form-point" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <co-saisie-texte libelle="Titre" requis [champ]="formulaire.champ('titre')" />
        <co-saisie-nombre libelle="Durée" requis unite="min" [decimales]="0" [champ]="formulaire.champ('duree')" />
        <co-saisie-longue libelle="Détails" [lignes]="2" [champ]="formulaire.champ('details')" />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit()">Annuler</button>
        <button type="submit" form="form-point" class="bouton" [coOccupe]="formulaire.occupe()">
          Ajouter à la fin de l’ordre du jour
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialoguePoint {
  readonly ferme = output<void>();
  private readonly store = inject(SeanceStore);
  private readonly api = inject(SeanceApi);
  private readonly toasts = inject(Toasts);
  protected readonly formulaire = new FormulaireContrat<PointSaisi>(PointSaisi, {
    titre: '',
    details: null,
    duree: 10,
    genre: 'LIBRE',
    cle: null,
    rapporteur: null,
  });

  protected async enregistrer(): Promise<void> {
    const seance = await this.formulaire.soumettre((saisie) => this.api.ajouterPoint(this.store.id(), saisie));
    if (!seance) return;
    this.store.adopter(seance);
    this.toasts.succes('Point ajouté à la fin de l’ordre du jour.');
    this.ferme.emit();
  }
}
