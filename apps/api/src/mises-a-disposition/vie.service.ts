import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  EtatIncompatible,
  insertRows,
  Introuvable,
  MiseADisposition,
  PartieMise,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import { miseADispositionDocx, miseADispositionPdf } from '@coopilote/documents';
import {
  approbationsManquantes,
  LIBELLES_ETATS_MISE,
  peutPasser,
  refusApprobation,
  type ApprobationSaisie,
  type MiseADispositionLue,
  type MiseFigee,
  type TransitionMise,
} from '@coopilote/domain/financement';
import { LIBELLES_FORMES, type FormeJuridique } from '@coopilote/domain/structures';
import { NotificationsService } from '../notifications/notification.service';
import { exiger } from '../platform/exiger';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { MiseADispositionAcces, refus, requireState } from './mise-acces.service';
import { listWriters, loadIdentities, type MiseEnBase } from './mise.queries';
import { MiseADispositionService } from './mise.service';
import { manquesAvantEnvoi } from './verification';

/** The life of a mise à disposition: sent to the boards, approved, signed, ended. */
@Injectable()
export class VieMiseService {
  constructor(
    private readonly mises: MiseADispositionService,
    private readonly acces: MiseADispositionAcces,
    private readonly notifications: NotificationsService,
    private readonly horloge: Horloge,
  ) {}

  /** @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide */
  async transition(ctx: ContextePersonne, id: string, demande: TransitionMise): Promise<MiseADispositionLue> {
    const { mise } = await this.acces.loadFor(ctx, id, 'miseADisposition.rediger');
    const { vers, version } = demande;
    if (!peutPasser(mise.etat, vers)) {
      throw new EtatIncompatible(
        `Une mise à disposition ${LIBELLES_ETATS_MISE[mise.etat]} ne devient pas «\u00a0${LIBELLES_ETATS_MISE[vers]}\u00a0».`,
      );
    }
    const changements = await this.changes(ctx, mise, demande);
    await modifierDepuis(
      version,
      mise.version,
      () => this.mises.read(ctx, id),
      async () => {
        await updateVersioned(ctx, MiseADisposition, { id, cooperativeId: mise.cooperativeId }, version, changements);
        if (vers === 'BROUILLON') await this.forgetApprovals(ctx, id);
      },
    );
    if (vers === 'A_APPROUVER') await this.tell(ctx, mise);
    return this.mises.read(ctx, id);
  }

  /** What one structure approves, and its signature: its own, or the delegation for it. @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide */
  async approve(
    ctx: ContextePersonne,
    id: string,
    structureId: string,
    { version, ...saisie }: ApprobationSaisie,
  ): Promise<MiseADispositionLue> {
    const { mise, ressource } = await this.acces.load(ctx, id);
    const partie = mise.parties.find((p) => p.structureId === structureId);
    if (!partie) throw new Introuvable('Cette structure');
    exiger(
      ctx,
      'miseADisposition.approuver',
      { ...ressource, structureId },
      'Chaque structure enregistre sa propre approbation.',
    );
    requireState(
      mise.etat,
      ['A_APPROUVER'],
      'Les approbations s’enregistrent entre l’envoi aux structures et la signature.',
    );
    const avenant = mise.genre === 'PERSONNEL' && partie.preteur;
    const voulue = {
      cseLe: saisie.cseLe ?? null,
      cseSansObjet: saisie.cseSansObjet ?? null,
      deliberationLe: saisie.deliberationLe ?? null,
      avenantLe: avenant ? (saisie.avenantLe ?? null) : null,
      signataire: saisie.signataire ?? null,
      signeLe: saisie.signeLe ?? null,
    };
    this.verifyApproval(mise, { ...partie, ...voulue });
    await modifierDepuis(
      version,
      partie.version,
      () => this.mises.read(ctx, id),
      () => updateVersioned(ctx, PartieMise, { miseId: id, structureId }, version, voulue),
    );
    return this.mises.read(ctx, id);
  }

  /** @throws Introuvable */
  async document(ctx: ContextePersonne, id: string, format: 'pdf' | 'docx'): Promise<{ nom: string; contenu: Buffer }> {
    const { mise } = await this.acces.load(ctx, id);
    const texte = mise.fige ?? (await this.gather(ctx, mise));
    const ecrire = format === 'pdf' ? miseADispositionPdf : miseADispositionDocx;
    const { etat, parties, finEffective } = mise;
    return {
      nom: `convention-de-mise-a-disposition-${mise.debut.slice(0, 4)}-${id.slice(0, 8)}.${format}`,
      contenu: await ecrire({ texte, etat, parties, finEffective }, { maintenant: this.horloge.maintenant() }),
    };
  }

  /** Those who write for the structures that benefit: their boards are to approve what was sent. */
  private async tell(ctx: ContextePersonne, { id, cooperativeId, intitule, structure, parties }: MiseEnBase) {
    const beneficiaires = parties.filter(({ preteur }) => !preteur).map(({ structureId }) => structureId);
    await this.notifications.notifier(ctx, {
      utilisateurIds: await listWriters(ctx, cooperativeId, beneficiaires),
      genre: 'MISE_A_APPROUVER',
      titre: `À approuver\u00a0: ${intitule}`,
      detail: `Mise à disposition par ${structure}`,
      lien: `/cooperatives/${cooperativeId}/financement/mises-a-disposition/${id}`,
    });
  }

