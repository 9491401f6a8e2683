import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CelluleIndicateur, LigneT3 } from '@coopilote/domain/pilotage/tableaux.contract';
import { Etat, type EtatMontre, NombrePipe, etatReponse } from '@coopilote/ui';

/** A row of T3 on a narrow screen: the action, the state of its report, its answers, its indicators by name. */
@Component({
  selector: 'co-carte-suivi',
  imports: [Etat, NombrePipe, RouterLink],
  host: { class: 'pile-serree' },
  template: `
    @let l = ligne();
    <div>
      <a class="grille-carte-titre" [routerLink]="lien()">{{ l.intitule }}</a>
      <p class="petit">{{ l.structure }}</p>
    </div>
    <div class="rang"><co-etat [de]="etat()" /></div>
    <dl>
      @if (l.objectif) {
        <div>
          <dt>Objectif</dt>
          <dd>{{ l.objectif }}</dd>
        </div>
      }
      <div>
        <dt>Bénéficiaires ciblés</dt>
        <dd class="num">{{ l.beneficiairesCibles | nombre }}</dd>
      </div>
      @for (champ of reponses(); track champ.libelle) {
        <div>
          <dt>{{ champ.libelle }}</dt>
          <dd>
            <co-etat [de]="champ.etat" />
            @if (champ.motif) {
              <p class="petit">{{ champ.motif }}</p>
            }
          </dd>
        </div>
      }
    </dl>
    @if (indicateurs().length) {
      <dl class="carte-suivi-indicateurs">
        @for (indicateur of indicateurs(); track $index) {
          <div>
            <dt>{{ indicateur.libelle }}</dt>
            <dd class="num">{{ chiffre()(indicateur) }}</dd>
          </div>
        }
      </dl>
    }
  `,
})
export class CarteSuivi {
  readonly ligne = input.required<LigneT3>();
  readonly lien = input.required<string>();
  readonly etat = input.required<EtatMontre>();
  readonly sansReponse = input.required<boolean>();
  /** Writes a value against its forecast. */
  readonly chiffre = input.required<(cellule: CelluleIndicateur) => string>();

  protected readonly reponses = computed(() => {
    const l = this.ligne();
    if (this.sansReponse()) return [];
    return [
      { libelle: 'Ressources mobilisées', reponse: l.ressources, motif: l.ressourcesMotif },
      { libelle: 'Publics atteints', reponse: l.publics, motif: l.publicsMotif },
      { libelle: 'Réalisée, conforme', reponse: l.realisation, motif: l.realisationMotif },
      { libelle: 'Objectifs atteints', reponse: l.objectifs, motif: l.objectifsMotif },
    ].flatMap(({ libelle, reponse, motif }) => {
      const etat = etatReponse(reponse);
      return etat ? [{ libelle, etat, motif }] : [];
    });
  });
  protected readonly indicateurs = computed(() => {
    const l = this.ligne();
    return [l.activite1, l.activite2, l.activite3, l.resultat1, l.resultat2, l.resultat3, ...l.autresIndicateurs]
      .filter((cellule) => cellule !== null)
      .filter((cellule) => cellule.valeur !== null || cellule.prevision !== null);
  });
}
