import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  Acte,
  CodeSignature,
  EtatIncompatible,
  insertRows,
  Partie,
  Piece,
  SaisieInvalide,
  Signature,
  type ContextePersonne,
} from '@coopilote/db';
import { jourAParis } from '@coopilote/domain/commun';
import {
  nomActe,
  refusDateSignature,
  type ActeLu,
  type CodeDemande,
  type PartieConvention,
  type SignatureEnLigneSaisie,
  type SignaturePapierSaisie,
} from '@coopilote/domain/conventions';
import type { TypePiece } from '@coopilote/domain/pieces';
import { EnvoisService } from '../notifications/envoi.service';
import { composer } from '../notifications/lettre';
import { NotificationsService } from '../notifications/notification.service';
import { Base } from '../platform/base';
import { entrer, personne } from '../platform/contexte.interceptor';
import type { RequeteCoopilote } from '../platform/regle';
import { CONFIG, type Config } from '../platform/config';
import { Horloge } from '../platform/horloge';
import { signer } from '../platform/signature';
import { ActeService } from './acte.service';
import { ConventionAcces, type ActeSitue } from './convention-acces.service';
import { listDestinataires } from './convention.queries';

const MINUTES = 15;
const ESSAIS = 5;
/** What a scan of a signed copy may be. */
const COPIES: readonly TypePiece[] = ['pdf', 'jpg', 'png'];

/**
 * Signatures of a frozen text: a copy signed by hand, or a code received by mail, which is a simple electronic signature
 * and no more (regulation eIDAS, article 3, 10). The last one gives the text its effect: the database does it (R6).
 */
