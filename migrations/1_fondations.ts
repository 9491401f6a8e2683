import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The application's role, the context of a transaction and the functions that policies read it with.
 * A context is opened by `app.ouvrir_contexte` (a person), `app.ouvrir_connexion` (signing in) or `app.ouvrir_systeme`
 * (jobs); its settings live as long as the transaction. Without context every policy answers no.
 */
export class Fondations1700000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SCHEMA app;
      GRANT USAGE ON SCHEMA app TO coopilote_app;
      GRANT USAGE ON SCHEMA public TO coopilote_app;

      CREATE FUNCTION app.texte(cle text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT nullif(current_setting('app.' || cle, true), '') $$;
      CREATE FUNCTION app.textes(cle text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT coalesce(nullif(current_setting('app.' || cle, true), ''), '{}')::text[] $$;
      CREATE FUNCTION app.uuids(cle text) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT coalesce(nullif(current_setting('app.' || cle, true), ''), '{}')::uuid[] $$;

      CREATE FUNCTION app.mode() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.texte('mode') $$;
      CREATE FUNCTION app.utilisateur_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT app.texte('utilisateur')::uuid $$;
      CREATE FUNCTION app.hors_personne() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT coalesce(app.mode() IN ('connexion', 'systeme'), false) $$;
      CREATE FUNCTION app.systeme() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT coalesce(app.mode() = 'systeme', false) $$;

      CREATE FUNCTION app.aujourdhui() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT (now() AT TIME ZONE 'Europe/Paris')::date $$;

      CREATE TABLE historique (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        quand timestamptz NOT NULL DEFAULT clock_timestamp(),
        utilisateur_id uuid,
        auteur text NOT NULL,
        requete text,
        objet text NOT NULL,
        objet_id text NOT NULL,
        operation text NOT NULL CHECK (operation IN ('CREATION', 'MODIFICATION', 'SUPPRESSION')),
        avant jsonb,
        apres jsonb,
        region_code text,
        departement_code text,
        cooperative_id uuid,
        structure_id uuid
      );
      CREATE INDEX historique_cooperative ON historique (cooperative_id, id DESC);
      CREATE INDEX historique_departement ON historique (departement_code, id DESC);
      CREATE INDEX historique_objet ON historique (objet, objet_id, id DESC);
      GRANT SELECT ON historique TO coopilote_app;

      CREATE FUNCTION app.refuser_changement() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'L''historique ne se modifie pas' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER historique_fige BEFORE UPDATE OR DELETE ON historique
        FOR EACH ROW EXECUTE FUNCTION app.refuser_changement();
      CREATE TRIGGER historique_plein BEFORE TRUNCATE ON historique
        FOR EACH STATEMENT EXECUTE FUNCTION app.refuser_changement();

      -- Only the columns that changed are kept; a secret is replaced by its mere presence.
      CREATE FUNCTION app.tracer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        ancien jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) - 'mot_de_passe_hash' END;
        nouveau jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) - 'mot_de_passe_hash' END;
        entier jsonb := coalesce(nouveau, ancien);
        avant jsonb; apres jsonb;
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          SELECT jsonb_object_agg(k, ancien -> k), jsonb_object_agg(k, nouveau -> k) INTO avant, apres
            FROM jsonb_object_keys(nouveau) k
            WHERE nouveau -> k IS DISTINCT FROM ancien -> k AND k NOT IN ('version', 'modifie_le', 'demonstration');
          IF apres IS NULL THEN RETURN NULL; END IF;
        ELSE
          avant := ancien; apres := nouveau;
        END IF;
        INSERT INTO historique (utilisateur_id, auteur, requete, objet, objet_id, operation, avant, apres,
                                region_code, departement_code, cooperative_id, structure_id)
        VALUES (app.utilisateur_id(), coalesce(app.texte('auteur'), session_user), app.texte('requete'), TG_TABLE_NAME,
                coalesce(entier ->> 'id', entier ->> TG_ARGV[0], ''),
                CASE TG_OP WHEN 'INSERT' THEN 'CREATION' WHEN 'UPDATE' THEN 'MODIFICATION' ELSE 'SUPPRESSION' END,
                avant, apres, entier ->> 'region_code', entier ->> 'departement_code',
                CASE WHEN TG_TABLE_NAME = 'cooperative' THEN (entier ->> 'id')::uuid ELSE (entier ->> 'cooperative_id')::uuid END,
                CASE WHEN TG_TABLE_NAME = 'structure' THEN (entier ->> 'id')::uuid ELSE (entier ->> 'structure_id')::uuid END);
        RETURN NULL;
      END $$;

      CREATE FUNCTION app.suivre(nom regclass, cle text DEFAULT 'id') RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('CREATE TRIGGER tracer AFTER INSERT OR UPDATE OR DELETE ON %s
                        FOR EACH ROW EXECUTE FUNCTION app.tracer(%L)', nom, cle);
      END $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE historique; DROP SCHEMA app CASCADE;');
  }
}
