import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AttributionRole, insertRows, Session, Utilisateur } from '@coopilote/db';
import { ajouterMois } from '@coopilote/domain/commun';
import { Base } from '../platform/base';
import { empreinte, nouveauJeton } from '../platform/jetons';
import { ClientDemonstration } from './client';
import { comptesDemonstration, type DemoCompte } from './donnees';

export const MOT_DE_PASSE_DEMONSTRATION = 'demo-coopilote';
export const REGION = '11';
const MOTIF = { genre: 'systeme', motif: 'Données de démonstration' } as const;

/** Identifiers of what the roles are given on. */
export interface Portees {
  departements: Map<string, string>;
  structures: Map<string, string>;
  cooperatives: Map<string, string>;
}

/**
 * The demonstration accounts. They alone enter without an invitation: nobody is there yet to invite, and their common
 * password is known to all. They exist in an embedded database only.
 */
export class ComptesDemonstration {
  private readonly ids = new Map(comptesDemonstration.map((c) => [c.courriel, randomUUID()]));

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly aujourdhui: string,
  ) {}

  /** Makes every account, without role. */
  async createAll(): Promise<void> {
    const motDePasseHash = await hash(MOT_DE_PASSE_DEMONSTRATION);
    await this.app.get(Base).run(MOTIF, (ctx) =>
      insertRows(
        ctx,
        Utilisateur,
        comptesDemonstration.map(({ courriel, prenom, nom }) => ({
          id: this.idOf(courriel),
          courriel,
          prenom,
          nom,
          motDePasseHash,
          demonstration: true,
        })),
      ),
    );
  }

  /** Gives their roles to the accounts whose scope exists by now. */
  async giveRoles(garder: (compte: DemoCompte) => boolean, portees: Portees): Promise<void> {
    const lignes = comptesDemonstration.filter(garder).map((compte) => {
      const structureId = compte.structure ? (portees.structures.get(compte.structure) ?? null) : null;
      const cooperativeId =
        compte.cooperative && !structureId ? (portees.cooperatives.get(compte.cooperative) ?? null) : null;
      const departementCode = structureId
        ? (portees.departements.get(compte.structure ?? '') ?? null)
        : (compte.departementCode ?? null);
      return {
        id: randomUUID(),
        utilisateurId: this.idOf(compte.courriel),
        role: compte.role,
        regionCode: REGION,
        departementCode,
        cooperativeId,
        structureId,
        fin: compte.role === 'EVALUATEUR_EXTERNE' ? ajouterMois(this.aujourdhui, 12) : null,
      };
    });
    await this.app.get(Base).run(MOTIF, (ctx) => insertRows(ctx, AttributionRole, lignes));
  }

  /** A session as one of the accounts. */
  async signIn(courriel: string): Promise<ClientDemonstration> {
    const jeton = nouveauJeton();
    await this.app.get(Base).run({ genre: 'connexion' }, (ctx) =>
      insertRows(ctx, Session, [
        {
          empreinte: empreinte(jeton),
          utilisateurId: this.idOf(courriel),
          expireLe: new Date(Date.now() + 3_600_000),
        },
      ]),
    );
    return new ClientDemonstration(this.app, jeton);
  }

  /** Ends the loader's sessions. */
  async signOutAll(): Promise<void> {
    await this.app.get(Base).run(MOTIF, (ctx) => ctx.manager.deleteAll(Session));
  }

  idOf(courriel: string): string {
    const id = this.ids.get(courriel);
    if (!id) throw new Error(`Compte de démonstration inconnu : ${courriel}`);
    return id;
  }
}
