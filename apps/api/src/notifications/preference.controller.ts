import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Contexte, ContextePersonne } from '@coopilote/db';
import { PreferenceChoisie, type DesabonnementLu, type PreferenceLue } from '@coopilote/domain/notifications';
import { Ctx, Regle } from '../platform/regle';
import { PreferencesService } from './preference.service';

@Controller()
export class PreferenceController {
  constructor(private readonly preferences: PreferencesService) {}

  @Get('api/preferences-messages')
  @Regle('CONNECTE')
  list(@Ctx() ctx: ContextePersonne): Promise<PreferenceLue[]> {
    return this.preferences.list(ctx);
  }

  @Put('api/preferences-messages/:genre')
  @Regle('CONNECTE')
  choose(
    @Ctx() ctx: ContextePersonne,
    @Param('genre') genre: string,
    @Body() { choix }: PreferenceChoisie,
  ): Promise<PreferenceLue> {
    return this.preferences.choose(ctx, genre, choix);
  }

  @Get('api/desabonnements/:jeton')
  @Regle('PUBLIC')
  readLink(@Ctx() ctx: Contexte, @Param('jeton') jeton: string): Promise<DesabonnementLu> {
    return this.preferences.readLink(ctx, jeton);
  }

  @Post('api/desabonnements/:jeton')
  @Regle('PUBLIC')
  @HttpCode(204)
  switchOff(@Ctx() ctx: Contexte, @Param('jeton') jeton: string): Promise<void> {
    return this.preferences.switchOff(ctx, jeton);
  }

  /** The same at the address that people open: mail programs post to it (RFC 8058). */
  @Post('desabonnement/:jeton')
  @Regle('PUBLIC')
  @HttpCode(204)
  oneClick(@Ctx() ctx: Contexte, @Param('jeton') jeton: string): Promise<void> {
    return this.preferences.switchOff(ctx, jeton);
  }
}
