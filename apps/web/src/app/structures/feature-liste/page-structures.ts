import { Component, DestroyRef, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { LIBELLES_FORMES } from '@coopilote/domain/structures/structure.contract';
import {
  Champ,
  Chargement,
  Choix,
  EntetePage,
  ErreurChargement,
  Icone,
  NombrePipe,
  Pagination,
  Vide,
  compter,
} from '@coopilote/ui';
import { Subject, debounceTime } from 'rxjs';
import { SessionStore } from '../../platform/session-store';
import { TAILLE_PAGE } from '../data/structures';
import { StructuresStore } from './structures.store';

/** Pause in typing before the list is asked again, in milliseconds. */
const ATTENTE_MS = 250;

/** The structures that one may see. */
@Component({
  selector: 'co-page-structures',
  imports: [Champ, Chargement, Choix, EntetePage, ErreurChargement, Icone, NombrePipe, Pagination, RouterLink, Vide],
  providers: [StructuresStore],
  templateUrl: './page-structures.html',
})
export class PageStructures {
  protected readonly store = inject(StructuresStore);
  protected readonly peutCreer = inject(SessionStore).peut('structure.creer');
  protected readonly taille = TAILLE_PAGE;
  protected readonly formes = LIBELLES_FORMES;
  protected readonly compte = computed(() => compter(this.store.lue()?.total ?? 0, 'structure'));
  protected readonly frappes = new Subject<string>();

  constructor() {
    this.frappes
      .pipe(debounceTime(ATTENTE_MS), takeUntilDestroyed(inject(DestroyRef)))
      .subscribe((q) => this.store.changer({ q: q.trim() || null }));
  }

  protected retirer(): void {
    this.store.changer({ q: null, departement: null, secteur: null });
  }
}
