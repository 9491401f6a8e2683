import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import {
  Commune,
  CooperativeCommune,
  CooperativeDispositif,
  CooperativePublic,
  CooperativeThematique,
  insertRows,
  type ContextePersonne,
} from '@coopilote/db';
import type { ErreurChamp } from '@coopilote/domain/commun';
import { PRINCIPES, type CooperativeSaisie } from '@coopilote/domain/cooperatives';
import { findLiens } from './cooperative.queries';
import { ValeursListe } from './valeurs-liste.service';

/** What a CA points to: thématiques, populations, communes and dispositifs. */
export type Liens = Awaited<ReturnType<typeof findLiens>>;
export const SANS_LIENS: Liens = { thematiques: [], publics: [], communes: [], dispositifs: {} };

const CODES_PRINCIPES = new Set(PRINCIPES.map((p) => p.code));

@Injectable()
export class LiensService {
  constructor(private readonly valeurs: ValeursListe) {}

  /** Links that a CA has now. */
  async load(ctx: ContextePersonne, cooperativeId: string): Promise<Liens> {
    return findLiens(ctx, cooperativeId);
  }

  /** What is wrong in the links of a form; values retired since they were chosen (`avant`) may stay. */
  async verify(
    ctx: ContextePersonne,
    regionCode: string,
    saisie: CooperativeSaisie,
    avant: Liens,
  ): Promise<ErreurChamp[]> {
    const dispositifs = (saisie.dispositifs ?? []).map((d) => d.dispositifId);
    const erreurs = await this.valeurs.verify(ctx, regionCode, [
      {
        champ: 'thematiques',
        libelle: 'Thématiques',
        liste: 'THEMATIQUE',
        ids: saisie.thematiques,
        dejaUtilisees: avant.thematiques,
      },
      {
        champ: 'publics',
        libelle: 'Populations',
        liste: 'PUBLIC_CIBLE',
        ids: saisie.publics,
        dejaUtilisees: avant.publics,
      },
      {
        champ: 'dispositifs',
        libelle: 'Dispositifs',
        liste: 'DISPOSITIF',
        ids: dispositifs,
        dejaUtilisees: Object.keys(avant.dispositifs),
      },
    ]);
    if (new Set(dispositifs).size < dispositifs.length) {
      erreurs.push({
        champ: 'dispositifs',
        code: 'double',
        message: 'Dispositifs\u00a0: une valeur figure deux fois.',
      });
    }
    const communes = await ctx.manager.countBy(Commune, { code: In(saisie.communes) });
    if (communes < saisie.communes.length) {
      erreurs.push({ champ: 'communes', code: 'liste', message: 'Communes\u00a0: choisir dans la liste.' });
    }
    return [...erreurs, ...verifierPrincipes(saisie)];
  }

  /** Writes what changed between `avant` and the form; the number of statements does not depend on how many. */
  async save(
    ctx: ContextePersonne,
    ca: { id: string; departementCode: string },
    saisie: CooperativeSaisie,
    avant: Liens,
  ): Promise<void> {
    const cles = { cooperativeId: ca.id, departementCode: ca.departementCode };
    const thematiques = comparer(avant.thematiques, saisie.thematiques);
    if (thematiques.otes.length) {
      await ctx.manager.delete(CooperativeThematique, { cooperativeId: ca.id, thematiqueId: In(thematiques.otes) });
    }
    await insertRows(
      ctx,
      CooperativeThematique,
      thematiques.mis.map((thematiqueId) => ({ ...cles, thematiqueId })),
    );
    const publics = comparer(avant.publics, saisie.publics);
    if (publics.otes.length) {
      await ctx.manager.delete(CooperativePublic, { cooperativeId: ca.id, publicId: In(publics.otes) });
    }
    await insertRows(
      ctx,
      CooperativePublic,
      publics.mis.map((publicId) => ({ ...cles, publicId })),
    );
    const communes = comparer(avant.communes, saisie.communes);
    if (communes.otes.length) {
      await ctx.manager.delete(CooperativeCommune, { cooperativeId: ca.id, communeCode: In(communes.otes) });
    }
    await insertRows(
      ctx,
      CooperativeCommune,
      communes.mis.map((communeCode) => ({ ...cles, communeCode })),
    );
    if (saisie.dispositifs !== undefined) await this.saveDispositifs(ctx, cles, saisie.dispositifs ?? [], avant);
  }

  private async saveDispositifs(
    ctx: ContextePersonne,
    cles: { cooperativeId: string; departementCode: string },
    voulus: NonNullable<CooperativeSaisie['dispositifs']>,
    avant: Liens,
  ): Promise<void> {
    const { otes } = comparer(
      Object.keys(avant.dispositifs),
      voulus.map((d) => d.dispositifId),
    );
    const ecrits = voulus.filter(
      ({ dispositifId, articulation }) =>
        !Object.hasOwn(avant.dispositifs, dispositifId) || avant.dispositifs[dispositifId] !== (articulation ?? null),
    );
    const remplaces = [...otes, ...ecrits.map((d) => d.dispositifId)];
    if (remplaces.length) {
      await ctx.manager.delete(CooperativeDispositif, {
        cooperativeId: cles.cooperativeId,
        dispositifId: In(remplaces),
      });
    }
    await insertRows(
      ctx,
      CooperativeDispositif,
      ecrits.map(({ dispositifId, articulation }) => ({ ...cles, dispositifId, articulation: articulation ?? null })),
    );
  }
}

function comparer(avant: readonly string[], apres: readonly string[]): { otes: string[]; mis: string[] } {
  return { otes: avant.filter((v) => !apres.includes(v)), mis: apres.filter((v) => !avant.includes(v)) };
}

function verifierPrincipes({ principes }: CooperativeSaisie): ErreurChamp[] {
  return (principes ?? []).flatMap(({ code }, i, tous) => {
    const champ = `principes.${i}.code`;
    if (!CODES_PRINCIPES.has(code))
      return [{ champ, code: 'liste', message: 'Principe\u00a0: choisir dans la liste.' }];
    return tous.findIndex((p) => p.code === code) < i
      ? [{ champ, code: 'double', message: 'Principe\u00a0: il figure deux fois.' }]
      : [];
  });
}
