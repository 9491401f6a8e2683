import { Component, computed, input } from '@angular/core';
import { COMPTES_CERFA, ecartDe, totalCompte, type LigneCompte } from '@coopilote/domain/financement';
import { type ChampDeFormulaire, EurosPipe, PourcentPipe, SaisieMontant } from '@coopilote/ui';

/** The table of the Cerfa: what was planned, what was spent or received, the gap in euros and as a share. */
@Component({
  selector: 'co-tableau-comptes',
  imports: [EurosPipe, PourcentPipe, SaisieMontant],
  template: `
    @for (cote of cotes(); track cote.titre) {
      <div class="cadre-table" role="region" tabindex="0" [attr.aria-label]="cote.titre">
        <table class="table-cartes">
          <caption class="masque">
            {{
              cote.titre
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ cote.titre }}</th>
              <th scope="col" class="num">Prévu</th>
              <th scope="col" class="num">Réalisé</th>
              <th scope="col" class="num">Écart</th>
              <th scope="col" class="num">Écart en %</th>
            </tr>
          </thead>
          <tbody>
            @for (r of cote.rangees; track r.libelle) {
              <tr [class.total]="r.rang === null">
                <th scope="row">{{ r.libelle }}</th>
                @for (cle of cles; track cle.cle) {
                  <td class="num" [attr.data-libelle]="cle.nom">
                    @if (champ() && r.rang !== null) {
                      <co-saisie-montant
                        libelleMasque
                        [libelle]="cle.nom + ', ' + r.libelle"
                        [champ]="champ()!(r.rang, cle.cle)"
                      />
                    } @else {
                      {{ r[cle.cle] | euros }}
                    }
                  </td>
                }
                <td class="num" data-libelle="Écart">{{ r.ecart.centimes | euros }}</td>
                <td class="num" data-libelle="Écart en %">{{ r.ecart.part | pourcent: 1 }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
  `,
  host: { class: 'pile-serree' },
  styles: `
    tbody th {
      min-width: 16rem;
    }
    tbody :is(th, td) {
      vertical-align: middle;
    }
    co-saisie-montant {
      display: inline-block;
      width: 9.5rem;
    }
  `,
})
export class TableauComptes {
  readonly lignes = input.required<readonly LigneCompte[]>();
  /** The field of a cell, when the table is written; null: it is read. */
  readonly champ = input<((rang: number, cle: 'prevu' | 'realise') => ChampDeFormulaire) | null>(null);

  protected readonly cles = [
    { cle: 'prevu', nom: 'Prévu' },
    { cle: 'realise', nom: 'Réalisé' },
  ] as const;
  protected readonly cotes = computed(() =>
    (['CHARGE', 'PRODUIT'] as const).map((cote) => {
      const comptes = COMPTES_CERFA.filter((c) => c.cote === cote);
      const rangee = ({ code, libelle }: (typeof comptes)[number]) => {
        const rang = this.lignes().findIndex(({ compte }) => compte === code);
        const { prevu = 0, realise = 0 } = this.lignes()[rang] ?? {};
        return { libelle: `${code} – ${libelle}`, rang, prevu, realise, ecart: ecartDe({ prevu, realise }) };
      };
      const titre = cote === 'CHARGE' ? 'Charges' : 'Produits';
      const total = totalCompte(this.lignes(), cote);
      return {
        titre,
        rangees: [
          ...comptes.filter((c) => !('volontaire' in c)).map(rangee),
          { libelle: `Total des ${titre.toLowerCase()}`, rang: null, ...total, ecart: ecartDe(total) },
          ...comptes.filter((c) => 'volontaire' in c).map(rangee),
        ],
      };
    }),
  );
}
