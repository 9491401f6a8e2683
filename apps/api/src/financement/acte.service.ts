import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  ActeFinancement,
  EtatIncompatible,
  insertRows,
  Introuvable,
  Piece,
  SaisieInvalide,
  updateVersioned,
  type ContextePersonne,
  type Cooperative,
} from '@coopilote/db';
import { acteFinancementDocx, acteFinancementPdf } from '@coopilote/documents';
import type { Operation, Perimetre } from '@coopilote/domain/droits';
import {
  codeDecision,
  decisionsAReprendre,
  formeRequise,
  LIBELLES_FORMES_ACTE,
  manquesDemande,
  type ActeCree,
  type ActeFige,
  type ActeLu,
  type ActeModifie,
  type FormeActe,
  type SignatureActe,
} from '@coopilote/domain/financement';
import { LIBELLES_FORMES, type FormeJuridique } from '@coopilote/domain/structures';
import { EcheanceService } from '../conventions/echeance.service';
import { CooperativeAcces, ressourceDe } from '../cooperatives/cooperative-acces.service';
import { exiger } from '../platform/exiger';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import {
  attach,
  listActes,
  listOutgrown,
  listSigned,
  loadDocument,
  lockActe,
  lockCovered,
  type ActeEnBase,
  type DecisionDepassee,
} from './acte.queries';
import { listNonMembers, sumSubventionsArs } from './financement.queries';

const OBJET = 'ACTE_FINANCEMENT';

/** Décisions d'attribution and conventions de financement (guide, fiche 4; R4, R5). */
@Injectable()
export class ActeService {
  constructor(
    private readonly echeances: EcheanceService,
    private readonly acces: CooperativeAcces,
    private readonly horloge: Horloge,
  ) {}

  /** Acts of a CA for a year, as far as the reader may see them. */
  async list(ctx: ContextePersonne, ca: Cooperative, annee: number): Promise<ActeLu[]> {
    return this.complete(ctx, ca, await listActes(ctx, { cooperativeId: ca.id, annee }));
  }

  /** @throws Introuvable, Interdit */
  async read(ctx: ContextePersonne, id: string): Promise<ActeLu> {
    const { ca } = await this.loadFor(ctx, id, 'engagement.lire');
    const [acte] = await this.complete(ctx, ca, await listActes(ctx, { id }));
    if (!acte) throw new Introuvable('Cet acte');
    return acte;
  }

  /** Begins the act of a structure for a year: one draft at a time. @throws Introuvable, Interdit, SaisieInvalide, EtatIncompatible */
  async create(ctx: ContextePersonne, saisie: ActeCree): Promise<ActeLu> {
    const { cooperativeId, structureId, annee } = saisie;
    const { departementCode } = await this.acces.loadFor(ctx, cooperativeId, 'engagement.modifier');
    if ((await listNonMembers(ctx, cooperativeId, [structureId], annee)).length) {
      const message = `Structure\u00a0: elle n’est pas membre de la coopérative en ${annee}.`;
      throw new SaisieInvalide([{ champ: 'structureId', code: 'membre', message }]);
    }
    if (await ctx.manager.existsBy(ActeFinancement, { cooperativeId, structureId, annee, etat: 'PROJET' })) {
      throw new EtatIncompatible(
        'Un projet d’acte existe déjà pour cette structure et cette année\u00a0: complétez-le.',
      );
    }
    const id = randomUUID();
    await insertRows(ctx, ActeFinancement, [{ ...saisie, id, departementCode }]);
    return this.read(ctx, id);
  }

  /** @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible */
  async update(ctx: ContextePersonne, id: string, { version, ...saisie }: ActeModifie): Promise<ActeLu> {
    const { acte } = await this.loadFor(ctx, id, 'engagement.modifier');
    requireDraft(acte);
    await modifierDepuis(
      version,
      acte.version,
      () => this.read(ctx, id),
      () => updateVersioned(ctx, ActeFinancement, { id, cooperativeId: acte.cooperativeId }, version, saisie),
    );
    return this.read(ctx, id);
  }

