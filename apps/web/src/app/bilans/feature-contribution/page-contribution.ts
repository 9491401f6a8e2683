import { HttpClient, httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, effect, inject, input, signal, untracked } from '@angular/core';
import {
  type CleQuestion,
  type CleTexteBilan,
  type ContenuBilan,
  LIBELLES_TEXTES_BILAN,
  type ReponseSaisie,
  TEXTES_BILAN,
  type ValeurBilan,
} from '@coopilote/domain/bilans/bilan.rules';
import { reperer } from '@coopilote/domain/bilans/confidentialite.rules';
import type { ContributionPublique } from '@coopilote/domain/bilans/contribution.contract';
import { Chargement } from '@coopilote/ui/affichage/chargement';
import { EntetePage } from '@coopilote/ui/affichage/entete-page';
import { ErreurChargement } from '@coopilote/ui/affichage/erreur-chargement';
import { EtatBrouillon } from '@coopilote/ui/affichage/etat-brouillon';
import { Icone } from '@coopilote/ui/affichage/icone';
import { Occupe } from '@coopilote/ui/affichage/occupe';
import { Vide } from '@coopilote/ui/affichage/vide';
import { SaisieNombre } from '@coopilote/ui/champs/saisie-nombre';
import { formatTrimestre } from '@coopilote/ui/format/format';
import { versProbleme } from '@coopilote/ui/formulaire/probleme';
import { firstValueFrom } from 'rxjs';
import { type CleElement, QUESTIONS, lireElement, titreElement } from '../modele/elements';
import { nomCourt } from '../modele/libelles';
import { ElementAffiche } from '../ui/element-affiche';
import { IndicateurSaisie } from '../ui/indicateur-saisie';
import { QuestionSaisie } from '../ui/question-saisie';
import { SuiteSaisie } from '../ui/suite-saisie';
import { EnregistrementContribution, adresseContribution } from './enregistrement-contribution';

const VIDE: ContenuBilan = { reponses: {}, valeurs: [] };

/** What a colleague writes of a report, from their own link, without an account; kept as it is typed. */
@Component({
  selector: 'co-page-contribution',
  imports: [
    Chargement,
    ElementAffiche,
    EntetePage,
    ErreurChargement,
    EtatBrouillon,
    Icone,
    IndicateurSaisie,
    Occupe,
    QuestionSaisie,
    SaisieNombre,
    SuiteSaisie,
    Vide,
  ],
  providers: [EnregistrementContribution],
  encapsulation: ViewEncapsulation.None,
  host: { class: 'page-etroite pile saisie-bilan' },
  templateUrl: './page-contribution.html',
  styleUrls: ['../feature-bilan/saisie-bilan.css', './page-contribution.css'],
})
export class PageContribution {
  readonly lien = input.required<string>();

  private readonly http = inject(HttpClient);
  protected readonly enregistrement = inject(EnregistrementContribution);
  protected readonly ressource = httpResource<ContributionPublique>(() => adresseContribution(this.lien()));
  protected readonly contribution = computed(() => (this.ressource.hasValue() ? this.ressource.value() : null));
  protected readonly inconnu = computed(() => {
    const erreur = this.ressource.error();
    return !!erreur && versProbleme(erreur).statut === 404;
  });
  protected readonly contenu = signal<ContenuBilan>(VIDE);
  protected readonly occupe = signal(false);
  protected readonly refus = signal('');

  protected readonly nom = computed(() => formatTrimestre(this.contribution(), true));
  protected readonly nomAvant = computed(() => {
    const c = this.contribution();
    return c?.precedent ? nomCourt(c.precedent, c.annee) : '';
  });
  protected readonly valeurs = computed(() => new Map(this.contenu().valeurs.map((v) => [v.indicateurId, v])));
  protected readonly lignes = computed(() => {
    const c = this.contribution();
    return (c?.questions ?? []).map((cle) => ({
      cle,
      titre: titreElement(cle as CleElement, c?.indicateurs ?? []),
      lu: lireElement(c?.contenu ?? VIDE, cle as CleElement, c?.indicateurs ?? []),
    }));
  });
  /** R16: what looks like personal data in what is written. */
  protected readonly avertissements = computed(() => {
    const { reponses, ...reste } = this.contenu();
    const textes = [...Object.values(reponses).map(({ motif }) => motif), ...TEXTES_BILAN.map((cle) => reste[cle])];
    return textes.flatMap(reperer);
  });

  constructor() {
    effect(() => {
      const c = this.contribution();
      if (c) untracked(() => this.ouvrir(c));
    });
  }

  protected questionDe(cle: string) {
    return QUESTIONS[cle as CleQuestion] ?? null;
  }

  protected indicateurDe(cle: string) {
    return this.contribution()?.indicateurs.find(({ id }) => `indicateur:${id}` === cle) ?? null;
  }

  protected texteDe(cle: string) {
    const texte = TEXTES_BILAN.find((candidat) => candidat === cle);
    return texte ? { cle: texte, titre: LIBELLES_TEXTES_BILAN[texte] } : null;
  }

  protected repondre(cle: CleQuestion, saisie: ReponseSaisie): void {
    this.changer((contenu) => ({ ...contenu, reponses: { ...contenu.reponses, [cle]: saisie } }));
  }

  protected ecrire(partie: Partial<Pick<ContenuBilan, 'beneficiaires' | CleTexteBilan>>): void {
    this.changer((contenu) => ({ ...contenu, ...partie }));
  }

  protected ecrireTexte(cle: CleTexteBilan, texte: string): void {
    this.ecrire({ [cle]: texte });
  }

  protected valoir(valeur: ValeurBilan): void {
    this.changer((contenu) => ({
      ...contenu,
      valeurs: [...contenu.valeurs.filter(({ indicateurId }) => indicateurId !== valeur.indicateurId), valeur],
    }));
  }

  protected garder(): void {
    this.enregistrement.resoudre(this.contenu());
  }

  protected reprendre(): void {
    const leur = this.enregistrement.conflit()?.leur.contenu;
    if (!leur) return;
    this.contenu.set(leur);
    this.enregistrement.resoudre(leur);
  }

  protected async finir(): Promise<void> {
    if (this.occupe()) return;
    this.occupe.set(true);
    this.refus.set('');
    try {
      if (!(await this.enregistrement.vider())) return;
      const version = this.enregistrement.version();
      const corps = { version };
      const finie = await firstValueFrom(
        this.http.post<ContributionPublique>(`${adresseContribution(this.lien())}/fin`, corps),
      );
      this.ressource.set(finie);
      window.scrollTo({ top: 0 });
    } catch (erreur) {
      this.refus.set(versProbleme(erreur).message);
    } finally {
      this.occupe.set(false);
    }
  }

  private ouvrir(lue: ContributionPublique): void {
    const ouverte = { ...lue, lien: this.lien(), modifiable: lue.ouverte, enregistreLe: lue.ecritLe ?? undefined };
    const local = lue.ouverte ? this.enregistrement.demarrer(ouverte) : null;
    this.contenu.set(local?.contenu ?? lue.contenu);
    if (local) this.enregistrement.noter(local.contenu, local.contenu);
  }

  private changer(changement: (contenu: ContenuBilan) => ContenuBilan): void {
    this.contenu.update(changement);
    this.enregistrement.noter(this.contenu(), this.contenu());
  }
}
