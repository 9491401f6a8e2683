import { Component, computed, input, output } from '@angular/core';
import { classer, rangClasse } from '@coopilote/domain/consolidation/classes.rules';
import { compter, formatNombre, formatPourcent } from '@coopilote/ui/format/format';
import { CadreImage } from './cadre-image';
import { type Cadre, type Contour, contoursDe, englober } from './contours';
import { Dessin } from './dessin';
import { ENTETES_POINTS, type Point, ligneDe } from './points';

/** What a map may show of each département. */
export const MESURES_CARTE = ['haut', 'recus', 'taux'] as const;
export type MesureCarte = (typeof MESURES_CARTE)[number];

const PETITE_COURONNE = ['75', '92', '93', '94'];
const HAUTEUR_MAX = 470;
const VIGNETTE = 62;
let compteur = 0;

interface Forme extends Contour {
  rang: number;
  nom: string;
  dit: string;
  etiquette: boolean;
}
interface Plan {
  cle: string;
  /** Where it stands in the drawing, and what part of its own plane it shows. */
  place: Cadre;
  vue: string;
  /** Size of a letter of 12 px in its plane. */
  lettre: number;
  trait: number;
  formes: Forme[];
  titre: string | null;
}

/** Départements in at most five shades, each with its number; hatched where nothing came. */
@Component({
  selector: 'co-image-carte',
  imports: [CadreImage],
  template: `
    <co-cadre-image
      titre="Carte par département"
      nom="consolidation-carte"
      [phrase]="phrase()"
      [sujet]="sujet()"
      [pied]="pied() + credit"
      [entetes]="entetes()"
      [lignes]="lignes()"
    >
      <div choix class="rang">
        <label class="petit" for="mesure-carte">Montrer</label>
        <select #liste id="mesure-carte" class="saisie saisie-choix" (change)="choisir(liste.value)">
          @for (choix of choixMesures(); track choix.valeur) {
            <option [value]="choix.valeur" [selected]="choix.valeur === mesure()">{{ choix.libelle }}</option>
          }
        </select>
      </div>
      @if (plans().length) {
        <svg role="img" [attr.aria-label]="phrase()" [attr.width]="largeur()" [attr.height]="hauteur()">
          @for (plan of plans(); track plan.cle) {
            @if (plan.titre) {
              <text class="petit-texte" [attr.x]="plan.place.x" [attr.y]="plan.place.y - 4">{{ plan.titre }}</text>
            }
            <svg
              aria-hidden="true"
              [attr.x]="plan.place.x"
              [attr.y]="plan.place.y"
              [attr.width]="plan.place.l"
              [attr.height]="plan.place.h"
              [attr.viewBox]="plan.vue"
            >
              <defs>
                <pattern
                  [attr.id]="id + plan.cle"
                  width="5"
                  height="5"
                  patternUnits="userSpaceOnUse"
                  [attr.patternTransform]="'rotate(45) scale(' + plan.trait + ')'"
                >
                  <rect class="rien-fond" width="5" height="5" />
                  <line class="rien" x1="0" y1="0" x2="0" y2="5" />
                </pattern>
              </defs>
              @for (forme of plan.formes; track forme.code) {
                <path
                  [attr.d]="forme.trace"
                  [attr.class]="'forme nuance-' + forme.rang"
                  [style.fill]="forme.rang < 0 ? 'url(#' + id + plan.cle + ')' : null"
                  [attr.stroke-width]="plan.trait"
                >
                  <title>{{ forme.dit }}</title>
                </path>
              }
              @for (forme of plan.formes; track forme.code) {
                @if (forme.etiquette) {
                  <text
                    class="milieu numero"
                    [style.font-size.px]="plan.lettre"
                    [attr.stroke-width]="plan.trait * 3"
                    [attr.x]="forme.centre.x"
                    [attr.y]="forme.centre.y + plan.lettre * 0.35"
                  >
                    {{ forme.code }}
                  </text>
                }
              }
            </svg>
          }
          @for (cle of legende(); track cle.texte) {
            <rect
              [attr.class]="'forme nuance-' + cle.rang"
              [style.fill]="cle.rang < 0 ? 'url(#' + id + plans()[0]?.cle + ')' : null"
              stroke-width="1"
              [attr.x]="cle.x"
              [attr.y]="cle.y"
              width="22"
              height="14"
            />
            <text [attr.x]="cle.x + 29" [attr.y]="cle.y + 12">{{ cle.texte }}</text>
          }
        </svg>
      }
      <p credit class="petit">
        Fonds de carte&nbsp;: MapSVG (CC BY 4.0) et, outre-mer, Natural Earth (domaine public). Les vignettes sont à
        leur propre échelle.
      </p>
    </co-cadre-image>
  `,
  styleUrls: ['./dessins.css', './image-carte.css'],
})
export class ImageCarte extends Dessin {
  /** The départements of the reader, with or without a figure. */
  readonly departements = input.required<readonly { code: string; nom: string }[]>();
  readonly points = input.required<readonly Point[]>();
  readonly mesure = input.required<MesureCarte>();
  readonly resultat = input.required<string>();
  readonly pied = input.required<string>();
  readonly mesureChange = output<MesureCarte>();

