import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  insertRows,
  Introuvable,
  ListeValeur,
  SaisieInvalide,
  Structure,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import { normaliserRecherche, type Page } from '@coopilote/domain/commun';
import { operationsSur, perimetreDe } from '@coopilote/domain/droits';
import {
  nettoyerIdentifiant,
  sirenDe,
  type Doublon,
  type DoublonsDemandes,
  type StructureLigne,
  type StructureLue,
  type StructureModifiee,
  type StructureSaisie,
  type StructuresDemandees,
} from '@coopilote/domain/structures';
import { EcheanceService } from '../conventions/echeance.service';
import { enPage } from '../platform/conditions';
import { exiger } from '../platform/exiger';
import { modifierDepuis } from '../platform/version';
import { peutInviter } from './acces.service';
import { ContactService } from './contact.service';
import {
  findCommune,
  findDoublons,
  findDoublonsParLigne,
  findStructure,
  listCooperatives,
  listStructures,
  type Signalement,
  type StructureTrouvee,
} from './structure.queries';

const NUMEROS = { SIRET: 'siret', RNA: 'rna', FINESS: 'finess' } as const;
const RIEN: Signalement = { siret: null, rna: null, finess: null, nom: null, communeCode: null };

@Injectable()
export class StructureService {
  constructor(
    private readonly contacts: ContactService,
    private readonly echeances: EcheanceService,
  ) {}

  async list(ctx: ContextePersonne, demande: StructuresDemandees): Promise<Page<StructureLigne>> {
    const { lignes, total } = await listStructures(ctx, demande, perimetreDe(ctx.identite, 'structure.lire'));
    return enPage(demande, lignes, total);
  }

  /** @throws Introuvable */
  async read(ctx: ContextePersonne, id: string): Promise<StructureLue> {
    const structure = await this.find(ctx, id);
    const cooperatives = await listCooperatives(ctx, id);
    const contacts = await this.contacts.list(ctx, id);
    const { regionCode, departementCode } = structure;
    const operations = new Set<string>(
      operationsSur(ctx.identite, { regionCode, departementCode, structureId: id }).filter((o) =>
        o.startsWith('structure.'),
      ),
    ).add('structure.lire');
    if (peutInviter(ctx, structure, cooperatives)) operations.add('structure.inviter');
    const decrites = operations.has('structure.modifier')
      ? await this.echeances.described(
          ctx,
          cooperatives.map((c) => c.id),
        )
      : [];
    return {
      ...structure,
      conventions: decrites
        .filter(({ structures }) => structures.includes(id))
        .map(({ conventionId, numero, acte }) => ({ conventionId, numero, acte })),
      cooperatives: cooperatives.map(({ departementCode: _, ...cooperative }) => cooperative),
      contacts,
      operations: [...operations],
    };
  }

  /** @throws Interdit outside the writer's départements; SaisieInvalide when a number is another structure's. */
  async create(ctx: ContextePersonne, saisie: StructureSaisie): Promise<StructureLue> {
    const lieu = await findCommune(ctx, saisie.communeCode);
    if (!lieu) throw refus('communeCode', 'Commune\u00a0: choisir dans la liste.');
    exiger(ctx, 'structure.creer', lieu, 'Vous créez des structures dans votre département seulement.');
    await this.verifierSecteur(ctx, saisie.secteurId, lieu.regionCode);
    await this.verifierNumeros(ctx, saisie);
    const id = randomUUID();
    await insertRows(ctx, Structure, [
      { ...saisie, ...derives(saisie), ...lieu, id, agrementEsus: saisie.agrementEsus ?? false },
    ]);
    return this.read(ctx, id);
  }

  /** @throws Introuvable, Interdit, VersionPerimee, SaisieInvalide */
  async update(ctx: ContextePersonne, id: string, modifiee: StructureModifiee): Promise<StructureLue> {
    const avant = await this.find(ctx, id);
    const { regionCode, departementCode } = avant;
    exiger(ctx, 'structure.modifier', { regionCode, departementCode, structureId: id });
    const { version, ...saisie } = modifiee;
    const lire = () => this.read(ctx, id);
    await modifierDepuis(version, avant.version, lire, async () => {
      if (saisie.communeCode !== avant.communeCode) {
        const lieu = await findCommune(ctx, saisie.communeCode);
        if (lieu?.departementCode !== departementCode) {
          throw refus('communeCode', 'Commune\u00a0: la structure reste dans son département, ses accès en dépendent.');
        }
      }
      if (saisie.secteurId !== avant.secteurId) await this.verifierSecteur(ctx, saisie.secteurId, regionCode);
      await this.verifierNumeros(ctx, saisie, id);
      const changements = {
        ...saisie,
        ...derives(saisie),
        agrementEsus: saisie.agrementEsus ?? avant.agrementEsus ?? false,
      };
      await updateVersioned(ctx, Structure, { id, departementCode }, version, changements);
    });
    return lire();
  }

