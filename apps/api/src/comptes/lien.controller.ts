import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Contexte } from '@coopilote/db';
import { DemandeReinitialisation, MotDePasseChoisi, type LienLu } from '@coopilote/domain/comptes';
import { Ctx, Regle, SansBase } from '../platform/regle';
import { LienService } from './lien.service';

@Controller('api')
export class LienController {
  constructor(private readonly liens: LienService) {}

  /** The same answer whether the account exists or not. */
  @Post('mot-de-passe')
  @Regle('PUBLIC')
  @SansBase()
  @HttpCode(202)
  async ask(
    @Body() { courriel }: DemandeReinitialisation,
    @Req() requete: FastifyRequest,
  ): Promise<{ message: string }> {
    await this.liens.ask(courriel, requete.ip, requete.id);
    return { message: 'Si un compte existe à cette adresse, un message vient de lui être envoyé.' };
  }

  @Get('liens/:jeton')
  @Regle('PUBLIC')
  read(@Ctx() ctx: Contexte, @Param('jeton') jeton: string): Promise<LienLu> {
    return this.liens.read(ctx, jeton);
  }

  @Post('liens/:jeton')
  @Regle('PUBLIC')
  @HttpCode(204)
  choose(@Ctx() ctx: Contexte, @Param('jeton') jeton: string, @Body() choix: MotDePasseChoisi): Promise<void> {
    return this.liens.choose(ctx, jeton, choix.motDePasse);
  }
}
