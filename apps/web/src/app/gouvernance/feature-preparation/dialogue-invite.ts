import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output } from '@angular/core';
import { jourAParis } from '@coopilote/domain/commun/dates';
import type { AdhesionLue } from '@coopilote/domain/cooperatives';
import { ParticipantSaisi, type ReunionLue } from '@coopilote/domain/gouvernance';
import {
  Case,
  Choix,
  Dialogue,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieTexte,
  Toasts,
  type Option,
} from '@coopilote/ui';
import { ReunionApi } from '../data/reunion-api';
import { ReunionStore } from '../data/reunion.store';
import { OPTIONS_QUALITES } from '../ui/options';

/** Asks somebody to this meeting alone, beside the seats of the instance. */
@Component({
  selector: 'co-dialogue-invite',
  imports: [Case, Choix, Dialogue, Occupe, ResumeErreurs, SaisieTexte],
  template: `
    <co-dialogue titre="Ajouter une personne" [ouvert]="true" (ouvertChange)="ferme.emit()">
      <form id="form-invite" novalidate class="pile-serree" (submit)="$event.preventDefault(); ajouter()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <co-choix libelle="Qualité" requis [options]="qualites" [champ]="formulaire.champ('qualite')" />
        <co-saisie-texte libelle="Nom" requis [champ]="formulaire.champ('nom')" />
        <co-saisie-texte libelle="Courriel" type="email" clavier="email" [champ]="formulaire.champ('courriel')" />
        <co-choix
          libelle="Structure"
          vide="Aucune structure membre"
          [options]="structures()"
          [champ]="formulaire.champ('structureId')"
        />
        <co-case libelle="Prend part aux votes" [champ]="formulaire.champ('votant')" />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit()">Annuler</button>
        <button type="submit" form="form-invite" class="bouton" [coOccupe]="formulaire.occupe()">
          Ajouter à la réunion
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueInvite {
  readonly reunion = input.required<ReunionLue>();
  readonly ferme = output<void>();

  private readonly api = inject(ReunionApi);
  private readonly page = inject(ReunionStore);
  private readonly toasts = inject(Toasts);
  protected readonly qualites = OPTIONS_QUALITES;
  private readonly adhesions = httpResource<AdhesionLue[]>(
    () => `/api/cooperatives/${this.reunion().cooperativeId}/adhesions`,
  );
  protected readonly structures = computed<readonly Option[]>(() => {
    const aujourdhui = jourAParis(new Date());
    const lues = this.adhesions.hasValue() ? this.adhesions.value() : [];
    return lues
      .filter(({ fin }) => !fin || fin >= aujourdhui)
      .map(({ structureId, structure }) => ({ valeur: structureId, libelle: structure }))
      .sort((a, b) => a.libelle.localeCompare(b.libelle, 'fr'));
  });
  protected readonly formulaire = new FormulaireContrat(
    ParticipantSaisi,
    { qualite: 'INVITE', nom: '', courriel: null, structureId: null, votant: false },
    {
      exiger: ({ qualite, structureId }): Record<string, string> =>
        qualite === 'STRUCTURE' && !structureId ? { structureId: 'Structure\u00a0: choisir dans la liste.' } : {},
    },
  );

  protected async ajouter(): Promise<void> {
    const apres = await this.formulaire.soumettre((saisie) => this.api.ajouterParticipant(this.reunion().id, saisie));
    if (!apres) return;
    this.page.remplacer(apres);
    this.toasts.succes(`${this.formulaire.valeur().nom} est sur la liste.`);
    this.ferme.emit();
  }
}
