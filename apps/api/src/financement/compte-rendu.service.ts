import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  CompteRenduFinancier,
  CompteRenduFinancierRetour,
  CompteRenduFinancierVersion,
  EtatIncompatible,
  FicheAction,
  insertRows,
  Introuvable,
  SaisieInvalide,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import { compteRenduFinancierPdf, compteRenduFinancierXlsx } from '@coopilote/documents';
import { operationsSur, peut, type Operation, type Ressource } from '@coopilote/domain/droits';
import {
  avertissementsCompteRendu,
  lignesInitiales,
  type CompteRenduFinancierCree,
  type CompteRenduFinancierLu,
  type CompteRenduFinancierModifie,
  type CompteRenduFinancierResume,
  type TransitionCompteRenduFinancier,
  type VersionCompteRenduFinancier,
} from '@coopilote/domain/financement';
import { CooperativeAcces, ressourceDe } from '../cooperatives/cooperative-acces.service';
import { exiger } from '../platform/exiger';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import {
  listComptesRendus,
  listCompteRenduVersions,
  listReceived,
  sumBeneficiaries,
  type CompteRenduEnBase,
} from './compte-rendu.queries';

/** The « compte rendu financier » of an action: the structure writes it, the delegation receives it (Cerfa nº 15059; R15). */
@Injectable()
export class CompteRenduFinancierService {
  constructor(
    private readonly acces: CooperativeAcces,
    private readonly horloge: Horloge,
  ) {}

  async list(ctx: ContextePersonne, cooperativeId: string, annee: number): Promise<CompteRenduFinancierResume[]> {
    const lignes = await listComptesRendus(ctx, { cooperativeId, annee });
    return lignes.map(({ id, structureId, structure, ficheActionId, action, etat, transmisLe }) => ({
      ...{ id, structureId, structure, ficheActionId, action, etat, transmisLe },
    }));
  }

  /** @throws Introuvable, Interdit */
  async read(ctx: ContextePersonne, id: string): Promise<CompteRenduFinancierLu> {
    const { lu, ressource } = await this.load(ctx, id);
    const { cooperative: _, demonstration: __, departementCode: ___, ...compteRendu } = lu;
    return {
      ...compteRendu,
      avertissements: avertissementsCompteRendu(lu.contenu),
      operations: operationsSur(ctx.identite, ressource),
    };
  }

  /**
   * Begins the compte rendu of an action, filled with what is known: engagements, payments, reports.
   * @throws Introuvable, Interdit, EtatIncompatible
   */
  async create(ctx: ContextePersonne, saisie: CompteRenduFinancierCree): Promise<CompteRenduFinancierLu> {
    const { cooperativeId, structureId, annee, ficheActionId = null } = saisie;
    const ca = await this.acces.load(ctx, cooperativeId);
    exiger(ctx, 'compteRenduFinancier.remplir', { ...ressourceDe(ca), structureId });
    const recus = await listReceived(ctx, { cooperativeId, structureId, annee, ficheActionId });
    if (recus.length === 0) {
      throw new EtatIncompatible(
        'Aucun financement n’est engagé pour cette action et cette année\u00a0: rien n’est à rendre.',
      );
    }
    const fiche = ficheActionId && (await ctx.manager.findOneBy(FicheAction, { id: ficheActionId, cooperativeId }));
    const id = randomUUID();
    await insertRows(ctx, CompteRenduFinancier, [
      {
        ...{ id, cooperativeId, departementCode: ca.departementCode, structureId, annee, ficheActionId },
        contenu: {
          lignes: lignesInitiales(recus),
          repartition: null,
          ecarts: null,
          miseEnOeuvre: fiche ? fiche.contenu : null,
          beneficiaires: fiche ? await sumBeneficiaries(ctx, fiche.id, annee) : null,
          lieux: fiche ? fiche.lieux : null,
          objectifs: fiche ? fiche.objectifsPoursuivis : null,
        },
      },
    ]);
    return this.read(ctx, id);
  }

  /** @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible */
  async update(
    ctx: ContextePersonne,
    id: string,
    { version, ...contenu }: CompteRenduFinancierModifie,
  ): Promise<CompteRenduFinancierLu> {
    const { lu } = await this.loadFor(ctx, id, 'compteRenduFinancier.remplir');
    if (lu.etat === 'TRANSMIS')
      throw new EtatIncompatible('Ce compte rendu est transmis\u00a0: la délégation peut vous le renvoyer.');
    await modifierDepuis(
      version,
      lu.version,
      () => this.read(ctx, id),
      () =>
        updateVersioned(ctx, CompteRenduFinancier, { id, cooperativeId: lu.cooperativeId }, version, {
          contenu: { ...lu.contenu, ...contenu },
        }),
    );
    return this.read(ctx, id);
  }