  /** Both licences ask that their source goes where the map goes. */
  protected readonly credit = ' · Fonds\u00a0: MapSVG (CC BY 4.0), Natural Earth';
  protected readonly id = `rien-${++compteur}`;
  protected readonly entetes = computed(() => ['Département', this.resultat(), ...ENTETES_POINTS]);
  protected readonly lignes = computed(() => this.points().map(ligneDe));
  protected readonly choixMesures = computed(() => [
    { valeur: 'haut', libelle: this.resultat() },
    { valeur: 'recus', libelle: 'Part reçue de ce qui est attendu' },
    { valeur: 'taux', libelle: 'Taux de ce qui était prévu ou ciblé' },
  ]);
  protected readonly sujet = computed(
    () => this.choixMesures().find(({ valeur }) => valeur === this.mesure())?.libelle ?? '',
  );
  private readonly parCode = computed(() => new Map(this.points().map((point) => [point.cle, point])));
  private readonly valeurs = computed(() => {
    const mesure = this.mesure();
    return new Map(
      this.points().map((point) => [
        point.cle,
        mesure === 'recus' ? (point.attendus ? point.part : null) : point[mesure],
      ]),
    );
  });
  private readonly classes = computed(() => classer([...this.valeurs().values()].filter((valeur) => valeur !== null)));
  private readonly contours = computed(() => contoursDe(this.departements().map(({ code }) => code)));

