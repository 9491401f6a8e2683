import { jourAParis } from '@coopilote/domain/commun';
import type { ActeLu, ConventionLue } from '@coopilote/domain/conventions';
import type { PieceLue } from '@coopilote/domain/pieces';
import { Fabrique, type CaFaite } from './fabrique';
import type { Api, Appelant } from './harness';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const AUJOURDHUI = jourAParis(new Date());

/** A CA whose programme is whole enough for a convention, and its texts taken through their life by the routes. */
export class FabriqueConventions {
  private constructor(
    readonly api: Api,
    readonly f: Fabrique,
    readonly ca: CaFaite,
    readonly structures: readonly [string, string],
    /** Named to sign for the first structure. */
    readonly president: Appelant,
    readonly action: string,
  ) {}

  static async make(api: Api): Promise<FabriqueConventions> {
    const f = new Fabrique(api);
    const structures = [
      await f.structure({ nom: 'CSAPA de Bondy' }),
      await f.structure({ nom: 'Mairie de Bondy' }),
    ] as const;
    const ca = await f.cooperative({ structures: [...structures] });
    const objectifId = await f.objectif(ca.id, 'Aller vers les jeunes');
    const { id: action } = await f.action(ca, structures[0], {
      intitule: 'Consultations avancées',
      etat: 'VALIDEE',
      objectifId,
      publics: ['JEUNES'],
    });
    await f.sql(
      `UPDATE fiche_action SET contenu = 'Une demi-journée', lieux = 'Bondy', moyens_humains = 'Une psychologue' WHERE id = $1`,
      [action],
    );
    await f.sql(
      `INSERT INTO fiche_action_mode SELECT id, cooperative_id, departement_code, structure_id, $2 FROM fiche_action WHERE id = $1`,
      [action, await api.valeurListe('MODE_INTERVENTION', 'ATELIER')],
    );
    await f.sql(
      `UPDATE cooperative SET presentation = 'Le diagnostic montre un renoncement aux soins.' WHERE id = $1`,
      [ca.id],
    );
    const president = await api.personne('PARTENAIRE', { structureId: structures[0] });
    return new FabriqueConventions(api, f, ca, structures, president, action);
  }

  /** A draft whose parties are named. */
  async creer(): Promise<ConventionLue> {
    const { statut, corps } = await this.ca.dd.post<ConventionLue>('/api/conventions', {
      cooperativeId: this.ca.id,
      dureeMois: 12,
    });
    expect(statut).toBe(201);
    const sauve = await this.ca.dd.put<ConventionLue>(`/api/conventions/${corps.id}/parties`, {
      parties: corps.parties.map(({ signataire: _, ...p }) => ({
        ...p,
        representant: 'Luc Petit',
        qualite: p.qualite ?? 'Président',
        signataireId: p.structureId === this.structures[0] ? this.president.utilisateurId : null,
      })),
      version: corps.version,
    });
    expect([sauve.statut, JSON.stringify(sauve.corps).slice(0, 300)]).toEqual([200, expect.anything()]);
    return sauve.corps;
  }

  async lire(acteId: string): Promise<ActeLu> {
    return (await this.ca.dd.get<ActeLu>(`/api/actes/${acteId}`)).corps;
  }

  async passer(acteId: string, vers: string, motif?: string) {
    const { version } = await this.lire(acteId);
    return this.ca.dd.post<ActeLu>(`/api/actes/${acteId}/transitions`, { vers, version, motif });
  }

  /** Read, frozen, sent to be signed. */
  async enSignature(acteId: string): Promise<ActeLu> {
    for (const vers of ['RELECTURE', 'PRET', 'EN_SIGNATURE']) {
      const { statut, corps } = await this.passer(acteId, vers);
      expect([vers, statut, JSON.stringify(corps).slice(0, 400)]).toEqual([vers, 200, expect.anything()]);
    }
    return this.lire(acteId);
  }

  async copie(acteId: string, contenu: Buffer | string = PDF, nom = 'copie.pdf'): Promise<PieceLue> {
    const corps = new FormData();
    corps.append('fichier', new Blob([contenu as never]), `${Math.random()}-${nom}`);
    return (await this.ca.dd.post<PieceLue>(`/api/pieces?objet=ACTE&objetId=${acteId}`, corps)).corps;
  }

  async deposer(acteId: string, partieId = '', signeLe = AUJOURDHUI) {
    const pieceId = (await this.copie(acteId)).id;
    return this.ca.dd.post<ActeLu>(`/api/actes/${acteId}/signatures`, { partieId, signeLe, pieceId });
  }

  async signerTous(acteId: string): Promise<ActeLu> {
    const { parties } = await this.lire(acteId);
    for (const partie of parties) expect((await this.deposer(acteId, partie.id)).statut).toBe(200);
    return this.lire(acteId);
  }

  /** A convention that all have signed today. */
  async signee(): Promise<ConventionLue> {
    const { id, actes } = await this.creer();
    await this.enSignature(acteDe({ actes }));
    await this.signerTous(acteDe({ actes }));
    return (await this.ca.dd.get<ConventionLue>(`/api/conventions/${id}`)).corps;
  }

  /** The last code that was sent to sign. */
  async code(): Promise<string> {
    const [envoi] = await this.f.sql<{ texte: string }>(
      `SELECT texte FROM envoi WHERE objet LIKE 'Votre code%' ORDER BY cree_le DESC LIMIT 1`,
      [],
    );
    return /: (\d{6})/.exec(envoi?.texte ?? '')?.[1] ?? '';
  }
}

/** The last text of a convention. */
export const acteDe = ({ actes }: Pick<ConventionLue, 'actes'>): string => actes.at(-1)?.id ?? '';