  private async changes(
    ctx: ContextePersonne,
    mise: MiseEnBase,
    { vers, le = null, motif = null }: TransitionMise,
  ): Promise<Partial<MiseADisposition>> {
    if (vers === 'BROUILLON') return { etat: vers, fige: null, empreinte: null };
    if (vers === 'A_APPROUVER') {
      const manques = manquesAvantEnvoi(mise);
      if (manques.length) throw new EtatIncompatible(`Avant l’envoi aux structures, il manque ${manques.join(', ')}.`);
      const fige = await this.gather(ctx, mise);
      return { etat: vers, fige, empreinte: createHash('sha256').update(JSON.stringify(fige)).digest('hex') };
    }
    if (!le) throw refus('le', 'requis', 'Date de fin\u00a0: à remplir.');
    if (le < mise.debut || le > mise.fin) {
      throw refus(
        'le',
        'bornes',
        'Date de fin\u00a0: elle se place entre le début et la fin prévus par la convention.',
      );
    }
    if (vers === 'TERMINEE' && le > this.horloge.aujourdhui()) {
      throw refus(
        'le',
        'avenir',
        'Date de fin\u00a0: elle est à venir. Pour l’arrêter plus tôt que prévu, résiliez-la.',
      );
    }
    if (vers === 'RESILIEE' && !motif) throw refus('motif', 'requis', 'Motif\u00a0: dites pourquoi elle est résiliée.');
    if (mise.periodes.some(({ fin }) => fin > le)) {
      throw refus('le', 'periode', 'Date de fin\u00a0: une période déjà répartie va au-delà. Supprimez-la d’abord.');
    }
    return { etat: vers, finEffective: le, motifFin: motif };
  }

  private verifyApproval(mise: MiseEnBase, voulue: MiseEnBase['parties'][number]): void {
    const aujourdhui = this.horloge.aujourdhui();
    const refusee = refusApprobation(voulue, aujourdhui);
    if (refusee) throw refus(refusee.champ, 'approbation', refusee.message);
    const parties = mise.parties.map((p) => (p.structureId === voulue.structureId ? voulue : p));
    const manques = approbationsManquantes(mise.genre, parties);
    if (manques.length && parties.some(({ signeLe }) => signeLe)) {
      throw refus(
        'signeLe',
        'approbations',
        `Date de signature\u00a0: avant toute signature, il manque\u00a0: ${manques.join('\u00a0; ')}.`,
      );
    }
    if (!voulue.signeLe) return;
    if (voulue.signeLe > aujourdhui) throw refus('signeLe', 'avenir', 'Date de signature\u00a0: elle est à venir.');
    if (voulue.signeLe < (voulue.deliberationLe ?? '')) {
      throw refus('signeLe', 'ordre', 'Date de signature\u00a0: elle vient avant la délibération qui l’autorise.');
    }
  }

  /** What was approved is no longer what will be: each board is asked again. */
  private async forgetApprovals(ctx: ContextePersonne, miseId: string): Promise<void> {
    const parties = await ctx.manager.findBy(PartieMise, { miseId });
    await ctx.manager.delete(PartieMise, { miseId });
    const vide = {
      cseLe: null,
      cseSansObjet: null,
      deliberationLe: null,
      avenantLe: null,
      signataire: null,
      signeLe: null,
    };
    await insertRows(
      ctx,
      PartieMise,
      parties.map((partie) => ({ ...partie, ...vide, version: 1 })),
    );
  }

  /** All that the document says. @throws Introuvable */
  private async gather(ctx: ContextePersonne, mise: MiseEnBase): Promise<MiseFigee> {
    const lu = await loadIdentities(ctx, mise.id);
    if (!lu) throw new Introuvable('Cette mise à disposition');
    return {
      ...lu,
      structures: lu.structures.map((s) => ({
        ...s,
        formeJuridique: LIBELLES_FORMES[s.formeJuridique as FormeJuridique],
      })),
      ...{ genre: mise.genre, intitule: mise.intitule, contexte: mise.contexte, action: mise.action },
      ...{ fonction: mise.fonction, quotite: mise.quotite, moyens: mise.moyens, porteurContrat: mise.porteurContrat },
      ...{ debut: mise.debut, fin: mise.fin, tva: mise.tva, tauxTva: mise.tauxTva, motifSansTva: mise.motifSansTva },
      obligationsPreteur: mise.obligationsPreteur,
      obligationsBeneficiaires: mise.obligationsBeneficiaires,
      couts: mise.couts
        .filter(({ prevu }) => prevu > 0)
        .map(({ annee, poste, libelle, prevu }) => ({ annee, poste, libelle, prevu })),
      remplace: mise.remplace?.intitule ?? null,
    };
  }
}
