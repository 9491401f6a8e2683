import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { FicheActionLue } from '@coopilote/domain/actions';
import {
  LIBELLES_NIVEAUX_BILAN,
  NIVEAUX_BILAN,
  type NiveauBilan as Niveau,
  questionsDemandees,
} from '@coopilote/domain/bilans/bilan.rules';
import { Choix, Toasts, compter, versProbleme } from '@coopilote/ui';
import { FichesActionsApi } from '../data/fiches-actions-api';

/** How much the reports of an action ask (guide, fiche 5): said to all, set by the delegation. */
@Component({
  selector: 'co-niveau-bilan',
  imports: [Choix],
  template: `
    @if (reglable()) {
      <co-choix
        libelle="Ce qui est demandé"
        requis
        [aide]="aide()"
        [options]="options"
        [value]="fiche().niveauBilan"
        (valueChange)="choisir($event)"
      />
    } @else {
      <p class="petit">
        Niveau {{ libelles[fiche().niveauBilan] }}&nbsp;: {{ compte(fiche().niveauBilan) }}, les bénéficiaires et les
        indicateurs.
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--e4);
    }
  `,
})
export class NiveauBilan {
  readonly fiche = input.required<FicheActionLue>();
  readonly choisi = output<void>();

  private readonly api = inject(FichesActionsApi);
  private readonly toasts = inject(Toasts);
  private readonly occupe = signal(false);
  protected readonly libelles = LIBELLES_NIVEAUX_BILAN;
  protected readonly options = NIVEAUX_BILAN.map((niveau) => ({
    valeur: niveau,
    libelle: `Niveau ${LIBELLES_NIVEAUX_BILAN[niveau]} (${this.compte(niveau)})`,
  }));
  protected readonly reglable = computed(
    () => this.fiche().operations.includes('bilan.valider') && !['TERMINEE', 'ABANDONNEE'].includes(this.fiche().etat),
  );
  protected readonly aide = computed(() => {
    const { niveauPropose, niveauBilan } = this.fiche();
    const suite = 'Un bilan déjà commencé garde ses questions.';
    return !niveauPropose || niveauPropose === niveauBilan
      ? suite
      : `D’après les bénéficiaires ciblés et le financement, le niveau ${LIBELLES_NIVEAUX_BILAN[niveauPropose]} conviendrait. ${suite}`;
  });

  protected compte(niveau: Niveau): string {
    return compter(questionsDemandees(niveau).length, 'question');
  }

  protected async choisir(niveau: string | null): Promise<void> {
    const { id, version, niveauBilan } = this.fiche();
    if (!niveau || niveau === niveauBilan || this.occupe()) return;
    this.occupe.set(true);
    try {
      await this.api.choisirNiveauBilan(id, { niveau: niveau as Niveau, version });
      this.toasts.succes(`Bilans au niveau ${LIBELLES_NIVEAUX_BILAN[niveau as Niveau]}.`);
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    } finally {
      this.occupe.set(false);
      this.choisi.emit();
    }
  }
}
