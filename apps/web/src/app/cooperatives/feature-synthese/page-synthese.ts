import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  LIBELLES_PHASES,
  PHASES,
  PHASES_CALENDRIER,
  PRINCIPES,
  type SyntheseLue,
} from '@coopilote/domain/cooperatives';
import {
  Avertissements,
  Carte,
  Chargement,
  ErreurChargement,
  Icone,
  ListeAFaire,
  ListeChangements,
  ListeDefinition,
  NombrePipe,
  compter,
  formatDateJour,
  formatNombre,
  type Definition,
} from '@coopilote/ui';
import { CooperativeStore } from '../data/cooperative.store';
import { BarrePhases } from '../ui/barre-phases';
import { Couverture } from '../ui/couverture';
import { rangDePhase } from '../ui/phases-montrees';
import { DialoguePhase } from './dialogue-phase';

/** The newest changes; the others are in the history. */
const CHANGEMENTS_MONTRES = 6;

/** What is expected, how far the CA has come, what changed. */
@Component({
  selector: 'co-page-synthese',
  imports: [
    Avertissements,
    BarrePhases,
    Carte,
    Chargement,
    Couverture,
    DialoguePhase,
    ErreurChargement,
    Icone,
    ListeAFaire,
    ListeChangements,
    ListeDefinition,
    NombrePipe,
    RouterLink,
  ],
  templateUrl: './page-synthese.html',
  styleUrl: './page-synthese.css',
})
export class PageSynthese {
  protected readonly store = inject(CooperativeStore);
  protected readonly synthese = httpResource<SyntheseLue>(() =>
    this.store.id() ? `/api/cooperatives/${this.store.id()}/synthese` : undefined,
  );
  protected readonly changePhase = signal(false);
  protected readonly libellesPhases = LIBELLES_PHASES;
  protected readonly rangDePhase = rangDePhase;
  protected readonly changementsMontres = CHANGEMENTS_MONTRES;

  protected readonly phaseSuivante = computed(() => {
    const ca = this.store.cooperative();
    const suivante = ca && PHASES_CALENDRIER[PHASES.indexOf(ca.phase) + 1];
    return suivante ? LIBELLES_PHASES[suivante] : null;
  });

  /** « 1 084 à 1 284 », or one figure when no public overlaps. */
  protected readonly beneficiaires = computed(() => {
    if (!this.synthese.hasValue()) return '';
    const { bas, haut } = this.synthese.value().chiffres.beneficiaires;
    return bas === haut ? formatNombre(haut) : `${formatNombre(bas)} à ${formatNombre(haut)}`;
  });

  protected readonly precisions = computed(() => {
    if (!this.synthese.hasValue()) return '';
    const { beneficiaires, beneficiairesCibles } = this.synthese.value().chiffres;
    const prevus = beneficiairesCibles ? ` pour ${formatNombre(beneficiairesCibles)} prévus` : '';
    const ecart = beneficiaires.bas === beneficiaires.haut ? '' : ', selon que les publics se recoupent ou non';
    return `bénéficiaires${prevus}${ecart}`;
  });

  protected readonly identite = computed<readonly Definition[]>(() => {
    const ca = this.store.cooperative();
    if (!ca) return [];
    const respectes = ca.principes.filter(({ respecte }) => respecte).length;
    return [
      { terme: 'Thématiques', valeur: ca.thematiques.map(({ libelle }) => libelle).join(', ') },
      { terme: 'Populations', valeur: ca.publics.map(({ libelle }) => libelle).join(', ') },
      { terme: 'Communes', valeur: ca.communes.map(({ nom }) => nom).join(', ') },
      { terme: 'Quartiers prioritaires', valeur: ca.qpv.join(', ') },
      {
        terme: 'Coordination',
        valeur: ca.coordinateurs
          .map(({ prenom, nom, qualite }) => `${prenom} ${nom} (${qualite === 'DD' ? 'délégation' : 'copilote'})`)
          .join(', '),
      },
      {
        terme: 'Durée',
        valeur: ca.fin
          ? `du ${formatDateJour(ca.debut)} au ${formatDateJour(ca.fin)}`
          : `depuis le ${formatDateJour(ca.debut)}`,
      },
      { terme: 'Référent e-parcours', valeur: ca.eParcoursReferent },
      {
        terme: 'Principes de choix et vigilance',
        valeur: ca.principes.length
          ? `${compter(respectes, 'respecté')} sur ${PRINCIPES.length} (guide, 4.1 et 4.2)`
          : 'À examiner',
      },
    ];
  });

  protected fermerPhase(change: boolean): void {
    this.changePhase.set(false);
    if (!change) return;
    this.store.ressource.reload();
    this.synthese.reload();
  }
}
