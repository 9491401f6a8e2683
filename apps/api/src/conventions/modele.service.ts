import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { insertRows, ModeleConvention, SaisieInvalide, VersionPerimee, type ContextePersonne } from '@coopilote/db';
import { ecrireTexteRiche, lireTexteRiche } from '@coopilote/domain/commun';
import {
  CLES_ARTICLES,
  composerArticles,
  MODELE_DU_GUIDE,
  verifierArticles,
  type ApercuModele,
  type ArticleConvention,
  type ModeleLu,
  type ModeleSaisi,
} from '@coopilote/domain/conventions';
import { exiger } from '../platform/exiger';
import { verifyArticles } from './articles';
import { findExemple, listVersions } from './modele.queries';
import { TexteService } from './texte.service';

/** What a region's conventions are made from: the guide's articles, then its own versions of them. */
@Injectable()
export class ModeleService {
  constructor(private readonly textes: TexteService) {}

  /** Articles in use in a region. */
  async current(ctx: ContextePersonne, regionCode: string): Promise<{ numero: number; articles: ArticleConvention[] }> {
    const modele = await ctx.manager.findOne(ModeleConvention, { where: { regionCode }, order: { numero: 'DESC' } });
    return modele ?? { numero: 0, articles: [...MODELE_DU_GUIDE] };
  }

  /** @throws Interdit */
  async read(ctx: ContextePersonne, regionCode: string): Promise<ModeleLu> {
    exiger(ctx, 'modele.modifier', { regionCode });
    const { numero, articles } = await this.current(ctx, regionCode);
    return {
      numero,
      articles,
      versions: await listVersions(ctx, regionCode),
    };
  }

  /** A new version; conventions that exist keep the text they were made with. @throws Interdit, VersionPerimee, SaisieInvalide */
  async save(ctx: ContextePersonne, regionCode: string, saisie: ModeleSaisi): Promise<ModeleLu> {
    exiger(ctx, 'modele.modifier', { regionCode });
    const articles = nets(saisie.articles);
    verifyArticles(articles);
    const { numero } = await this.current(ctx, regionCode);
    if (saisie.numero !== numero) throw new VersionPerimee(await this.read(ctx, regionCode));
    await insertRows(ctx, ModeleConvention, [
      {
        id: randomUUID(),
        regionCode,
        numero: numero + 1,
        articles,
        motif: saisie.motif,
        creePar: ctx.identite.utilisateurId,
      },
    ]);
    return this.read(ctx, regionCode);
  }

  /** The articles being edited, read with the data of a CA of the region. @throws Interdit, SaisieInvalide */
  async preview(ctx: ContextePersonne, regionCode: string, saisie: ModeleSaisi): Promise<ApercuModele> {
    exiger(ctx, 'modele.modifier', { regionCode });
    const articles = nets(saisie.articles);
    const exemple = await findExemple(ctx, regionCode);
    return {
      fautes: verifierArticles(articles),
      articles: exemple ? composerArticles(articles, await this.textes.gather(ctx, exemple, null, 12)) : [],
    };
  }
}

/** Every article of the convention, once, in its order, with safe texts. @throws SaisieInvalide */
function nets(articles: readonly ArticleConvention[]): ArticleConvention[] {
  const donnes = new Map(articles.map((a) => [a.cle, a]));
  const manquants = CLES_ARTICLES.filter((cle) => !donnes.has(cle));
  if (manquants.length || donnes.size !== articles.length || articles.length !== CLES_ARTICLES.length) {
    throw new SaisieInvalide([
      {
        champ: 'articles',
        code: 'articles',
        message: 'Un modèle donne un texte à chaque article de la convention, et n’en ajoute pas.',
      },
    ]);
  }
  return CLES_ARTICLES.flatMap((cle) => donnes.get(cle) ?? []).map(({ cle, titre, texte }) => ({
    cle,
    titre,
    texte: ecrireTexteRiche(lireTexteRiche(texte)),
  }));
}
