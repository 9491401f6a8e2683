import { httpResource } from '@angular/common/http';
import {
  Component,
  Injector,
  computed,
  effect,
  inject,
  input,
  runInInjectionContext,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  CompteRenduFinancierModifie,
  type CompteRenduFinancierLu,
  type VersionCompteRenduFinancier,
} from '@coopilote/domain/financement';
import {
  Avertissements,
  Carte,
  Chargement,
  Conflit,
  ConflitDeSaisie,
  Dialogue,
  Dialogues,
  ErreurChargement,
  Etat,
  FormulaireContrat,
  Icone,
  ListeDefinition,
  Occupe,
  ResumeErreurs,
  SaisieLongue,
  SaisieNombre,
  Toasts,
  formatEuros,
  formatNombre,
  versProbleme,
} from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { FinancementApi } from '../data/financement-api';
import { etatCompteRenduFinancier } from '../ui/etat-compte-rendu';
import { TableauComptes } from '../ui/tableau-comptes';
import { VersionsCompteRendu } from '../ui/versions-compte-rendu';

const versSaisie = ({ contenu, version }: CompteRenduFinancierLu): CompteRenduFinancierModifie => ({
  ...contenu,
  version,
});

/** Accounts whose figures differ, in one line each: the table is too long to be compared whole. */
function ecrireLignes(champ: string, valeur: unknown): string | undefined {
  if (champ !== 'lignes') return undefined;
  return (valeur as CompteRenduFinancierModifie['lignes'])
    .filter(({ prevu, realise }) => prevu || realise)
    .map(
      ({ compte, prevu, realise }) => `${compte}\u00a0: ${formatEuros(prevu)} prévus, ${formatEuros(realise)} réalisés`,
    )
    .join('\n');
}

/** The compte rendu financier of an action: written by its structure, read by the delegation, which may send it back. */
@Component({
  selector: 'co-page-compte-rendu-financier',
  imports: [
    Avertissements,
    Carte,
    Chargement,
    Conflit,
    Dialogue,
    ErreurChargement,
    Etat,
    Icone,
    ListeDefinition,
    Occupe,
    ResumeErreurs,
    RouterLink,
    SaisieLongue,
    SaisieNombre,
    TableauComptes,
    VersionsCompteRendu,
  ],
  templateUrl: './page-compte-rendu.html',
  styles: `
    h3 {
      font-size: var(--t-3);
    }
  `,
})
export class PageCompteRenduFinancier {
  /** The CA and the compte rendu, from the address. */
  readonly id = input.required<string>();
  readonly compteRenduId = input.required<string>();

  protected readonly ressource = httpResource<CompteRenduFinancierLu>(
    () => `/api/comptes-rendus-financiers/${this.compteRenduId()}`,
  );
  protected readonly lu = derniereValeur(this.ressource);
  private readonly envois = httpResource<VersionCompteRenduFinancier[]>(() =>
    this.lu()?.transmisLe ? `/api/comptes-rendus-financiers/${this.compteRenduId()}/versions` : undefined,
  );
  protected readonly versions = derniereValeur(this.envois);
  protected readonly enCours = computed(() => {
    const lu = this.lu();
    return lu && lu.etat !== 'TRANSMIS' ? lu.contenu : null;
  });
  protected readonly etat = etatCompteRenduFinancier;
  protected readonly modifiable = computed(
    () => this.peut('compteRenduFinancier.remplir') && this.lu()?.etat !== 'TRANSMIS',
  );
  protected readonly renvoyable = computed(() => this.peut('engagement.modifier') && this.lu()?.etat === 'TRANSMIS');
  protected readonly formulaire = signal<FormulaireContrat<CompteRenduFinancierModifie> | null>(null);
  protected readonly conflit = signal<ConflitDeSaisie<CompteRenduFinancierModifie> | null>(null);
  protected readonly envoi = signal(false);
  protected readonly renvoi = signal(false);
  protected readonly motif = signal('');
  protected readonly refus = signal<string | null>(null);
  private readonly api = inject(FinancementApi);
  private readonly toasts = inject(Toasts);
  private readonly dialogues = inject(Dialogues);
  private readonly injecteur = inject(Injector);

