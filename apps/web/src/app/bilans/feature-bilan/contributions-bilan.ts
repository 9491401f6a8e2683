import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { BilanLu } from '@coopilote/domain/bilans/bilan.contract';
import { ContributionDemandee, type ContributionLue } from '@coopilote/domain/bilans/contribution.contract';
import { Etat } from '@coopilote/ui/affichage/etat';
import type { EtatMontre } from '@coopilote/ui/affichage/etats';
import { Occupe } from '@coopilote/ui/affichage/occupe';
import { ChoixMultiple } from '@coopilote/ui/champs/choix-multiple';
import { SaisieLongue } from '@coopilote/ui/champs/saisie-longue';
import { SaisieNombre } from '@coopilote/ui/champs/saisie-nombre';
import { SaisieTexte } from '@coopilote/ui/champs/saisie-texte';
import { Toasts } from '@coopilote/ui/dialogue/toasts';
import { compter, formatDateLongue } from '@coopilote/ui/format/format';
import { FormulaireContrat } from '@coopilote/ui/formulaire/formulaire-contrat';
import { versProbleme } from '@coopilote/ui/formulaire/probleme';
import { ResumeErreurs } from '@coopilote/ui/formulaire/resume-erreurs';
import { BilansApi, ressourceContributions } from '../data/bilans-api';
import { type CleElement, clesElements, lireElement, memeElement, titreElement } from '../modele/elements';
import { ElementAffiche } from '../ui/element-affiche';
import { EnregistrementBilan } from './enregistrement-bilan';
import { SaisieStore } from './saisie-store';

const JOURS = 14;

/** What was asked of colleagues, what they answered, and the form to ask another. */
@Component({
  selector: 'co-contributions-bilan',
  imports: [ChoixMultiple, ElementAffiche, Etat, Occupe, ResumeErreurs, SaisieLongue, SaisieNombre, SaisieTexte],
  host: { class: 'carte pile' },
  templateUrl: './contributions-bilan.html',
  styles: `
    h2:focus {
      outline: none;
    }
    .confiee {
      display: grid;
      gap: var(--e2);
      justify-items: start;
      padding-top: var(--e3);
      border-top: 1px solid var(--trait);
    }
  `,
})
export class ContributionsBilan {
  readonly bilan = input.required<BilanLu>();
  readonly revenir = output<void>();

  private readonly api = inject(BilansApi);
  private readonly store = inject(SaisieStore);
  private readonly enregistrement = inject(EnregistrementBilan);
  private readonly toasts = inject(Toasts);
  private readonly ressource = ressourceContributions(() => this.bilan().id);
  protected readonly retrait = signal(false);
  protected readonly formulaire = new FormulaireContrat(ContributionDemandee, {
    ...{ questions: [] as string[], nom: '', courriel: '', mot: '', jours: JOURS },
  });

  protected readonly questions = computed(() => {
    const { indicateurs, niveau } = this.bilan();
    return clesElements(indicateurs, niveau).map((cle) => ({ valeur: cle, libelle: titreElement(cle, indicateurs) }));
  });
  protected readonly contributions = computed(() =>
    (this.ressource.hasValue() ? this.ressource.value() : []).map((contribution) => this.montrer(contribution)),
  );

  protected async confier(): Promise<void> {
    const recues = await this.formulaire.soumettre((demande) => this.api.confier(this.bilan().id, demande));
    if (!recues) return;
    this.ressource.set(recues);
    this.toasts.succes('Lien envoyé.');
    this.revenir.emit();
  }

  protected async retirer(id: string): Promise<void> {
    this.retrait.set(true);
    try {
      this.ressource.set(await this.api.retirer(this.bilan().id, id));
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    } finally {
      this.retrait.set(false);
    }
  }

  protected async reprendre({ contenu, aReprendre, nom }: ReturnType<typeof this.montrer>): Promise<void> {
    if (!contenu) return;
    this.store.reprendre(contenu, aReprendre);
    await this.enregistrement.vider();
    this.toasts.succes(`${compter(aReprendre.length, 'réponse reprise', 'réponses reprises')} de ${nom}.`);
    this.revenir.emit();
  }

  private montrer(contribution: ContributionLue) {
    const { questions, contenu, finieLe, retireeLe, expireLe, ecritLe, demandeLe } = contribution;
    const { indicateurs } = this.bilan();
    const cles = questions as CleElement[];
    const lignes = cles.map((cle) => ({
      cle,
      titre: titreElement(cle, indicateurs),
      lu: contenu && lireElement(contenu, cle, indicateurs),
    }));
    const aReprendre = cles.filter(
      (cle) =>
        contenu && !lireElement(contenu, cle, indicateurs).vide && !memeElement(contenu, this.store.contenu(), cle),
    );
    const eteinte = !!retireeLe || expireLe < new Date().toISOString();
    const etat: EtatMontre = finieLe
      ? { ton: 'ok', icone: 'oui', texte: 'répondu' }
      : eteinte
        ? { ton: 'neutre', icone: 'cadenas', texte: 'lien éteint' }
        : { ton: 'attente', icone: 'horloge', texte: ecritLe ? 'en cours' : 'en attente' };
    const situation = finieLe
      ? `A fini le ${formatDateLongue(finieLe)}.`
      : `Demandé le ${formatDateLongue(demandeLe)}\u00a0; ${eteinte ? 'le lien est éteint' : `le lien vit jusqu’au ${formatDateLongue(expireLe)}`}.`;
    return { ...contribution, etat, situation, lignes, aReprendre, ouverte: !finieLe && !eteinte };
  }
}
