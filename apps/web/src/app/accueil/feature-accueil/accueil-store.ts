import { Injectable, computed, inject } from '@angular/core';
import type { AccueilLu } from '@coopilote/domain/pilotage/accueil.contract';
import { compter } from '@coopilote/ui/format/format';
import { SessionStore } from '../../platform/session-store';
import { ressourceAccueil } from '../data/accueil-api';

/** Lines that a partner's cards already say. */
const BILANS_A_FAIRE = ['BILAN_A_REMPLIR', 'BILAN_A_COMPLETER'];

/** What changed is read at a glance: the pages of each CA hold the rest. */
const CHANGEMENTS = 5;

/** The home page by role: what is expected first, in one sentence. */
@Injectable()
export class AccueilStore {
  private readonly session = inject(SessionStore);
  readonly ressource = ressourceAccueil();

  private readonly lu = computed<AccueilLu | null>(() => (this.ressource.hasValue() ? this.ressource.value() : null));

  readonly prenom = computed(() => this.session.utilisateur()?.prenom ?? '');
  readonly partenaire = computed(() => this.session.aRole('PARTENAIRE'));
  readonly siege = computed(() => this.session.aRole('ADMIN_REGIONAL', 'EVALUATEUR_REGIONAL'));
  readonly animateur = computed(() => this.session.aRole('COORDINATEUR_DD', 'COPILOTE'));

  readonly bilans = computed(() => this.lu()?.bilans ?? []);
  /** What is not already a card. */
  readonly aFaire = computed(() =>
    (this.lu()?.aFaire ?? []).filter(({ genre }) => !(this.bilans().length && BILANS_A_FAIRE.includes(genre))),
  );
  readonly aVenir = computed(() => this.lu()?.aVenir ?? []);
  readonly changements = computed(() => (this.lu()?.changements ?? []).slice(0, CHANGEMENTS));
  readonly chiffres = computed(() => this.lu()?.chiffres ?? null);

  readonly titreTaches = computed(() => {
    if (this.bilans().length) return 'À faire aussi';
    const retards = this.aFaire().every(({ genre }) => genre === 'BILAN_EN_RETARD');
    return this.siege() && retards ? 'En retard, par département' : 'À faire';
  });

  /** What is expected, in a few words: the title of the page. */
  readonly titre = computed(() => {
    const [bilans, taches] = [this.bilans().length, this.aFaire().length];
    const retards =
      this.bilans().filter(({ joursDeRetard }) => joursDeRetard > 0).length +
      this.aFaire().filter(({ joursDeRetard }) => joursDeRetard > 0).length;
    const dont = !retards ? '' : bilans + taches > 1 ? `, dont ${retards} en retard` : ', en retard';
    if (this.siege() && !bilans) return this.titreSiege();
    if (bilans) return `${compter(bilans, 'bilan')} à transmettre${dont}`;
    if (taches) return `${compter(taches, 'chose')} à faire${dont}`;
    return 'Rien à faire pour l’instant';
  });

  /** The siège waits for what is late, wherever it is. */
  private titreSiege(): string {
    const retards = this.aFaire()
      .filter(({ genre }) => genre === 'BILAN_EN_RETARD')
      .reduce((total, { nombre }) => total + nombre, 0);
    return retards ? `${compter(retards, 'bilan')} en retard` : 'Aucun bilan en retard';
  }
}
