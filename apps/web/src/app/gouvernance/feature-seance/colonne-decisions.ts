import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import type { DecisionLue, PointLu, TacheLue } from '@coopilote/domain/gouvernance';
import { Dialogues, Icone, Toasts } from '@coopilote/ui';
import { SeanceApi } from '../data/seance-api';
import { SeanceCarteDecision } from '../ui/seance-carte-decision';
import { SeanceCarteTache } from '../ui/seance-carte-tache';
import { FormulaireDecision } from './formulaire-decision';
import { FormulaireTache } from './formulaire-tache';
import { SaisiesStore } from './saisies-store';
import { SeanceStore } from './seance-store';

interface Groupe {
  point: PointLu | null;
  titre: string;
  enCours: boolean;
  decisions: DecisionLue[];
  taches: TacheLue[];
}

/** How long what has just come is shown as new, in milliseconds. */
const NOUVEAUTE_MS = 3_000;

/** Decisions and tasks as they fall: those of the point under way first, then back through the agenda. */
@Component({
  selector: 'co-colonne-decisions',
  imports: [FormulaireDecision, FormulaireTache, Icone, SeanceCarteDecision, SeanceCarteTache],
  templateUrl: './colonne-decisions.html',
  styles: `
    :host {
      display: grid;
      gap: var(--e4);
      align-content: start;
      grid-template-columns: minmax(0, 1fr);
    }
    .groupe {
      display: grid;
      gap: var(--e3);
    }
    .groupe h3 {
      font-size: 1rem;
      color: var(--encre-2);
    }
    ul {
      display: grid;
      gap: var(--e3);
      list-style: none;
    }
    .reprendre {
      text-align: left;
    }
  `,
})
export class ColonneDecisions {
  /** The reader writes here. */
  readonly modifiable = input.required<boolean>();

  protected readonly store = inject(SeanceStore);
  protected readonly saisies = inject(SaisiesStore);
  private readonly api = inject(SeanceApi);
  private readonly dialogues = inject(Dialogues);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  private readonly hote = inject<ElementRef<HTMLElement>>(ElementRef);

  private readonly connues = signal<ReadonlySet<string> | null>(null);
  protected readonly neuves = signal<ReadonlySet<string>>(new Set());
  /** Read out by screen readers as it comes. */
  protected readonly annonce = signal('');

  /** What the form edits; null when it is new, or was deleted by somebody else. */
  protected readonly decision = computed(
    () => this.store.seance()?.decisions.find(({ id }) => id === this.saisies.ouverte()?.id) ?? null,
  );
  protected readonly tache = computed(
    () => this.store.seance()?.taches.find(({ id }) => id === this.saisies.ouverte()?.id) ?? null,
  );
  protected readonly groupes = computed<Groupe[]>(() => {
    const enCours = this.store.point();
    const anciens = this.store.points().filter(({ id }) => id !== enCours?.id);
    return [enCours, ...anciens.reverse(), null]
      .map((point, place) => this.groupe(point, place === 0))
      .filter(({ enCours: garde, decisions, taches }) => garde || decisions.length || taches.length);
  });
  protected readonly vide = computed(
    () => !this.store.seance()?.decisions.length && !this.store.seance()?.taches.length,
  );

  constructor() {
    effect(() => {
      const seance = this.store.seance();
      if (seance) untracked(() => this.remarquer(seance.decisions, seance.taches));
    });
  }

  protected async supprimerDecision(decision: DecisionLue): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: `Supprimer la décision ${decision.numero}`,
      texte: `«\u00a0${decision.texte}\u00a0» disparaîtra du relevé. L’historique en garde la trace.`,
      action: 'Supprimer la décision',
      danger: true,
    });
    if (!accord) return;
    await this.store.agir(async () => {
      await this.api.supprimerDecision(this.store.id(), decision.id);
      this.store.retirerDecision(decision.id);
      this.toasts.succes(`Décision ${decision.numero} supprimée.`);
    });
  }

  protected async supprimerTache(tache: TacheLue): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: 'Supprimer la tâche',
      texte: `«\u00a0${tache.quoi}\u00a0», confiée à ${tache.qui}, disparaîtra. L’historique en garde la trace.`,
      action: 'Supprimer la tâche',
      danger: true,
    });
    if (!accord) return;
    await this.store.agir(async () => {
      await this.api.supprimerTache(this.store.id(), tache.id);
      this.store.retirerTache(tache.id);
      this.toasts.succes('Tâche supprimée.');
    });
  }

  /** The focus returns to what opened the form: its button, or that of the card. */
  protected fermer(quoi: string): void {
    this.saisies.fermer();
    afterNextRender(
      () => {
        const lieu = this.hote.nativeElement.querySelector<HTMLElement>(`#saisie-${quoi}`);
        (lieu?.querySelector<HTMLElement>('button') ?? lieu)?.focus();
      },
      { injector: this.injecteur },
    );
  }

  protected edite(genre: 'DECISION' | 'TACHE', id: string): boolean {
    const ouverte = this.saisies.ouverte();
    return ouverte?.genre === genre && ouverte.id === id;
  }

  private groupe(point: PointLu | null, premier: boolean): Groupe {
    const duPoint = ({ pointId }: { pointId: string | null }): boolean => pointId === (point?.id ?? null);
    const rang = point ? this.store.points().indexOf(point) + 1 : 0;
    const enCours = premier && point !== null;
    return {
      point,
      enCours,
      titre: enCours ? 'Sur ce point' : point ? `Point ${rang}\u00a0: ${point.titre}` : 'Hors de l’ordre du jour',
      decisions: this.store.seance()?.decisions.filter(duPoint) ?? [],
      taches: this.store.seance()?.taches.filter(duPoint) ?? [],
    };
  }

  /** What came since the first reading is shown as new for a moment, and said. */
  private remarquer(decisions: readonly DecisionLue[], taches: readonly TacheLue[]): void {
    const presentes = new Set([...decisions, ...taches].map(({ id }) => id));
    const connues = this.connues();
    this.connues.set(presentes);
    if (!connues) return;
    const arrivees = [...presentes].filter((id) => !connues.has(id));
    if (!arrivees.length) return;
    this.neuves.update((neuves) => new Set([...neuves, ...arrivees]));
    setTimeout(
      () => this.neuves.update((neuves) => new Set([...neuves].filter((id) => !arrivees.includes(id)))),
      NOUVEAUTE_MS,
    );
    const dites = [
      ...decisions.filter(({ id }) => arrivees.includes(id)).map((d) => `Décision ${d.numero}\u00a0: ${d.texte}`),
      ...taches.filter(({ id }) => arrivees.includes(id)).map((t) => `Tâche de ${t.qui}\u00a0: ${t.quoi}`),
    ];
    this.annonce.set(dites.join('. '));
  }
}
