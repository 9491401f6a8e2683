import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  BilanAnnuel,
  EtatIncompatible,
  insertRows,
  Introuvable,
  SaisieInvalide,
  type ContextePersonne,
} from '@coopilote/db';
import {
  avertissementReunionAnnuelle,
  manquesAnnuels,
  masquerContenu,
  suitesAnnuelles,
  type BilanAnnuelCree,
  type BilanAnnuelLu,
  type BilansAnnuels,
  type ContenuAnnuel,
  type SuiteAnnuelle,
} from '@coopilote/domain/bilans';
import { jourAParis } from '@coopilote/domain/commun';
import { perimetreDe, peut, type Operation, type Ressource } from '@coopilote/domain/droits';
import { EcheanceService } from '../conventions/echeance.service';
import { CooperativeAcces, ressourceDe } from '../cooperatives/cooperative-acces.service';
import { exiger } from '../platform/exiger';
import { Horloge } from '../platform/horloge';
import { AnnonceService } from './annonce.service';
import {
  findMeetingOfYear,
  listBilansAnnuels,
  listMeetings,
  listStates,
  listVersions,
  listVolets,
  listYearsToOpen,
  loadBilanAnnuel,
  loadVersion,
  type BilanAnnuelEnBase,
  type VoletEnBase,
} from './bilan-annuel.queries';
import { ContenuAnnuelService } from './contenu-annuel.service';

export interface BilanAnnuelSitue {
  bilan: BilanAnnuelEnBase;
  ressource: Ressource;
}

/** Opening and reading the report of a year. */
@Injectable()
export class BilanAnnuelService {
  constructor(
    private readonly cooperatives: CooperativeAcces,
    private readonly contenus: ContenuAnnuelService,
    private readonly echeances: EcheanceService,
    private readonly horloge: Horloge,
    private readonly annonces: AnnonceService,
  ) {}

  /** @throws Introuvable, Interdit */
  async list(ctx: ContextePersonne, cooperativeId: string): Promise<BilansAnnuels> {
    const ca = await this.cooperatives.loadFor(ctx, cooperativeId, 'bilanAnnuel.lire');
    const { structures } = perimetreDe(ctx.identite, 'bilanAnnuel.completer');
    return {
      lignes: await listBilansAnnuels(ctx, cooperativeId, structures),
      ouvrables: peut(ctx.identite, 'bilanAnnuel.conduire', ressourceDe(ca))
        ? await listYearsToOpen(ctx, cooperativeId)
        : [],
    };
  }

  /** @throws Introuvable, Interdit, SaisieInvalide */
  async create(ctx: ContextePersonne, { cooperativeId, annee }: BilanAnnuelCree): Promise<BilanAnnuelLu> {
    const ca = await this.cooperatives.loadFor(ctx, cooperativeId, 'bilanAnnuel.conduire');
    if (!(await listYearsToOpen(ctx, cooperativeId)).includes(annee)) {
      throw new SaisieInvalide([
        {
          champ: 'annee',
          code: 'annee',
          message: `Année\u00a0: le bilan annuel ${annee} est déjà ouvert, ou aucun bilan trimestriel n’était attendu cette année-là.`,
        },
      ]);
    }
    const id = randomUUID();
    const reunionId = await findMeetingOfYear(ctx, cooperativeId, annee);
    await insertRows(ctx, BilanAnnuel, [{ id, cooperativeId, departementCode: ca.departementCode, annee, reunionId }]);
    await this.annonces.announce(ctx, id);
    return this.read(ctx, id);
  }

  /** For whom sees it: a draft is not the copil’s yet. @throws Introuvable */
  async load(ctx: ContextePersonne, id: string): Promise<BilanAnnuelSitue> {
    const bilan = await loadBilanAnnuel(ctx, id);
    if (!bilan) throw new Introuvable('Ce bilan annuel');
    return { bilan, ressource: ressourceDe(await this.cooperatives.load(ctx, bilan.cooperativeId)) };
  }

  /** @throws Introuvable, Interdit */
  async loadFor(ctx: ContextePersonne, id: string, operation: Operation): Promise<BilanAnnuelSitue> {
    const situe = await this.load(ctx, id);
    exiger(ctx, operation, situe.ressource, 'La coordination de la coopérative conduit le bilan annuel.');
    return situe;
  }

