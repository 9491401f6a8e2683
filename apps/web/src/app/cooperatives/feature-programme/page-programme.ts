import { Component, ElementRef, afterRenderEffect, computed, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LIBELLES_NIVEAUX } from '@coopilote/domain/cooperatives';
import { Carte, Chargement, Dialogues, ErreurChargement, Icone, Toasts, Vide, versProbleme } from '@coopilote/ui';
import { CooperativeStore } from '../data/cooperative.store';
import { ActionsDuProgramme } from '../ui/actions-du-programme';
import { BrancheObjectifs, SOUS_NIVEAU } from '../ui/branche-objectifs';
import { CouvertureProgramme } from '../ui/couverture-programme';
import type { ActeSurObjectif, Noeud, ReglagesArbre } from '../ui/noeud';
import { DialogueObjectif, type ObjectifAEcrire } from './dialogue-objectif';
import { ProgrammeStore } from './programme.store';

/** The tree général → spécifique → opérationnel → actions, beside what it does not cover. */
@Component({
  selector: 'co-page-programme',
  imports: [
    ActionsDuProgramme,
    BrancheObjectifs,
    Carte,
    Chargement,
    CouvertureProgramme,
    DialogueObjectif,
    ErreurChargement,
    Icone,
    RouterLink,
    Vide,
  ],
  providers: [ProgrammeStore],
  templateUrl: './page-programme.html',
  styles: `
    .barre-outils {
      display: flex;
      flex-wrap: wrap;
      gap: var(--e2) var(--e4);
      justify-content: space-between;
      align-items: center;
      margin-bottom: var(--e4);
    }
    .couverture {
      position: sticky;
      top: 4.5rem;
    }
    .libres {
      margin-top: var(--e6);
      font-size: 1rem;
    }
    .ajout-libre {
      margin: var(--e4) 0 0 calc(-1 * var(--e3));
    }
  `,
})
export class PageProgramme {
  protected readonly ca = inject(CooperativeStore);
  protected readonly store = inject(ProgrammeStore);
  private readonly dialogues = inject(Dialogues);
  private readonly toasts = inject(Toasts);
  private readonly hote = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly miroir = signal(false);
  protected readonly aEcrire = signal<ObjectifAEcrire | null>(null);
  protected readonly annonce = signal('');
  protected readonly modifiable = computed(() => this.ca.peut('objectif.modifier'));
  protected readonly reglages = computed<ReglagesArbre>(() => ({
    cooperativeId: this.ca.id(),
    miroir: this.miroir(),
    modifiable: this.modifiable(),
    redigeable: this.ca.peut('fiche.rediger'),
    enDeplacement: this.store.deplace(),
  }));

  private readonly focusVoulu = signal<{ id: string; pas: -1 | 1 } | null>(null);

  constructor() {
    // The moved line leaves the page and comes back, which takes the focus off its button: it is given back there.
    afterRenderEffect(() => {
      const voulu = this.focusVoulu();
      if (!voulu || this.store.deplace() || this.store.ressource.isLoading()) return;
      this.rendreFocus(voulu.id, voulu.pas);
      untracked(() => this.focusVoulu.set(null));
    });
  }

  protected async agir({ acte, noeud }: ActeSurObjectif): Promise<void> {
    if (acte === 'modifier') this.modifier(noeud);
    else if (acte === 'ajouter') this.ajouter(noeud);
    else if (acte === 'supprimer') await this.supprimer(noeud);
    else await this.deplacer(noeud, acte === 'monter' ? -1 : 1);
  }

  protected ajouterGeneral(): void {
    this.aEcrire.set({ niveau: 'GENERAL', ordre: this.store.racines().length });
  }

  protected fermer(change: boolean): void {
    this.aEcrire.set(null);
    if (change) this.store.ressource.reload();
  }

  private ajouter(parent: Noeud): void {
    const niveau = SOUS_NIVEAU[parent.objectif.niveau];
    if (niveau) this.aEcrire.set({ niveau, parent: parent.objectif, ordre: parent.enfants.length });
  }

  private modifier({ objectif }: Noeud): void {
    this.aEcrire.set({ niveau: objectif.niveau, objectif, ordre: objectif.ordre });
  }

  private async deplacer({ objectif }: Noeud, pas: -1 | 1): Promise<void> {
    try {
      await this.store.deplacer(objectif, pas);
      this.annonce.set(`«\u00a0${objectif.intitule}\u00a0» ${pas < 0 ? 'monte' : 'descend'} d’un rang.`);
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    }
    this.focusVoulu.set({ id: objectif.id, pas });
  }

  private rendreFocus(id: string, pas: -1 | 1): void {
    const boutons = ['monter', 'descendre'].map((acte) =>
      this.hote.nativeElement.querySelector<HTMLButtonElement>(`[data-${acte}="${id}"]`),
    );
    if (pas > 0) boutons.reverse();
    boutons.find((bouton) => bouton && !bouton.disabled)?.focus();
  }

  private async supprimer({ objectif, enfants, actions }: Noeud): Promise<void> {
    if (enfants.length || actions.length) {
      this.toasts.erreur(
        'Cet objectif porte encore des sous-objectifs ou des fiches-actions\u00a0: rattachez-les ailleurs d’abord.',
      );
      return;
    }
    const accord = await this.dialogues.confirmer({
      titre: `Supprimer l’${LIBELLES_NIVEAUX[objectif.niveau].toLowerCase()}`,
      texte: `«\u00a0${objectif.intitule}\u00a0» disparaîtra du programme. L’historique en garde la trace.`,
      action: 'Supprimer l’objectif',
      danger: true,
    });
    if (!accord) return;
    try {
      await this.store.supprimer(objectif);
      this.toasts.succes('Objectif supprimé.');
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    }
  }
}
