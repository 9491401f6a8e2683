import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  EtatIncompatible,
  insertRows,
  Introuvable,
  RemarqueConvention,
  type ContextePersonne,
  type Logo,
} from '@coopilote/db';
import { conventionDocx, conventionPdf } from '@coopilote/documents';
import {
  enRedaction,
  nomActe,
  transitionsActe,
  type ActeLu,
  type ActeModifie,
  type AvenantCree,
  type RemarqueSaisie,
  type TransitionActeDemandee,
} from '@coopilote/domain/conventions';
import { peut } from '@coopilote/domain/droits';
import { Horloge } from '../platform/horloge';
import { ActeEcriture } from './acte-ecriture.service';
import { ConventionAcces } from './convention-acces.service';
import { findFichier, listActes, listRemarques, listSignatures } from './convention.queries';
import { listParties } from './donnees.queries';
import { ModeleService } from './modele.service';
import { TexteService } from './texte.service';

export type FormatActe = 'pdf' | 'docx' | 'copie';

/** A text that parties sign, for who reads it, writes it, comments on it. */
@Injectable()
export class ActeService {
  constructor(
    private readonly acces: ConventionAcces,
    private readonly ecriture: ActeEcriture,
    private readonly textes: TexteService,
    private readonly modeles: ModeleService,
    private readonly horloge: Horloge,
  ) {}

  /** @throws Introuvable */
  async read(ctx: ContextePersonne, id: string): Promise<ActeLu> {
    const situe = await this.acces.loadActe(ctx, id, 'convention.lire');
    const { acte, texte, ca, ressource } = situe;
    const resume = (await listActes(ctx, [acte.conventionId])).find((a) => a.id === id);
    if (!resume) throw new Introuvable('Ce texte');
    const { contenu, differences } = await this.ecriture.content(ctx, situe);
    const anime = peut(ctx.identite, 'convention.rediger', ressource);
    const engage = peut(ctx.identite, 'convention.engager', ressource);
    const rediger = anime && enRedaction(acte.etat);
    const modele = new Map((await this.modeles.current(ctx, ca.regionCode)).articles.map((a) => [a.cle, a.texte]));
    const recueil = await listSignatures(ctx, id);
    const signees = new Set(recueil.map((s) => s.partieId));
    const parties = await listParties(ctx, acte.conventionId, this.horloge.aujourdhui());
    return {
      ...resume,
      cooperativeId: ca.id,
      cooperative: ca.intitule,
      saisie: anime ? texte.textes : [],
      propres: texte.textes.filter((a) => a.texte !== modele.get(a.cle)).map((a) => a.cle),
      articles: contenu.articles,
      parties: contenu.donnees.parties,
      logos: await this.textes.logos(ctx, texte, contenu.donnees.parties),
      donnees: rediger ? contenu.donnees : null,
      differences,
      manques: rediger ? this.ecriture.missing(acte, { contenu, differences }) : [],
      remarques: await listRemarques(ctx, id),
      recueil,
      empreinte: texte.empreinte,
      transitions: anime
        ? transitionsActe(acte.etat)
            .filter((t) => engage || (acte.etat !== 'EN_SIGNATURE' && t.vers !== 'EN_SIGNATURE'))
            .map(({ de: _, ...t }) => t)
        : [],
      peut: {
        rediger,
        remarquer: acte.etat === 'RELECTURE' && peut(ctx.identite, 'convention.remarquer', ressource),
        deposer: engage && acte.etat === 'EN_SIGNATURE',
      },
      aSigner:
        acte.etat === 'EN_SIGNATURE'
          ? parties
              .filter((p) => p.signataireId === ctx.identite.utilisateurId && !signees.has(p.id))
              .filter((p) => contenu.donnees.parties.some(({ id: partie }) => partie === p.id))
              .map((p) => p.id)
          : [],
      version: acte.version,
    };
  }

  /** @throws Introuvable, Interdit, EtatIncompatible */
  async amend(ctx: ContextePersonne, conventionId: string, saisie: AvenantCree): Promise<ActeLu> {
    return this.read(ctx, await this.ecriture.amend(ctx, conventionId, saisie));
  }

