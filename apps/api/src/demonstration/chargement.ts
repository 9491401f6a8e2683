import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IndicateurCommunLu, ValeurListeLue } from '@coopilote/domain/referentiel';
import type { StructureLue } from '@coopilote/domain/structures';
import { OuvertureService } from '../bilans/ouverture.service';
import { Base } from '../platform/base';
import { loadReport } from './bilans';
import { markDemonstration, openReports } from './chargement.queries';
import { loadAnnualReports } from './bilans-annuels';
import { parallel, type ClientDemonstration } from './client';
import { ComptesDemonstration, type Portees } from './comptes';
import { donneesDemonstration, type DemoCompte, type DemoCooperative } from './donnees';
import { loadConvention } from './conventions';
import { loadFunding } from './financement';
import { loadLending } from './mises-a-disposition';
import { loadGovernance } from './gouvernance';
import {
  endMemberships,
  loadAction,
  loadCooperative,
  moveAction,
  nameCopilote,
  trouver,
  type Correspondance,
} from './programme';

const MOTIF = 'Données de démonstration';

/**
 * Loads the demonstration data set through the application's own routes, as the persons concerned: the DD makes its CAs,
 * the structures draft their actions and fill their reports. Same day, same data.
 */
export class ChargementDemonstration {
  private readonly liens: Correspondance = {
    listes: new Map(),
    indicateursCommuns: new Map(),
    structures: new Map(),
    objectifs: new Map(),
    actions: new Map(),
    indicateurs: new Map(),
  };
  private readonly portees: Portees = {
    departements: new Map(),
    structures: this.liens.structures,
    cooperatives: new Map(),
  };
  private readonly comptes: ComptesDemonstration;
  private readonly clients = new Map<string, Promise<ClientDemonstration>>();

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly aujourdhui: string,
  ) {
    this.comptes = new ComptesDemonstration(app, aujourdhui);
  }

  async load(): Promise<void> {
    const cooperatives = donneesDemonstration.construireCooperatives(this.aujourdhui);
    await this.comptes.createAll();
    await this.comptes.giveRoles(
      (c) => ['ADMIN_REGIONAL', 'EVALUATEUR_REGIONAL', 'COORDINATEUR_DD'].includes(c.role),
      this.portees,
    );
    await this.loadReference();
    await this.loadStructures(cooperatives);
    await this.comptes.giveRoles((c) => c.role === 'PARTENAIRE', this.portees);
    await parallel(cooperatives, (ca) => this.loadProgramme(ca));
    await this.comptes.giveRoles((c) => c.role === 'MEMBRE_COPIL' || c.role === 'EVALUATEUR_EXTERNE', this.portees);
    await this.app.get(OuvertureService).openDue(MOTIF);
    await this.loadReports(cooperatives);
    // Before what is signed, whose documents say for ever that they are a demonstration's; and again for what came since.
    const marquer = (): Promise<void> => this.app.get(Base).run({ genre: 'systeme', motif: MOTIF }, markDemonstration);
    await marquer();
    await parallel(cooperatives, (ca) => this.finish(ca));
    await marquer();
    await this.comptes.signOutAll();
  }

  private async loadReference(): Promise<void> {
    const admin = await this.as('admin@demo.test');
    await parallel([...donneesDemonstration.listes.entries()], async ([ordre, valeur]) => {
      const { id } = await admin.post<ValeurListeLue>('/api/listes', { ...valeur, ordre });
      this.liens.listes.set(`${valeur.liste}|${valeur.code}`, id);
    });
    for (const indicateur of donneesDemonstration.indicateursCommuns) {
      const { id } = await admin.post<IndicateurCommunLu>('/api/indicateurs-communs', indicateur);
      this.liens.indicateursCommuns.set(indicateur.code, id);
    }
  }

  private async loadStructures(cooperatives: DemoCooperative[]): Promise<void> {
    const admin = await this.as('admin@demo.test');
    const membres = donneesDemonstration.structures.filter(({ cle }) =>
      cooperatives.some((ca) => ca.adhesions.some((a) => a.structure === cle)),
    );
    await parallel(membres, async ({ cle, secteur, contact, ...structure }) => {
      const secteurId = trouver(this.liens.listes, `SECTEUR|${secteur}`);
      const { id, departementCode } = await admin.post<StructureLue>('/api/structures', { ...structure, secteurId });
      this.portees.structures.set(cle, id);
      this.portees.departements.set(cle, departementCode);
      await admin.post(`/api/structures/${id}/contacts`, { ...contact, principal: true });
    });
  }

  private async loadProgramme(ca: DemoCooperative): Promise<void> {
    const dd = await this.as(`dd${ca.departementCode}@demo.test`);
    const id = await loadCooperative(dd, ca, this.liens);
    this.portees.cooperatives.set(ca.cle, id);
    const estCopilote = (c: DemoCompte): boolean => c.role === 'COPILOTE' && c.cooperative === ca.cle;
    await this.comptes.giveRoles(estCopilote, this.portees);
    const copilote = donneesDemonstration.comptes.find(estCopilote);
    if (copilote) await nameCopilote(dd, id, ca, this.liens, this.comptes.idOf(copilote.courriel));
    for (const action of ca.actions) {
      await loadAction(await this.partner(action.structure), dd, { id, cle: ca.cle }, action, this.liens);
    }
  }

  private async loadReports(cooperatives: DemoCooperative[]): Promise<void> {
    const ouverts = await this.app.get(Base).run({ genre: 'systeme', motif: MOTIF }, openReports);
    const actions = new Map(
      cooperatives.flatMap((ca) => ca.actions.map((a) => [a.cle, { ca, structure: a.structure }] as const)),
    );
    await parallel(donneesDemonstration.genererBilans(this.aujourdhui, cooperatives), async (bilan) => {
      const { ca, structure } = trouver(actions, bilan.action);
      const { annee, trimestre } = bilan.trimestre;
      const ouvert = trouver(ouverts, `${trouver(this.liens.actions, bilan.action).id}|${annee}|${trimestre}`);
      const dd = await this.as(`dd${ca.departementCode}@demo.test`);
      await loadReport(await this.partner(structure), dd, bilan, ouvert, this.liens, this.aujourdhui);
    });
  }

  /** Final states, once the reports of the past are there. */
  private async finish(ca: DemoCooperative): Promise<void> {
    const dd = await this.as(`dd${ca.departementCode}@demo.test`);
    for (const { cle, etat, motif } of ca.actions) {
      if (!['EN_COURS', 'TERMINEE', 'ABANDONNEE'].includes(etat)) continue;
      await moveAction(dd, cle, 'EN_COURS', this.liens);
      if (etat !== 'EN_COURS') await moveAction(dd, cle, etat, this.liens, motif);
    }
    const id = trouver(this.portees.cooperatives, ca.cle);
    await loadGovernance(dd, id, this.aujourdhui);
    await loadFunding(dd, id, ca, this.liens, this.aujourdhui, (structure) => this.partner(structure));
    await loadLending(dd, id, ca.cle, this.liens, this.aujourdhui, (structure) => this.partner(structure));
    await loadConvention(dd, id, ca.cle, this.aujourdhui);
    await loadAnnualReports(dd, id, ca, this.aujourdhui, (structure) => this.partner(structure));
    await endMemberships(dd, id, ca, this.liens);
  }

  private partner(structure: string): Promise<ClientDemonstration> {
    return this.as(`partenaire-${structure}@demo.test`);
  }

  private as(courriel: string): Promise<ClientDemonstration> {
    const client = this.clients.get(courriel) ?? this.comptes.signIn(courriel);
    this.clients.set(courriel, client);
    return client;
  }
}
