import { Component, ElementRef, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { SessionLue } from '@coopilote/domain/comptes';
import { LIBELLES_ROLES } from '@coopilote/domain/comptes/roles';
import { Icone, NomIcone } from '@coopilote/ui/affichage/icone';
import { Dialogues } from '@coopilote/ui/dialogue/dialogues';
import { Toasts } from '@coopilote/ui/dialogue/toasts';
import { versProbleme } from '@coopilote/ui/formulaire/probleme';
import { CopiesLocales } from '../platform/copies-locales';
import { Installation } from '../platform/installation';
import { SessionStore } from '../platform/session-store';
import { Theme, appliquerTheme, themeChoisi } from '../platform/theme';

const THEMES: readonly { valeur: Theme; libelle: string; icone: NomIcone }[] = [
  { valeur: 'clair', libelle: 'Clair', icone: 'soleil' },
  { valeur: 'sombre', libelle: 'Sombre', icone: 'lune' },
  { valeur: 'systeme', libelle: 'Système', icone: 'ecran' },
];

const EFFACER = {
  titre: 'Des mots écrits ici ne sont pas encore enregistrés',
  texte:
    'Se déconnecter efface de cet appareil ce qui vous appartient, donc aussi ce que le serveur n’a pas encore reçu. Restez connecté jusqu’au retour du réseau pour ne rien perdre.',
  action: 'Se déconnecter et effacer',
  annuler: 'Rester connecté',
  danger: true,
};

/** Who is signed in, the look, the keys, the way out. A disclosure, not an ARIA menu: it holds radios and text. */
@Component({
  selector: 'co-menu-utilisateur',
  imports: [Icone, RouterLink],
  template: `
    <button type="button" class="avatar" popovertarget="menu-utilisateur" [attr.aria-expanded]="ouvert()">
      {{ initiales()
      }}<span class="masque">, votre compte&nbsp;: {{ utilisateur().prenom }} {{ utilisateur().nom }}</span>
    </button>
    <div
      #menu
      id="menu-utilisateur"
      class="menu-utilisateur"
      popover
      (toggle)="ouvert.set(menu.matches(':popover-open'))"
    >
      <div>
        <p class="menu-utilisateur-nom">{{ utilisateur().prenom }} {{ utilisateur().nom }}</p>
        <p class="petit">{{ utilisateur().courriel }}</p>
        @for (role of roles(); track role) {
          <p class="petit">{{ role }}</p>
        }
      </div>
      <fieldset class="themes">
        <legend class="petit">Apparence</legend>
        <div class="themes-choix">
          @for (choix of themes; track choix.valeur) {
            <label [class.choisi]="choix.valeur === theme()">
              <input
                class="masque"
                type="radio"
                name="theme"
                [checked]="choix.valeur === theme()"
                (change)="changerTheme(choix.valeur)"
              />
              <co-icone [nom]="choix.icone" />{{ choix.libelle }}
            </label>
          }
        </div>
      </fieldset>
      <div class="menu-utilisateur-actions">
        <a routerLink="/preferences" (click)="menu.hidePopover()">
          <span><co-icone nom="envoi" />Mes messages</span>
        </a>
        @if (installation.offerte()) {
          <button type="button" (click)="menu.hidePopover(); installation.installer()">
            <span><co-icone nom="telecharger" />Installer l’application</span>
          </button>
        }
        <button type="button" (click)="menu.hidePopover(); aide.emit()">
          Touches du clavier <kbd aria-hidden="true">?</kbd>
        </button>
        <button type="button" (click)="sortir()">
          <span><co-icone nom="sortir" />Se déconnecter</span>
        </button>
      </div>
    </div>
  `,
})
export class MenuUtilisateur {
  readonly utilisateur = input.required<SessionLue['utilisateur']>();
  readonly aide = output<void>();

  protected readonly themes = THEMES;
  protected readonly theme = signal(themeChoisi());
  protected readonly ouvert = signal(false);
  protected readonly installation = inject(Installation);
  private readonly copies = inject(CopiesLocales);
  private readonly dialogues = inject(Dialogues);
  private readonly session = inject(SessionStore);
  private readonly routeur = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly menu = viewChild.required<ElementRef<HTMLElement>>('menu');

  protected readonly initiales = computed(() =>
    (this.utilisateur().prenom.charAt(0) + this.utilisateur().nom.charAt(0)).toLocaleUpperCase('fr'),
  );
  protected readonly roles = computed(() => [
    ...new Set(this.session.attributions().map(({ role }) => LIBELLES_ROLES[role])),
  ]);

  protected changerTheme(theme: Theme): void {
    this.theme.set(theme);
    appliquerTheme(theme);
  }

  protected async sortir(): Promise<void> {
    this.menu().nativeElement.hidePopover();
    if ((await this.copies.enAttente()) && !(await this.dialogues.confirmer(EFFACER))) return;
    try {
      await this.session.deconnecter();
      await this.routeur.navigateByUrl('/connexion');
      // After the page is gone: what it writes as it closes is erased too.
      await this.copies.effacerTout();
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    }
  }
}