@Injectable()
export class SignatureService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly base: Base,
    private readonly acces: ConventionAcces,
    private readonly actes: ActeService,
    private readonly envois: EnvoisService,
    private readonly notifications: NotificationsService,
    private readonly horloge: Horloge,
  ) {}

  /** Keeps the copy that a party signed by hand. @throws Introuvable, Interdit, EtatIncompatible, SaisieInvalide */
  async deposit(ctx: ContextePersonne, acteId: string, saisie: SignaturePapierSaisie): Promise<void> {
    const situe = await this.acces.loadActe(ctx, acteId, 'convention.engager');
    const partie = await this.expected(ctx, situe, saisie.partieId);
    const figeLe = jourAParis(situe.acte.figeLe ?? this.horloge.maintenant());
    const refus = refusDateSignature(saisie.signeLe, figeLe, this.horloge.aujourdhui());
    if (refus) throw new SaisieInvalide([{ champ: 'signeLe', code: 'date', message: refus }]);
    const piece = await ctx.manager.findOneBy(Piece, { id: saisie.pieceId, objet: 'ACTE', objetId: acteId });
    if (!piece || !COPIES.includes(piece.type)) {
      throw new SaisieInvalide([
        {
          champ: 'pieceId',
          code: 'copie',
          message: 'Copie signée\u00a0: un PDF, ou une image JPEG ou PNG, du document signé est attendu.',
        },
      ]);
    }
    await this.record(ctx, situe, partie, {
      signeLe: saisie.signeLe,
      mode: 'PAPIER',
      pieceId: piece.id,
      empreinte: null,
    });
  }

  /** Sends the caller a code, when a party has named them. @throws Introuvable, Interdit, EtatIncompatible */
  async sendCode(ctx: ContextePersonne, acteId: string, { partieId }: CodeDemande): Promise<void> {
    const situe = await this.acces.loadActe(ctx, acteId, 'convention.signer');
    const { acte, ca } = situe;
    const partie = await this.expected(ctx, situe, partieId);
    await this.verifyNamed(ctx, situe, partie);
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
    const cle = { acteId, partieId, utilisateurId: ctx.identite.utilisateurId };
    await ctx.manager.delete(CodeSignature, cle);
    await insertRows(ctx, CodeSignature, [
      {
        ...cle,
        conventionId: acte.conventionId,
        cooperativeId: ca.id,
        departementCode: ca.departementCode,
        empreinte: this.seal(acteId, partieId, code),
        expireLe: new Date(this.horloge.maintenant().getTime() + MINUTES * 60_000),
      },
    ]);
    await this.envois.deposer(ctx, {
      destinataire: ctx.identite.courriel,
      regionCode: ca.regionCode,
      ...composer({
        objet: `Votre code de signature\u00a0: ${nomActe(acte.genre, acte.numero)}`,
        prenom: ctx.identite.prenom,
        paragraphes: [
          `Voici le code qui signe «\u00a0${nomActe(acte.genre, acte.numero)}\u00a0» de la coopérative d’acteurs «\u00a0${ca.intitule}\u00a0» au nom de ${partie.nom}\u00a0: ${code}`,
          `Il sert une fois, pendant ${MINUTES} minutes. Si vous n’avez rien demandé, ne le donnez à personne\u00a0: rien ne sera signé.`,
        ],
        pourquoi: 'Vous recevez ce message parce que vous avez demandé un code pour signer dans Coopilote.',
      }),
    });
  }

  /**
   * Signs for a party with the code just received. The attempt is counted first, in a transaction of its own: a refusal does
   * not take it back, and many tries at once do not make more of them.
   * @throws NonConnecte, Introuvable, Interdit, EtatIncompatible, SaisieInvalide
   */
  async sign(requete: RequeteCoopilote, acteId: string, { partieId, code }: SignatureEnLigneSaisie): Promise<ActeLu> {
    const dedans = <T>(work: (ctx: ContextePersonne) => Promise<T>): Promise<T> =>
      entrer(this.base, requete, 'convention.signer', (ctx) => work(personne(ctx)));
    const cle = (ctx: ContextePersonne) => ({ acteId, partieId, utilisateurId: ctx.identite.utilisateurId });
    await dedans(async (ctx) => {
      await this.acces.loadActe(ctx, acteId, 'convention.signer');
      await ctx.manager.increment(CodeSignature, cle(ctx), 'essais', 1);
    });
    return dedans(async (ctx) => {
      const situe = await this.acces.loadActe(ctx, acteId, 'convention.signer');
      const partie = await this.expected(ctx, situe, partieId);
      await this.verifyNamed(ctx, situe, partie);
      const attendu = await ctx.manager.findOneBy(CodeSignature, cle(ctx));
      if (!attendu || attendu.expireLe <= this.horloge.maintenant() || attendu.essais > ESSAIS) {
        throw refusCode('Ce code n’est plus valable\u00a0: demandez-en un autre.');
      }
      if (attendu.empreinte !== this.seal(acteId, partieId, code)) {
        throw refusCode(`Ce n’est pas le code reçu (${ESSAIS - attendu.essais} essais restants).`);
      }
      await ctx.manager.delete(CodeSignature, cle(ctx));
      await this.record(ctx, situe, partie, {
        signeLe: this.horloge.aujourdhui(),
        mode: 'EN_LIGNE',
        pieceId: null,
        empreinte: situe.texte.empreinte,
      });
      return this.actes.read(ctx, acteId);
    });
  }

  /** The party, when the text waits for it. @throws EtatIncompatible, SaisieInvalide */
  private async expected(
    ctx: ContextePersonne,
    { acte, texte }: ActeSitue,
    partieId: string,
  ): Promise<PartieConvention> {
    if (acte.etat !== 'EN_SIGNATURE') throw new EtatIncompatible('Ce texte n’est pas en signature.');
    const partie = texte.contenu?.donnees.parties.find((p) => p.id === partieId);
    if (!partie) {
      throw new SaisieInvalide([
        { champ: 'partieId', code: 'liste', message: 'Partie\u00a0: elle n’est pas de ce texte.' },
      ]);
    }
    if (await ctx.manager.findOneBy(Signature, { acteId: acte.id, partieId })) {
      throw new EtatIncompatible(`${partie.nom} a déjà signé.`);
    }
    return partie;
  }

  /** @throws SaisieInvalide when the party has named somebody else, or nobody */
  private async verifyNamed(ctx: ContextePersonne, { acte }: ActeSitue, { id, nom }: PartieConvention): Promise<void> {
    const partie = await ctx.manager.findOneBy(Partie, { id, conventionId: acte.conventionId });
    if (partie?.signataireId === ctx.identite.utilisateurId) return;
    throw new SaisieInvalide([
      {
        champ: 'partieId',
        code: 'pouvoir',
        message: `Vous n’êtes pas la personne désignée pour signer au nom de ${nom}\u00a0: demandez à la délégation départementale de vous désigner.`,
      },
    ]);
  }

  private async record(
    ctx: ContextePersonne,
    { acte, ca }: ActeSitue,
    partie: PartieConvention,
    signature: Pick<Signature, 'signeLe' | 'mode' | 'pieceId' | 'empreinte'>,
  ): Promise<void> {
    await insertRows(ctx, Signature, [
      {
        ...signature,
        acteId: acte.id,
        partieId: partie.id,
        conventionId: acte.conventionId,
        cooperativeId: ca.id,
        departementCode: ca.departementCode,
        utilisateurId: ctx.identite.utilisateurId,
      },
    ]);
    const apres = await ctx.manager.findOneBy(Acte, { id: acte.id, conventionId: acte.conventionId });
    if (apres?.etat !== 'SIGNE') return;
    await this.notifications.notifier(ctx, {
      utilisateurIds: await listDestinataires(ctx, acte.conventionId, false),
      genre: 'TEXTE_SIGNE',
      titre: nomActe(acte.genre, acte.numero),
      detail: ca.intitule,
      lien: `/conventions/textes/${acte.id}`,
    });
  }

  private seal(acteId: string, partieId: string, code: string): string {
    return signer(this.config.secret, 'signature', `${acteId} ${partieId} ${code}`);
  }
}

const refusCode = (message: string): SaisieInvalide => new SaisieInvalide([{ champ: 'code', code: 'code', message }]);
