import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ContextePersonne } from '@coopilote/db';
import { csvOuvert, DonneesOuvertesDemandees, JEU_OUVERT, schemaOuvert } from '@coopilote/domain/consolidation';
import { Ctx, Regle } from '../platform/regle';
import { DonneesOuvertesService } from './donnees-ouvertes.service';

@Controller('api/consolidation/donnees-ouvertes')
export class DonneesOuvertesController {
  constructor(private readonly donnees: DonneesOuvertesService) {}

  /** A file: CSV, JSON (`DonneesOuvertes`), or the schema of its columns. */
  @Get()
  @Regle('consolidation.lire')
  async read(
    @Ctx() ctx: ContextePersonne,
    @Query() demande: DonneesOuvertesDemandees,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<string> {
    const donnees = await this.donnees.read(ctx, demande);
    const format = demande.format ?? 'csv';
    const nom = format === 'schema' ? `${JEU_OUVERT}.schema.json` : `${JEU_OUVERT}-${demande.annee}.${format}`;
    void reponse
      .header('content-type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${nom}"`);
    if (format === 'csv') return csvOuvert(donnees.lignes);
    return JSON.stringify(format === 'json' ? donnees : schemaOuvert(), null, format === 'json' ? 0 : 2);
  }
}
