import { Pipe, type PipeTransform, computed } from '@angular/core';
import { ecrirePourcent } from '@coopilote/domain/financement';
import type { ChampDeFormulaire } from '@coopilote/ui';

const CONNUS = new WeakMap<ChampDeFormulaire, ChampDeFormulaire>();

/** A field typed in percent, « 12,5 », and kept in hundredths of a percent; the same object comes back for the same field. */
export function enPourcent(champ: ChampDeFormulaire): ChampDeFormulaire {
  const connu = CONNUS.get(champ);
  if (connu) return connu;
  const cree: ChampDeFormulaire = {
    ...champ,
    valeur: computed(() => {
      const valeur = champ.valeur();
      return typeof valeur === 'number' ? valeur / 100 : null;
    }),
    changer: (valeur) => champ.changer(typeof valeur === 'number' ? Math.round(valeur * 100) : null),
  };
  CONNUS.set(champ, cree);
  return cree;
}

/** « 12,50 % » of hundredths of a percent. */
@Pipe({ name: 'centiemes' })
export class CentiemesPipe implements PipeTransform {
  transform(valeur: number | null | undefined): string {
    return valeur == null ? '–' : ecrirePourcent(valeur);
  }
}
