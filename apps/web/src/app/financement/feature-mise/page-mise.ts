import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  LIBELLES_GENRES_MISE,
  LIBELLES_POSTES,
  ecrirePourcent,
  estConclue,
  type AppelLu,
  type MiseADispositionLue,
  type PartieMise,
  type PeriodeLue,
  type TransitionMise,
} from '@coopilote/domain/financement';
import {
  Carte,
  Chargement,
  DateJourPipe,
  Dialogues,
  ErreurChargement,
  Etat,
  EurosPipe,
  Icone,
  ListeDefinition,
  Occupe,
  Toasts,
  Vide,
  formatDateJour,
  versProbleme,
} from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { MisesApi } from '../data/mises-api';
import { etatAppelMontre, etatMise } from '../ui/etat-mise';
import { CentiemesPipe } from '../ui/pourcent';
import { DialogueAppel } from './dialogue-appel';
import { DialogueApprobation } from './dialogue-approbation';
import { DialogueCouts } from './dialogue-couts';
import { DialogueFin } from './dialogue-fin';
import { DialogueMise } from './dialogue-mise';
import { DialoguePeriode } from './dialogue-periode';

/** One mise à disposition: what it says, what each structure approved, what it cost, what is owed. */
@Component({
  selector: 'co-page-mise',
  imports: [
    Carte,
    CentiemesPipe,
    Chargement,
    DateJourPipe,
    DialogueAppel,
    DialogueApprobation,
    DialogueCouts,
    DialogueFin,
    DialogueMise,
    DialoguePeriode,
    ErreurChargement,
    Etat,
    EurosPipe,
    Icone,
    ListeDefinition,
    Occupe,
    RouterLink,
    Vide,
  ],
  templateUrl: './page-mise.html',
  styles: `
    h3 {
      font-size: var(--t-3);
    }
    .bloc {
      display: block;
    }
    .gauche {
      justify-content: flex-start;
    }
  `,
})
export class PageMise {
  /** The CA and the mise à disposition, from the address. */
  readonly id = input.required<string>();
  readonly miseId = input.required<string>();

  protected readonly ressource = httpResource<MiseADispositionLue>(() => `/api/mises-a-disposition/${this.miseId()}`);
  protected readonly mise = derniereValeur(this.ressource);
  protected readonly etat = etatMise;
  protected readonly etatAppel = etatAppelMontre;
  protected readonly postes = LIBELLES_POSTES;
  protected readonly genres = LIBELLES_GENRES_MISE;
  protected readonly dialogue = signal<'texte' | 'couts' | 'periode' | 'fin' | null>(null);
  protected readonly partie = signal<PartieMise | null>(null);
  protected readonly appel = signal<AppelLu | null>(null);
  protected readonly envoi = signal(false);
  private readonly api = inject(MisesApi);
  private readonly toasts = inject(Toasts);
  private readonly dialogues = inject(Dialogues);
  private readonly routeur = inject(Router);

  protected readonly conclue = computed(() => estConclue(this.mise()?.etat ?? 'BROUILLON'));
  protected readonly totaux = computed(() => {
    const couts = this.mise()?.couts ?? [];
    const somme = (cle: 'prevu' | 'reel') => couts.reduce((total, cout) => total + (cout[cle] ?? 0), 0);
    return { prevu: somme('prevu'), reel: somme('reel') };
  });
  protected readonly faits = computed(() => {
    const m = this.mise();
    if (!m) return [];
    const personnel = m.genre === 'PERSONNEL';
    const tva = m.tva
      ? ecrirePourcent(m.tauxTva ?? 0)
      : `ne s’applique pas${m.motifSansTva ? `\u00a0: ${m.motifSansTva}` : ''}`;
    const fin = m.finEffective
      ? [
          { terme: 'A pris fin le', valeur: formatDateJour(m.finEffective) },
          { terme: 'Motif de la fin', valeur: m.motifFin },
        ]
      : [];
    return [
      ...(personnel
        ? [
            { terme: 'Fonction', valeur: m.fonction },
            { terme: 'Part du temps de travail', valeur: ecrirePourcent(m.quotite ?? 0) },
          ]
        : [
            { terme: 'Moyens partagés', valeur: m.moyens },
            { terme: 'Contrat avec les tiers', valeur: m.porteurContrat ? `porté par ${m.porteurContrat}` : 'aucun' },
          ]),
      { terme: 'Durée', valeur: `du ${formatDateJour(m.debut)} au ${formatDateJour(m.fin)}` },
      ...fin,
      { terme: 'Fiche-action', valeur: m.action },
      { terme: 'TVA', valeur: tva },
      { terme: 'Contexte', valeur: m.contexte },
      { terme: 'Engagements de la structure qui met à disposition', valeur: m.obligationsPreteur },
      { terme: 'Engagements des bénéficiaires', valeur: m.obligationsBeneficiaires },
    ];
  });

