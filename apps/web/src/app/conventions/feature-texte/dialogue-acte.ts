import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import { ActeModifie, type ActeLu } from '@coopilote/domain/conventions';
import {
  Conflit,
  ConflitDeSaisie,
  Dialogue,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieLongue,
} from '@coopilote/ui';
import { ActesApi } from '../data/actes-api';
import { ChoixDuree } from '../ui/choix-duree';

const versSaisie = ({ genre, objet, dureeMois, version }: ActeLu): ActeModifie => ({
  ...(genre === 'INITIALE' ? {} : { objet }),
  ...(genre === 'AVENANT' ? {} : { dureeMois }),
  version,
});

/** Why a text is made, and for how long. */
@Component({
  selector: 'co-dialogue-acte',
  imports: [ChoixDuree, Conflit, Dialogue, Occupe, ResumeErreurs, SaisieLongue],
  template: `
    <co-dialogue [titre]="titre()" [ouvert]="true" (ouvertChange)="ferme.emit(null)">
      <form id="form-acte" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (conflit.differences(); as differences) {
          <co-conflit [differences]="differences" (garder)="conflit.garder()" (reprendre)="conflit.reprendre()" />
        }
        @if (acte().genre !== 'INITIALE') {
          <co-saisie-longue libelle="Objet" requis [longueurMax]="4000" [champ]="formulaire.champ('objet')" />
        }
        @if (acte().genre !== 'AVENANT') {
          <co-choix-duree [champ]="formulaire.champ('dureeMois')" />
        }
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(null)">Annuler</button>
        <button type="submit" form="form-acte" class="bouton" [coOccupe]="formulaire.occupe()">
          Enregistrer la modification
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueActe implements OnInit {
  readonly acte = input.required<ActeLu>();
  readonly ferme = output<ActeLu | null>();

  private readonly api = inject(ActesApi);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<ActeModifie>;
  protected conflit!: ConflitDeSaisie<ActeModifie>;
  protected readonly titre = computed(() => `${this.acte().nom}\u00a0: ${this.quoi()}`);
  private readonly quoi = computed(
    () => ({ INITIALE: 'durée', AVENANT: 'objet', RENOUVELLEMENT: 'objet et durée' })[this.acte().genre],
  );

  ngOnInit(): void {
    const acte = this.acte();
    runInInjectionContext(this.injecteur, () => {
      this.formulaire = new FormulaireContrat(ActeModifie, versSaisie(acte), {
        brouillon: `acte-${acte.id}`,
        exiger: ({ objet, dureeMois }): Record<string, string> => ({
          ...(acte.genre !== 'INITIALE' && !objet?.trim() && { objet: 'Objet\u00a0: à écrire.' }),
          ...(acte.genre !== 'AVENANT' && !dureeMois && { dureeMois: 'Durée\u00a0: à choisir.' }),
        }),
      });
      this.conflit = new ConflitDeSaisie(this.formulaire, ActeModifie, async () =>
        versSaisie(await this.api.lire(acte.id)),
      );
    });
  }

  protected async enregistrer(): Promise<void> {
    const sauve = await this.formulaire.soumettre((saisie) => this.api.modifier(this.acte().id, saisie));
    if (sauve) this.ferme.emit(sauve);
    else await this.conflit.examiner();
  }
}
