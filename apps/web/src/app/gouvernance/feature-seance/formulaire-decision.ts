import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import {
  DecisionModifiee,
  DecisionSaisie,
  LIBELLES_ISSUES,
  type Changement,
  type ChangementSaisi,
  type DecisionLue,
  type IssueDecision,
  type ModeDecision,
  voixEnTrop,
} from '@coopilote/domain/gouvernance';
import {
  Conflit,
  ConflitDeSaisie,
  FormulaireContrat,
  Icone,
  Occupe,
  ResumeErreurs,
  SaisieLongue,
  SaisieNombre,
} from '@coopilote/ui';
import { SeanceApi } from '../data/seance-api';
import { SeanceSegments, type Segment } from '../ui/seance-segments';
import { ecrireChangement } from './ecrire-changement';
import { FocusPremier } from './focus-premier';
import { SaisieChangement } from './saisie-changement';
import { SaisiesStore } from './saisies-store';
import { SeanceStore } from './seance-store';

const MODES: Record<ModeDecision, string> = { CONSENSUS: 'Par consensus', VOTE: 'Par un vote' };

/** A decision, typed while the room speaks: Ctrl + Entrée records it, Échap puts it aside. */
@Component({
  selector: 'co-formulaire-decision',
  imports: [
    Conflit,
    FocusPremier,
    Icone,
    Occupe,
    ResumeErreurs,
    SaisieChangement,
    SaisieLongue,
    SaisieNombre,
    SeanceSegments,
  ],
  templateUrl: './formulaire-decision.html',
  styleUrl: './formulaire-rapide.css',
})
export class FormulaireDecision implements OnInit {
  /** The decision to edit; null for a new one. */
  readonly decision = input.required<DecisionLue | null>();
  readonly ferme = output<void>();

  protected readonly store = inject(SeanceStore);
  private readonly saisies = inject(SaisiesStore);
  private readonly api = inject(SeanceApi);
  private readonly injecteur = inject(Injector);

  protected readonly issues: readonly Segment<IssueDecision>[] = [
    { valeur: 'ADOPTEE', libelle: 'Adoptée', icone: 'oui' },
    { valeur: 'REJETEE', libelle: 'Rejetée', icone: 'non' },
    { valeur: 'REPORTEE', libelle: 'Reportée', icone: 'horloge' },
  ];
  protected readonly modes: readonly Segment<ModeDecision>[] = [
    { valeur: 'CONSENSUS', libelle: MODES.CONSENSUS },
    { valeur: 'VOTE', libelle: MODES.VOTE },
  ];
  protected formulaire!: FormulaireContrat<DecisionSaisie>;
  protected conflit: ConflitDeSaisie<DecisionModifiee> | null = null;
  private envoyer!: () => Promise<DecisionLue | undefined>;

  /** Point that the decision belongs to, as the form's title says it. */
  protected readonly surLePoint = computed(() => {
    const rang = this.store.points().findIndex(({ id }) => id === this.formulaire.valeur().pointId);
    return rang < 0 ? '' : `, point ${rang + 1}`;
  });
  protected readonly enTrop = computed(() => {
    const quorum = this.store.reunion()?.quorum;
    return quorum ? voixEnTrop(this.formulaire.valeur(), quorum.presents + quorum.pouvoirs) : 0;
  });

  ngOnInit(): void {
    runInInjectionContext(this.injecteur, () => {
      const decision = this.decision();
      if (decision) this.preparerEdition(decision);
      else this.preparerCreation();
    });
  }

  protected changerMode(mode: ModeDecision): void {
    this.formulaire.changer('mode', mode);
    const vote = mode === 'VOTE';
    this.formulaire.changer('contre', vote ? 0 : null);
    this.formulaire.changer('abstention', vote ? 0 : null);
    this.formulaire.changer('pour', null);
  }

  protected async enregistrer(): Promise<void> {
    const decision = await this.envoyer();
    await this.conflit?.examiner();
    if (!decision) return;
    this.store.poserDecision(decision);
    if (!this.decision()) this.saisies.decision.set(null);
    this.ferme.emit();
  }

  protected async garder(): Promise<void> {
    this.conflit?.garder();
    await this.enregistrer();
  }

  /** Puts aside what was typed: a new decision is found again, an edit is given up. */
  protected fermer(): void {
    if (!this.decision()) this.saisies.decision.set(this.commencee() ? this.formulaire.valeur() : null);
    this.ferme.emit();
  }

  protected effacer(): void {
    this.saisies.decision.set(null);
    this.ferme.emit();
  }

  protected commencee(): boolean {
    const { texte, changement } = this.formulaire.valeur();
    return texte.trim() !== '' || changement != null;
  }

  private preparerCreation(): void {
    const id = this.store.id();
    const vierge: DecisionSaisie = {
      pointId: this.store.point()?.id ?? null,
      texte: '',
      issue: 'ADOPTEE',
      mode: 'CONSENSUS',
      pour: null,
      contre: null,
      abstention: null,
      changement: null,
    };
    const creation = new FormulaireContrat(DecisionSaisie, this.saisies.decision() ?? vierge, {
      brouillon: `decision-${id}`,
    });
    this.formulaire = creation;
    this.envoyer = () => creation.soumettre((saisie) => this.api.ajouterDecision(id, saisie));
  }

  private preparerEdition(decision: DecisionLue): void {
    const id = this.store.id();
    const edition = new FormulaireContrat(DecisionModifiee, versSaisie(decision));
    this.formulaire = edition;
    const relire = async (): Promise<DecisionModifiee> => {
      await this.store.relire();
      return versSaisie(this.store.seance()?.decisions.find((d) => d.id === decision.id) ?? decision);
    };
    this.conflit = new ConflitDeSaisie(edition, DecisionModifiee, relire, (champ, valeur) =>
      this.ecrire(champ, valeur),
    );
    this.envoyer = () => edition.soumettre((saisie) => this.api.modifierDecision(id, decision.id, saisie));
  }

  private ecrire(champ: string, valeur: unknown): string | undefined {
    if (champ === 'issue') return LIBELLES_ISSUES[valeur as IssueDecision];
    if (champ === 'mode') return MODES[valeur as ModeDecision];
    if (champ === 'pointId') return this.store.points().find(({ id }) => id === valeur)?.titre;
    if (champ === 'changement' && valeur) return ecrireChangement(valeur as ChangementSaisi);
    return undefined;
  }
}

function versSaisie(decision: DecisionLue): DecisionModifiee {
  const { pointId, texte, issue, mode, pour, contre, abstention, changement, version } = decision;
  return { pointId, texte, issue, mode, pour, contre, abstention, changement: versChangement(changement), version };
}

function versChangement(changement: Changement | null): ChangementSaisi | null {
  if (!changement) return null;
  const { objetId } = changement;
  switch (changement.genre) {
    case 'DATE_ETAPE':
      return { genre: 'DATE_ETAPE', objetId, debut: changement.debut, fin: changement.fin };
    case 'CIBLE': {
      const { annee, trimestre, valeur } = changement;
      return { genre: 'CIBLE', objetId, annee, trimestre, valeur };
    }
    case 'MONTANT':
      return { genre: 'MONTANT', objetId, montant: changement.montant };
    case 'ETAT_ACTION':
      return { genre: 'ETAT_ACTION', objetId, vers: changement.vers as ChangementSaisi['vers'] };
  }
}
