import { Component, computed, input } from '@angular/core';
import { compter } from '@coopilote/ui/format/format';
import { CadreImage } from './cadre-image';
import { Dessin, couper, largeurTexte } from './dessin';
import { ENTETES_POINTS, type Point, ligneDe } from './points';

const MONTRES = 14;
const PAS = 44;
/** Past one and a half times the forecast, a bar stops: its figure says the rest. */
const BOUT = 150;

/** Result of each common indicator against its forecast, on one scale: the share of the forecast. */
@Component({
  selector: 'co-image-previsions',
  imports: [CadreImage],
  template: `
    <co-cadre-image
      titre="Prévu et obtenu"
      nom="consolidation-previsions"
      [phrase]="phrase()"
      sujet="indicateurs communs"
      [pied]="pied()"
      [entetes]="entetes"
      [lignes]="lignes()"
    >
      @if (barres().length) {
        <svg
          role="img"
          [attr.aria-label]="phrase()"
          [attr.width]="largeur()"
          [attr.height]="barres().length * pas + 22"
        >
          @for (barre of barres(); track barre.cle) {
            <text [attr.x]="0" [attr.y]="barre.y + 14">{{ barre.etiquette }}</text>
            <text class="fin petit-texte" [attr.x]="largeur()" [attr.y]="barre.y + 14">{{ barre.detail }}</text>
            <rect class="piste" x="0" [attr.y]="barre.y + 20" [attr.width]="largeur() - 56" height="14" />
            <rect class="sur" x="0" [attr.y]="barre.y + 20" [attr.width]="barre.l" height="14" />
            <line
              class="repere"
              [attr.x1]="repere()"
              [attr.x2]="repere()"
              [attr.y1]="barre.y + 17"
              [attr.y2]="barre.y + 37"
            />
            <text class="fin fort" [attr.x]="largeur()" [attr.y]="barre.y + 32">{{ barre.taux }} %</text>
          }
          <text class="milieu legende-repere petit-texte" [attr.x]="repere()" [attr.y]="barres().length * pas + 14">
            prévision
          </text>
        </svg>
      }
    </co-cadre-image>
  `,
  styleUrl: './dessins.css',
})
export class ImagePrevisions extends Dessin {
  readonly points = input.required<readonly Point[]>();
  readonly pied = input.required<string>();

  protected readonly pas = PAS;
  protected readonly entetes = ['Indicateur commun', 'Valeur', ...ENTETES_POINTS];
  protected readonly lignes = computed(() => this.points().map(ligneDe));
  private readonly prevus = computed(() => this.points().filter(({ taux }) => taux !== null));
  private readonly place = computed(() => this.largeur() - 56);
  protected readonly repere = computed(() => (this.place() * 100) / BOUT);
  protected readonly barres = computed(() =>
    this.prevus()
      .slice(0, MONTRES)
      .map((point, rang) => {
        const detail = `${point.court} / ${point.textePrevu}`;
        return {
          ...point,
          y: rang * PAS,
          detail,
          etiquette: couper(point.nom, this.largeur() - largeurTexte(detail) - 12),
          l: (this.place() * Math.min(BOUT, Math.max(0, point.taux ?? 0))) / BOUT,
        };
      }),
  );
  protected readonly phrase = computed(() => {
    const [prevus, tous] = [this.prevus(), this.points().length];
    if (!tous) return 'Aucun indicateur commun dans cette sélection.';
    if (!prevus.length)
      return 'Aucune prévision ne tombe dans cette période\u00a0: une prévision de l’année se lit sur des années entières.';
    const atteints = prevus.filter(({ taux }) => (taux ?? 0) >= 100).length;
    const sans = tous - prevus.length;
    const debut = `${compter(atteints, 'indicateur')} sur ${prevus.length} ${atteints > 1 ? 'atteignent' : 'atteint'} la prévision.`;
    return sans ? `${debut} ${compter(sans, 'autre')} n’en ${sans > 1 ? 'ont' : 'a'} pas sur la période.` : debut;
  });
}
