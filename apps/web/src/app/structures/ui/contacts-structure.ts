import { Component, input, output } from '@angular/core';
import type { ContactLu } from '@coopilote/domain/structures/structure.contract';
import { Etat, Icone } from '@coopilote/ui';

/** The contacts of a structure, with what may be done of them. */
@Component({
  selector: 'co-contacts-structure',
  imports: [Etat, Icone],
  template: `
    <ul class="liste-nue">
      @for (contact of contacts(); track contact.id) {
        <li>
          <div>
            <p>
              <b>{{ contact.prenom }} {{ contact.nom }}</b>
              @if (contact.principal) {
                <co-etat ton="ok" icone="personne">contact principal</co-etat>
              }
            </p>
            @if (contact.fonction) {
              <p class="petit">{{ contact.fonction }}</p>
            }
            <p class="petit rang">
              @if (contact.courriel) {
                <a [href]="'mailto:' + contact.courriel">{{ contact.courriel }}</a>
              }
              @if (contact.telephone) {
                <a class="num" [href]="'tel:' + contact.telephone">{{ contact.telephone }}</a>
              }
            </p>
          </div>
          @if (modifiable()) {
            <div class="rang">
              <button type="button" class="bouton discret compact" (click)="modifier.emit(contact)">
                <co-icone nom="crayon" />Modifier<span class="masque"> {{ contact.prenom }} {{ contact.nom }}</span>
              </button>
              <button type="button" class="bouton discret compact" (click)="supprimer.emit(contact)">
                <co-icone nom="corbeille" />Supprimer<span class="masque"> {{ contact.prenom }} {{ contact.nom }}</span>
              </button>
            </div>
          }
        </li>
      }
    </ul>
  `,
})
export class ContactsStructure {
  readonly contacts = input.required<readonly ContactLu[]>();
  readonly modifiable = input(false);
  readonly modifier = output<ContactLu>();
  readonly supprimer = output<ContactLu>();
}
