import { httpResource } from '@angular/common/http';
import {
  Component,
  Injector,
  OnInit,
  computed,
  inject,
  input,
  output,
  runInInjectionContext,
  signal,
  viewChild,
} from '@angular/core';
import { jourAParis } from '@coopilote/domain/commun/dates';
import {
  PartiesSaisies,
  estEnVigueur,
  type ConventionLue,
  type GenrePartie,
  type PartieSaisie,
} from '@coopilote/domain/conventions';
import type { AdhesionLue } from '@coopilote/domain/cooperatives';
import {
  Choix,
  Conflit,
  ConflitDeSaisie,
  Dialogue,
  FormulaireContrat,
  Icone,
  Occupe,
  ResumeErreurs,
  Toasts,
} from '@coopilote/ui';
import { ConventionsApi } from '../data/conventions-api';
import { ListeParties } from '../ui/liste-parties';

const versSaisie = ({ parties, version }: ConventionLue): PartiesSaisies => ({
  parties: parties.map(({ signataire: _, ...partie }) => partie),
  version,
});

/** Who signs, in the order of the document, and by whose hand. */
@Component({
  selector: 'co-dialogue-parties',
  imports: [Choix, Conflit, Dialogue, Icone, ListeParties, Occupe, ResumeErreurs],
  template: `
    <co-dialogue large titre="Parties de la convention" [ouvert]="true" (ouvertChange)="ferme.emit(false)">
      <form id="form-parties" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (conflit.differences(); as differences) {
          <co-conflit [differences]="differences" (garder)="conflit.garder()" (reprendre)="conflit.reprendre()" />
        }
        @if (signee()) {
          <p class="note">
            <co-icone nom="info" />
            <span>
              Ces parties ont signé la convention&nbsp;: ce qui change ici modifie la convention, et appelle un avenant.
            </span>
          </p>
        }
        <p class="petit">
          L’ordre est celui du document. Le signataire est la personne qui pourra signer en ligne au nom de la partie.
        </p>
        <co-liste-parties
          [formulaire]="formulaire"
          [signataires]="convention().signatairesPossibles"
          (changees)="formulaire.changer('parties', $event)"
        />
        <div class="ajouts">
          <co-choix
            libelle="Ajouter une structure membre"
            [options]="candidates()"
            [vide]="candidates().length ? 'Choisir…' : 'Toutes sont parties'"
            [desactive]="!candidates().length"
            [value]="choisie()"
            (valueChange)="ajouterStructure($event)"
          />
          <button type="button" class="bouton second" (click)="ajouter('FINANCEUR', '')">
            <co-icone nom="plus" />Ajouter un autre financeur
          </button>
          @if (sansArs()) {
            <button type="button" class="bouton second" (click)="ajouter('ARS', 'Agence régionale de santé')">
              <co-icone nom="plus" />Ajouter l’ARS
            </button>
          }
        </div>
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button type="submit" form="form-parties" class="bouton" [coOccupe]="formulaire.occupe()">
          Enregistrer les parties
        </button>
      </ng-container>
    </co-dialogue>
  `,
  styles: `
    .ajouts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--e3);
      align-items: end;
      padding-top: var(--e3);
      border-top: 1px solid var(--trait);
    }
    .ajouts co-choix {
      flex: 1 1 16rem;
    }
  `,
})
export class DialogueParties implements OnInit {
  readonly convention = input.required<ConventionLue>();
  /** True when something changed. */
  readonly ferme = output<boolean>();

  private readonly api = inject(ConventionsApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  private readonly liste = viewChild.required(ListeParties);
  protected formulaire!: FormulaireContrat<PartiesSaisies>;
  protected conflit!: ConflitDeSaisie<PartiesSaisies>;
  protected readonly signee = computed(() => estEnVigueur(this.convention().etat));
  protected readonly choisie = signal<string | null>(null);

  private readonly adhesions = httpResource<AdhesionLue[]>(
    () => `/api/cooperatives/${this.convention().cooperativeId}/adhesions`,
  );
  /** Member structures of today that are not parties yet. */
  protected readonly candidates = computed(() => {
    const presentes = this.adhesions.hasValue() ? this.adhesions.value() : [];
    const prises = new Set(this.formulaire.valeur().parties.map(({ structureId }) => structureId));
    const aujourdhui = jourAParis(new Date());
    return presentes
      .filter(({ structureId, fin }) => !prises.has(structureId) && (!fin || fin >= aujourdhui))
      .map(({ structureId, structure }) => ({ valeur: structureId, libelle: structure }));
  });
  protected readonly sansArs = computed(() => !this.formulaire.valeur().parties.some(({ genre }) => genre === 'ARS'));

  ngOnInit(): void {
    const convention = this.convention();
    runInInjectionContext(this.injecteur, () => {
      this.formulaire = new FormulaireContrat(PartiesSaisies, versSaisie(convention), {
        brouillon: `parties-${convention.id}`,
      });
      this.conflit = new ConflitDeSaisie(
        this.formulaire,
        PartiesSaisies,
        async () => versSaisie(await this.api.lire(convention.id)),
        (champ, valeur) => (champ === 'parties' ? ecrire(valeur as PartieSaisie[]) : undefined),
      );
    });
  }

  protected ajouterStructure(structureId: string | null): void {
    const structure = this.candidates().find(({ valeur }) => valeur === structureId);
    if (!structure) return;
    this.ajouter('STRUCTURE', structure.libelle, structure.valeur);
    // The list gives the entry up, and shows « Choisir… » again.
    this.choisie.set(structureId);
    queueMicrotask(() => this.choisie.set(null));
  }

  /** The API names a new party itself: this identifier holds its row in the page. */
  protected ajouter(genre: GenrePartie, nom: string, structureId: string | null = null): void {
    const id = crypto.randomUUID();
    const partie = { id, genre, structureId, nom, representant: null, qualite: null, signataireId: null };
    this.formulaire.changer('parties', [...this.formulaire.valeur().parties, partie]);
    this.liste().ouvrir(id);
  }

  protected async enregistrer(): Promise<void> {
    const sauvee = await this.formulaire.soumettre((saisie) => this.api.ecrireParties(this.convention().id, saisie));
    if (!sauvee) return this.conflit.examiner();
    this.toasts.succes('Parties enregistrées.');
    this.ferme.emit(true);
  }
}

/** The parties in a few lines, to compare two versions of them. */
const ecrire = (parties: readonly PartieSaisie[]): string =>
  parties
    .map(({ nom, representant, qualite }, rang) =>
      [`${rang + 1}. ${nom}`, representant, qualite].filter(Boolean).join(', '),
    )
    .join('\n');
