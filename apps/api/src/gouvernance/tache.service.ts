import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  insertRows,
  Interdit,
  Introuvable,
  Participant,
  Point,
  Tache,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import { peut, perimetreDe } from '@coopilote/domain/droits';
import type { EtatTacheSaisi, TacheLue, TacheModifiee, TacheSaisie } from '@coopilote/domain/gouvernance';
import { CooperativeAcces } from '../cooperatives/cooperative-acces.service';
import { NotificationsService } from '../notifications/notification.service';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { GouvernanceAcces } from './gouvernance-acces.service';
import { champ, refusEtat } from './refus';
import { listTaches, type TacheEnBase } from './tache.queries';

/** Who, what, when: tasks follow their owner out of the meeting. */
@Injectable()
export class TacheService {
  constructor(
    private readonly acces: GouvernanceAcces,
    private readonly cooperatives: CooperativeAcces,
    private readonly notifications: NotificationsService,
    private readonly horloge: Horloge,
  ) {}

  /** Tasks still to do: of a CA, or of the caller and their structures. @throws Introuvable */
  async list(ctx: ContextePersonne, cooperativeId: string | null): Promise<TacheLue[]> {
    if (cooperativeId) {
      await this.cooperatives.loadFor(ctx, cooperativeId, 'reunion.lire');
      return this.read(ctx, await listTaches(ctx, { cooperativeId }));
    }
    const { structures } = perimetreDe(ctx.identite, 'tache.suivre');
    return this.read(ctx, await listTaches(ctx, { utilisateurId: ctx.identite.utilisateurId, structures }));
  }

  /** Every task of a meeting that the caller sees. */
  async listOfReunion(ctx: ContextePersonne, reunionId: string): Promise<TacheLue[]> {
    return this.read(ctx, await listTaches(ctx, { reunionId }));
  }

  /** @throws Introuvable, Interdit, EtatIncompatible, SaisieInvalide */
  async create(ctx: ContextePersonne, reunionId: string, saisie: TacheSaisie): Promise<TacheLue> {
    const { reunion, ca } = await this.acces.load(ctx, reunionId, 'reunion.animer');
    if (reunion.etat !== 'EN_SEANCE') throw refusEtat(reunion);
    const cles = { reunionId, cooperativeId: ca.id, departementCode: ca.departementCode };
    const id = randomUUID();
    const colonnes = await this.columns(ctx, reunionId, saisie);
    await insertRows(ctx, Tache, [{ ...colonnes, ...cles, id }]);
    await this.tell(ctx, id, colonnes, ca.id);
    return this.readOne(ctx, id);
  }

  /** @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide */
  async update(ctx: ContextePersonne, reunionId: string, id: string, saisie: TacheModifiee): Promise<TacheLue> {
    const { reunion, ca } = await this.acces.load(ctx, reunionId, 'reunion.animer');
    if (reunion.etat !== 'EN_SEANCE') throw refusEtat(reunion);
    const tache = await this.load(ctx, reunionId, id);
    await modifierDepuis(
      saisie.version,
      tache.version,
      () => this.readOne(ctx, id),
      async () => {
        const colonnes = await this.columns(ctx, reunionId, saisie);
        await updateVersioned(ctx, Tache, { id, reunionId }, saisie.version, colonnes);
        if (colonnes.utilisateurId !== tache.utilisateurId) await this.tell(ctx, id, colonnes, ca.id);
      },
    );
    return this.readOne(ctx, id);
  }

  /** @throws Introuvable, Interdit, EtatIncompatible */
  async delete(ctx: ContextePersonne, reunionId: string, id: string): Promise<void> {
    const { reunion } = await this.acces.load(ctx, reunionId, 'reunion.animer');
    if (reunion.etat !== 'EN_SEANCE') throw refusEtat(reunion);
    await this.load(ctx, reunionId, id);
    await ctx.manager.delete(Tache, { id, reunionId });
  }

