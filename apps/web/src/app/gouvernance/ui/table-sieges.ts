import { Component, computed, input, output } from '@angular/core';
import { QUALITES_MEMBRE, type MembreLu, type QualiteMembre } from '@coopilote/domain/gouvernance';
import { DateJourPipe } from '@coopilote/ui';
import { QUALITES_AU_PLURIEL } from './dire';

interface Groupe {
  cle: QualiteMembre | 'TERMINES';
  titre: string;
  membres: MembreLu[];
}

/** The seats of an instance, gathered by what they stand for; under 700 px each is a card. */
@Component({
  selector: 'co-table-sieges',
  imports: [DateJourPipe],
  template: `
    <div class="cadre-table">
      <table class="table-cartes">
        <caption class="masque">
          Sièges&nbsp;:
          {{
            instance()
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">Siège et titulaire</th>
            <th scope="col">Suppléant</th>
            <th scope="col">Mandat</th>
            @if (modifiable()) {
              <th scope="col"><span class="masque">Modifier</span></th>
            }
          </tr>
        </thead>
        @for (groupe of groupes(); track groupe.cle) {
          <tbody>
            <tr class="groupe">
              <th [attr.colspan]="modifiable() ? 4 : 3" scope="rowgroup">
                {{ groupe.titre }} <span class="petit num">({{ groupe.membres.length }})</span>
              </th>
            </tr>
            @for (membre of groupe.membres; track membre.id) {
              <tr>
                <th scope="row">
                  @if (membre.structure) {
                    <span class="structure">{{ membre.structure }}</span>
                  }
                  <span class="nom">{{ membre.titulaireNom }}</span>
                  @if (membre.titulaireCourriel) {
                    <span class="petit adresse">{{ membre.titulaireCourriel }}</span>
                  } @else if (modifiable()) {
                    <span class="petit adresse sans">sans adresse</span>
                  }
                </th>
                <td data-libelle="Suppléant">
                  @if (membre.suppleantNom) {
                    {{ membre.suppleantNom }}
                    @if (membre.suppleantCourriel) {
                      <span class="petit adresse">{{ membre.suppleantCourriel }}</span>
                    }
                  }
                </td>
                <td data-libelle="Mandat" class="mandat">
                  @if (membre.fin) {
                    du {{ membre.debut | dateJour }} au {{ membre.fin | dateJour }}
                  } @else {
                    depuis le {{ membre.debut | dateJour }}
                  }
                </td>
                @if (modifiable()) {
                  <td class="acte">
                    <button type="button" class="lien" (click)="modifier.emit(membre)">
                      Modifier<span class="masque"
                        >&nbsp;le siège de {{ membre.structure ?? membre.titulaireNom }}</span
                      >
                    </button>
                  </td>
                }
              </tr>
            }
          </tbody>
        }
      </table>
    </div>
  `,
  styleUrl: './table-sieges.css',
})
export class TableSieges {
  /** Name of the instance. */
  readonly instance = input.required<string>();
  readonly membres = input.required<readonly MembreLu[]>();
  readonly modifiable = input(false);
  readonly modifier = output<MembreLu>();

  protected readonly groupes = computed<Groupe[]>(() => {
    const enMandat = this.membres().filter((membre) => membre.enMandat);
    const groupes: Groupe[] = QUALITES_MEMBRE.map((cle) => ({
      cle,
      titre: QUALITES_AU_PLURIEL[cle],
      membres: enMandat.filter(({ qualite }) => qualite === cle),
    }));
    const hors = this.membres().filter((membre) => !membre.enMandat);
    groupes.push({ cle: 'TERMINES', titre: 'Hors mandat aujourd’hui', membres: hors });
    return groupes.filter(({ membres }) => membres.length);
  });
}
