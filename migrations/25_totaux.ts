import type { MigrationInterface, QueryRunner } from 'typeorm';
import { REFAIRE, VUES } from './25_totaux_calcul';

const NUMERIQUES = (prefixe: string) => [1, 2, 3, 4].map((t) => `${prefixe}${t} numeric(16,4)`).join(', ');
const FICHE = `CONSTRAINT cumul_TABLE_fiche FOREIGN KEY (fiche_action_id, cooperative_id, departement_code, structure_id)
          REFERENCES fiche_action (id, cooperative_id, departement_code, structure_id) ON DELETE CASCADE`;
/** A set is hashed once a query: a list would be walked at each of the rows, of which a national reading has thousands. */
const LUS = `departement_code IN (SELECT unnest(app.textes('departements_lus')))`;
const TABLES = ['cumul_action', 'cumul_indicateur', 'total_departement'];

/** What changes a figure, and what must have changed for it. */
const SOURCES: Record<string, string> = {
  bilan_trimestriel: `(OLD.etat, OLD.beneficiaires, OLD.annee, OLD.trimestre) IS DISTINCT FROM (NEW.etat, NEW.beneficiaires, NEW.annee, NEW.trimestre)`,
  valeur: `(OLD.valeur, OLD.numerateur, OLD.denominateur) IS DISTINCT FROM (NEW.valeur, NEW.numerateur, NEW.denominateur)`,
  prevision: `(OLD.valeur, OLD.annee, OLD.trimestre) IS DISTINCT FROM (NEW.valeur, NEW.annee, NEW.trimestre)`,
  indicateur: `(OLD.indicateur_commun_id, OLD.ordre) IS DISTINCT FROM (NEW.indicateur_commun_id, NEW.ordre)`,
  fiche_action: `OLD.beneficiaires_cibles IS DISTINCT FROM NEW.beneficiaires_cibles`,
};

/**
 * Totals kept with what they sum. Whatever moves a figure notes its action and its year; at the end of the same
 * transaction these are computed again, from their reports alone: a total is never added to, so it cannot drift.
 */
