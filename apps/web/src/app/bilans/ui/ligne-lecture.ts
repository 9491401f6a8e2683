import { Component, booleanAttribute, input, output } from '@angular/core';
import { Jauge } from '@coopilote/ui/affichage/jauge';
import { Case } from '@coopilote/ui/champs/case';
import { SaisieLongue } from '@coopilote/ui/champs/saisie-longue';
import type { ElementLu } from '../modele/elements';
import { ChangementElement } from './changement-element';
import { ElementAffiche } from './element-affiche';
import { NoteRetour, type Retour } from './note-retour';

/** One element of a report as it is read: what is said now, what was said before, and the box that sends it back. */
@Component({
  selector: 'co-ligne-lecture',
  imports: [Case, ChangementElement, ElementAffiche, Jauge, NoteRetour, SaisieLongue],
  host: { role: 'group', '[attr.aria-label]': 'titre()', '[class.choisie]': 'renvoi() && choisie()' },
  template: `
    <div class="ligne-titre">
      <h3>{{ titre() }}</h3>
      @if (modifie()) {
        <span class="etat attente">{{ modifie() }}</span>
      }
    </div>
    @for (retour of retours(); track retour.le) {
      <co-note-retour [retour]="retour" />
    }
    @for (retour of retoursAvant(); track retour.le) {
      <co-note-retour libelle="Demandé" [retour]="retour" />
    }
    @if (change(); as mots) {
      <div class="ligne-change">
        <span class="petit ligne-nom">Ce qui a changé</span>
        @defer (on immediate) {
          <co-changement-element [avant]="mots.avant" [apres]="mots.apres" />
        }
      </div>
    }
    <div class="ligne-cotes" [class.seul]="!avant()">
      <div class="ligne-cote">
        <span class="petit ligne-nom">{{ nom() }}</span>
        <co-element-affiche [element]="lu()" />
        @if (prevision()) {
          <co-jauge [valeur]="avancee()" [max]="prevision()" [libelle]="'Part du prévu : ' + titre()" />
        }
        @if (detail()) {
          <span class="petit num">{{ detail() }}</span>
        }
      </div>
      @if (avant(); as dit) {
        <div class="ligne-cote ligne-avant">
          <span class="petit ligne-nom">{{ nomAvant() }}</span>
          <co-element-affiche [element]="dit" />
        </div>
      }
    </div>
    @if (renvoi()) {
      <co-case
        libelle="Renvoyer cette question"
        [nom]="'renvoi-' + cle()"
        [value]="choisie()"
        (valueChange)="basculer.emit($event)"
      />
      @if (choisie()) {
        <co-saisie-longue
          libelle="Ce qui manque ou reste à préciser"
          requis
          [lignes]="2"
          [nom]="'motif-' + cle()"
          [erreur]="erreur()"
          [value]="motif()"
          (valueChange)="motifChange.emit($event)"
        />
      }
    }
  `,
  styleUrl: './ligne-lecture.css',
})
export class LigneLecture {
  readonly cle = input.required<string>();
  readonly titre = input.required<string>();
  /** Names of both columns: « T3 », « T2 ». */
  readonly nom = input.required<string>();
  readonly nomAvant = input('');
  readonly lu = input.required<ElementLu>();
  readonly avant = input<ElementLu | null>(null);
  /** For an indicator: its forecast, how far it is, and the sentence that says it. */
  readonly prevision = input<number | null>(null);
  readonly avancee = input<number | null>(null);
  readonly detail = input('');
  /** « modifié depuis la version 1 ». */
  readonly modifie = input('');
  /** What it said at the sending before, and says now, when both are known. */
  readonly change = input<{ avant: string; apres: string } | null>(null);
  readonly retours = input<readonly Retour[]>([]);
  /** Why the sending before this one came back. */
  readonly retoursAvant = input<readonly Retour[]>([]);
  /** The questions to send back are being chosen. */
  readonly renvoi = input(false, { transform: booleanAttribute });
  readonly choisie = input(false);
  readonly motif = input('');
  readonly erreur = input<string | null>(null);
  readonly basculer = output<boolean>();
  readonly motifChange = output<string>();
}