  /** @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide */
  async update(ctx: ContextePersonne, id: string, saisie: ActeModifie): Promise<ActeLu> {
    await this.ecriture.update(ctx, id, saisie, () => this.read(ctx, id));
    return this.read(ctx, id);
  }

  /** @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide */
  async transition(ctx: ContextePersonne, id: string, demande: TransitionActeDemandee): Promise<ActeLu> {
    await this.ecriture.transition(ctx, id, demande, () => this.read(ctx, id));
    return this.read(ctx, id);
  }

  /** @throws Introuvable, Interdit, EtatIncompatible */
  async comment(ctx: ContextePersonne, id: string, saisie: RemarqueSaisie): Promise<ActeLu> {
    const { acte, ca } = await this.acces.loadActe(ctx, id, 'convention.remarquer');
    if (acte.etat !== 'RELECTURE')
      throw new EtatIncompatible('Ce texte n’est pas en relecture\u00a0: il ne reçoit plus de remarques.');
    await insertRows(ctx, RemarqueConvention, [
      {
        ...saisie,
        id: randomUUID(),
        acteId: id,
        conventionId: acte.conventionId,
        cooperativeId: ca.id,
        departementCode: ca.departementCode,
        utilisateurId: ctx.identite.utilisateurId,
        structureId:
          ctx.identite.attributions.find((a) => a.role === 'PARTENAIRE' && a.cooperatives.includes(ca.id))
            ?.structureId ?? null,
      },
    ]);
    return this.read(ctx, id);
  }

  /** @throws Introuvable, Interdit */
  async settle(ctx: ContextePersonne, id: string, remarqueId: string, traitee: boolean): Promise<ActeLu> {
    await this.acces.loadActe(ctx, id, 'convention.rediger');
    const { affected } = await ctx.manager.update(RemarqueConvention, { id: remarqueId, acteId: id }, { traitee });
    if (!affected) throw new Introuvable('Cette remarque');
    return this.read(ctx, id);
  }

  /** The image that stands for a party on this text. @throws Introuvable */
  async logo(ctx: ContextePersonne, id: string, partieId: string): Promise<Logo> {
    const situe = await this.acces.loadActe(ctx, id, 'convention.lire');
    const jour = this.horloge.aujourdhui();
    const parties = situe.texte.contenu?.donnees.parties ?? (await listParties(ctx, situe.acte.conventionId, jour));
    const siens = (await this.textes.logos(ctx, situe.texte, parties)).filter((l) => l.partieId === partieId);
    const [trouve] = await this.textes.images(ctx, siens);
    if (!trouve) throw new Introuvable('Ce logo');
    return trouve.image;
  }

  /**
   * The text as a file: the very one that is signed once it is frozen (`pdf`), the same content for a word processor
   * (`docx`), or with the signatures that it has (`copie`). @throws Introuvable
   */
  async document(ctx: ContextePersonne, id: string, format: FormatActe): Promise<{ nom: string; contenu: Buffer }> {
    const situe = await this.acces.loadActe(ctx, id, 'convention.lire');
    const { acte, convention, texte } = situe;
    const nom = nomDeFichier(nomActe(acte.genre, acte.numero), convention.numero, format);
    const fige = format === 'pdf' && texte.empreinte ? await findFichier(ctx, id) : undefined;
    if (fige) return { nom, contenu: fige.fichier };
    const signatures = format === 'copie' ? await listSignatures(ctx, id) : [];
    const document = await this.ecriture.document(ctx, situe, await this.ecriture.content(ctx, situe), {
      etat: acte.etat === 'SIGNE' ? 'SIGNE' : texte.contenu ? 'FIGE' : 'PROJET',
      signatures,
    });
    const edition = { maintenant: this.horloge.maintenant() };
    return { nom, contenu: Buffer.from(await (format === 'docx' ? conventionDocx : conventionPdf)(document, edition)) };
  }
}

function nomDeFichier(acte: string, convention: number, format: FormatActe): string {
  const base = `${acte} - convention ${convention}${format === 'copie' ? ' - copie avec signatures' : ''}`;
  const sobre = base
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return `${sobre}.${format === 'docx' ? 'docx' : 'pdf'}`;
}
