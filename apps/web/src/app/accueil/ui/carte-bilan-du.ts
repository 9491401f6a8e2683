import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EtatBilan } from '@coopilote/domain/bilans/bilan.rules';
import { ajouterJours } from '@coopilote/domain/commun/dates';
import type { AccueilLu } from '@coopilote/domain/pilotage/accueil.contract';
import { Etat } from '@coopilote/ui/affichage/etat';
import { etatBilan, etatRetard } from '@coopilote/ui/affichage/etats';
import { Icone } from '@coopilote/ui/affichage/icone';
import { Jauge } from '@coopilote/ui/affichage/jauge';
import { compter, formatDateLongue } from '@coopilote/ui/format/format';
import { TrimestrePipe } from '@coopilote/ui/format/pipes';

const ACTES: Readonly<Record<string, string>> = {
  A_REMPLIR: 'Remplir',
  BROUILLON: 'Reprendre',
  A_COMPLETER: 'Compléter',
};

/** A report that is due: what it is, until when, how far it is, and one button. */
@Component({
  selector: 'co-carte-bilan-du',
  imports: [Etat, Icone, Jauge, RouterLink, TrimestrePipe],
  host: { class: 'carte', role: 'group', '[attr.aria-labelledby]': "'bilan-' + bilan().id" },
  template: `
    <div class="du-quoi">
      <p class="petit">{{ bilan().cooperative }}</p>
      <h2 [id]="'bilan-' + bilan().id">{{ bilan().action }}</h2>
      <p class="du-quand">{{ bilan() | trimestre: true }}, {{ limite() }}</p>
    </div>
    <div class="rang">
      <co-etat [de]="etat()" />
      @if (bilan().joursDeRetard > 0) {
        <co-etat [de]="retard()" />
      }
    </div>
    @if (bilan().retours) {
      <p class="du-retours"><co-icone nom="retour" />{{ retours() }}</p>
    }
    <div class="du-avancee">
      <span class="petit num">{{ avancee() }}</span>
      <co-jauge [valeur]="bilan().remplies" [max]="bilan().total" libelle="Questions remplies" />
    </div>
    <a class="bouton grand" [routerLink]="['/bilans', bilan().id]"
      >{{ acte() }}<span class="masque"> le bilan {{ bilan().action }}</span></a
    >
  `,
  styleUrl: './carte-bilan-du.css',
})
export class CarteBilanDu {
  readonly bilan = input.required<AccueilLu['bilans'][number]>();

  protected readonly etat = computed(() => etatBilan(this.bilan().etat as EtatBilan));
  protected readonly retard = computed(() => etatRetard(this.bilan().joursDeRetard));
  protected readonly acte = computed(() => ACTES[this.bilan().etat] ?? 'Ouvrir');
  /** The deadline is the last day on time: « avant le » names the next one. */
  protected readonly limite = computed(() => {
    const jour = formatDateLongue(ajouterJours(this.bilan().echeance, 1));
    return this.bilan().joursDeRetard > 0 ? `attendu avant le ${jour}` : `à transmettre avant le ${jour}`;
  });
  protected readonly avancee = computed(() => {
    const { remplies, total } = this.bilan();
    if (!remplies) return `${compter(total, 'question')} à remplir`;
    return `${compter(remplies, 'question')} sur ${total} ${remplies < 2 ? 'remplie' : 'remplies'}`;
  });
  protected readonly retours = computed(
    () => `La délégation vous renvoie ${compter(this.bilan().retours, 'question')}, avec ses raisons.`,
  );
}
