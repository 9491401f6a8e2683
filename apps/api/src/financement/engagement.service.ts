import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Departement,
  Engagement,
  EtatIncompatible,
  FicheAction,
  insertRows,
  Introuvable,
  SaisieInvalide,
  updateVersioned,
  Versement,
  type ContextePersonne,
} from '@coopilote/db';
import { ecrireEuros, type ErreurChamp, type Page } from '@coopilote/domain/commun';
import { operationsSur, type Operation, type Ressource } from '@coopilote/domain/droits';
import {
  acquisDe,
  depassement,
  NATURES,
  NATURES_ARS,
  repartirSelonCles,
  type EngagementCree,
  type EngagementLigne,
  type EngagementLu,
  type EngagementModifie,
  type EngagementsDemandes,
  type EngagementSaisi,
  type RepartitionSaisie,
  type TotauxFinancement,
  type TotauxFinancementDemandes,
} from '@coopilote/domain/financement';
import { CooperativeAcces } from '../cooperatives/cooperative-acces.service';
import { enPage } from '../platform/conditions';
import { exiger } from '../platform/exiger';
import { modifierDepuis } from '../platform/version';
import {
  countEngagements,
  listEngagements,
  listNonMembers,
  lockEngagement,
  selectEngagements,
  sumEngagements,
} from './financement.queries';

/** Columns that a signed act, or a carrying over, has fixed. */
const FIXEES = ['structureId', 'ficheActionId', 'annee', 'nature', 'montant'] as const;

/** What each funder brings, for a structure, a year and possibly an action (convention, article 3). */
@Injectable()
export class EngagementService {
  constructor(private readonly acces: CooperativeAcces) {}

  async list(ctx: ContextePersonne, filtres: EngagementsDemandes): Promise<Page<EngagementLigne>> {
    const selection = selectEngagements(ctx, filtres);
    const total = await countEngagements(ctx, selection);
    return enPage(filtres, await listEngagements(ctx, selection, filtres), total);
  }

  async totals(ctx: ContextePersonne, demande: TotauxFinancementDemandes): Promise<TotauxFinancement> {
    const axe = demande.axe ?? 'cooperative';
    const [total, ...lignes] = await sumEngagements(ctx, selectEngagements(ctx, demande), axe, NATURES_ARS);
    if (!total) throw new Error('Total absent');
    if (axe !== 'nature') return { axe, total, lignes };
    const nommees = lignes.map((l) => ({ ...l, libelle: NATURES[l.cle as keyof typeof NATURES].libelle }));
    return { axe, total, lignes: nommees.sort((a, b) => a.libelle.localeCompare(b.libelle, 'fr')) };
  }

  /** @throws Introuvable, Interdit */
  async read(ctx: ContextePersonne, id: string): Promise<EngagementLu> {
    const { ressource } = await this.loadFor(ctx, id, 'engagement.lire');
    const c = selectEngagements(ctx, {});
    const [ligne] = await listEngagements(ctx, c.et(`e.id = ${c.param(id)}`), null);
    if (!ligne) throw new Introuvable('Cet engagement');
    const versements = await ctx.manager.find(Versement, {
      where: { engagementId: id },
      order: { prevuLe: 'ASC', id: 'ASC' },
    });
    return {
      ...ligne,
      report: await ctx.manager.findOne(Engagement, {
        where: { reporteDe: id },
        select: { id: true, annee: true, montant: true },
      }),
      versements: versements.map(
        ({ engagementId: _, cooperativeId: __, departementCode: ___, structureId: ____, ...versement }) => versement,
      ),
      operations: operationsSur(ctx.identite, ressource),
    };
  }

  /** @throws Introuvable, Interdit, SaisieInvalide */
  async create(ctx: ContextePersonne, { cooperativeId, ...saisie }: EngagementCree): Promise<EngagementLu> {
    const ca = await this.acces.loadFor(ctx, cooperativeId, 'engagement.modifier');
    await this.verify(ctx, cooperativeId, saisie);
    const id = randomUUID();
    const { departementCode, demonstration } = ca;
    await insertRows(ctx, Engagement, [{ ...saisie, id, cooperativeId, departementCode, demonstration }]);
    return this.read(ctx, id);
  }

