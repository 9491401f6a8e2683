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
} from '@angular/core';
import { Router } from '@angular/router';
import { FUSEAU_METROPOLE, ReunionCreee, fuseauDuDepartement, type InstanceLue } from '@coopilote/domain/gouvernance';
import {
  Case,
  Choix,
  Dialogue,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  Toasts,
  compter,
  type Option,
} from '@coopilote/ui';
import { SessionStore } from '../../platform/session-store';
import { GouvernanceApi } from '../data/gouvernance-api';
import { ChampsReunion, exigerMoment } from '../ui/champs-reunion';

const DUREE_PROPOSEE = 120;

/** Creates a meeting of an instance; its page then opens, on the poll when the date is not known yet. */
@Component({
  selector: 'co-dialogue-reunion',
  imports: [Case, ChampsReunion, Choix, Dialogue, Occupe, ResumeErreurs],
  template: `
    <co-dialogue titre="Créer une réunion" [ouvert]="true" (ouvertChange)="ferme.emit(false)">
      <form id="form-reunion" novalidate class="pile-serree" (submit)="$event.preventDefault(); creer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        <co-choix
          libelle="Instance"
          requis
          [aide]="aide()"
          [options]="options()"
          [champ]="formulaire.champ('instanceId')"
        />
        <co-case
          libelle="Je ne connais pas encore la date : proposer un sondage"
          [value]="sansDate()"
          (valueChange)="changerSansDate($event)"
        />
        <co-champs-reunion [formulaire]="formulaire" [sansDate]="sansDate()" />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button type="submit" form="form-reunion" class="bouton" [coOccupe]="formulaire.occupe()">
          {{ sansDate() ? 'Créer et proposer des dates' : 'Créer la réunion' }}
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueReunion implements OnInit {
  readonly instances = input.required<readonly InstanceLue[]>();
  readonly ferme = output<boolean>();

  private readonly api = inject(GouvernanceApi);
  private readonly session = inject(SessionStore);
  private readonly routeur = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<ReunionCreee>;
  protected readonly sansDate = signal(false);

  protected readonly options = computed<readonly Option[]>(() =>
    this.instances().map(({ id, intitule }) => ({ valeur: id, libelle: intitule })),
  );

  ngOnInit(): void {
    const copil = this.instances().find(({ genre }) => genre === 'COPIL') ?? this.instances()[0];
    const departement = this.session.attributions().find((a) => a.departementCode)?.departementCode;
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () =>
        new FormulaireContrat(
          ReunionCreee,
          {
            instanceId: copil?.id ?? '',
            debut: null,
            duree: DUREE_PROPOSEE,
            fuseau: departement ? fuseauDuDepartement(departement) : FUSEAU_METROPOLE,
            lieu: null,
            visio: null,
          },
          { exiger: (saisie) => (this.sansDate() ? {} : exigerMoment(saisie)) },
        ),
    );
  }

  protected aide(): string {
    const instance = this.instances().find(({ id }) => id === this.formulaire.valeur().instanceId);
    if (!instance) return '';
    const sieges = instance.membres.filter(({ enMandat }) => enMandat).length;
    return sieges
      ? `${compter(sieges, 'siège')}\u00a0: leurs titulaires seront conviés.`
      : 'Personne n’y siège encore\u00a0: vous ajouterez les personnes à convier une à une.';
  }

  protected changerSansDate(sansDate: boolean): void {
    this.sansDate.set(sansDate);
    if (sansDate) this.formulaire.changer('debut', null);
  }

  protected async creer(): Promise<void> {
    const reunion = await this.formulaire.soumettre((saisie) => this.api.creerReunion(saisie));
    if (!reunion) return;
    this.toasts.succes(`${reunion.titre}\u00a0: la réunion est créée.`);
    this.ferme.emit(false);
    await this.routeur.navigate(['/reunions', reunion.id], { state: { proposerDates: this.sansDate() } });
  }
}
