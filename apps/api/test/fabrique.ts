import { randomUUID } from 'node:crypto';
import { normaliserRecherche } from '@coopilote/domain/commun';
import { FabriqueActions } from './fabrique-actions';
import type { Appelant } from './harness';

export type { ActionFaite, IndicateurFait, IndicateurVoulu, ValeurVoulue } from './fabrique-actions';

export interface CaFaite {
  id: string;
  departementCode: string;
  intitule: string;
  communes: string[];
  /** Person of the DD that coordinates it, signed in. */
  dd: Appelant;
}
/** Makes the things that specs need through the owner's SQL, without the services of other domaines. */
export class Fabrique extends FabriqueActions {
  async structure({ departementCode = '93', nom = `Association ${randomUUID().slice(0, 8)}` } = {}): Promise<string> {
    const id = randomUUID();
    const secteur = await this.api.valeurListe('SECTEUR', 'SANTE');
    await this.sql(
      `INSERT INTO structure (id, region_code, departement_code, nom, nom_recherche, forme_juridique, secteur_id, commune_code)
       SELECT $1, region_code, code, $3, $4, 'ASSOCIATION', $5, (SELECT min(code) FROM commune WHERE departement_code = $2)
       FROM departement WHERE code = $2`,
      [id, departementCode, nom, normaliserRecherche(nom), secteur],
    );
    return id;
  }

  /** A CA with its first communes, its member structures, its thématiques and populations (codes of the lists). */
  async cooperative(
    voulu: {
      departementCode?: string;
      intitule?: string;
      phase?: string;
      communes?: number;
      structures?: string[];
      thematiques?: string[];
      publics?: string[];
    } = {},
  ): Promise<CaFaite> {
    const { departementCode = '93', intitule = `CA ${randomUUID().slice(0, 8)}`, phase = 'MISE_EN_OEUVRE' } = voulu;
    const dd = await this.api.personne('COORDINATEUR_DD', { departementCode });
    const id = randomUUID();
    await this.sql(
      `INSERT INTO cooperative (id, region_code, departement_code, intitule, intitule_recherche, phase, debut, coordinateur_dd_id)
       SELECT $1, region_code, code, $3, $4, $5, '2024-01-01', $6 FROM departement WHERE code = $2`,
      [id, departementCode, intitule, normaliserRecherche(intitule), phase, dd.utilisateurId],
    );
    const communes = await this.sql<{ code: string }>(
      `INSERT INTO cooperative_commune (cooperative_id, departement_code, commune_code)
       SELECT $1, $2, code FROM commune WHERE departement_code = $2 ORDER BY code LIMIT $3 RETURNING commune_code AS code`,
      [id, departementCode, voulu.communes ?? 2],
    );
    for (const structure of voulu.structures ?? []) await this.adhesion(id, structure);
    for (const code of voulu.thematiques ?? []) {
      await this.sql('INSERT INTO cooperative_thematique VALUES ($1, $2, $3)', [
        id,
        departementCode,
        await this.api.valeurListe('THEMATIQUE', code),
      ]);
    }
    for (const code of voulu.publics ?? []) {
      await this.sql('INSERT INTO cooperative_public VALUES ($1, $2, $3)', [
        id,
        departementCode,
        await this.api.valeurListe('PUBLIC_CIBLE', code),
      ]);
    }
    return { id, departementCode, intitule, communes: communes.map((c) => c.code), dd };
  }

  async adhesion(cooperativeId: string, structureId: string, fin: string | null = null): Promise<void> {
    await this.sql(
      `INSERT INTO adhesion (id, cooperative_id, departement_code, structure_id, debut, fin)
       SELECT $1, id, departement_code, $3, '2024-01-01', $4 FROM cooperative WHERE id = $2`,
      [randomUUID(), cooperativeId, structureId, fin],
    );
  }

  /** A chain général → spécifique → opérationnel; answers the opérationnel. */
  async objectif(cooperativeId: string, intitule = 'Repérer plus tôt'): Promise<string> {
    let parent: string | null = null;
    for (const niveau of ['GENERAL', 'SPECIFIQUE', 'OPERATIONNEL']) {
      const id: string = randomUUID();
      await this.sql(
        `INSERT INTO objectif (id, cooperative_id, departement_code, niveau, parent_id, intitule)
         SELECT $1, id, departement_code, $3, $4, $5 FROM cooperative WHERE id = $2`,
        [id, cooperativeId, niveau, parent, intitule],
      );
      parent = id;
    }
    return parent ?? '';
  }
}
