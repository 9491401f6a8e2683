import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  CoutMise,
  EtatIncompatible,
  insertRows,
  MiseADisposition,
  PartieMise,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import { peut, perimetreDe } from '@coopilote/domain/droits';
import {
  approbationsManquantes,
  etatAppel,
  type MiseADispositionCreee,
  type MiseADispositionLue,
  type MiseADispositionModifiee,
  type MiseADispositionSaisie,
  type MisesLues,
} from '@coopilote/domain/financement';
import { CooperativeAcces, ressourceDe } from '../cooperatives/cooperative-acces.service';
import { exiger } from '../platform/exiger';
import { modifierDepuis } from '../platform/version';
import { MiseADispositionAcces, requireState, type MiseSituee } from './mise-acces.service';
import { listLenders, listMises, type MiseEnBase } from './mise.queries';
import { manquesAvantEnvoi, verifierSaisie } from './verification';

const FIGEE =
  'Cette mise à disposition est envoyée aux structures\u00a0: son texte ne change plus. Reprenez-la en brouillon, ou remplacez-la si elle est signée.';
type Lieu = Pick<MiseEnBase, 'id' | 'cooperativeId' | 'structureId'> & { departementCode: string };

/** Reading and drafting mises à disposition. */
@Injectable()
export class MiseADispositionService {
  constructor(
    private readonly acces: MiseADispositionAcces,
    private readonly cooperatives: CooperativeAcces,
  ) {}

  async list(ctx: ContextePersonne, cooperative: string | null): Promise<MisesLues> {
    const lues = await listMises(ctx, cooperative);
    const mises = lues.map(({ parties, ...mise }) => ({
      ...mise,
      manques: mise.etat === 'A_APPROUVER' ? approbationsManquantes(mise.genre, parties).length : 0,
    }));
    return { mises, preteurs: cooperative ? await this.lenders(ctx, cooperative) : [] };
  }

  /** @throws Introuvable */
  async read(ctx: ContextePersonne, id: string): Promise<MiseADispositionLue> {
    return this.present(ctx, await this.acces.load(ctx, id));
  }

  /** @throws Introuvable, Interdit, SaisieInvalide */
  async create(ctx: ContextePersonne, saisie: MiseADispositionCreee): Promise<MiseADispositionLue> {
    const { cooperativeId, structureId } = saisie;
    const ca = await this.cooperatives.load(ctx, cooperativeId);
    exiger(ctx, 'miseADisposition.rediger', { ...ressourceDe(ca), structureId });
    await verifierSaisie(ctx, cooperativeId, structureId, saisie);
    const lieu = { id: randomUUID(), cooperativeId, structureId, departementCode: ca.departementCode };
    await insertRows(ctx, MiseADisposition, [{ ...lieu, ...colonnes(saisie) }]);
    await this.writeParts(ctx, lieu, saisie);
    return this.read(ctx, lieu.id);
  }

  /** @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide */
  async update(ctx: ContextePersonne, id: string, saisie: MiseADispositionModifiee): Promise<MiseADispositionLue> {
    const { mise, ca } = await this.acces.loadFor(ctx, id, 'miseADisposition.rediger');
    requireState(mise.etat, ['BROUILLON'], FIGEE);
    const { cooperativeId, structureId } = mise;
    await modifierDepuis(
      saisie.version,
      mise.version,
      () => this.read(ctx, id),
      async () => {
        await verifierSaisie(ctx, cooperativeId, structureId, saisie);
        await updateVersioned(ctx, MiseADisposition, { id, cooperativeId }, saisie.version, colonnes(saisie));
        await ctx.manager.delete(PartieMise, { miseId: id });
        await ctx.manager.delete(CoutMise, { miseId: id });
        await this.writeParts(ctx, { id, cooperativeId, structureId, departementCode: ca.departementCode }, saisie);
      },
    );
    return this.read(ctx, id);
  }

  /** @throws Introuvable, Interdit, EtatIncompatible */
  async delete(ctx: ContextePersonne, id: string): Promise<void> {
    const { mise } = await this.acces.loadFor(ctx, id, 'miseADisposition.rediger');
    requireState(mise.etat, ['BROUILLON'], 'Seul un brouillon se supprime.');
    await ctx.manager.delete(PartieMise, { miseId: id });
    await ctx.manager.delete(CoutMise, { miseId: id });
    await ctx.manager.delete(MiseADisposition, { id, cooperativeId: mise.cooperativeId });
  }

