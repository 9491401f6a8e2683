import { Component, computed, input } from '@angular/core';
import { compter, formatPourcent } from '@coopilote/ui/format/format';
import { CadreImage } from './cadre-image';
import { Dessin, couper, largeurTexte } from './dessin';
import { ENTETES_POINTS, type Point, ligneDe } from './points';

const MONTREES = 12;
const PAS = 30;
let compteur = 0;

/** The greatest groups of the first axis, one bar each. */
@Component({
  selector: 'co-image-repartition',
  imports: [CadreImage],
  template: `
    <co-cadre-image
      [titre]="'Répartition par ' + axe()"
      nom="consolidation-repartition"
      [phrase]="phrase()"
      [sujet]="resultat()"
      [pied]="pied()"
      [entetes]="entetes()"
      [lignes]="lignes()"
    >
      <svg role="img" [attr.aria-label]="phrase()" [attr.width]="largeur()" [attr.height]="barres().length * pas">
        <defs>
          <pattern [attr.id]="id" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="hachure-fond" width="6" height="6" />
            <line class="hachure" x1="0" y1="0" x2="0" y2="6" />
          </pattern>
        </defs>
        @for (barre of barres(); track barre.cle) {
          <text class="fin" [attr.x]="gauche() - 8" [attr.y]="barre.y + 17">
            {{ barre.etiquette }}
            <title>{{ barre.nom }}</title>
          </text>
          @if (barre.haut === null) {
            <text class="petit-texte" [attr.x]="gauche()" [attr.y]="barre.y + 17">aucune donnée reçue</text>
          } @else {
            <rect
              class="bord"
              [style.fill]="'url(#' + id + ')'"
              [attr.x]="gauche()"
              [attr.y]="barre.y + 4"
              [attr.width]="barre.lHaut"
              height="18"
            />
            <rect class="sur" [attr.x]="gauche()" [attr.y]="barre.y + 4" [attr.width]="barre.lBas" height="18" />
            <text class="fort" [attr.x]="gauche() + barre.lHaut + 6" [attr.y]="barre.y + 17">{{ barre.court }}</text>
          }
        }
        <line class="axe" [attr.x1]="gauche()" [attr.x2]="gauche()" y1="0" [attr.y2]="barres().length * pas" />
      </svg>
      @if (reste(); as reste) {
        <p credit class="petit">{{ reste }}</p>
      }
    </co-cadre-image>
  `,
  styleUrl: './dessins.css',
})
export class ImageRepartition extends Dessin {
  readonly points = input.required<readonly Point[]>();
  readonly total = input.required<number | null>();
  readonly resultat = input.required<string>();
  readonly axe = input.required<string>();
  readonly pied = input.required<string>();

  protected readonly id = `hachures-r${++compteur}`;
  protected readonly pas = PAS;
  protected readonly entetes = computed(() => [this.axe(), this.resultat(), ...ENTETES_POINTS]);
  private readonly tries = computed(() => [...this.points()].sort((a, b) => (b.haut ?? -1) - (a.haut ?? -1)));
  protected readonly lignes = computed(() => this.tries().map(ligneDe));
  private readonly premiers = computed(() => this.tries().slice(0, MONTREES));
  protected readonly gauche = computed(() =>
    Math.min(this.largeur() * 0.42, 12 + Math.max(0, ...this.premiers().map(({ nom }) => largeurTexte(nom)))),
  );
  protected readonly barres = computed(() => {
    const gauche = this.gauche();
    const max = Math.max(1, ...this.premiers().map(({ haut }) => haut ?? 0));
    const place = this.largeur() - gauche - 70;
    return this.premiers().map((point, rang) => ({
      ...point,
      y: rang * PAS,
      etiquette: couper(point.nom, gauche - 10),
      lHaut: (place * (point.haut ?? 0)) / max,
      lBas: (place * (point.bas ?? 0)) / max,
    }));
  });
  protected readonly reste = computed(() => {
    const autres = this.points().length - MONTREES;
    return autres > 0 ? `Et ${compter(autres, 'autre')}, dans le tableau.` : null;
  });
  protected readonly phrase = computed(() => {
    const [premier] = this.tries();
    const absents = this.points().filter(({ haut }) => haut === null).length;
    const rien = absents
      ? ` ${compter(absents, 'ligne')} n’a rien transmis.`.replace('lignes n’a', 'lignes n’ont')
      : '';
    if (!premier || premier.haut === null) return `Aucune donnée reçue.`;
    const total = this.total();
    const part = total ? `, ${formatPourcent(premier.haut / total)} de l’ensemble` : '';
    return `${premier.nom} vient en tête\u00a0: ${premier.court}${part}.${rien}`;
  });
}