  /** @throws Introuvable, Interdit, EtatIncompatible */
  async delete(ctx: ContextePersonne, id: string): Promise<void> {
    const { acte } = await this.loadFor(ctx, id, 'engagement.modifier');
    requireDraft(acte);
    await ctx.manager.delete(Piece, { objet: OBJET, objetId: id });
    await ctx.manager.delete(ActeFinancement, { id, cooperativeId: acte.cooperativeId });
  }

  /**
   * Signs: the form of R4, what R5 asks, and the whole text are kept as they are; the engagements that the act carries no
   * longer change.
   * @throws Introuvable, Interdit, VersionPerimee, SaisieInvalide, EtatIncompatible
   */
  async sign(ctx: ContextePersonne, id: string, { signeLe, version }: SignatureActe): Promise<ActeLu> {
    const { acte, ca } = await this.loadFor(ctx, id, 'engagement.modifier');
    requireDraft(acte);
    if (signeLe > this.horloge.aujourdhui()) {
      const message = 'Date de signature\u00a0: elle est à venir. Enregistrez la signature une fois l’acte signé.';
      throw new SaisieInvalide([{ champ: 'signeLe', code: 'avenir', message }]);
    }
    await modifierDepuis(
      version,
      acte.version,
      () => this.read(ctx, id),
      async () => {
        await lockActe(ctx, id);
        const couverts = await lockCovered(ctx, acte);
        const { manques } = await this.read(ctx, id);
        if (couverts.length === 0) {
          throw new EtatIncompatible(
            'Aucune subvention de l’ARS n’attend d’acte\u00a0: ajoutez d’abord un engagement.',
          );
        }
        if (manques.length) throw new EtatIncompatible(`Avant la signature, il manque ${manques.join(' et ')} (R5).`);
        const fige = await this.gather(ctx, ca, { ...acte, signeLe });
        await updateVersioned(ctx, ActeFinancement, { id, cooperativeId: ca.id }, version, {
          ...{ etat: 'SIGNE', forme: fige.forme, signeLe, fige },
          empreinte: createHash('sha256').update(JSON.stringify(fige)).digest('hex'),
        });
        await attach(ctx, id, couverts);
      },
    );
    return this.read(ctx, id);
  }

  /** @throws Introuvable, Interdit, EtatIncompatible */
  async document(ctx: ContextePersonne, id: string, format: 'pdf' | 'docx'): Promise<{ nom: string; contenu: Buffer }> {
    const { acte, ca } = await this.loadFor(ctx, id, 'engagement.lire');
    const donnees = acte.fige ?? (await this.gather(ctx, ca, acte));
    const ecrire = format === 'pdf' ? acteFinancementPdf : acteFinancementDocx;
    const contenu = await ecrire(donnees, { maintenant: this.horloge.maintenant() });
    return { nom: `${nomDeFichier(donnees)}.${format}`, contenu };
  }

  /** The CA of an act, for whom sees the act: what its pieces hang on. @throws Introuvable */
  async cooperativeOf(ctx: ContextePersonne, id: string): Promise<Cooperative> {
    return (await this.loadFor(ctx, id, 'engagement.lire')).ca;
  }

  /** A signed act keeps the request that it needed (R5): why it does, or null for a draft. */
  async keepPieces(ctx: ContextePersonne, id: string): Promise<string | null> {
    if (!(await ctx.manager.existsBy(ActeFinancement, { id, etat: 'SIGNE' }))) return null;
    return 'L’acte est signé\u00a0: la demande de la structure, qui lui est jointe, ne se retire plus (R5).';
  }

