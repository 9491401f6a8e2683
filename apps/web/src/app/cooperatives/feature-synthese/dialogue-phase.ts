import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import { LIBELLES_PHASES, PhaseChangee, type CooperativeLue } from '@coopilote/domain/cooperatives';
import {
  Choix,
  Conflit,
  ConflitDeSaisie,
  Dialogue,
  FormulaireContrat,
  Icone,
  Occupe,
  ResumeErreurs,
  Toasts,
} from '@coopilote/ui';
import { CooperativesApi } from '../data/cooperatives-api';

/** Takes a CA to another phase. */
@Component({
  selector: 'co-dialogue-phase',
  imports: [Choix, Conflit, Dialogue, Icone, Occupe, ResumeErreurs],
  template: `
    <co-dialogue titre="Changer de phase" [ouvert]="true" (ouvertChange)="ferme.emit(false)">
      <form id="form-phase" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (conflit.differences(); as differences) {
          <co-conflit [differences]="differences" (garder)="garder()" (reprendre)="conflit.reprendre()" />
        }
        <p>
          Phase actuelle&nbsp;: <b>{{ actuelle() }}</b>
        </p>
        <co-choix libelle="Nouvelle phase" requis [options]="phases()" [champ]="formulaire.champ('phase')" />
        @if (formulaire.valeur().phase === 'CLOSE') {
          <p class="note note-attente">
            <co-icone nom="alerte" />Une coopérative close ne se rouvre pas&nbsp;: plus aucun bilan n’y sera attendu.
          </p>
        }
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button type="submit" form="form-phase" class="bouton" [coOccupe]="formulaire.occupe()">
          Passer à cette phase
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialoguePhase implements OnInit {
  readonly cooperative = input.required<CooperativeLue>();
  /** True when the phase changed. */
  readonly ferme = output<boolean>();

  private readonly api = inject(CooperativesApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<PhaseChangee>;
  protected conflit!: ConflitDeSaisie<PhaseChangee>;

  protected readonly actuelle = computed(() => LIBELLES_PHASES[this.cooperative().phase]);
  protected readonly phases = computed(() =>
    this.cooperative().phasesSuivantes.map((phase) => ({ valeur: phase, libelle: LIBELLES_PHASES[phase] })),
  );

  ngOnInit(): void {
    const { id, version } = this.cooperative();
    // No phase is proposed: the choice is the person's.
    const vierge = { phase: null as unknown as PhaseChangee['phase'], version };
    this.formulaire = runInInjectionContext(this.injecteur, () => new FormulaireContrat(PhaseChangee, vierge));
    this.conflit = new ConflitDeSaisie(
      this.formulaire,
      PhaseChangee,
      () => this.api.lire(id).then((ca) => ({ phase: ca.phase, version: ca.version })),
      (_champ, valeur) => LIBELLES_PHASES[valeur as PhaseChangee['phase']],
    );
  }

  protected async enregistrer(): Promise<void> {
    const { id } = this.cooperative();
    const fait = await this.formulaire.soumettre((saisie) => this.api.changerPhase(id, saisie).then(() => true));
    await this.conflit.examiner();
    if (!fait) return;
    this.toasts.succes(`Phase\u00a0: ${LIBELLES_PHASES[this.formulaire.valeur().phase]}.`);
    this.ferme.emit(true);
  }

  protected async garder(): Promise<void> {
    this.conflit.garder();
    await this.enregistrer();
  }
}
