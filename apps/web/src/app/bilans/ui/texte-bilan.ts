import { Component, booleanAttribute, computed, input, output, signal } from '@angular/core';
import { reperer } from '@coopilote/domain/bilans/confidentialite.rules';
import { Icone } from '@coopilote/ui/affichage/icone';
import { SaisieLongue } from '@coopilote/ui/champs/saisie-longue';

/** A free text of the report. Once left, what looks like personal data is pointed out under it (R16). */
@Component({
  selector: 'co-texte-bilan',
  imports: [Icone, SaisieLongue],
  host: { class: 'pile-serree' },
  template: `
    <co-saisie-longue
      [libelle]="libelle()"
      [libelleMasque]="libelleMasque()"
      [requis]="requis()"
      [nom]="nom()"
      [erreur]="erreur()"
      [lignes]="2"
      [value]="texte()"
      (valueChange)="changer($event)"
      (quitte)="laisser()"
    />
    <div role="status">
      @for (donnee of donnees(); track donnee.extrait) {
        <p class="note note-attente">
          <co-icone nom="alerte" /><span
            >{{ donnee.message }} <b>«&nbsp;{{ donnee.extrait }}&nbsp;»</b>. Retirez-le&nbsp;: un bilan ne nomme pas les
            personnes accompagnées.</span
          >
        </p>
      } @empty {
        <p class="petit">Aucune information nominative sur les personnes accompagnées.</p>
      }
    </div>
  `,
})
export class TexteBilan {
  readonly libelle = input.required<string>();
  readonly libelleMasque = input(false, { transform: booleanAttribute });
  readonly requis = input(false, { transform: booleanAttribute });
  readonly nom = input.required<string>();
  readonly texte = input.required<string>();
  readonly erreur = input<string | null>(null);
  readonly texteChange = output<string>();
  readonly quitte = output<void>();

  private readonly laissee = signal(false);
  protected readonly donnees = computed(() => (this.laissee() ? reperer(this.texte()) : []));

  protected changer(texte: string): void {
    if (texte !== this.texte()) this.texteChange.emit(texte);
  }

  protected laisser(): void {
    this.laissee.set(true);
    this.quitte.emit();
  }
}
