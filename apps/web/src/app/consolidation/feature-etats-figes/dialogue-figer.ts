import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { jourAParis, jourEnChiffres } from '@coopilote/domain/commun/dates';
import { ecrireTrimestre, lireTrimestre } from '@coopilote/domain/commun/trimestre';
import { EtatFigeCree, type EtatFigeLu } from '@coopilote/domain/etats-figes/etats-figes.contract';
import {
  Choix,
  Dialogue,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieTexte,
  Toasts,
  compter,
  formatNombre,
  formatTrimestre,
} from '@coopilote/ui';
import { EtatsFigesApi, collectesDe, territoiresFigeables } from '../data/etats-figes';

/** A région and a département may have the same number. */
const cleDe = ({ regionCode, departementCode }: { regionCode: string; departementCode: string | null }): string =>
  departementCode ? `D${departementCode}` : `R${regionCode}`;

/** Keeps a quarter as it stands, under a name: says first, in words, what will be kept. */
@Component({
  selector: 'co-dialogue-figer',
  imports: [Choix, Dialogue, Occupe, ResumeErreurs, SaisieTexte],
  template: `
    <co-dialogue titre="Figer un trimestre" [ouvert]="true" (ouvertChange)="ferme.emit(null)">
      <form id="form-figer" novalidate class="pile-serree" (submit)="$event.preventDefault(); figer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <co-choix
          libelle="Trimestre"
          requis
          [options]="trimestres()"
          [value]="trimestre()"
          (valueChange)="formulaire.changer('trimestre', $event ?? '')"
          nom="trimestre"
          [erreur]="formulaire.champ('trimestre').erreur()"
        />
        @if (options().length > 1) {
          <co-choix
            libelle="Territoire"
            requis
            [options]="options()"
            [value]="territoire()"
            (valueChange)="territoire.set($event)"
            nom="departement"
            [erreur]="formulaire.champ('departement').erreur()"
          />
        }
        <co-saisie-texte
          libelle="Nom"
          requis
          aide="Celui qu’un rapport citera&nbsp;: «&nbsp;Comité régional de novembre&nbsp;»."
          [champ]="formulaire.champ('nom')"
        />
        <div class="note" role="status">
          <div>
            <p>{{ contenu() }}</p>
            <p>
              Pour chaque bilan sont gardés son état, les personnes touchées, la valeur et la prévision de chaque
              indicateur, le territoire, la structure, les thématiques et les publics de l’action. Rien ne pourra y être
              changé ni supprimé&nbsp;: les corrections d’après apparaîtront comme des différences.
            </p>
          </div>
        </div>
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(null)">Annuler</button>
        <button type="submit" form="form-figer" class="bouton" [coOccupe]="formulaire.occupe()">
          Figer le trimestre
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueFiger {
  /** « 2026-T3 »; the last ended quarter without it. */
  readonly quand = input<string>();
  readonly ferme = output<EtatFigeLu | null>();

  private readonly api = inject(EtatsFigesApi);
  private readonly toasts = inject(Toasts);
  private readonly territoires = territoiresFigeables();
  protected readonly formulaire = new FormulaireContrat(EtatFigeCree, {
    nom: `Situation au ${jourEnChiffres(jourAParis(new Date()))}`,
    trimestre: '',
  });
  /** By its value alone: typing a name must not read the collection again. */
  private readonly demande = computed(() => this.formulaire.valeur().trimestre || (this.quand() ?? null));
  private readonly collectes = collectesDe(this.demande);
  private readonly lues = computed(() => (this.collectes.hasValue() ? this.collectes.value() : null));

  protected readonly trimestres = computed(() =>
    this.connus().map((valeur) => ({
      valeur,
      libelle: formatTrimestre(lireTrimestre(valeur), true),
    })),
  );
  /** The list stays while another quarter is being read. */
  private readonly connus = linkedSignal<readonly string[] | undefined, readonly string[]>({
    source: () => this.lues()?.trimestres,
    computation: (lus, avant) => lus ?? avant?.value ?? [],
  });
  /** The one that is asked for, or else the last that has ended. */
  protected readonly trimestre = computed(() => {
    const lues = this.lues();
    return this.demande() ?? (lues ? ecrireTrimestre(lues) : null);
  });
  private readonly figeables = computed(() => (this.territoires.hasValue() ? this.territoires.value() : []));
  protected readonly options = computed(() =>
    this.figeables().map((territoire) => ({
      valeur: cleDe(territoire),
      libelle: territoire.departementCode
        ? `${territoire.departementCode} ${territoire.nom}`
        : `Région ${territoire.nom}`,
    })),
  );
  /** The widest that the person may freeze, until they choose. */
  protected readonly territoire = linkedSignal<string | null>(() => this.options()[0]?.valeur ?? null);
  private readonly choisi = computed(() => this.figeables().find((t) => cleDe(t) === this.territoire()) ?? null);

  /** « Seront figés 48 bilans attendus, dont 41 reçus et 39 validés. » */
  protected readonly contenu = computed(() => {
    const lues = this.lues();
    const lieu = this.choisi();
    if (!lues || !lieu) return 'Lecture de ce que tient ce trimestre…';
    const dedans = this.figeables().filter(
      (t) => t.regionCode === lieu.regionCode && (!lieu.departementCode || t.departementCode === lieu.departementCode),
    );
    const codes = new Set(dedans.map((t) => t.departementCode));
    const campagnes = lues.campagnes.filter((c) => codes.has(c.departementCode));
    const somme = (nombre: (c: (typeof campagnes)[number]) => number) => campagnes.reduce((n, c) => n + nombre(c), 0);
    const attendus = somme((c) => c.attendus);
    if (!attendus)
      return 'Aucun bilan n’est attendu pour ce trimestre sur ce territoire\u00a0: choisissez-en un autre.';
    const recus = somme((c) => c.transmis + c.valides);
    const valides = somme((c) => c.valides);
    return `Le ${formatTrimestre(lues)} tient ${compter(attendus, 'bilan attendu', 'bilans attendus')}, dont ${formatNombre(recus)} ${recus > 1 ? 'reçus' : 'reçu'} et ${formatNombre(valides)} ${valides > 1 ? 'validés' : 'validé'}\u00a0: c’est cette situation, à l’instant, qui sera figée.`;
  });

  protected async figer(): Promise<void> {
    const lieu = this.choisi();
    this.formulaire.changer('trimestre', this.trimestre() ?? '');
    const fige = await this.formulaire.soumettre((saisie) =>
      this.api.figer({ ...saisie, departement: lieu?.departementCode ?? null, region: lieu?.regionCode ?? null }),
    );
    if (!fige) return;
    this.toasts.succes('Trimestre figé.');
    this.ferme.emit(fige);
  }
}
