import { Component, computed, inject, input, resource } from '@angular/core';
import { LIBELLES_ETATS_FICHE, TRANSITIONS_FICHE } from '@coopilote/domain/actions';
import { jourAParis } from '@coopilote/domain/commun/dates';
import { ecrireEuros } from '@coopilote/domain/commun/montant';
import { lireTrimestre } from '@coopilote/domain/commun/trimestre';
import { NATURES } from '@coopilote/domain/financement';
import { ETATS_DECIDABLES, type DecisionSaisie, type GenreChangement } from '@coopilote/domain/gouvernance';
import { LIBELLES_UNITES } from '@coopilote/domain/referentiel/listes';
import {
  Autocomplete,
  Choix,
  type FormulaireContrat,
  type Option,
  SaisieDate,
  SaisieMontant,
  SaisieNombre,
  formatDateJour,
  formatNombre,
  formatTrimestre,
  versProbleme,
} from '@coopilote/ui';
import { SessionStore } from '../../platform/session-store';
import { SeanceApi } from '../data/seance-api';
import { SeanceSegments, type Segment } from '../ui/seance-segments';

/** Something of the programme that a decision may change, and how it stands. */
interface Objet extends Option {
  /** How it stands, in words. */
  actuel: string;
  debut?: string | null;
  fin?: string | null;
  unite?: string;
  /** States that follow the action's present one. */
  etats?: Option[];
}

const SEGMENTS: readonly Segment<GenreChangement>[] = [
  { valeur: 'DATE_ETAPE', libelle: 'Une date' },
  { valeur: 'CIBLE', libelle: 'Une cible' },
  { valeur: 'ETAT_ACTION', libelle: 'Une action' },
];
const MONTANT: Segment<GenreChangement> = { valeur: 'MONTANT', libelle: 'Un montant' };
/** Years whose targets a meeting still decides of: this one and the next, and the one that ends. */
const ANNEES = [-1, 0, 1, 2];
const LIBELLES_OBJETS: Record<GenreChangement, string> = {
  DATE_ETAPE: 'Étape du calendrier',
  CIBLE: 'Indicateur',
  ETAT_ACTION: 'Fiche-action',
  MONTANT: 'Engagement financier',
};

/** What a decision changes in the programme: carried out when the minutes are approved. */
@Component({
  selector: 'co-saisie-changement',
  imports: [Autocomplete, Choix, SaisieDate, SaisieMontant, SaisieNombre, SeanceSegments],
  template: `
    <p class="petit">Appliqué au programme quand le compte-rendu sera approuvé.</p>
    <co-seance-segments libelle="Ce qui change" [segments]="segments" [valeur]="genre()" (choisi)="changer($event)" />
    @if (objets.error(); as erreur) {
      <p class="champ-erreur" role="alert">{{ dire(erreur) }}</p>
      <button type="button" class="lien petit-lien" (click)="objets.reload()">Réessayer</button>
    }
    <co-autocomplete
      requis
      [libelle]="libelleObjet()"
      [aide]="objet()?.actuel ?? ''"
      [options]="options()"
      [indication]="objets.isLoading() ? 'Chargement…' : 'Tapez les premières lettres'"
      [champ]="formulaire().champ('changement.objetId')"
      (choisi)="reprendre($event)"
    />
    @switch (genre()) {
      @case ('DATE_ETAPE') {
        <co-saisie-date libelle="Nouveau début" [champ]="formulaire().champ('changement.debut')" />
        <co-saisie-date libelle="Nouvelle fin" [champ]="formulaire().champ('changement.fin')" />
      }
      @case ('CIBLE') {
        <co-choix
          libelle="Année"
          requis
          [options]="annees"
          [value]="annee()"
          (valueChange)="formulaire().changer('changement.annee', $event ? +$event : null)"
        />
        <co-choix
          libelle="Période"
          vide="Toute l’année"
          [options]="trimestres"
          [value]="trimestre()"
          (valueChange)="formulaire().changer('changement.trimestre', +($event ?? 0))"
        />
        <co-saisie-nombre
          libelle="Nouvelle cible"
          [unite]="objet()?.unite ?? ''"
          [champ]="formulaire().champ('changement.valeur')"
        />
      }
      @case ('MONTANT') {
        <co-saisie-montant libelle="Nouveau montant" [champ]="formulaire().champ('changement.montant')" />
      }
      @case ('ETAT_ACTION') {
        <co-choix
          libelle="Nouvel état"
          [options]="objet()?.etats ?? []"
          [champ]="formulaire().champ('changement.vers')"
        />
      }
    }
  `,
})
export class SaisieChangement {
  readonly formulaire = input.required<FormulaireContrat<DecisionSaisie>>();
  readonly cooperativeId = input.required<string>();
  private readonly api = inject(SeanceApi);

