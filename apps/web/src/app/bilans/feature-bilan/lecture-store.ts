import { Injectable, computed, inject, signal } from '@angular/core';
import type { BilanLu } from '@coopilote/domain/bilans/bilan.contract';
import { ETATS_SAISIE } from '@coopilote/domain/bilans/bilan.rules';
import { Probleme, versProbleme } from '@coopilote/ui/formulaire/probleme';
import { firstValueFrom } from 'rxjs';
import { BilansApi, ressourceVersions } from '../data/bilans-api';
import { avancement, situer } from '../modele/indicateurs';
import {
  type CleElement,
  type ElementLu,
  cleIndicateur,
  lireElement,
  memeElement,
  partiesBilan,
  titreElement,
  valeurDe,
} from '../modele/elements';

type Transition = BilanLu['transitions'][number];

/** A report being read: which sending of it is shown, and the questions being sent back. */
@Injectable()
export class LectureStore {
  private readonly api = inject(BilansApi);
  readonly bilan = signal<BilanLu | null>(null);
  /** Number of the version shown; null: the report as it stands. */
  readonly numero = signal<number | null>(null);
  readonly versions = ressourceVersions(() => this.bilan()?.id ?? '');

  private readonly _renvoi = signal<Transition | null>(null);
  private readonly _motifs = signal<ReadonlyMap<string, string>>(new Map());
  private readonly _occupe = signal(false);
  private readonly _probleme = signal<Probleme | null>(null);
  private readonly _tente = signal(false);

  /** The act for which questions are being chosen; null: one reads. */
  readonly renvoi = this._renvoi.asReadonly();
  readonly motifs = this._motifs.asReadonly();
  readonly occupe = this._occupe.asReadonly();
  readonly probleme = this._probleme.asReadonly();
  /** True once the sending back was asked for: what is missing is then said. */
  readonly tente = this._tente.asReadonly();

  readonly listeVersions = computed(() => (this.versions.hasValue() ? this.versions.value() : []));
  readonly version = computed(() => this.listeVersions().find(({ numero }) => numero === this.numero()) ?? null);
  /** The sending before the one shown: what changed since is marked. */
  private readonly versionPrecedente = computed(() => {
    const bilan = this.bilan();
    const enSaisie = !!bilan && ETATS_SAISIE.includes(bilan.etat);
    const courant = this.numero() ?? (bilan?.numeroVersion ?? 0) + (enSaisie ? 1 : 0);
    return this.listeVersions().find(({ numero }) => numero === courant - 1) ?? null;
  });

  readonly sections = computed(() => {
    const bilan = this.bilan();
    if (!bilan) return [];
    return partiesBilan(bilan.indicateurs, bilan.niveau).map(({ titre, cles }) => ({
      titre,
      lignes: cles.map((cle) => this.ligne(bilan, cle)),
    }));
  });

  basculer(cle: string, choisie: boolean): void {
    this._motifs.update((motifs) => {
      const suivants = new Map(motifs);
      if (choisie) suivants.set(cle, motifs.get(cle) ?? '');
      else suivants.delete(cle);
      return suivants;
    });
  }

  motiver(cle: string, motif: string): void {
    this._motifs.update((motifs) => new Map(motifs).set(cle, motif));
  }

  commencerRenvoi(transition: Transition): void {
    this.numero.set(null);
    this._probleme.set(null);
    this._tente.set(false);
    this._renvoi.set(transition);
  }

  abandonnerRenvoi(): void {
    this._renvoi.set(null);
    this._probleme.set(null);
  }

  /** @returns the first field to mend (a question's key, or '' when none is chosen); null when the choice is whole. */
  verifierRenvoi(): string | null {
    this._tente.set(true);
    if (!this._motifs().size) return '';
    return [...this._motifs()].find(([, motif]) => !motif.trim())?.[0] ?? null;
  }

  /** @returns true when the report has changed state. */
  async changerEtat(transition: Transition): Promise<boolean> {
    const bilan = this.bilan();
    if (!bilan || this._occupe()) return false;
    this._occupe.set(true);
    this._probleme.set(null);
    const retours = [...this._motifs()].map(([question, motif]) => ({ question, motif: motif.trim() }));
    try {
      await firstValueFrom(
        this.api.changerEtat(bilan.id, {
          vers: transition.vers,
          version: bilan.version,
          ...(transition.retours && { retours }),
        }),
      );
      this._renvoi.set(null);
      this._motifs.set(new Map());
      return true;
    } catch (erreur) {
      this._probleme.set(versProbleme(erreur));
      return false;
    } finally {
      this._occupe.set(false);
    }
  }

  private ligne(bilan: BilanLu, cle: CleElement) {
    const version = this.version();
    const contenu = version?.contenu ?? bilan.contenu;
    const precedente = this.versionPrecedente();
    const indicateur = bilan.indicateurs.find(({ id }) => cleIndicateur(id) === cle);
    const saisie = valeurDe(contenu, cle) ?? {};
    const change = precedente && !memeElement(precedente.contenu, contenu, cle) ? precedente : null;
    const avance = indicateur ? avancement(indicateur, saisie) : null;
    return {
      cle,
      titre: titreElement(cle, bilan.indicateurs),
      lu: lireElement(contenu, cle, bilan.indicateurs),
      avant: bilan.precedent ? lireElement(bilan.precedent.contenu, cle, bilan.indicateurs) : null,
      detail: indicateur ? situer({ ...indicateur, precedent: null }, saisie, '') : '',
      prevision: avance?.prevision ?? null,
      avancee: avance?.valeur ?? null,
      modifie: change ? `modifié depuis la version ${change.numero}` : '',
      change: change && {
        avant: enMots(lireElement(change.contenu, cle, bilan.indicateurs)),
        apres: enMots(lireElement(contenu, cle, bilan.indicateurs)),
      },
      retours: (version ?? bilan).retours.filter(({ question }) => question === cle),
      retoursAvant: precedente?.retours.filter(({ question }) => question === cle) ?? [],
    };
  }
}

/** An answer and its reason, as one text. */
const enMots = ({ etat, texte }: ElementLu): string => [etat?.texte, texte].filter(Boolean).join(' – ');
