import { Injectable, computed, inject, signal } from '@angular/core';
import { type DonneePersonnelle, reperer } from '@coopilote/domain/bilans/confidentialite.rules';
import type { CompteRenduLu } from '@coopilote/domain/gouvernance/compte-rendu.contract';
import { type Probleme, formatNombre, versProbleme } from '@coopilote/ui';
import { firstValueFrom } from 'rxjs';
import { CompteRenduApi } from '../data/compte-rendu-api';
import {
  type CleBloc,
  LONGUEUR_MAX,
  type TextesCompteRendu,
  blocsDe,
  ecrireBloc,
  lireBloc,
  texteBrut,
} from '../modele/compte-rendu';
import { EnregistrementCompteRendu } from './enregistrement-compte-rendu';

/** A passage that looks like personal data (R16), and where it stands. */
export interface Avertissement extends DonneePersonnelle {
  cle: CleBloc;
  titre: string;
}

/** The minutes being written: their texts, what holds them back, and their validation. */
@Injectable()
export class RedactionStore {
  private readonly api = inject(CompteRenduApi);
  readonly enregistrement = inject(EnregistrementCompteRendu);

  private readonly projet = signal<CompteRenduLu | null>(null);
  private readonly _contenu = signal<TextesCompteRendu>({ introduction: '', points: [], conclusion: '' });
  private readonly _restaureLe = signal<string | null>(null);
  private readonly _occupe = signal(false);
  private readonly _refus = signal<Probleme | null>(null);

  readonly contenu = this._contenu.asReadonly();
  /** Instant of the copy found on this device, when one replaced the server's texts. */
  readonly restaureLe = this._restaureLe.asReadonly();
  /** True while the minutes are being validated. */
  readonly occupe = this._occupe.asReadonly();
  /** Why they were not. */
  readonly refus = this._refus.asReadonly();

  readonly blocs = computed(() => blocsDe(this.contenu()));
  /** One message a text: too long here, or refused by the API while it has not changed since. */
  readonly erreurs = computed<ReadonlyMap<CleBloc, string>>(() => {
    const trouvees = new Map<CleBloc, string>();
    const refus = this.enregistrement.refus();
    for (const { champ, message } of refus?.probleme.erreurs ?? []) {
      const cle = cleDuChamp(champ, refus?.envoye);
      if (refus && lireBloc(refus.envoye, cle) === lireBloc(this.contenu(), cle)) trouvees.set(cle, message);
    }
    for (const { cle } of this.blocs()) {
      const trop = lireBloc(this.contenu(), cle).length - LONGUEUR_MAX;
      if (trop > 0) trouvees.set(cle, `Ce texte compte ${formatNombre(trop)} caractères de trop.`);
    }
    return trouvees;
  });
  /** A refusal of the saving that belongs to no text. */
  readonly probleme = computed(() => {
    const probleme = this.enregistrement.refus()?.probleme ?? null;
    return probleme?.erreurs.length ? null : probleme;
  });
  /** R16: what looks like personal data in the texts. */
  readonly avertissements = computed<readonly Avertissement[]>(() =>
    this.blocs().flatMap(({ cle, titre }) =>
      reperer(texteBrut(lireBloc(this.contenu(), cle))).map((donnee) => ({ ...donnee, cle, titre })),
    ),
  );

  ouvrir(projet: CompteRenduLu): void {
    this.projet.set(projet);
    const copie = this.enregistrement.demarrer(projet);
    this._restaureLe.set(copie?.le ?? null);
    this._contenu.set(copie?.contenu ?? projet.contenu);
    if (copie && !this.enregistrement.conflit()) this.noter();
  }

  ecrire(cle: CleBloc, texte: string): void {
    if (texte === lireBloc(this.contenu(), cle)) return;
    this._contenu.update((contenu) => ecrireBloc(contenu, cle, texte));
    this.noter();
  }

  resoudre(choisi: TextesCompteRendu): void {
    this._contenu.set(choisi);
    this.enregistrement.resoudre(choisi);
  }

  /**
   * Validates the minutes, once everything is saved; with `envoyer`, they leave for the participants.
   * @returns true when they are validated: now, or already by a request whose answer was lost.
   */
  async valider(envoyer: boolean): Promise<boolean> {
    const projet = this.projet();
    if (!projet || this._occupe()) return false;
    this._occupe.set(true);
    this._refus.set(null);
    try {
      if (!(await this.enregistrement.vider()) || this.erreurs().size) return false;
      const version = this.enregistrement.version();
      await firstValueFrom(this.api.changerEtat(projet.reunionId, { vers: 'VALIDE', envoyer, version }));
      return true;
    } catch (erreur) {
      const probleme = versProbleme(erreur);
      if (probleme.statut === 409 && (await this.dejaValide(projet))) return true;
      this._refus.set(probleme);
      return false;
    } finally {
      this._occupe.set(false);
    }
  }

  oublierRefus(): void {
    this._refus.set(null);
  }

  private async dejaValide({ id, reunionId }: CompteRenduLu): Promise<boolean> {
    try {
      const lu = await firstValueFrom(this.api.lire(reunionId));
      return lu.id === id && lu.etat !== 'PROJET';
    } catch {
      return false;
    }
  }

  private noter(): void {
    // A text that is too long must hold nothing else back: it waits, with the one that the server already has.
    const acquis = this.enregistrement.acquitte();
    const envoyable = [...this.erreurs().keys()].reduce(
      (contenu, cle) => ecrireBloc(contenu, cle, lireBloc(acquis, cle)),
      this.contenu(),
    );
    this.enregistrement.noter(this.contenu(), envoyable);
  }
}

/** The text that the API names `introduction` or `points.3.texte`. */
function cleDuChamp(champ: string, envoye: TextesCompteRendu | undefined): CleBloc {
  const rang = /^points\.(\d+)/.exec(champ)?.[1];
  return rang === undefined ? champ : (envoye?.points[Number(rang)]?.pointId ?? champ);
}
