import { httpResource } from '@angular/common/http';
import { Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import type { AgendaLu } from '@coopilote/domain/gouvernance';
import { Carte, Dialogues, Icone, Occupe, Toasts, formatDateLongue, versProbleme } from '@coopilote/ui';
import { AgendaApi } from '../data/agenda-api';

/** The secret address by which one's own calendar follows the meetings: created, copied, renewed, revoked. */
@Component({
  selector: 'co-carte-agenda',
  imports: [Carte, Icone, Occupe],
  template: `
    <co-carte titre="Mon calendrier">
      <div class="pile-serree">
        <p class="petit">
          Une adresse à donner à votre agenda (Outlook, Google, téléphone)&nbsp;: vos réunions, de toutes vos
          coopératives, y paraissent et s’y mettent à jour.
        </p>
        @if (adresse(); as adresse) {
          <label class="adresse">
            <span class="champ-libelle">Votre adresse secrète</span>
            <input #champ class="saisie" readonly [value]="adresse" (focus)="champ.select()" />
          </label>
          <p class="petit">Elle ne sera plus montrée. Ne la partagez pas&nbsp;: qui la connaît lit votre calendrier.</p>
          <div class="rang">
            <button type="button" class="bouton compact" (click)="copier(adresse)">
              <co-icone nom="copier" />Copier l’adresse
            </button>
            <button type="button" class="bouton second compact" [coOccupe]="occupe()" (click)="revoquer()">
              Supprimer l’adresse
            </button>
          </div>
        } @else if (agenda.hasValue() && agenda.value().actif) {
          <p class="petit">{{ depuis(agenda.value()) }}</p>
          <div class="rang">
            <button type="button" class="bouton second compact" [coOccupe]="occupe()" (click)="renouveler()">
              Renouveler l’adresse
            </button>
            <button type="button" class="bouton second compact" [coOccupe]="occupe()" (click)="revoquer()">
              Supprimer l’adresse
            </button>
          </div>
        } @else if (agenda.hasValue()) {
          <button type="button" class="bouton second creer" [coOccupe]="occupe()" (click)="creer()">
            <co-icone nom="calendrier" />Créer mon adresse
          </button>
        }
      </div>
    </co-carte>
  `,
  styles: `
    .adresse {
      display: grid;
      gap: var(--e1);
    }
    .creer {
      justify-self: start;
    }
    @media (pointer: coarse) {
      .bouton {
        min-height: 2.75rem;
      }
    }
  `,
})
export class CarteAgenda {
  private readonly api = inject(AgendaApi);
  private readonly toasts = inject(Toasts);
  private readonly dialogues = inject(Dialogues);
  private readonly champ = viewChild<ElementRef<HTMLInputElement>>('champ');
  protected readonly agenda = httpResource<AgendaLu>(() => '/api/agenda');
  /** Known only between its creation and the end of the page. */
  protected readonly adresse = signal<string | null>(null);
  protected readonly occupe = signal(false);

  protected depuis({ creeLe, luLe }: AgendaLu): string {
    const lecture = luLe ? `lue par un agenda le ${formatDateLongue(luLe)}` : 'pas encore lue par un agenda';
    return `Adresse créée le ${formatDateLongue(creeLe)}, ${lecture}.`;
  }

  protected async copier(adresse: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(adresse);
      this.toasts.succes('Adresse copiée.');
    } catch {
      this.champ()?.nativeElement.select();
      this.toasts.erreur('Le navigateur a refusé de copier. L’adresse est sélectionnée\u00a0: copiez-la au clavier.');
    }
  }

  protected creer(): Promise<void> {
    return this.agir(async () => this.adresse.set((await this.api.creer()).adresse));
  }

  protected async renouveler(): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: 'Renouveler l’adresse',
      texte: 'L’adresse actuelle cessera aussitôt de fonctionner. Il faudra donner la nouvelle à votre agenda.',
      action: 'Renouveler l’adresse',
    });
    if (accord) await this.creer();
  }

  protected async revoquer(): Promise<void> {
    const accord = await this.dialogues.confirmer({
      titre: 'Supprimer l’adresse',
      texte: 'Votre agenda ne recevra plus les réunions. Vous pourrez créer une autre adresse.',
      action: 'Supprimer l’adresse',
      danger: true,
    });
    if (!accord) return;
    await this.agir(async () => {
      await this.api.revoquer();
      this.adresse.set(null);
      this.toasts.succes('L’adresse ne fonctionne plus.');
    });
  }

  private async agir(acte: () => Promise<void>): Promise<void> {
    this.occupe.set(true);
    try {
      await acte();
      this.agenda.reload();
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    } finally {
      this.occupe.set(false);
    }
  }
}
