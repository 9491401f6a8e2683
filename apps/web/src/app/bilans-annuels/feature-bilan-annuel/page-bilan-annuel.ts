import { NgTemplateOutlet } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BilanAnnuelLu, VoletLu } from '@coopilote/domain/bilans/bilan-annuel.contract';
import { type ActionAnnuelle, LIBELLES_DEVENIRS, bilansManquants } from '@coopilote/domain/bilans/bilan-annuel.rules';
import {
  Carte,
  Chargement,
  Choix,
  DateJourPipe,
  Dialogues,
  ErreurChargement,
  Etat,
  Icone,
  ListeDefinition,
  Occupe,
  Toasts,
  compter,
  formatDateJour,
  formatNombre,
  versProbleme,
} from '@coopilote/ui';
import { derniereValeur } from '../../platform/derniere-valeur';
import { BILANS_ANNUELS, BilansAnnuelsApi } from '../data/bilans-annuels-api';
import { ActionAnnuelleLue } from '../ui/action-annuelle';
import { citerTrimestres, etatBilanAnnuel, personnes } from '../ui/mots';
import { DialogueDecision } from './dialogue-decision';
import { DialogueReouverture } from './dialogue-reouverture';
import { TextesBilanCa } from './textes-ca';
import { VoletAction } from './volet-action';

/** The report of a year of a CA: its figures, what is written of it, what was decided, what follows. */
@Component({
  selector: 'co-page-bilan-annuel',
  imports: [
    ActionAnnuelleLue,
    Carte,
    Chargement,
    Choix,
    DateJourPipe,
    DialogueDecision,
    DialogueReouverture,
    ErreurChargement,
    Etat,
    Icone,
    ListeDefinition,
    NgTemplateOutlet,
    Occupe,
    RouterLink,
    TextesBilanCa,
    VoletAction,
  ],
  templateUrl: './page-bilan-annuel.html',
  styles: `
    .gauche {
      justify-content: flex-start;
    }
    .texte {
      white-space: pre-line;
    }
    .quoi {
      flex: 1 1 16rem;
    }
    h4 {
      font-size: 1rem;
    }
    .puces-simples {
      padding-left: 1.25rem;
    }
    summary {
      cursor: pointer;
    }
  `,
})
export class PageBilanAnnuel {
  /** The CA and its report, from the address. */
  readonly id = input.required<string>();
  readonly bilanAnnuelId = input.required<string>();

  protected readonly ressource = httpResource<BilanAnnuelLu>(() => `${BILANS_ANNUELS}/${this.bilanAnnuelId()}`);
  protected readonly bilan = derniereValeur(this.ressource);
  protected readonly envoi = signal(false);
  protected readonly decide = signal<{ action: ActionAnnuelle; volet: VoletLu } | null>(null);
  protected readonly rouvre = signal(false);
  protected readonly textes = viewChild(TextesBilanCa);
  private readonly api = inject(BilansAnnuelsApi);
  private readonly toasts = inject(Toasts);
  private readonly dialogues = inject(Dialogues);

  protected readonly etat = etatBilanAnnuel;
  protected readonly devenirs = LIBELLES_DEVENIRS;
  protected readonly citer = citerTrimestres;
  protected readonly compter = compter;