  protected readonly plans = computed<Plan[]>(() => {
    const { metropole, outreMer } = this.contours();
    const largeur = this.largeur();
    // Overseas stand in a column at the left; alone, they are the map.
    const colonne = outreMer.length && metropole.length ? VIGNETTE + 24 : 0;
    const plans: Plan[] = [];
    if (metropole.length) {
      const vue = englober(metropole.map(({ cadre }) => cadre));
      const echelle = Math.min((largeur - colonne) / vue.l, HAUTEUR_MAX / vue.h);
      const place = {
        x: colonne + (largeur - colonne - vue.l * echelle) / 2,
        y: 4,
        l: vue.l * echelle,
        h: vue.h * echelle,
      };
      plans.push(this.plan('metropole', metropole, vue, place, null));
      const couronne = metropole.filter(({ code }) => PETITE_COURONNE.includes(code));
      // The four smallest départements are dots on a map of France: they are shown again, larger.
      if (couronne.length === PETITE_COURONNE.length && metropole.length > 20) {
        const gros = englober(couronne.map(({ cadre }) => cadre));
        const l = Math.min(96, largeur * 0.17);
        const cadre = { x: colonne, y: 18, l, h: (l * gros.h) / gros.l };
        plans.push(this.plan('couronne', couronne, gros, cadre, 'Petite couronne'));
      }
    }
    const taille = colonne ? VIGNETTE : Math.min(220, largeur / Math.max(1, outreMer.length) - 12);
    const depart = metropole.length > 20 ? 150 : 20;
    for (const [rang, contour] of outreMer.entries()) {
      const place = colonne
        ? { x: 0, y: depart + rang * (VIGNETTE + 22), l: taille, h: taille }
        : { x: rang * (taille + 12), y: 24, l: taille, h: taille };
      plans.push(this.plan(contour.code, [contour], { x: -1, y: -1, l: 62, h: 62 }, place, this.nom(contour.code)));
    }
    return plans;
  });
  private readonly bas = computed(() => Math.max(0, ...this.plans().map(({ place }) => place.y + place.h)) + 18);
  protected readonly legende = computed(() => {
    const classes = this.classes().map(({ bas, haut }, rang) => ({
      rang,
      texte: bas === haut ? this.ecrire(haut) : `${this.ecrire(bas)} à ${this.ecrire(haut)}`,
    }));
    const entrees = [...classes, { rang: -1, texte: 'aucune donnée reçue' }];
    const parLigne = Math.max(1, Math.floor(this.largeur() / 190));
    return entrees.map((entree, place) => ({
      ...entree,
      x: (place % parLigne) * 190,
      y: this.bas() + Math.floor(place / parLigne) * 22,
    }));
  });
  protected readonly hauteur = computed(() => Math.max(0, ...this.legende().map(({ y }) => y)) + 20);

  protected readonly phrase = computed(() => {
    const connus = [...this.valeurs()].filter((entree): entree is [string, number] => entree[1] !== null);
    const muets = this.departements().length - connus.length;
    const reste = muets ? ` ${compter(muets, 'département')} sans donnée.` : '';
    const tries = connus.sort((a, b) => a[1] - b[1]);
    const [moins, plus] = [tries[0], tries.at(-1)];
    if (!moins || !plus) return 'Aucun département n’a de donnée sur cette sélection.';
    const dire = ([code, valeur]: [string, number]) => `${this.ecrire(valeur)} (${this.nom(code)})`;
    const sujet = this.sujet();
    return moins === plus
      ? `${sujet}\u00a0: ${dire(plus)}.${reste}`
      : `${sujet}\u00a0: de ${dire(moins)} à ${dire(plus)}.${reste}`;
  });

  protected choisir(valeur: string): void {
    const mesure = MESURES_CARTE.find((connue) => connue === valeur);
    if (mesure) this.mesureChange.emit(mesure);
  }

  private plan(cle: string, contours: readonly Contour[], vue: Cadre, place: Cadre, titre: string | null): Plan {
    const unite = vue.l / place.l;
    return {
      cle,
      place,
      titre,
      vue: `${vue.x - unite} ${vue.y - unite} ${vue.l + 2 * unite} ${vue.h + 2 * unite}`,
      lettre: 12 * unite,
      trait: unite,
      formes: contours.map((contour) => {
        const point = this.parCode().get(contour.code);
        const valeur = this.valeurs().get(contour.code) ?? null;
        return {
          ...contour,
          rang: rangClasse(this.classes(), valeur),
          nom: this.nom(contour.code),
          dit: `${this.nom(contour.code)}\u00a0: ${point ? `${point.texte}, ${point.recus} sur ${point.attendus} reçus` : 'rien'}`,
          // A number that its département cannot hold would cover its neighbours.
          etiquette:
            titre === null || contours.length > 1
              ? contour.cadre.l / unite > 20 && contour.cadre.h / unite > 14
              : false,
        };
      }),
    };
  }

  private nom(code: string): string {
    return this.departements().find((departement) => departement.code === code)?.nom ?? code;
  }

  private ecrire(valeur: number): string {
    if (this.mesure() === 'recus') return formatPourcent(valeur);
    return this.mesure() === 'taux' ? `${formatNombre(valeur)}\u202f%` : formatNombre(valeur);
  }
}
