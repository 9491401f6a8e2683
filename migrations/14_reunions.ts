import type { MigrationInterface, QueryRunner } from 'typeorm';

const ANIME = `(departement_code = ANY ((SELECT app.textes('departements_ecrits'))::text[])
  OR cooperative_id = ANY ((SELECT app.uuids('cooperatives_animees'))::uuid[]))`;

/** Meeting that a row of the history is about; what changed of a participant tells it at their creation alone. */
const REUNION = `CASE h.objet WHEN 'reunion' THEN h.objet_id ELSE coalesce(
  h.apres ->> 'reunion_id', h.avant ->> 'reunion_id',
  (SELECT c.apres ->> 'reunion_id' FROM historique c
   WHERE c.objet = 'participant' AND c.objet_id = h.objet_id AND c.operation = 'CREATION' LIMIT 1)) END`;

/** A meeting keeps its length while its date is sought; what is done to it before it is convened is for those who prepare it. */
export class Reunions1700000000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE reunion ADD COLUMN duree integer NOT NULL DEFAULT 120;
      -- A rewrite fires no trigger: what is filled in is not a change that somebody made.
      ALTER TABLE reunion ALTER COLUMN duree TYPE integer
        USING least(720, greatest(15, coalesce((extract(epoch FROM fin - debut) / 60)::integer, duree)));
      ALTER TABLE reunion ADD CONSTRAINT reunion_duree CHECK (duree BETWEEN 15 AND 720);

      ALTER TABLE historique ADD COLUMN preparation boolean NOT NULL DEFAULT false;
      ALTER TABLE historique DISABLE TRIGGER historique_fige;
      UPDATE historique h SET preparation = true
        WHERE h.objet IN ('reunion', 'participant') AND NOT EXISTS (
          SELECT 1 FROM historique e
          WHERE e.objet = 'reunion' AND e.objet_id = ${REUNION} AND e.id <= h.id AND e.apres ->> 'etat' <> 'PREPARATION');
      ALTER TABLE historique ENABLE TRIGGER historique_fige;

      CREATE FUNCTION app.marquer_preparation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        SELECT EXISTS (SELECT 1 FROM reunion r WHERE r.id = (${REUNION})::uuid AND r.etat = 'PREPARATION')
          INTO NEW.preparation FROM (SELECT NEW.*) h;
        RETURN NEW;
      END $$;
      CREATE TRIGGER historique_preparation BEFORE INSERT ON historique
        FOR EACH ROW WHEN (NEW.objet IN ('reunion', 'participant')) EXECUTE FUNCTION app.marquer_preparation();
      CREATE POLICY preparation ON historique AS RESTRICTIVE FOR SELECT TO coopilote_app USING (NOT preparation OR ${ANIME});
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP POLICY preparation ON historique;
      DROP TRIGGER historique_preparation ON historique;
      DROP FUNCTION app.marquer_preparation;
      ALTER TABLE historique DROP COLUMN preparation;
      ALTER TABLE reunion DROP COLUMN duree;
    `);
  }
}