  protected readonly champ = (rang: number, cle: 'prevu' | 'realise') => {
    const formulaire = this.formulaire();
    if (!formulaire) throw new Error('Formulaire absent');
    return formulaire.champ(`lignes.${rang}.${cle}`);
  };
  protected readonly faits = computed(() => {
    const contenu = this.lu()?.contenu;
    return [
      { terme: 'Mise en œuvre de l’action', valeur: contenu?.miseEnOeuvre ?? '–' },
      { terme: 'Nombre de bénéficiaires', valeur: formatNombre(contenu?.beneficiaires) },
      { terme: 'Dates et lieux', valeur: contenu?.lieux ?? '–' },
      { terme: 'Objectifs atteints au regard des indicateurs', valeur: contenu?.objectifs ?? '–' },
      { terme: 'Règles de répartition des charges indirectes', valeur: contenu?.repartition ?? '–' },
      { terme: 'Écarts significatifs', valeur: contenu?.ecarts ?? '–' },
    ];
  });

  constructor() {
    effect(() => {
      const lu = this.lu();
      if (lu) untracked(() => this.preparer(lu));
    });
  }

  protected adresse({ id }: CompteRenduFinancierLu, format: string): string {
    return `/api/comptes-rendus-financiers/${id}/document.${format}`;
  }

  /** False when it was refused: what was typed stays. */
  protected async enregistrer(): Promise<boolean> {
    const enregistre = await this.formulaire()?.soumettre((saisie) =>
      this.api.modifierCompteRendu(this.compteRenduId(), saisie),
    );
    await this.conflit()?.examiner();
    if (!enregistre) return false;
    this.ressource.set(enregistre);
    this.toasts.succes('Brouillon enregistré.');
    return true;
  }

  protected async garder(): Promise<void> {
    this.conflit()?.garder();
    await this.enregistrer();
  }

  protected async transmettre(): Promise<void> {
    if (this.formulaire()?.modifie() && !(await this.enregistrer())) return;
    const lu = this.lu();
    const accord =
      lu &&
      (await this.dialogues.confirmer({
        titre: 'Transmettre le compte rendu\u00a0?',
        texte: 'La délégation le reçoit. Il ne se modifie plus, sauf si elle vous le renvoie.',
        action: 'Transmettre à l’ARS',
      }));
    if (accord) await this.passer({ vers: 'TRANSMIS', version: lu.version }, 'Compte rendu transmis.');
  }

  protected async renvoyer(): Promise<void> {
    const lu = this.lu();
    if (!lu) return;
    this.refus.set(this.motif().trim() ? null : 'Dites ce qui est à compléter.');
    if (this.refus()) return;
    const demande = { vers: 'A_COMPLETER', motif: this.motif(), version: lu.version } as const;
    if (await this.passer(demande, 'Compte rendu renvoyé.')) this.renvoi.set(false);
  }

  private async passer(demande: Parameters<FinancementApi['passerCompteRendu']>[1], succes: string): Promise<boolean> {
    this.envoi.set(true);
    try {
      this.ressource.set(await this.api.passerCompteRendu(this.compteRenduId(), demande));
      this.envois.reload();
      this.toasts.succes(succes);
      return true;
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
      return false;
    } finally {
      this.envoi.set(false);
    }
  }

  private preparer(lu: CompteRenduFinancierLu): void {
    const connu = this.formulaire();
    if (connu) {
      connu.reinitialiser(versSaisie(lu));
      return;
    }
    const formulaire = runInInjectionContext(
      this.injecteur,
      () =>
        new FormulaireContrat(CompteRenduFinancierModifie, versSaisie(lu), {
          brouillon: `compte-rendu-financier-${lu.id}`,
        }),
    );
    this.formulaire.set(formulaire);
    this.conflit.set(
      new ConflitDeSaisie(
        formulaire,
        CompteRenduFinancierModifie,
        async () => versSaisie(await this.api.lireCompteRendu(lu.id)),
        ecrireLignes,
      ),
    );
  }

  private peut(operation: CompteRenduFinancierLu['operations'][number]): boolean {
    return this.lu()?.operations.includes(operation) ?? false;
  }
}