  /**
   * Splits an amount by keys: one engagement a key that is not zero; together they are the amount, to the cent (R14).
   * @throws Introuvable, Interdit, SaisieInvalide
   */
  async split(
    ctx: ContextePersonne,
    cooperativeId: string,
    { montant, cles, annee, nature, financeur }: RepartitionSaisie,
  ): Promise<void> {
    const ca = await this.acces.loadFor(ctx, cooperativeId, 'engagement.modifier');
    if (!cles.some(({ cle }) => cle > 0)) {
      throw refus(
        'cles',
        'vide',
        'Clés de répartition\u00a0: donnez à une structure au moins une clé plus grande que zéro.',
      );
    }
    const parts = repartirSelonCles(
      montant,
      cles.map(({ cle }) => cle),
    );
    const lignes = cles
      .map(({ structureId, ficheActionId }, rang) => ({ structureId, ficheActionId, montant: parts[rang] ?? 0 }))
      .filter((ligne) => ligne.montant > 0);
    await this.verifyMembers(
      ctx,
      cooperativeId,
      lignes.map(({ structureId }) => structureId),
      annee,
    );
    await this.verifyActions(
      ctx,
      cooperativeId,
      lignes.flatMap(({ ficheActionId }) => ficheActionId ?? []),
    );
    const { departementCode, demonstration } = ca;
    await insertRows(
      ctx,
      Engagement,
      lignes.map((ligne) => ({
        ...ligne,
        ...{ id: randomUUID(), cooperativeId, departementCode, demonstration, annee, nature, financeur },
      })),
    );
  }

  /** @throws Introuvable, Interdit, VersionPerimee, SaisieInvalide, EtatIncompatible */
  async update(ctx: ContextePersonne, id: string, { version, ...saisie }: EngagementModifie): Promise<EngagementLu> {
    const { engagement } = await this.loadFor(ctx, id, 'engagement.modifier');
    await modifierDepuis(
      version,
      engagement.version,
      () => this.read(ctx, id),
      async () => {
        const change = (cles: readonly (keyof typeof saisie)[]) =>
          cles.some((cle) => saisie[cle] !== undefined && saisie[cle] !== engagement[cle]);
        if (engagement.acteId && change(FIXEES)) {
          throw new EtatIncompatible(
            'Cet engagement est porté par un acte signé\u00a0: structure, action, année, nature et montant ne changent plus. Ajoutez un engagement, qu’un autre acte portera.',
          );
        }
        if (engagement.reporteDe && change(FIXEES)) {
          throw new EtatIncompatible(
            'Cet engagement est le report de l’année précédente\u00a0: structure, action, année, nature et montant suivent son origine. Supprimez-le, corrigez l’origine, puis reportez à nouveau.',
          );
        }
        if (change([...FIXEES, 'depense', 'suiteNonDepense'])) await this.requireNotCarried(ctx, engagement);
        await this.verify(ctx, engagement.cooperativeId, saisie);
        await this.verifyPaid(ctx, engagement, saisie);
        await updateVersioned(ctx, Engagement, { id, cooperativeId: engagement.cooperativeId }, version, saisie);
      },
    );
    return this.read(ctx, id);
  }

  /** What was carried over to the next year no longer moves here. @throws EtatIncompatible */
  async requireNotCarried(ctx: ContextePersonne, { id, annee }: Engagement): Promise<void> {
    if (!(await ctx.manager.existsBy(Engagement, { reporteDe: id }))) return;
    throw new EtatIncompatible(
      `Le reste de cet engagement est reporté sur ${annee + 1}\u00a0: supprimez d’abord l’engagement de report, puis corrigez.`,
    );
  }

  /** The amount alone, as a committee decided it. @throws Introuvable, Interdit, EtatIncompatible, SaisieInvalide */
  async setAmount(ctx: ContextePersonne, id: string, montant: number): Promise<void> {
    const { engagement } = await this.loadFor(ctx, id, 'engagement.modifier');
    const { structureId, ficheActionId, annee, nature, financeur, objet, depense, suiteNonDepense, version } =
      engagement;
    await this.update(ctx, id, {
      ...{ structureId, ficheActionId, annee, nature, financeur, objet, depense, suiteNonDepense, version },
      montant,
    });
  }

