import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Introuvable, Logo, SaisieInvalide, Structure, type ContextePersonne } from '@coopilote/db';
import { lireLogo } from '@coopilote/documents';
import {
  LOGO_ILLISIBLE,
  LOGO_TROP_LOURD,
  refuserDimensionsLogo,
  refuserFichierLogo,
  TAILLE_MAX_LOGO,
} from '@coopilote/domain/structures';
import { Reception, type Admission, type FichierRecu } from '../pieces/reception';
import { Base } from '../platform/base';
import { entrer, personne } from '../platform/contexte.interceptor';
import { exiger } from '../platform/exiger';
import type { RequeteCoopilote } from '../platform/regle';
import { insertLogo } from './structure.queries';
import { StructureService } from './structure.service';

const IMAGES: Admission = { tailleMax: TAILLE_MAX_LOGO, trop: LOGO_TROP_LOURD, refuser: refuserFichierLogo };

/** The image that stands for a structure, on its page and on the conventions that it signs. */
@Injectable()
export class LogoService {
  constructor(
    private readonly base: Base,
    private readonly structures: StructureService,
    private readonly reception: Reception,
  ) {}

  /** @throws Introuvable */
  async read(ctx: ContextePersonne, structureId: string): Promise<Logo> {
    const { logo } = await this.structures.find(ctx, structureId);
    const image = logo ? await ctx.manager.findOneBy(Logo, { empreinte: logo }) : null;
    if (!image) throw new Introuvable('Ce logo');
    return image;
  }

  /**
   * Receives an image and puts it in place of the one that was there. The right is asked before anything is read, and again
   * when it is written: a slow sender holds no connection to the database.
   * @throws NonConnecte, Introuvable, Interdit, ErreurMetier (413, 415), SaisieInvalide
   */
  async replace(requete: RequeteCoopilote, reponse: FastifyReply, structureId: string): Promise<{ logo: string }> {
    const dedans = <T>(work: (ctx: ContextePersonne) => Promise<T>): Promise<T> =>
      entrer(this.base, requete, 'structure.modifier', async (ctx) => {
        await this.exigerModifier(personne(ctx), structureId);
        return work(personne(ctx));
      });
    await dedans(() => Promise.resolve());
    return this.reception.recevoir(
      requete,
      reponse,
      async (fichier) => {
        const logo = await verifier(fichier);
        return dedans(async (ctx) => {
          await insertLogo(ctx, logo);
          await ctx.manager.update(Structure, { id: structureId }, { logo: logo.empreinte });
          return { logo: logo.empreinte };
        });
      },
      IMAGES,
    );
  }

  /** @throws Introuvable, Interdit */
  async remove(ctx: ContextePersonne, structureId: string): Promise<void> {
    await this.exigerModifier(ctx, structureId);
    await ctx.manager.update(Structure, { id: structureId }, { logo: null });
  }

  private async exigerModifier(ctx: ContextePersonne, structureId: string): Promise<void> {
    const { regionCode, departementCode } = await this.structures.find(ctx, structureId);
    exiger(ctx, 'structure.modifier', { regionCode, departementCode, structureId });
  }
}

/** The image as it will be printed: read to its last pixel, in bounds. @throws SaisieInvalide */
async function verifier({ chemin, nom, empreinte }: FichierRecu): Promise<Logo> {
  const octets = await readFile(chemin);
  const image = lireLogo(octets, nom);
  const refus = image ? refuserDimensionsLogo(image) : LOGO_ILLISIBLE;
  if (!image || refus) {
    throw new SaisieInvalide([{ champ: 'fichier', code: 'image', message: refus ?? '' }], refus ?? '');
  }
  return { empreinte, octets, type: image.genre };
}
