import { Controller, Get, HttpCode, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ContextePersonne } from '@coopilote/db';
import { SuiviClasseurDemande, type ClasseurSuiviLu } from '@coopilote/domain/pilotage';
import { reponseClasseur } from '../classeurs/reponse-classeur';
import { Ctx, IdPipe, Regle, SansBase, type RequeteCoopilote } from '../platform/regle';
import { SuiviClasseurService } from './suivi-classeur.service';

const FORMULAIRE = {
  schema: {
    type: 'object',
    properties: {
      cles: { type: 'string', description: 'JSON: keys of the changes to apply' },
      fichier: { type: 'string', format: 'binary' },
    },
  },
};

/** T3 of a CA as a workbook, there and back: each may write in it what its rights open (R15). */
@Controller('api/cooperatives/:id/suivi-actions/classeur')
export class SuiviClasseurController {
  constructor(private readonly suivi: SuiviClasseurService) {}

  @Get()
  @Regle('tableaux.lire')
  async download(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Query() { format = 'xlsx', trimestre }: SuiviClasseurDemande,
  ): Promise<StreamableFile> {
    const { octets, nom } = await this.suivi.write(ctx, id, trimestre, format);
    return reponseClasseur(octets, nom, format);
  }

  @Post()
  @Regle('suivi.importer')
  @SansBase()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(FORMULAIRE)
  examine(
    @Req() requete: RequeteCoopilote,
    @Res({ passthrough: true }) reponse: FastifyReply,
    @Param('id', IdPipe) id: string,
  ): Promise<ClasseurSuiviLu> {
    return this.suivi.receive(requete, reponse, id, false);
  }

  /** All of what was chosen, or nothing. */
  @Post('application')
  @Regle('suivi.importer')
  @SansBase()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(FORMULAIRE)
  apply(
    @Req() requete: RequeteCoopilote,
    @Res({ passthrough: true }) reponse: FastifyReply,
    @Param('id', IdPipe) id: string,
  ): Promise<ClasseurSuiviLu> {
    return this.suivi.receive(requete, reponse, id, true);
  }
}
