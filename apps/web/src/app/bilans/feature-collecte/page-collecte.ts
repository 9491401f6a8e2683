import { Component, computed, inject, input, signal } from '@angular/core';
import { ActivatedRoute, type Params, Router, RouterLink } from '@angular/router';
import type { CampagneLigne } from '@coopilote/domain/bilans/campagne.contract';
import { type CompteCampagne, LIBELLES_ETATS_CAMPAGNE, tauxCampagne } from '@coopilote/domain/bilans/campagne.rules';
import { jourAParis, jourEnLettres } from '@coopilote/domain/commun/dates';
import {
  decalerTrimestre,
  ecrireTrimestre,
  libelleTrimestre,
  lireTrimestre,
  trimestreDe,
} from '@coopilote/domain/commun/trimestre';
import {
  Carte,
  Chargement,
  Choix,
  DateJourPipe,
  EntetePage,
  ErreurChargement,
  Etat,
  type EtatMontre,
  Icone,
  Occupe,
  Toasts,
  Vide,
  compter,
  formatPourcent,
  versProbleme,
} from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { CampagnesApi, ressourceCampagnes } from '../data/campagnes-api';
import { type LigneCollecte, TableCollecte } from '../ui/table-collecte';
import { DialogueClotures } from './dialogue-clotures';
import { type ActeCollecte, DialogueCollecte } from './dialogue-collecte';

/** The board of a quarter's collection: where each report stands, and the acts of who conducts it. */
@Component({
  selector: 'co-page-collecte',
  imports: [
    Carte,
    Chargement,
    Choix,
    DateJourPipe,
    DialogueClotures,
    DialogueCollecte,
    EntetePage,
    ErreurChargement,
    Etat,
    Icone,
    Occupe,
    RouterLink,
    TableCollecte,
    Vide,
  ],
  templateUrl: './page-collecte.html',
  host: { class: 'pile' },
})
export class PageCollecte {
  /** « 2026-T3 »; absent, the last quarter that has ended. */
  readonly trimestre = input<string>();
  readonly departement = input<string>();

  private readonly api = inject(CampagnesApi);
  private readonly toasts = inject(Toasts);
  private readonly routeur = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly dernierAcheve = ecrireTrimestre(decalerTrimestre(trimestreDe(jourAParis(new Date())), -1));

  protected readonly ressource = ressourceCampagnes(() => ({
    trimestre: this.quand(),
    departement: this.departement(),
  }));
  protected readonly lues = derniereValeur(this.ressource);
  /** Names of the départements seen so far: choosing one must not take the others from the list. */
  private readonly tous = ressourceCampagnes(() => ({ trimestre: this.quand() }));
  protected readonly quand = computed(() => this.trimestre() ?? this.dernierAcheve);
  protected readonly demande = signal<ActeCollecte | null>(null);
  protected readonly cloture = signal(false);
  protected readonly occupe = signal(false);

  protected readonly trimestres = computed(() =>
    [...new Set([...(this.lues()?.trimestres ?? []), this.quand()])]
      .sort()
      .reverse()
      .map((valeur) => ({ valeur, libelle: libelleTrimestre(lireTrimestre(valeur) ?? { annee: 0, trimestre: 1 }) })),
  );
  protected readonly departements = computed(() =>
    (this.tous.hasValue() ? this.tous.value().campagnes : []).map((c) => ({
      valeur: c.departementCode,
      libelle: this.nomDe(c),
    })),
  );
  /** The one campaign that is shown, with its acts; null when there are several. */
  protected readonly campagne = computed(() => {
    const campagnes = this.lues()?.campagnes ?? [];
    return campagnes.length === 1 ? (campagnes[0] ?? null) : null;
  });
  /** Those that the reader may close together, when several are shown. */
  protected readonly aClore = computed(() => {
    const ouvertes = (this.lues()?.campagnes ?? []).filter(({ conduite, etat }) => conduite && etat === 'OUVERTE');
    return ouvertes.length > 1 ? ouvertes : [];
  });
  protected readonly phrase = computed(() => {
    const total = somme(this.lues()?.campagnes ?? []);
    const { completude, promptitude } = tauxCampagne(total);
    const recus = total.transmis + total.valides;
    return [
      `${compter(recus, 'bilan reçu', 'bilans reçus')} sur ${total.attendus} (${formatPourcent(completude)})`,
      `${total.aLHeure} à l’heure (${formatPourcent(promptitude)})`,
      `${total.enRetard} en retard.`,
    ].join('\u00a0; ');
  });
  protected readonly parDepartement = computed<LigneCollecte[]>(() =>
    (this.lues()?.campagnes ?? []).map((campagne) => ({
      ...campagne,
      cle: campagne.id,
      libelle: `${this.nomDe(campagne)}${campagne.etat === 'CLOSE' ? ' (close)' : ''}`,
      lien: '/bilans/collecte',
      filtres: { trimestre: this.quand(), departement: campagne.departementCode },
      bilans: null,
    })),
  );
  protected readonly parCooperative = computed<LigneCollecte[]>(() =>
    (this.lues()?.cooperatives ?? []).map((ligne) => {
      const lien = `/cooperatives/${ligne.cooperativeId}/bilans`;
      const filtres = { trimestre: this.quand() };
      return {
        ...ligne,
        cle: ligne.cooperativeId,
        libelle: ligne.cooperative,
        lien,
        filtres,
        bilans: { lien, filtres },
      };
    }),
  );

  protected nomDe({ departementCode, departement }: CampagneLigne): string {
    return `${departementCode} ${departement}`;
  }

  protected etatDe({ etat }: CampagneLigne): EtatMontre {
    return etat === 'CLOSE'
      ? { ton: 'neutre', icone: 'cadenas', texte: `collecte ${LIBELLES_ETATS_CAMPAGNE.CLOSE}` }
      : { ton: 'ok', icone: 'oui', texte: `collecte ${LIBELLES_ETATS_CAMPAGNE.OUVERTE}` };
  }

  protected delai({ echeance }: CampagneLigne): string {
    return `Échéance le ${jourEnLettres(echeance)}`;
  }

  protected attendus({ aRemplir, brouillons, aCompleter }: CampagneLigne): number {
    return aRemplir + brouillons + aCompleter;
  }

  protected changer(queryParams: Params): void {
    void this.routeur.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge' });
  }

  protected async relancer({ id }: CampagneLigne): Promise<void> {
    this.occupe.set(true);
    try {
      await this.api.relancer(id);
      this.toasts.succes('Rappel envoyé à chaque personne qui n’en a pas reçu aujourd’hui.');
      this.ressource.reload();
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    } finally {
      this.occupe.set(false);
    }
  }

  protected fermer(change: boolean): void {
    this.demande.set(null);
    this.cloture.set(false);
    if (change) this.ressource.reload();
  }
}

function somme(campagnes: readonly CompteCampagne[]): CompteCampagne {
  const total = (cle: keyof CompteCampagne) => campagnes.reduce((somme, campagne) => somme + campagne[cle], 0);
  return {
    attendus: total('attendus'),
    aRemplir: total('aRemplir'),
    brouillons: total('brouillons'),
    transmis: total('transmis'),
    aCompleter: total('aCompleter'),
    valides: total('valides'),
    enRetard: total('enRetard'),
    aLHeure: total('aLHeure'),
  };
}
