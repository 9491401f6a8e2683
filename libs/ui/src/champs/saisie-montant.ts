import { Component, effect, signal, untracked } from '@angular/core';
import { ecrireMontant, lireMontant } from '@coopilote/domain/commun/montant';
import { Champ } from './champ';
import { CADRE_CHIFFRE, SaisieChiffree } from './saisie-chiffree';

/** An amount in euros, « 1 234,56 »; its value is in cents. */
@Component({ selector: 'co-saisie-montant', imports: [Champ], template: CADRE_CHIFFRE })
export class SaisieMontant extends SaisieChiffree {
  protected readonly unite = signal('€').asReadonly();
  protected readonly grande = signal(false).asReadonly();
  protected readonly entier = signal(false).asReadonly();

  constructor() {
    super();
    effect(() => {
      const valeur = this.value();
      untracked(() => {
        const lu = lireMontant(this.texte());
        if (lu.erreur !== undefined || lu.centimes === valeur) return;
        this.texte.set(valeur === null ? '' : ecrireMontant(valeur));
      });
    });
  }

  protected lire(texte: string): void {
    this.texte.set(texte);
    const lu = lireMontant(texte);
    if (lu.erreur !== undefined) return;
    this.signaler(null);
    this.emettre(lu.centimes);
  }

  protected finir(): void {
    const lu = lireMontant(this.texte());
    if (lu.erreur !== undefined) this.signaler(`${this.libelle()}\u00a0: ${lu.erreur}`);
    else if (lu.centimes !== null) this.texte.set(ecrireMontant(lu.centimes));
    this.quitter();
  }
}
