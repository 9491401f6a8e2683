import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  CompteRenduVersion,
  EtatIncompatible,
  insertRows,
  Introuvable,
  Reunion,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import { ecrireTexteRiche, lireTexteRiche } from '@coopilote/domain/commun';
import { peut } from '@coopilote/domain/droits';
import {
  brouillonCompteRendu,
  copieDite,
  destinatairesDe,
  LIBELLES_ETATS_COMPTE_RENDU,
  momentDit,
  type CompteRenduLu,
  type ContenuSaisi,
  type CorrectionDemandee,
  type MinuteFigee,
  type TransitionCompteRendu,
} from '@coopilote/domain/gouvernance';
import { EnvoisService } from '../notifications/envoi.service';
import { composer } from '../notifications/lettre';
import { CONFIG, type Config } from '../platform/config';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { ChangementService } from './changement.service';
import { listApprobations, listVersions, replaceFormer } from './compte-rendu.queries';
import { GouvernanceAcces, type ReunionSituee } from './gouvernance-acces.service';
import { MinuteService } from './minute.service';
import { hasValidatedMinutes, listParticipants, listPoints } from './reunion.queries';
import { champ } from './refus';
import { listNotes } from './seance.queries';

/** Minutes of a meeting: drafted at its closing, validated and sent, corrected by a new version, approved at a later meeting. */
@Injectable()
export class CompteRenduService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly acces: GouvernanceAcces,
    private readonly minutes: MinuteService,
    private readonly changements: ChangementService,
    private readonly envois: EnvoisService,
    private readonly horloge: Horloge,
  ) {}

  /** A version of the minutes, the newest that the caller sees unless told. @throws Introuvable */
  async read(ctx: ContextePersonne, reunionId: string, numero: number | null = null): Promise<CompteRenduLu> {
    const situee = await this.acces.load(ctx, reunionId, 'reunion.lire');
    const { reunion, ca, ressource } = situee;
    const versions = await listVersions(ctx, reunionId);
    const demandee = versions.find((v) => v.numero === numero) ?? (numero === null ? versions[0] : undefined);
    if (!demandee) throw new Introuvable('Ce compte-rendu');
    const version = await this.load(ctx, reunionId, demandee.numero);
    const anime = peut(ctx.identite, 'reunion.animer', ressource);
    const derniere = versions[0]?.numero === version.numero;
    const actes: CompteRenduLu['actes'] =
      !anime || !derniere
        ? []
        : version.etat === 'PROJET'
          ? ['VALIDE']
          : version.etat === 'VALIDE'
            ? ['APPROUVE', 'CORRIGER']
            : ['CORRIGER'];
    return {
      ...demandee,
      id: version.id,
      reunionId,
      contenu: version.contenu,
      minute: version.fige ?? (await this.minutes.gather(ctx, situee)),
      versions,
      approbations: actes.includes('APPROUVE') ? await listApprobations(ctx, ca.id, reunion.debut) : [],
      modifiable: actes.includes('VALIDE'),
      actes,
      version: version.version,
    };
  }

  /** @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible once validated */
  async update(ctx: ContextePersonne, reunionId: string, saisie: ContenuSaisi): Promise<CompteRenduLu> {
    await this.acces.load(ctx, reunionId, 'reunion.animer');
    const projet = await this.loadDraft(ctx, reunionId);
    const textes = new Map(saisie.points.map((p) => [p.pointId, p.texte]));
    const { contenu } = projet;
    await modifierDepuis(
      saisie.version,
      projet.version,
      () => this.read(ctx, reunionId),
      () =>
        updateVersioned(ctx, CompteRenduVersion, { id: projet.id, reunionId }, saisie.version, {
          contenu: {
            introduction: sur(saisie.introduction),
            points: contenu.points.map((p) =>
              textes.has(p.pointId) ? { ...p, texte: sur(textes.get(p.pointId)) } : p,
            ),
            conclusion: sur(saisie.conclusion),
          },
        }),
    );
    return this.read(ctx, reunionId);
  }

  /** Validates and sends, or approves. @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide */
  async transition(ctx: ContextePersonne, reunionId: string, demande: TransitionCompteRendu): Promise<CompteRenduLu> {
    const situee = await this.acces.load(ctx, reunionId, 'reunion.animer');
    const { numero } = await this.read(ctx, reunionId);
    const derniere = await this.load(ctx, reunionId, numero);
    await modifierDepuis(
      demande.version,
      derniere.version,
      () => this.read(ctx, reunionId),
      () =>
        demande.vers === 'VALIDE'
          ? this.validate(ctx, situee, derniere, demande.envoyer ?? false)
          : this.approve(ctx, situee, derniere, demande.reunionId ?? null),
    );
    return this.read(ctx, reunionId);
  }

  /** A new draft, from what was validated, with the reason that its readers will see. @throws Introuvable, Interdit, EtatIncompatible */
  async correct(ctx: ContextePersonne, reunionId: string, { motif }: CorrectionDemandee): Promise<CompteRenduLu> {
    await this.acces.load(ctx, reunionId, 'reunion.animer');
    const { numero } = await this.read(ctx, reunionId);
    const derniere = await this.load(ctx, reunionId, numero);
    if (derniere.etat === 'PROJET') throw new EtatIncompatible('Un projet est déjà ouvert\u00a0: corrigez-le.');
    const { cooperativeId, departementCode, contenu } = derniere;
    await insertRows(ctx, CompteRenduVersion, [
      {
        id: randomUUID(),
        reunionId,
        cooperativeId,
        departementCode,
        numero: numero + 1,
        contenu,
        motifCorrection: motif,
      },
    ]);
    return this.read(ctx, reunionId);
  }

  /** The file of a version. @throws Introuvable */
  async document(
    ctx: ContextePersonne,
    reunionId: string,
    numero: number,
    format: 'pdf' | 'docx',
  ): Promise<{ nom: string; contenu: Buffer }> {
    const lu = await this.read(ctx, reunionId, numero);
    const { reunion } = await this.acces.load(ctx, reunionId, 'reunion.lire');
    return {
      nom: nomDeFichier(lu.minute, numero, format),
      contenu: await this.minutes.write(format, lu, lu.minute, reunion.demonstration),
    };
  }

  /** Drafts the minutes of a meeting that closes; what was written in a former draft stays. */
  async draft(ctx: ContextePersonne, { reunion }: ReunionSituee): Promise<void> {
    const points = await listPoints(ctx, reunion.id);
    const notes = await listNotes(ctx, reunion.id);
    const projet = await ctx.manager.findOneBy(CompteRenduVersion, { reunionId: reunion.id, etat: 'PROJET' });
    const contenu = brouillonCompteRendu(points, notes, projet?.contenu ?? null);
    if (projet) {
      const ou = { id: projet.id, reunionId: reunion.id };
      await updateVersioned(ctx, CompteRenduVersion, ou, projet.version, { contenu });
      return;
    }
    const { cooperativeId, departementCode } = reunion;
    await insertRows(ctx, CompteRenduVersion, [
      { id: randomUUID(), reunionId: reunion.id, cooperativeId, departementCode, numero: 1, contenu },
    ]);
  }

  /** @throws EtatIncompatible when minutes were validated: the séance is then over. */
  async verifyNotValidated(ctx: ContextePersonne, reunion: Reunion): Promise<void> {
    if (await hasValidatedMinutes(ctx, reunion.id)) {
      throw new EtatIncompatible('Le compte-rendu est validé\u00a0: corrigez-le par une nouvelle version.');
    }
  }

  private async validate(
    ctx: ContextePersonne,
    situee: ReunionSituee,
    projet: CompteRenduVersion,
    envoyer: boolean,
  ): Promise<void> {
    requireState(projet, 'PROJET');
    const fige = await this.minutes.gather(ctx, situee);
    const maintenant = this.horloge.maintenant();
    const ou = { id: projet.id, reunionId: projet.reunionId };
    await updateVersioned(ctx, CompteRenduVersion, ou, projet.version, {
      etat: 'VALIDE',
      fige,
      empreinte: createHash('sha256')
        .update(JSON.stringify({ contenu: projet.contenu, fige }))
        .digest('hex'),
      valideLe: maintenant,
      validePar: ctx.identite.utilisateurId,
      envoyeLe: envoyer ? maintenant : null,
    });
    await replaceFormer(ctx, projet.reunionId, projet.numero);
    if (envoyer) await this.send(ctx, situee, { ...projet, etat: 'VALIDE' }, fige);
  }

  private async approve(
    ctx: ContextePersonne,
    { reunion, ca }: ReunionSituee,
    valide: CompteRenduVersion,
    approuveEn: string | null,
  ): Promise<void> {
    requireState(valide, 'VALIDE');
    const en = approuveEn && (await ctx.manager.findOneBy(Reunion, { id: approuveEn, cooperativeId: ca.id }));
    if (!en || !en.debut || !reunion.debut || en.debut <= reunion.debut) {
      throw champ('reunionId', 'liste', 'Approuvé lors de\u00a0: choisir une réunion plus récente de la coopérative.');
    }
    await updateVersioned(ctx, CompteRenduVersion, { id: valide.id, reunionId: reunion.id }, valide.version, {
      etat: 'APPROUVE',
      approuveLe: this.horloge.maintenant(),
      approuveEn: en.id,
    });
    await this.changements.applyAll(ctx, ca, reunion);
  }

  /** The minutes go to everybody who was called, their suppléants in copy, with their file. */
  private async send(
    ctx: ContextePersonne,
    { reunion, ca }: ReunionSituee,
    version: CompteRenduVersion,
    minute: MinuteFigee,
  ): Promise<void> {
    const contenu = await this.minutes.write('pdf', version, minute, reunion.demonstration);
    const pieces = [{ nom: nomDeFichier(minute, version.numero, 'pdf'), type: 'application/pdf', contenu }];
    const destinataires = destinatairesDe(await listParticipants(ctx, reunion.id));
    const { decisions, taches } = minute;
    const phrase = version.motifCorrection
      ? `Le compte-rendu de «\u00a0${minute.titre}\u00a0» est corrigé (version ${version.numero})\u00a0: ${version.motifCorrection}`
      : `Voici le compte-rendu de «\u00a0${minute.titre}\u00a0», ${momentDit(new Date(minute.debut), new Date(minute.fin), minute.fuseau)}.`;
    const listes = [
      { titre: 'Décisions', elements: decisions.map((d) => ({ titre: d.texte, detail: `${d.numero}, ${d.mode}` })) },
      {
        titre: 'À faire',
        elements: taches.map((t) => ({
          titre: t.quoi,
          detail: t.echeance ? `${t.qui}, pour le ${t.echeance.split('-').reverse().join('/')}` : t.qui,
        })),
      },
    ].filter((l) => l.elements.length);
    await this.envois.deposerTous(
      ctx,
      destinataires.map((d) => ({
        destinataire: d.courriel,
        regionCode: ca.regionCode,
        ...composer({
          objet: `Compte-rendu\u00a0: ${minute.titre}`,
          prenom: d.nom,
          paragraphes: [copieDite(d), phrase].filter((p) => p !== null),
          listes,
          bouton: {
            libelle: 'Lire le compte-rendu',
            url: `${this.config.urlPublique}/reunions/${reunion.id}/compte-rendu`,
          },
          pourquoi: `Vous recevez ce message parce que vous étiez convié à cette réunion de la coopérative d’acteurs «\u00a0${ca.intitule}\u00a0».`,
        }),
        pieces,
      })),
    );
  }

  private async load(ctx: ContextePersonne, reunionId: string, numero: number): Promise<CompteRenduVersion> {
    const version = await ctx.manager.findOneBy(CompteRenduVersion, { reunionId, numero });
    if (!version) throw new Introuvable('Ce compte-rendu');
    return version;
  }

  private async loadDraft(ctx: ContextePersonne, reunionId: string): Promise<CompteRenduVersion> {
    const projet = await ctx.manager.findOneBy(CompteRenduVersion, { reunionId, etat: 'PROJET' });
    if (projet) return projet;
    throw new EtatIncompatible('Le compte-rendu est validé\u00a0: corrigez-le par une nouvelle version.');
  }
}

function requireState(version: CompteRenduVersion, etat: CompteRenduVersion['etat']): void {
  if (version.etat === etat) return;
  throw new EtatIncompatible(`Le compte-rendu est déjà ${LIBELLES_ETATS_COMPTE_RENDU[version.etat]}.`);
}

/** Rich text made anew: only what the model knows goes through. */
const sur = (html: string | null | undefined): string => ecrireTexteRiche(lireTexteRiche(html ?? ''));

function nomDeFichier(minute: MinuteFigee, numero: number, format: string): string {
  const titre = minute.titre
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\w]+/g, '-')
    .replace(/^-|-$/g, '');
  return `compte-rendu-${titre.toLowerCase().slice(0, 60)}-${minute.debut.slice(0, 10)}-v${numero}.${format}`;
}
