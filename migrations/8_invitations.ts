import type { MigrationInterface, QueryRunner } from 'typeorm';

const DD = `departement_code = ANY ((SELECT app.textes('departements_ecrits'))::text[])`;
const ADMIN = `region_code = ANY ((SELECT app.textes('regions_admin'))::text[])`;
const SIENNE = `structure_id = ANY ((SELECT app.uuids('structures'))::uuid[])`;
const LIT = `(SELECT app.hors_personne()) OR utilisateur_id = (SELECT app.utilisateur_id()) OR ${ADMIN} OR ${DD} OR ${SIENNE}`;
const CREE = `(${ADMIN})
  OR (${DD} AND role IN ('COPILOTE', 'PARTENAIRE', 'MEMBRE_COPIL', 'EVALUATEUR_EXTERNE'))
  OR (role = 'PARTENAIRE' AND ${SIENNE})`;
/** A structure seated in another département, member of one of the reader's CAs. */
const MEMBRE = `(role = 'PARTENAIRE' AND EXISTS (
  SELECT 1 FROM adhesion a WHERE a.structure_id = attribution.structure_id AND a.${DD}
    AND (a.fin IS NULL OR a.fin >= app.aujourdhui())))`;

const policies = (lit: string, cree: string) => `
  DROP POLICY lit ON attribution;
  CREATE POLICY lit ON attribution FOR SELECT TO coopilote_app USING (${lit});
  DROP POLICY cree ON attribution;
  CREATE POLICY cree ON attribution FOR INSERT TO coopilote_app WITH CHECK (${cree});`;

/**
 * A DD names the partners of the structures that are members of its CAs, wherever these are seated; and the two things
 * about a person that reach past the scopes of the one who asks.
 */
export class Invitations1700000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${policies(`${LIT} OR ${MEMBRE}`, `${CREE} OR ${MEMBRE}`)}

      -- Regions in which a person holds a role: what an administrator of one of them may not decide alone.
      CREATE FUNCTION app.regions_de(personne uuid) RETURNS text[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
        AS $$ SELECT coalesce(array_agg(DISTINCT region_code), '{}') FROM attribution WHERE utilisateur_id = personne $$;

      -- Ends the sessions and the one-time links of a person: by an administrator of one of their regions, or by a link.
      CREATE FUNCTION app.fermer_acces(personne uuid) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF NOT app.hors_personne() AND NOT app.regions_de(personne) && app.textes('regions_admin') THEN
          RAISE EXCEPTION 'Accès d''une personne d''une autre région' USING ERRCODE = 'insufficient_privilege';
        END IF;
        DELETE FROM session WHERE utilisateur_id = personne;
        DELETE FROM lien_unique WHERE utilisateur_id = personne AND utilise_le IS NULL;
      END $$;
      GRANT EXECUTE ON FUNCTION app.regions_de, app.fermer_acces TO coopilote_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`${policies(LIT, CREE)} DROP FUNCTION app.fermer_acces, app.regions_de;`);
  }
}
