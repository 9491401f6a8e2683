import type { MigrationInterface, QueryRunner } from 'typeorm';

const LIT = `(departement_code = ANY ((SELECT app.textes('departements_lus'))::text[])
  OR cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;
const ANIME = `(departement_code = ANY ((SELECT app.textes('departements_ecrits'))::text[])
  OR cooperative_id = ANY ((SELECT app.uuids('cooperatives_animees'))::uuid[]))`;
/** A text that is sent to be signed keeps the logos that it was frozen with. */
const ACTE_LIBRE = `EXISTS (SELECT 1 FROM acte a WHERE a.id = acte_id AND a.etat IN ('BROUILLON', 'RELECTURE', 'PRET'))`;

/** What follows the conventions: reminders heard once, logos of the parties. */
export class ConventionsSuite1700000000018 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE notification ADD cle text;
      CREATE UNIQUE INDEX notification_une_cle ON notification (utilisateur_id, cle);

      -- R10: a bilan annuel meeting of a CA is on the calendar, or was held less than ten months before a day.
      CREATE FUNCTION app.bilan_annuel_prevu(la_cooperative uuid, jour date) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (SELECT 1 FROM reunion r JOIN instance i ON i.id = r.instance_id
          WHERE r.cooperative_id = la_cooperative AND i.genre = 'BILAN_ANNUEL' AND r.etat <> 'ANNULEE'
            AND (r.debut IS NULL OR r.debut > jour - interval '10 months'))
      $$;

      -- An image, once for all those that are the same; never changed. It goes with the last structure and the last frozen text
      -- that name it.
      CREATE TABLE logo (
        empreinte text PRIMARY KEY CHECK (empreinte ~ '^[0-9a-f]{64}$'),
        type text NOT NULL CHECK (type IN ('png', 'jpg')),
        octets bytea NOT NULL CHECK (octet_length(octets) BETWEEN 1 AND 1048576)
      );
      ALTER TABLE structure ADD logo text REFERENCES logo;
      CREATE INDEX structure_logo ON structure (logo);
      CREATE TABLE acte_logo (
        acte_id uuid NOT NULL,
        partie_id uuid NOT NULL,
        convention_id uuid NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        empreinte text NOT NULL REFERENCES logo,
        PRIMARY KEY (acte_id, partie_id),
        CONSTRAINT acte_logo_acte FOREIGN KEY (acte_id, convention_id) REFERENCES acte (id, convention_id),
        CONSTRAINT acte_logo_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code)
      );
      CREATE INDEX acte_logo_empreinte ON acte_logo (empreinte);
      GRANT SELECT, INSERT ON logo TO coopilote_app;
      GRANT SELECT, INSERT, DELETE ON acte_logo TO coopilote_app;

      ALTER TABLE acte_logo ENABLE ROW LEVEL SECURITY;
      CREATE POLICY lit ON acte_logo FOR SELECT TO coopilote_app
        USING (${ANIME} OR (${LIT} AND EXISTS (SELECT 1 FROM acte a WHERE a.id = acte_id)));
      CREATE POLICY cree ON acte_logo FOR INSERT TO coopilote_app WITH CHECK (${ANIME} AND ${ACTE_LIBRE});
      CREATE POLICY supprime ON acte_logo FOR DELETE TO coopilote_app USING (${ANIME} AND ${ACTE_LIBRE});
      -- Seen with the structure or the text that bears it.
      ALTER TABLE logo ENABLE ROW LEVEL SECURITY;
      CREATE POLICY lit ON logo FOR SELECT TO coopilote_app USING (
        EXISTS (SELECT 1 FROM structure s WHERE s.logo = logo.empreinte) OR EXISTS (SELECT 1 FROM acte_logo a WHERE a.empreinte = logo.empreinte));
      CREATE POLICY cree ON logo FOR INSERT TO coopilote_app WITH CHECK (
        cardinality((SELECT app.textes('departements_ecrits'))::text[]) > 0 OR cardinality((SELECT app.uuids('structures'))::uuid[]) > 0);

      CREATE FUNCTION app.oublier_logo() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        DELETE FROM logo WHERE empreinte = OLD.logo;
        RETURN NULL;
      EXCEPTION WHEN foreign_key_violation THEN
        RETURN NULL;
      END $$;
      CREATE TRIGGER logo_oublie AFTER UPDATE OF logo ON structure FOR EACH ROW
        WHEN (OLD.logo IS NOT NULL AND OLD.logo IS DISTINCT FROM NEW.logo) EXECUTE FUNCTION app.oublier_logo();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER logo_oublie ON structure;
      DROP FUNCTION app.oublier_logo;
      DROP POLICY lit ON logo;
      DROP TABLE acte_logo;
      ALTER TABLE structure DROP logo;
      DROP TABLE logo;
      DROP FUNCTION app.bilan_annuel_prevu;
      DROP INDEX notification_une_cle;
      ALTER TABLE notification DROP cle;
    `);
  }
}
