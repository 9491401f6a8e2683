import { Component, computed, inject, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { quorumDit } from '@coopilote/domain/gouvernance';
import { Dialogue, Icone, Occupe, compter } from '@coopilote/ui';
import { NotesStore } from './notes-store';
import { SaisiesStore } from './saisies-store';
import { SeanceStore } from './seance-store';

/** Elements named for each thing that is missing; the others are counted. */
const NOMMES_MAX = 6;

/** The last look before a séance is closed: what it decided, and what it leaves open. */
@Component({
  selector: 'co-dialogue-cloture',
  imports: [Dialogue, Icone, Occupe],
  template: `
    <co-dialogue large titre="Clore la séance" [ouvert]="true" (ouvertChange)="ferme.emit()">
      <p>{{ bilan() }}</p>
      @if (quorum(); as quorum) {
        <p>{{ quorum }}</p>
      }
      @if (manques().length) {
        <h3>Avant de clore</h3>
        <ul class="manques">
          @for (manque of manques(); track manque.message) {
            <li>
              <co-icone nom="alerte" />
              <div>
                <p>{{ manque.message }}</p>
                @if (manque.elements.length) {
                  <p class="petit">{{ nommer(manque.elements) }}</p>
                }
              </div>
            </li>
          }
        </ul>
      } @else {
        <p class="note"><co-icone nom="oui" /><span>Rien ne manque&nbsp;: chaque point a été traité et noté.</span></p>
      }
      @if (notesPerdues()) {
        <p class="note note-alerte" role="alert">
          <co-icone nom="coupe" />
          <span
            >Des notes de ce poste ne sont pas encore reçues. Attendez que le réseau revienne, puis recommencez.</span
          >
        </p>
      }
      <p class="petit">
        La clôture prépare le compte-rendu avec les notes, les décisions, les tâches et les présences. Elle ne l’envoie
        pas. La séance peut être rouverte.
      </p>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit()">Continuer la séance</button>
        <button type="button" class="bouton" [coOccupe]="occupe()" (click)="clore()">Clore la séance</button>
      </ng-container>
    </co-dialogue>
  `,
  styles: `
    .manques {
      display: grid;
      gap: var(--e3);
      list-style: none;
    }
    .manques li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--e2);
    }
    .manques .icone {
      color: var(--attente);
      translate: 0 0.25em;
    }
  `,
})
export class DialogueCloture {
  readonly ferme = output<void>();
  private readonly store = inject(SeanceStore);
  private readonly notes = inject(NotesStore);
  private readonly saisies = inject(SaisiesStore);
  private readonly routeur = inject(Router);

  protected readonly occupe = signal(false);
  protected readonly notesPerdues = signal(false);
  protected readonly bilan = computed(() => {
    const seance = this.store.seance();
    const traites = this.store.points().filter((p) => p.traite || p.id === seance?.pointId).length;
    return [
      compter(traites, 'point traité', 'points traités'),
      compter(seance?.decisions.length ?? 0, 'décision'),
      compter(seance?.taches.length ?? 0, 'tâche'),
    ].join(', ');
  });
  protected readonly quorum = computed(() => {
    const quorum = this.store.reunion()?.quorum;
    return quorum ? quorumDit(quorum) : '';
  });
  protected readonly manques = computed(() => [
    ...this.saisies.commencees().map((message) => ({ message, elements: [] as string[] })),
    ...this.store.manques(),
  ]);

  protected nommer(elements: readonly string[]): string {
    const reste = elements.length - NOMMES_MAX;
    const nommes = elements.slice(0, NOMMES_MAX).join('\u00a0; ');
    return reste > 0 ? `${nommes}\u00a0; et ${reste} de plus` : nommes;
  }

  protected async clore(): Promise<void> {
    this.occupe.set(true);
    // Once it is closed, no note is taken any more: the last words leave first.
    this.notesPerdues.set(!(await this.notes.vider()));
    const close = !this.notesPerdues() && (await this.store.changerEtat('CLOSE'));
    this.occupe.set(false);
    if (close) await this.routeur.navigate(['/reunions', this.store.id(), 'compte-rendu']);
  }
}
