import { Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ContextePersonne } from '@coopilote/db';
import { CiblePiece, TYPES_PIECE, type PieceLue, type PiecesLues } from '@coopilote/domain/pieces';
import { disposition } from '../platform/fichier';
import { Ctx, IdPipe, Regle, SansBase, type RequeteCoopilote } from '../platform/regle';
import { PieceService } from './piece.service';

@Controller('api/pieces')
export class PieceController {
  constructor(private readonly pieces: PieceService) {}

  @Get()
  @Regle('piece.lire')
  list(@Ctx() ctx: ContextePersonne, @Query() cible: CiblePiece): Promise<PiecesLues> {
    return this.pieces.list(ctx, cible);
  }

  /** A form with one file; what it is attached to is told by the address, so that the right is known before the file comes. */
  @Post()
  @Regle('piece.deposer')
  @SansBase()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { fichier: { type: 'string', format: 'binary' } } } })
  create(
    @Req() requete: RequeteCoopilote,
    @Res({ passthrough: true }) reponse: FastifyReply,
    @Query() cible: CiblePiece,
  ): Promise<PieceLue> {
    return this.pieces.create(requete, reponse, cible);
  }

  /** Always a file to save, never a page of this site. */
  @Get(':id/contenu')
  @Regle('piece.lire')
  async read(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    const { piece, contenu } = await this.pieces.read(ctx, id);
    return new StreamableFile(contenu, {
      type: TYPES_PIECE[piece.type].mime,
      length: piece.taille,
      disposition: disposition(piece.nom),
    });
  }

  @Delete(':id')
  @HttpCode(204)
  @Regle('piece.deposer')
  delete(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<void> {
    return this.pieces.delete(ctx, id);
  }
}
