import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  Adhesion,
  EtatIncompatible,
  insertRows,
  Introuvable,
  Objectif,
  type ContextePersonne,
  type Cooperative,
} from '@coopilote/db';
import { lireArrivee, modeleArrivee, type ClasseurLu, type ListesArrivee } from '@coopilote/documents';
import {
  preparerArrivee,
  TOUT_LE_TERRITOIRE,
  type Arrivee,
  type ArriveeVerifiee,
  type ChoixStructures,
  type LigneLue,
} from '@coopilote/domain/arrivee';
import type { FormatClasseur } from '@coopilote/domain/classeurs';
import { normaliserRecherche } from '@coopilote/domain/commun';
import { nettoyerIdentifiant } from '@coopilote/domain/structures';
import { RepriseActions } from '../actions/reprise.service';
import { RepriseBilans } from '../bilans/reprise.service';
import { ReceptionClasseur } from '../classeurs/reception-classeur';
import { CooperativeAcces } from '../cooperatives/cooperative-acces.service';
import { Base } from '../platform/base';
import { entrer, personne } from '../platform/contexte.interceptor';
import { Horloge } from '../platform/horloge';
import { parPaquets } from '../platform/paquets';
import type { RequeteCoopilote } from '../platform/regle';
import { StructureService } from '../structures/structure.service';
import { loadConnu, lockArrivee, type ConnuEnBase } from './arrivee.queries';

/** The first arrival of a CA that exists already: one workbook, checked as often as needed, then imported whole. */
@Injectable()
export class ArriveeService {
  constructor(
    private readonly base: Base,
    private readonly horloge: Horloge,
    private readonly acces: CooperativeAcces,
    private readonly reception: ReceptionClasseur,
    private readonly structures: StructureService,
    private readonly actions: RepriseActions,
    private readonly bilans: RepriseBilans,
  ) {}

  /** @throws Introuvable, Interdit */
  async model(ctx: ContextePersonne, id: string, format: FormatClasseur): Promise<{ octets: Buffer; nom: string }> {
    const ca = await this.open(ctx, id);
    const octets = await modeleArrivee(ca, listesDe(await this.known(ctx, id)), format);
    return { octets, nom: `Modèle de reprise – ${ca.intitule}` };
  }

  /**
   * Checks a workbook, or imports it when nothing stands in the way. The right is asked before the file is read, and again
   * after: in between, a slow sender holds no connection to the database.
   * @throws NonConnecte, Introuvable, Interdit, EtatIncompatible (closed CA), ErreurMetier (400, 413, 415), SaisieInvalide
   */
  async receive(
    requete: RequeteCoopilote,
    reponse: FastifyReply,
    id: string,
    importer: boolean,
  ): Promise<ArriveeVerifiee> {
    const dedans = <T>(work: (ctx: ContextePersonne) => Promise<T>): Promise<T> =>
      entrer(this.base, requete, 'cooperative.reprendre', (ctx) => work(personne(ctx)));
    await dedans((ctx) => this.open(ctx, id));
    const { classeur, champs } = await this.reception.recevoir(requete, reponse);
    return dedans(async (ctx) => {
      const ca = await this.open(ctx, id);
      if (importer) await lockArrivee(ctx, id);
      const { arrivee, verifiee } = await this.prepare(ctx, ca, classeur, choixDe(champs['choix']));
      const aLire = verifiee.avertissements.length > 0 && champs['avertissementsLus'] !== 'oui';
      if (!importer || verifiee.refus.length || verifiee.aReconnaitre.length || aLire) return verifiee;
      await this.write(ctx, ca, arrivee);
      return { ...verifiee, faite: true };
    });
  }

