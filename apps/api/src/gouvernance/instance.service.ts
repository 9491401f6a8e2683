import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  EtatIncompatible,
  Instance,
  insertRows,
  Introuvable,
  MembreInstance,
  SaisieInvalide,
  updateVersioned,
  type ContextePersonne,
  type Cooperative,
} from '@coopilote/db';
import type { ErreurChamp } from '@coopilote/domain/commun';
import { operationsSur, peut } from '@coopilote/domain/droits';
import {
  avertissementRythme,
  avertissementsComposition,
  type GouvernanceLue,
  type InstanceLue,
  type InstanceModifiee,
  type InstanceSaisie,
  type MembreModifie,
  type MembreSaisi,
} from '@coopilote/domain/gouvernance';
import { CooperativeAcces, ressourceDe } from '../cooperatives/cooperative-acces.service';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { GouvernanceAcces } from './gouvernance-acces.service';
import {
  findComptes,
  hasReunion,
  listCoordinateurs,
  listInstances,
  listMembres,
  listStructuresMembres,
  type InstanceEnBase,
} from './instance.queries';
import { listReunions } from './reunion.queries';
import { TacheService } from './tache.service';

const REUNIONS = 50;

/** Instances of a CA and who sits in them (guide 5.1 B). */
@Injectable()
export class InstanceService {
  constructor(
    private readonly cooperatives: CooperativeAcces,
    private readonly acces: GouvernanceAcces,
    private readonly taches: TacheService,
    private readonly horloge: Horloge,
  ) {}

  /** Everything that the governance page of a CA shows. @throws Introuvable */
  async gouvernance(ctx: ContextePersonne, cooperativeId: string): Promise<GouvernanceLue> {
    const ca = await this.cooperatives.loadFor(ctx, cooperativeId, 'reunion.lire');
    const instances = await this.readAll(ctx, ca);
    const { lignes: reunions } = await listReunions(
      ctx,
      { cooperative: cooperativeId, taille: REUNIONS },
      { regions: [], departements: [], cooperatives: [cooperativeId], structures: [] },
    );
    return {
      instances,
      reunions,
      taches: await this.taches.list(ctx, cooperativeId),
      avertissements: instances.flatMap((i) => i.avertissements),
      operations: operationsSur(ctx.identite, ressourceDe(ca)),
    };
  }

  /** @throws Introuvable, Interdit */
  async create(ctx: ContextePersonne, cooperativeId: string, saisie: InstanceSaisie): Promise<InstanceLue> {
    const ca = await this.cooperatives.loadFor(ctx, cooperativeId, 'instance.modifier');
    const id = randomUUID();
    await insertRows(ctx, Instance, [{ ...saisie, id, cooperativeId, departementCode: ca.departementCode }]);
    return this.readOne(ctx, ca, id);
  }

  /** The genre stays: past meetings were held under it. @throws Introuvable, Interdit, VersionPerimee */
  async update(ctx: ContextePersonne, id: string, saisie: InstanceModifiee): Promise<InstanceLue> {
    const { instance, ca } = await this.acces.loadInstance(ctx, id, 'instance.modifier');
    const { version, genre: _, ...changements } = saisie;
    await modifierDepuis(
      version,
      instance.version,
      () => this.readOne(ctx, ca, id),
      () => updateVersioned(ctx, Instance, { id, cooperativeId: ca.id }, version, changements),
    );
    return this.readOne(ctx, ca, id);
  }

  /** @throws Introuvable, Interdit, EtatIncompatible once a meeting was held or prepared */
  async delete(ctx: ContextePersonne, id: string): Promise<void> {
    const { ca } = await this.acces.loadInstance(ctx, id, 'instance.modifier');
    if (await hasReunion(ctx, id)) {
      throw new EtatIncompatible('Cette instance a des réunions\u00a0: elle reste dans l’histoire de la coopérative.');
    }
    await ctx.manager.delete(Instance, { id, cooperativeId: ca.id });
  }

  /** @throws Introuvable, Interdit, SaisieInvalide */
  async addMembre(ctx: ContextePersonne, id: string, saisie: MembreSaisi): Promise<InstanceLue> {
    const { ca } = await this.acces.loadInstance(ctx, id, 'instance.modifier');
    await this.verify(ctx, ca, saisie);
    await this.insert(ctx, ca, id, [saisie]);
    return this.readOne(ctx, ca, id);
  }

  /** @throws Introuvable, Interdit, VersionPerimee, SaisieInvalide */
  async updateMembre(ctx: ContextePersonne, id: string, membreId: string, saisie: MembreModifie): Promise<InstanceLue> {
    const { ca } = await this.acces.loadInstance(ctx, id, 'instance.modifier');
    const membre = await ctx.manager.findOneBy(MembreInstance, { id: membreId, instanceId: id });
    if (!membre) throw new Introuvable('Ce siège');
    const { version, ...champs } = saisie;
    await modifierDepuis(
      version,
      membre.version,
      () => this.readOne(ctx, ca, id),
      async () => {
        await this.verify(ctx, ca, saisie);
        const [lie] = await this.link(ctx, [champs]);
        await updateVersioned(ctx, MembreInstance, { id: membreId, instanceId: id }, version, lie ?? champs);
      },
    );
    return this.readOne(ctx, ca, id);
  }

  /** @throws Introuvable, Interdit */
  async deleteMembre(ctx: ContextePersonne, id: string, membreId: string): Promise<void> {
    await this.acces.loadInstance(ctx, id, 'instance.modifier');
    const { affected } = await ctx.manager.delete(MembreInstance, { id: membreId, instanceId: id });
    if (!affected) throw new Introuvable('Ce siège');
  }

