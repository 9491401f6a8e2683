import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import {
  ReunionModifiee,
  destinatairesDe,
  dureeDite,
  remplissage,
  type ReunionLue,
} from '@coopilote/domain/gouvernance';
import {
  Conflit,
  ConflitDeSaisie,
  Dialogue,
  FormulaireContrat,
  Icone,
  Occupe,
  ResumeErreurs,
  SaisieLongue,
  Toasts,
  compter,
} from '@coopilote/ui';
import { ReunionApi } from '../data/reunion-api';
import { versSaisie } from '../data/saisie-reunion';
import { momentDeReunion } from '../ui/dire';

/** Shows what leaves and to whom, then convenes; once convened, sends the invitation again as an update. */
@Component({
  selector: 'co-dialogue-convocation',
  imports: [Conflit, Dialogue, Icone, Occupe, ResumeErreurs, SaisieLongue],
  templateUrl: './dialogue-convocation.html',
  styleUrl: './dialogue-convocation.css',
})
export class DialogueConvocation implements OnInit {
  readonly reunion = input.required<ReunionLue>();
  /** The meeting as it then stands, or null when nothing left. */
  readonly ferme = output<ReunionLue | null>();

  private readonly api = inject(ReunionApi);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<ReunionModifiee>;
  protected conflit!: ConflitDeSaisie<ReunionModifiee>;

  protected readonly renvoi = computed(() => this.reunion().etat === 'CONVOQUEE');
  protected readonly acte = computed(() => (this.renvoi() ? 'Renvoyer la convocation' : 'Convoquer'));
  protected readonly moment = computed(() => momentDeReunion(this.reunion()));
  protected readonly joignables = computed(() => destinatairesDe(this.reunion().participants));
  protected readonly injoignables = computed(() => this.reunion().participants.filter(({ courriel }) => !courriel));
  protected readonly destinataires = computed(() => compter(this.joignables().length, 'personne'));
  protected readonly possible = computed(() => this.moment() !== null && this.reunion().participants.length > 0);
  protected readonly duree = dureeDite;
  /** Said before it leaves, without holding it back. */
  protected readonly remarques = computed(() => {
    const { points, duree } = this.reunion();
    const { reste } = remplissage(points, duree);
    const dites: string[] = [];
    if (!points.length) dites.push('L’ordre du jour est vide.');
    if (reste < 0) dites.push(`L’ordre du jour dépasse la durée de la réunion de ${dureeDite(-reste)}.`);
    if (!this.reunion().lieu && !this.reunion().visio) dites.push('Ni lieu ni visioconférence ne sont indiqués.');
    return dites;
  });

  ngOnInit(): void {
    const depart = versSaisie(this.reunion());
    this.formulaire = runInInjectionContext(this.injecteur, () => new FormulaireContrat(ReunionModifiee, depart));
    this.conflit = new ConflitDeSaisie(this.formulaire, ReunionModifiee, async () =>
      versSaisie(await this.api.lire(this.reunion().id)),
    );
  }

  protected async envoyer(): Promise<void> {
    const { id } = this.reunion();
    const modifie = this.formulaire.modifie();
    const apres = await this.formulaire.soumettre(async (saisie) => {
      const { version } = modifie ? await this.api.modifier(id, saisie) : saisie;
      return this.api.changerEtat(id, { vers: 'CONVOQUEE', version });
    });
    await this.conflit.examiner();
    if (!apres) return;
    this.toasts.succes(
      this.renvoi()
        ? `La convocation est renvoyée à ${this.destinataires()}.`
        : `La réunion est convoquée\u00a0: ${this.destinataires()} ${this.joignables().length > 1 ? 'reçoivent' : 'reçoit'} l’invitation.`,
    );
    this.ferme.emit(apres);
  }

  protected async garder(): Promise<void> {
    this.conflit.garder();
    await this.envoyer();
  }
}
