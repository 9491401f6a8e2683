import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import type { ConventionEnVigueur } from '@coopilote/domain/conventions';
import {
  LIBELLES_NIVEAUX,
  MIROIR_IMPACT,
  ObjectifModifie,
  ObjectifSaisi,
  type NiveauObjectif,
  type ObjectifLu,
  type ProgrammeLu,
} from '@coopilote/domain/cooperatives';
import {
  Conflit,
  ConflitDeSaisie,
  Dialogue,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieLongue,
  Toasts,
} from '@coopilote/ui';
import { HttpClient, httpResource } from '@angular/common/http';
import { firstValueFrom } from 'rxjs';
import { DansConvention } from '../../conventions/ui/dans-convention';
import { CooperativesApi } from '../data/cooperatives-api';

/** What the dialog writes: a known objective, or a new one under a parent. */
export interface ObjectifAEcrire {
  niveau: NiveauObjectif;
  objectif?: ObjectifLu;
  parent?: ObjectifLu;
  ordre: number;
}

const AIDES: Record<NiveauObjectif, string> = {
  GENERAL: 'Le changement de santé visé sur le territoire, à long terme.',
  SPECIFIQUE: 'Ce qui doit changer pour y parvenir : accès, pratiques, environnement…',
  OPERATIONNEL: 'Ce que les partenaires feront, mesurable : les fiches-actions s’y rattachent.',
};
const AIDES_IMPACT: Record<NiveauObjectif, string> = {
  GENERAL: 'Ce qui aura changé pour la population quand l’objectif sera atteint.',
  SPECIFIQUE: 'L’effet attendu chez les habitants ou les professionnels.',
  OPERATIONNEL: 'Ce qui aura été produit ou réalisé.',
};

/** Writes an objective and its mirror on the logic model of impact (guide, fiche 6). */
@Component({
  selector: 'co-dialogue-objectif',
  imports: [Conflit, DansConvention, Dialogue, Occupe, ResumeErreurs, SaisieLongue],
  template: `
    <co-dialogue [titre]="titre()" [ouvert]="true" (ouvertChange)="ferme.emit(false)">
      <form id="form-objectif" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (conflit?.differences(); as differences) {
          <co-conflit [differences]="differences" (garder)="garder()" (reprendre)="conflit.reprendre()" />
        }
        @if (convention(); as touchee) {
          <co-dans-convention quoi="Cet objectif est inscrit dans la convention signée" [convention]="touchee" />
        }
        @if (cible().parent; as parent) {
          <p class="petit">{{ niveaux[parent.niveau] }}&nbsp;: {{ parent.intitule }}</p>
        }
        <co-saisie-longue
          libelle="Intitulé"
          requis
          [aide]="aides[cible().niveau]"
          [lignes]="3"
          [longueurMax]="1000"
          [champ]="formulaire.champ('intitule')"
        />
        <co-saisie-longue
          [libelle]="miroir[cible().niveau]"
          [aide]="aidesImpact[cible().niveau]"
          [lignes]="2"
          [longueurMax]="1000"
          [champ]="formulaire.champ('impact')"
        />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button type="submit" form="form-objectif" class="bouton" [coOccupe]="formulaire.occupe()">
          {{ cible().objectif ? 'Enregistrer l’objectif' : 'Ajouter l’objectif' }}
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueObjectif implements OnInit {
  readonly cooperativeId = input.required<string>();
  readonly cible = input.required<ObjectifAEcrire>();
  /** True when the programme changed. */
  readonly ferme = output<boolean>();

  private readonly api = inject(CooperativesApi);
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected readonly niveaux = LIBELLES_NIVEAUX;
  protected readonly miroir = MIROIR_IMPACT;
  protected readonly aides = AIDES;
  protected readonly aidesImpact = AIDES_IMPACT;
  protected formulaire!: FormulaireContrat<Pick<ObjectifSaisi, 'intitule' | 'impact' | 'ordre'>>;
  protected conflit: ConflitDeSaisie<ObjectifModifie> | null = null;
  private envoyer!: () => Promise<true | undefined>;

  /** Asked for once, when what is edited may be in its text. */
  private readonly enVigueur = httpResource<ConventionEnVigueur>(() =>
    this.cible().objectif ? `/api/cooperatives/${this.cooperativeId()}/convention-en-vigueur` : undefined,
  );
  protected readonly convention = computed(() => {
    const convention = this.enVigueur.hasValue() ? this.enVigueur.value().convention : null;
    const { objectif, niveau } = this.cible();
    const dedans = niveau === 'GENERAL' ? convention?.general : convention?.objectifs.includes(objectif?.id ?? '');
    return dedans ? convention : null;
  });

  protected readonly titre = computed(() => {
    const { objectif, niveau } = this.cible();
    const nom = LIBELLES_NIVEAUX[niveau].toLowerCase();
    return objectif ? `Modifier l’${nom}` : `Ajouter un ${nom}`;
  });

  ngOnInit(): void {
    runInInjectionContext(this.injecteur, () => {
      const { objectif, niveau, parent, ordre } = this.cible();
      if (objectif) this.preparerEdition(objectif);
      else this.preparerCreation({ niveau, parentId: parent?.id ?? null, intitule: '', impact: null, ordre });
    });
  }

  private preparerCreation(vierge: ObjectifSaisi): void {
    const creation = new FormulaireContrat(ObjectifSaisi, vierge);
    this.formulaire = creation;
    this.envoyer = () =>
      creation.soumettre((saisie) => this.api.ajouterObjectif(this.cooperativeId(), saisie).then(() => true as const));
  }

  private preparerEdition(objectif: ObjectifLu): void {
    const versSaisie = ({ intitule, impact, ordre, version }: ObjectifLu) => ({ intitule, impact, ordre, version });
    const edition = new FormulaireContrat(ObjectifModifie, versSaisie(objectif));
    this.formulaire = edition;
    this.conflit = new ConflitDeSaisie(edition, ObjectifModifie, async () => {
      const adresse = `/api/cooperatives/${this.cooperativeId()}/programme`;
      const { objectifs } = await firstValueFrom(this.http.get<ProgrammeLu>(adresse));
      return versSaisie(objectifs.find(({ id }) => id === objectif.id) ?? objectif);
    });
    this.envoyer = () =>
      edition.soumettre((saisie) =>
        this.api.modifierObjectif(this.cooperativeId(), objectif.id, saisie).then(() => true as const),
      );
  }

  protected async enregistrer(): Promise<void> {
    const fait = await this.envoyer();
    await this.conflit?.examiner();
    if (!fait) return;
    this.toasts.succes(this.cible().objectif ? 'Objectif enregistré.' : 'Objectif ajouté.');
    this.ferme.emit(true);
  }

  protected async garder(): Promise<void> {
    this.conflit?.garder();
    await this.enregistrer();
  }
}
