import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LIBELLES_ETATS_FICHE, type FicheActionLue } from '@coopilote/domain/actions';
import { ETATS_SAISIE, type EtatBilan } from '@coopilote/domain/bilans/bilan.rules';
import {
  Carte,
  Chargement,
  DateJourPipe,
  Dialogues,
  EntetePage,
  ErreurChargement,
  Etat,
  Icone,
  NombrePipe,
  Occupe,
  Toasts,
  TrimestrePipe,
  etatBilan,
  etatFiche,
  etatRetard,
  versProbleme,
} from '@coopilote/ui';
import { TitrePage } from '../../platform/titre';
import { FichesActionsApi } from '../data/fiches-actions-api';
import { EditeurIndicateurs } from '../feature-indicateurs/editeur-indicateurs';
import { DansConvention } from '../../conventions/ui/dans-convention';
import { RubriqueFiche } from '../ui/rubrique-fiche';
import { NiveauBilan } from './niveau-bilan';
import { DialogueTransition, type TransitionOuverte } from './dialogue-transition';
import { FicheStore } from './fiche.store';

/** What a transition without a reason does that cannot be undone; the others go through at once. */
const A_CONFIRMER: Partial<Record<TransitionOuverte['vers'], string>> = {
  TERMINEE: 'L’action sera terminée\u00a0: plus aucun bilan ne sera attendu après son dernier trimestre.',
};

/** A fiche-action to read and to print: the convention's article 2, the left part of T3, its indicators and its reports. */
@Component({
  selector: 'co-page-fiche',
  imports: [
    Carte,
    Chargement,
    DansConvention,
    DateJourPipe,
    DialogueTransition,
    EditeurIndicateurs,
    EntetePage,
    ErreurChargement,
    Etat,
    Icone,
    NiveauBilan,
    NombrePipe,
    Occupe,
    RouterLink,
    RubriqueFiche,
    TrimestrePipe,
  ],
  providers: [FicheStore],
  templateUrl: './page-fiche.html',
  styleUrl: './page-fiche.css',
})
export class PageFiche {
  readonly id = input.required<string>();

  protected readonly store = inject(FicheStore);
  private readonly api = inject(FichesActionsApi);
  private readonly toasts = inject(Toasts);
  private readonly dialogues = inject(Dialogues);

  protected readonly etatFiche = etatFiche;
  protected readonly retard = etatRetard();
  protected readonly transition = signal<TransitionOuverte | null>(null);
  protected readonly occupe = signal(false);
  protected readonly surtitre = computed(() => {
    const fiche = this.store.fiche();
    return fiche ? `Fiche-action n°\u00a0${fiche.numero} · ${fiche.structure}` : '';
  });
  protected readonly publics = computed(() => {
    const fiche = this.store.fiche();
    return [...(fiche?.publics.map(({ libelle }) => libelle) ?? []), fiche?.autrePublic].filter(Boolean).join('\n');
  });

  constructor() {
    effect(() => this.store.id.set(this.id()));
    const titre = inject(TitrePage);
    effect(() => {
      const fiche = this.store.fiche();
      if (fiche) titre.poser(fiche.intitule);
    });
  }

  protected etatBilan(etat: string) {
    return etatBilan(etat as EtatBilan);
  }

  /** A report that is still being written opens for its own structure alone. */
  protected seLit(fiche: FicheActionLue, etat: string): boolean {
    return (
      fiche.operations.includes('bilan.remplir') || etat === 'A_COMPLETER' || !ETATS_SAISIE.includes(etat as EtatBilan)
    );
  }

  protected imprimer(): void {
    window.print();
  }

  protected async agir(transition: TransitionOuverte): Promise<void> {
    if (transition.motifRequis) {
      this.transition.set(transition);
      return;
    }
    const fiche = this.store.fiche();
    const texte = A_CONFIRMER[transition.vers];
    const accord =
      !texte || (await this.dialogues.confirmer({ titre: transition.acte, texte, action: transition.acte }));
    if (!fiche || !accord) return;
    this.occupe.set(true);
    try {
      await this.api.changerEtat(fiche.id, { vers: transition.vers, motif: null, version: fiche.version });
      this.fini(transition);
    } catch (erreur) {
      const probleme = versProbleme(erreur);
      this.toasts.erreur(probleme.message);
      if (probleme.statut === 409) this.store.ressource.reload();
    } finally {
      this.occupe.set(false);
    }
  }

  protected fermer(transition: TransitionOuverte, change: boolean): void {
    this.transition.set(null);
    if (change) this.fini(transition);
  }

  private fini({ vers }: TransitionOuverte): void {
    this.toasts.succes(`Fiche-action\u00a0: ${LIBELLES_ETATS_FICHE[vers]}.`);
    this.store.ressource.reload();
  }
}
