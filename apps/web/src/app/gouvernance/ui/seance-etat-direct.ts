import { Component, computed, input } from '@angular/core';
import { Icone, type NomIcone } from '@coopilote/ui';

type EtatDirect = 'EN_DIRECT' | 'RECONNEXION' | 'HORS_LIGNE';

const MOTS: Record<EtatDirect, { ton: string; icone: NomIcone; texte: string }> = {
  EN_DIRECT: { ton: 'ok', icone: 'oui', texte: 'En direct' },
  RECONNEXION: { ton: 'attente', icone: 'horloge', texte: 'Reconnexion…' },
  HORS_LIGNE: { ton: 'alerte', icone: 'coupe', texte: 'Hors ligne' },
};

/** Whether this screen follows the room, in words. */
@Component({
  selector: 'co-seance-etat-direct',
  imports: [Icone],
  host: { role: 'status', '[class]': '"etat " + mots().ton' },
  template: `<co-icone [nom]="mots().icone" />{{ mots().texte }}`,
})
export class SeanceEtatDirect {
  readonly etat = input.required<EtatDirect>();
  protected readonly mots = computed(() => MOTS[this.etat()]);
}
