import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ErreurMetier, EtatIncompatible, type Contexte, type ContextePersonne } from '@coopilote/db';
import type { BilletPresence, CodePresence, CodePresenceLu, Emargement } from '@coopilote/domain/gouvernance';
import { CONFIG, type Config } from '../platform/config';
import { Horloge } from '../platform/horloge';
import { empreinte, nouveauJeton } from '../platform/jetons';
import { GouvernanceAcces } from './gouvernance-acces.service';
import { ouvrirPresence, signerPresence } from './liens.queries';

/** How long a code is shown; the one before it still opens, for whoever was scanning when it changed. */
const FENETRE_MS = 120_000;
const LONGUEUR = 22;

/**
 * Attendance by one's own phone: the room shows a code that changes every two minutes, each scan of it gives one
 * signature that serves once. The code needs no table: any process of the installation makes and knows it.
 */
@Injectable()
export class PresenceService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly acces: GouvernanceAcces,
    private readonly horloge: Horloge,
  ) {}

  /** Address that the QR code holds now. @throws Introuvable, Interdit, EtatIncompatible */
  async code(ctx: ContextePersonne, reunionId: string): Promise<CodePresenceLu> {
    const { reunion } = await this.acces.load(ctx, reunionId, 'reunion.animer');
    if (reunion.etat !== 'EN_SEANCE') throw new EtatIncompatible('L’émargement s’ouvre avec la séance.');
    const fenetre = this.fenetre();
    return {
      adresse: `${this.config.urlPublique}/presence/${reunionId}/${this.signer(reunionId, fenetre)}`,
      expireLe: new Date((fenetre + 1) * FENETRE_MS).toISOString(),
    };
  }

  /** A scan: one signature for one phone. @throws ErreurMetier CODE_PERIME */
  async open(ctx: Contexte, { reunionId, code }: CodePresence): Promise<BilletPresence> {
    const fenetre = this.fenetre();
    const bon = [fenetre, fenetre - 1].some((f) => egaux(code, this.signer(reunionId, f)));
    const billet = nouveauJeton();
    const ouverte = bon ? await ouvrirPresence(ctx, reunionId, empreinte(billet)) : null;
    if (!ouverte) throw perime();
    return { billet, ...ouverte };
  }

  /** @throws ErreurMetier CODE_PERIME */
  async sign(ctx: Contexte, billet: string, saisie: Emargement): Promise<{ nom: string }> {
    const nom = await signerPresence(ctx, empreinte(billet), saisie.participantId, saisie.suppleant ?? false);
    if (!nom) throw perime();
    return { nom };
  }

  private fenetre(): number {
    return Math.floor(this.horloge.maintenant().getTime() / FENETRE_MS);
  }

  private signer(reunionId: string, fenetre: number): string {
    return createHmac('sha256', this.config.secret)
      .update(`presence ${reunionId} ${fenetre}`)
      .digest('base64url')
      .slice(0, LONGUEUR);
  }
}

function perime(): ErreurMetier {
  return new ErreurMetier(
    'CODE_PERIME',
    404,
    'Ce code a déjà servi ou a changé\u00a0: scannez celui qui est affiché dans la salle.',
  );
}

function egaux(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
