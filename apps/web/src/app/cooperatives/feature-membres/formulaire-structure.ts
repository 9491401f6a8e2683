import { httpResource } from '@angular/common/http';
import { Component, computed, inject, output, signal } from '@angular/core';
import { FORMES_JURIDIQUES, LIBELLES_FORMES, StructureSaisie, type Doublon } from '@coopilote/domain/structures';
import { Autocomplete, Choix, FormulaireContrat, Icone, ResumeErreurs, SaisieTexte, type Option } from '@coopilote/ui';
import { CooperativesApi } from '../data/cooperatives-api';
import { optionsDeListe } from '../data/listes';

const MOTIFS: Record<Doublon['motif'], string> = {
  SIRET: 'même SIRET',
  RNA: 'même numéro RNA',
  FINESS: 'même numéro FINESS',
  NOM: 'nom très proche',
};

/** Nothing is compared before there is something to compare. */
const LONGUEUR_NOM_MIN = 4;

/** What is needed to create a structure, and the ones that look like it. */
@Component({
  selector: 'co-formulaire-structure',
  imports: [Autocomplete, Choix, Icone, ResumeErreurs, SaisieTexte],
  template: `
    <form id="form-structure" novalidate class="pile-serree" (submit)="$event.preventDefault(); creer()">
      <co-resume-erreurs [formulaire]="formulaire" />
      <co-saisie-texte libelle="Nom" requis [champ]="formulaire.champ('nom')" (quitte)="comparer()" />
      <div class="deux">
        <co-saisie-texte libelle="Sigle" [champ]="formulaire.champ('sigle')" />
        <co-saisie-texte
          libelle="SIRET"
          aide="Quatorze chiffres."
          clavier="numeric"
          [champ]="formulaire.champ('siret')"
          (quitte)="comparer()"
        />
      </div>
      <co-autocomplete
        libelle="Commune"
        requis
        [chercher]="chercherCommunes"
        [champ]="formulaire.champ('communeCode')"
        (choisi)="comparer()"
      />
      <div role="status">
        @if (doublons().length) {
          <div class="note note-attente doublons">
            <p class="rang"><co-icone nom="alerte" /><b>Cette structure existe peut-être déjà.</b></p>
            <ul>
              @for (doublon of doublons(); track doublon.id) {
                <li>
                  <span
                    ><b>{{ doublon.nom }}</b
                    >, {{ doublon.commune }} ({{ motifs[doublon.motif] }})</span
                  >
                  <button
                    type="button"
                    class="bouton second"
                    (click)="prendre.emit({ id: doublon.id, nom: doublon.nom })"
                  >
                    Prendre celle-ci<span class="masque">&nbsp;: {{ doublon.nom }}</span>
                  </button>
                </li>
              }
            </ul>
          </div>
        }
      </div>
      <div class="deux">
        <co-choix libelle="Forme juridique" requis [options]="formes" [champ]="formulaire.champ('formeJuridique')" />
        <co-choix libelle="Secteur" requis [options]="secteurs()" [champ]="formulaire.champ('secteurId')" />
      </div>
      <co-saisie-texte libelle="Adresse" [champ]="formulaire.champ('adresse')" />
      <div class="deux">
        <co-saisie-texte libelle="Téléphone" type="tel" clavier="tel" [champ]="formulaire.champ('telephone')" />
        <co-saisie-texte libelle="Courriel" type="email" clavier="email" [champ]="formulaire.champ('courriel')" />
      </div>
    </form>
  `,
  styles: `
    .deux {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
      gap: var(--e3) var(--e4);
    }
    .doublons {
      display: grid;
    }
    ul {
      display: grid;
      gap: var(--e2);
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--e2);
      justify-content: space-between;
      align-items: center;
    }
  `,
})
export class FormulaireStructure {
  /** An existing structure was recognised. */
  readonly prendre = output<{ id: string; nom: string }>();
  readonly cree = output<{ id: string; nom: string }>();

  private readonly api = inject(CooperativesApi);
  protected readonly motifs = MOTIFS;
  protected readonly formes: readonly Option[] = FORMES_JURIDIQUES.map((forme) => ({
    valeur: forme,
    libelle: LIBELLES_FORMES[forme],
  }));
  protected readonly secteurs = optionsDeListe('SECTEUR');
  readonly formulaire = new FormulaireContrat(StructureSaisie, {
    nom: '',
    sigle: null,
    siret: null,
    formeJuridique: null as unknown as StructureSaisie['formeJuridique'],
    secteurId: '',
    adresse: null,
    communeCode: '',
    telephone: null,
    courriel: null,
  });

  private readonly signes = signal<Record<string, string> | null>(null);
  private readonly doublonsLus = httpResource<Doublon[]>(() => {
    const params = this.signes();
    return params ? { url: '/api/structures/doublons', params } : undefined;
  });
  protected readonly doublons = computed(() => (this.doublonsLus.hasValue() ? this.doublonsLus.value() : []));

  protected readonly chercherCommunes = async (terme: string): Promise<readonly Option[]> => {
    const communes = await this.api.chercherCommunes(terme);
    return communes.map(({ code, nom, departementCode }) => ({ valeur: code, libelle: nom, detail: departementCode }));
  };

  /** Asks for what looks like it once a field that tells is left, not at each letter. */
  protected comparer(): void {
    const { nom, siret, communeCode } = this.formulaire.valeur();
    const signes: Record<string, string> = {};
    if (siret && !this.formulaire.erreur('siret')) signes['siret'] = siret;
    if (communeCode && nom.trim().length >= LONGUEUR_NOM_MIN) Object.assign(signes, { nom: nom.trim(), communeCode });
    this.signes.set(Object.keys(signes).length ? signes : null);
  }

  protected async creer(): Promise<void> {
    const cree = await this.formulaire.soumettre((saisie) => this.api.creerStructure(saisie));
    if (cree) this.cree.emit({ id: cree.id, nom: this.formulaire.valeur().nom });
  }
}
