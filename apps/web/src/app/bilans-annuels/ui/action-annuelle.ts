import { Component, computed, input } from '@angular/core';
import { type ActionAnnuelle, bilansManquants } from '@coopilote/domain/bilans/bilan-annuel.rules';
import { LIBELLES_TEXTES_BILAN, QUESTIONS_BILAN, TEXTES_BILAN } from '@coopilote/domain/bilans/bilan.rules';
import { Icone, Jauge, formatNombre } from '@coopilote/ui';
import { citerTrimestres, personnes, prevision, resultat } from './mots';

/** Figures of an action over its year, and what its reports told. */
@Component({
  selector: 'co-action-annuelle',
  imports: [Icone, Jauge],
  host: { class: 'pile-serree' },
  template: `
    <p class="petit">
      {{ action().structure }} · {{ cibles() }}
      <span class="num">{{ touchees() }}</span>
    </p>
    @if (manquants().length) {
      <p class="note note-attente">
        <co-icone nom="alerte" />{{ manquants().length > 1 ? 'Bilans manquants' : 'Bilan manquant' }}&nbsp;:
        {{ citer(manquants()) }}. {{ manquants().length > 1 ? 'Ils ne comptent' : 'Il ne compte' }} dans aucun résultat.
      </p>
    }
    @if (action().indicateurs.length) {
      <div class="cadre-table" role="region" tabindex="0" [attr.aria-label]="'Indicateurs, ' + action().intitule">
        <table class="table-cartes">
          <thead>
            <tr>
              <th scope="col">Indicateur</th>
              <th scope="col" class="num">Prévu</th>
              <th scope="col" class="num">Résultat</th>
              <th scope="col">Part du prévu</th>
              <th scope="col" class="num">Trimestres</th>
            </tr>
          </thead>
          <tbody>
            @for (i of action().indicateurs; track i.id) {
              <tr>
                <th scope="row">{{ i.libelle }}</th>
                <td class="num" data-libelle="Prévu">{{ prevu(i) }}</td>
                <td class="num" data-libelle="Résultat">{{ resultat(i) }}</td>
                <td data-libelle="Part du prévu">
                  @if (i.taux !== null) {
                    <span class="mesure"
                      ><co-jauge [libelle]="i.libelle" [valeur]="i.taux" [max]="100" /><span class="num"
                        >{{ nombre(i.taux) }}&nbsp;%</span
                      ></span
                    >
                  } @else {
                    –
                  }
                </td>
                <td class="num" data-libelle="Trimestres">{{ i.releves }} sur {{ recus() }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
    @if (dits().length) {
      <details>
        <summary>Ce que disent les bilans trimestriels</summary>
        <dl class="liste-definition">
          @for (dit of dits(); track dit.titre) {
            <dt>{{ dit.titre }}</dt>
            <dd>
              @for (ligne of dit.lignes; track ligne) {
                <p>{{ ligne }}</p>
              }
            </dd>
          }
        </dl>
      </details>
    }
  `,
  styles: `
    .mesure {
      display: grid;
      grid-template-columns: minmax(3rem, 1fr) 4rem;
      gap: var(--e2);
      align-items: center;
    }
    summary {
      width: fit-content;
      cursor: pointer;
      padding-block: var(--e2);
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
  `,
})
export class ActionAnnuelleLue {
  readonly action = input.required<ActionAnnuelle>();

  protected readonly citer = citerTrimestres;
  protected readonly nombre = formatNombre;
  protected readonly resultat = resultat;
  protected readonly prevu = prevision;
  protected readonly manquants = computed(() => bilansManquants([this.action()])[0]?.trimestres ?? []);
  protected readonly recus = computed(() => this.action().trimestres.filter((t) => t.recu).length);
  protected readonly cibles = computed(() => {
    const { beneficiairesCibles: n } = this.action();
    return n === null ? 'personnes touchées\u00a0:' : `${formatNombre(n)} personnes ciblées, touchées\u00a0:`;
  });
  protected readonly touchees = computed(() => personnes(this.action()));
  protected readonly dits = computed(() => {
    const { reponses, recits } = this.action();
    const questions = QUESTIONS_BILAN.map(({ cle, question, milieu }) => ({
      titre: question,
      lignes: (reponses.find((r) => r.cle === cle)?.trimestres ?? []).map(
        ({ trimestre, reponse, motif }) =>
          `T${trimestre}\u00a0: ${{ OUI: 'oui', EN_PARTIE: milieu.toLocaleLowerCase('fr'), NON: 'non' }[reponse]}${motif ? `. ${motif}` : ''}`,
      ),
    }));
    const textes = TEXTES_BILAN.map((cle) => ({
      titre: LIBELLES_TEXTES_BILAN[cle],
      lignes: recits[cle].map(({ trimestre, texte }) => `T${trimestre}\u00a0: ${texte}`),
    }));
    return [...questions, ...textes].filter(({ lignes }) => lignes.length > 0);
  });
}
