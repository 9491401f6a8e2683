import type { MigrationInterface, QueryRunner } from 'typeorm';

const LIT = `(departement_code = ANY ((SELECT app.textes('departements_lus'))::text[])
  OR cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;
/** Who binds the ARS takes note of a departure; a copilote does not. */
const DD = `departement_code = ANY ((SELECT app.textes('departements_ecrits'))::text[])`;
const SIENNE = `(structure_id = ANY ((SELECT app.uuids('structures'))::uuid[])
  AND cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;

/** Members that leave a convention at its annual deadline (guide, 5.2), and members told of what another one does. */
export class Departs1700000000024 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE depart (
        id uuid PRIMARY KEY,
        convention_id uuid NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        structure_id uuid NOT NULL REFERENCES structure,
        demande_le date NOT NULL,
        motif text NOT NULL,
        demande_par uuid NOT NULL REFERENCES utilisateur,
        consulte_le date,
        compte_rendu text,
        consulte_par uuid REFERENCES utilisateur,
        -- Last day as a party: the annual deadline that follows the consultation.
        effet date,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT depart_convention FOREIGN KEY (convention_id, cooperative_id) REFERENCES convention (id, cooperative_id),
        CONSTRAINT depart_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        -- No departure without the members having been consulted, after it was asked and before it takes effect.
        CONSTRAINT depart_consultation CHECK (
          (consulte_le IS NULL AND compte_rendu IS NULL AND consulte_par IS NULL AND effet IS NULL)
          OR (consulte_le >= demande_le AND effet >= consulte_le AND compte_rendu IS NOT NULL AND consulte_par IS NOT NULL))
      );
      CREATE UNIQUE INDEX depart_demande ON depart (convention_id, structure_id) WHERE effet IS NULL;
      CREATE INDEX depart_convention_id ON depart (convention_id);
      GRANT SELECT, INSERT, UPDATE, DELETE ON depart TO coopilote_app;
      ALTER TABLE depart ENABLE ROW LEVEL SECURITY;
      CREATE POLICY lit ON depart FOR SELECT TO coopilote_app USING (${LIT});
      CREATE POLICY cree ON depart FOR INSERT TO coopilote_app
        WITH CHECK ((${DD} OR ${SIENNE}) AND consulte_le IS NULL AND demande_par = (SELECT app.utilisateur_id()));
      CREATE POLICY modifie ON depart FOR UPDATE TO coopilote_app USING (${DD}) WITH CHECK (${DD});
      CREATE POLICY supprime ON depart FOR DELETE TO coopilote_app USING (${DD} OR (${SIENNE} AND consulte_le IS NULL));
      SELECT app.suivre('depart');

      -- What was asked is not rewritten; what took effect is history.
      CREATE FUNCTION app.garder_depart() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF OLD.effet < app.aujourdhui() THEN
          RAISE EXCEPTION 'Un départ qui a pris effet ne change plus' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF TG_OP = 'UPDATE' AND (NEW.id, NEW.convention_id, NEW.structure_id, NEW.demande_le, NEW.motif, NEW.demande_par)
             IS DISTINCT FROM (OLD.id, OLD.convention_id, OLD.structure_id, OLD.demande_le, OLD.motif, OLD.demande_par) THEN
          RAISE EXCEPTION 'Une demande de départ ne se réécrit pas' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER depart_garde BEFORE UPDATE OR DELETE ON depart FOR EACH ROW EXECUTE FUNCTION app.garder_depart();

      -- A party whose departure took effect, unless it has joined the CA again since.
      CREATE FUNCTION app.est_partie(la_convention uuid, la_cooperative uuid, la_structure uuid, jour date) RETURNS boolean
        LANGUAGE sql STABLE AS $$
        SELECT NOT EXISTS (SELECT 1 FROM depart d WHERE d.convention_id = la_convention AND d.structure_id = la_structure AND d.effet < jour)
          OR EXISTS (SELECT 1 FROM adhesion a WHERE a.cooperative_id = la_cooperative AND a.structure_id = la_structure
                     AND a.debut <= jour AND (a.fin IS NULL OR a.fin >= jour))
      $$;

      -- Accounts to tell of what a CA does: those that write for some of its members. A structure that acts cannot read the
      -- accounts of the others, and yet has them told.
      CREATE FUNCTION app.comptes_des_membres(la_cooperative uuid, les_structures uuid[]) RETURNS SETOF uuid
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT DISTINCT t.utilisateur_id FROM attribution t
        WHERE t.role = 'PARTENAIRE' AND t.structure_id = ANY (les_structures)
          AND t.debut <= app.aujourdhui() AND (t.fin IS NULL OR t.fin >= app.aujourdhui())
          AND EXISTS (SELECT 1 FROM adhesion a WHERE a.cooperative_id = la_cooperative AND a.structure_id = t.structure_id)
          AND EXISTS (SELECT 1 FROM cooperative k WHERE k.id = la_cooperative
                      AND (k.departement_code = ANY (app.textes('departements_lus')::text[]) OR k.id = ANY (app.uuids('cooperatives_lues')::uuid[])))
      $$;
      GRANT EXECUTE ON FUNCTION app.est_partie, app.comptes_des_membres TO coopilote_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION app.comptes_des_membres;
      DROP FUNCTION app.est_partie;
      DROP TABLE depart;
      DROP FUNCTION app.garder_depart;
    `);
  }
}