  /** Décisions that the sum of the year has passed, wherever `perimetre` reaches (R4). */
  async outgrown(
    ctx: ContextePersonne,
    perimetre: Perimetre,
    cooperativeId: string | null,
  ): Promise<DecisionDepassee[]> {
    const signes = await listOutgrown(ctx, perimetre, cooperativeId);
    return signes.filter(({ id, structureId, annee, subventionsArs, aFaire }) => {
      const memeAnnee = signes.filter((a) => a.structureId === structureId && a.annee === annee);
      return aFaire && decisionsAReprendre(subventionsArs, memeAnnee).some(({ code }) => code === codeDecision(id));
    });
  }

  private async loadFor(
    ctx: ContextePersonne,
    id: string,
    operation: Operation,
  ): Promise<{ acte: ActeFinancement; ca: Cooperative }> {
    const acte = await ctx.manager.findOneBy(ActeFinancement, { id });
    if (!acte) throw new Introuvable('Cet acte');
    const ca = await this.acces.load(ctx, acte.cooperativeId);
    exiger(ctx, operation, { ...ressourceDe(ca), structureId: acte.structureId });
    return { acte, ca };
  }

  private async complete(ctx: ContextePersonne, ca: Cooperative, actes: ActeEnBase[]): Promise<ActeLu[]> {
    const enVigueur = (await this.echeances.end(ctx, ca.id)) !== null;
    const annee = actes[0]?.annee ?? 0;
    const structures = actes.map(({ structureId }) => structureId);
    const subventions = await sumSubventionsArs(ctx, structures, annee, ca.regionCode);
    return actes.map((acte) => {
      const forme = acte.forme ?? formeRequise(subventions.get(acte.structureId) ?? 0);
      const demande = { demandeLe: acte.demandeLe, lettre: acte.lettres > 0 };
      const manques = acte.etat === 'PROJET' && forme ? manquesDemande(forme, enVigueur, demande) : [];
      return { ...acte, forme, manques };
    });
  }

  /** All that the document says. */
  private async gather(ctx: ContextePersonne, ca: Cooperative, acte: ActeFinancement): Promise<ActeFige> {
    const { structureId, annee } = acte;
    const lu = await loadDocument(ctx, acte.id);
    const subventions = await sumSubventionsArs(ctx, [structureId], annee, ca.regionCode);
    const forme = formeRequise(subventions.get(structureId) ?? 0);
    if (!lu || !forme || lu.lignes.length === 0) {
      throw new EtatIncompatible('Aucune subvention de l’ARS n’attend d’acte\u00a0: ajoutez d’abord un engagement.');
    }
    const { reference, duree, demandeLe, signataireArs, signataireStructure, imputation, visas, signeLe } = acte;
    return {
      ...lu,
      ...{ forme, annee, reference, duree, demandeLe, signataireArs, signataireStructure, imputation, visas, signeLe },
      structure: {
        ...lu.structure,
        formeJuridique: LIBELLES_FORMES[lu.structure.formeJuridique as FormeJuridique],
      },
      precedents: forme === 'CONVENTION' ? await this.formerDecisions(ctx, structureId, annee) : [],
      conventionEnVigueur: (await this.echeances.end(ctx, ca.id)) !== null,
    };
  }

  private async formerDecisions(
    ctx: ContextePersonne,
    structureId: string,
    annee: number,
  ): Promise<ActeFige['precedents']> {
    return (await listSigned(ctx, [structureId], annee))
      .filter(({ forme }) => forme === 'DECISION')
      .map(({ reference, signeLe, montant }) => ({ reference, signeLe, montant }));
  }
}

function requireDraft(acte: ActeFinancement): void {
  if (acte.etat === 'PROJET') return;
  throw new EtatIncompatible('Cet acte est signé\u00a0: il ne change plus. Un nouvel acte portera ce qui s’ajoute.');
}

function nomDeFichier({
  forme,
  structure,
  annee,
}: {
  forme: FormeActe;
  structure: { nom: string };
  annee: number;
}): string {
  const simple = `${LIBELLES_FORMES_ACTE[forme]} ${structure.nom} ${annee}`
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\w]+/g, '-');
  return simple.toLowerCase().slice(0, 90);
}
