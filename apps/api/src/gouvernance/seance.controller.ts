import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ContextePersonne } from '@coopilote/db';
import {
  DecisionModifiee,
  DecisionSaisie,
  EtatTacheSaisi,
  NoteSaisie,
  PointCourant,
  PointSaisi,
  SuiteSaisie,
  TacheModifiee,
  TacheSaisie,
  TachesDemandees,
  VecteurDemande,
  type CodePresenceLu,
  type DecisionLue,
  type NoteLue,
  type SeanceLue,
  type TableauPoint,
  type TacheLue,
} from '@coopilote/domain/gouvernance';
import { entreeDe } from '../platform/contexte.interceptor';
import { Ctx, IdPipe, Regle, type RequeteCoopilote } from '../platform/regle';
import { DecisionService } from './decision.service';
import { Direct } from './direct';
import { NoteService } from './note.service';
import { PresenceService } from './presence.service';
import { SeanceService } from './seance.service';
import { TableauPointService } from './tableau-point.service';
import { TacheService } from './tache.service';

/** A meeting while it is held, and what comes out of it. */
@Controller('api')
export class SeanceController {
  constructor(
    private readonly seances: SeanceService,
    private readonly direct: Direct,
    private readonly notes: NoteService,
    private readonly decisions: DecisionService,
    private readonly taches: TacheService,
    private readonly presences: PresenceService,
    private readonly tableaux: TableauPointService,
  ) {}

  @Get('reunions/:id/seance')
  @Regle('reunion.lire')
  read(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<SeanceLue> {
    return this.seances.read(ctx, id);
  }

  /** Server-sent events for who asks for them; else says only that the meeting may be followed. */
  @Get('reunions/:id/direct')
  @Regle('reunion.lire')
  async follow(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Req() requete: RequeteCoopilote,
    @Res() reponse: FastifyReply,
  ): Promise<void> {
    await this.seances.verifyReadable(ctx, id);
    if (!requete.headers.accept?.includes('text/event-stream')) {
      ctx.apres(() => void reponse.status(204).send());
      return;
    }
    // The transaction ends first: a stream must hold no connection.
    ctx.apres(() => void this.direct.follow(reponse, id, entreeDe(requete, 'reunion.lire')));
  }

  @Post('reunions/:id/seance/point')
  @HttpCode(200)
  @Regle('reunion.animer')
  moveTo(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: PointCourant,
  ): Promise<SeanceLue> {
    return this.seances.moveTo(ctx, id, saisie);
  }

  @Post('reunions/:id/seance/points')
  @Regle('reunion.animer')
  addPoint(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: PointSaisi,
  ): Promise<SeanceLue> {
    return this.seances.addPoint(ctx, id, saisie);
  }

  @Get('reunions/:id/code-presence')
  @Regle('reunion.animer')
  code(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<CodePresenceLu> {
    return this.presences.code(ctx, id);
  }

  @Get('reunions/:id/points/:pointId/tableau')
  @Regle('reunion.lire')
  tableau(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('pointId', IdPipe) pointId: string,
  ): Promise<TableauPoint> {
    return this.tableaux.read(ctx, id, pointId);
  }

  @Get('reunions/:id/points/:pointId/notes')
  @Regle('reunion.lire')
  readNote(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('pointId', IdPipe) pointId: string,
    @Query() { vecteur }: VecteurDemande,
  ): Promise<NoteLue> {
    return this.notes.read(ctx, id, pointId, vecteur ?? null);
  }

  @Post('reunions/:id/points/:pointId/notes')
  @HttpCode(200)
  @Regle('reunion.noter')
  mergeNote(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('pointId', IdPipe) pointId: string,
    @Body() saisie: NoteSaisie,
  ): Promise<NoteLue> {
    return this.notes.merge(ctx, id, pointId, saisie);
  }

  @Get('cooperatives/:cooperativeId/decisions')
  @Regle('reunion.lire')
  register(@Ctx() ctx: ContextePersonne, @Param('cooperativeId', IdPipe) ca: string): Promise<DecisionLue[]> {
    return this.decisions.listOfCooperative(ctx, ca);
  }

  @Post('reunions/:id/decisions')
  @Regle('reunion.animer')
  decide(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: DecisionSaisie,
  ): Promise<DecisionLue> {
    return this.decisions.create(ctx, id, saisie);
  }

  @Patch('reunions/:id/decisions/:decisionId')
  @Regle('reunion.animer')
  updateDecision(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('decisionId', IdPipe) decisionId: string,
    @Body() saisie: DecisionModifiee,
  ): Promise<DecisionLue> {
    return this.decisions.update(ctx, id, decisionId, saisie);
  }

  @Delete('reunions/:id/decisions/:decisionId')
  @HttpCode(204)
  @Regle('reunion.animer')
  deleteDecision(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('decisionId', IdPipe) decisionId: string,
  ): Promise<void> {
    return this.decisions.delete(ctx, id, decisionId);
  }

  @Post('reunions/:id/decisions/:decisionId/suite')
  @HttpCode(200)
  @Regle('reunion.animer')
  setSuite(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('decisionId', IdPipe) decisionId: string,
    @Body() saisie: SuiteSaisie,
  ): Promise<DecisionLue> {
    return this.decisions.setSuite(ctx, id, decisionId, saisie);
  }

  @Post('reunions/:id/taches')
  @Regle('reunion.animer')
  entrust(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: TacheSaisie,
  ): Promise<TacheLue> {
    return this.taches.create(ctx, id, saisie);
  }

  @Patch('reunions/:id/taches/:tacheId')
  @Regle('reunion.animer')
  updateTache(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('tacheId', IdPipe) tacheId: string,
    @Body() saisie: TacheModifiee,
  ): Promise<TacheLue> {
    return this.taches.update(ctx, id, tacheId, saisie);
  }

  @Delete('reunions/:id/taches/:tacheId')
  @HttpCode(204)
  @Regle('reunion.animer')
  deleteTache(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('tacheId', IdPipe) tacheId: string,
  ): Promise<void> {
    return this.taches.delete(ctx, id, tacheId);
  }

  /** Tasks still to do: of a CA (`?cooperative=`), or the caller's own. */
  @Get('taches')
  @Regle('reunion.lire')
  listTaches(@Ctx() ctx: ContextePersonne, @Query() { cooperative }: TachesDemandees): Promise<TacheLue[]> {
    return this.taches.list(ctx, cooperative ?? null);
  }

  @Post('taches/:id/etat')
  @HttpCode(200)
  @Regle('reunion.lire')
  setEtat(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: EtatTacheSaisi,
  ): Promise<TacheLue> {
    return this.taches.setEtat(ctx, id, saisie);
  }
}
