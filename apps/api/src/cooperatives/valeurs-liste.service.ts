import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ListeValeur, type ContextePersonne } from '@coopilote/db';
import type { ErreurChamp } from '@coopilote/domain/commun';
import type { Liste } from '@coopilote/domain/referentiel';

export interface ValeursChoisies {
  champ: string;
  libelle: string;
  liste: Liste;
  ids: readonly string[];
  /** Values that the thing uses already: they may stay although retired since. */
  dejaUtilisees?: readonly string[];
}

/** Values of the reference lists that somebody chose. */
@Injectable()
export class ValeursListe {
  /** One error a field whose values are unknown in the region, of another list, or retired; one query whatever the number. */
  async verify(ctx: ContextePersonne, regionCode: string, choix: ValeursChoisies[]): Promise<ErreurChamp[]> {
    const ids = [...new Set(choix.flatMap((c) => c.ids))];
    if (ids.length === 0) return [];
    const valeurs = await ctx.manager.findBy(ListeValeur, { id: In(ids), regionCode });
    const connues = new Map(valeurs.map((v) => [v.id, v]));
    return choix.flatMap(({ champ, libelle, liste, ids: choisis, dejaUtilisees = [] }) => {
      if (choisis.some((id) => connues.get(id)?.liste !== liste)) {
        return [{ champ, code: 'liste', message: `${libelle}\u00a0: choisir dans la liste.` }];
      }
      const retirees = choisis.filter((id) => connues.get(id)?.retiree && !dejaUtilisees.includes(id));
      if (retirees.length === 0) return [];
      const noms = retirees.map((id) => `«\u00a0${connues.get(id)?.libelle}\u00a0»`).join(', ');
      return [{ champ, code: 'retiree', message: `${libelle}\u00a0: ${noms} n’est plus proposé.` }];
    });
  }
}