  /** Structures that look like the one being written, by number first; known anywhere, told by name and commune only. */
  async doublons(ctx: ContextePersonne, demande: DoublonsDemandes): Promise<Doublon[]> {
    const numeros = { ...RIEN };
    for (const cle of Object.values(NUMEROS)) numeros[cle] = demande[cle] ? nettoyerIdentifiant(demande[cle]) : null;
    const nom = normaliserRecherche(demande.nom ?? '') || null;
    const parNumero = await findDoublons(ctx, numeros);
    const parNom = await findDoublons(ctx, { ...RIEN, nom, communeCode: demande.communeCode ?? null });
    const connus = new Set(parNumero.map((d) => d.id));
    return [...parNumero, ...parNom.filter((d) => !connus.has(d.id))];
  }

  /** Structures that look like those of a workbook, by row. */
  async doublonsParLigne(
    ctx: ContextePersonne,
    signalements: (Signalement & { ligne: number })[],
  ): Promise<Map<number, Doublon[]>> {
    const parLigne = new Map<number, Doublon[]>();
    for (const { ligne, ...doublon } of await findDoublonsParLigne(ctx, signalements)) {
      const avant = parLigne.get(ligne) ?? [];
      // Known by a number and by its name: told once, by the number.
      if (!avant.some((d) => d.id === doublon.id)) parLigne.set(ligne, [...avant, doublon]);
    }
    return parLigne;
  }

  /** Makes several structures of one département, already judged. @throws Interdit */
  async createMany(
    ctx: ContextePersonne,
    lieu: { regionCode: string; departementCode: string },
    saisies: (StructureSaisie & { id: string })[],
  ): Promise<void> {
    exiger(ctx, 'structure.creer', lieu, 'Vous créez des structures dans votre département seulement.');
    await insertRows(
      ctx,
      Structure,
      saisies.map((saisie) => ({
        ...saisie,
        ...derives(saisie),
        ...lieu,
        agrementEsus: saisie.agrementEsus ?? false,
      })),
    );
  }

  /** The structure, when the person may read it. @throws Introuvable */
  async find(ctx: ContextePersonne, id: string): Promise<StructureTrouvee> {
    const structure = await findStructure(ctx, id, perimetreDe(ctx.identite, 'structure.lire'));
    if (!structure) throw new Introuvable('Cette structure');
    return structure;
  }

  private async verifierSecteur(ctx: ContextePersonne, id: string, regionCode: string): Promise<void> {
    const secteur = await ctx.manager.findOneBy(ListeValeur, { id, regionCode, liste: 'SECTEUR', retiree: false });
    if (!secteur) throw refus('secteurId', 'Secteur\u00a0: choisir dans la liste.');
  }

  private async verifierNumeros(ctx: ContextePersonne, saisie: StructureSaisie, sauf?: string): Promise<void> {
    const { siret = null, rna = null, finess = null } = saisie;
    const autres = (await findDoublons(ctx, { ...RIEN, siret, rna, finess })).filter((d) => d.id !== sauf);
    const erreurs = autres.flatMap(({ motif, nom, commune }) =>
      motif === 'NOM'
        ? []
        : [
            {
              champ: NUMEROS[motif],
              code: 'doublon',
              message: `${motif}\u00a0: «\u00a0${nom}\u00a0» (${commune}) porte déjà ce numéro.`,
            },
          ],
    );
    if (erreurs.length) throw new SaisieInvalide(erreurs);
  }
}

/** What the database keeps beside what is typed. */
function derives({ nom, siret, siren }: StructureSaisie): { nomRecherche: string; siren?: string | null } {
  return { nomRecherche: normaliserRecherche(nom), ...(siret ? { siren: sirenDe(siret) } : { siren }) };
}

function refus(champ: string, message: string): SaisieInvalide {
  return new SaisieInvalide([{ champ, code: 'liste', message }]);
}
