import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  EtatIncompatible,
  insertRows,
  Introuvable,
  Objectif,
  SaisieInvalide,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import {
  LIBELLES_NIVEAUX,
  niveauParent,
  type ObjectifLu,
  type ObjectifModifie,
  type ObjectifSaisi,
  type ProgrammeLu,
} from '@coopilote/domain/cooperatives';
import { modifierDepuis } from '../platform/version';
import { CooperativeAcces } from './cooperative-acces.service';
import {
  countUsages,
  listActionsDuProgramme,
  listObjectifs,
  listPublicsSansAction,
  nextOrdre,
} from './objectif.queries';

/** The tree général → spécifique → opérationnel of a CA (guide, fiche 6), and the programme that hangs on it. */
@Injectable()
export class ObjectifService {
  constructor(private readonly acces: CooperativeAcces) {}

  /** @throws Introuvable */
  async list(ctx: ContextePersonne, cooperativeId: string): Promise<ObjectifLu[]> {
    await this.acces.loadFor(ctx, cooperativeId, 'cooperative.lire');
    return listObjectifs(ctx, cooperativeId);
  }

  /**
   * Tree, actions, and what is not covered: identifiers of objectives and actions, names of populations. An abandoned
   * action is shown but covers nothing.
   * @throws Introuvable
   */
  async programme(ctx: ContextePersonne, cooperativeId: string): Promise<ProgrammeLu> {
    await this.acces.loadFor(ctx, cooperativeId, 'fiche.lire');
    const objectifs = await listObjectifs(ctx, cooperativeId);
    const actions = await listActionsDuProgramme(ctx, cooperativeId);
    const vivantes = actions.filter((a) => a.etat !== 'ABANDONNEE');
    const couverts = new Set(vivantes.map((a) => a.objectifId));
    return {
      objectifs,
      actions,
      couverture: {
        objectifsSansAction: objectifs
          .filter((o) => o.niveau === 'OPERATIONNEL' && !couverts.has(o.id))
          .map((o) => o.id),
        actionsSansResultat: vivantes.filter((a) => a.indicateurs.resultat === 0).map((a) => a.id),
        publicsSansAction: await listPublicsSansAction(ctx, cooperativeId),
      },
    };
  }

  /** @throws Introuvable, Interdit, SaisieInvalide when the parent is not of the level above in the same CA */
  async create(ctx: ContextePersonne, cooperativeId: string, saisie: ObjectifSaisi): Promise<ObjectifLu> {
    const ca = await this.acces.loadFor(ctx, cooperativeId, 'objectif.modifier');
    const parentId = saisie.parentId ?? null;
    await this.verifyParent(ctx, cooperativeId, saisie.niveau, parentId);
    const id = randomUUID();
    await insertRows(ctx, Objectif, [
      {
        id,
        cooperativeId,
        departementCode: ca.departementCode,
        niveau: saisie.niveau,
        parentId,
        intitule: saisie.intitule,
        impact: saisie.impact ?? null,
        ordre: saisie.ordre ?? (await nextOrdre(ctx, cooperativeId, parentId)),
      },
    ]);
    return this.readOne(ctx, cooperativeId, id);
  }

  /** @throws Introuvable, Interdit, VersionPerimee */
  async update(
    ctx: ContextePersonne,
    cooperativeId: string,
    id: string,
    { version, intitule, impact, ordre }: ObjectifModifie,
  ): Promise<ObjectifLu> {
    await this.acces.loadFor(ctx, cooperativeId, 'objectif.modifier');
    const actuel = await this.readOne(ctx, cooperativeId, id);
    await modifierDepuis(
      version,
      actuel.version,
      () => this.readOne(ctx, cooperativeId, id),
      () =>
        updateVersioned(ctx, Objectif, { id, cooperativeId }, version, { intitule, impact, ordre: ordre ?? undefined }),
    );
    return this.readOne(ctx, cooperativeId, id);
  }

  /** @throws Introuvable, Interdit, EtatIncompatible while something hangs on it */
  async delete(ctx: ContextePersonne, cooperativeId: string, id: string): Promise<void> {
    await this.acces.loadFor(ctx, cooperativeId, 'objectif.modifier');
    await this.readOne(ctx, cooperativeId, id);
    const { enfants, actions } = await countUsages(ctx, id);
    if (enfants > 0) {
      throw new EtatIncompatible('Des objectifs en dépendent\u00a0: supprimez-les d’abord.');
    }
    if (actions > 0) {
      throw new EtatIncompatible('Des fiches-actions s’y rattachent\u00a0: rattachez-les d’abord à un autre objectif.');
    }
    await ctx.manager.delete(Objectif, { id, cooperativeId });
  }

  private async verifyParent(
    ctx: ContextePersonne,
    cooperativeId: string,
    niveau: ObjectifSaisi['niveau'],
    parentId: string | null,
  ): Promise<void> {
    const attendu = niveauParent(niveau);
    const parent = parentId ? await ctx.manager.findOneBy(Objectif, { id: parentId, cooperativeId }) : null;
    if (attendu === null ? parentId === null : parent?.niveau === attendu) return;
    const message =
      attendu === null
        ? 'Objectif de rattachement\u00a0: un objectif général n’en a pas.'
        : `Objectif de rattachement\u00a0: choisir un ${LIBELLES_NIVEAUX[attendu].toLowerCase()} de cette coopérative.`;
    throw new SaisieInvalide([{ champ: 'parentId', code: 'niveau', message }]);
  }

  private async readOne(ctx: ContextePersonne, cooperativeId: string, id: string): Promise<ObjectifLu> {
    const [objectif] = await listObjectifs(ctx, cooperativeId, id);
    if (!objectif) throw new Introuvable('Cet objectif');
    return objectif;
  }
}
