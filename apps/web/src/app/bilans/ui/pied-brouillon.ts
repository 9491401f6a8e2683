import { Component, computed, input, output } from '@angular/core';
import { Icone, Jauge, type NomIcone, compter, formatHeure } from '@coopilote/ui';

export type EtatDuBrouillon = 'ENREGISTRE' | 'EN_COURS' | 'HORS_LIGNE' | 'CONFLIT' | 'REFUSE';

const ICONES: Record<EtatDuBrouillon, NomIcone> = {
  ENREGISTRE: 'oui',
  EN_COURS: 'importer',
  HORS_LIGNE: 'coupe',
  CONFLIT: 'alerte',
  REFUSE: 'alerte',
};

/** The bar at the foot: where the draft stands, how far it is, and what to do next. */
@Component({
  selector: 'co-pied-brouillon',
  imports: [Icone, Jauge],
  host: { class: 'sans-impression' },
  template: `
    <div class="pied-contenu">
      <div class="pied-etat petit num">
        <span [class]="'pied-brouillon pied-' + etat().toLowerCase()"><co-icone [nom]="icone()" />{{ phrase() }}</span>
        @if (manques() > 0) {
          <button type="button" class="lien pied-manques" (click)="manquesDemandes.emit()">
            {{ avancee() }}<span class="masque">, voir ce qui manque</span>
          </button>
        } @else {
          <span>{{ avancee() }}</span>
        }
      </div>
      <co-jauge [valeur]="remplies()" [max]="total()" libelle="Réponses données" />
      <button type="button" class="bouton grand" (click)="suivant.emit()">{{ acte() }}</button>
    </div>
    <p class="masque" role="status">{{ annonce() }}</p>
  `,
  styleUrl: './pied-brouillon.css',
})
export class PiedBrouillon {
  readonly etat = input.required<EtatDuBrouillon>();
  /** ISO instant of the last acknowledged saving. */
  readonly enregistreLe = input<string | null>(null);
  /** False: the browser keeps no copy. */
  readonly gardeLocale = input(true);
  /** Fields that hold the draft back. */
  readonly aCorriger = input(0);
  readonly remplies = input.required<number>();
  readonly total = input.required<number>();
  readonly manques = input(0);
  readonly acte = input.required<string>();
  readonly suivant = output<void>();
  readonly manquesDemandes = output<void>();

  protected readonly avancee = computed(() => `${compter(this.remplies(), 'réponse')} sur ${this.total()}`);
  protected readonly icone = computed(() =>
    this.aCorriger() && this.etat() === 'ENREGISTRE' ? 'alerte' : ICONES[this.etat()],
  );
  protected readonly phrase = computed(() => {
    const le = this.enregistreLe();
    const heure = le ? `Enregistré à ${formatHeure(le)}` : 'Rien à enregistrer';
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
  /** Said to screen readers: what goes wrong and its end, not each saving. */
  protected readonly annonce = computed(() => {
    const bavard = this.etat() === 'ENREGISTRE' || this.etat() === 'EN_COURS';
    return bavard ? '' : this.phrase();
  });
}
