import { Component, computed, input } from '@angular/core';
import { formatPourcent } from '@coopilote/ui/format/format';
import { CadreImage } from './cadre-image';
import { Dessin } from './dessin';
import { ENTETES_POINTS, type Point, direRecus, ligneDe, sommet } from './points';

const HAUTEUR = 210;
const HAUT = 24;
let compteur = 0;

/** Quarter after quarter: what is sure is plain, what people who came back may take away is hatched. */
@Component({
  selector: 'co-image-evolution',
  imports: [CadreImage],
  template: `
    <co-cadre-image
      titre="Évolution par trimestre"
      nom="consolidation-evolution"
      [phrase]="phrase()"
      [sujet]="resultat()"
      [pied]="pied()"
      [entetes]="entetes()"
      [lignes]="lignes()"
    >
      <svg role="img" [attr.aria-label]="phrase()" [attr.width]="largeur()" [attr.height]="hauteur + 46">
        <defs>
          <pattern [attr.id]="id" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="hachure-fond" width="6" height="6" />
            <line class="hachure" x1="0" y1="0" x2="0" y2="6" />
          </pattern>
        </defs>
        @for (barre of barres(); track barre.cle) {
          @if (barre.haut === null) {
            <rect class="absent" [attr.x]="barre.x" [attr.y]="hauteur - 40" [attr.width]="barre.l" height="40" />
            <text class="milieu petit-texte" [attr.x]="barre.milieu" [attr.y]="hauteur - 16">–</text>
          } @else {
            <rect
              class="bord"
              [attr.fill]="'url(#' + id + ')'"
              [style.fill]="'url(#' + id + ')'"
              [attr.x]="barre.x"
              [attr.y]="barre.yHaut"
              [attr.width]="barre.l"
              [attr.height]="hauteur - barre.yHaut"
            />
            <rect
              class="sur"
              [attr.x]="barre.x"
              [attr.y]="barre.yBas"
              [attr.width]="barre.l"
              [attr.height]="hauteur - barre.yBas"
            />
            <text class="milieu fort" [attr.x]="barre.milieu" [attr.y]="barre.yHaut - 6">{{ barre.court }}</text>
          }
          <text class="milieu" [attr.x]="barre.milieu" [attr.y]="hauteur + 18">{{ barre.nom }}</text>
          <text class="milieu petit-texte" [attr.x]="barre.milieu" [attr.y]="hauteur + 36">{{ barre.recusTexte }}</text>
        }
        <line class="axe" x1="0" [attr.x2]="largeur()" [attr.y1]="hauteur" [attr.y2]="hauteur" />
      </svg>
      <p credit class="petit">{{ legende() }}</p>
    </co-cadre-image>
  `,
  styleUrl: './dessins.css',
})
export class ImageEvolution extends Dessin {
  readonly points = input.required<readonly Point[]>();
  readonly resultat = input.required<string>();
  readonly pied = input.required<string>();

  protected readonly id = `hachures-${++compteur}`;
  protected readonly hauteur = HAUTEUR;
  protected readonly entetes = computed(() => ['Trimestre', this.resultat(), ...ENTETES_POINTS]);
  protected readonly lignes = computed(() => this.points().map(ligneDe));
  protected readonly barres = computed(() => {
    // On a phone, the last quarters.
    const points = this.points().slice(-Math.max(3, Math.floor(this.largeur() / 66)));
    const [pas, max] = [this.largeur() / points.length, sommet(points.map(({ haut }) => haut))];
    const y = (valeur: number | null) => HAUTEUR - ((valeur ?? 0) / max) * (HAUTEUR - HAUT);
    return points.map((point, rang) => ({
      ...point,
      x: rang * pas + pas * 0.18,
      l: pas * 0.64,
      milieu: (rang + 0.5) * pas,
      yHaut: y(point.haut),
      yBas: y(point.bas),
      recusTexte: `${formatPourcent(point.part)} reçus`,
    }));
  });
  protected readonly legende = computed(() =>
    this.points().some(({ bas, haut }) => bas !== haut)
      ? 'Plein : au moins ; hachuré : au plus, si les publics ne se recoupent pas. Tirets : rien de reçu.'
      : 'Sous chaque trimestre, la part de ce qui était attendu et qui est reçu. Tirets : rien de reçu.',
  );
  protected readonly phrase = computed(() => {
    const connus = this.points().filter(({ haut }) => haut !== null);
    const [premier, dernier] = [connus[0], connus.at(-1)];
    if (!premier || !dernier) return 'Rien n’a encore été reçu sur ces trimestres.';
    if (premier === dernier)
      return `${this.resultat()}\u00a0: ${dernier.court} au ${dernier.nom}, ${direRecus(dernier)}.`;
    const part = premier.haut ? ((dernier.haut ?? 0) - premier.haut) / premier.haut : null;
    const sens = part === null ? '' : ` (${part > 0 ? '+' : ''}${formatPourcent(part)})`;
    return `${this.resultat()}\u00a0: ${premier.court} au ${premier.nom}, ${dernier.court} au ${dernier.nom}${sens}. Au dernier trimestre, ${direRecus(dernier)}.`;
  });
}
