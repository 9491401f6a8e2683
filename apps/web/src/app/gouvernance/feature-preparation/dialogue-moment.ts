import { Component, Injector, OnInit, inject, input, output, runInInjectionContext } from '@angular/core';
import {
  FUSEAU_METROPOLE,
  LIBELLES_FUSEAUX,
  ReunionModifiee,
  jourDit,
  type ReunionLue,
} from '@coopilote/domain/gouvernance';
import {
  Conflit,
  ConflitDeSaisie,
  Dialogue,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieTexte,
  Toasts,
} from '@coopilote/ui';
import { ReunionApi } from '../data/reunion-api';
import { ReunionStore } from '../data/reunion.store';
import { versSaisie } from '../data/saisie-reunion';
import { ChampsReunion, exigerMoment } from '../ui/champs-reunion';

/** Title, date, length, time zone, place: versioned, with both versions when somebody wrote at the same time. */
@Component({
  selector: 'co-dialogue-moment',
  imports: [ChampsReunion, Conflit, Dialogue, Occupe, ResumeErreurs, SaisieTexte],
  template: `
    <co-dialogue titre="Date et lieu de la réunion" [ouvert]="true" (ouvertChange)="ferme.emit()">
      <form id="form-moment" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (conflit.differences(); as differences) {
          <co-conflit [differences]="differences" (garder)="garder()" (reprendre)="conflit.reprendre()" />
        }
        <co-saisie-texte libelle="Titre" [champ]="formulaire.champ('titre')" />
        <co-champs-reunion [formulaire]="formulaire" />
      </form>
      <ng-container actions>
        <button type="button" class="bouton second" (click)="ferme.emit()">Annuler</button>
        <button type="submit" form="form-moment" class="bouton" [coOccupe]="formulaire.occupe()">
          Enregistrer la date et le lieu
        </button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueMoment implements OnInit {
  readonly reunion = input.required<ReunionLue>();
  readonly ferme = output<void>();

  private readonly api = inject(ReunionApi);
  private readonly page = inject(ReunionStore);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<ReunionModifiee>;
  protected conflit!: ConflitDeSaisie<ReunionModifiee>;

  ngOnInit(): void {
    const reunion = this.reunion();
    // While a poll is open, the place may be said before the date.
    const exiger = reunion.debut || !reunion.sondage?.ouvert ? exigerMoment : undefined;
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () =>
        new FormulaireContrat<ReunionModifiee>(ReunionModifiee, versSaisie(reunion), {
          brouillon: `reunion-${reunion.id}`,
          exiger,
        }),
    );
    this.conflit = new ConflitDeSaisie(
      this.formulaire,
      ReunionModifiee,
      async () => versSaisie(await this.api.lire(reunion.id)),
      lisible,
    );
  }

  protected async enregistrer(): Promise<void> {
    const apres = await this.formulaire.soumettre((saisie) => this.api.modifier(this.reunion().id, saisie));
    await this.conflit.examiner();
    if (!apres) return;
    this.page.remplacer(apres);
    this.toasts.succes(
      apres.etat === 'CONVOQUEE'
        ? 'Enregistré. Renvoyez la convocation pour que les agendas se mettent à jour.'
        : 'La date et le lieu sont enregistrés.',
    );
    this.ferme.emit();
  }

  protected async garder(): Promise<void> {
    this.conflit.garder();
    await this.enregistrer();
  }
}

/** A wall clock and a time zone, as they are said. */
function lisible(champ: string, valeur: unknown): string | undefined {
  if (champ === 'debut' && typeof valeur === 'string') {
    const [jour = '', heure = ''] = valeur.split('T');
    return `${jourDit(new Date(`${jour}T12:00:00Z`), FUSEAU_METROPOLE)}, ${heure.replace(':', '\u00a0h\u00a0')}`;
  }
  if (champ === 'fuseau') return (LIBELLES_FUSEAUX as Record<string, string>)[String(valeur)];
  return undefined;
}
