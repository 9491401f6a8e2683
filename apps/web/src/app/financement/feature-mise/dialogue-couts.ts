import { Component, Injector, OnInit, inject, input, output, runInInjectionContext } from '@angular/core';
import {
  CoutsReels,
  LIBELLES_POSTES,
  POSTES_COUT,
  type CoutReel,
  type MiseADispositionLue,
} from '@coopilote/domain/financement';
import {
  Choix,
  Dialogue,
  EurosPipe,
  FormulaireContrat,
  Icone,
  Occupe,
  ResumeErreurs,
  SaisieMontant,
  SaisieNombre,
  SaisieTexte,
  Toasts,
  type ChampDeFormulaire,
  type Option,
} from '@coopilote/ui';
import { MisesApi } from '../data/mises-api';

/** What it really cost, line by line; a cost that was not planned is added. */
@Component({
  selector: 'co-dialogue-couts',
  imports: [Choix, Dialogue, EurosPipe, Icone, Occupe, ResumeErreurs, SaisieMontant, SaisieNombre, SaisieTexte],
  template: `
    <co-dialogue large titre="Coûts réels" [ouvert]="true" (ouvertChange)="ferme.emit(null)">
      <form id="form-couts" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        @for (cout of formulaire.valeur().couts; track $index; let rang = $index) {
          <div class="ligne" [class.ligne-prevue]="prevu(cout)">
            @if (prevu(cout); as montant) {
              <span class="nom"
                >{{ cout.annee }}, {{ libelles[cout.poste] }}
                <span class="petit num">{{ montant | euros }} prévus</span></span
              >
            } @else {
              <co-saisie-nombre
                class="annee"
                [libelle]="'Année, ligne ' + (rang + 1)"
                requis
                [decimales]="0"
                [champ]="champ(rang, 'annee')"
              />
              <co-choix
                class="nom"
                [libelle]="'Poste, ligne ' + (rang + 1)"
                requis
                [options]="postes"
                [champ]="champ(rang, 'poste')"
              />
              <co-saisie-texte
                class="nom"
                [libelle]="'Précision, ligne ' + (rang + 1)"
                [longueurMax]="200"
                [champ]="champ(rang, 'libelle')"
              />
            }
            <co-saisie-montant
              class="cle"
              [libelle]="
                'Coût réel, ' + (prevu(cout) ? libelles[cout.poste] + ' ' + cout.annee : 'ligne ' + (rang + 1))
              "
              [libelleMasque]="prevu(cout) > 0"
              [champ]="champ(rang, 'reel')"
            />
            @if (!prevu(cout)) {
              <button type="button" class="bouton discret compact" (click)="retirer(rang)">
                <co-icone nom="corbeille" /><span class="masque">Retirer la ligne {{ rang + 1 }}</span>
              </button>
            }
          </div>
        }
        <button type="button" class="bouton second compact" (click)="ajouter()">
          <co-icone nom="plus" />Ajouter un coût qui n’était pas prévu
        </button>
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(null)">Annuler</button>
        <button type="submit" form="form-couts" class="bouton" [coOccupe]="formulaire.occupe()">
          Enregistrer les coûts
        </button>
      </ng-container>
    </co-dialogue>
  `,
  styleUrl: './dialogue-mise.css',
})
export class DialogueCouts implements OnInit {
  readonly mise = input.required<MiseADispositionLue>();
  readonly ferme = output<MiseADispositionLue | null>();

  protected readonly libelles = LIBELLES_POSTES;
  protected readonly postes: readonly Option[] = POSTES_COUT.map((poste) => ({
    valeur: poste,
    libelle: LIBELLES_POSTES[poste],
  }));
  protected formulaire!: FormulaireContrat<CoutsReels>;
  private readonly api = inject(MisesApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);

  ngOnInit(): void {
    const { couts, version } = this.mise();
    const saisie = { couts: couts.map(({ prevu: _, ...cout }) => cout), version };
    this.formulaire = runInInjectionContext(this.injecteur, () => new FormulaireContrat(CoutsReels, saisie));
  }

  /** 0: it was not planned. */
  protected prevu({ id }: CoutReel): number {
    return this.mise().couts.find((cout) => cout.id === id)?.prevu ?? 0;
  }

  protected champ(rang: number, nom: keyof CoutReel): ChampDeFormulaire {
    return this.formulaire.champ(`couts.${rang}.${nom}`);
  }

  protected ajouter(): void {
    const annee = this.formulaire.valeur().couts.at(-1)?.annee ?? Number(this.mise().debut.slice(0, 4));
    const cout: CoutReel = { id: null, annee, poste: 'FRAIS', libelle: null, reel: null };
    this.formulaire.changer('couts', [...this.formulaire.valeur().couts, cout]);
  }

  protected retirer(rang: number): void {
    this.formulaire.changer(
      'couts',
      this.formulaire.valeur().couts.filter((_, autre) => autre !== rang),
    );
  }

  protected async enregistrer(): Promise<void> {
    const lue = await this.formulaire.soumettre((saisie) => this.api.saisirCouts(this.mise().id, saisie));
    if (!lue) return;
    this.toasts.succes('Coûts réels enregistrés.');
    this.ferme.emit(lue);
  }
}
