import { NgTemplateOutlet } from '@angular/common';
import { Component, booleanAttribute, computed, input, linkedSignal, output } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { type ColonneTri, type Noeud, type Pliage, estDeplie } from '@coopilote/domain/consolidation/arbre.rules';
import { type AxeGroupe, LIBELLES_AXES_GROUPES } from '@coopilote/domain/consolidation/groupes.rules';
import { Icone, NombrePipe } from '@coopilote/ui';
import { direMesure, ecrire, ecrireEcart, ecrireEntre, ecrirePart } from './mesures';

/** Rows drawn at once: the next ones are asked for, so that a long table opens at once. */
const TRANCHE = 200;

interface Entete {
  cle: ColonneTri | '';
  titre: string;
}

/** Groups under one another, with their subtotals and the total; each figure leads to what it is made of. */
@Component({
  selector: 'co-table-groupes',
  imports: [Icone, NgTemplateOutlet, NombrePipe, RouterLink],
  templateUrl: './table-groupes.html',
  styleUrl: './table-groupes.css',
  host: { class: 'pile-serree' },
})
export class TableGroupes {
  readonly lignes = input.required<readonly Noeud[]>();
  readonly total = input<Noeud | undefined>();
  readonly axes = input.required<readonly AxeGroupe[]>();
  readonly titre = input.required<string>();
  readonly pliage = input<Pliage>({ profondeur: 0, sauf: new Set() });
  readonly ordre = input('');
  /** Words of the compared period; its columns are there with it. */
  readonly avant = input<string | null>(null);
  /** True when the figures are those of one indicator, chosen by a filter. */
  readonly surIndicateur = input(false, { transform: booleanAttribute });
  /** Filters that select exactly the reports behind a row, in the period and in the compared one. */
  readonly sources = input.required<(noeud: Noeud) => Params>();
  readonly sourcesAvant = input<(noeud: Noeud) => Params>();
  /** Address that keeps one row alone. */
  readonly garder = input<(noeud: Noeud) => Params>();

  readonly basculer = output<Noeud>();
  readonly ordonner = output<string | null>();

  protected readonly direMesure = direMesure;
  protected readonly ecrire = ecrire;
  protected readonly ecrireEcart = ecrireEcart;
  protected readonly ecrirePart = ecrirePart;
  protected readonly entre = ecrireEntre;
  protected readonly nomAxes = computed(() =>
    this.axes()
      .map((axe, rang) => (rang ? LIBELLES_AXES_GROUPES[axe].toLocaleLowerCase('fr') : LIBELLES_AXES_GROUPES[axe]))
      .join(', '),
  );
  protected readonly entetes = computed<Entete[]>(() => {
    const melange = this.axes().includes('indicateur');
    const valeurs = this.surIndicateur() || this.axes()[0] === 'indicateur';
    const [recus, resultat, prevu, taux] = valeurs
      ? ['Relevés reçus', 'Valeur', 'Prévue', 'Taux']
      : melange
        ? ['Reçus', 'Résultat', 'Prévu', 'Taux']
        : ['Bilans reçus', 'Bénéficiaires', 'Ciblés', 'Part'];
    const entetes: Entete[] = [
      { cle: 'actions', titre: 'Actions' },
      { cle: 'recus', titre: recus ?? '' },
      { cle: 'haut', titre: resultat ?? '' },
      { cle: 'prevu', titre: prevu ?? '' },
      { cle: 'taux', titre: taux ?? '' },
    ];
    const avant = this.avant();
    if (avant) {
      entetes.push({ cle: 'base', titre: avant }, { cle: 'ecart', titre: 'Différence' }, { cle: '', titre: 'Écart' });
    }
    return entetes;
  });
  protected readonly libelles = computed(() => this.entetes().map(({ titre }) => titre));
  protected readonly montrees = linkedSignal({ source: this.axes, computation: () => TRANCHE });
  protected readonly visibles = computed(() => this.lignes().slice(0, this.montrees()));

  protected deplie(noeud: Noeud): boolean {
    return estDeplie(noeud, this.pliage());
  }

  /** An indicator says its unit where it is named. */
  protected unite(noeud: Noeud): string | null {
    return noeud.mesure && this.axes()[noeud.cles.length - 1] === 'indicateur' ? direMesure(noeud.mesure) : null;
  }

  protected sens(cle: string): 'ascending' | 'descending' | null {
    if (!cle || this.ordre().replace('-', '') !== cle) return null;
    return this.ordre().startsWith('-') ? 'descending' : 'ascending';
  }

  /** The greatest first, then the least, then by name again. */
  protected trier(cle: string): void {
    const suivant = { [`-${cle}`]: cle, [cle]: null }[this.ordre()];
    this.ordonner.emit(suivant === undefined ? `-${cle}` : suivant);
  }

  protected suite(): void {
    this.montrees.update((nombre) => nombre + TRANCHE);
  }
}
