import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LigneAFaire } from '@coopilote/domain/cooperatives/cooperative.contract';
import { Etat, compter } from '@coopilote/ui';
import { LienPipe } from './lien.pipe';
import { TuileDate } from './tuile-date';

const ACTES: Readonly<Record<LigneAFaire['genre'], string>> = {
  BILAN_A_REMPLIR: 'Remplir',
  BILAN_A_COMPLETER: 'Compléter',
  BILAN_A_VALIDER: 'Lire',
  BILAN_EN_RETARD: 'Voir',
  FICHE_A_VALIDER: 'Relire',
  FICHE_A_REVOIR: 'Revoir',
  ETAPE: 'Ouvrir',
};
const MOTS: Readonly<Record<LigneAFaire['genre'], [string, string]>> = {
  BILAN_A_REMPLIR: ['bilan', 'bilans'],
  BILAN_A_COMPLETER: ['bilan', 'bilans'],
  BILAN_A_VALIDER: ['bilan', 'bilans'],
  BILAN_EN_RETARD: ['bilan', 'bilans'],
  FICHE_A_VALIDER: ['fiche', 'fiches'],
  FICHE_A_REVOIR: ['fiche', 'fiches'],
  ETAPE: ['étape', 'étapes'],
};

/** What is to be done: a day or a number, the thing, and its button. */
@Component({
  selector: 'co-liste-a-faire',
  imports: [Etat, LienPipe, RouterLink, TuileDate],
  template: `
    <ul>
      @for (ligne of lignes(); track ligne.genre + ligne.lien + ligne.titre) {
        <li>
          <co-tuile-date
            [date]="ligne.echeance"
            [nombre]="enNombre(ligne) ? ligne.nombre : null"
            [mot]="mot(ligne)"
            [du]="ligne.joursDeRetard > 0"
          />
          <div>
            <p class="a-faire-titre">
              <b>{{ ligne.titre }}</b>
              @if (ligne.joursDeRetard > 0) {
                <co-etat ton="alerte" icone="alerte">{{ jours(ligne.joursDeRetard) }}</co-etat>
              }
            </p>
            <p class="petit">{{ ligne.detail }}</p>
          </div>
          <a class="bouton second" [routerLink]="ligne.lien | lien"
            >{{ acte(ligne) }}<span class="masque">&nbsp;: {{ ligne.titre }}</span></a
          >
        </li>
      }
    </ul>
  `,
  styleUrl: './liste-a-faire.css',
})
export class ListeAFaire {
  readonly lignes = input.required<readonly LigneAFaire[]>();

  protected readonly acte = ({ genre }: LigneAFaire) => ACTES[genre];
  protected readonly mot = ({ genre, nombre }: LigneAFaire) => MOTS[genre][nombre < 2 ? 0 : 1];
  protected readonly jours = (jours: number) => compter(jours, 'jour');
  /** A step has its day; reports and fiches have their number. */
  protected readonly enNombre = ({ genre, echeance }: LigneAFaire) => genre !== 'ETAPE' || !echeance;
}
