import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ActeTexte, Introuvable, Logo, type ContextePersonne } from '@coopilote/db';
import { jourEnChiffres } from '@coopilote/domain/commun';
import {
  composerArticles,
  differencesConvention,
  type ActionConvention,
  type ArticleConvention,
  type ContenuConvention,
  type Difference,
  type DonneesConvention,
  type LogoPartie,
  type PartieConvention,
} from '@coopilote/domain/conventions';
import { Horloge } from '../platform/horloge';
import { findSigne } from './convention.queries';
import {
  findProgramme,
  listActions,
  listContributions,
  listDepartsDecides,
  listLogos,
  listObjectifs,
  listParties,
  type ActionEnBase,
} from './donnees.queries';

/** What a text says: read in the programme as it stands, or as it was frozen. */
@Injectable()
export class TexteService {
  constructor(private readonly horloge: Horloge) {}

  /** The programme's own data, as a convention tells them. @throws Introuvable */
  async gather(
    ctx: ContextePersonne,
    cooperativeId: string,
    conventionId: string | null,
    dureeMois: number,
  ): Promise<DonneesConvention> {
    const programme = await findProgramme(ctx, cooperativeId);
    if (!programme) throw new Introuvable('Cette coopérative');
    return {
      ...programme,
      presentation: programme.presentation ?? '',
      objectifs: await listObjectifs(ctx, cooperativeId),
      parties: conventionId
        ? (await listParties(ctx, conventionId, this.horloge.aujourdhui())).map(
            ({ signataireId: _, signataire: __, ...partie }) => partie,
          )
        : [],
      actions: (await listActions(ctx, cooperativeId)).map(enMots),
      contributions: await listContributions(ctx, cooperativeId, conventionId, this.horloge.aujourdhui(), dureeMois),
      departs: conventionId ? await listDepartsDecides(ctx, conventionId) : [],
      dureeMois,
    };
  }

  /** What some articles say of the programme today. */
  async compose(
    ctx: ContextePersonne,
    { cooperativeId, conventionId }: { cooperativeId: string; conventionId: string },
    articles: readonly ArticleConvention[],
    dureeMois: number,
  ): Promise<ContenuConvention> {
    const donnees = await this.gather(ctx, cooperativeId, conventionId, dureeMois);
    return { donnees, articles: composerArticles(articles, donnees) };
  }

  /** The text in force before an acte: that of the last signed one; undefined before the first. */
  async signed(ctx: ContextePersonne, conventionId: string): Promise<ActeTexte | undefined> {
    const id = await findSigne(ctx, conventionId);
    return id ? ((await this.read(ctx, id)) ?? undefined) : undefined;
  }

  /** The text of an acte, null when the reader does not see it. */
  read(ctx: ContextePersonne, acteId: string): Promise<ActeTexte | null> {
    return ctx.manager.findOneBy(ActeTexte, { acteId });
  }

  /** Logos of the parties of a text, in their order: as it was frozen with them, or as their structures have them. */
  async logos(
    ctx: ContextePersonne,
    { acteId, contenu }: Pick<ActeTexte, 'acteId' | 'contenu'>,
    parties: readonly PartieConvention[],
  ): Promise<LogoPartie[]> {
    const connus = new Map((await listLogos(ctx, acteId, contenu !== null)).map((l) => [l.partieId, l.empreinte]));
    return parties.flatMap(({ id, nom }) => {
      const empreinte = connus.get(id);
      return empreinte ? [{ partieId: id, nom, empreinte }] : [];
    });
  }

  /** The images themselves. */
  async images(ctx: ContextePersonne, logos: readonly LogoPartie[]): Promise<{ partieId: string; image: Logo }[]> {
    if (logos.length === 0) return [];
    const images = await ctx.manager.findBy(Logo, { empreinte: In(logos.map(({ empreinte }) => empreinte)) });
    return logos.flatMap(({ partieId, empreinte }) => {
      const image = images.find((i) => i.empreinte === empreinte);
      return image ? [{ partieId, image }] : [];
    });
  }

  /** R7: what the programme says otherwise than the text in force; none before the first signature. */
  async drift(ctx: ContextePersonne, conventionId: string): Promise<Difference[]> {
    const signe = await this.signed(ctx, conventionId);
    if (!signe?.contenu) return [];
    const vise = await this.compose(ctx, signe, signe.textes, signe.contenu.donnees.dureeMois);
    return differencesConvention(signe.contenu, vise);
  }
}

const ETP = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });

function enMots({
  calendrier,
  debut,
  fin,
  moyensHumains,
  moyensHumainsEtp,
  ...action
}: ActionEnBase): ActionConvention {
  const dates = `Du ${jourEnChiffres(debut)} au ${jourEnChiffres(fin)}`;
  return {
    ...action,
    calendrier: calendrier ? `${dates}. ${calendrier}` : dates,
    moyensHumains: [moyensHumainsEtp === null ? null : `${ETP.format(moyensHumainsEtp)}\u00a0ETP`, moyensHumains]
      .filter(Boolean)
      .join(' – '),
  };
}
