import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import {
  Departement,
  insertRows,
  Interdit,
  Introuvable,
  SaisieInvalide,
  updateVersioned,
  Vue,
  type ContextePersonne,
} from '@coopilote/db';
import { perimetreDe } from '@coopilote/domain/droits';
import type { PartageOffert, SuiviVue, VueCreee, VueLue, VueModifiee } from '@coopilote/domain/vues';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { dropDefault, listPlaces, listViews, writeFollow } from './vue.queries';

/** Views of the consolidation: each is an address under a name, which shows to each reader what they may read. */
@Injectable()
export class VuesService {
  constructor(private readonly horloge: Horloge) {}

  list(ctx: ContextePersonne): Promise<VueLue[]> {
    return this.lire(ctx);
  }

  /** With whom the person may share one. */
  offers(ctx: ContextePersonne): Promise<PartageOffert[]> {
    return listPlaces(ctx, perimetreDe(ctx.identite, 'consolidation.lire'));
  }

  /** @throws Introuvable when it is neither the person’s nor shared with them */
  async read(ctx: ContextePersonne, id: string): Promise<VueLue> {
    const [vue] = await this.lire(ctx, id);
    if (!vue) throw new Introuvable('Cette vue');
    return vue;
  }

  /** @throws Interdit, SaisieInvalide (name taken, sharing without its place) */
  async create(ctx: ContextePersonne, saisie: VueCreee): Promise<VueLue> {
    const id = randomUUID();
    const champs = await this.place(ctx, saisie);
    await insertRows(ctx, Vue, [{ id, utilisateurId: ctx.identite.utilisateurId, ...champs }]);
    return this.read(ctx, id);
  }

  /** Renamed, replaced, shared otherwise: by who keeps it. @throws Introuvable, Interdit, VersionPerimee, SaisieInvalide */
  async update(ctx: ContextePersonne, id: string, { version, ...saisie }: VueModifiee): Promise<VueLue> {
    const vue = await this.read(ctx, id);
    if (!vue.sienne) throw new Interdit('Cette vue est celle de son auteur\u00a0: enregistrez-en une à votre nom.');
    const champs = await this.place(ctx, saisie);
    await modifierDepuis(
      version,
      vue.version,
      () => this.read(ctx, id),
      () => updateVersioned(ctx, Vue, { id }, version, champs),
    );
    return this.read(ctx, id);
  }

  /** @throws Introuvable, Interdit */
  async remove(ctx: ContextePersonne, id: string): Promise<void> {
    const vue = await this.read(ctx, id);
    if (!vue.retirable)
      throw new Interdit('Cette vue est retirée par son auteur, ou par l’administration de la région.');
    await ctx.manager.delete(Vue, { id });
  }

  /** The person’s own default view, and how often one is sent to them. @throws Introuvable */
  async follow(ctx: ContextePersonne, id: string, saisie: SuiviVue): Promise<VueLue> {
    await this.read(ctx, id);
    const { utilisateurId } = ctx.identite;
    if (saisie.parDefaut) await dropDefault(ctx, utilisateurId);
    await writeFollow(ctx, id, utilisateurId, saisie, this.horloge.maintenant());
    return this.read(ctx, id);
  }

  private lire(ctx: ContextePersonne, id?: string): Promise<VueLue[]> {
    const { regions } = perimetreDe(ctx.identite, 'vue.retirer');
    return listViews(ctx, perimetreDe(ctx.identite, 'consolidation.lire'), regions, id);
  }

  /** With whom it is shared: a place that the person reads. */
  private async place(
    ctx: ContextePersonne,
    { nom, requete, partage, departement, region }: VueCreee,
  ): Promise<Pick<Vue, 'nom' | 'requete' | 'partage' | 'regionCode' | 'departementCode'>> {
    const champs = { nom, requete, partage };
    if (partage === 'MOI') return { ...champs, regionCode: null, departementCode: null };
    const lus = await this.places(ctx);
    const lieu =
      partage === 'DEPARTEMENT' ? choisir(lus, (d) => d.code, departement) : choisir(lus, (d) => d.regionCode, region);
    if (!lieu) {
      const message = `Partage\u00a0: choisissez ${partage === 'REGION' ? 'une région' : 'un département'} de votre ressort.`;
      throw new SaisieInvalide([{ champ: partage === 'REGION' ? 'region' : 'departement', code: 'vue', message }]);
    }
    return { ...champs, regionCode: lieu.regionCode, departementCode: partage === 'REGION' ? null : lieu.code };
  }

  /** Départements whose consolidation the person reads. */
  private async places(ctx: ContextePersonne): Promise<Departement[]> {
    const { regions, departements } = perimetreDe(ctx.identite, 'consolidation.lire');
    return ctx.manager.find(Departement, { where: [{ regionCode: In(regions) }, { code: In(departements) }] });
  }
}

/** The one that is asked for; the only one there is, when none is. */
function choisir(
  lus: Departement[],
  cle: (d: Departement) => string,
  voulu: string | null | undefined,
): Departement | null {
  if (voulu) return lus.find((d) => cle(d) === voulu) ?? null;
  return new Set(lus.map(cle)).size === 1 ? (lus[0] ?? null) : null;
}
