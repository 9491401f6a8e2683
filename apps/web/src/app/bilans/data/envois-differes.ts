import { Injectable, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { BilanLu } from '@coopilote/domain/bilans/bilan.contract';
import { type ContenuBilan, ETATS_RECUS } from '@coopilote/domain/bilans/bilan.rules';
import { Toasts } from '@coopilote/ui/dialogue/toasts';
import { versProbleme } from '@coopilote/ui/formulaire/probleme';
import { firstValueFrom } from 'rxjs';
import { CopiesLocales } from '../../platform/copies-locales';
import { DepotLocal } from '../../platform/depot-local';
import { SessionStore } from '../../platform/session-store';
import { normaliser } from '../modele/elements';
import { BilansApi, GENRE_COPIE_BILAN } from './bilans-api';

/** A report whose sending was asked for without network. */
export interface EnvoiDiffere {
  personne: string;
  id: string;
  action: string;
  /** What the person read over and asked to send: nothing else may leave in its place. */
  contenu: ContenuBilan;
  avertissementsLus: boolean;
  /** ISO instant of the request. */
  demandeLe: string;
}

/** One tab at a time sends what waits. */
const VERROU = 'coopilote.envois';

/**
 * Reports that leave by themselves when the network is back. The server is read first: a report that it has already is not
 * sent again, one that changed meanwhile is not sent at all, and its page compares both versions.
 */
@Injectable({ providedIn: 'root' })
export class EnvoisDifferes {
  private readonly api = inject(BilansApi);
  private readonly copies = inject(CopiesLocales);
  private readonly depot = inject(DepotLocal);
  private readonly session = inject(SessionStore);
  private readonly routeur = inject(Router);
  private readonly toasts = inject(Toasts);

  private readonly connus = signal<readonly EnvoiDiffere[]>([]);
  private readonly tenus = new Set<string>();
  private readonly _essai = signal(0);
  /** Grows each time that what waits may leave. */
  readonly essai = this._essai.asReadonly();
  readonly enAttente = computed(() => {
    const moi = this.session.utilisateur()?.id;
    return new Map(this.connus().flatMap((envoi) => (envoi.personne === moi ? [[envoi.id, envoi] as const] : [])));
  });

  constructor() {
    void this.relire();
  }

  /** @returns false when it lives in this tab only, the browser keeping nothing. */
  async demander(envoi: Omit<EnvoiDiffere, 'personne' | 'demandeLe'>): Promise<boolean> {
    if (this.enAttente().has(envoi.id)) return true;
    const personne = this.session.utilisateur()?.id ?? '';
    const complet = { ...envoi, personne, demandeLe: new Date().toISOString() };
    this.connus.update((connus) => [...connus.filter(({ id }) => id !== envoi.id), complet]);
    try {
      const base = await this.depot.base();
      await base?.put('envois', complet, cleDe(complet));
      return !!base;
    } catch {
      return false;
    }
  }

  async retirer(id: string): Promise<void> {
    const envoi = this.enAttente().get(id);
    if (!envoi) return;
    this.connus.update((connus) => connus.filter((connu) => connu !== envoi));
    await (await this.depot.base())?.delete('envois', cleDe(envoi)).catch(() => undefined);
  }

  /** The person leaves the device: nothing more of theirs waits there. */
  async retirerTout(): Promise<void> {
    await Promise.all([...this.enAttente().keys()].map((id) => this.retirer(id)));
  }

  /** The page of this report is open: it saves and sends by itself. */
  tenir(id: string): void {
    this.tenus.add(id);
  }

  lacher(id: string): void {
    this.tenus.delete(id);
  }

  /** Sends what may leave; the pages that are open are told to try. */
  async partir(): Promise<void> {
    if (!('locks' in navigator)) return this.toutEnvoyer();
    await navigator.locks.request(VERROU, { ifAvailable: true }, async (verrou) => {
      if (verrou) await this.toutEnvoyer();
    });
  }

  private async toutEnvoyer(): Promise<void> {
    await this.relire();
    this._essai.update((essai) => essai + 1);
    for (const envoi of this.enAttente().values()) if (!this.tenus.has(envoi.id)) await this.envoyer(envoi);
  }

  private async envoyer(envoi: EnvoiDiffere, reprise = false): Promise<void> {
    try {
      const lu = await firstValueFrom(this.api.lire(envoi.id));
      if (ETATS_RECUS.includes(lu.etat)) return await this.dire(envoi, 'TRANSMIS');
      const version = lu.modifiable ? await this.enregistrer(envoi, lu) : null;
      if (version === null) return await this.dire(envoi, 'CHANGE');
      const { avertissementsLus } = envoi;
      await firstValueFrom(this.api.changerEtat(envoi.id, { vers: 'TRANSMIS', avertissementsLus, version }));
      await this.dire(envoi, 'TRANSMIS');
    } catch (erreur) {
      const { statut, message } = versProbleme(erreur);
      if (statut === 409 && !reprise) return this.envoyer(envoi, true);
      // Anything else is the network's, the server's or the session's: it waits for the next time.
      if ([403, 404, 409, 422].includes(statut)) await this.dire(envoi, 'REFUSE', message);
    }
  }

  /** @returns the version on which the report says what was asked to be sent; null when someone else wrote meanwhile. */
  private async enregistrer(envoi: EnvoiDiffere, lu: BilanLu): Promise<number | null> {
    const en = (contenu: ContenuBilan) => JSON.stringify(normaliser(contenu, lu.indicateurs));
    const copie = this.copies.lire<ContenuBilan>(GENRE_COPIE_BILAN, envoi.id);
    if (copie && en(copie.contenu) !== en(envoi.contenu)) return null;
    let { version } = lu;
    if (en(lu.contenu) !== en(envoi.contenu)) {
      if (![copie?.base, ...(copie?.envoyes ?? [])].some((connu) => connu && en(connu) === en(lu.contenu))) return null;
      ({ version } = await firstValueFrom(this.api.enregistrer(envoi.id, { version, ...envoi.contenu })));
    }
    this.copies.effacer(GENRE_COPIE_BILAN, envoi.id);
    return version;
  }

  private async dire(envoi: EnvoiDiffere, issue: 'TRANSMIS' | 'CHANGE' | 'REFUSE', motif = ''): Promise<void> {
    await this.retirer(envoi.id);
    const ouvrir = (...suite: string[]) => void this.routeur.navigate(['/bilans', envoi.id, ...suite]);
    const bilan = `Le bilan « ${envoi.action} »`;
    if (issue === 'TRANSMIS') {
      this.toasts.succes(`${bilan} a été transmis à l’ARS.`, { libelle: 'Voir le reçu', faire: () => ouvrir('recu') });
    } else {
      const raison = issue === 'CHANGE' ? 'il a changé entre-temps.' : motif;
      this.toasts.erreur(`${bilan} n’est pas parti : ${raison}`, { libelle: 'Ouvrir', faire: () => ouvrir() });
    }
  }

  private async relire(): Promise<void> {
    try {
      const gardes = (await (await this.depot.base())?.getAll('envois')) as EnvoiDiffere[] | undefined;
      if (gardes) this.connus.set(gardes);
    } catch {
      // What this tab knows stays.
    }
  }
}

function cleDe({ personne, id }: EnvoiDiffere): string {
  return `${personne} ${id}`;
}
