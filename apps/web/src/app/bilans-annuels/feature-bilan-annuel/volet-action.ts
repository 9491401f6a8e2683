import { Component, type OnInit, computed, inject, input, signal } from '@angular/core';
import type { VoletLu } from '@coopilote/domain/bilans/bilan-annuel.contract';
import { DEVENIRS_ACTION, LIBELLES_DEVENIRS } from '@coopilote/domain/bilans/bilan-annuel.rules';
import { Choix, EtatBrouillon, Icone } from '@coopilote/ui';
import { TexteBilan } from '../../bilans/ui/texte-bilan';
import { DEVENIRS } from '../ui/mots';
import { ConflitTextes } from './conflit-textes';
import { EnregistrementAction, type TextesAction, brouillonAction } from './enregistrements';

/** What a structure says of its action's year and proposes for the next, kept as it is typed. */
@Component({
  selector: 'co-volet-action',
  imports: [Choix, ConflitTextes, EtatBrouillon, Icone, TexteBilan],
  providers: [EnregistrementAction],
  host: { class: 'pile-serree' },
  template: `
    @if (enregistrement.conflit(); as conflit) {
      @if (conflit.leur.modifiable) {
        <co-conflit-textes
          [mien]="dict(contenu())"
          [leur]="dict(conflit.leur)"
          [base]="dict(conflit.base)"
          [titres]="titres"
          unique="proposition"
          (resolu)="resoudre($event)"
        />
      } @else {
        <p class="note note-alerte" role="alert">
          <co-icone nom="alerte" />Ce bilan a été présenté entre-temps&nbsp;: ce que vous avez écrit reste sur cet
          appareil.
        </p>
      }
    }
    <co-texte-bilan
      libelle="Synthèse de l’année"
      [nom]="'synthese-' + volet().ficheActionId"
      [texte]="contenu().synthese"
      [erreur]="erreur('synthese')"
      (texteChange)="ecrire({ synthese: $event })"
      (quitte)="enregistrement.sansAttendre()"
    />
    <co-choix
      libelle="Ce que propose la structure"
      [options]="devenirs"
      [value]="contenu().proposition"
      (valueChange)="proposer($event)"
    />
    @if (contenu().proposition) {
      <co-texte-bilan
        libelle="Pourquoi"
        [nom]="'motif-' + volet().ficheActionId"
        [texte]="contenu().motifProposition"
        [erreur]="erreur('motifProposition')"
        (texteChange)="ecrire({ motifProposition: $event })"
        (quitte)="enregistrement.sansAttendre()"
      />
    }
    <co-etat-brouillon
      [etat]="enregistrement.etat()"
      [enregistreLe]="enregistrement.le()"
      [gardeLocale]="enregistrement.gardeLocale()"
    />
  `,
})
export class VoletAction implements OnInit {
  readonly bilanId = input.required<string>();
  readonly volet = input.required<VoletLu>();

  protected readonly enregistrement = inject(EnregistrementAction);
  protected readonly contenu = signal<TextesAction>({ synthese: '', proposition: null, motifProposition: '' });
  protected readonly devenirs = DEVENIRS;
  protected readonly titres = {
    synthese: 'Synthèse de l’année',
    proposition: 'Proposition',
    motifProposition: 'Pourquoi',
  };
  private readonly erreurs = computed(
    () => new Map(this.enregistrement.refus()?.probleme.erreurs.map(({ champ, message }) => [champ, message])),
  );

  ngOnInit(): void {
    const lu = brouillonAction(this.bilanId(), this.volet());
    const { synthese, proposition, motifProposition } = lu;
    const copie = this.enregistrement.demarrer(lu);
    this.contenu.set(copie?.contenu ?? { synthese, proposition, motifProposition });
    if (copie && !this.enregistrement.conflit()) this.noter();
  }

  protected erreur(cle: string): string | null {
    return this.erreurs().get(cle) ?? null;
  }

  protected ecrire(partie: Partial<TextesAction>): void {
    this.contenu.update((contenu) => ({ ...contenu, ...partie }));
    this.noter();
  }

  protected proposer(valeur: string | null): void {
    this.ecrire({ proposition: devenir(valeur) });
  }

  protected resoudre({ synthese = '', proposition = '', motifProposition = '' }: Record<string, string>): void {
    this.contenu.set({ synthese, proposition: devenir(proposition, LIBELLES_DEVENIRS), motifProposition });
    this.enregistrement.resoudre(this.contenu());
  }

  protected dict({ synthese, proposition, motifProposition }: TextesAction): Record<string, string> {
    return { synthese, proposition: proposition ? LIBELLES_DEVENIRS[proposition] : '', motifProposition };
  }

  private noter(): void {
    this.enregistrement.noter(this.contenu(), this.contenu());
  }
}

/** A code from its value, or from the word that the comparison showed. */
function devenir(valeur: string | null, mots?: typeof LIBELLES_DEVENIRS): TextesAction['proposition'] {
  return DEVENIRS_ACTION.find((code) => (mots ? mots[code] : code) === valeur) ?? null;
}
