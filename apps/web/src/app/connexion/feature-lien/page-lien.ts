import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { LONGUEUR_MOT_DE_PASSE, LienLu, MotDePasseChoisi } from '@coopilote/domain/comptes';
import {
  Chargement,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieTexte,
  Toasts,
  Vide,
  versProbleme,
} from '@coopilote/ui';
import { firstValueFrom } from 'rxjs';

/** Where a one-time link leads: an invitation, or a forgotten password. */
@Component({
  selector: 'co-page-lien',
  imports: [Chargement, Occupe, ResumeErreurs, RouterLink, SaisieTexte, Vide],
  templateUrl: './page-lien.html',
  host: { class: 'accueil-visiteur' },
})
export class PageLien {
  readonly jeton = input.required<string>();

  protected readonly lien = httpResource<LienLu>(() => this.adresse());
  protected readonly formulaire = new FormulaireContrat(MotDePasseChoisi, { motDePasse: '' });
  protected readonly aideMotDePasse = `${LONGUEUR_MOT_DE_PASSE} caractères au moins. Une phrase courte se retient mieux qu’un mot compliqué.`;
  protected readonly probleme = computed(() => {
    const erreur = this.lien.error();
    return erreur ? versProbleme(erreur) : null;
  });
  private readonly http = inject(HttpClient);
  private readonly routeur = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly adresse = computed(() => `/api/liens/${encodeURIComponent(this.jeton())}`);

  protected async choisir(): Promise<void> {
    const choisi = await this.formulaire.soumettre(async (valeur) => {
      await firstValueFrom(this.http.post(this.adresse(), valeur));
      return true;
    });
    if (!choisi) return;
    this.toasts.succes('Mot de passe enregistré.');
    // The link opens no session: who chose the password proves it by signing in.
    await this.routeur.navigateByUrl('/connexion');
  }
}