  protected adresse(format: string): string {
    return `/api/mises-a-disposition/${this.miseId()}/document.${format}`;
  }

  protected fermer(lue: MiseADispositionLue | null): void {
    this.dialogue.set(null);
    this.partie.set(null);
    this.appel.set(null);
    if (lue) this.ressource.set(lue);
  }

  protected facturable({ appels }: PeriodeLue): boolean {
    return appels.every(({ factureLe }) => !factureLe);
  }

  protected async envoyer(): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: 'Envoyer aux structures\u00a0?',
      texte:
        'Chaque structure la lit et enregistre ses approbations. Le texte ne change plus, sauf à le reprendre en brouillon.',
      action: 'Envoyer pour approbation',
    });
    if (accord) await this.passer('A_APPROUVER', 'Mise à disposition envoyée aux structures.');
  }

  protected async reprendre(): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: 'Reprendre le brouillon\u00a0?',
      texte:
        'Les approbations et les signatures déjà enregistrées sont effacées\u00a0: chaque structure approuvera le nouveau texte.',
      action: 'Reprendre le brouillon',
      danger: true,
    });
    if (accord) await this.passer('BROUILLON', 'Brouillon repris.');
  }

  protected async supprimer(): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: 'Supprimer ce brouillon\u00a0?',
      texte: 'L’historique en garde la trace.',
      action: 'Supprimer le brouillon',
      danger: true,
    });
    if (!accord) return;
    await this.tenter(async () => {
      await this.api.supprimer(this.miseId());
      await this.routeur.navigate(['/cooperatives', this.id(), 'financement']);
    });
  }

  protected remplacer(): Promise<void> {
    return this.tenter(async () => {
      const { id } = await this.api.remplacer(this.miseId());
      await this.routeur.navigate(['/cooperatives', this.id(), 'financement', 'mises-a-disposition', id]);
      this.toasts.succes('Un brouillon est prêt\u00a0: il la remplacera une fois signé.');
    });
  }

  protected async supprimerPeriode({ id, debut, fin }: PeriodeLue): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: 'Supprimer cette période\u00a0?',
      texte: `Du ${formatDateJour(debut)} au ${formatDateJour(fin)}. Les appels prévus disparaissent avec elle.`,
      action: 'Supprimer la période',
      danger: true,
    });
    if (!accord) return;
    await this.tenter(async () => {
      await this.api.supprimerPeriode(this.miseId(), id);
      this.ressource.reload();
    });
  }

  private async passer(vers: TransitionMise['vers'], succes: string): Promise<void> {
    await this.tenter(async () => {
      this.ressource.set(await this.api.passer(this.miseId(), { vers, version: this.mise()?.version ?? 0 }));
      this.toasts.succes(succes);
    });
  }

  private async tenter(work: () => Promise<void>): Promise<void> {
    if (this.envoi()) return;
    this.envoi.set(true);
    try {
      await work();
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    } finally {
      this.envoi.set(false);
    }
  }
}
