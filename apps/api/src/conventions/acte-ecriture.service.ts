import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Acte,
  ActeLogo,
  ActeTexte,
  EtatIncompatible,
  insertRows,
  SaisieInvalide,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import { ecrireTexteRiche, lireTexteRiche } from '@coopilote/domain/commun';
import {
  differencesConvention,
  enRedaction,
  manquesConvention,
  nomActe,
  transitionsActe,
  type ActeModifie,
  type ArticleConvention,
  type AvenantCree,
  type ContenuConvention,
  type Difference,
  type GenreActe,
  type ManqueConvention,
  type TransitionActeDemandee,
} from '@coopilote/domain/conventions';
import { conventionPdf, type DocumentConvention } from '@coopilote/documents';
import { NotificationsService } from '../notifications/notification.service';
import { exiger } from '../platform/exiger';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { verifyArticles } from './articles';
import { ConventionAcces, type ActeSitue } from './convention-acces.service';
import { findSigne, listActes, listDestinataires } from './convention.queries';
import { ModeleService } from './modele.service';
import { TexteService } from './texte.service';

interface Lieu {
  conventionId: string;
  cooperativeId: string;
  departementCode: string;
}

/** Writing of a text: drafted, sent for reading, frozen, sent to be signed. */
@Injectable()
export class ActeEcriture {
  constructor(
    private readonly acces: ConventionAcces,
    private readonly textes: TexteService,
    private readonly modeles: ModeleService,
    private readonly notifications: NotificationsService,
    private readonly horloge: Horloge,
  ) {}

  /** A draft of a convention that is being made. */
  async open(
    ctx: ContextePersonne,
    lieu: Lieu,
    { genre, numero, dureeMois, objet }: { genre: GenreActe; numero: number; dureeMois: number; objet: string | null },
    articles: readonly ArticleConvention[],
  ): Promise<string> {
    const id = randomUUID();
    await insertRows(ctx, Acte, [{ id, ...lieu, genre, numero, dureeMois, objet }]);
    await insertRows(ctx, ActeTexte, [{ acteId: id, ...lieu, textes: [...articles] }]);
    return id;
  }

  /** R7: what modifies or renews a signed convention. @throws Introuvable, Interdit, EtatIncompatible */
  async amend(ctx: ContextePersonne, conventionId: string, saisie: AvenantCree): Promise<string> {
    const { ca } = await this.acces.load(ctx, conventionId, 'convention.rediger');
    const actes = await listActes(ctx, [conventionId]);
    const ouvert = actes.find((a) => a.etat !== 'SIGNE' && a.etat !== 'ABANDONNE');
    if (ouvert) throw new EtatIncompatible(`${ouvert.nom} est déjà en cours\u00a0: terminez-le, ou abandonnez-le.`);
    const signe = await this.textes.signed(ctx, conventionId);
    if (!signe?.contenu)
      throw new EtatIncompatible('Un avenant modifie une convention signée\u00a0: modifiez le projet.');
    const numero = Math.max(...actes.filter((a) => a.etat === 'SIGNE').map((a) => a.numero)) + 1;
    const { objet, genre } = saisie;
    const dureeMois = genre === 'RENOUVELLEMENT' ? (saisie.dureeMois ?? 12) : signe.contenu.donnees.dureeMois;
    const lieu = { conventionId, cooperativeId: ca.id, departementCode: ca.departementCode };
    return this.open(ctx, lieu, { genre, numero, dureeMois, objet }, signe.textes);
  }

