import { Component, booleanAttribute, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BilanLigne } from '@coopilote/domain/bilans/bilan.contract';
import { ETATS_SAISIE } from '@coopilote/domain/bilans/bilan.rules';
import { jourAParis } from '@coopilote/domain/commun/dates';
import { Etat } from '@coopilote/ui/affichage/etat';
import { etatBilan, etatRetard } from '@coopilote/ui/affichage/etats';
import { Jauge } from '@coopilote/ui/affichage/jauge';
import { compter, formatDateJour } from '@coopilote/ui/format/format';
import { TrimestrePipe } from '@coopilote/ui/format/pipes';
import { avantLe } from '../modele/libelles';

/** Reports as a list: what it is, where it stands, until when; the whole line leads to the report, once it can be read. */
@Component({
  selector: 'co-liste-bilans',
  imports: [Etat, Jauge, RouterLink, TrimestrePipe],
  template: `
    <ul>
      @for (bilan of bilans(); track bilan.id) {
        <li>
          <div class="bilan-quoi">
            @if (ouvert()(bilan)) {
              <a [routerLink]="['/bilans', bilan.id]"
                >{{ bilan.action }}<span class="masque">, {{ bilan | trimestre }}</span></a
              >
            } @else {
              <b>{{ bilan.action }}</b>
            }
            <span class="petit">
              {{ bilan.structure }}
              @if (!sansCooperative()) {
                · {{ bilan.cooperative }}
              }
            </span>
          </div>
          <span class="bilan-trimestre num">{{ bilan | trimestre }}</span>
          <div class="bilan-etat">
            <co-etat [de]="etat(bilan)" />
            @if (bilan.enRetard) {
              <co-etat [de]="retard(bilan)" />
            }
          </div>
          <div class="bilan-detail petit num">
            <span>{{ detail(bilan) }}</span>
            @if (enSaisie(bilan) && bilan.remplies) {
              <co-jauge
                [valeur]="bilan.remplies"
                [max]="bilan.total"
                [libelle]="'Réponses données : ' + bilan.action"
              />
            }
          </div>
        </li>
      }
    </ul>
  `,
  styleUrl: './liste-bilans.css',
})
export class ListeBilans {
  readonly bilans = input.required<readonly BilanLigne[]>();
  /** Whether the reader may open a report: the drafts of others are read once sent. */
  readonly ouvert = input<(bilan: BilanLigne) => boolean>(() => true);
  /** On the page of a CA, its name would be repeated on each line. */
  readonly sansCooperative = input(false, { transform: booleanAttribute });

  private readonly aujourdhui = jourAParis(new Date());
  protected readonly etat = (bilan: BilanLigne) => etatBilan(bilan.etat);
  protected readonly retard = (bilan: BilanLigne) => etatRetard(bilan.joursDeRetard);

  protected enSaisie(bilan: BilanLigne): boolean {
    return ETATS_SAISIE.includes(bilan.etat);
  }

  protected detail(bilan: BilanLigne): string {
    if (bilan.etat === 'VALIDE' && bilan.valideLe) return `validé le ${formatDateJour(bilan.valideLe)}`;
    if (!this.enSaisie(bilan)) return bilan.transmisLe ? `transmis le ${formatDateJour(bilan.transmisLe)}` : '';
    if (bilan.remplies) return `${compter(bilan.remplies, 'réponse')} sur ${bilan.total}`;
    return avantLe(bilan.echeance, this.aujourdhui);
  }
}
