import { Component, computed, input, output } from '@angular/core';
import {
  REPONSES_CRENEAU,
  heureDite,
  jourDit,
  type ParticipantLu,
  type ReponseCreneau,
  type SondageLu,
} from '@coopilote/domain/gouvernance';
import { Icone, compter, type NomIcone } from '@coopilote/ui';

const MONTREES: Record<ReponseCreneau, { icone: NomIcone; texte: string; classe: string }> = {
  OUI: { icone: 'oui', texte: 'oui', classe: 'ok' },
  SI_BESOIN: { icone: 'partie', texte: 'si besoin', classe: 'attente' },
  NON: { icone: 'non', texte: 'non', classe: 'neutre' },
};

/** The answers to a poll: one row a person, one column a date; the date that suits most is said. */
@Component({
  selector: 'co-tableau-sondage',
  imports: [Icone],
  template: `
    <div class="cadre-table" role="region" tabindex="0" aria-label="Réponses au sondage">
      <table class="table-figee">
        <caption class="masque">
          Réponses de chaque personne, date par date
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ bilan() }}</th>
            @for (creneau of colonnes(); track creneau.id) {
              <th scope="col" [class.meilleure]="creneau.meilleure">
                <span class="jour">{{ creneau.jour }}</span>
                <span class="num">{{ creneau.heures }}</span>
                <span class="compte num">{{ creneau.compte }}</span>
                @if (creneau.meilleure) {
                  <span class="mot">convient au plus grand nombre</span>
                }
                @if (choisissable()) {
                  <button
                    type="button"
                    class="bouton compact"
                    [class.second]="!creneau.meilleure"
                    (click)="choisit.emit(creneau.id)"
                  >
                    Retenir<span class="masque">&nbsp;le {{ creneau.jour }}, {{ creneau.heures }}</span>
                  </button>
                }
              </th>
            }
          </tr>
        </thead>
        <tbody>
          @for (ligne of lignes(); track ligne.id) {
            <tr>
              <th scope="row">
                {{ ligne.nom }}
                @if (ligne.structure) {
                  <span class="petit">{{ ligne.structure }}</span>
                }
              </th>
              @for (reponse of ligne.reponses; track $index) {
                <td>
                  @if (reponse) {
                    <span [class]="'reponse-lue ' + reponse.classe"
                      ><co-icone [nom]="reponse.icone" />{{ reponse.texte }}</span
                    >
                  } @else {
                    <span class="petit">–<span class="masque">&nbsp;sans réponse</span></span>
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrl: './tableau-sondage.css',
})
export class TableauSondage {
  readonly sondage = input.required<SondageLu>();
  readonly participants = input.required<readonly ParticipantLu[]>();
  readonly fuseau = input.required<string>();
  readonly choisissable = input(false);
  readonly choisit = output<string>();

  protected readonly colonnes = computed(() => {
    const comptes = this.sondage().creneaux.map(({ id, debut, fin, reponses }) => {
      const nombre = (cherchee: ReponseCreneau) => reponses.filter(({ reponse }) => reponse === cherchee).length;
      const [oui = 0, siBesoin = 0] = REPONSES_CRENEAU.map(nombre);
      const [du, au] = [new Date(debut), new Date(fin)];
      return {
        id,
        jour: jourDit(du, this.fuseau()).replace(/ \d{4}$/, ''),
        heures: `${heureDite(du, this.fuseau())} – ${heureDite(au, this.fuseau())}`,
        compte: `${oui} oui, ${siBesoin} si besoin`,
        // One « oui » weighs more than any number of « si besoin ».
        poids: oui * 1000 + siBesoin,
      };
    });
    const haut = Math.max(0, ...comptes.map(({ poids }) => poids));
    return comptes.map((creneau) => ({ ...creneau, meilleure: haut > 0 && creneau.poids === haut }));
  });

  protected readonly lignes = computed(() =>
    this.participants().map(({ id, nom, structure }) => ({
      id,
      nom,
      structure,
      reponses: this.sondage().creneaux.map(({ reponses }) => {
        const trouvee = reponses.find(({ participantId }) => participantId === id);
        return trouvee ? MONTREES[trouvee.reponse] : null;
      }),
    })),
  );

  protected readonly bilan = computed(() => {
    const repondants = new Set(
      this.sondage().creneaux.flatMap(({ reponses }) => reponses.map(({ participantId }) => participantId)),
    );
    return `${compter(repondants.size, 'réponse')} sur ${this.participants().length}`;
  });
}
