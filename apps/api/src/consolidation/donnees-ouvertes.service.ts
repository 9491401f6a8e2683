import { Injectable } from '@nestjs/common';
import { Introuvable, SaisieInvalide, type ContextePersonne } from '@coopilote/db';
import {
  JEU_OUVERT,
  LICENCE_OUVERTE,
  publier,
  VERSION_OUVERTE,
  type DonneesOuvertes,
  type DonneesOuvertesDemandees,
} from '@coopilote/domain/consolidation';
import { perimetreDe } from '@coopilote/domain/droits';
import { exiger } from '../platform/exiger';
import { Horloge } from '../platform/horloge';
import { listCasesOuvertes, readNomsOuverts } from './donnees-ouvertes.queries';

/** What a region may publish: its totals of a year, without what would tell of few people (R17). */
@Injectable()
export class DonneesOuvertesService {
  constructor(private readonly horloge: Horloge) {}

  /** @throws Interdit to whom has not the whole region: its totals would be others’; Introuvable, SaisieInvalide */
  async read(ctx: ContextePersonne, { annee, region }: DonneesOuvertesDemandees): Promise<DonneesOuvertes> {
    const { regions } = perimetreDe(ctx.identite, 'consolidation.lire');
    const code = region ?? (regions.length === 1 ? regions[0] : undefined);
    if (!code && regions.length) {
      throw new SaisieInvalide([
        { champ: 'region', code: 'requis', message: 'Région\u00a0: dites laquelle publier, par son code.' },
      ]);
    }
    exiger(
      ctx,
      'consolidation.lire',
      { regionCode: code ?? '' },
      'Les données ouvertes d’une région sont publiées par son siège.',
    );
    const noms = await readNomsOuverts(ctx, code ?? '');
    if (!noms) throw new Introuvable('Cette région');
    const publiees = publier(await listCasesOuvertes(ctx, noms.region.code, annee), { annee, ...noms });
    return {
      jeu: JEU_OUVERT,
      version: VERSION_OUVERTE,
      licence: LICENCE_OUVERTE,
      produitLe: this.horloge.aujourdhui(),
      region: noms.region.nom,
      annee,
      ...publiees,
    };
  }
}
