import { Injectable, computed, inject, signal } from '@angular/core';
import type { IssueDecision, SuiteDecision } from '@coopilote/domain/gouvernance/genres';
import type { DecisionLue } from '@coopilote/domain/gouvernance/seance.contract';
import { Toasts, compter, versProbleme } from '@coopilote/ui';
import { DecisionsApi, ressourceCooperative, ressourceDecisions } from '../data/decisions-api';

/** What the register is filtered by; an empty value filters nothing. */
export interface FiltresDecisions {
  annee: string;
  issue: IssueDecision | '';
  suite: SuiteDecision | '';
}

/** The decisions of a CA: which are shown, and what became of each. */
@Injectable()
export class DecisionsStore {
  private readonly api = inject(DecisionsApi);
  private readonly toasts = inject(Toasts);

  readonly cooperativeId = signal('');
  readonly filtres = signal<FiltresDecisions>({ annee: '', issue: '', suite: '' });
  readonly ressource = ressourceDecisions(this.cooperativeId);
  private readonly ca = ressourceCooperative(this.cooperativeId);
  readonly cooperative = computed(() => (this.ca.hasValue() ? this.ca.value() : null));
  /** The reader runs the meetings of this CA. */
  readonly anime = computed(() => this.cooperative()?.operations.includes('reunion.animer') ?? false);
  private readonly enCours = signal<ReadonlySet<string>>(new Set());

  /** The newest first. */
  readonly toutes = computed(() => (this.ressource.hasValue() ? [...this.ressource.value()].reverse() : []));
  readonly annees = computed(() => [...new Set(this.toutes().map(anneeDe))]);
  readonly montrees = computed(() => {
    const { annee, issue, suite } = this.filtres();
    return this.toutes().filter(
      (decision) =>
        (!annee || anneeDe(decision) === annee) &&
        (!issue || decision.issue === issue) &&
        (!suite || (decision.issue === 'ADOPTEE' && decision.suite === suite)),
    );
  });
  /** « 12 décisions adoptées : 8 faites, 1 pas faite, 3 attendent leur suite. » */
  readonly resume = computed(() => {
    const adoptees = this.montrees().filter(({ issue }) => issue === 'ADOPTEE');
    const nombre = (suite: SuiteDecision) => adoptees.filter((decision) => decision.suite === suite).length;
    const [faites, pasFaites, enAttente] = [nombre('FAIT'), nombre('PAS_FAIT'), nombre('DECIDE')];
    const parts = [
      faites && compter(faites, 'faite'),
      pasFaites && compter(pasFaites, 'pas faite', 'pas faites'),
      enAttente && compter(enAttente, 'attend sa suite', 'attendent leur suite'),
    ].filter(Boolean);
    const total = compter(adoptees.length, 'décision adoptée', 'décisions adoptées');
    return parts.length ? `${total}\u00a0: ${parts.join(', ')}.` : `${total}.`;
  });

  occupe(id: string): boolean {
    return this.enCours().has(id);
  }

  async poserSuite(decision: DecisionLue, suite: SuiteDecision): Promise<void> {
    if (this.occupe(decision.id)) return;
    this.enCours.update((connues) => new Set(connues).add(decision.id));
    try {
      this.remplacer(await this.api.poserSuite(decision, { suite, version: decision.version }));
    } catch (erreur) {
      const probleme = versProbleme(erreur);
      this.toasts.erreur(probleme.message);
      if (probleme.statut === 409) this.ressource.reload();
    } finally {
      this.enCours.update((connues) => new Set([...connues].filter((id) => id !== decision.id)));
    }
  }

  private remplacer(decision: DecisionLue): void {
    this.ressource.update((connues) => connues?.map((connue) => (connue.id === decision.id ? decision : connue)));
  }
}

/** « 2026-14 » → « 2026 ». */
function anneeDe({ numero }: DecisionLue): string {
  return numero.slice(0, 4);
}
