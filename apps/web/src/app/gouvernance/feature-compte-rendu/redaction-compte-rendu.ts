import {
  Component,
  Injector,
  type OnInit,
  ViewEncapsulation,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CompteRenduLu } from '@coopilote/domain/gouvernance/compte-rendu.contract';
import type { ReunionLue } from '@coopilote/domain/gouvernance/reunion.contract';
import { Carte, EtatBrouillon, Icone, compter, formatDateLongue, formatHeure, idDeChamp } from '@coopilote/ui';
import { TexteRiche } from '@coopilote/ui/texte-riche';
import { adresseDocument } from '../data/compte-rendu-api';
import { type CleBloc, type TextesCompteRendu, pointsDits } from '../modele/compte-rendu';
import { CompteRenduComparaison } from '../ui/compte-rendu-comparaison';
import { CompteRenduDecisions } from '../ui/compte-rendu-decisions';
import { CompteRenduEntete } from '../ui/compte-rendu-entete';
import { CompteRenduPresences } from '../ui/compte-rendu-presences';
import { DialogueValidation } from './dialogue-validation';
import { EnregistrementCompteRendu } from './enregistrement-compte-rendu';
import { RedactionStore } from './redaction.store';

/** The draft of the minutes: what people said is written here, what they decided comes from the séance. */
@Component({
  selector: 'co-redaction-compte-rendu',
  imports: [
    Carte,
    CompteRenduComparaison,
    CompteRenduDecisions,
    CompteRenduEntete,
    CompteRenduPresences,
    DialogueValidation,
    EtatBrouillon,
    Icone,
    RouterLink,
    TexteRiche,
  ],
  providers: [EnregistrementCompteRendu, RedactionStore],
  encapsulation: ViewEncapsulation.None,
  host: { class: 'redaction-compte-rendu' },
  templateUrl: './redaction-compte-rendu.html',
  styleUrl: './redaction-compte-rendu.css',
})
export class RedactionCompteRendu implements OnInit {
  readonly projet = input.required<CompteRenduLu>();
  readonly reunion = input.required<ReunionLue | null>();
  /** The minutes have changed state, said in this sentence (empty: elsewhere): they must be read again. */
  readonly perime = output<string>();

  protected readonly store = inject(RedactionStore);
  protected readonly enregistrement = this.store.enregistrement;
  private readonly injecteur = inject(Injector);

  protected readonly demande = signal<'VALIDER' | 'ENVOYER' | null>(null);
  private readonly compare = signal(false);
  private readonly quittes = signal<ReadonlySet<CleBloc>>(new Set());

  protected readonly points = computed(() => pointsDits(this.store.contenu(), this.projet().minute));
  protected readonly apercu = computed(() => adresseDocument(this.projet().reunionId, this.projet().numero, 'pdf'));
  protected readonly precedente = computed(() => this.projet().numero - 1);
  /** The other version can no longer be written: it was validated meanwhile. */
  protected readonly ferme = computed(() => this.enregistrement.conflit()?.leur.modifiable === false);
  protected readonly comparaison = computed(() =>
    this.compare() && !this.ferme() ? this.enregistrement.conflit() : null,
  );
  protected readonly restaure = computed(() => {
    const le = this.store.restaureLe();
    return le && !this.enregistrement.conflit() ? `${formatDateLongue(le)} à ${formatHeure(le)}` : '';
  });
  protected readonly aCorriger = computed(() => this.store.blocs().filter(({ cle }) => this.store.erreurs().has(cle)));

  ngOnInit(): void {
    this.store.ouvrir(this.projet());
  }

  protected erreur(cle: CleBloc): string | null {
    return this.quittes().has(cle) ? (this.store.erreurs().get(cle) ?? null) : null;
  }

  protected quitter(cle: CleBloc): void {
    this.quittes.update((connus) => new Set(connus).add(cle));
    this.enregistrement.sansAttendre();
  }

  protected comparer(): void {
    this.compare.set(true);
    this.apresRendu(() => document.querySelector<HTMLElement>('co-comparaison h2')?.focus());
  }

  protected resoudre(choisi: TextesCompteRendu): void {
    this.store.resoudre(choisi);
    this.compare.set(false);
    window.scrollTo({ top: 0 });
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  protected demander(acte: 'VALIDER' | 'ENVOYER'): void {
    this.quittes.set(new Set(this.store.blocs().map(({ cle }) => cle)));
    this.enregistrement.sansAttendre();
    this.demande.set(acte);
  }

  protected fermer(): void {
    this.demande.set(null);
    this.store.oublierRefus();
  }

  protected async valider(envoyer: boolean): Promise<void> {
    if (!(await this.store.valider(envoyer))) return;
    const joignables = this.reunion()?.participants.filter(({ courriel }) => courriel).length ?? 0;
    this.demande.set(null);
    this.perime.emit(
      envoyer ? `Compte-rendu validé et envoyé à ${compter(joignables, 'personne')}.` : 'Compte-rendu validé.',
    );
  }

  protected aller(cle: CleBloc): void {
    this.fermer();
    this.apresRendu(() => {
      const champ = document.getElementById(idDeChamp(cle));
      champ?.scrollIntoView({ block: 'center' });
      champ?.focus({ preventScroll: true });
    });
  }

  private apresRendu(faire: () => void): void {
    afterNextRender(faire, { injector: this.injecteur });
  }
}
