import { Component, effect, inject, input, model, output, untracked } from '@angular/core';
import { type ContactLu, ContactSaisie } from '@coopilote/domain/structures/structure.contract';
import { Case, Dialogue, FormulaireContrat, Occupe, ResumeErreurs, SaisieTexte } from '@coopilote/ui';
import { StructuresApi } from '../data/structures';

const VIDE: ContactSaisie = { prenom: '', nom: '', fonction: null, courriel: null, telephone: null, principal: false };

/** Adds a contact, or edits the one given. */
@Component({
  selector: 'co-dialogue-contact',
  imports: [Case, Dialogue, Occupe, ResumeErreurs, SaisieTexte],
  template: `
    <co-dialogue [titre]="contact() ? 'Modifier le contact' : 'Ajouter un contact'" [(ouvert)]="ouvert">
      <form class="pile-serree" id="formulaire-contact" novalidate (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <co-saisie-texte libelle="Prénom" requis [champ]="formulaire.champ('prenom')" />
        <co-saisie-texte libelle="Nom" requis [champ]="formulaire.champ('nom')" />
        <co-saisie-texte libelle="Fonction" [champ]="formulaire.champ('fonction')" />
        <co-saisie-texte libelle="Courriel" type="email" [champ]="formulaire.champ('courriel')" />
        <co-saisie-texte libelle="Téléphone" type="tel" [champ]="formulaire.champ('telephone')" />
        <co-case
          libelle="Contact principal"
          aide="La personne à joindre d’abord."
          [champ]="formulaire.champ('principal')"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ouvert.set(false)">Annuler</button>
        <button class="bouton" form="formulaire-contact" [coOccupe]="formulaire.occupe()">
          {{ contact() ? 'Enregistrer le contact' : 'Ajouter le contact' }}
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueContact {
  readonly structureId = input.required<string>();
  /** Null: a new contact. */
  readonly contact = input.required<ContactLu | null>();
  readonly ouvert = model.required<boolean>();
  readonly enregistre = output<void>();

  protected readonly formulaire = new FormulaireContrat(ContactSaisie, VIDE, { brouillon: 'contact' });
  private readonly api = inject(StructuresApi);

  constructor() {
    effect(() => {
      if (!this.ouvert()) return;
      const contact = this.contact();
      untracked(() => this.formulaire.reinitialiser(contact ? saisieDe(contact) : VIDE));
    });
  }

  protected async enregistrer(): Promise<void> {
    const fait = await this.formulaire.soumettre((saisie) =>
      this.api.enregistrerContact(this.structureId(), this.contact(), saisie),
    );
    if (!fait) return;
    this.ouvert.set(false);
    this.enregistre.emit();
  }
}

function saisieDe({ prenom, nom, fonction, courriel, telephone, principal }: ContactLu): ContactSaisie {
  return { prenom, nom, fonction, courriel, telephone, principal };
}
