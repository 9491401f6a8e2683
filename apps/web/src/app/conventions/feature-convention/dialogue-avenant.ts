import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import { Router } from '@angular/router';
import { AvenantCree, type ConventionLue } from '@coopilote/domain/conventions';
import { Dialogue, FormulaireContrat, Occupe, ResumeErreurs, SaisieLongue, Toasts } from '@coopilote/ui';
import { ConventionsApi } from '../data/conventions-api';
import { ChoixDuree } from '../ui/choix-duree';

/** Begins a text that modifies or renews a signed convention; it then opens. */
@Component({
  selector: 'co-dialogue-avenant',
  imports: [ChoixDuree, Dialogue, Occupe, ResumeErreurs, SaisieLongue],
  template: `
    <co-dialogue [titre]="titre()" [ouvert]="true" (ouvertChange)="ferme.emit(false)">
      <form id="form-avenant" novalidate class="pile-serree" (submit)="$event.preventDefault(); preparer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <p>{{ explication() }}</p>
        @if (genre() === 'RENOUVELLEMENT') {
          <co-choix-duree aide="À la suite du terme actuel." [champ]="formulaire.champ('dureeMois')" />
        }
        <co-saisie-longue
          libelle="Objet"
          requis
          [aide]="aideObjet()"
          [longueurMax]="4000"
          [champ]="formulaire.champ('objet')"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button type="submit" form="form-avenant" class="bouton" [coOccupe]="formulaire.occupe()">
          {{ genre() === 'RENOUVELLEMENT' ? 'Préparer le renouvellement' : 'Préparer l’avenant' }}
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueAvenant implements OnInit {
  readonly genre = input.required<AvenantCree['genre']>();
  readonly convention = input.required<ConventionLue>();
  readonly ferme = output<boolean>();

  private readonly api = inject(ConventionsApi);
  private readonly routeur = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<AvenantCree>;

  protected readonly titre = computed(() =>
    this.genre() === 'RENOUVELLEMENT' ? 'Renouveler la convention' : 'Préparer un avenant',
  );
  protected readonly explication = computed(() =>
    this.genre() === 'RENOUVELLEMENT'
      ? 'Le renouvellement est exprès\u00a0: les parties le signent, comme la convention. Il reprend le programme tel qu’il est aujourd’hui.'
      : 'L’avenant reprend le programme tel qu’il est aujourd’hui. Son texte montre d’abord ce qui change par rapport au texte signé.',
  );
  protected readonly aideObjet = computed(() =>
    this.genre() === 'RENOUVELLEMENT'
      ? 'Pourquoi la convention est renouvelée, par exemple les suites du bilan annuel.'
      : 'Pourquoi la convention est modifiée. Les parties le liront en tête de l’avenant.',
  );

  ngOnInit(): void {
    const genre = this.genre();
    // What the members were consulted on is what the avenant is made for.
    const objet = this.convention()
      .differences.filter((d) => d.genre === 'DEPART' && d.apres !== null)
      .map((d) => `Départ de ${d.objet}\u00a0: ${d.apres}.`)
      .join('\n');
    const initiale: AvenantCree = { genre, objet, dureeMois: genre === 'RENOUVELLEMENT' ? 12 : null };
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () => new FormulaireContrat(AvenantCree, initiale, { brouillon: `${genre}-${this.convention().id}` }),
    );
  }

  protected async preparer(): Promise<void> {
    const acte = await this.formulaire.soumettre((saisie) => this.api.preparerActe(this.convention().id, saisie));
    if (!acte) return;
    this.toasts.succes(`${acte.nom}\u00a0: le projet est ouvert.`);
    this.ferme.emit(true);
    await this.routeur.navigate(['/conventions/textes', acte.id]);
  }
}