  /** @throws Introuvable */
  async read(ctx: ContextePersonne, id: string): Promise<BilanAnnuelLu> {
    const { bilan, ressource } = await this.load(ctx, id);
    const lus = await listVolets(ctx, id);
    const contenu = await this.content(ctx, bilan, lus);
    const parAction = new Map(lus.map((v) => [v.ficheActionId, v]));
    const volets = contenu.actions.map(
      ({ ficheActionId }): VoletEnBase =>
        parAction.get(ficheActionId) ?? {
          ...{ ficheActionId, synthese: null, proposition: null, motifProposition: null },
          ...{ decision: null, motifDecision: null, version: 1 },
        },
    );
    const reunions = await listMeetings(ctx, bilan.cooperativeId);
    const reunion = reunions.find((r) => r.id === bilan.reunionId) ?? null;
    const conduisible = peut(ctx.identite, 'bilanAnnuel.conduire', ressource);
    const complet = peut(ctx.identite, 'consolidation.lire', ressource);
    const redige = bilan.etat === 'BROUILLON';
    const { numeroVersion: _, synthese: _s, enseignements: _e, perspectives: _p, reunionId: _r, ...lu } = bilan;
    return {
      ...lu,
      contenu: complet ? contenu : this.mask(ctx, contenu),
      volets: volets.map((v) => ({
        ...v,
        redigeable:
          redige &&
          peut(ctx.identite, 'bilanAnnuel.completer', {
            ...ressource,
            structureId: contenu.actions.find((a) => a.ficheActionId === v.ficheActionId)?.structureId,
          }),
      })),
      reunion,
      reunions: conduisible ? reunions : [],
      calendrier: await this.calendar(ctx, bilan, reunion?.debut ?? null),
      manques: redige ? manquesAnnuels(contenu) : [],
      suites: bilan.etat === 'ADOPTE' && conduisible ? await this.follow(ctx, bilan, contenu, volets) : [],
      versions: await listVersions(ctx, id),
      ...{ conduisible, complet, rouvrable: !redige && peut(ctx.identite, 'bilanAnnuel.rouvrir', ressource) },
    };
  }

  /** Live while it is a draft; then as it was presented. @throws Introuvable */
  async content(ctx: ContextePersonne, bilan: BilanAnnuelEnBase, volets: VoletEnBase[]): Promise<ContenuAnnuel> {
    if (bilan.etat === 'BROUILLON') return this.contenus.compute(ctx, bilan, volets);
    const version = await loadVersion(ctx, bilan.id, bilan.numeroVersion);
    if (!version) throw new EtatIncompatible('Ce bilan annuel n’a pas de version présentée.');
    return version.contenu;
  }

  /** R17, for somebody outside the ARS. */
  mask(ctx: ContextePersonne, contenu: ContenuAnnuel): ContenuAnnuel {
    return masquerContenu(contenu, perimetreDe(ctx.identite, 'bilanAnnuel.completer').structures);
  }

  private async calendar(
    ctx: ContextePersonne,
    { cooperativeId, etat }: BilanAnnuelEnBase,
    debut: string | null,
  ): Promise<string | null> {
    if (etat === 'ADOPTE') return null;
    return avertissementReunionAnnuelle(
      debut ? jourAParis(new Date(debut)) : null,
      await this.echeances.end(ctx, cooperativeId),
      this.horloge.aujourdhui(),
    );
  }

  private async follow(
    ctx: ContextePersonne,
    { cooperativeId, annee }: BilanAnnuelEnBase,
    { actions }: ContenuAnnuel,
    volets: VoletEnBase[],
  ): Promise<SuiteAnnuelle[]> {
    const etats = new Map((await listStates(ctx, cooperativeId)).map((f) => [f.ficheActionId, f.etat]));
    const decisions = actions.flatMap(({ ficheActionId, intitule }) => {
      const etat = etats.get(ficheActionId);
      const decision = volets.find((v) => v.ficheActionId === ficheActionId)?.decision ?? null;
      return etat ? [{ ficheActionId, intitule, etat, decision }] : [];
    });
    const convention = await this.echeances.inForce(ctx, cooperativeId);
    return suitesAnnuelles(
      decisions,
      convention && { id: convention.id, fin: convention.fin, enCours: convention.acte?.genre ?? null },
      annee,
    );
  }
}
