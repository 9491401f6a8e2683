import {
  Component,
  Injector,
  type OnInit,
  computed,
  inject,
  input,
  output,
  runInInjectionContext,
  signal,
} from '@angular/core';
import { type CompteRenduLu, TransitionCompteRendu } from '@coopilote/domain/gouvernance/compte-rendu.contract';
import type { DecisionLue } from '@coopilote/domain/gouvernance/seance.contract';
import {
  Choix,
  Dialogue,
  FormulaireContrat,
  type Option,
  Occupe,
  ResumeErreurs,
  compter,
  formatDateLongue,
} from '@coopilote/ui';
import { firstValueFrom } from 'rxjs';
import { CompteRenduApi } from '../data/compte-rendu-api';
import { CompteRenduChangements } from '../ui/compte-rendu-changements';

/** The meeting at which the minutes were approved, and what that changes in the programme. */
@Component({
  selector: 'co-dialogue-approbation',
  imports: [Choix, CompteRenduChangements, Dialogue, Occupe, ResumeErreurs],
  template: `
    <co-dialogue titre="Approuver le compte-rendu" [ouvert]="true" (ouvertChange)="ferme.emit('')">
      <form id="form-approbation" novalidate class="pile-serree" (submit)="$event.preventDefault(); approuver()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <co-choix
          libelle="Approuvé lors de"
          requis
          vide="Choisir la réunion"
          [options]="reunions()"
          [champ]="formulaire.champ('reunionId')"
          [erreur]="manque()"
        />
        @if (aAppliquer().length) {
          <h3>{{ titreChangements() }}</h3>
          <co-compte-rendu-changements [decisions]="aAppliquer()" />
          <p class="petit">Le programme change aussitôt, et l’historique cite la décision.</p>
        } @else {
          <p class="petit">Aucune décision de cette séance ne change le programme.</p>
        }
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit('')">Annuler</button>
        <button type="submit" form="form-approbation" class="bouton" [coOccupe]="formulaire.occupe()">
          Approuver le compte-rendu
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueApprobation implements OnInit {
  readonly compteRendu = input.required<CompteRenduLu>();
  readonly decisions = input.required<readonly DecisionLue[]>();
  /** What was done, in a sentence; empty when it was given up. */
  readonly ferme = output<string>();

  private readonly api = inject(CompteRenduApi);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<TransitionCompteRendu>;
  private readonly demande = signal(false);

  protected readonly reunions = computed<readonly Option[]>(() =>
    this.compteRendu().approbations.map(({ id, titre, debut }) => ({
      valeur: id,
      libelle: `${titre}, ${formatDateLongue(debut, true)}`,
    })),
  );
  protected readonly aAppliquer = computed(() => this.decisions().filter(({ appliqueLe }) => !appliqueLe));
  protected readonly titreChangements = computed(() =>
    compter(this.aAppliquer().length, 'changement s’appliquera', 'changements s’appliqueront'),
  );

  ngOnInit(): void {
    const { version, approbations } = this.compteRendu();
    const seule = approbations.length === 1 ? approbations[0]?.id : null;
    const vierge = { vers: 'APPROUVE' as const, envoyer: null, reunionId: seule ?? null, version };
    this.formulaire = runInInjectionContext(this.injecteur, () => new FormulaireContrat(TransitionCompteRendu, vierge));
  }

  /** The contract leaves the meeting free: only the approval asks for it. */
  protected manque(): string | null {
    return this.demande() && !this.formulaire.valeur().reunionId ? 'Approuvé lors de\u00a0: à choisir.' : null;
  }

  protected async approuver(): Promise<void> {
    this.demande.set(true);
    if (this.manque()) {
      document.getElementById('champ-reunionId')?.focus();
      return;
    }
    const approuve = await this.formulaire.soumettre((saisie) =>
      firstValueFrom(this.api.changerEtat(this.compteRendu().reunionId, saisie)),
    );
    if (approuve) this.ferme.emit('Compte-rendu approuvé.');
  }
}