  /** Money is the ARS's to change: to others, the choice is not offered. */
  protected readonly segments = inject(SessionStore).peut('engagement.modifier') ? [...SEGMENTS, MONTANT] : SEGMENTS;
  protected readonly trimestres: readonly Option[] = [1, 2, 3, 4].map((t) => ({
    valeur: String(t),
    libelle: `T${t}`,
  }));
  private readonly cetteAnnee = Number(jourAParis(new Date()).slice(0, 4));
  protected readonly annees: readonly Option[] = ANNEES.map((ecart) => String(this.cetteAnnee + ecart)).map(
    (annee) => ({
      valeur: annee,
      libelle: annee,
    }),
  );
  private readonly changement = computed(() => this.formulaire().valeur().changement ?? null);
  protected readonly genre = computed(() => this.changement()?.genre ?? 'DATE_ETAPE');
  protected readonly libelleObjet = computed(() => LIBELLES_OBJETS[this.genre()]);
  protected readonly annee = computed(() => {
    const annee = this.changement()?.annee;
    return annee ? String(annee) : null;
  });
  protected readonly trimestre = computed(() => {
    const trimestre = this.changement()?.trimestre;
    return trimestre ? String(trimestre) : null;
  });

  protected readonly objets = resource({
    params: () => ({ genre: this.genre(), id: this.cooperativeId() }),
    loader: ({ params: { genre, id } }) => this.lire(genre, id),
  });
  protected readonly options = computed<readonly Objet[]>(() => (this.objets.hasValue() ? this.objets.value() : []));
  protected readonly objet = computed(() => this.options().find(({ valeur }) => valeur === this.changement()?.objetId));

  /** Another kind of change speaks of another thing: nothing of the first one stays. */
  protected changer(genre: GenreChangement): void {
    if (genre === this.genre()) return;
    const annee = genre === 'CIBLE' ? { annee: this.cetteAnnee, trimestre: 0 } : {};
    this.formulaire().changer('changement', { genre, objetId: '', ...annee });
  }

  /** A date is moved from where it stands. */
  protected reprendre({ valeur }: Option): void {
    const objet = this.options().find((option) => option.valeur === valeur);
    if (this.genre() !== 'DATE_ETAPE' || !objet) return;
    this.formulaire().changer('changement.debut', objet.debut ?? null);
    this.formulaire().changer('changement.fin', objet.fin ?? null);
  }

  protected dire(erreur: unknown): string {
    return versProbleme(erreur).message;
  }

  private lire(genre: GenreChangement, cooperativeId: string): Promise<Objet[]> {
    switch (genre) {
      case 'DATE_ETAPE':
        return this.etapes(cooperativeId);
      case 'CIBLE':
        return this.indicateurs(cooperativeId);
      case 'ETAT_ACTION':
        return this.fiches(cooperativeId);
      case 'MONTANT':
        return this.engagements(cooperativeId);
    }
  }

  private async etapes(cooperativeId: string): Promise<Objet[]> {
    const etapes = await this.api.etapes(cooperativeId);
    return etapes.map(({ id, intitule, debut, fin }) => ({
      valeur: id,
      libelle: intitule,
      actuel: `Aujourd’hui\u00a0: du ${formatDateJour(debut)} au ${formatDateJour(fin)}`,
      debut,
      fin,
    }));
  }

  private async indicateurs(cooperativeId: string): Promise<Objet[]> {
    const { trimestre, lignes } = await this.api.indicateurs(cooperativeId);
    const periode = formatTrimestre(lireTrimestre(trimestre));
    return lignes.flatMap(({ intitule, processus, activite, resultat }) =>
      [...processus, ...activite, ...resultat].map(({ id, libelle, prevision, unite }) => ({
        valeur: id,
        libelle: `${libelle} (${intitule})`,
        actuel: `Prévu de janvier à la fin du ${periode}\u00a0: ${formatNombre(prevision)}`,
        unite: LIBELLES_UNITES[unite],
      })),
    );
  }

  private async engagements(cooperativeId: string): Promise<Objet[]> {
    const engagements = await this.api.engagements(cooperativeId);
    return engagements.map(({ id, structure, annee, nature, action, montant, acteId }) => ({
      valeur: id,
      libelle: `${structure}, ${annee}`,
      detail: [NATURES[nature].libelle, action].filter(Boolean).join(' · '),
      actuel: `Aujourd’hui\u00a0: ${ecrireEuros(montant)}${acteId ? ', dans un acte signé' : ''}`,
    }));
  }

  private async fiches(cooperativeId: string): Promise<Objet[]> {
    const fiches = await this.api.fiches(cooperativeId);
    return fiches.map(({ id, intitule, structure, etat }) => ({
      valeur: id,
      libelle: intitule,
      detail: structure,
      actuel: `Aujourd’hui\u00a0: ${LIBELLES_ETATS_FICHE[etat]}`,
      etats: TRANSITIONS_FICHE.filter(
        (t) => t.de === etat && (ETATS_DECIDABLES as readonly string[]).includes(t.vers),
      ).map(({ vers }) => ({ valeur: vers, libelle: LIBELLES_ETATS_FICHE[vers] })),
    }));
  }
}
