import { Component, inject, input, output } from '@angular/core';
import { InvitationPartenaire } from '@coopilote/domain/structures';
import { Dialogue, FormulaireContrat, Icone, Occupe, ResumeErreurs, SaisieTexte, Toasts } from '@coopilote/ui';
import { CooperativesApi } from '../data/cooperatives-api';

/** Invites a person of a structure: a link by e-mail, with which they choose their password. */
@Component({
  selector: 'co-dialogue-invitation',
  imports: [Dialogue, Icone, Occupe, ResumeErreurs, SaisieTexte],
  template: `
    <co-dialogue
      [titre]="'Inviter une personne de ' + structure().nom"
      [ouvert]="true"
      (ouvertChange)="ferme.emit(false)"
    >
      <form id="form-invitation" novalidate class="pile-serree" (submit)="$event.preventDefault(); inviter()">
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (introduction()) {
          <p class="note"><co-icone nom="oui" />{{ introduction() }}</p>
        }
        <p class="petit">
          Elle recevra un lien par courriel, choisira son mot de passe, et remplira les fiches-actions et les bilans de
          sa structure.
        </p>
        <div class="deux">
          <co-saisie-texte libelle="Prénom" requis autocompletion="off" [champ]="formulaire.champ('prenom')" />
          <co-saisie-texte libelle="Nom" requis autocompletion="off" [champ]="formulaire.champ('nom')" />
        </div>
        <co-saisie-texte
          libelle="Courriel"
          requis
          type="email"
          clavier="email"
          autocompletion="off"
          [champ]="formulaire.champ('courriel')"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">
          {{ introduction() ? 'Inviter plus tard' : 'Annuler' }}
        </button>
        <button type="submit" form="form-invitation" class="bouton" [coOccupe]="formulaire.occupe()">
          <co-icone nom="envoi" />Envoyer l’invitation
        </button>
      </ng-container>
    </co-dialogue>
  `,
  styles: `
    .deux {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
      gap: var(--e3);
    }
  `,
})
export class DialogueInvitation {
  readonly structure = input.required<{ id: string; nom: string }>();
  /** What was just done, when the invitation follows it. */
  readonly introduction = input('');
  readonly ferme = output<boolean>();

  private readonly api = inject(CooperativesApi);
  private readonly toasts = inject(Toasts);
  protected readonly formulaire = new FormulaireContrat(InvitationPartenaire, { prenom: '', nom: '', courriel: '' });

  protected async inviter(): Promise<void> {
    const fait = await this.formulaire.soumettre((saisie) =>
      this.api.inviter(this.structure().id, saisie).then(() => true),
    );
    if (!fait) return;
    this.toasts.succes(`Invitation envoyée à ${this.formulaire.valeur().courriel}.`);
    this.ferme.emit(true);
  }
}