  /** Begins the one that will take its place: a draft that says the same, to be changed. @throws Introuvable, Interdit, EtatIncompatible */
  async replace(ctx: ContextePersonne, id: string): Promise<MiseADispositionLue> {
    const { mise, ca } = await this.acces.loadFor(ctx, id, 'miseADisposition.rediger');
    requireState(mise.etat, ['SIGNEE'], 'Seule une mise à disposition signée se remplace.');
    if (mise.remplacee) {
      throw new EtatIncompatible(`«\u00a0${mise.remplacee.intitule}\u00a0» est déjà prête à la remplacer.`);
    }
    const { cooperativeId, structureId } = mise;
    const lieu = { id: randomUUID(), cooperativeId, structureId, departementCode: ca.departementCode };
    await insertRows(ctx, MiseADisposition, [{ ...lieu, ...colonnes(mise), remplaceId: id }]);
    await this.writeParts(ctx, lieu, {
      clePreteur: mise.parties.find(({ preteur }) => preteur)?.cle ?? 0,
      beneficiaires: mise.parties.filter(({ preteur }) => !preteur),
      couts: mise.couts.filter(({ prevu }) => prevu > 0),
    });
    return this.read(ctx, lieu.id);
  }

  /** Structures for which the reader may begin one. */
  private async lenders(ctx: ContextePersonne, cooperativeId: string): Promise<MisesLues['preteurs']> {
    const ressource = ressourceDe(await this.cooperatives.load(ctx, cooperativeId));
    if (peut(ctx.identite, 'miseADisposition.rediger', ressource)) return listLenders(ctx, cooperativeId, null);
    const siennes = perimetreDe(ctx.identite, 'miseADisposition.rediger').structures.filter((structureId) =>
      peut(ctx.identite, 'miseADisposition.rediger', { ...ressource, structureId }),
    );
    return siennes.length ? listLenders(ctx, cooperativeId, siennes) : [];
  }

  private async writeParts(
    ctx: ContextePersonne,
    { id: miseId, cooperativeId, structureId, departementCode }: Lieu,
    { clePreteur, beneficiaires, couts }: Pick<MiseADispositionSaisie, 'clePreteur' | 'beneficiaires' | 'couts'>,
  ): Promise<void> {
    const lieu = { miseId, cooperativeId, departementCode };
    const parties = [{ structureId, cle: clePreteur }, ...beneficiaires];
    await insertRows(
      ctx,
      PartieMise,
      parties.map((p, rang) => ({ ...lieu, id: randomUUID(), structureId: p.structureId, cle: p.cle, rang })),
    );
    await insertRows(
      ctx,
      CoutMise,
      couts.map(({ annee, poste, libelle, prevu }, rang) => ({
        ...{ ...lieu, structureId, id: randomUUID(), rang, annee, poste, prevu },
        libelle: libelle ?? null,
      })),
    );
  }

  private present(ctx: ContextePersonne, { mise, ressource }: MiseSituee): MiseADispositionLue {
    const { fige: _, parties, periodes, ...lue } = mise;
    const signees = parties.map(({ signeLe }) => signeLe ?? '');
    return {
      ...lue,
      parties: parties.map((partie) => ({
        ...partie,
        approuvable: peut(ctx.identite, 'miseADisposition.approuver', {
          ...ressource,
          structureId: partie.structureId,
        }),
      })),
      periodes: periodes.map((periode) => ({
        ...periode,
        partPreteur: periode.cout - periode.appels.reduce((somme, { ht }) => somme + ht, 0),
        appels: periode.appels.map((appel) => ({ ...appel, etat: etatAppel(appel) })),
      })),
      manques:
        mise.etat === 'BROUILLON'
          ? manquesAvantEnvoi(mise)
          : mise.etat === 'A_APPROUVER'
            ? approbationsManquantes(mise.genre, parties)
            : [],
      signeeLe: signees.every(Boolean) ? (signees.sort().at(-1) ?? null) : null,
      redigeable: peut(ctx.identite, 'miseADisposition.rediger', ressource),
    };
  }
}

/** Only what its kind asks for is kept. */
function colonnes(
  s: Omit<MiseADispositionSaisie, 'clePreteur' | 'beneficiaires' | 'couts'>,
): Partial<MiseADisposition> {
  const personnel = s.genre === 'PERSONNEL';
  return {
    ...{ genre: s.genre, intitule: s.intitule, debut: s.debut, fin: s.fin, tva: s.tva },
    contexte: s.contexte ?? null,
    ficheActionId: s.ficheActionId ?? null,
    fonction: personnel ? (s.fonction ?? null) : null,
    quotite: personnel ? (s.quotite ?? null) : null,
    moyens: personnel ? null : (s.moyens ?? null),
    porteurContratId: personnel ? null : (s.porteurContratId ?? null),
    tauxTva: s.tva ? (s.tauxTva ?? null) : null,
    motifSansTva: s.tva ? null : (s.motifSansTva ?? null),
    obligationsPreteur: s.obligationsPreteur ?? null,
    obligationsBeneficiaires: s.obligationsBeneficiaires ?? null,
  };
}
