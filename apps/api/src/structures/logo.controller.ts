import { Controller, Delete, Get, HttpCode, Param, Put, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ContextePersonne } from '@coopilote/db';
import { servirImage } from '../platform/fichiers';
import { Ctx, IdPipe, Regle, SansBase, type RequeteCoopilote } from '../platform/regle';
import { LogoService } from './logo.service';

@Controller('api/structures/:id/logo')
export class LogoController {
  constructor(private readonly logos: LogoService) {}

  @Get()
  @Regle('structure.lire')
  async read(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<StreamableFile> {
    return servirImage(reponse, await this.logos.read(ctx, id));
  }

  @Put()
  @Regle('structure.modifier')
  @SansBase()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { fichier: { type: 'string', format: 'binary' } } } })
  replace(
    @Req() requete: RequeteCoopilote,
    @Res({ passthrough: true }) reponse: FastifyReply,
    @Param('id', IdPipe) id: string,
  ): Promise<{ logo: string }> {
    return this.logos.replace(requete, reponse, id);
  }

  @Delete()
  @HttpCode(204)
  @Regle('structure.modifier')
  remove(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<void> {
    return this.logos.remove(ctx, id);
  }
}
