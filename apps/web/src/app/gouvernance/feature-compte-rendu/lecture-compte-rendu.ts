import { Component, computed, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CompteRenduLu } from '@coopilote/domain/gouvernance/compte-rendu.contract';
import type { ReunionLue } from '@coopilote/domain/gouvernance/reunion.contract';
import type { DecisionLue } from '@coopilote/domain/gouvernance/seance.contract';
import { Carte, Icone, formatDateJour } from '@coopilote/ui';
import { LectureRiche } from '@coopilote/ui/texte-riche';
import { adresseDocument } from '../data/compte-rendu-api';
import { pointsDits } from '../modele/compte-rendu';
import { etatChangement } from '../modele/decisions';
import { CompteRenduChangements } from '../ui/compte-rendu-changements';
import { CompteRenduDecisions } from '../ui/compte-rendu-decisions';
import { CompteRenduEntete } from '../ui/compte-rendu-entete';
import { CompteRenduPresences } from '../ui/compte-rendu-presences';
import { CompteRenduVersions } from '../ui/compte-rendu-versions';
import { DialogueApprobation } from './dialogue-approbation';
import { DialogueCorrection } from './dialogue-correction';

/** Minutes that were validated: the accessible twin of the PDF, its versions, and what comes after. */
@Component({
  selector: 'co-lecture-compte-rendu',
  imports: [
    Carte,
    CompteRenduChangements,
    CompteRenduDecisions,
    CompteRenduEntete,
    CompteRenduPresences,
    CompteRenduVersions,
    DialogueApprobation,
    DialogueCorrection,
    Icone,
    LectureRiche,
    RouterLink,
  ],
  templateUrl: './lecture-compte-rendu.html',
  styleUrl: './lecture-compte-rendu.css',
})
export class LectureCompteRendu {
  readonly compteRendu = input.required<CompteRenduLu>();
  readonly reunion = input.required<ReunionLue | null>();
  /** Decisions of the meeting, as they stand now. */
  readonly decisions = input.required<readonly DecisionLue[]>();
  /** The minutes have changed state, or another version was begun, said in this sentence. */
  readonly perime = output<string>();

  protected readonly dialogue = signal<'CORRIGER' | 'APPROUVER' | null>(null);

  protected readonly points = computed(() => pointsDits(this.compteRendu().contenu, this.compteRendu().minute));
  protected readonly porteuses = computed(() => this.decisions().filter((decision) => etatChangement(decision)));
  /** Number of the newest version, when this is not it. */
  protected readonly ancienne = computed(() => {
    const { numero, versions } = this.compteRendu();
    const derniere = Math.max(numero, ...versions.map((version) => version.numero));
    return derniere > numero ? derniere : null;
  });
  protected readonly preuve = computed(() => {
    const { numero, valideLe, validePar, approuveLe, approuveEn } = this.compteRendu();
    return [
      `Version ${numero}`,
      valideLe && `validée le ${formatDateJour(valideLe)}${validePar ? ` par ${validePar}` : ''}`,
      approuveLe && `approuvée le ${formatDateJour(approuveLe)}${approuveEn ? ` lors de « ${approuveEn} »` : ''}`,
    ]
      .filter(Boolean)
      .join(', ')
      .concat('.');
  });
  /** In groups of eight, so that two prints can be compared by eye. */
  protected readonly empreinte = computed(() => this.compteRendu().empreinte?.match(/.{1,8}/g) ?? []);

  protected peut(acte: CompteRenduLu['actes'][number]): boolean {
    return this.compteRendu().actes.includes(acte);
  }

  protected adresse(format: 'pdf' | 'docx'): string {
    const { reunionId, numero } = this.compteRendu();
    return adresseDocument(reunionId, numero, format);
  }

  protected imprimer(): void {
    window.print();
  }

  /** @param phrase what was done; empty when the dialog was given up. */
  protected fermer(phrase: string): void {
    this.dialogue.set(null);
    if (phrase) this.perime.emit(phrase);
  }
}
