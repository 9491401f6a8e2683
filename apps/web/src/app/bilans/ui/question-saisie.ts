import { Component, computed, input, output } from '@angular/core';
import type { QuestionBilan, Reponse, ReponseSaisie } from '@coopilote/domain/bilans/bilan.rules';
import { etatReponse } from '@coopilote/ui/affichage/etats';
import { OuiPartieNon } from '@coopilote/ui/champs/oui-partie-non';
import { DitAvant } from './dit-avant';
import { NoteRetour, type Retour } from './note-retour';
import { TexteBilan } from './texte-bilan';

/** One question: what was said before, the answer, and its reason. « Oui » closes it, unless aspects are asked for. */
@Component({
  selector: 'co-question-saisie',
  imports: [DitAvant, NoteRetour, OuiPartieNon, TexteBilan],
  host: { class: 'carte question-saisie', '[class.question-renvoyee]': 'retour()' },
  template: `
    <h3>{{ numero() }}. {{ question().question }}</h3>
    @if (retour(); as renvoi) {
      <co-note-retour [retour]="renvoi" />
    }
    @if (avant(); as dit) {
      <co-dit-avant
        [trimestre]="trimestrePrecedent()"
        [sujet]="question().question"
        [etat]="dit.etat"
        [texte]="dit.texte"
        [repris]="identique()"
        (reprendre)="basculer()"
      />
    }
    <co-oui-partie-non
      [libelle]="question().question"
      libelleMasque
      [motDuMilieu]="question().milieu"
      [nom]="question().cle"
      [erreur]="erreur()"
      [value]="saisie().reponse ?? null"
      (valueChange)="repondre($event)"
      (quitte)="quitte.emit(question().cle)"
    />
    @if (relance()) {
      <co-texte-bilan
        [libelle]="question().relance"
        [requis]="saisie().reponse !== 'OUI'"
        [nom]="question().cle + '.motif'"
        [erreur]="erreurMotif()"
        [texte]="saisie().motif ?? ''"
        (texteChange)="saisieChange.emit({ reponse: saisie().reponse, motif: $event })"
        (quitte)="quitte.emit(question().cle + '.motif')"
      />
    }
  `,
})
export class QuestionSaisie {
  readonly question = input.required<QuestionBilan>();
  readonly numero = input.required<number>();
  readonly saisie = input.required<ReponseSaisie>();
  readonly precedent = input<ReponseSaisie | null>(null);
  readonly trimestrePrecedent = input('');
  readonly erreur = input<string | null>(null);
  readonly erreurMotif = input<string | null>(null);
  readonly retour = input<Retour | null>(null);
  readonly saisieChange = output<ReponseSaisie>();
  /** Name of the field that was left. */
  readonly quitte = output<string>();

  /** What stood before « Identique », given back when it is tapped again. */
  private remplacee: ReponseSaisie = {};

  protected readonly relance = computed(() => {
    const { reponse } = this.saisie();
    return !!reponse && this.question().relanceSi.includes(reponse);
  });
  protected readonly avant = computed(() => {
    const precedent = this.precedent();
    const etat = etatReponse(precedent?.reponse, this.question().milieu.toLowerCase());
    return etat && { etat, texte: precedent?.motif?.trim() ?? '' };
  });
  protected readonly identique = computed(() => {
    const precedent = this.precedent();
    const { reponse, motif } = this.saisie();
    if (!reponse || reponse !== precedent?.reponse) return false;
    return !this.relance() || (motif ?? '').trim() === (precedent.motif ?? '').trim();
  });

  protected repondre(reponse: string | null): void {
    if (reponse === (this.saisie().reponse ?? null)) return;
    this.saisieChange.emit({ ...this.saisie(), reponse: reponse as Reponse | null });
  }

  protected basculer(): void {
    const precedent = this.precedent();
    if (this.identique()) {
      this.saisieChange.emit(this.remplacee);
    } else {
      this.remplacee = this.saisie();
      this.saisieChange.emit({ reponse: precedent?.reponse, motif: precedent?.motif });
    }
    this.quitte.emit(this.question().cle);
  }
}
