import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { LessThan } from 'typeorm';
import { ErreurMetier, insertRows, Session, Utilisateur, type Contexte, type ContextePersonne } from '@coopilote/db';
import type { Connexion, Identite, SessionLue } from '@coopilote/domain/comptes';
import { operationsOuvertes } from '@coopilote/domain/droits';
import { Base } from '../platform/base';
import { CONFIG, type Config } from '../platform/config';
import { Horloge } from '../platform/horloge';
import { empreinte, nouveauJeton } from '../platform/jetons';
import { countFailure, openIdentity } from './session.queries';
import { TentativesService } from './tentatives.service';

export const DUREE_SESSION_HEURES = 12;
/** Failures in a row before an account rests, and for how long. */
const ECHECS_AVANT_VERROU = 10;
const MINUTES_VERROU = 15;

const REFUS = (): ErreurMetier => new ErreurMetier('CONNEXION_REFUSEE', 401, 'Courriel ou mot de passe inconnu.');

@Injectable()
export class SessionService {
  /** Verified when the account is unknown, so that both answers take the same time. */
  private readonly leurre = hash('mot-de-passe-de-personne');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly base: Base,
    private readonly horloge: Horloge,
    private readonly tentatives: TentativesService,
  ) {}

  /**
   * Signs in. Opens its own transactions one after the other: a refusal keeps what was counted, and no connection is held
   * while the password is verified (a crowd that signs in together would otherwise wait for each other).
   * @throws ErreurMetier CONNEXION_REFUSEE 401, COMPTE_VERROUILLE or TROP_DE_TENTATIVES 429.
   */
  async open(connexion: Connexion, adresse: string, requete: string): Promise<{ jeton: string; session: SessionLue }> {
    const { depasse, utilisateur } = await this.run(requete, async (ctx) => ({
      depasse: await this.tentatives.depasse(ctx, 'connexion', adresse),
      utilisateur: await ctx.manager.findOneBy(Utilisateur, { courriel: connexion.email.toLowerCase() }),
    }));
    if (depasse) throw this.tentatives.refus();
    if (utilisateur?.verrouilleJusqu && utilisateur.verrouilleJusqu > this.horloge.maintenant()) {
      throw new ErreurMetier(
        'COMPTE_VERROUILLE',
        429,
        'Trop d’essais sur ce compte\u00a0: réessayez dans un quart d’heure, ou demandez un nouveau mot de passe.',
      );
    }
    const reference = utilisateur?.motDePasseHash ?? (await this.leurre);
    const juste = await verify(reference, connexion.motDePasse);
    if (!utilisateur?.motDePasseHash || !utilisateur.actif || !juste) {
      if (utilisateur) {
        await this.run(requete, (ctx) => countFailure(ctx, utilisateur.id, ECHECS_AVANT_VERROU, MINUTES_VERROU));
      }
      throw REFUS();
    }
    return this.run(requete, (ctx) => this.start(ctx, utilisateur.id));
  }

  /** Who is signed in and what this person may do somewhere. */
  read(identite: Identite): SessionLue {
    const { utilisateurId: id, courriel, prenom, nom, attributions } = identite;
    return {
      utilisateur: { id, courriel, prenom, nom },
      attributions,
      operations: operationsOuvertes(identite),
      demonstration: this.config.demonstration,
    };
  }

  /** Signs out: this session only. */
  async close(ctx: ContextePersonne, jeton: string): Promise<void> {
    await ctx.manager.delete(Session, { empreinte: empreinte(jeton), utilisateurId: ctx.identite.utilisateurId });
  }

  private async start(ctx: Contexte, utilisateurId: string): Promise<{ jeton: string; session: SessionLue }> {
    const maintenant = this.horloge.maintenant();
    await ctx.manager.update(
      Utilisateur,
      { id: utilisateurId },
      { echecs: 0, verrouilleJusqu: null, derniereConnexion: maintenant },
    );
    await ctx.manager.delete(Session, { utilisateurId, expireLe: LessThan(maintenant) });
    const jeton = nouveauJeton();
    await insertRows(ctx, Session, [
      {
        empreinte: empreinte(jeton),
        utilisateurId,
        expireLe: new Date(maintenant.getTime() + DUREE_SESSION_HEURES * 3_600_000),
      },
    ]);
    const identite = await openIdentity(ctx, utilisateurId);
    if (!identite) throw REFUS();
    return { jeton, session: this.read(identite) };
  }

  private run<T>(requete: string, work: (ctx: Contexte) => Promise<T>): Promise<T> {
    return this.base.run({ genre: 'connexion' }, work, requete);
  }
}