  /** @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide (a template's mistake, with its place) */
  async update(ctx: ContextePersonne, id: string, saisie: ActeModifie, lire: () => Promise<unknown>): Promise<void> {
    const { acte, texte, ca } = await this.acces.loadActe(ctx, id, 'convention.rediger');
    if (!enRedaction(acte.etat)) throw new EtatIncompatible('Ce texte est figé\u00a0: il ne se réécrit plus.');
    const modele = new Map((await this.modeles.current(ctx, ca.regionCode)).articles.map((a) => [a.cle, a.texte]));
    const changes = new Map((saisie.textes ?? []).map((t) => [t.cle, t.texte ?? modele.get(t.cle) ?? '']));
    const articles = texte.textes.map((a) => {
      const ecrit = changes.get(a.cle);
      return ecrit === undefined ? a : { ...a, texte: ecrireTexteRiche(lireTexteRiche(ecrit)) };
    });
    verifyArticles(articles);
    await modifierDepuis(saisie.version, acte.version, lire, async () => {
      await updateVersioned(ctx, Acte, { id, conventionId: acte.conventionId }, saisie.version, {
        ...(saisie.objet === undefined ? {} : { objet: saisie.objet }),
        ...(saisie.dureeMois && acte.genre !== 'AVENANT' ? { dureeMois: saisie.dureeMois } : {}),
      });
      await ctx.manager.update(
        ActeTexte,
        { acteId: id, conventionId: acte.conventionId },
        { textes: articles as never },
      );
    });
  }

  /** @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide */
  async transition(
    ctx: ContextePersonne,
    id: string,
    demande: TransitionActeDemandee,
    lire: () => Promise<unknown>,
  ): Promise<void> {
    const situe = await this.acces.loadActe(ctx, id, 'convention.rediger');
    const { acte, ressource } = situe;
    const transition = transitionsActe(acte.etat).find((t) => t.vers === demande.vers);
    if (!transition)
      throw new EtatIncompatible(
        `${nomActe(acte.genre, acte.numero)}\u00a0: cette étape n’est pas possible maintenant.`,
      );
    if (acte.etat === 'EN_SIGNATURE' || demande.vers === 'EN_SIGNATURE') exiger(ctx, 'convention.engager', ressource);
    if (transition.motifRequis && !demande.motif) {
      throw new SaisieInvalide([
        { champ: 'motif', code: 'requis', message: 'Motif\u00a0: dites pourquoi, les parties le liront.' },
      ]);
    }
    await modifierDepuis(demande.version, acte.version, lire, async () => {
      const changements: Partial<Acte> = { etat: demande.vers, motif: demande.motif ?? null };
      if (demande.vers === 'PRET') {
        await this.freeze(ctx, situe);
        Object.assign(changements, { figeLe: this.horloge.maintenant(), figePar: ctx.identite.utilisateurId });
      } else if (acte.etat === 'PRET' && demande.vers === 'RELECTURE') {
        await this.thaw(ctx, acte);
        Object.assign(changements, { figeLe: null, figePar: null });
      }
      await updateVersioned(ctx, Acte, { id, conventionId: acte.conventionId }, demande.version, changements);
    });
    await this.tell(ctx, situe, demande.vers);
  }

  /** What a text says now, and against the text in force for one that modifies it. */
  async content(
    ctx: ContextePersonne,
    { acte, texte }: Pick<ActeSitue, 'acte' | 'texte'>,
  ): Promise<{ contenu: ContenuConvention; differences: Difference[] }> {
    if (texte.contenu) return { contenu: texte.contenu, differences: texte.differences ?? [] };
    const contenu = await this.textes.compose(ctx, texte, texte.textes, acte.dureeMois);
    const signe = acte.genre === 'INITIALE' ? undefined : await this.textes.signed(ctx, acte.conventionId);
    return { contenu, differences: signe?.contenu ? differencesConvention(signe.contenu, contenu) : [] };
  }

  /** What keeps a text from being frozen. */
  missing(
    { genre }: Acte,
    { contenu, differences }: { contenu: ContenuConvention; differences: Difference[] },
  ): ManqueConvention[] {
    const manques = manquesConvention(contenu.donnees);
    if (genre === 'AVENANT' && differences.length === 0) {
      manques.push({
        message: 'Rien ne change par rapport au texte signé\u00a0: modifiez le programme, les parties ou un article.',
        lieu: 'TEXTE',
        actionId: null,
      });
    }
    return manques;
  }

