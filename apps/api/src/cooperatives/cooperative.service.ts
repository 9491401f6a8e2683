import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Cooperative,
  Departement,
  EtatIncompatible,
  Etape,
  insertRows,
  Introuvable,
  SaisieInvalide,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import { normaliserRecherche, type Page } from '@coopilote/domain/commun';
import {
  avertissementsCooperative,
  LIBELLES_PHASES,
  phasesSuivantes,
  type CooperativeCreee,
  type CooperativeLigne,
  type CooperativeLue,
  type CooperativeModifiee,
  type CooperativeSaisie,
  type CooperativesDemandees,
  type PhaseChangee,
} from '@coopilote/domain/cooperatives';
import { operationsSur, perimetreDe } from '@coopilote/domain/droits';
import { enPage } from '../platform/conditions';
import { exiger } from '../platform/exiger';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { calendrierInitial } from './calendrier-initial.rules';
import { CooperativeAcces, ressourceDe } from './cooperative-acces.service';
import { findCooperative, listCooperatives } from './cooperative.queries';
import type { CoordinateurPossible } from './coordination.queries';
import { CoordinationService } from './coordination.service';
import { LiensService, SANS_LIENS } from './liens.service';

@Injectable()
export class CooperativeService {
  constructor(
    private readonly acces: CooperativeAcces,
    private readonly coordination: CoordinationService,
    private readonly liens: LiensService,
    private readonly horloge: Horloge,
  ) {}

  /** A page of the CAs that the caller sees. */
  async list(ctx: ContextePersonne, demande: CooperativesDemandees): Promise<Page<CooperativeLigne>> {
    const perimetre = perimetreDe(ctx.identite, 'cooperative.lire');
    const { lignes, total } = await listCooperatives(ctx, demande, perimetre, this.horloge.aujourdhui());
    return enPage(demande, lignes, total);
  }

  /** @throws Introuvable */
  async read(ctx: ContextePersonne, id: string): Promise<CooperativeLue> {
    const ca = await findCooperative(ctx, id, this.horloge.aujourdhui());
    if (!ca) throw new Introuvable('Cette coopérative');
    const ressource = ressourceDe(ca);
    exiger(ctx, 'cooperative.lire', ressource);
    const { coordinateurDdId, coordinateurDd, copiloteId, copilote, ...reste } = ca;
    return {
      ...reste,
      phasesSuivantes: phasesSuivantes(ca.phase),
      coordinateurs: [
        { id: coordinateurDdId, ...separer(coordinateurDd), qualite: 'DD' },
        ...(copiloteId ? [{ id: copiloteId, ...separer(copilote ?? ''), qualite: 'COPILOTE' as const }] : []),
      ],
      avertissements: avertissementsCooperative({ communes: ca.communes.length, structures: ca.structures }),
      operations: operationsSur(ctx.identite, ressource),
    };
  }

  /**
   * Creates a CA in préfiguration, with its coordinators (R1) and the first lines of its T1, in one transaction.
   * @throws Interdit outside the caller's département; SaisieInvalide
   */
  async create(ctx: ContextePersonne, saisie: CooperativeCreee): Promise<CooperativeLue> {
    const { departementCode } = saisie;
    const regionCode = await this.regionDe(ctx, departementCode);
    exiger(
      ctx,
      'cooperative.creer',
      { regionCode, departementCode },
      'Vous ne pouvez pas créer de coopérative dans ce département.',
    );
    const erreurs = await this.liens.verify(ctx, regionCode, saisie, SANS_LIENS);
    if (erreurs.length) throw new SaisieInvalide(erreurs);
    const { coordinateurDdId, copiloteId } = await this.coordination.choose(ctx, departementCode, saisie);
    const ca = { id: randomUUID(), regionCode, departementCode };
    await insertRows(ctx, Cooperative, [
      { ...ca, ...colonnesDe(saisie), phase: 'PREFIGURATION', coordinateurDdId, copiloteId },
    ]);
    await this.liens.save(ctx, ca, saisie, SANS_LIENS);
    await this.coordination.grant(ctx, ca, null, copiloteId);
    await insertRows(
      ctx,
      Etape,
      calendrierInitial(saisie.debut, saisie.fin ?? null).map((etape) => ({
        ...etape,
        id: randomUUID(),
        cooperativeId: ca.id,
        departementCode,
      })),
    );
    return this.read(ctx, ca.id);
  }

