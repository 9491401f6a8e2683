import {
  Component,
  Injector,
  OnInit,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  runInInjectionContext,
  signal,
} from '@angular/core';
import { SignatureEnLigneSaisie, type ActeLu } from '@coopilote/domain/conventions';
import { Carte, FormulaireContrat, Occupe, ResumeErreurs, SaisieTexte, idDeChamp, versProbleme } from '@coopilote/ui';
import { SessionStore } from '../../platform/session-store';
import { ActesApi, adresseDocument } from '../data/actes-api';

/** Signs for a party with a code received by mail: says first what is signed, for whom, and what such a signature is worth. */
@Component({
  selector: 'co-signature-en-ligne',
  imports: [Carte, Occupe, ResumeErreurs, SaisieTexte],
  templateUrl: './signature-en-ligne.html',
  styles: `
    .empreinte {
      font-family: ui-monospace, 'DejaVu Sans Mono', monospace;
      white-space: nowrap;
    }
    .erreur {
      color: var(--alerte);
    }
  `,
})
export class SignatureEnLigne implements OnInit {
  readonly acte = input.required<ActeLu>();
  readonly partieId = input.required<string>();
  readonly signe = output<ActeLu>();

  private readonly api = inject(ActesApi);
  private readonly injecteur = inject(Injector);
  protected readonly courriel = inject(SessionStore).utilisateur()?.courriel ?? '';
  protected readonly document = adresseDocument;
  protected formulaire!: FormulaireContrat<SignatureEnLigneSaisie>;
  protected readonly demande = signal<'REPOS' | 'EN_COURS' | 'ENVOYE'>('REPOS');
  protected readonly refus = signal<string | null>(null);
  protected readonly partie = computed(() => this.acte().parties.find(({ id }) => id === this.partieId()));
  /** Enough of it to be compared by eye with what the file says. */
  protected readonly empreinte = computed(() => {
    const empreinte = this.acte().empreinte ?? '';
    return `${empreinte.slice(0, 8)}…${empreinte.slice(-8)}`;
  });

  ngOnInit(): void {
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () => new FormulaireContrat(SignatureEnLigneSaisie, { partieId: this.partieId(), code: '' }),
    );
  }

  protected async demander(): Promise<void> {
    this.demande.set('EN_COURS');
    this.refus.set(null);
    try {
      await this.api.demanderCode(this.acte().id, { partieId: this.partieId() });
      this.formulaire.reinitialiser({ partieId: this.partieId(), code: '' });
      this.demande.set('ENVOYE');
      afterNextRender(() => document.getElementById(idDeChamp('code'))?.focus(), { injector: this.injecteur });
    } catch (erreur) {
      const probleme = versProbleme(erreur);
      this.refus.set(probleme.erreurs[0]?.message ?? probleme.message);
      this.demande.set('REPOS');
    }
  }

  protected async signer(): Promise<void> {
    const acte = await this.formulaire.soumettre((saisie) => this.api.signer(this.acte().id, saisie));
    if (acte) this.signe.emit(acte);
  }
}
