import type { MigrationInterface, QueryRunner } from 'typeorm';

const DD = `departement_code = ANY ((SELECT app.textes('departements_ecrits'))::text[])`;
const MEMBRE = `(structure_id = ANY ((SELECT app.uuids('structures'))::uuid[])
  AND cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;
const PROMOTEUR = `(${MEMBRE} OR bilan_id = ANY ((SELECT app.uuids('bilans_gardes'))::uuid[]))`;
const ENVOI = `(${PROMOTEUR} AND EXISTS (SELECT 1 FROM bilan_trimestriel b WHERE b.id = bilan_id AND b.etat = 'TRANSMIS'))`;
/**
 * A report that the delegation takes over from before the application: its first version, sent and validated by the person who
 * takes it over, so that nobody reads it as the structure's own sending. A report that the structure is writing is not one.
 */
const REPRIS = `(${DD} AND EXISTS (SELECT 1 FROM bilan_trimestriel b
  WHERE b.id = bilan_id AND b.etat = 'VALIDE' AND b.numero_version = 1
    AND b.transmis_par = (SELECT app.utilisateur_id()) AND b.valide_par = (SELECT app.utilisateur_id())))`;

const cree = (table: string, regle: string): string => `
  DROP POLICY cree ON ${table};
  CREATE POLICY cree ON ${table} FOR INSERT TO coopilote_app WITH CHECK (${regle});`;

/** The delegation takes over the past reports of a CA that arrives. */
export class Reprise1700000000021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(cree('valeur', `${ENVOI} OR ${REPRIS}`));
    await db.query(cree('bilan_version', `${PROMOTEUR} OR (numero = 1 AND ${REPRIS})`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(cree('valeur', ENVOI));
    await db.query(cree('bilan_version', PROMOTEUR));
  }
}
