import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { BilanLu } from '@coopilote/domain/bilans/bilan.contract';
import { formatHeure } from '@coopilote/ui/format/format';
import { Reseau } from '../../platform/reseau';
import { EnvoisDifferes } from '../data/envois-differes';
import { EnregistrementBilan } from './enregistrement-bilan';
import { SaisieStore } from './saisie-store';

/** What became of a sending that waited for the network. */
export type Issue = 'TRANSMIS' | 'COMPARER';

/** The sending asked for without network, while the page of its report is open: it leaves once all that was typed is saved. */
@Injectable()
export class DepartDiffere {
  private readonly envois = inject(EnvoisDifferes);
  private readonly store = inject(SaisieStore);
  private readonly enregistrement = inject(EnregistrementBilan);
  private readonly reseau = inject(Reseau);
  private readonly id = signal('');
  private readonly _issue = signal<Issue | null>(null);

  readonly issue = this._issue.asReadonly();
  private readonly envoi = computed(() => this.envois.enAttente().get(this.id()));
  readonly demandeA = computed(() => {
    const le = this.envoi()?.demandeLe;
    return le ? formatHeure(le) : '';
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.envois.lacher(this.id()));
    effect(() => {
      if (!this.envoi()) return;
      this.envois.essai();
      if (this.enregistrement.conflit()) untracked(() => this.comparer());
      else if (this.reseau.joignable() && this.enregistrement.etat() === 'ENREGISTRE')
        untracked(() => void this.partir());
    });
  }

  suivre({ id }: BilanLu): void {
    this.id.set(id);
    this.envois.tenir(id);
  }

  async renoncer(): Promise<void> {
    await this.envois.retirer(this.id());
  }

  /** Someone else wrote meanwhile: nothing leaves before the two versions are compared. */
  private comparer(): void {
    void this.renoncer();
    this._issue.set('COMPARER');
  }

  private async partir(): Promise<void> {
    const envoi = this.envoi();
    if (envoi && (await this.store.transmettre(envoi.avertissementsLus))) this._issue.set('TRANSMIS');
  }
}