  private async prepare(
    ctx: ContextePersonne,
    ca: Cooperative,
    classeur: ClasseurLu,
    choix: ChoixStructures,
  ): Promise<{ arrivee: Arrivee; verifiee: ArriveeVerifiee }> {
    const enBase = await this.known(ctx, ca.id);
    const { lignes, refus } = lireArrivee(classeur, ca.id, listesDe(enBase));
    const communes = parNom(enBase.communes);
    const { arrivee, verifiee } = preparerArrivee(
      lignes,
      {
        ...enBase,
        secteurs: parNom(enBase.secteurs),
        publics: parNom(enBase.publics),
        communes: parNom(enBase.territoires),
        communesDepartement: communes,
        doublons: await this.structures.doublonsParLigne(
          ctx,
          lignes.structures.map((ligne) => signalement(ligne, communes)),
        ),
        aujourdhui: this.horloge.aujourdhui(),
        nouvelId: randomUUID,
      },
      choix,
    );
    return { arrivee, verifiee: { ...verifiee, refus: [...refus, ...verifiee.refus] } };
  }

  private async write(ctx: ContextePersonne, ca: Cooperative, arrivee: Arrivee): Promise<void> {
    const { regionCode, departementCode, id: cooperativeId } = ca;
    for (const paquet of parPaquets(arrivee.structures)) {
      await this.structures.createMany(ctx, { regionCode, departementCode }, paquet);
    }
    const adhesions = arrivee.adhesions.map((a) => ({
      ...a,
      id: randomUUID(),
      cooperativeId,
      departementCode,
      fin: null,
    }));
    for (const paquet of parPaquets(adhesions)) await insertRows(ctx, Adhesion, paquet);
    const objectifs = arrivee.objectifs.map((o, rang) => ({ ...o, cooperativeId, departementCode, ordre: rang + 1 }));
    for (const paquet of parPaquets(objectifs)) await insertRows(ctx, Objectif, paquet);
    await this.actions.write(ctx, ca, arrivee.actions, this.horloge.aujourdhui());
    await this.bilans.write(ctx, arrivee.actions, arrivee.bilans);
  }

  private async open(ctx: ContextePersonne, id: string): Promise<Cooperative> {
    const ca = await this.acces.loadFor(ctx, id, 'cooperative.reprendre');
    if (ca.phase === 'CLOSE') throw new EtatIncompatible('Cette coopérative est close\u00a0: rien ne s’y ajoute plus.');
    return ca;
  }

  private async known(ctx: ContextePersonne, id: string): Promise<ConnuEnBase> {
    const connu = await loadConnu(ctx, id);
    if (!connu) throw new Introuvable('Cette coopérative');
    return connu;
  }
}

const parNom = (nommes: { nom: string; valeur: string }[]): Map<string, string> =>
  new Map(nommes.map(({ nom, valeur }) => [nom, valeur]));
const noms = (nommes: { nom: string }[]): string[] => nommes.map(({ nom }) => nom);

function listesDe(connu: ConnuEnBase): ListesArrivee {
  return {
    secteurs: noms(connu.secteurs),
    communes: noms(connu.communes),
    publics: noms(connu.publics),
    territoires: [TOUT_LE_TERRITOIRE, ...noms(connu.territoires)],
  };
}

/** What tells a structure of the workbook from others. */
function signalement({ ligne, valeurs }: LigneLue, communes: ReadonlyMap<string, string>) {
  const numero = (cle: string): string | null => (valeurs[cle] ? nettoyerIdentifiant(String(valeurs[cle])) : null);
  return {
    ligne,
    siret: numero('siret'),
    rna: numero('rna'),
    finess: numero('finess'),
    nom: normaliserRecherche(String(valeurs['nom'] ?? '')) || null,
    communeCode: communes.get(String(valeurs['commune'] ?? '')) ?? null,
  };
}

/** Answers by row, as the form sends them; what is not one is no answer. */
function choixDe(json: string | undefined): ChoixStructures {
  try {
    const lu: unknown = JSON.parse(json ?? '{}');
    return lu !== null && typeof lu === 'object' ? (lu as ChoixStructures) : {};
  } catch {
    return {};
  }
}
