import { CdkDrag, CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import { Component, computed, effect, inject, input, linkedSignal, output, untracked } from '@angular/core';
import {
  LIBELLES_PARTIES,
  type ConventionLue,
  type PartieSaisie,
  type PartiesSaisies,
} from '@coopilote/domain/conventions';
import { deplacer } from '@coopilote/domain/gouvernance/deroule.rules';
import {
  ActesRang,
  Choix,
  Icone,
  OrdreDeListe,
  SaisieTexte,
  type ChampDeFormulaire,
  type FormulaireContrat,
  type Option,
} from '@coopilote/ui';

/**
 * Parties in the order of the document: put in order by hand (drag) or by the keyboard (two buttons). What is said of each
 * is folded once it is whole.
 */
@Component({
  selector: 'co-liste-parties',
  imports: [ActesRang, CdkDrag, CdkDragHandle, CdkDropList, Choix, Icone, SaisieTexte],
  providers: [OrdreDeListe],
  templateUrl: './liste-parties.html',
  styleUrl: './liste-parties.css',
})
export class ListeParties {
  readonly formulaire = input.required<FormulaireContrat<PartiesSaisies>>();
  readonly signataires = input.required<ConventionLue['signatairesPossibles']>();
  readonly changees = output<PartieSaisie[]>();

  protected readonly ordre = inject(OrdreDeListe);
  protected readonly genres = LIBELLES_PARTIES;
  protected readonly parties = computed(() => this.formulaire().valeur().parties);
  /** Those whose fields show: at first, those that miss something. */
  protected readonly ouvertes = linkedSignal<FormulaireContrat<PartiesSaisies>, ReadonlySet<string>>({
    source: this.formulaire,
    computation: (formulaire) =>
      new Set(
        untracked(() => formulaire.valeur().parties)
          .filter(({ representant, qualite }) => !representant || !qualite)
          .map(({ id }) => id ?? ''),
      ),
  });

  constructor() {
    // What is refused must be on screen: the summary leads to it.
    effect(() => {
      const refusees = this.formulaire()
        .toutesLesErreurs()
        .map(({ champ }) => /^parties\.(\d+)/.exec(champ)?.[1])
        .map((rang) => untracked(() => this.parties()[Number(rang)]?.id))
        .filter((id) => id != null);
      if (refusees.length) this.ouvertes.update((connues) => new Set([...connues, ...refusees]));
    });
  }

  /** Shows the fields of a party and goes to them. */
  ouvrir(id: string): void {
    this.ouvertes.update((connues) => new Set([...connues, id]));
    this.ordre.saisir(id);
  }

  protected basculer(id: string): void {
    if (!this.ouvertes().has(id)) return this.ouvrir(id);
    this.ouvertes.update((connues) => new Set([...connues].filter((connue) => connue !== id)));
  }

  protected champ(rang: number, nom: keyof PartieSaisie): ChampDeFormulaire {
    return this.formulaire().champ(`parties.${rang}.${nom}`);
  }

  protected options({ structureId }: PartieSaisie): readonly Option[] {
    return this.signataires()
      .filter((personne) => personne.structureId === (structureId ?? null))
      .map(({ id, nom }) => ({ valeur: id, libelle: nom }));
  }

  protected aideSignataire({ genre, structureId }: PartieSaisie): string {
    if (genre === 'FINANCEUR') return 'Un autre financeur signe sur papier\u00a0: sa copie est déposée.';
    return this.options({ structureId } as PartieSaisie).length
      ? ''
      : 'Personne de cette partie n’a encore de compte\u00a0: elle signera sur papier.';
  }

  protected deposer({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    if (previousIndex !== currentIndex) this.bouger(previousIndex, currentIndex);
  }

  protected bouger(de: number, vers: number, pas?: -1 | 1): void {
    const partie = this.parties()[de];
    if (!partie || vers < 0 || vers >= this.parties().length) return;
    this.changees.emit(deplacer(this.parties(), de, vers));
    const place = vers === 0 ? 'première partie' : `${vers + 1}ᵉ partie`;
    this.ordre.dire(() => `«\u00a0${partie.nom}\u00a0»\u00a0: ${place} sur ${this.parties().length}.`);
    if (pas) this.ordre.suivre(partie.id ?? '', pas);
  }

  protected retirer(partie: PartieSaisie, rang: number): void {
    const voisine = this.parties()[rang + 1] ?? this.parties()[rang - 1];
    this.changees.emit(this.parties().filter(({ id }) => id !== partie.id));
    this.ordre.annonce.set(`«\u00a0${partie.nom || 'Partie'}\u00a0» est retirée des parties.`);
    if (voisine) this.ordre.viser(voisine.id ?? '', ['retirer']);
  }
}
