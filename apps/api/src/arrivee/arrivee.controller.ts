import { Controller, Get, HttpCode, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ContextePersonne } from '@coopilote/db';
import type { ArriveeVerifiee } from '@coopilote/domain/arrivee';
import { FormatDemande } from '@coopilote/domain/classeurs';
import { reponseClasseur } from '../classeurs/reponse-classeur';
import { Ctx, IdPipe, Regle, SansBase, type RequeteCoopilote } from '../platform/regle';
import { ArriveeService } from './arrivee.service';

const FORMULAIRE = {
  schema: {
    type: 'object',
    properties: {
      choix: { type: 'string', description: 'JSON: row of a structure → id of a known one, or NOUVELLE' },
      avertissementsLus: { type: 'string', enum: ['oui'] },
      fichier: { type: 'string', format: 'binary' },
    },
  },
};

/** A CA that exists already arrives by one workbook: what was checked is what is imported. */
@Controller('api/cooperatives/:id/arrivee')
export class ArriveeController {
  constructor(private readonly arrivee: ArriveeService) {}

  @Get('modele')
  @Regle('cooperative.reprendre')
  async model(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Query() { format = 'xlsx' }: FormatDemande,
  ): Promise<StreamableFile> {
    const { octets, nom } = await this.arrivee.model(ctx, id, format);
    return reponseClasseur(octets, nom, format);
  }

  @Post('verification')
  @Regle('cooperative.reprendre')
  @SansBase()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(FORMULAIRE)
  verify(
    @Req() requete: RequeteCoopilote,
    @Res({ passthrough: true }) reponse: FastifyReply,
    @Param('id', IdPipe) id: string,
  ): Promise<ArriveeVerifiee> {
    return this.arrivee.receive(requete, reponse, id, false);
  }

  /** All, or nothing: what stands in the way is answered as by the verification, and nothing is written. */
  @Post()
  @Regle('cooperative.reprendre')
  @SansBase()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(FORMULAIRE)
  import(
    @Req() requete: RequeteCoopilote,
    @Res({ passthrough: true }) reponse: FastifyReply,
    @Param('id', IdPipe) id: string,
  ): Promise<ArriveeVerifiee> {
    return this.arrivee.receive(requete, reponse, id, true);
  }
}