  /** R2: a seat for each member structure without one, and for the coordinators. */
  async addProposes(ctx: ContextePersonne, id: string): Promise<InstanceLue> {
    const { ca } = await this.acces.loadInstance(ctx, id, 'instance.modifier');
    const aujourdhui = this.horloge.aujourdhui();
    const { membres, structuresSansSiege } = await this.readOne(ctx, ca, id);
    const manquent = new Set(structuresSansSiege.map((s) => s.id));
    const structures = (await listStructuresMembres(ctx, ca.id, aujourdhui)).filter((s) => manquent.has(s.id));
    const assis = new Set(membres.filter((m) => m.qualite === 'COORDINATION').map((m) => m.titulaireNom));
    const coordinateurs = (await listCoordinateurs(ctx, ca.id)).filter((c) => !assis.has(c.nom));
    await this.insert(ctx, ca, id, [
      ...coordinateurs.map((c): MembreSaisi => ({
        qualite: 'COORDINATION',
        titulaireNom: c.nom,
        titulaireCourriel: c.courriel,
        debut: aujourdhui,
      })),
      ...structures.map((s): MembreSaisi => ({
        qualite: 'STRUCTURE',
        structureId: s.id,
        titulaireNom: s.contact ?? 'À désigner',
        titulaireCourriel: s.courriel,
        debut: aujourdhui,
      })),
    ]);
    return this.readOne(ctx, ca, id);
  }

  private async insert(ctx: ContextePersonne, ca: Cooperative, id: string, saisies: MembreSaisi[]): Promise<void> {
    const lies = await this.link(ctx, saisies);
    await insertRows(
      ctx,
      MembreInstance,
      lies.map((m) => ({
        ...m,
        id: randomUUID(),
        instanceId: id,
        cooperativeId: ca.id,
        departementCode: ca.departementCode,
      })),
    );
  }

  /** Ties each person to their account, by address. */
  private async link(ctx: ContextePersonne, saisies: MembreSaisi[]): Promise<Partial<MembreInstance>[]> {
    const courriels = saisies.flatMap((m) => [m.titulaireCourriel, m.suppleantCourriel]).filter((c) => c != null);
    const comptes = courriels.length ? await findComptes(ctx, courriels) : new Map<string, string>();
    return saisies.map((m) => ({
      ...m,
      titulaireId: (m.titulaireCourriel && comptes.get(m.titulaireCourriel)) ?? null,
      suppleantId: (m.suppleantCourriel && comptes.get(m.suppleantCourriel)) ?? null,
    }));
  }

  private async verify(ctx: ContextePersonne, ca: Cooperative, m: MembreSaisi): Promise<void> {
    const erreurs: ErreurChamp[] = [];
    if (m.fin && m.fin < m.debut) {
      erreurs.push({ champ: 'fin', code: 'dates', message: 'Fin du mandat\u00a0: elle vient avant son début.' });
    }
    if (m.qualite === 'STRUCTURE') {
      const membres = await listStructuresMembres(ctx, ca.id, this.horloge.aujourdhui());
      if (!membres.some((s) => s.id === m.structureId)) {
        erreurs.push({
          champ: 'structureId',
          code: 'membre',
          message: 'Structure\u00a0: choisir une structure membre de la coopérative.',
        });
      }
    } else if (m.structureId) {
      erreurs.push({
        champ: 'structureId',
        code: 'qualite',
        message: 'Structure\u00a0: ce siège n’est pas celui d’une structure.',
      });
    }
    if (erreurs.length) throw new SaisieInvalide(erreurs);
  }

  private async readOne(ctx: ContextePersonne, ca: Cooperative, id: string): Promise<InstanceLue> {
    const [instance] = await this.readAll(ctx, ca, id);
    if (!instance) throw new Introuvable('Cette instance');
    return instance;
  }

  private async readAll(ctx: ContextePersonne, ca: Cooperative, id: string | null = null): Promise<InstanceLue[]> {
    const aujourdhui = this.horloge.aujourdhui();
    const instances = await listInstances(ctx, ca.id, aujourdhui, id);
    if (instances.length === 0) return [];
    const membres = await listMembres(ctx, ca.id, aujourdhui);
    const structures = await listStructuresMembres(ctx, ca.id, aujourdhui);
    const anime = peut(ctx.identite, 'reunion.animer', ressourceDe(ca));
    return instances.map((instance): InstanceLue => {
      const siens = membres
        .filter((m) => m.instanceId === instance.id)
        .map(({ instanceId: _, ...m }) => (anime ? m : { ...m, titulaireCourriel: null, suppleantCourriel: null }));
      const assises = new Set(siens.filter((m) => m.enMandat).map((m) => m.structureId));
      const structuresSansSiege = structures
        .filter((s) => !assises.has(s.id))
        .map(({ id: sid, nom }) => ({ id: sid, nom }));
      const { derniere, prevue, ...lue } = instance;
      return {
        ...lue,
        membres: siens,
        structuresSansSiege,
        avertissements: this.warnings(ca, instance, siens, structuresSansSiege),
      };
    });
  }

  private warnings(
    ca: Cooperative,
    instance: InstanceEnBase,
    membres: InstanceLue['membres'],
    structuresSansSiege: InstanceLue['structuresSansSiege'],
  ): InstanceLue['avertissements'] {
    const habitants = membres.filter((m) => m.enMandat && m.qualite === 'HABITANT').length;
    const composition = instance.genre === 'COPIL' ? avertissementsComposition({ structuresSansSiege, habitants }) : [];
    const { derniere, prevue } = instance;
    const rythme = avertissementRythme(instance, ca.phase, derniere ?? ca.debut, prevue, this.horloge.aujourdhui());
    return rythme ? [rythme, ...composition] : composition;
  }
}