  /** A text as its document says it, before its signatures. */
  async document(
    ctx: ContextePersonne,
    { acte, texte, convention, ca }: ActeSitue,
    { contenu, differences }: { contenu: ContenuConvention; differences: Difference[] },
    autre: Pick<DocumentConvention, 'signatures' | 'etat'>,
  ): Promise<DocumentConvention> {
    const initiale = acte.genre === 'INITIALE' ? null : ((await findSigne(ctx, acte.conventionId)) ?? null);
    const actes = initiale ? await listActes(ctx, [acte.conventionId]) : [];
    const images = await this.textes.images(ctx, await this.textes.logos(ctx, texte, contenu.donnees.parties));
    return {
      genre: acte.genre,
      numero: acte.numero,
      conventionNumero: convention.numero,
      cooperative: ca.intitule,
      contenu,
      objet: acte.objet,
      differences,
      logos: images.map(({ partieId, image }) => ({ partieId, contenu: image.octets })),
      conventionEffet: actes.find((a) => a.genre === 'INITIALE')?.effet ?? null,
      demonstration: convention.demonstration,
      ...autre,
    };
  }

  /** The data, the words, the exact file that will be signed, and its hash. */
  private async freeze(ctx: ContextePersonne, situe: ActeSitue): Promise<void> {
    const { acte, texte } = situe;
    const lu = await this.content(ctx, situe);
    const manques = this.missing(acte, lu);
    if (manques.length) {
      throw new SaisieInvalide(
        manques.map(({ message }) => ({ champ: 'manques', code: 'incomplet', message })),
        'Le texte n’est pas complet\u00a0: il ne peut pas encore être figé.',
      );
    }
    const document = await this.document(ctx, situe, lu, { etat: 'FIGE', signatures: [] });
    await this.keepLogos(ctx, situe, lu.contenu);
    const fichier = Buffer.from(await conventionPdf(document, { maintenant: this.horloge.maintenant() }));
    await ctx.manager.update(ActeTexte, { acteId: acte.id, conventionId: texte.conventionId }, {
      ...lu,
      fichier,
      empreinte: createHash('sha256').update(fichier).digest('hex'),
    } as never);
  }

  /** What the parties change of their image afterwards does not touch this text. */
  private async keepLogos(ctx: ContextePersonne, { acte, texte, ca }: ActeSitue, contenu: ContenuConvention) {
    const lieu = { acteId: acte.id, conventionId: acte.conventionId, cooperativeId: ca.id };
    const logos = await this.textes.logos(ctx, texte, contenu.donnees.parties);
    await insertRows(
      ctx,
      ActeLogo,
      logos.map(({ partieId, empreinte }) => ({ ...lieu, partieId, empreinte, departementCode: ca.departementCode })),
    );
  }

  private async thaw(ctx: ContextePersonne, { id, conventionId }: Acte): Promise<void> {
    await ctx.manager.delete(ActeLogo, { acteId: id, conventionId });
    const rien = { contenu: null, differences: null, fichier: null, empreinte: null };
    await ctx.manager.update(ActeTexte, { acteId: id, conventionId }, rien as never);
  }

  private async tell(ctx: ContextePersonne, { acte, ca }: ActeSitue, vers: Acte['etat']): Promise<void> {
    if (vers !== 'RELECTURE' && vers !== 'EN_SIGNATURE') return;
    const aSigner = vers === 'EN_SIGNATURE';
    await this.notifications.notifier(ctx, {
      utilisateurIds: await listDestinataires(ctx, acte.conventionId, aSigner),
      genre: aSigner ? 'TEXTE_A_SIGNER' : 'TEXTE_A_RELIRE',
      titre: nomActe(acte.genre, acte.numero),
      detail: ca.intitule,
      lien: `/conventions/textes/${acte.id}`,
    });
  }
}
