import { Component, inject, input, output, signal } from '@angular/core';
import type { ClasseurSuiviLu } from '@coopilote/domain/pilotage/classeur-suivi.rules';
import { Icone, type Probleme, Toasts, compter, versProbleme } from '@coopilote/ui';
import { ClasseursApi } from '../../classeurs/data/classeurs-api';
import { ChangementsClasseur } from '../../classeurs/ui/changements-classeur';
import { DepotClasseur } from '../../classeurs/ui/depot-classeur';
import { RefusClasseur } from '../../classeurs/ui/refus-classeur';

/** T3 by spreadsheet: download it whole, send it back, see what would change, apply. */
@Component({
  selector: 'co-classeur-suivi',
  imports: [ChangementsClasseur, DepotClasseur, Icone, RefusClasseur],
  host: { class: 'carte pile', role: 'region', 'aria-label': 'Suivi des actions dans un tableur' },
  template: `
    <p>
      Le classeur porte le tableau entier, colonnes du guide dans l’ordre.
      @if (importable()) {
        Les cellules jaunes sont celles que vous pouvez écrire&nbsp;: une structure, les bilans de ses actions&nbsp;; la
        délégation, ce qui était prévu.
      }
    </p>
    <div class="rang">
      <a class="bouton second" [href]="adresse('?format=xlsx&trimestre=' + trimestre())" download
        ><co-icone nom="telecharger" />Télécharger (.xlsx)</a
      >
      <a class="bouton second" [href]="adresse('?format=ods&trimestre=' + trimestre())" download
        ><co-icone nom="telecharger" />LibreOffice (.ods)</a
      >
    </div>
    @if (importable()) {
      <co-depot-classeur libelle="Renvoyer le classeur" [occupe]="occupe()" (fichier)="lire($event)" />
      <div aria-live="polite" class="pile">
        @if (probleme(); as refus) {
          <p class="note note-alerte" role="alert"><co-icone nom="alerte" />{{ refus.message }}</p>
        }
        @if (lu(); as classeur) {
          @if (classeur.refus.length) {
            <co-refus-classeur [refus]="classeur.refus" />
          } @else if (classeur.changements.length) {
            <co-changements-classeur
              [changements]="classeur.changements"
              [occupe]="occupe()"
              (appliquer)="appliquer($event)"
            />
          } @else {
            <p class="note"><co-icone nom="oui" />Ce classeur ne change rien à ce qui est écrit ici.</p>
          }
        }
      </div>
    }
  `,
  styles: `
    :host {
      max-width: 48rem;
      margin-bottom: var(--e4);
    }
    .bouton.second {
      white-space: normal;
    }
  `,
})
export class ClasseurSuivi {
  readonly cooperativeId = input.required<string>();
  /** « 2026-T3 ». */
  readonly trimestre = input.required<string>();
  readonly importable = input(false);
  readonly applique = output<void>();

  private readonly api = inject(ClasseursApi);
  private readonly toasts = inject(Toasts);
  private fichier: File | null = null;
  protected readonly occupe = signal(false);
  protected readonly lu = signal<ClasseurSuiviLu | null>(null);
  protected readonly probleme = signal<Probleme | null>(null);

  protected adresse(suite = ''): string {
    return `/api/cooperatives/${this.cooperativeId()}/suivi-actions/classeur${suite}`;
  }

  protected async lire(fichier: File): Promise<void> {
    this.fichier = fichier;
    this.lu.set(null);
    this.lu.set(await this.envoyer(this.adresse()));
  }

  protected async appliquer(cles: string[]): Promise<void> {
    const fait = await this.envoyer(this.adresse('/application'), { cles: JSON.stringify(cles) });
    if (!fait?.applique) {
      if (fait) this.lu.set(fait);
      return;
    }
    this.lu.set(null);
    this.toasts.succes(`${compter(cles.length, 'changement appliqué', 'changements appliqués')}.`);
    this.applique.emit();
  }

  private async envoyer(adresse: string, champs: Record<string, string> = {}): Promise<ClasseurSuiviLu | null> {
    if (!this.fichier) return null;
    this.occupe.set(true);
    this.probleme.set(null);
    try {
      return await this.api.envoyer<ClasseurSuiviLu>(adresse, this.fichier, champs);
    } catch (erreur) {
      this.probleme.set(versProbleme(erreur));
      return null;
    } finally {
      this.occupe.set(false);
    }
  }
}
