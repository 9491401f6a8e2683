import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReunionLigne } from '@coopilote/domain/gouvernance';
import { Etat, Icone, compter, etatCompteRenduNomme, etatReunion } from '@coopilote/ui';
import { momentDeReunion } from './dire';
import { TuileJour } from './tuile-jour';

/** Meetings, one a line: the day, what it is, where it stands, what came out of it. */
@Component({
  selector: 'co-liste-reunions',
  imports: [Etat, Icone, RouterLink, TuileJour],
  template: `
    <ul>
      @for (reunion of reunions(); track reunion.id) {
        <li>
          <co-tuile-jour [debut]="reunion.debut" [fuseau]="reunion.fuseau" />
          <div class="quoi">
            <p class="titre">
              <a [routerLink]="['/reunions', reunion.id]">{{ reunion.titre }}</a>
              <co-etat [de]="etat(reunion.etat)" />
              @if (reunion.compteRendu) {
                <co-etat [de]="etatCompteRendu(reunion.compteRendu)" />
              }
            </p>
            <p class="petit">{{ moment(reunion) ?? 'Date à fixer' }}</p>
            @if (reunion.lieu || reunion.visio) {
              <p class="petit ou">
                @if (reunion.lieu) {
                  <span><co-icone nom="lieu" />{{ reunion.lieu }}</span>
                }
                @if (reunion.visio) {
                  <span><co-icone nom="video" />visioconférence</span>
                }
              </p>
            }
            @if (reunion.decisions || reunion.taches) {
              <p class="petit num">{{ suites(reunion) }}</p>
            }
          </div>
          @if (reunion.etat === 'EN_SEANCE') {
            <a class="bouton second" [routerLink]="['/reunions', reunion.id, 'seance']"
              >Rejoindre<span class="masque">&nbsp;la séance&nbsp;: {{ reunion.titre }}</span></a
            >
          } @else if (reunion.compteRendu) {
            <a class="bouton second" [routerLink]="['/reunions', reunion.id, 'compte-rendu']"
              >Lire<span class="masque">&nbsp;le compte-rendu&nbsp;: {{ reunion.titre }}</span></a
            >
          } @else if (anime() && reunion.etat !== 'ANNULEE' && reunion.etat !== 'CLOSE') {
            <a class="bouton second" [routerLink]="['/reunions', reunion.id]"
              >Préparer<span class="masque">&nbsp;{{ reunion.titre }}</span></a
            >
          }
        </li>
      }
    </ul>
  `,
  styleUrl: './liste-reunions.css',
})
export class ListeReunions {
  readonly reunions = input.required<readonly ReunionLigne[]>();
  /** The reader prepares these meetings. */
  readonly anime = input(false);

  protected readonly etat = etatReunion;
  protected readonly etatCompteRendu = etatCompteRenduNomme;
  protected readonly moment = momentDeReunion;

  protected suites({ decisions, taches }: ReunionLigne): string {
    return [decisions && compter(decisions, 'décision'), taches && compter(taches, 'tâche')]
      .filter(Boolean)
      .join(' · ');
  }
}
