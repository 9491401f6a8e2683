import { Component, computed, input, output, signal } from '@angular/core';
import type { IndicateurBilan } from '@coopilote/domain/bilans/bilan.contract';
import type { ValeurBilan } from '@coopilote/domain/bilans/bilan.rules';
import { estInhabituelle } from '@coopilote/domain/bilans/vraisemblance.rules';
import { LIBELLES_UNITES } from '@coopilote/domain/referentiel/listes';
import { Icone } from '@coopilote/ui/affichage/icone';
import { Jauge } from '@coopilote/ui/affichage/jauge';
import { SaisieNombre } from '@coopilote/ui/champs/saisie-nombre';
import { avancement, decimalesDe, ecrireValeur, ratioDe, situer, valeurDuTrimestre } from '../modele/indicateurs';
import { NoteRetour, type Retour } from './note-retour';

/** One indicator: forecast, value since January, last quarter, and this quarter's box; the bar moves as one types. */
@Component({
  selector: 'co-indicateur-saisie',
  imports: [Icone, Jauge, NoteRetour, SaisieNombre],
  host: { class: 'indicateur-saisie', '[class.indicateur-ratio]': 'ratio()' },
  templateUrl: './indicateur-saisie.html',
  styleUrl: './indicateur-saisie.css',
})
export class IndicateurSaisie {
  readonly indicateur = input.required<IndicateurBilan>();
  readonly saisie = input.required<ValeurBilan>();
  readonly trimestrePrecedent = input('');
  readonly erreur = input<string | null>(null);
  readonly retour = input<Retour | null>(null);
  readonly saisieChange = output<ValeurBilan>();
  readonly quitte = output<void>();
  readonly illisible = output<boolean>();

  protected readonly nom = computed(() => `indicateur:${this.indicateur().id}`);
  protected readonly ratio = computed(() => this.indicateur().modeAgregation === 'RATIO');
  protected readonly unite = computed(() => LIBELLES_UNITES[this.indicateur().unite]);
  protected readonly decimales = computed(() => decimalesDe(this.indicateur().unite));
  protected readonly suffixe = computed(() =>
    ['POURCENTAGE', 'EUROS'].includes(this.indicateur().unite) ? this.unite() : '',
  );
  protected readonly avancement = computed(() => avancement(this.indicateur(), this.saisie()));
  protected readonly situation = computed(() => situer(this.indicateur(), this.saisie(), this.trimestrePrecedent()));
  protected readonly resultat = computed(() =>
    ecrireValeur(ratioDe(this.saisie(), this.indicateur().unite), this.indicateur().unite),
  );

  /** The figure that the person has said is right. */
  private readonly confirmee = signal<number | null>(null);
  private readonly quittee = signal(false);
  /** The figure to ask about, once the box was left; empty when nothing is to be asked. */
  protected readonly aConfirmer = computed(() => {
    const { unite, previsionTrimestre, precedent } = this.indicateur();
    const valeur = valeurDuTrimestre(this.indicateur(), this.saisie());
    const reperes = {
      prevision: previsionTrimestre,
      precedent: precedent && valeurDuTrimestre(this.indicateur(), precedent),
    };
    const demander = this.quittee() && valeur !== this.confirmee() && estInhabituelle(valeur, reperes);
    return demander ? ecrireValeur(valeur, unite) : '';
  });

  protected quitter(): void {
    this.quittee.set(true);
    this.quitte.emit();
  }

  protected confirmer(): void {
    this.confirmee.set(valeurDuTrimestre(this.indicateur(), this.saisie()));
  }

  protected changer(partie: Partial<Pick<ValeurBilan, 'valeur' | 'numerateur' | 'denominateur'>>): void {
    const avant = this.saisie();
    const apres = { ...avant, ...partie };
    const inchangee =
      (avant.valeur ?? null) === (apres.valeur ?? null) &&
      (avant.numerateur ?? null) === (apres.numerateur ?? null) &&
      (avant.denominateur ?? null) === (apres.denominateur ?? null);
    if (!inchangee) this.saisieChange.emit(apres);
  }
}
