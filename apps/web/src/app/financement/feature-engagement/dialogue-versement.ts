import { Component, Injector, OnInit, inject, input, output, runInInjectionContext } from '@angular/core';
import { jourAParis } from '@coopilote/domain/commun/dates';
import {
  GENRES_VERSEMENT,
  LIBELLES_VERSEMENTS,
  VersementModifie,
  VersementSaisi,
  type GenreVersement,
  type VersementLu,
} from '@coopilote/domain/financement';
import {
  Choix,
  Conflit,
  ConflitDeSaisie,
  Dialogue,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieDate,
  SaisieMontant,
  SaisieTexte,
  Toasts,
  type Option,
} from '@coopilote/ui';
import { FinancementApi } from '../data/financement-api';
import { ecrireMontants } from '../ui/ecrire-montants';

const versSaisie = ({ id: _, ...versement }: VersementLu): VersementModifie => versement;

/** A payment of an engagement: planned, then made; or what the structure pays back. */
@Component({
  selector: 'co-dialogue-versement',
  imports: [Choix, Conflit, Dialogue, Occupe, ResumeErreurs, SaisieDate, SaisieMontant, SaisieTexte],
  template: `
    <co-dialogue
      [titre]="versement() ? 'Modifier le versement' : 'Ajouter un versement'"
      [ouvert]="true"
      (ouvertChange)="ferme.emit(false)"
    >
      <form id="form-versement" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (conflit?.differences(); as differences) {
          <co-conflit [differences]="differences" (garder)="garder()" (reprendre)="conflit?.reprendre()" />
        }
        <co-choix libelle="Genre" requis [options]="genres" [champ]="formulaire.champ('genre')" />
        <co-saisie-montant libelle="Montant" requis [champ]="formulaire.champ('montant')" />
        <co-saisie-date libelle="Date prévue" requis [champ]="formulaire.champ('prevuLe')" />
        <co-saisie-date
          libelle="Date de paiement"
          aide="Vide tant que le paiement n’est pas fait."
          [max]="aujourdhui"
          [champ]="formulaire.champ('verseLe')"
        />
        <co-saisie-texte libelle="Libellé" [longueurMax]="200" [champ]="formulaire.champ('libelle')" />
        <co-saisie-texte
          libelle="Motif du dépassement"
          aide="Demandé quand les versements dépassent l’engagement."
          [longueurMax]="500"
          [champ]="formulaire.champ('motifDepassement')"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button type="submit" form="form-versement" class="bouton" [coOccupe]="formulaire.occupe()">
          Enregistrer le versement
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueVersement implements OnInit {
  readonly engagementId = input.required<string>();
  readonly versement = input.required<VersementLu | null>();
  /** Proposed for a new one. */
  readonly genre = input<GenreVersement>('VERSEMENT');
  /** What is left to plan, proposed for a new one. */
  readonly reste = input(0);
  readonly ferme = output<boolean>();

  protected readonly aujourdhui = jourAParis(new Date());
  protected readonly genres: readonly Option[] = GENRES_VERSEMENT.map((genre) => ({
    valeur: genre,
    libelle: LIBELLES_VERSEMENTS[genre],
  }));
  private readonly api = inject(FinancementApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<VersementSaisi>;
  protected conflit: ConflitDeSaisie<VersementModifie> | null = null;
  private envoyer!: () => Promise<true | undefined>;

  ngOnInit(): void {
    runInInjectionContext(this.injecteur, () => {
      const versement = this.versement();
      if (versement) this.preparerEdition(versement);
      else this.preparerCreation();
    });
  }

  private preparerCreation(): void {
    const creation = new FormulaireContrat(VersementSaisi, {
      ...{ genre: this.genre(), verseLe: null, libelle: null, motifDepassement: null },
      ...(this.reste() > 0 ? { montant: this.reste() } : {}),
    } as VersementSaisi);
    this.formulaire = creation;
    this.envoyer = () =>
      creation.soumettre((saisie) => this.api.ajouterVersement(this.engagementId(), saisie).then(() => true as const));
  }

  private preparerEdition(versement: VersementLu): void {
    const edition = new FormulaireContrat(VersementModifie, versSaisie(versement));
    this.formulaire = edition;
    this.conflit = new ConflitDeSaisie(
      edition,
      VersementModifie,
      async () => {
        const { versements } = await this.api.lireEngagement(this.engagementId());
        return versSaisie(versements.find(({ id }) => id === versement.id) ?? versement);
      },
      ecrireMontants,
    );
    this.envoyer = () =>
      edition.soumettre((saisie) =>
        this.api.modifierVersement(this.engagementId(), versement.id, saisie).then(() => true as const),
      );
  }

  protected async enregistrer(): Promise<void> {
    const fait = await this.envoyer();
    await this.conflit?.examiner();
    if (!fait) return;
    this.toasts.succes('Versement enregistré.');
    this.ferme.emit(true);
  }

  protected async garder(): Promise<void> {
    this.conflit?.garder();
    await this.enregistrer();
  }
}
