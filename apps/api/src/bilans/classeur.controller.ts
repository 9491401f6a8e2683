import { Controller, Get, HttpCode, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ContextePersonne } from '@coopilote/db';
import type { ClasseurBilanLu } from '@coopilote/domain/bilans';
import { FormatDemande } from '@coopilote/domain/classeurs';
import { reponseClasseur } from '../classeurs/reponse-classeur';
import { Ctx, IdPipe, Regle, SansBase, type RequeteCoopilote } from '../platform/regle';
import { BilanClasseurService } from './classeur.service';

/** One report as a workbook, there and back. */
@Controller('api/bilans-trimestriels/:id/classeur')
export class BilanClasseurController {
  constructor(private readonly classeurs: BilanClasseurService) {}

  @Get()
  @Regle('bilan.lire')
  async download(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Query() { format = 'xlsx' }: FormatDemande,
  ): Promise<StreamableFile> {
    const { octets, nom } = await this.classeurs.write(ctx, id, format);
    return reponseClasseur(octets, nom, format);
  }

  /** Says what a workbook would change; writes nothing: what is kept of it goes by the draft, over its version. */
  @Post()
  @Regle('bilan.remplir')
  @SansBase()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { fichier: { type: 'string', format: 'binary' } } } })
  examine(
    @Req() requete: RequeteCoopilote,
    @Res({ passthrough: true }) reponse: FastifyReply,
    @Param('id', IdPipe) id: string,
  ): Promise<ClasseurBilanLu> {
    return this.classeurs.examine(requete, reponse, id);
  }
}
