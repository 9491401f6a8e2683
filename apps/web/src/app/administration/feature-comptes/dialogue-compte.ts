import { Component, computed, effect, inject, model, output, untracked } from '@angular/core';
import { CompteInvite } from '@coopilote/domain/comptes/compte.contract';
import { LIBELLES_ROLES, PORTEE_ROLE, ROLES, type Role } from '@coopilote/domain/comptes/roles';
import {
  Autocomplete,
  Choix,
  Dialogue,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieDate,
  SaisieTexte,
} from '@coopilote/ui';
import { SessionStore } from '../../platform/session-store';
import { ComptesApi, departements } from '../data/comptes';

/** Roles that a DD may give; the siège gives the others. */
const ROLES_DE_LA_DD: readonly Role[] = ['COPILOTE', 'PARTENAIRE', 'MEMBRE_COPIL', 'EVALUATEUR_EXTERNE'];
const PAR_PORTEE = { departementCode: null, cooperativeId: null, structureId: null };

/** Invites a person, or gives one more role to somebody already known by the same address. */
@Component({
  selector: 'co-dialogue-compte',
  imports: [Autocomplete, Choix, Dialogue, Occupe, ResumeErreurs, SaisieDate, SaisieTexte],
  template: `
    <co-dialogue titre="Inviter une personne" [(ouvert)]="ouvert">
      <p class="petit">
        Elle reçoit un lien pour choisir son mot de passe. À une adresse déjà connue, le rôle s’ajoute au compte.
      </p>
      <form class="pile-serree" id="formulaire-compte" novalidate (submit)="$event.preventDefault(); inviter()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <co-saisie-texte libelle="Prénom" requis [champ]="formulaire.champ('prenom')" />
        <co-saisie-texte libelle="Nom" requis [champ]="formulaire.champ('nom')" />
        <co-saisie-texte libelle="Courriel" requis type="email" [champ]="formulaire.champ('courriel')" />
        <co-choix libelle="Rôle" requis [options]="roles" [champ]="formulaire.champ('role')" />
        @switch (portee()) {
          @case ('departement') {
            <co-choix
              libelle="Département"
              requis
              [options]="optionsDepartements()"
              [champ]="formulaire.champ('departementCode')"
            />
          }
          @case ('cooperative') {
            <co-autocomplete
              libelle="Coopérative"
              requis
              [chercher]="chercherCooperatives"
              [champ]="formulaire.champ('cooperativeId')"
            />
          }
          @case ('structure') {
            <co-autocomplete
              libelle="Structure"
              requis
              [chercher]="chercherStructures"
              [champ]="formulaire.champ('structureId')"
            />
          }
        }
        <co-saisie-date
          libelle="Fin du rôle"
          aide="Laissez vide pour un rôle sans terme."
          [champ]="formulaire.champ('fin')"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ouvert.set(false)">Annuler</button>
        <button class="bouton" form="formulaire-compte" [coOccupe]="formulaire.occupe()">Envoyer l’invitation</button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueCompte {
  readonly ouvert = model.required<boolean>();
  /** The address that was invited. */
  readonly invite = output<string>();

  private readonly api = inject(ComptesApi);
  private readonly session = inject(SessionStore);
  private readonly listeDepartements = departements();
  protected readonly formulaire = new FormulaireContrat(CompteInvite, vide(), { brouillon: 'compte' });
  protected readonly chercherCooperatives = (terme: string) => this.api.chercherCooperatives(terme);
  protected readonly chercherStructures = (terme: string) => this.api.chercherStructures(terme);
  protected readonly roles = (this.session.peut('compte.gerer') ? ROLES : ROLES_DE_LA_DD).map((role) => ({
    valeur: role,
    libelle: LIBELLES_ROLES[role],
  }));
  protected readonly optionsDepartements = computed(() =>
    this.listeDepartements.hasValue()
      ? this.listeDepartements.value().map(({ code, nom }) => ({ valeur: code, libelle: `${code} ${nom}` }))
      : [],
  );
  /** `role` stays empty until it is chosen. */
  protected readonly portee = computed(() => {
    const role = this.formulaire.valeur().role as Role | null;
    return role ? PORTEE_ROLE[role] : null;
  });

  constructor() {
    effect(() => {
      if (this.ouvert()) untracked(() => this.formulaire.reinitialiser(vide()));
    });
  }

  protected async inviter(): Promise<void> {
    const portee = this.portee();
    const fait = await this.formulaire.soumettre((saisie) =>
      // What was typed for another role is not sent.
      this.api.inviter({
        ...saisie,
        ...PAR_PORTEE,
        ...(portee === 'departement' && { departementCode: saisie.departementCode }),
        ...(portee === 'cooperative' && { cooperativeId: saisie.cooperativeId }),
        ...(portee === 'structure' && { structureId: saisie.structureId }),
      }),
    );
    if (!fait) return;
    this.ouvert.set(false);
    this.invite.emit(this.formulaire.valeur().courriel);
  }
}

function vide(): CompteInvite {
  return Object.assign(new CompteInvite(), { prenom: '', nom: '', courriel: '', role: null, fin: null, ...PAR_PORTEE });
}
