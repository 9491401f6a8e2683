import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { refuserPiece, type CiblePiece, type PiecesLues } from '@coopilote/domain/pieces';
import { versProbleme } from '@coopilote/ui';
import { PiecesApi } from '../data/pieces-api';
import type { EnvoiMontre } from '../ui/envoi';

interface Envoi extends EnvoiMontre {
  fichier: File;
}

/** The documents of one thing, and the files on their way to it. Provided by `Pieces`. */
@Injectable()
export class PiecesStore {
  private readonly api = inject(PiecesApi);
  private prochain = 0;
  /** Files leave one after the other: on a phone, several at once would each take longer than the connection holds. */
  private file: Promise<void> = Promise.resolve();
  readonly cible = signal<CiblePiece | null>(null);
  readonly ressource = httpResource<PiecesLues>(() => {
    const cible = this.cible();
    return cible ? { url: '/api/pieces', params: { objet: cible.objet, objetId: cible.objetId } } : undefined;
  });
  readonly pieces = computed(() => (this.ressource.hasValue() ? this.ressource.value().pieces : []));
  readonly depot = computed(() => this.ressource.hasValue() && this.ressource.value().depot);
  private readonly _envois = signal<readonly Envoi[]>([]);
  readonly envois = this._envois.asReadonly();

  /** Sends files; what the rules refuse is said at once, and is not sent. Resolves with the names that arrived. */
  async ajouter(fichiers: readonly File[]): Promise<string[]> {
    const envois = fichiers.map((fichier): Envoi => {
      const refus = refuserPiece(fichier.name, fichier.size);
      const cle = ++this.prochain;
      return { cle, nom: fichier.name, fichier, part: 0, refus, rejouable: false };
    });
    this._envois.update((presents) => [...presents, ...envois]);
    return this.envoyerTous(envois.filter(({ refus }) => refus === null));
  }

  reessayer(cle: number): Promise<string[]> {
    this.changer(cle, { refus: null, part: 0 });
    return this.envoyerTous(this._envois().filter((envoi) => envoi.cle === cle));
  }

  oublier(cle: number): void {
    this._envois.update((envois) => envois.filter((envoi) => envoi.cle !== cle));
  }

  async retirer(id: string): Promise<void> {
    await this.api.retirer(id);
    this.ressource.reload();
  }

  private async envoyerTous(envois: readonly Envoi[]): Promise<string[]> {
    const arrives: string[] = [];
    for (const envoi of envois) {
      this.file = this.file.then(async () => {
        if (await this.envoyer(envoi)) arrives.push(envoi.nom);
      });
    }
    await this.file;
    return arrives;
  }

  private async envoyer({ cle, fichier }: Envoi): Promise<boolean> {
    const cible = this.cible();
    if (!cible) return false;
    try {
      await this.api.deposer(cible, fichier, (part) => this.changer(cle, { part }));
      this.oublier(cle);
      this.ressource.reload();
      return true;
    } catch (erreur) {
      const probleme = versProbleme(erreur);
      const refus = probleme.erreurs[0]?.message ?? probleme.message;
      // What the file itself is, no second attempt will change.
      this.changer(cle, { refus, rejouable: ![403, 404, 413, 422].includes(probleme.statut) });
      return false;
    }
  }

  private changer(cle: number, changements: Partial<Envoi>): void {
    this._envois.update((envois) => envois.map((envoi) => (envoi.cle === cle ? { ...envoi, ...changements } : envoi)));
  }
}