  /**
   * Edits a CA: an absent optional field stays, null empties it.
   * @throws Introuvable, Interdit, VersionPerimee, SaisieInvalide
   */
  async update(ctx: ContextePersonne, id: string, saisie: CooperativeModifiee): Promise<CooperativeLue> {
    const ca = await this.acces.loadFor(ctx, id, 'cooperative.modifier');
    await modifierDepuis(
      saisie.version,
      ca.version,
      () => this.read(ctx, id),
      async () => {
        const avant = await this.liens.load(ctx, id);
        const erreurs = await this.liens.verify(ctx, ca.regionCode, saisie, avant);
        if (erreurs.length) throw new SaisieInvalide(erreurs);
        const coordination = await this.coordination.change(ctx, ca, saisie);
        await updateVersioned(ctx, Cooperative, { id, departementCode: ca.departementCode }, saisie.version, {
          ...colonnesDe(saisie),
          ...coordination,
        });
        await this.liens.save(ctx, ca, saisie, avant);
        await this.coordination.grant(ctx, ca, ca.copiloteId, coordination.copiloteId);
      },
    );
    return this.read(ctx, id);
  }

  /**
   * Takes the CA to another phase; a closed one is final (guide, fiche 3).
   * @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible
   */
  async changePhase(ctx: ContextePersonne, id: string, { phase, version }: PhaseChangee): Promise<CooperativeLue> {
    const ca = await this.acces.loadFor(ctx, id, 'cooperative.modifier');
    await modifierDepuis(
      version,
      ca.version,
      () => this.read(ctx, id),
      async () => {
        if (!phasesSuivantes(ca.phase).includes(phase)) {
          throw new EtatIncompatible(
            ca.phase === 'CLOSE'
              ? 'Cette coopérative est close\u00a0: sa phase ne change plus.'
              : `La coopérative est déjà dans la phase «\u00a0${LIBELLES_PHASES[phase]}\u00a0».`,
          );
        }
        await updateVersioned(ctx, Cooperative, { id, departementCode: ca.departementCode }, version, { phase });
      },
    );
    return this.read(ctx, id);
  }

  /** Persons who can be named on a CA to create in a département. */
  async coordinateursPossibles(ctx: ContextePersonne, departementCode: string): Promise<CoordinateurPossible[]> {
    const regionCode = await this.regionDe(ctx, departementCode);
    return this.coordination.listForDepartement(ctx, regionCode, departementCode);
  }

  private async regionDe(ctx: ContextePersonne, departementCode: string): Promise<string> {
    const departement = await ctx.manager.findOneBy(Departement, { code: departementCode });
    if (departement) return departement.regionCode;
    throw new SaisieInvalide([
      { champ: 'departementCode', code: 'liste', message: 'Département\u00a0: choisir dans la liste.' },
    ]);
  }
}

/** Columns that a form writes; an absent field stays undefined, and is then left as it is. */
function colonnesDe(saisie: CooperativeSaisie): Partial<Cooperative> {
  const { intitule, sigle, presentation, debut, fin, qpv, principes, eParcoursReferent } = saisie;
  return {
    intitule,
    intituleRecherche: normaliserRecherche(intitule),
    sigle,
    presentation,
    debut,
    fin,
    eParcoursReferent,
    ...(qpv === undefined ? {} : { qpv: qpv ?? [] }),
    ...(principes === undefined
      ? {}
      : { principes: (principes ?? []).map((p) => ({ ...p, commentaire: p.commentaire ?? null })) }),
  };
}

/** The database gives names whole to whoever may not read the account: both parts read together are always right. */
function separer(nomComplet: string): { prenom: string; nom: string } {
  const [prenom = '', ...nom] = nomComplet.split(' ');
  return { prenom, nom: nom.join(' ') };
}
