import {
  Component,
  Injector,
  type OnInit,
  ViewEncapsulation,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import type { BilanLu } from '@coopilote/domain/bilans/bilan.contract';
import {
  type CleTexteBilan,
  type ContenuBilan,
  LIBELLES_TEXTES_BILAN,
  type QuestionBilan,
  TEXTES_BILAN,
  questionsDemandees,
} from '@coopilote/domain/bilans/bilan.rules';
import { TYPES_INDICATEUR } from '@coopilote/domain/referentiel/listes';
import { Icone } from '@coopilote/ui/affichage/icone';
import { SaisieNombre } from '@coopilote/ui/champs/saisie-nombre';
import { Toasts } from '@coopilote/ui/dialogue/toasts';
import { compter, formatDateLongue, formatHeure, formatNombre } from '@coopilote/ui/format/format';
import { elementDuChamp } from '../modele/elements';
import { nomCourt } from '../modele/libelles';
import { ApercuEnvoi } from '../ui/apercu-envoi';
import { ComparaisonBilan } from '../ui/comparaison-bilan';
import { EnteteBilan } from '../ui/entete-bilan';
import { IndicateurSaisie } from '../ui/indicateur-saisie';
import { NoteRetour } from '../ui/note-retour';
import { PiedBrouillon } from '../ui/pied-brouillon';
import { QuestionSaisie } from '../ui/question-saisie';
import { SuiteSaisie } from '../ui/suite-saisie';
import { allerAuChamp } from './aller-au-champ';
import { ClasseurBilan } from './classeur-bilan';
import { ContributionsBilan } from './contributions-bilan';
import { DepartDiffere } from './depart-differe';
import { EnregistrementBilan } from './enregistrement-bilan';
import { SaisieStore } from './saisie-store';

/** Where one stands in the form, kept in the address (`?etape=`): the browser's Back leads back to the questions. */
export type Etape = 'envoi' | 'comparer' | 'classeur' | 'confier' | undefined;

const TITRES_TYPES = {
  PROCESSUS: 'Indicateurs de processus',
  ACTIVITE: 'Indicateurs d’activité',
  RESULTAT: 'Indicateurs de résultats',
};

/** The report form (T4): one column, phone first. */
@Component({
  selector: 'co-saisie-bilan',
  imports: [
    ApercuEnvoi,
    ClasseurBilan,
    ComparaisonBilan,
    ContributionsBilan,
    EnteteBilan,
    Icone,
    IndicateurSaisie,
    NoteRetour,
    PiedBrouillon,
    QuestionSaisie,
    SaisieNombre,
    SuiteSaisie,
  ],
  providers: [DepartDiffere, EnregistrementBilan, SaisieStore],
  encapsulation: ViewEncapsulation.None,
  host: { class: 'page-etroite saisie-bilan' },
  templateUrl: './saisie-bilan.html',
  styleUrl: './saisie-bilan.css',
})
export class SaisieBilan implements OnInit {
  readonly bilan = input.required<BilanLu>();
  readonly etape = input<Etape>();
  /** The report has changed state elsewhere: it must be read again. */
  readonly perime = output<void>();

  protected readonly store = inject(SaisieStore);
  protected readonly enregistrement = inject(EnregistrementBilan);
  protected readonly depart = inject(DepartDiffere);
  private readonly toasts = inject(Toasts);
  private readonly routeur = inject(Router);
  private readonly injecteur = inject(Injector);

  protected readonly realisation = computed(() => this.questions('REALISATION'));
  protected readonly effets = computed(() => this.questions('EFFETS'));
  protected readonly suites = TEXTES_BILAN.map((cle) => ({ cle, titre: LIBELLES_TEXTES_BILAN[cle] }));
  protected readonly compter = compter;
  private readonly dernier = signal('');
  /** Whether the whole form is drawn: what is far below the first screen comes once the phone has shown it. */
  protected readonly entier = signal(false);

  protected readonly avant = computed(() => this.bilan().precedent?.contenu ?? null);
  protected readonly nomAvant = computed(() => {
    const precedent = this.bilan().precedent;
    return precedent ? nomCourt(precedent, this.bilan().annee) : '';
  });
  protected readonly groupes = computed(() =>
    TYPES_INDICATEUR.map((type) => ({
      type,
      titre: TITRES_TYPES[type],
      indicateurs: this.bilan().indicateurs.filter((indicateur) => indicateur.type === type),
    })).filter(({ indicateurs }) => indicateurs.length),
  );
  protected readonly situationBeneficiaires = computed(() => {
    const { beneficiairesCibles } = this.bilan();
    const dites = this.avant()?.beneficiaires;
    return [
      beneficiairesCibles == null ? '' : `${formatNombre(beneficiairesCibles)} visées par l’action`,
      dites == null ? '' : `${formatNombre(dites)} au ${this.nomAvant()}`,
    ]
      .filter(Boolean)
      .join('\u00a0; ');
  });
  protected readonly retours = computed(() => new Map(this.bilan().retours.map((retour) => [retour.question, retour])));
  protected readonly valeurs = computed(
    () => new Map(this.store.contenu().valeurs.map((valeur) => [valeur.indicateurId, valeur])),
  );
  protected readonly restaure = computed(() => {
    const le = this.store.restaureLe();
    return le && !this.enregistrement.conflit() ? `${formatDateLongue(le)} à ${formatHeure(le)}` : '';
  });
  protected readonly listeErreurs = computed(() =>
    [...this.store.erreurs()].map(([champ, message]) => ({ champ, message })),
  );
  protected readonly avertissements = computed(() => [...this.store.avertissements()]);
  /** The other version can no longer be written: it was sent, or sent back, meanwhile. */
  protected readonly ferme = computed(() => this.enregistrement.conflit()?.leur.modifiable === false);
  protected readonly empechement = computed(() => {
    switch (this.enregistrement.etat()) {
      case 'HORS_LIGNE':
        return 'Hors ligne\u00a0: le bilan est gardé sur cet appareil. Demandez sa transmission, il partira au retour du réseau.';
      case 'CONFLIT':
        return 'Ce bilan a été modifié ailleurs\u00a0: comparez d’abord les deux versions.';
      default:
        return '';
    }
  });
  protected readonly acte = computed(() => {
    if (this.enregistrement.conflit()) return this.ferme() ? 'Ouvrir le bilan à jour' : 'Comparer les deux versions';
    return this.store.manques().length ? 'Continuer' : 'Transmettre à l’ARS';
  });

  constructor() {
    afterNextRender(() => {
      const finir = () => this.entier.set(true);
      if ('requestIdleCallback' in window) requestIdleCallback(finir, { timeout: 1000 });
      else setTimeout(finir);
    });
    effect(() => {
      if (this.etape() === 'envoi') this.store.relever();
    });
    effect(() => {
      const issue = this.depart.issue();
      if (issue === 'COMPARER') untracked(() => !this.ferme() && this.aller('comparer'));
      else if (issue) untracked(() => void this.montrerRecu());
    });
  }

  ngOnInit(): void {
    this.store.ouvrir(this.bilan());
    this.depart.suivre(this.bilan());
  }

  private questions(groupe: QuestionBilan['groupe']): readonly QuestionBilan[] {
    return questionsDemandees(this.bilan().niveau).filter((question) => question.groupe === groupe);
  }

  protected ecrireTexte(cle: CleTexteBilan, texte: string): void {
    this.store.ecrire({ [cle]: texte });
  }

  protected compterBeneficiaires(beneficiaires: number | null): void {
    if (beneficiaires !== (this.store.contenu().beneficiaires ?? null)) this.store.ecrire({ beneficiaires });
  }

  protected quitter(champ: string): void {
    this.dernier.set(champ);
    this.store.quitter(champ);
  }

  /** The next thing to do: compare, go to the next unanswered question after the last one left, or read over. */
  protected continuer(): void {
    if (this.enregistrement.conflit()) return this.ferme() ? this.perime.emit() : this.aller('comparer');
    const manques = this.store.manques();
    if (!manques.length) return this.aller('envoi');
    const cles = this.store.cles();
    const rang = (champ: string) => cles.indexOf(elementDuChamp(champ));
    const ici = rang(this.dernier());
    const suivant = manques.find(({ champ }) => rang(champ) > ici) ?? manques[0];
    if (!suivant) return;
    this.dernier.set(suivant.champ);
    allerAuChamp(suivant.champ);
  }

  protected async transmettre(avertissementsLus: boolean): Promise<void> {
    if (await this.store.transmettre(avertissementsLus))
      await this.routeur.navigate(['/bilans', this.bilan().id, 'recu']);
    else if (this.depart.demandeA()) this.revenir();
  }

  private async montrerRecu(): Promise<void> {
    this.toasts.succes('Le réseau est revenu\u00a0: votre bilan a été transmis à l’ARS.');
    await this.routeur.navigate(['/bilans', this.bilan().id, 'recu']);
  }

  protected async versLeChamp(champ: string): Promise<void> {
    this.entier.set(true);
    await this.ouvrirEtape(undefined);
    afterNextRender(() => allerAuChamp(champ), { injector: this.injecteur });
  }

  protected async resoudre(choisi: ContenuBilan): Promise<void> {
    this.store.resoudre(choisi);
    await this.ouvrirEtape(undefined);
    window.scrollTo({ top: 0 });
  }

  protected aller(etape: NonNullable<Etape>): void {
    void this.ouvrirEtape(etape).then(() =>
      afterNextRender(
        () => {
          window.scrollTo({ top: 0 });
          document.querySelector<HTMLElement>('.saisie-bilan h2[tabindex]')?.focus({ preventScroll: true });
        },
        { injector: this.injecteur },
      ),
    );
  }

  protected revenir(): void {
    void this.ouvrirEtape(undefined).then(() => document.querySelector<HTMLElement>('.saisie-bilan h1')?.focus());
  }

  private ouvrirEtape(etape: Etape): Promise<boolean> {
    return this.routeur.navigate([], { queryParams: { etape: etape ?? null }, queryParamsHandling: 'merge' });
  }
}