  protected readonly manquants = computed(() => bilansManquants(this.bilan()?.contenu.actions ?? []));
  protected readonly faits = computed(() => {
    const contenu = this.bilan()?.contenu;
    if (!contenu) return [];
    const { recus, attendus, actions, beneficiairesCibles } = contenu;
    return [
      { terme: 'Bilans trimestriels reçus', valeur: `${formatNombre(recus)} sur ${formatNombre(attendus)} attendus` },
      { terme: 'Actions', valeur: formatNombre(actions.length) },
      {
        terme: 'Personnes touchées',
        valeur: `${personnes(contenu)}, pour ${formatNombre(beneficiairesCibles)} ciblées`,
      },
    ];
  });
  /** For a structure, its own actions come first. */
  protected readonly actions = computed(() => {
    const b = this.bilan();
    if (!b) return [];
    const liste = b.contenu.actions.flatMap((action) => {
      const volet = b.volets.find((v) => v.ficheActionId === action.ficheActionId);
      return volet ? [{ action, volet }] : [];
    });
    return b.conduisible ? liste : liste.sort((x, y) => Number(y.volet.redigeable) - Number(x.volet.redigeable));
  });
  protected readonly ecrit = computed(
    () => !this.bilan()?.conduisible && this.actions().some((a) => a.volet.redigeable),
  );
  protected readonly manques = computed(() => {
    const synthese = this.textes()?.contenu().synthese.trim();
    return (this.bilan()?.manques ?? []).filter(({ bloque }) => !bloque || !synthese);
  });
  protected readonly aDecider = computed(() => this.actions().filter(({ volet }) => !volet.decision).length);
  protected readonly reunions = computed(() =>
    (this.bilan()?.reunions ?? []).map(({ id, titre, debut }) => ({
      valeur: id,
      libelle: debut ? `${titre}, le ${formatDateJour(debut.slice(0, 10))}` : `${titre}, sans date`,
    })),
  );
  protected readonly lus = computed(() => {
    const { synthese = null, enseignements = null, perspectives = null } = this.bilan()?.contenu ?? {};
    return [
      { titre: 'Synthèse de l’année', texte: synthese },
      { titre: 'Enseignements', texte: enseignements },
      { titre: 'Perspectives', texte: perspectives },
    ].filter(({ texte }) => texte);
  });

  protected adresse(suite: string): string {
    return `${BILANS_ANNUELS}/${this.bilanAnnuelId()}/${suite}`;
  }

  protected fermer(lu: BilanAnnuelLu | null): void {
    this.decide.set(null);
    this.rouvre.set(false);
    if (lu) this.ressource.set(lu);
  }

  protected async lier(reunionId: string | null): Promise<void> {
    const b = this.bilan();
    if (!b || reunionId === (b.reunion?.id ?? null)) return;
    await this.tenter(async () => {
      this.ressource.set(await this.api.lier(b.id, { reunionId, version: this.version(b) }));
      this.toasts.succes(reunionId ? 'Réunion choisie.' : 'Réunion retirée.');
    });
  }

  protected async presenter(): Promise<void> {
    const b = this.bilan();
    if (!b) return;
    const manques = this.manques().filter(({ bloque }) => !bloque);
    const accord = await this.dialogues.confirmer({
      titre: 'Présenter le bilan annuel\u00a0?',
      texte: `Ses chiffres et ses textes sont figés, et le comité de pilotage le lit.${
        manques.length ? ` Il y manque encore ${manques.map(({ texte }) => texte).join(', ')}.` : ''
      }`,
      action: 'Présenter le bilan',
    });
    if (!accord) return;
    await this.tenter(async () => {
      if (this.textes() && !(await this.textes()?.enregistrement.vider())) {
        throw new Error('textes');
      }
      this.ressource.set(await this.api.passer(b.id, { vers: 'PRESENTE', version: this.version(b) }));
      this.toasts.succes('Bilan annuel présenté.');
    });
  }

  protected async adopter(): Promise<void> {
    const b = this.bilan();
    if (!b) return;
    const accord = await this.dialogues.confirmer({
      titre: 'Adopter le bilan annuel\u00a0?',
      texte:
        'Les décisions ne changent plus. Ce qu’elles demandent s’affiche à faire\u00a0: rien n’est fait sans vous.',
      action: 'Adopter le bilan',
    });
    if (!accord) return;
    await this.tenter(async () => {
      this.ressource.set(await this.api.passer(b.id, { vers: 'ADOPTE', version: b.version }));
      this.toasts.succes('Bilan annuel adopté.');
    });
  }

  /** Texts that save themselves have moved it since the page was read. */
  private version(b: BilanAnnuelLu): number {
    return Math.max(b.version, this.textes()?.enregistrement.version() ?? 0);
  }

  private async tenter(work: () => Promise<void>): Promise<void> {
    if (this.envoi()) return;
    this.envoi.set(true);
    try {
      await work();
    } catch (erreur) {
      const probleme = versProbleme(erreur);
      this.toasts.erreur(probleme.erreurs[0]?.message ?? probleme.message);
    } finally {
      this.envoi.set(false);
    }
  }
}
