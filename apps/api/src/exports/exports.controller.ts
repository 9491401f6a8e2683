import type { Readable } from 'node:stream';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ContextePersonne } from '@coopilote/db';
import { ExportDemande, RapportDemande, type FormatExport } from '@coopilote/domain/consolidation';
import { disposition } from '../platform/fichier';
import { remettre } from '../platform/fichiers';
import { Ctx, Regle, SansBase, type RequeteCoopilote } from '../platform/regle';
import { ExportsService } from './exports.service';
import { RapportService } from './rapport.service';

const TYPES: Record<FormatExport, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
};

@Controller('api/consolidation')
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly rapport: RapportService,
  ) {}

  /** The file is sent as it is made: the transaction of its own that reads it lasts as long as it does. */
  @Get('export')
  @SansBase()
  @Regle('consolidation.lire')
  async export(
    @Req() requete: RequeteCoopilote,
    @Query() demande: ExportDemande,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<Readable> {
    const { nom, flux } = await this.exports.open(requete, demande);
    void reponse.type(TYPES[demande.format ?? 'xlsx']).header('content-disposition', disposition(nom));
    return flux;
  }

  @Get('rapport')
  @Regle('consolidation.lire')
  async report(
    @Ctx() ctx: ContextePersonne,
    @Query() demande: RapportDemande,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<Buffer> {
    return remettre(reponse, await this.rapport.document(ctx, demande));
  }
}
