import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Depart,
  EtatIncompatible,
  insertRows,
  Interdit,
  Introuvable,
  SaisieInvalide,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import { jourEnChiffres } from '@coopilote/domain/commun';
import {
  departEnCours,
  effetDepart,
  refusConsultation,
  refusDemande,
  refusResiliee,
  type ConsultationSaisie,
  type ConventionLue,
  type DepartDemande,
} from '@coopilote/domain/conventions';
import { peut } from '@coopilote/domain/droits';
import { NotificationsService } from '../notifications/notification.service';
import { exiger } from '../platform/exiger';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { ConventionAcces } from './convention-acces.service';
import { listDestinataires } from './convention.queries';
import { ConventionService } from './convention.service';
import { endMembership, keepMembership } from './depart.queries';

/** Members leave at the annual deadline, after the delegation has consulted the others (guide, 5.2). */
@Injectable()
export class DepartService {
  constructor(
    private readonly acces: ConventionAcces,
    private readonly conventions: ConventionService,
    private readonly notifications: NotificationsService,
    private readonly horloge: Horloge,
  ) {}

  /** What a structure asks for itself, or the delegation that received its letter. @throws Introuvable, Interdit, EtatIncompatible, SaisieInvalide */
  async ask(ctx: ContextePersonne, conventionId: string, saisie: DepartDemande): Promise<ConventionLue> {
    const { structureId, demandeLe, motif } = saisie;
    const { ca, ressource } = await this.acces.load(ctx, conventionId, 'convention.lire');
    exiger(
      ctx,
      'convention.quitter',
      { ...ressource, structureId },
      'Une structure ne quitte la convention que pour elle-même.',
    );
    const lue = await this.conventions.read(ctx, conventionId);
    const aujourdhui = this.horloge.aujourdhui();
    const partie = lue.parties.find((p) => p.structureId === structureId);
    const enCours = lue.departs.find(
      (d) => d.structureId === structureId && departEnCours({ effet: d.decide ? d.echeance : null }, aujourdhui),
    );
    const refus = refusDemande(
      {
        structure: partie?.nom ?? 'Cette structure',
        etat: lue.etat,
        partie: partie !== undefined,
        demande: enCours ? { demandeLe: enCours.demandeLe, effet: enCours.decide ? enCours.echeance : null } : null,
        termes: lue.periodes,
        resiliationEffet: lue.resiliation?.effet ?? null,
      },
      aujourdhui,
    );
    if (refus) throw new EtatIncompatible(refus);
    const debut = lue.periodes[0]?.debut ?? demandeLe;
    if (demandeLe > aujourdhui || demandeLe < debut) {
      throw new SaisieInvalide([
        {
          champ: 'demandeLe',
          code: 'date',
          message: `Date de la demande\u00a0: une date entre le ${jourEnChiffres(debut)} et aujourd’hui est attendue.`,
        },
      ]);
    }
    await insertRows(ctx, Depart, [
      {
        ...{ id: randomUUID(), conventionId, cooperativeId: ca.id, departementCode: ca.departementCode },
        ...{ structureId, demandeLe, motif, demandePar: ctx.identite.utilisateurId },
      },
    ]);
    await this.tell(ctx, conventionId, ca.intitule, `${partie?.nom ?? ''} demande à quitter la convention`, [
      ca.coordinateurDdId,
      ca.copiloteId,
    ]);
    return this.conventions.read(ctx, conventionId);
  }

  /**
   * Takes note of the consultation: the departure is decided, and the membership ends with it.
   * @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide
   */
  async consult(
    ctx: ContextePersonne,
    conventionId: string,
    id: string,
    { version, consulteLe, compteRendu }: ConsultationSaisie,
  ): Promise<ConventionLue> {
    const { ca } = await this.acces.load(ctx, conventionId, 'convention.engager');
    const depart = await this.load(ctx, conventionId, id);
    if (depart.effet) {
      throw new EtatIncompatible(
        `Les membres ont déjà été consultés\u00a0: le départ est prévu le ${jourEnChiffres(depart.effet)}.`,
      );
    }
    const lue = await this.conventions.read(ctx, conventionId);
    const date = refusConsultation(consulteLe, depart.demandeLe, this.horloge.aujourdhui());
    if (date) throw new SaisieInvalide([{ champ: 'consulteLe', code: 'date', message: date }]);
    const effet = effetDepart(lue.periodes, consulteLe);
    const resiliee = refusResiliee(lue.periodes, lue.resiliation?.effet ?? null, consulteLe);
    if (!effet || resiliee) {
      throw new EtatIncompatible(resiliee ?? 'La convention a pris fin\u00a0: le départ n’a plus d’objet.');
    }
    await modifierDepuis(
      version,
      depart.version,
      () => this.conventions.read(ctx, conventionId),
      async () => {
        await updateVersioned(ctx, Depart, { id, conventionId }, version, {
          ...{ consulteLe, compteRendu, effet },
          consultePar: ctx.identite.utilisateurId,
        });
        await endMembership(ctx, ca.id, depart.structureId, effet, depart.motif);
      },
    );
    const nom = lue.departs.find((d) => d.id === id)?.structure ?? '';
    const membres = await listDestinataires(ctx, conventionId, false);
    await this.tell(ctx, conventionId, ca.intitule, `${nom} quitte la convention le ${jourEnChiffres(effet)}`, membres);
    return this.conventions.read(ctx, conventionId);
  }

  /** Gives a departure up: its structure before the consultation, the delegation until it takes effect. @throws Introuvable, Interdit, EtatIncompatible */
  async withdraw(ctx: ContextePersonne, conventionId: string, id: string): Promise<ConventionLue> {
    const { ca, ressource } = await this.acces.load(ctx, conventionId, 'convention.lire');
    const depart = await this.load(ctx, conventionId, id);
    exiger(ctx, 'convention.quitter', { ...ressource, structureId: depart.structureId });
    if (depart.effet && !peut(ctx.identite, 'convention.engager', ressource)) {
      throw new Interdit('Les membres ont été consultés\u00a0: demandez à la délégation de reprendre ce départ.');
    }
    if (!departEnCours(depart, this.horloge.aujourdhui())) {
      throw new EtatIncompatible('Ce départ a pris effet\u00a0: la structure peut adhérer de nouveau.');
    }
    await ctx.manager.delete(Depart, { id, conventionId });
    if (depart.effet) await keepMembership(ctx, ca.id, depart.structureId, depart.effet);
    return this.conventions.read(ctx, conventionId);
  }

  private async load(ctx: ContextePersonne, conventionId: string, id: string): Promise<Depart> {
    const depart = await ctx.manager.findOneBy(Depart, { id, conventionId });
    if (!depart) throw new Introuvable('Ce départ');
    return depart;
  }

  private async tell(
    ctx: ContextePersonne,
    conventionId: string,
    detail: string,
    titre: string,
    comptes: readonly (string | null)[],
  ): Promise<void> {
    await this.notifications.notifier(ctx, {
      utilisateurIds: comptes.filter((compte) => compte !== null && compte !== ctx.identite.utilisateurId) as string[],
      genre: 'DEPART_MEMBRE',
      titre,
      detail,
      lien: `/conventions/${conventionId}`,
    });
  }
}
