import { Component, computed, input, output } from '@angular/core';
import { destinatairesDe } from '@coopilote/domain/gouvernance/destinataires.rules';
import type { ParticipantLu } from '@coopilote/domain/gouvernance/reunion.contract';
import { Dialogue, Icone, Occupe, type Probleme, compter } from '@coopilote/ui';
import type { CleBloc } from '../modele/compte-rendu';
import type { Avertissement } from './redaction.store';

/** Before the minutes are fixed: to whom they leave, what cannot be taken back, what to read again. */
@Component({
  selector: 'co-dialogue-validation',
  imports: [Dialogue, Icone, Occupe],
  templateUrl: './dialogue-validation.html',
  styles: `
    .liste-serree {
      display: grid;
      gap: var(--e1);
      padding-left: 1.2em;
    }
    .note .lien {
      color: inherit;
    }
    .refus:empty {
      display: none;
    }
  `,
})
export class DialogueValidation {
  readonly envoyer = input.required<boolean>();
  readonly participants = input.required<readonly ParticipantLu[]>();
  readonly avertissements = input.required<readonly Avertissement[]>();
  /** Texts that the server does not take. */
  readonly aCorriger = input.required<readonly { cle: CleBloc; titre: string }[]>();
  readonly horsLigne = input.required<boolean>();
  readonly occupe = input.required<boolean>();
  readonly refus = input.required<Probleme | null>();
  readonly confirme = output<void>();
  readonly ferme = output<void>();
  readonly aller = output<CleBloc>();

  protected readonly compter = compter;
  protected readonly joignables = computed(() => {
    const structures = new Map(this.participants().map(({ id, structure }) => [id, structure]));
    return destinatairesDe(this.participants()).map(({ nom, participantIds, suppleantDe }) => {
      const [siege = ''] = participantIds;
      return dire(nom, suppleantDe.length ? 'en copie, suppléant' : structures.get(siege));
    });
  });
  protected readonly sansAdresse = computed(() =>
    this.participants()
      .filter(({ courriel }) => courriel === null)
      .map(({ nom, structure }) => dire(nom, structure)),
  );
}

const dire = (nom: string, precision: string | null | undefined): string => (precision ? `${nom} (${precision})` : nom);
