import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  BudgetFinancement,
  insertRows,
  updateVersioned,
  VersionPerimee,
  type ContextePersonne,
  type Cooperative,
} from '@coopilote/db';
import type { Avertissement } from '@coopilote/domain/cooperatives';
import { operationsSur, peut } from '@coopilote/domain/droits';
import {
  avertissementBudget,
  decisionsAReprendre,
  ecartBudget,
  formeRequise,
  type BudgetSaisi,
  type FinancementLu,
  type FinancementStructure,
} from '@coopilote/domain/financement';
import { EcheanceService } from '../conventions/echeance.service';
import { CooperativeAcces, ressourceDe } from '../cooperatives/cooperative-acces.service';
import { Horloge } from '../platform/horloge';
import { listSigned } from './acte.queries';
import { ActeService } from './acte.service';
import { CompteRenduFinancierService } from './compte-rendu.service';
import {
  listEngagements,
  listYears,
  selectEngagements,
  sumByStructure,
  sumCooperative,
  sumSubventionsArs,
} from './financement.queries';

/** The money of a CA for a year: each reader gets what docs/argent.md gives them. */
@Injectable()
export class FinancementService {
  constructor(
    private readonly echeances: EcheanceService,
    private readonly acces: CooperativeAcces,
    private readonly actes: ActeService,
    private readonly comptesRendus: CompteRenduFinancierService,
    private readonly horloge: Horloge,
  ) {}

  /** @throws Introuvable, Interdit */
  async read(ctx: ContextePersonne, cooperativeId: string, demandee: number | null): Promise<FinancementLu> {
    const ca = await this.acces.loadFor(ctx, cooperativeId, 'budget.lire');
    const aujourdhui = this.horloge.aujourdhui();
    const cetteAnnee = Number(aujourdhui.slice(0, 4));
    const annee = demandee ?? cetteAnnee;
    const budget = await ctx.manager.findOneBy(BudgetFinancement, { cooperativeId, annee });
    const { engage, verse } = await sumCooperative(ctx, cooperativeId, annee);
    const annees = [...new Set([cetteAnnee, annee, ...(await listYears(ctx, cooperativeId))])].sort((a, b) => b - a);
    const parStructure = peut(ctx.identite, 'budget.repartition', ressourceDe(ca))
      ? await this.byStructure(ctx, ca, annee)
      : null;
    const enVigueur = (await this.echeances.end(ctx, cooperativeId)) !== null;
    const ecart = parStructure && avertissementBudget(annee, budget?.montant ?? null, engage);
    return {
      annee,
      annees,
      budget: budget && { montant: budget.montant, note: budget.note, version: budget.version },
      engage,
      verse,
      ecart: ecartBudget(budget?.montant ?? null, engage),
      avertissements: [...(ecart ? [ecart] : []), ...(await this.outgrown(ctx, annee, parStructure ?? []))],
      parStructure,
      engagements: await listEngagements(ctx, selectEngagements(ctx, { cooperative: cooperativeId, annee }), null),
      actes: await this.actes.list(ctx, ca, annee),
      comptesRendus: await this.comptesRendus.list(ctx, cooperativeId, annee),
      conventionEnVigueur: enVigueur,
      operations: operationsSur(ctx.identite, ressourceDe(ca)),
    };
  }

  /** @throws Introuvable, Interdit, VersionPerimee */
  async setBudget(
    ctx: ContextePersonne,
    cooperativeId: string,
    annee: number,
    { version, montant, note = null }: BudgetSaisi,
  ): Promise<FinancementLu> {
    const ca = await this.acces.loadFor(ctx, cooperativeId, 'engagement.modifier');
    const actuel = await ctx.manager.findOneBy(BudgetFinancement, { cooperativeId, annee });
    if ((actuel?.version ?? null) !== (version ?? null))
      throw new VersionPerimee(await this.read(ctx, cooperativeId, annee));
    if (actuel) {
      await updateVersioned(ctx, BudgetFinancement, { id: actuel.id, cooperativeId }, actuel.version, {
        montant,
        note,
      });
    } else {
      const { departementCode } = ca;
      await insertRows(ctx, BudgetFinancement, [
        { id: randomUUID(), cooperativeId, departementCode, annee, montant, note },
      ]);
    }
    return this.read(ctx, cooperativeId, annee);
  }

  /** R4 looks at the whole region; who may not know that sum is told none. */
  private async byStructure(ctx: ContextePersonne, ca: Cooperative, annee: number): Promise<FinancementStructure[]> {
    const totaux = await sumByStructure(ctx, ca.id, annee);
    const ids = totaux.map(({ structureId }) => structureId);
    const region = await sumSubventionsArs(ctx, ids, annee, ca.regionCode);
    return totaux.map((total) => {
      const { structureId, subventionsArs } = total;
      const lisible = peut(ctx.identite, 'engagement.lire', { ...ressourceDe(ca), structureId });
      const subventionsRegion = lisible ? (region.get(structureId) ?? 0) : null;
      const forme = subventionsRegion !== null && subventionsArs > 0 ? formeRequise(subventionsRegion) : null;
      return { ...total, subventionsRegion, forme };
    });
  }

  /** Décisions that the sum of the year has passed (R4). */
  private async outgrown(
    ctx: ContextePersonne,
    annee: number,
    structures: readonly FinancementStructure[],
  ): Promise<Avertissement[]> {
    const ids = structures.map(({ structureId }) => structureId);
    const signes = await listSigned(ctx, ids, annee);
    return structures.flatMap(({ structureId, subventionsRegion }) =>
      decisionsAReprendre(
        subventionsRegion ?? 0,
        signes.filter((acte) => acte.structureId === structureId),
      ),
    );
  }
}
