import { Component, computed, input } from '@angular/core';
import { formatHeure } from '../format/format';
import { Icone, type NomIcone } from './icone';

/** Where a draft that saves itself stands. */
export type EtatDuBrouillon = 'ENREGISTRE' | 'EN_COURS' | 'HORS_LIGNE' | 'CONFLIT' | 'REFUSE';

const ICONES: Record<EtatDuBrouillon, NomIcone> = {
  ENREGISTRE: 'oui',
  EN_COURS: 'importer',
  HORS_LIGNE: 'coupe',
  CONFLIT: 'alerte',
  REFUSE: 'alerte',
};

/** What may leave by itself: neither compared nor corrected first. */
const PARTANTS: readonly EtatDuBrouillon[] = ['ENREGISTRE', 'EN_COURS', 'HORS_LIGNE'];

/** « Enregistré à 14 h 02 », « Hors ligne, gardé sur cet appareil »… Screen readers are told what goes wrong, not each saving. */
@Component({
  selector: 'co-etat-brouillon',
  imports: [Icone],
  host: { class: 'petit num' },
  template: `
    <span [class]="'etat-brouillon brouillon-' + (attendDePartir() ? 'partira' : etat().toLowerCase())"
      ><co-icone [nom]="icone()" />{{ phrase() }}</span
    >
    <span class="masque" role="status">{{ annonce() }}</span>
  `,
  styles: `
    .etat-brouillon {
      display: inline-flex;
      gap: 0.4em;
      align-items: baseline;
    }
    co-icone {
      translate: 0 0.125em;
    }
    .brouillon-hors_ligne,
    .brouillon-partira {
      color: var(--attente);
      font-weight: 600;
    }
    .brouillon-conflit,
    .brouillon-refuse {
      color: var(--alerte);
      font-weight: 600;
    }
  `,
})
export class EtatBrouillon {
  readonly etat = input.required<EtatDuBrouillon>();
  /** ISO instant of the last acknowledged saving. */
  readonly enregistreLe = input<string | null>(null);
  /** False: the browser keeps no copy. */
  readonly gardeLocale = input(true);
  /** Fields that hold the draft back. */
  readonly aCorriger = input(0);
  /** True: its sending was asked for, and waits for the network. */
  readonly partira = input(false);

  protected readonly attendDePartir = computed(() => this.partira() && PARTANTS.includes(this.etat()));
  protected readonly icone = computed(() => {
    if (this.attendDePartir()) return 'envoi';
    return this.aCorriger() && this.etat() === 'ENREGISTRE' ? 'alerte' : ICONES[this.etat()];
  });
  protected readonly phrase = computed(() => {
    const le = this.enregistreLe();
    const heure = le ? `Enregistré à ${formatHeure(le)}` : 'Rien à enregistrer';
    if (this.attendDePartir())
      return this.gardeLocale()
        ? 'Partira au retour du réseau'
        : 'Partira au retour du réseau, gardez cette page ouverte';
    switch (this.etat()) {
      case 'EN_COURS':
        return 'Enregistrement…';
      case 'HORS_LIGNE':
        return this.gardeLocale() ? 'Hors ligne, gardé sur cet appareil' : 'Hors ligne, gardez cette page ouverte';
      case 'CONFLIT':
        return 'En conflit';
      case 'REFUSE':
        return 'À corriger pour enregistrer';
      case 'ENREGISTRE':
        return this.aCorriger() ? `${heure}, sauf ${this.aCorriger()} à corriger` : heure;
    }
  });
  protected readonly annonce = computed(() => {
    const bavard = !this.attendDePartir() && (this.etat() === 'ENREGISTRE' || this.etat() === 'EN_COURS');
    return bavard ? '' : this.phrase();
  });
}
