import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Chargement } from '@coopilote/ui/affichage/chargement';
import { EntetePage } from '@coopilote/ui/affichage/entete-page';
import { ErreurChargement } from '@coopilote/ui/affichage/erreur-chargement';
import { Etat } from '@coopilote/ui/affichage/etat';
import { Icone } from '@coopilote/ui/affichage/icone';
import { formatDateLongue, formatHeure, formatTrimestre } from '@coopilote/ui/format/format';
import { TitrePage } from '../../platform/titre';
import { ressourceRecu } from '../data/bilans-api';
import { clesElements, lireElement, titreElement } from '../modele/elements';
import { ElementAffiche } from '../ui/element-affiche';

/** The receipt of a sending: what was sent, when, by whom, and the print that proves it. */
@Component({
  selector: 'co-page-recu',
  imports: [Chargement, ElementAffiche, EntetePage, ErreurChargement, Etat, Icone, RouterLink],
  templateUrl: './page-recu.html',
  styleUrl: './page-recu.css',
  host: { class: 'page-etroite' },
})
export class PageRecu {
  readonly id = input.required<string>();
  protected readonly recu = ressourceRecu(() => this.id());
  private readonly titrePage = inject(TitrePage);

  protected readonly valeur = computed(() => (this.recu.hasValue() ? this.recu.value() : null));
  protected readonly trimestre = computed(() => formatTrimestre(this.valeur(), true));
  protected readonly transmis = computed(() => {
    const le = this.valeur()?.transmisLe;
    return `le ${formatDateLongue(le, true)} à ${formatHeure(le)}`;
  });
  /** In groups of eight, so that two prints can be compared by eye. */
  protected readonly empreinte = computed(() => this.valeur()?.empreinte.match(/.{1,8}/g) ?? []);
  protected readonly lignes = computed(() => {
    const recu = this.valeur();
    if (!recu) return [];
    return clesElements(recu.indicateurs, recu.niveau)
      .map((cle) => ({
        cle,
        titre: titreElement(cle, recu.indicateurs),
        lu: lireElement(recu.contenu, cle, recu.indicateurs),
      }))
      .filter(({ lu }) => !lu.vide);
  });

  constructor() {
    effect(() => {
      const recu = this.valeur();
      if (recu) this.titrePage.poser(`Reçu, ${recu.action}, ${formatTrimestre(recu)}`);
    });
  }

  protected imprimer(): void {
    window.print();
  }
}
