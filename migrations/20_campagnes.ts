import type { MigrationInterface, QueryRunner } from 'typeorm';

const ARS = `departement_code = ANY ((SELECT app.textes('departements_lus'))::text[])`;
const DD = `departement_code = ANY ((SELECT app.textes('departements_ecrits'))::text[])`;
const SYSTEME = `(SELECT app.systeme())`;
const NIVEAUX = `('ESSENTIEL', 'COURANT', 'COMPLET')`;

/**
 * The collection of a quarter, département by département: its deadline, its closing, its reminders. It exists as soon as one
 * report of the quarter does. And how much each action is asked.
 */
export class Campagnes1700000000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE campagne (
        id uuid PRIMARY KEY,
        departement_code text NOT NULL REFERENCES departement,
        annee integer NOT NULL CHECK (annee BETWEEN 2000 AND 2100),
        trimestre integer NOT NULL CHECK (trimestre BETWEEN 1 AND 4),
        echeance date NOT NULL,
        etat text NOT NULL DEFAULT 'OUVERTE' CHECK (etat IN ('OUVERTE', 'CLOSE')),
        motif text,
        change_le timestamptz,
        change_par uuid REFERENCES utilisateur,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT campagne_une_par_trimestre UNIQUE (departement_code, annee, trimestre),
        CONSTRAINT campagne_motif CHECK (etat = 'OUVERTE' OR num_nonnulls(motif, change_le) = 2),
        UNIQUE (id, departement_code)
      );
      -- Who was reminded, and when: what makes a reminder leave once, however many times its job runs.
      CREATE TABLE campagne_rappel (
        campagne_id uuid NOT NULL,
        departement_code text NOT NULL,
        utilisateur_id uuid NOT NULL REFERENCES utilisateur,
        moment text NOT NULL,
        le timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (campagne_id, utilisateur_id, moment),
        CONSTRAINT campagne_rappel_campagne FOREIGN KEY (campagne_id, departement_code) REFERENCES campagne (id, departement_code)
      );
      CREATE INDEX campagne_trimestre ON campagne (annee, trimestre);
      GRANT SELECT, INSERT, UPDATE ON campagne TO coopilote_app;
      GRANT SELECT, INSERT ON campagne_rappel TO coopilote_app;
      ALTER TABLE campagne ENABLE ROW LEVEL SECURITY;
      CREATE POLICY lit ON campagne FOR SELECT TO coopilote_app USING (${ARS});
      CREATE POLICY cree ON campagne FOR INSERT TO coopilote_app WITH CHECK (${SYSTEME});
      CREATE POLICY modifie ON campagne FOR UPDATE TO coopilote_app USING (${DD}) WITH CHECK (${DD});
      ALTER TABLE campagne_rappel ENABLE ROW LEVEL SECURITY;
      CREATE POLICY lit ON campagne_rappel FOR SELECT TO coopilote_app USING (${ARS});
      CREATE POLICY cree ON campagne_rappel FOR INSERT TO coopilote_app WITH CHECK (${SYSTEME});
      -- Its opening is the reports' own; the history keeps what somebody decided.
      CREATE TRIGGER tracer AFTER UPDATE ON campagne FOR EACH ROW EXECUTE FUNCTION app.tracer('id', 'change_le', 'change_par');

      -- A partner reads no campaign: what bears on its own report is told here.
      CREATE FUNCTION app.campagne_de(le_departement text, l_annee integer, le_trimestre integer)
        RETURNS TABLE (echeance date, close_le timestamptz, motif text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT echeance, CASE WHEN etat = 'CLOSE' THEN change_le END, CASE WHEN etat = 'CLOSE' THEN motif END
        FROM campagne WHERE departement_code = le_departement AND annee = l_annee AND trimestre = le_trimestre
      $$;
      CREATE FUNCTION app.ouvrir_campagnes() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        INSERT INTO campagne (id, departement_code, annee, trimestre, echeance)
          SELECT gen_random_uuid(), departement_code, annee, trimestre, max(echeance) FROM ouverts GROUP BY departement_code, annee, trimestre
          ON CONFLICT (departement_code, annee, trimestre) DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER ouvrir_campagnes AFTER INSERT ON bilan_trimestriel REFERENCING NEW TABLE AS ouverts
        FOR EACH STATEMENT EXECUTE FUNCTION app.ouvrir_campagnes();
      INSERT INTO campagne (id, departement_code, annee, trimestre, echeance)
        SELECT gen_random_uuid(), departement_code, annee, trimestre, max(echeance) FROM bilan_trimestriel GROUP BY departement_code, annee, trimestre;

      -- Once the collection is closed, nothing is written but what the delegation itself sent back.
      CREATE FUNCTION app.collecte_close(le_bilan uuid) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT 1 FROM bilan_trimestriel b JOIN campagne c USING (departement_code, annee, trimestre)
                       WHERE b.id = le_bilan AND b.etat <> 'A_COMPLETER' AND c.etat = 'CLOSE')
      $$;
      CREATE FUNCTION app.refuser_collecte_close() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF OLD.etat IN ('A_REMPLIR', 'BROUILLON') AND NEW.etat NOT IN ('A_REMPLIR', 'BROUILLON') AND app.collecte_close(OLD.id) THEN
          RAISE EXCEPTION 'La collecte de ce trimestre est close' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER collecte_close BEFORE UPDATE OF etat ON bilan_trimestriel FOR EACH ROW EXECUTE FUNCTION app.refuser_collecte_close();
      CREATE POLICY collecte ON bilan_brouillon AS RESTRICTIVE FOR INSERT TO coopilote_app WITH CHECK (NOT app.collecte_close(bilan_id));
      CREATE POLICY collecte_suite ON bilan_brouillon AS RESTRICTIVE FOR UPDATE TO coopilote_app USING (NOT app.collecte_close(bilan_id));

      -- Guide, fiche 5: « niveau d'exigence ». A report keeps the level with which it was begun.
      ALTER TABLE fiche_action ADD COLUMN niveau_bilan text NOT NULL DEFAULT 'COMPLET' CHECK (niveau_bilan IN ${NIVEAUX});
      ALTER TABLE bilan_trimestriel ADD COLUMN niveau text NOT NULL DEFAULT 'COMPLET' CHECK (niveau IN ${NIVEAUX});
      CREATE FUNCTION app.garder_niveau_bilan() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF current_user = 'coopilote_app' AND NOT coalesce(NEW.departement_code = ANY (app.textes('departements_ecrits')), false)
          AND NEW.niveau_bilan <> (CASE TG_OP WHEN 'INSERT' THEN 'COMPLET' ELSE OLD.niveau_bilan END) THEN
          RAISE EXCEPTION 'Le niveau du bilan se choisit à la délégation' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER niveau_bilan BEFORE INSERT OR UPDATE OF niveau_bilan ON fiche_action
        FOR EACH ROW EXECUTE FUNCTION app.garder_niveau_bilan();
      GRANT EXECUTE ON FUNCTION app.campagne_de, app.collecte_close TO coopilote_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER niveau_bilan ON fiche_action;
      DROP TRIGGER collecte_close ON bilan_trimestriel;
      DROP TRIGGER ouvrir_campagnes ON bilan_trimestriel;
      DROP POLICY collecte ON bilan_brouillon;
      DROP POLICY collecte_suite ON bilan_brouillon;
      DROP FUNCTION app.garder_niveau_bilan, app.refuser_collecte_close, app.collecte_close, app.ouvrir_campagnes, app.campagne_de;
      ALTER TABLE bilan_trimestriel DROP COLUMN niveau;
      ALTER TABLE fiche_action DROP COLUMN niveau_bilan;
      DROP TABLE campagne_rappel, campagne;
    `);
  }
}
