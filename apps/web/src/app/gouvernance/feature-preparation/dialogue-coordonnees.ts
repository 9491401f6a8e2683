import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import { ParticipantModifie, type ParticipantLu, type ReunionLue } from '@coopilote/domain/gouvernance';
import { Dialogue, FormulaireContrat, Occupe, ResumeErreurs, SaisieTexte, Toasts } from '@coopilote/ui';
import { ReunionApi } from '../data/reunion-api';
import { ReunionStore } from '../data/reunion.store';

/** Mends how somebody without an account is named and reached, for this meeting. */
@Component({
  selector: 'co-dialogue-coordonnees',
  imports: [Dialogue, Occupe, ResumeErreurs, SaisieTexte],
  template: `
    <co-dialogue titre="Corriger les coordonnées" [ouvert]="true" (ouvertChange)="ferme.emit()">
      <form id="form-coordonnees" novalidate class="pile-serree" (submit)="$event.preventDefault(); corriger()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <co-saisie-texte libelle="Nom" requis [champ]="formulaire.champ('nom')" />
        <co-saisie-texte
          libelle="Courriel"
          type="email"
          clavier="email"
          [aide]="suite()"
          [champ]="formulaire.champ('courriel')"
        />
        <p class="petit">
          Pour les réunions suivantes, corrigez aussi le siège, dans la gouvernance de la coopérative.
        </p>
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit()">Annuler</button>
        <button type="submit" form="form-coordonnees" class="bouton" [coOccupe]="formulaire.occupe()">
          Enregistrer les coordonnées
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueCoordonnees implements OnInit {
  readonly reunion = input.required<ReunionLue>();
  readonly participant = input.required<ParticipantLu>();
  readonly ferme = output<void>();

  private readonly api = inject(ReunionApi);
  private readonly page = inject(ReunionStore);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<ParticipantModifie>;

  /** What leaves by itself once the address is another. */
  protected readonly suite = computed(() => {
    if (this.reunion().etat === 'CONVOQUEE') return 'La convocation part à la nouvelle adresse, et à elle seule.';
    if (!this.reunion().sondage?.ouvert) return '';
    return 'Le lien du sondage part à la nouvelle adresse\u00a0; l’ancien lien ne s’ouvre plus.';
  });

  ngOnInit(): void {
    const { nom, courriel, version } = this.participant();
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () => new FormulaireContrat(ParticipantModifie, { nom, courriel, version }),
    );
  }

  protected async corriger(): Promise<void> {
    const { id } = this.reunion();
    const apres = await this.formulaire.soumettre((saisie) =>
      this.api.corrigerParticipant(id, this.participant().id, saisie),
    );
    if (!apres) return this.relireSiPerime();
    this.page.remplacer(apres);
    this.toasts.succes(`Les coordonnées de ${this.formulaire.valeur().nom} sont enregistrées.`);
    this.ferme.emit();
  }

  /** Somebody noted this person meanwhile: what is typed here stays, and can be sent on the new version. */
  private async relireSiPerime(): Promise<void> {
    if (this.formulaire.probleme()?.code !== 'VERSION_PERIMEE') return;
    const actuelle = await this.api.lire(this.reunion().id);
    this.page.remplacer(actuelle);
    const connu = actuelle.participants.find(({ id }) => id === this.participant().id);
    if (connu) this.formulaire.changer('version', connu.version);
  }
}
