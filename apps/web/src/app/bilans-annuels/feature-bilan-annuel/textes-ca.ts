import { Component, type OnInit, computed, inject, input, signal } from '@angular/core';
import type { BilanAnnuelLu } from '@coopilote/domain/bilans/bilan-annuel.contract';
import { Carte, EtatBrouillon, Icone } from '@coopilote/ui';
import { TexteBilan } from '../../bilans/ui/texte-bilan';
import { ConflitTextes } from './conflit-textes';
import { EnregistrementCa, type TextesCa, brouillonCa } from './enregistrements';

/** Synthesis, lessons and perspectives, kept as they are typed. */
@Component({
  selector: 'co-textes-ca',
  imports: [Carte, ConflitTextes, EtatBrouillon, Icone, TexteBilan],
  providers: [EnregistrementCa],
  template: `
    <co-carte titre="Synthèse de la coopérative" [niveau]="3">
      <co-etat-brouillon
        actions
        [etat]="enregistrement.etat()"
        [enregistreLe]="enregistrement.le()"
        [gardeLocale]="enregistrement.gardeLocale()"
      />
      @if (enregistrement.conflit(); as conflit) {
        @if (conflit.leur.modifiable) {
          <co-conflit-textes
            [mien]="dict(contenu())"
            [leur]="dict(conflit.leur)"
            [base]="dict(conflit.base)"
            [titres]="titres"
            (resolu)="resoudre($event)"
          />
        } @else {
          <p class="note note-alerte" role="alert">
            <co-icone nom="alerte" />Ce bilan a été présenté entre-temps&nbsp;: ce que vous avez écrit reste sur cet
            appareil.
          </p>
        }
      }
      <div class="pile">
        @for (cle of cles; track cle) {
          <co-texte-bilan
            [libelle]="titres[cle]"
            [nom]="cle"
            [requis]="cle === 'synthese'"
            [texte]="contenu()[cle]"
            [erreur]="erreur(cle)"
            (texteChange)="ecrire(cle, $event)"
            (quitte)="enregistrement.sansAttendre()"
          />
        }
      </div>
    </co-carte>
  `,
})
export class TextesBilanCa implements OnInit {
  readonly bilan = input.required<BilanAnnuelLu>();

  readonly enregistrement = inject(EnregistrementCa);
  readonly contenu = signal<TextesCa>({ synthese: '', enseignements: '', perspectives: '' });
  protected readonly cles = ['synthese', 'enseignements', 'perspectives'] as const;
  protected readonly titres: Record<keyof TextesCa, string> = {
    synthese: 'Synthèse de l’année',
    enseignements: 'Enseignements',
    perspectives: 'Perspectives',
  };
  private readonly erreurs = computed(
    () => new Map(this.enregistrement.refus()?.probleme.erreurs.map(({ champ, message }) => [champ, message])),
  );

  ngOnInit(): void {
    const lu = brouillonCa(this.bilan());
    const { synthese, enseignements, perspectives } = lu;
    const copie = this.enregistrement.demarrer(lu);
    this.contenu.set(copie?.contenu ?? { synthese, enseignements, perspectives });
    if (copie && !this.enregistrement.conflit()) this.noter();
  }

  protected erreur(cle: string): string | null {
    return this.erreurs().get(cle) ?? null;
  }

  protected ecrire(cle: keyof TextesCa, texte: string): void {
    this.contenu.update((contenu) => ({ ...contenu, [cle]: texte }));
    this.noter();
  }

  protected resoudre(choisi: Record<string, string>): void {
    const { synthese = '', enseignements = '', perspectives = '' } = choisi;
    this.contenu.set({ synthese, enseignements, perspectives });
    this.enregistrement.resoudre(this.contenu());
  }

  protected dict({ synthese, enseignements, perspectives }: TextesCa): Record<string, string> {
    return { synthese, enseignements, perspectives };
  }

  private noter(): void {
    this.enregistrement.noter(this.contenu(), this.contenu());
  }
}
