import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { ErreurMetier, insertRows, Session, Utilisateur, type Contexte, type ContextePersonne } from '@coopilote/db';
import type { Connexion, Identite, SessionLue } from '@coopilote/domain/comptes';
import { operationsOuvertes } from '@coopilote/domain/droits';
import { Base } from '../platform/base';
import { CONFIG, type Config } from '../platform/config';
import { Horloge } from '../platform/horloge';
import { empreinte, nouveauJeton } from '../platform/jetons';
import { countAttempt, openIdentity } from './session.queries';

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
  ) {}

  /**
   * Signs in. Attempts are counted in a transaction of their own, so that a refusal keeps them.
   * @throws ErreurMetier CONNEXION_REFUSEE 401, COMPTE_VERROUILLE or TROP_DE_TENTATIVES 429.
   */
  async open(ctx: Contexte, connexion: Connexion, adresse: string): Promise<{ jeton: string; session: SessionLue }> {
    await this.limit(`connexion:${adresse}`);
    const utilisateur = await ctx.manager.findOneBy(Utilisateur, { courriel: connexion.email.toLowerCase() });
    const maintenant = this.horloge.maintenant();
    if (utilisateur?.verrouilleJusqu && utilisateur.verrouilleJusqu > maintenant) {
      throw new ErreurMetier(
        'COMPTE_VERROUILLE',
        429,
        'Trop d’essais sur ce compte : réessayez dans un quart d’heure, ou demandez un nouveau mot de passe.',
      );
    }
    const reference = utilisateur?.motDePasseHash ?? (await this.leurre);
    const juste = await verify(reference, connexion.motDePasse);
    if (!utilisateur?.motDePasseHash || !utilisateur.actif || !juste) {
      if (utilisateur) await this.countFailure(utilisateur);
      throw REFUS();
    }
    await ctx.manager.update(
      Utilisateur,
      { id: utilisateur.id },
      { echecs: 0, verrouilleJusqu: null, derniereConnexion: maintenant },
    );
    const jeton = nouveauJeton();
    await insertRows(ctx, Session, [
      {
        empreinte: empreinte(jeton),
        utilisateurId: utilisateur.id,
        expireLe: new Date(maintenant.getTime() + DUREE_SESSION_HEURES * 3_600_000),
      },
    ]);
    const identite = await openIdentity(ctx, utilisateur.id);
    if (!identite) throw REFUS();
    return { jeton, session: this.read(identite) };
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

  private async limit(cle: string): Promise<void> {
    const essais = await this.base.run({ genre: 'connexion' }, (ctx) => countAttempt(ctx, cle));
    if (essais > this.config.limiteConnexions) {
      throw new ErreurMetier(
        'TROP_DE_TENTATIVES',
        429,
        'Trop d’essais depuis cet endroit : réessayez dans un quart d’heure.',
      );
    }
  }

  private async countFailure({ id, echecs }: Utilisateur): Promise<void> {
    const verrou =
      echecs + 1 >= ECHECS_AVANT_VERROU
        ? new Date(this.horloge.maintenant().getTime() + MINUTES_VERROU * 60_000)
        : null;
    await this.base.run({ genre: 'connexion' }, (ctx) =>
      ctx.manager.update(
        Utilisateur,
        { id },
        { echecs: verrou ? 0 : echecs + 1, ...(verrou ? { verrouilleJusqu: verrou } : {}) },
      ),
    );
  }
}
