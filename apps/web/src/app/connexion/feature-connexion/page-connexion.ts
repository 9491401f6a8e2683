import { httpResource } from '@angular/common/http';
import { Component, ElementRef, computed, inject, input, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Connexion } from '@coopilote/domain/comptes';
import { FormulaireContrat, Icone, Occupe, ResumeErreurs, SaisieTexte } from '@coopilote/ui';
import { SessionStore } from '../../platform/session-store';
import { CompteDemo, MOT_DE_PASSE_DEMO } from '../data/comptes-demo';

/** Sign in, then back to where one was going. */
@Component({
  selector: 'co-page-connexion',
  imports: [Icone, Occupe, ResumeErreurs, RouterLink, SaisieTexte],
  templateUrl: './page-connexion.html',
  host: { class: 'accueil-visiteur' },
})
export class PageConnexion {
  /** Address to go back to (`?retour=`). */
  readonly retour = input<string>();
  /** `expiree` when the session ended by itself (`?motif=`). */
  readonly motif = input<string>();

  protected readonly formulaire = new FormulaireContrat(Connexion, { email: '', motDePasse: '' });
  private readonly comptesDemo = httpResource<CompteDemo[]>(() => '/api/session/comptes-demo');
  protected readonly comptes = computed(() => (this.comptesDemo.hasValue() ? this.comptesDemo.value() : []));
  private readonly session = inject(SessionStore);
  private readonly routeur = inject(Router);
  private readonly envoi = viewChild.required<ElementRef<HTMLButtonElement>>('envoi');

  protected async connecter(): Promise<void> {
    const connecte = await this.formulaire.soumettre(async (identifiants) => {
      await this.session.connecter(identifiants);
      return true;
    });
    if (connecte) await this.routeur.navigateByUrl(this.destination());
  }

  protected prendre(compte: CompteDemo): void {
    this.formulaire.reinitialiser({ email: compte.courriel, motDePasse: MOT_DE_PASSE_DEMO });
    this.envoi().nativeElement.focus();
  }

  /** An address of this site only: `//autre.site` in the link must lead nowhere. */
  private destination(): string {
    const retour = this.retour() ?? '/';
    return /^\/(?![/\\])/.test(retour) && !retour.startsWith('/connexion') ? retour : '/';
  }
}
