import { Component, computed, input, output, signal } from '@angular/core';
import type { BilanLu } from '@coopilote/domain/bilans/bilan.contract';
import type { ContenuBilan } from '@coopilote/domain/bilans/bilan.rules';
import { Icone } from '@coopilote/ui/affichage/icone';
import { Occupe } from '@coopilote/ui/affichage/occupe';
import { Case } from '@coopilote/ui/champs/case';
import { compter } from '@coopilote/ui/format/format';
import type { Probleme } from '@coopilote/ui/formulaire/probleme';
import { clesElements, lireElement, memeElement, titreElement } from '../modele/elements';
import { nomCourt } from '../modele/libelles';
import { ElementAffiche } from './element-affiche';

/** A line that leads to a field. */
export interface LienChamp {
  champ: string;
  message: string;
}

/** Before sending: what is missing, what looks like personal data, what will be sent and what changes from last quarter. */
@Component({
  selector: 'co-apercu-envoi',
  imports: [Case, ElementAffiche, Icone, Occupe],
  templateUrl: './apercu-envoi.html',
  styleUrl: './apercu-envoi.css',
})
export class ApercuEnvoi {
  readonly bilan = input.required<BilanLu>();
  readonly contenu = input.required<ContenuBilan>();
  readonly manques = input.required<readonly LienChamp[]>();
  readonly erreurs = input.required<readonly LienChamp[]>();
  readonly avertissements = input.required<readonly (LienChamp & { extrait: string })[]>();
  /** True: saving or sending is under way. */
  readonly occupe = input(false);
  /** The last refusal that belongs to no field. */
  readonly probleme = input<Probleme | null>(null);
  /** A sentence when the draft could not be saved: nothing is sent before. */
  readonly empechement = input('');
  readonly aller = output<string>();
  readonly revenir = output<void>();
  /** True: the warnings on personal data were read. */
  readonly transmettre = output<boolean>();

  protected readonly lu = signal(false);
  protected readonly refuse = signal(false);
  protected readonly pret = computed(() => this.manques().length === 0 && this.erreurs().length === 0);
  protected readonly avant = computed(() => {
    const precedent = this.bilan().precedent;
    return precedent && { contenu: precedent.contenu, nom: nomCourt(precedent, this.bilan().annee) };
  });
  protected readonly lignes = computed(() => {
    const { indicateurs, niveau } = this.bilan();
    const avant = this.avant()?.contenu;
    return clesElements(indicateurs, niveau).map((cle) => ({
      cle,
      titre: titreElement(cle, indicateurs),
      lu: lireElement(this.contenu(), cle, indicateurs),
      avant: avant ? lireElement(avant, cle, indicateurs) : null,
      change: !avant || !memeElement(avant, this.contenu(), cle),
    }));
  });
  protected readonly changees = computed(() =>
    this.lignes().filter(({ change, lu, avant }) => change && (!lu.vide || !avant?.vide)),
  );
  protected readonly pareilles = computed(() => this.lignes().filter(({ change, lu }) => !change && !lu.vide));
  protected readonly compter = compter;

  protected suivre(evenement: Event, champ: string): void {
    evenement.preventDefault();
    this.aller.emit(champ);
  }

  protected envoyer(): void {
    this.refuse.set(this.avertissements().length > 0 && !this.lu());
    if (!this.refuse()) this.transmettre.emit(this.lu());
  }
}
