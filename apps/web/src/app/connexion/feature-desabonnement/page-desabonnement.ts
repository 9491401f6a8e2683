import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DesabonnementLu } from '@coopilote/domain/notifications/preference.contract';
import { Chargement, Icone, Occupe, Vide, versProbleme } from '@coopilote/ui';
import { firstValueFrom } from 'rxjs';

/** Where the link at the foot of a message leads: switching off, without an account, what nobody owes an answer to. */
@Component({
  selector: 'co-page-desabonnement',
  imports: [Chargement, Icone, Occupe, RouterLink, Vide],
  host: { class: 'accueil-visiteur' },
  templateUrl: './page-desabonnement.html',
})
export class PageDesabonnement {
  readonly jeton = input.required<string>();

  private readonly http = inject(HttpClient);
  private readonly adresse = computed(() => `/api/desabonnements/${encodeURIComponent(this.jeton())}`);
  protected readonly lien = httpResource<DesabonnementLu>(() => this.adresse());
  protected readonly occupe = signal(false);
  protected readonly refus = signal('');
  protected readonly probleme = computed(() => {
    const erreur = this.lien.error();
    return erreur ? versProbleme(erreur) : null;
  });

  protected async arreter(lu: DesabonnementLu): Promise<void> {
    this.occupe.set(true);
    this.refus.set('');
    try {
      await firstValueFrom(this.http.post(this.adresse(), {}));
      this.lien.set({ ...lu, fait: true });
    } catch (erreur) {
      this.refus.set(versProbleme(erreur).message);
    } finally {
      this.occupe.set(false);
    }
  }
}