  /** Sent by the structure; sent back, with a reason, by the delegation. @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide */
  async transition(
    ctx: ContextePersonne,
    id: string,
    { vers, motif, version }: TransitionCompteRenduFinancier,
  ): Promise<CompteRenduFinancierLu> {
    const envoi = vers === 'TRANSMIS';
    const { lu } = await this.loadFor(ctx, id, envoi ? 'compteRenduFinancier.remplir' : 'engagement.modifier');
    if ((lu.etat === 'TRANSMIS') === envoi) {
      throw new EtatIncompatible(envoi ? 'Ce compte rendu est déjà transmis.' : 'Ce compte rendu n’est pas transmis.');
    }
    if (!envoi && !motif) {
      const message = 'Motif du renvoi\u00a0: dites ce qui est à compléter.';
      throw new SaisieInvalide([{ champ: 'motif', code: 'requis', message }]);
    }
    await modifierDepuis(
      version,
      lu.version,
      () => this.read(ctx, id),
      () => (envoi ? this.send(ctx, lu) : this.sendBack(ctx, lu, motif ?? '')),
    );
    return this.read(ctx, id);
  }

  /** Every sending, last first (R15). @throws Introuvable, Interdit */
  async versions(ctx: ContextePersonne, id: string): Promise<VersionCompteRenduFinancier[]> {
    await this.load(ctx, id);
    return listCompteRenduVersions(ctx, id);
  }

  /** @throws Introuvable, Interdit */
  async document(ctx: ContextePersonne, id: string, format: 'pdf' | 'xlsx'): Promise<{ nom: string; contenu: Buffer }> {
    const { lu } = await this.load(ctx, id);
    const ecrire = format === 'pdf' ? compteRenduFinancierPdf : compteRenduFinancierXlsx;
    const { cooperative, structure, action, annee, transmisLe, demonstration, contenu } = lu;
    const donnees = { ...contenu, cooperative, structure, action, annee, transmisLe, demonstration };
    return {
      nom: `compte-rendu-financier-${annee}-${id.slice(0, 8)}.${format}`,
      contenu: await ecrire(donnees, { maintenant: this.horloge.maintenant() }),
    };
  }

  private async send(ctx: ContextePersonne, lu: CompteRenduEnBase): Promise<void> {
    const { id, cooperativeId, contenu, version } = lu;
    const envoi = {
      transmisLe: this.horloge.maintenant(),
      empreinte: createHash('sha256').update(JSON.stringify(contenu)).digest('hex'),
    };
    await updateVersioned(ctx, CompteRenduFinancier, { id, cooperativeId }, version, {
      ...envoi,
      ...{ etat: 'TRANSMIS', motif: null },
    });
    const numero = 1 + (await ctx.manager.countBy(CompteRenduFinancierVersion, { compteRenduId: id }));
    const transmisPar = ctx.identite.utilisateurId;
    await insertRows(ctx, CompteRenduFinancierVersion, [{ ...cles(lu), ...envoi, numero, contenu, transmisPar }]);
  }

  private async sendBack(ctx: ContextePersonne, lu: CompteRenduEnBase, motif: string): Promise<void> {
    const { id, cooperativeId, version } = lu;
    const numero = await ctx.manager.countBy(CompteRenduFinancierVersion, { compteRenduId: id });
    const retour = { par: ctx.identite.utilisateurId, le: this.horloge.maintenant() };
    await updateVersioned(ctx, CompteRenduFinancier, { id, cooperativeId }, version, { etat: 'A_COMPLETER', motif });
    await insertRows(ctx, CompteRenduFinancierRetour, [{ ...cles(lu), ...retour, numero, motif }]);
  }

  private async load(ctx: ContextePersonne, id: string): Promise<{ lu: CompteRenduEnBase; ressource: Ressource }> {
    const [lu] = await listComptesRendus(ctx, { id });
    if (!lu) throw new Introuvable('Ce compte rendu financier');
    const ressource = { ...ressourceDe(await this.acces.load(ctx, lu.cooperativeId)), structureId: lu.structureId };
    if (!peut(ctx.identite, 'engagement.lire', ressource)) throw new Introuvable('Ce compte rendu financier');
    return { lu, ressource };
  }

  private async loadFor(
    ctx: ContextePersonne,
    id: string,
    operation: Operation,
  ): Promise<{ lu: CompteRenduEnBase; ressource: Ressource }> {
    const situe = await this.load(ctx, id);
    exiger(ctx, operation, situe.ressource);
    return situe;
  }
}

function cles({ id, cooperativeId, departementCode, structureId }: CompteRenduEnBase) {
  return { compteRenduId: id, cooperativeId, departementCode, structureId };
}
