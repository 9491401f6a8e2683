import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { ClasseurBilanLu } from '@coopilote/domain/bilans/classeur.rules';
import { Icone } from '@coopilote/ui/affichage/icone';
import { Toasts } from '@coopilote/ui/dialogue/toasts';
import { compter } from '@coopilote/ui/format/format';
import { type Probleme, versProbleme } from '@coopilote/ui/formulaire/probleme';
import { ClasseursApi } from '../../classeurs/data/classeurs-api';
import { ChangementsClasseur } from '../../classeurs/ui/changements-classeur';
import { DepotClasseur } from '../../classeurs/ui/depot-classeur';
import { RefusClasseur } from '../../classeurs/ui/refus-classeur';
import { adresseClasseur } from '../data/bilans-api';
import { EnregistrementBilan } from './enregistrement-bilan';
import { SaisieStore } from './saisie-store';

/** The report by spreadsheet: download, send back, see what would change, apply. */
@Component({
  selector: 'co-classeur-bilan',
  imports: [ChangementsClasseur, DepotClasseur, Icone, RefusClasseur],
  host: { class: 'carte pile' },
  template: `
    <h2 tabindex="-1">Remplir dans un tableur</h2>
    <p>
      Le classeur porte les questions, les listes et ce qui est déjà écrit. Remplissez-le seul ou à plusieurs, puis
      renvoyez-le&nbsp;: ce qui changerait vous est montré avant d’être écrit.
    </p>
    <div class="rang">
      <a class="bouton second" [href]="adresse('xlsx')" download
        ><co-icone nom="telecharger" />Télécharger mon bilan (.xlsx)</a
      >
      <a class="bouton second" [href]="adresse('ods')" download><co-icone nom="telecharger" />LibreOffice (.ods)</a>
    </div>
    <co-depot-classeur libelle="Renvoyer mon classeur" [occupe]="occupe()" (fichier)="lire($event)" />
    <div aria-live="polite" class="pile">
      @if (probleme(); as refus) {
        <p class="note note-alerte" role="alert"><co-icone nom="alerte" />{{ refus }}</p>
      }
      @if (lu(); as classeur) {
        @if (classeur.refus.length) {
          <co-refus-classeur [refus]="classeur.refus" />
        } @else if (classeur.changements.length) {
          <co-changements-classeur
            [changements]="classeur.changements"
            [occupe]="applique()"
            (appliquer)="appliquer($event)"
          />
        } @else {
          <p class="note">
            <co-icone nom="oui" />Ce classeur dit la même chose que votre brouillon&nbsp;: rien à changer.
          </p>
        }
      }
    </div>
    <button type="button" class="bouton second grand" (click)="revenir.emit()">Revenir au bilan</button>
  `,
  styles: `
    h2:focus {
      outline: none;
    }
    .bouton.second {
      white-space: normal;
    }
  `,
})
export class ClasseurBilan {
  readonly id = input.required<string>();
  readonly revenir = output<void>();

  private readonly api = inject(ClasseursApi);
  private readonly store = inject(SaisieStore);
  private readonly enregistrement = inject(EnregistrementBilan);
  private readonly toasts = inject(Toasts);

  protected readonly occupe = signal(false);
  protected readonly applique = signal(false);
  protected readonly lu = signal<ClasseurBilanLu | null>(null);
  private readonly refus = signal<Probleme | string | null>(null);
  protected readonly probleme = computed(() => {
    const refus = this.refus();
    return typeof refus === 'string' ? refus : refus?.message;
  });

  protected adresse(format: 'xlsx' | 'ods'): string {
    return adresseClasseur(this.id(), format);
  }

  protected async lire(fichier: File): Promise<void> {
    this.occupe.set(true);
    this.lu.set(null);
    this.refus.set(null);
    try {
      // Compared with all that was typed: nothing waits to leave.
      if (await this.enregistrement.vider()) {
        this.lu.set(await this.api.envoyer<ClasseurBilanLu>(adresseClasseur(this.id()), fichier));
      } else this.refus.set(EN_ATTENTE);
    } catch (erreur) {
      this.refus.set(versProbleme(erreur));
    } finally {
      this.occupe.set(false);
    }
  }

  protected async appliquer(cles: string[]): Promise<void> {
    const contenu = this.lu()?.contenu;
    if (!contenu) return;
    this.applique.set(true);
    this.store.reprendre(contenu, cles);
    const enregistre = await this.enregistrement.vider();
    this.applique.set(false);
    if (enregistre) this.toasts.succes(`${compter(cles.length, 'réponse reprise', 'réponses reprises')} du classeur.`);
    this.revenir.emit();
  }
}

const EN_ATTENTE =
  'Votre brouillon n’est pas encore enregistré\u00a0: revenez au bilan, voyez ce qui le retient, puis renvoyez le classeur.';
