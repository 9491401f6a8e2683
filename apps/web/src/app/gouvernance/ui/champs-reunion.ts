import { Component, computed, input } from '@angular/core';
import {
  FUSEAU_METROPOLE,
  dureeDite,
  heureDite,
  instantDe,
  jourDit,
  type ReunionSaisie,
} from '@coopilote/domain/gouvernance';
import { Choix, type FormulaireContrat, SaisieMoment, SaisieNombre, SaisieTexte } from '@coopilote/ui';
import { OPTIONS_FUSEAUX } from './options';

const MINUTE_MS = 60_000;

/** The contract lets the date wait for a poll; what is typed must also exist on the clock. */
export function exigerMoment({ debut, fuseau }: ReunionSaisie): Record<string, string> {
  if (!debut) return { debut: 'Date et heure\u00a0: à remplir.' };
  if (!instantDe(debut, fuseau ?? FUSEAU_METROPOLE))
    return { debut: 'Date et heure\u00a0: cette heure n’existe pas ce jour-là (passage à l’heure d’été).' };
  return {};
}

/** When and where a meeting takes place: the same fields to create it and to change it. */
@Component({
  selector: 'co-champs-reunion',
  imports: [Choix, SaisieMoment, SaisieNombre, SaisieTexte],
  template: `
    <div class="deux">
      @if (!sansDate()) {
        <co-saisie-moment libelle="Date et heure" requis [champ]="formulaire().champ('debut')" />
      }
      <co-choix
        libelle="Fuseau horaire"
        vide="Heure de Paris, par défaut"
        [options]="fuseaux"
        [champ]="formulaire().champ('fuseau')"
      />
      <co-saisie-nombre libelle="Durée" requis unite="minutes" [decimales]="0" [champ]="formulaire().champ('duree')" />
    </div>
    <p class="petit dit" role="status">{{ dit() }}</p>
    <co-saisie-texte libelle="Lieu" aide="Salle, adresse, accès." [champ]="formulaire().champ('lieu')" />
    <co-saisie-texte
      libelle="Adresse de la visioconférence"
      type="url"
      clavier="url"
      [champ]="formulaire().champ('visio')"
    />
  `,
  styles: `
    :host {
      display: contents;
    }
    .deux {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
      gap: var(--e3) var(--e4);
      align-items: start;
    }
    .dit:empty {
      display: none;
    }
    .dit::first-letter {
      text-transform: uppercase;
    }
  `,
})
export class ChampsReunion {
  readonly formulaire = input.required<FormulaireContrat<ReunionSaisie>>();
  /** The date waits for a poll. */
  readonly sansDate = input(false);

  protected readonly fuseaux = OPTIONS_FUSEAUX;
  /** « mardi 24 novembre 2026, de 14 h à 16 h 30 (2 h 30) »: the day of the week shows a slip of the date. */
  protected readonly dit = computed(() => {
    const { debut, duree, fuseau: choisi } = this.formulaire().valeur();
    const fuseau = choisi ?? FUSEAU_METROPOLE;
    if (!Number.isInteger(duree) || duree <= 0) return '';
    const instant = debut && !this.sansDate() ? instantDe(debut, fuseau) : null;
    if (!instant) return `Soit ${dureeDite(duree)}.`;
    const fin = new Date(instant.getTime() + duree * MINUTE_MS);
    return `${jourDit(instant, fuseau)}, de ${heureDite(instant, fuseau)} à ${heureDite(fin, fuseau)} (${dureeDite(duree)}).`;
  });
}
