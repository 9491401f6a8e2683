import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ContactLu, LIBELLES_FORMES } from '@coopilote/domain/structures/structure.contract';
import {
  Carte,
  Chargement,
  DateJourPipe,
  Dialogues,
  EntetePage,
  ErreurChargement,
  Etat,
  Icone,
  ListeDefinition,
  Toasts,
  formatDateJour,
  versProbleme,
} from '@coopilote/ui';
import { TitrePage } from '../../platform/titre';
import { etatCompte } from '../../platform/etat-compte';
import { StructuresApi, comptesDeStructure, structure } from '../data/structures';
import { ContactsStructure } from '../ui/contacts-structure';
import { DialogueContact } from './dialogue-contact';
import { DialogueInvitation } from './dialogue-invitation';
import { LogoStructure } from './logo-structure';

/** A structure: who it is, its contacts, its accounts, its CAs. */
@Component({
  selector: 'co-page-structure',
  imports: [
    Carte,
    Chargement,
    ContactsStructure,
    DateJourPipe,
    DialogueContact,
    DialogueInvitation,
    EntetePage,
    ErreurChargement,
    Etat,
    Icone,
    ListeDefinition,
    LogoStructure,
    RouterLink,
  ],
  templateUrl: './page-structure.html',
})
export class PageStructure {
  readonly id = input.required<string>();

  private readonly api = inject(StructuresApi);
  private readonly dialogues = inject(Dialogues);
  private readonly toasts = inject(Toasts);
  protected readonly ressource = structure(this.id);
  protected readonly peutModifier = computed(() => this.peut('structure.modifier'));
  protected readonly peutInviter = computed(() => this.peut('structure.inviter'));
  protected readonly comptes = comptesDeStructure(() => (this.peutInviter() ? this.id() : undefined));
  protected readonly contactOuvert = signal(false);
  protected readonly contact = signal<ContactLu | null>(null);
  protected readonly invitationOuverte = signal(false);
  protected readonly etatCompte = etatCompte;

  protected readonly identite = computed(() => {
    if (!this.ressource.hasValue()) return [];
    const s = this.ressource.value();
    return [
      { terme: 'Forme juridique', valeur: LIBELLES_FORMES[s.formeJuridique] },
      { terme: 'Secteur', valeur: s.secteur },
      { terme: 'Agrément ESUS', valeur: s.agrementEsus ? 'oui' : 'non' },
      { terme: 'Adresse', valeur: [s.adresse, `${s.commune} (${s.departementCode})`].filter(Boolean).join(', ') },
      { terme: 'SIRET', valeur: s.siret },
      ...(s.siret ? [] : [{ terme: 'SIREN', valeur: s.siren }]),
      { terme: 'Numéro RNA', valeur: s.rna },
      { terme: 'FINESS géographique', valeur: s.finess },
      { terme: 'Téléphone', valeur: s.telephone },
      { terme: 'Courriel', valeur: s.courriel },
    ];
  });

  constructor() {
    const titre = inject(TitrePage);
    effect(() => {
      if (this.ressource.hasValue()) titre.poser(this.ressource.value().nom);
    });
  }

  protected ouvrirContact(contact: ContactLu | null): void {
    this.contact.set(contact);
    this.contactOuvert.set(true);
  }

  protected contactEnregistre(): void {
    this.toasts.succes(this.contact() ? 'Contact enregistré.' : 'Contact ajouté.');
    this.ressource.reload();
  }

  protected async supprimerContact(contact: ContactLu): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: `Supprimer ${contact.prenom} ${contact.nom}\u00a0?`,
      texte: 'Ses coordonnées ne seront plus proposées. Son compte, s’il en a un, n’est pas touché.',
      action: 'Supprimer le contact',
      danger: true,
    });
    if (!accord) return;
    try {
      await this.api.supprimerContact(this.id(), contact);
      this.toasts.succes('Contact supprimé.');
      this.ressource.reload();
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    }
  }

  protected invitee(courriel: string): void {
    this.toasts.succes(`Invitation envoyée à ${courriel}.`);
    this.comptes.reload();
  }

  protected periode(debut: string, fin: string | null): string {
    return fin ? `du ${formatDateJour(debut)} au ${formatDateJour(fin)}` : `depuis le ${formatDateJour(debut)}`;
  }

  private peut(operation: string): boolean {
    return this.ressource.hasValue() && this.ressource.value().operations.includes(operation);
  }
}
