import { Component, effect, inject, input, model, output, untracked } from '@angular/core';
import { InvitationPartenaire } from '@coopilote/domain/structures/structure.contract';
import { Dialogue, FormulaireContrat, Occupe, ResumeErreurs, SaisieTexte } from '@coopilote/ui';
import { StructuresApi } from '../data/structures';

const VIDE: InvitationPartenaire = { prenom: '', nom: '', courriel: '' };

/** Invites a person to sign in for a structure. */
@Component({
  selector: 'co-dialogue-invitation',
  imports: [Dialogue, Occupe, ResumeErreurs, SaisieTexte],
  template: `
    <co-dialogue titre="Inviter une personne" [(ouvert)]="ouvert">
      <p class="petit">
        Elle reçoit un courriel avec un lien pour choisir son mot de passe, puis remplit les bilans de {{ nom() }}.
      </p>
      <form class="pile-serree" id="formulaire-invitation" novalidate (submit)="$event.preventDefault(); inviter()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <co-saisie-texte libelle="Prénom" requis [champ]="formulaire.champ('prenom')" />
        <co-saisie-texte libelle="Nom" requis [champ]="formulaire.champ('nom')" />
        <co-saisie-texte
          libelle="Courriel"
          requis
          type="email"
          aide="Une adresse professionnelle, à elle seule."
          [champ]="formulaire.champ('courriel')"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ouvert.set(false)">Annuler</button>
        <button class="bouton" form="formulaire-invitation" [coOccupe]="formulaire.occupe()">
          Envoyer l’invitation
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueInvitation {
  readonly structureId = input.required<string>();
  readonly nom = input.required<string>();
  readonly ouvert = model.required<boolean>();
  /** The address that was invited. */
  readonly invitee = output<string>();

  protected readonly formulaire = new FormulaireContrat(InvitationPartenaire, VIDE, { brouillon: 'invitation' });
  private readonly api = inject(StructuresApi);

  constructor() {
    effect(() => {
      if (this.ouvert()) untracked(() => this.formulaire.reinitialiser(VIDE));
    });
  }

  protected async inviter(): Promise<void> {
    const fait = await this.formulaire.soumettre((saisie) => this.api.inviter(this.structureId(), saisie));
    if (!fait) return;
    this.ouvert.set(false);
    this.invitee.emit(this.formulaire.valeur().courriel);
  }
}
