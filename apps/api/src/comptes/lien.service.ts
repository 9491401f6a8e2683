import { Inject, Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { IsNull, MoreThan } from 'typeorm';
import { ErreurMetier, insertRows, LienUnique, SaisieInvalide, Utilisateur, type Contexte } from '@coopilote/db';
import type { LienLu } from '@coopilote/domain/comptes';
import { Base } from '../platform/base';
import { CONFIG, type Config } from '../platform/config';
import { Horloge } from '../platform/horloge';
import { empreinte, nouveauJeton } from '../platform/jetons';
import { closeAccess, regionsOf } from './compte.queries';
import { EnvoisService } from '../notifications/envoi.service';
import { consumeLink } from './lien.queries';
import { messageReinitialisation } from './messages';
import { countAttempt } from './session.queries';
import { TentativesService } from './tentatives.service';

/** How long a link opens: a week to answer an invitation, an hour for a password that was asked for. */
const HEURES = { INVITATION: 7 * 24, REINITIALISATION: 1 };
/** Messages that one address may get in a quarter of an hour, whoever asks. */
const MESSAGES_PAR_ADRESSE = 3;

const PERIME = (): ErreurMetier =>
  new ErreurMetier(
    'LIEN_PERIME',
    404,
    'Ce lien a déjà servi ou n’est plus valable\u00a0: demandez-en un nouveau depuis la page de connexion («\u00a0mot de passe oublié\u00a0»).',
  );

/** One-time links by which a person chooses a password. Only the hash of their token is kept. */
@Injectable()
export class LienService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly base: Base,
    private readonly horloge: Horloge,
    private readonly envois: EnvoisService,
    private readonly tentatives: TentativesService,
  ) {}

  /** Makes a link for a person. */
  async create(ctx: Contexte, utilisateurId: string, usage: LienLu['usage']): Promise<{ url: string; expireLe: Date }> {
    const jeton = nouveauJeton();
    const expireLe = new Date(this.horloge.maintenant().getTime() + HEURES[usage] * 3_600_000);
    await insertRows(ctx, LienUnique, [{ empreinte: empreinte(jeton), usage, utilisateurId, expireLe }]);
    return { url: `${this.config.urlPublique}/lien/${jeton}`, expireLe };
  }

  /**
   * A forgotten password: a link goes to the address if an account has it. The caller learns nothing of that.
   * @throws ErreurMetier TROP_DE_TENTATIVES 429, by the caller's own address.
   */
  async ask(courriel: string, adresse: string, requete: string): Promise<void> {
    const depasse = await this.base.run(
      { genre: 'connexion' },
      async (ctx) => {
        if (await this.tentatives.depasse(ctx, 'mot-de-passe', adresse)) return true;
        await this.send(ctx, courriel.toLowerCase());
        return false;
      },
      requete,
    );
    if (depasse) throw this.tentatives.refus();
  }

  /** @throws ErreurMetier LIEN_PERIME 404 */
  async read(ctx: Contexte, jeton: string): Promise<LienLu> {
    const lien = await ctx.manager.findOneBy(LienUnique, {
      empreinte: empreinte(jeton),
      utiliseLe: IsNull(),
      expireLe: MoreThan(this.horloge.maintenant()),
    });
    const personne = lien && (await ctx.manager.findOneBy(Utilisateur, { id: lien.utilisateurId, actif: true }));
    if (!lien || !personne) throw PERIME();
    return { usage: lien.usage, courriel: personne.courriel, prenom: personne.prenom };
  }

  /**
   * Sets the password, once; wakes a resting account and ends every session and every other link of the person.
   * @throws ErreurMetier LIEN_PERIME 404; SaisieInvalide: the link then stays good.
   */
  async choose(ctx: Contexte, jeton: string, motDePasse: string): Promise<void> {
    const utilisateurId = await consumeLink(ctx, empreinte(jeton));
    const personne = utilisateurId && (await ctx.manager.findOneBy(Utilisateur, { id: utilisateurId, actif: true }));
    if (!personne) throw PERIME();
    if (motDePasse.toLowerCase() === personne.courriel) {
      throw new SaisieInvalide([
        {
          champ: 'motDePasse',
          code: 'courriel',
          message: 'Mot de passe\u00a0: choisissez autre chose que votre courriel.',
        },
      ]);
    }
    const motDePasseHash = await hash(motDePasse);
    await ctx.manager.update(Utilisateur, { id: personne.id }, { motDePasseHash, echecs: 0, verrouilleJusqu: null });
    await closeAccess(ctx, personne.id);
  }

  private async send(ctx: Contexte, courriel: string): Promise<void> {
    const messages = await countAttempt(ctx, `mot-de-passe:${courriel}`);
    const personne = await ctx.manager.findOneBy(Utilisateur, { courriel, actif: true });
    if (!personne || messages > MESSAGES_PAR_ADRESSE) return;
    const { url } = await this.create(ctx, personne.id, 'REINITIALISATION');
    const [regionCode = null, autre] = await regionsOf(ctx, personne.id);
    await this.envois.deposer(ctx, {
      ...messageReinitialisation(personne.prenom, url),
      destinataire: courriel,
      regionCode: autre ? null : regionCode,
    });
  }
}
