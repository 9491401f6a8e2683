import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ContextePersonne } from '@coopilote/db';
import {
  ActeModifie,
  AvenantCree,
  CodeDemande,
  ConventionCreee,
  PartiesSaisies,
  RemarqueSaisie,
  RemarqueTraitee,
  ResiliationSaisie,
  SignatureEnLigneSaisie,
  SignaturePapierSaisie,
  TexteDemande,
  TransitionActeDemandee,
  type ActeLu,
  type ConventionEnVigueur,
  type ConventionLigne,
  type ConventionLue,
  type TexteConsolide,
} from '@coopilote/domain/conventions';
import { remettre, servirImage } from '../platform/fichiers';
import { Ctx, IdPipe, Regle, SansBase, type RequeteCoopilote } from '../platform/regle';
import { ActeService, type FormatActe } from './acte.service';
import { ConventionService } from './convention.service';
import { PartiesService } from './parties.service';
import { SignatureService } from './signature.service';

/** Conventions de partenariat. */
@Controller('api')
export class ConventionController {
  constructor(
    private readonly conventions: ConventionService,
    private readonly parties: PartiesService,
    private readonly actes: ActeService,
  ) {}

  @Get('cooperatives/:cooperativeId/conventions')
  @Regle('convention.lire')
  list(@Ctx() ctx: ContextePersonne, @Param('cooperativeId', IdPipe) ca: string): Promise<ConventionLigne[]> {
    return this.conventions.list(ctx, ca);
  }

  @Get('cooperatives/:cooperativeId/convention-en-vigueur')
  @Regle('convention.lire')
  inForce(@Ctx() ctx: ContextePersonne, @Param('cooperativeId', IdPipe) ca: string): Promise<ConventionEnVigueur> {
    return this.conventions.inForce(ctx, ca);
  }

  @Post('conventions')
  @Regle('convention.rediger')
  create(@Ctx() ctx: ContextePersonne, @Body() saisie: ConventionCreee): Promise<ConventionLue> {
    return this.conventions.create(ctx, saisie);
  }

  @Get('conventions/:id')
  @Regle('convention.lire')
  read(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<ConventionLue> {
    return this.conventions.read(ctx, id);
  }

  @Put('conventions/:id/parties')
  @Regle('convention.rediger')
  async saveParties(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: PartiesSaisies,
  ): Promise<ConventionLue> {
    await this.parties.save(ctx, id, saisie, () => this.conventions.read(ctx, id));
    return this.conventions.read(ctx, id);
  }

  @Get('conventions/:id/texte')
  @Regle('convention.lire')
  consolidated(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Query() { jour }: TexteDemande,
  ): Promise<TexteConsolide> {
    return this.conventions.consolidated(ctx, id, jour ?? null);
  }

  @Post('conventions/:id/avenants')
  @Regle('convention.rediger')
  amend(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string, @Body() saisie: AvenantCree): Promise<ActeLu> {
    return this.actes.amend(ctx, id, saisie);
  }

  @Post('conventions/:id/resiliation')
  @HttpCode(200)
  @Regle('convention.engager')
  resiliate(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: ResiliationSaisie,
  ): Promise<ConventionLue> {
    return this.conventions.resiliate(ctx, id, saisie);
  }
}

/** Texts that parties sign: the convention itself, what modifies it, what renews it. */
@Controller('api/actes/:id')
export class ActeController {
  constructor(
    private readonly actes: ActeService,
    private readonly signatures: SignatureService,
  ) {}

  @Get()
  @Regle('convention.lire')
  read(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string): Promise<ActeLu> {
    return this.actes.read(ctx, id);
  }

  @Patch()
  @Regle('convention.rediger')
  update(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string, @Body() saisie: ActeModifie): Promise<ActeLu> {
    return this.actes.update(ctx, id, saisie);
  }

  @Post('transitions')
  @HttpCode(200)
  @Regle('convention.rediger')
  transition(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() demande: TransitionActeDemandee,
  ): Promise<ActeLu> {
    return this.actes.transition(ctx, id, demande);
  }

  @Post('remarques')
  @Regle('convention.remarquer')
  comment(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: RemarqueSaisie,
  ): Promise<ActeLu> {
    return this.actes.comment(ctx, id, saisie);
  }

  @Patch('remarques/:remarqueId')
  @Regle('convention.rediger')
  settle(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('remarqueId', IdPipe) remarque: string,
    @Body() { traitee }: RemarqueTraitee,
  ): Promise<ActeLu> {
    return this.actes.settle(ctx, id, remarque, traitee);
  }

  @Post('signatures')
  @HttpCode(200)
  @Regle('convention.engager')
  async deposit(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Body() saisie: SignaturePapierSaisie,
  ): Promise<ActeLu> {
    await this.signatures.deposit(ctx, id, saisie);
    return this.actes.read(ctx, id);
  }

  @Post('codes')
  @HttpCode(204)
  @Regle('convention.signer')
  sendCode(@Ctx() ctx: ContextePersonne, @Param('id', IdPipe) id: string, @Body() demande: CodeDemande): Promise<void> {
    return this.signatures.sendCode(ctx, id, demande);
  }

  @Post('signatures-en-ligne')
  @HttpCode(200)
  @Regle('convention.signer')
  @SansBase()
  sign(
    @Req() requete: RequeteCoopilote,
    @Param('id', IdPipe) id: string,
    @Body() saisie: SignatureEnLigneSaisie,
  ): Promise<ActeLu> {
    return this.signatures.sign(requete, id, saisie);
  }

  @Get('document.pdf')
  @Regle('convention.lire')
  pdf(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<Buffer> {
    return this.file(ctx, id, 'pdf', reponse);
  }

  @Get('copie.pdf')
  @Regle('convention.lire')
  copy(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<Buffer> {
    return this.file(ctx, id, 'copie', reponse);
  }

  @Get('document.docx')
  @Regle('convention.lire')
  docx(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<Buffer> {
    return this.file(ctx, id, 'docx', reponse);
  }

  @Get('logos/:partieId')
  @Regle('convention.lire')
  async logo(
    @Ctx() ctx: ContextePersonne,
    @Param('id', IdPipe) id: string,
    @Param('partieId', IdPipe) partieId: string,
    @Res({ passthrough: true }) reponse: FastifyReply,
  ): Promise<StreamableFile> {
    return servirImage(reponse, await this.actes.logo(ctx, id, partieId));
  }

  private async file(ctx: ContextePersonne, id: string, format: FormatActe, reponse: FastifyReply): Promise<Buffer> {
    return remettre(reponse, await this.actes.document(ctx, id, format));
  }
}
