import type { MigrationInterface, QueryRunner } from 'typeorm';

const LUS = `departement_code IN (SELECT unnest(app.textes('departements_lus')))`;
const REGION_LUE = `region_code IN (SELECT d.region_code FROM departement d WHERE d.code IN (SELECT unnest(app.textes('departements_lus'))))`;
const ADMIN = `region_code IN (SELECT unnest(app.textes('regions_admin')))`;
const MOI = `utilisateur_id = (SELECT app.utilisateur_id())`;
const SYSTEME = `(SELECT app.systeme())`;
const PORTEE = `(partage = 'MOI' OR (partage = 'DEPARTEMENT' AND ${LUS}) OR (partage = 'REGION' AND ${REGION_LUE}))`;

/** Views of the consolidation: a name on an address, kept for oneself or shared; and what each person does with one. */
export class Vues1700000000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE vue (
        id uuid PRIMARY KEY,
        utilisateur_id uuid NOT NULL REFERENCES utilisateur ON DELETE CASCADE,
        nom text NOT NULL CHECK (length(trim(nom)) > 0),
        -- What follows the question mark of the page's address; it says nothing that its reader may not read.
        requete text NOT NULL CHECK (length(requete) <= 2000 AND requete !~ '[[:space:]#]'),
        partage text NOT NULL DEFAULT 'MOI' CHECK (partage IN ('MOI', 'DEPARTEMENT', 'REGION')),
        region_code text REFERENCES region,
        departement_code text,
        cree_le timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT vue_portee CHECK ((region_code IS NOT NULL) = (partage <> 'MOI') AND (departement_code IS NOT NULL) = (partage = 'DEPARTEMENT')),
        CONSTRAINT vue_departement FOREIGN KEY (departement_code, region_code) REFERENCES departement (code, region_code)
      );
      CREATE UNIQUE INDEX vue_nom_unique ON vue (utilisateur_id, lower(nom));
      CREATE INDEX vue_partagee ON vue (region_code, departement_code) WHERE partage <> 'MOI';
      GRANT SELECT, INSERT, UPDATE, DELETE ON vue TO coopilote_app;
      ALTER TABLE vue ENABLE ROW LEVEL SECURITY;
      CREATE POLICY lit ON vue FOR SELECT TO coopilote_app USING (${SYSTEME} OR ${MOI} OR (partage <> 'MOI' AND ${PORTEE}));
      CREATE POLICY cree ON vue FOR INSERT TO coopilote_app WITH CHECK (${MOI} AND ${PORTEE});
      CREATE POLICY modifie ON vue FOR UPDATE TO coopilote_app USING (${MOI}) WITH CHECK (${MOI} AND ${PORTEE});
      -- What was shared may be taken away by the region too: its author may be gone.
      CREATE POLICY supprime ON vue FOR DELETE TO coopilote_app USING (${MOI} OR (partage <> 'MOI' AND ${ADMIN}));
      SELECT app.suivre('vue');

      CREATE TABLE vue_suivi (
        vue_id uuid NOT NULL REFERENCES vue ON DELETE CASCADE,
        utilisateur_id uuid NOT NULL REFERENCES utilisateur ON DELETE CASCADE,
        -- The one that the page opens with.
        par_defaut boolean NOT NULL DEFAULT false,
        -- How often it is sent; what was due before that day is not.
        rythme text CHECK (rythme IN ('SEMAINE', 'MOIS', 'TRIMESTRE')),
        depuis timestamptz,
        PRIMARY KEY (vue_id, utilisateur_id),
        CONSTRAINT vue_suivi_depuis CHECK ((rythme IS NULL) = (depuis IS NULL))
      );
      CREATE UNIQUE INDEX vue_suivi_defaut ON vue_suivi (utilisateur_id) WHERE par_defaut;
      CREATE INDEX vue_suivi_rythme ON vue_suivi (rythme) WHERE rythme IS NOT NULL;
      GRANT SELECT, INSERT, UPDATE, DELETE ON vue_suivi TO coopilote_app;
      ALTER TABLE vue_suivi ENABLE ROW LEVEL SECURITY;
      -- One's own, on a view that one reads.
      CREATE POLICY lit ON vue_suivi FOR SELECT TO coopilote_app USING (${SYSTEME} OR ${MOI});
      CREATE POLICY cree ON vue_suivi FOR INSERT TO coopilote_app
        WITH CHECK (${MOI} AND EXISTS (SELECT 1 FROM vue v WHERE v.id = vue_id));
      CREATE POLICY modifie ON vue_suivi FOR UPDATE TO coopilote_app USING (${MOI}) WITH CHECK (${MOI});
      CREATE POLICY supprime ON vue_suivi FOR DELETE TO coopilote_app USING (${MOI});
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE vue_suivi, vue');
  }
}
