import { Component, booleanAttribute, input, output, signal } from '@angular/core';
import { DonneesPersonnelles } from '@coopilote/ui/affichage/donnees-personnelles';
import { SaisieLongue } from '@coopilote/ui/champs/saisie-longue';

/** A free text of the report. Once left, what looks like personal data is pointed out under it (R16). */
@Component({
  selector: 'co-texte-bilan',
  imports: [DonneesPersonnelles, SaisieLongue],
  host: { class: 'pile-serree' },
  template: `
    <co-saisie-longue
      [libelle]="libelle()"
      [libelleMasque]="libelleMasque()"
      [requis]="requis()"
      [nom]="nom()"
      [erreur]="erreur()"
      [lignes]="2"
      [avertit]="false"
      [value]="texte()"
      (valueChange)="changer($event)"
      (quitte)="laisser()"
    />
    <co-donnees-personnelles [texte]="laissee() ? texte() : ''">
      <p class="petit">Aucune information nominative sur les personnes accompagnées.</p>
    </co-donnees-personnelles>
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

  protected readonly laissee = signal(false);

  protected changer(texte: string): void {
    if (texte !== this.texte()) this.texteChange.emit(texte);
  }

  protected laisser(): void {
    this.laissee.set(true);
    this.quitte.emit();
  }
}
