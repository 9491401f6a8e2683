import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  EtatIncompatible,
  Envoi,
  EnvoiPiece,
  insertRows,
  Introuvable,
  type Contexte,
  type ContextePersonne,
} from '@coopilote/db';
import type { Page } from '@coopilote/domain/commun';
import { perimetreDe } from '@coopilote/domain/droits';
import type { EnvoiLu, EnvoisDemandes } from '@coopilote/domain/notifications';
import { enPage } from '../platform/conditions';
import { CONFIG, type Config } from '../platform/config';
import { exiger } from '../platform/exiger';
import { Travaux } from '../platform/jobs/travaux';
import { keepContents, listEnvois, resetEnvoi } from './envoi.queries';
import type { Message } from './lettre';
import { ENVOYER } from './travaux';

/** What stands in place of a one-time link, once it has left or will leave by mail. */
export const LIEN_MASQUE = '/lien/…';

/** A file that goes with a message. */
export interface PieceJointe {
  nom: string;
  /** Media type, « application/pdf ». */
  type: string;
  contenu: Buffer;
}

/** A message to deposit. */
export interface Depot extends Message {
  destinataire: string;
  /** Region whose administrator may read it; null for none. */
  regionCode: string | null;
  pieces?: PieceJointe[];
  /** An event that mail programs propose to note: iCalendar text, and what it asks (RFC 5546, « REQUEST »). */
  calendrier?: { methode: 'REQUEST' | 'CANCEL' | 'PUBLISH'; contenu: string };
}

/** The outbox: messages are deposited in the transaction that causes them, so that none leaves for what was undone. */
@Injectable()
export class EnvoisService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly travaux: Travaux,
  ) {}

  /** Deposits one message; it leaves once the transaction is committed. */
  async deposer(ctx: Contexte, depot: Depot): Promise<void> {
    await this.deposerTous(ctx, [depot]);
  }

  /** Deposits several messages in a few statements, however many they are. */
  async deposerTous(ctx: Contexte, depots: Depot[]): Promise<void> {
    const envois = depots.map((depot) => ({ id: randomUUID(), depot }));
    await insertRows(
      ctx,
      Envoi,
      envois.map(({ id, depot: { destinataire, objet, texte, html, desabonnement = null, regionCode } }) => ({
        id,
        destinataire,
        objet,
        texte,
        html,
        desabonnement,
        regionCode,
      })),
    );
    const pieces = envois.flatMap(({ id, depot }) => piecesDe(depot).map((piece, rang) => ({ id, rang, piece })));
    const empreintes = await keepContents(
      ctx,
      pieces.map(({ piece }) => piece.contenu),
    );
    await insertRows(
      ctx,
      EnvoiPiece,
      pieces.map(({ id, rang, piece: { nom, type, methode, contenu } }, i) => ({
        envoiId: id,
        rang,
        nom,
        type,
        methode,
        taille: contenu.length,
        empreinte: empreintes[i],
      })),
    );
    // Without a mail server they wait in the outbox, where their links are copied.
    if (this.config.smtpUrl) {
      await this.travaux.lancerTous(
        ctx,
        ENVOYER,
        envois.map(({ id }) => ({ envoiId: id })),
      );
    }
  }

  /** Messages of the administrator's region. One-time links show only where the administrator is who hands them over. */
  async list(ctx: ContextePersonne, demande: EnvoisDemandes): Promise<Page<EnvoiLu>> {
    const { regions } = perimetreDe(ctx.identite, 'envoi.lire');
    const { lignes, total } = await listEnvois(ctx, demande, regions);
    for (const ligne of lignes) {
      if (this.config.smtpUrl) ligne.texte = ligne.texte.replace(/\/lien\/[\w-]+/g, LIEN_MASQUE);
      else ligne.prochainEssai = null;
    }
    return enPage(demande, lignes, total);
  }

  /**
   * Puts a message that was given up back in the queue.
   * @throws Introuvable; Interdit; EtatIncompatible when it was not given up.
   */
  async reessayer(ctx: ContextePersonne, id: string): Promise<void> {
    const envoi = await ctx.manager.findOneBy(Envoi, { id });
    if (!envoi) throw new Introuvable('Ce message');
    exiger(ctx, 'envoi.reessayer', { regionCode: envoi.regionCode });
    if (envoi.etat !== 'ECHEC') throw new EtatIncompatible('Ce message n’est pas en échec\u00a0: il suit son cours.');
    await resetEnvoi(ctx, id);
    if (this.config.smtpUrl) await this.travaux.lancer(ctx, ENVOYER, { envoiId: id });
  }
}

function piecesDe({ pieces = [], calendrier }: Depot): (PieceJointe & { methode: string | null })[] {
  const fichiers = pieces.map((piece) => ({ ...piece, methode: null }));
  if (!calendrier) return fichiers;
  const { methode, contenu } = calendrier;
  return [{ nom: 'invitation.ics', type: 'text/calendar', methode, contenu: Buffer.from(contenu) }, ...fichiers];
}