export class Totaux1700000000025 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One row an action and year of reports; year 0 is all of them. Masks: bit of a quarter, 1 for the first, 8 for the fourth.
      CREATE TABLE cumul_action (
        fiche_action_id uuid NOT NULL, cooperative_id uuid NOT NULL, departement_code text NOT NULL, structure_id uuid NOT NULL,
        annee integer NOT NULL,
        attendus_t integer NOT NULL, recus_t integer NOT NULL, valides_t integer NOT NULL,
        attendus integer NOT NULL, recus integer NOT NULL, valides integer NOT NULL,
        b1 integer, b2 integer, b3 integer, b4 integer,
        haut bigint, bas integer,
        -- People that the action is meant for.
        cibles integer,
        PRIMARY KEY (fiche_action_id, annee),
        ${FICHE.replace('TABLE', 'action')}
      );
      CREATE INDEX cumul_action_annee ON cumul_action (departement_code, annee);

      -- One row an indicator that feeds a common one, and year. Quarters' values and forecasts, then what any mode needs of them.
      CREATE TABLE cumul_indicateur (
        indicateur_id uuid NOT NULL REFERENCES indicateur ON DELETE CASCADE,
        fiche_action_id uuid NOT NULL, cooperative_id uuid NOT NULL, departement_code text NOT NULL, structure_id uuid NOT NULL,
        indicateur_commun_id uuid NOT NULL,
        annee integer NOT NULL,
        -- The first of its action for this common indicator: the one that counts the action.
        premier boolean NOT NULL,
        attendus_t integer NOT NULL, attendus integer NOT NULL,
        ${NUMERIQUES('v')}, ${NUMERIQUES('n')}, ${NUMERIQUES('d')}, ${NUMERIQUES('p')}, pa numeric(16,4),
        valeurs integer NOT NULL, somme numeric, maximum numeric, derniere numeric, numerateur numeric, denominateur numeric,
        previsions integer NOT NULL, prevu_somme numeric, prevu_maximum numeric, prevu_derniere numeric,
        PRIMARY KEY (indicateur_id, annee),
        ${FICHE.replace('TABLE', 'indicateur')}
      );
      CREATE INDEX cumul_indicateur_annee ON cumul_indicateur (departement_code, annee, indicateur_commun_id);
      CREATE INDEX cumul_indicateur_fiche ON cumul_indicateur (fiche_action_id);

      -- One row a département, common indicator and cell: a quarter, a year (quarter 0), everything (year 0).
      -- The common indicator made of zeros stands for the reports themselves and the beneficiaries.
      CREATE TABLE total_departement (
        departement_code text NOT NULL, indicateur_commun_id uuid NOT NULL, annee integer NOT NULL, trimestre integer NOT NULL,
        actions integer NOT NULL, attendus integer NOT NULL, recus integer NOT NULL, valides integer NOT NULL,
        cibles bigint, series integer NOT NULL, valeurs integer NOT NULL,
        somme numeric, maximum numeric, bas numeric, derniere numeric, numerateur numeric, denominateur numeric,
        series_prevues integer NOT NULL, previsions integer NOT NULL, prevu_somme numeric, prevu_maximum numeric, prevu_derniere numeric,
        -- What tells the indicator apart between regions, « code:unit:mode »; and the measures of this total alone, ready to be sent.
        cle text NOT NULL, mesures text NOT NULL,
        -- Thousands of totals are read at once: from an index alone, of a département or of all, without their rows.
        PRIMARY KEY (departement_code, annee, trimestre, indicateur_commun_id) INCLUDE (cle, mesures)
      );
      CREATE INDEX total_departement_case ON total_departement (annee, trimestre, indicateur_commun_id, departement_code) INCLUDE (cle, mesures);

      -- Empty between two transactions: what one of them has to compute again before it ends.
      CREATE UNLOGGED TABLE app.total_a_refaire (
        transaction xid8 NOT NULL DEFAULT pg_current_xact_id(), fiche_action_id uuid NOT NULL, departement_code text NOT NULL, annee integer NOT NULL,
        PRIMARY KEY (transaction, fiche_action_id, annee)
      );
    `);
    for (const table of TABLES) {
      await db.query(`
        GRANT SELECT ON ${table} TO coopilote_app;
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY lit ON ${table} FOR SELECT TO coopilote_app USING (${LUS});
      `);
    }
    await db.query(VUES);
    await db.query(REFAIRE);
    for (const [table, change] of Object.entries(SOURCES)) {
      const creation = table === 'fiche_action' ? '' : 'INSERT OR DELETE';
      await db.query(`
        ${
          creation &&
          `CREATE TRIGGER noter_total AFTER ${creation} ON ${table} FOR EACH ROW EXECUTE FUNCTION app.noter_total();`
        }
        CREATE TRIGGER noter_total_change AFTER UPDATE ON ${table} FOR EACH ROW WHEN (${change}) EXECUTE FUNCTION app.noter_total();
      `);
    }
    await db.query(`
      CREATE TRIGGER noter_total_change AFTER UPDATE ON indicateur_commun FOR EACH ROW
        WHEN ((OLD.code, OLD.unite, OLD.mode_agregation) IS DISTINCT FROM (NEW.code, NEW.unite, NEW.mode_agregation)) EXECUTE FUNCTION app.noter_totaux_commun();
      SELECT app.recalculer_totaux();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [...Object.keys(SOURCES), 'indicateur_commun']) {
      await db.query(`
        DROP TRIGGER IF EXISTS noter_total ON ${table};
        DROP TRIGGER noter_total_change ON ${table};
      `);
    }
    await db.query(`
      DROP TABLE app.total_a_refaire;
      DROP FUNCTION app.noter_total, app.noter_totaux_commun, app.refaire_totaux, app.recalculer_totaux, app.ecarts_totaux;
      DROP TYPE app.total_touche;
      DROP VIEW app.total_departement_exact, app.cumul_indicateur_tout, app.cumul_indicateur_exact, app.cumul_action_tout, app.cumul_action_exact;
      DROP FUNCTION app.mesures_groupe, app.haut_groupe;
      DROP TABLE total_departement, cumul_indicateur, cumul_action;
    `);
  }
}