  /** Where a task stands: by who has it, or who runs the CA. @throws Introuvable, Interdit, VersionPerimee */
  async setEtat(ctx: ContextePersonne, id: string, saisie: EtatTacheSaisi): Promise<TacheLue> {
    const tache = await this.readOne(ctx, id);
    if (!tache.modifiable) throw new Interdit('Cette tâche est confiée à quelqu’un d’autre.');
    const faiteLe = saisie.etat === 'FAITE' ? this.horloge.aujourdhui() : null;
    await modifierDepuis(
      saisie.version,
      tache.version,
      () => this.readOne(ctx, id),
      () =>
        updateVersioned(ctx, Tache, { id, cooperativeId: tache.cooperativeId }, saisie.version, {
          etat: saisie.etat,
          faiteLe,
        }),
    );
    return this.readOne(ctx, id);
  }

  /** A participant's account and structure follow the task; anybody else is a name. */
  private async columns(ctx: ContextePersonne, reunionId: string, saisie: TacheSaisie): Promise<Partial<Tache>> {
    const { pointId = null, quoi, echeance = null, participantId } = saisie;
    if (pointId && !(await ctx.manager.existsBy(Point, { id: pointId, reunionId }))) {
      throw champ('pointId', 'liste', 'Point\u00a0: choisir à l’ordre du jour.');
    }
    if (!participantId) {
      if (!saisie.qui) throw champ('qui', 'requis', 'Responsable\u00a0: choisir une personne, ou écrire son nom.');
      return { pointId, quoi, echeance, qui: saisie.qui, utilisateurId: null, structureId: null };
    }
    const participant = await ctx.manager.findOneBy(Participant, { id: participantId, reunionId });
    if (!participant) throw champ('participantId', 'liste', 'Responsable\u00a0: choisir dans la liste.');
    const { nom: qui, utilisateurId, structureId } = participant;
    return { pointId, quoi, echeance, qui, utilisateurId, structureId };
  }

  private async tell(
    ctx: ContextePersonne,
    id: string,
    { utilisateurId, quoi = '', echeance }: Partial<Tache>,
    cooperativeId: string,
  ): Promise<void> {
    if (!utilisateurId || utilisateurId === ctx.identite.utilisateurId) return;
    await this.notifications.notifier(ctx, {
      utilisateurIds: [utilisateurId],
      genre: 'TACHE_CONFIEE',
      titre: `À faire\u00a0: ${quoi}`.slice(0, 200),
      detail: echeance ? `Pour le ${echeance.split('-').reverse().join('/')}` : null,
      lien: `/cooperatives/${cooperativeId}/gouvernance#tache-${id}`,
    });
  }

  private async load(ctx: ContextePersonne, reunionId: string, id: string): Promise<Tache> {
    const tache = await ctx.manager.findOneBy(Tache, { id, reunionId });
    if (!tache) throw new Introuvable('Cette tâche');
    return tache;
  }

  private async readOne(ctx: ContextePersonne, id: string): Promise<TacheLue> {
    const [tache] = this.read(ctx, await listTaches(ctx, { id }));
    if (!tache) throw new Introuvable('Cette tâche');
    return tache;
  }

  private read(ctx: ContextePersonne, taches: TacheEnBase[]): TacheLue[] {
    const aujourdhui = this.horloge.aujourdhui();
    return taches.map(({ departementCode, regionCode, ...t }) => ({
      ...t,
      enRetard: (t.etat === 'A_FAIRE' || t.etat === 'EN_COURS') && t.echeance !== null && t.echeance < aujourdhui,
      modifiable:
        t.utilisateurId === ctx.identite.utilisateurId ||
        peut(ctx.identite, 'tache.suivre', {
          departementCode,
          regionCode,
          cooperativeId: t.cooperativeId,
          structureId: t.structureId,
        }),
    }));
  }
}
