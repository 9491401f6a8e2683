import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { jourAParis } from '@coopilote/domain/commun/dates';
import { AdhesionSaisie } from '@coopilote/domain/cooperatives';
import {
  Autocomplete,
  Dialogue,
  FormulaireContrat,
  Icone,
  Occupe,
  ResumeErreurs,
  SaisieDate,
  Toasts,
  type Option,
} from '@coopilote/ui';
import { SessionStore } from '../../platform/session-store';
import { CooperativesApi } from '../data/cooperatives-api';
import { FormulaireStructure } from './formulaire-structure';

/** Adds a member: a known structure, or a new one created on the way. */
@Component({
  selector: 'co-dialogue-ajout',
  imports: [Autocomplete, Dialogue, FormulaireStructure, Icone, Occupe, ResumeErreurs, SaisieDate],
  template: `
    <co-dialogue large [titre]="titre()" [ouvert]="true" (ouvertChange)="ferme.emit(null)">
      @if (creation()) {
        <co-formulaire-structure (prendre)="choisir($event)" (cree)="choisir($event)" />
      } @else {
        <form id="form-ajout" novalidate class="pile-serree ajout" (submit)="$event.preventDefault(); ajouter()">
          <co-resume-erreurs [formulaire]="formulaire" />
          <co-autocomplete
            libelle="Structure"
            requis
            aide="Par son nom, son sigle ou son SIRET."
            [options]="connues()"
            [chercher]="chercher"
            [champ]="formulaire.champ('structureId')"
            (choisi)="nom.set($event.libelle)"
          />
          @if (session.peut('structure.creer')) {
            <p>
              <button type="button" class="lien" (click)="creation.set(true)">
                Elle n’est pas dans la liste&nbsp;: créer la structure
              </button>
            </p>
          } @else {
            <p class="petit">Elle n’est pas dans la liste&nbsp;? La délégation départementale peut la créer.</p>
          }
          <co-saisie-date libelle="Date d’entrée" requis [champ]="formulaire.champ('debut')" />
        </form>
      }
      <ng-container actions>
        @if (creation()) {
          <button type="button" class="bouton second" (click)="creation.set(false)">
            <co-icone nom="gauche" />Revenir à la recherche
          </button>
          <button type="submit" form="form-structure" class="bouton" [coOccupe]="structureOccupee()">
            Créer la structure
          </button>
        } @else {
          <button type="button" class="bouton second" (click)="ferme.emit(null)">Annuler</button>
          <button type="submit" form="form-ajout" class="bouton" [coOccupe]="formulaire.occupe()">
            Ajouter à la coopérative
          </button>
        }
      </ng-container>
    </co-dialogue>
  `,
  styles: `
    .ajout {
      min-height: 17rem;
    }
  `,
})
export class DialogueAjout {
  readonly cooperativeId = input.required<string>();
  /** Structures that are members today: not proposed again. */
  readonly membres = input<readonly string[]>([]);
  /** The structure that joined, or null. */
  readonly ferme = output<{ id: string; nom: string } | null>();

  private readonly api = inject(CooperativesApi);
  private readonly toasts = inject(Toasts);
  protected readonly session = inject(SessionStore);
  private readonly structure = viewChild(FormulaireStructure);

  protected readonly creation = signal(false);
  protected readonly nom = signal('');
  protected readonly connues = signal<readonly Option[]>([]);
  protected readonly titre = computed(() => (this.creation() ? 'Créer une structure' : 'Ajouter une structure'));
  protected readonly structureOccupee = computed(() => this.structure()?.formulaire.occupe() ?? false);
  protected readonly formulaire = new FormulaireContrat(AdhesionSaisie, {
    structureId: '',
    debut: jourAParis(new Date()),
  });

  protected readonly chercher = async (terme: string): Promise<readonly Option[]> => {
    const trouvees = await this.api.chercherStructures(terme);
    const membres = new Set(this.membres());
    return trouvees
      .filter(({ id }) => !membres.has(id))
      .map(({ id, nom, sigle, commune, secteur }) => ({
        valeur: id,
        libelle: sigle ? `${nom} (${sigle})` : nom,
        detail: `${commune} · ${secteur}`,
      }));
  };

  protected choisir({ id, nom }: { id: string; nom: string }): void {
    this.connues.set([{ valeur: id, libelle: nom }]);
    this.nom.set(nom);
    this.formulaire.changer('structureId', id);
    this.creation.set(false);
  }

  protected async ajouter(): Promise<void> {
    const fait = await this.formulaire.soumettre((saisie) =>
      this.api.ajouterAdhesion(this.cooperativeId(), saisie).then(() => true),
    );
    if (!fait) return;
    this.toasts.succes(`${this.nom()} rejoint la coopérative.`);
    this.ferme.emit({ id: this.formulaire.valeur().structureId, nom: this.nom() });
  }
}