  /** @throws Introuvable, Interdit, EtatIncompatible */
  async delete(ctx: ContextePersonne, id: string): Promise<void> {
    const { engagement } = await this.loadFor(ctx, id, 'engagement.modifier');
    if (engagement.acteId)
      throw new EtatIncompatible('Cet engagement est porté par un acte signé\u00a0: il ne se supprime plus.');
    await this.requireNotCarried(ctx, engagement);
    await lockEngagement(ctx, id);
    if (await ctx.manager.existsBy(Versement, { engagementId: id })) {
      throw new EtatIncompatible(
        'Des versements sont prévus ou faits sur cet engagement\u00a0: supprimez-les d’abord.',
      );
    }
    await ctx.manager.delete(Engagement, { id, cooperativeId: engagement.cooperativeId });
  }

  /**
   * The engagement on which the caller may do `operation`.
   * @throws Introuvable, Interdit
   */
  async loadFor(
    ctx: ContextePersonne,
    id: string,
    operation: Operation,
  ): Promise<{ engagement: Engagement; ressource: Ressource }> {
    const engagement = await ctx.manager.findOneBy(Engagement, { id });
    if (!engagement) throw new Introuvable('Cet engagement');
    const { departementCode, cooperativeId, structureId } = engagement;
    const { regionCode } = await ctx.manager.findOneByOrFail(Departement, { code: departementCode });
    const ressource = { regionCode, departementCode, cooperativeId, structureId };
    exiger(ctx, operation, ressource, 'Les engagements financiers sont tenus par la délégation départementale.');
    return { engagement, ressource };
  }

  private async verify(ctx: ContextePersonne, cooperativeId: string, saisie: EngagementSaisi): Promise<void> {
    await this.verifyMembers(ctx, cooperativeId, [saisie.structureId], saisie.annee);
    await this.verifyActions(ctx, cooperativeId, saisie.ficheActionId ? [saisie.ficheActionId] : []);
  }

  /** @throws SaisieInvalide */
  async verifyMembers(
    ctx: ContextePersonne,
    cooperativeId: string,
    structures: readonly string[],
    annee: number,
  ): Promise<void> {
    if ((await listNonMembers(ctx, cooperativeId, structures, annee)).length === 0) return;
    throw refus(
      'structureId',
      'membre',
      `Structure\u00a0: elle n’est pas membre de la coopérative en ${annee}. Ajoutez-la d’abord aux membres, ou changez l’année.`,
    );
  }

  private async verifyActions(ctx: ContextePersonne, cooperativeId: string, ids: readonly string[]): Promise<void> {
    const distincts = [...new Set(ids)];
    if (distincts.length === 0) return;
    const connues = await ctx.manager.countBy(
      FicheAction,
      distincts.map((id) => ({ id, cooperativeId })),
    );
    if (connues === distincts.length) return;
    throw refus('ficheActionId', 'liste', 'Fiche-action\u00a0: choisir dans la liste de la coopérative.');
  }

  /** What is paid or planned does not pass a lowered amount. */
  private async verifyPaid(ctx: ContextePersonne, engagement: Engagement, saisie: EngagementSaisi): Promise<void> {
    if (
      saisie.structureId !== engagement.structureId &&
      (await ctx.manager.existsBy(Versement, { engagementId: engagement.id }))
    ) {
      throw refus(
        'structureId',
        'versements',
        'Structure\u00a0: des versements lui sont déjà prévus ou faits. Supprimez-les d’abord.',
      );
    }
    if (saisie.montant >= engagement.montant) return;
    await lockEngagement(ctx, engagement.id);
    const versements = await ctx.manager.findBy(Versement, { engagementId: engagement.id });
    const trop = depassement(saisie.montant, versements, acquisDe(engagement));
    if (trop === 0) return;
    throw refus(
      'montant',
      'depassement',
      `Montant\u00a0: ${ecrireEuros(saisie.montant + trop)} sont déjà versés ou prévus. Réduisez d’abord les versements.`,
    );
  }
}

function refus(champ: ErreurChamp['champ'], code: string, message: string): SaisieInvalide {
  return new SaisieInvalide([{ champ, code, message }]);
}
