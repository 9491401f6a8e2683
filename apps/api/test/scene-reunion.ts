import type { InstanceLue, ReunionLue } from '@coopilote/domain/gouvernance';
import type { CaFaite } from './fabrique';
import type { Api } from './harness';

export const DANS_UN_AN = `${new Date().getFullYear() + 1}`;

/** A message as it waits to leave, with the calendar that goes with it. */
export interface MessageDepose {
  destinataire: string;
  objet: string;
  texte: string;
  contenu: Buffer | null;
  /** Name of the file. */
  nom: string | null;
}

/** Meetings of a CA of two structures, taken forward through the API by its coordinator. */
export class SceneReunion {
  constructor(
    private readonly api: Api,
    readonly ca: CaFaite,
    private readonly structures: string[],
  ) {}

  /** An instance where Ana and Bo sit for a structure each; `champs` completes Ana's seat. */
  async instance(champs: object = {}): Promise<InstanceLue> {
    const { corps } = await this.ca.dd.post<InstanceLue>(`/api/cooperatives/${this.ca.id}/instances`, {
      genre: 'COTECH',
      intitule: `Cotech ${Math.random()}`,
      quorum: 50,
    });
    const asseoir = (rang: number, nom: string, suite: object = {}) =>
      this.ca.dd.post<InstanceLue>(`/api/instances/${corps.id}/membres`, {
        qualite: 'STRUCTURE',
        structureId: this.structures[rang],
        titulaireNom: `${nom} Titulaire`,
        titulaireCourriel: `${nom.toLowerCase()}@example.test`,
        suppleantNom: 'Sam Suppléant',
        debut: '2024-01-01',
        ...suite,
      });
    await asseoir(0, 'Ana', champs);
    return (await asseoir(1, 'Bo')).corps;
  }

  async reunion(champs: object = {}, instance?: InstanceLue): Promise<ReunionLue> {
    const { corps } = await this.ca.dd.post<ReunionLue>('/api/reunions', {
      instanceId: (instance ?? (await this.instance())).id,
      titre: `Réunion ${Math.random()}`,
      debut: `${DANS_UN_AN}-03-15T14:00`,
      duree: 120,
      lieu: 'Mairie',
      ...champs,
    });
    return corps;
  }

  async lire({ id }: Pick<ReunionLue, 'id'>): Promise<ReunionLue> {
    return (await this.ca.dd.get<ReunionLue>(`/api/reunions/${id}`)).corps;
  }

  async passer(r: ReunionLue, vers: string, suite: object = {}): Promise<ReunionLue> {
    const { version } = await this.lire(r);
    const reponse = await this.ca.dd.post<ReunionLue>(`/api/reunions/${r.id}/transitions`, { vers, version, ...suite });
    expect([reponse.statut, JSON.stringify(reponse.corps)]).toEqual([200, expect.anything()]);
    return reponse.corps;
  }

  async enSeance(points: object[] = []): Promise<ReunionLue> {
    const r = await this.reunion();
    await this.ca.dd.put(`/api/reunions/${r.id}/points`, { version: r.version, points });
    await this.passer(r, 'CONVOQUEE');
    return this.passer(r, 'EN_SEANCE');
  }

  /** What waits to leave about a meeting, in its order. */
  async envois(objet: string): Promise<MessageDepose[]> {
    const { rows } = await this.api.proprietaire.query<MessageDepose>(
      `SELECT e.destinataire, e.objet, e.texte, c.octets AS contenu, p.nom FROM envoi e
         LEFT JOIN envoi_piece p ON p.envoi_id = e.id LEFT JOIN envoi_contenu c ON c.empreinte = p.empreinte
       WHERE e.objet LIKE $1 ORDER BY e.cree_le, e.id`,
      [`%${objet}%`],
    );
    return rows;
  }
}
