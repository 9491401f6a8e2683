import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DemandeReinitialisation } from '@coopilote/domain/comptes';
import { FormulaireContrat, Occupe, ResumeErreurs, SaisieTexte } from '@coopilote/ui';
import { firstValueFrom } from 'rxjs';

/** Asks for a link to choose a new password. The answer never says whether the account exists. */
@Component({
  selector: 'co-page-mot-de-passe',
  imports: [Occupe, ResumeErreurs, RouterLink, SaisieTexte],
  host: { class: 'accueil-visiteur' },
  template: `
    <section class="carte visiteur-carte visiteur-seule">
      @if (envoyee(); as courriel) {
        <h1 tabindex="-1">Regardez vos messages</h1>
        <p role="status">
          Si un compte existe pour <b>{{ courriel }}</b>, un lien vient de lui être envoyé. Il sert une fois et expire
          bientôt.
        </p>
        <p class="petit">
          Rien dans dix minutes&nbsp;? Regardez les indésirables, puis demandez à votre délégation départementale si
          l’adresse est la bonne.
        </p>
        <a class="bouton second" routerLink="/connexion">Revenir à la connexion</a>
      } @else {
        <h1 tabindex="-1">Mot de passe oublié</h1>
        <p>Indiquez l’adresse de votre compte&nbsp;: vous recevrez un lien pour choisir un nouveau mot de passe.</p>
        <form novalidate class="pile" (submit)="$event.preventDefault(); demander()">
          <co-resume-erreurs [formulaire]="formulaire" />
          <co-saisie-texte
            libelle="Courriel"
            type="email"
            clavier="email"
            autocompletion="username"
            [champ]="formulaire.champ('courriel')"
          />
          <button class="bouton grand" type="submit" [coOccupe]="formulaire.occupe()">Recevoir le lien</button>
          <a routerLink="/connexion" class="petit-lien">Revenir à la connexion</a>
        </form>
      }
    </section>
  `,
})
export class PageMotDePasse {
  protected readonly formulaire = new FormulaireContrat(DemandeReinitialisation, { courriel: '' });
  protected readonly envoyee = signal('');
  private readonly http = inject(HttpClient);

  protected async demander(): Promise<void> {
    const faite = await this.formulaire.soumettre(async (demande) => {
      await firstValueFrom(this.http.post('/api/mot-de-passe', demande));
      return true;
    });
    if (faite) this.envoyee.set(this.formulaire.valeur().courriel);
  }
}
