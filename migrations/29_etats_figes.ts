import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A set is hashed once a query: a frozen région has tens of thousands of rows. */
const LUS = `departement_code IN (SELECT unnest(app.textes('departements_lus')))`;
const TABLES = ['etat_fige', 'etat_fige_departement', 'etat_fige_bilan', 'etat_fige_valeur'];

/**
 * The canonical form of a frozen state, of which its print is the SHA-256: one line a thing, its fields parted by tabs, what is
 * unknown left empty; the state's own line first, then the others in the order of their bytes.
 */
const ligne = (genre: string, champs: string[]) =>
  `concat('${genre}', ${champs.map((c) => `E'\\t', ${c}`).join(', ')})`;
const liste = (colonne: string) => `array_to_string(${colonne}, ',')`;
const LIGNE_ETAT = (v: Record<'region' | 'departement' | 'annee' | 'trimestre' | 'nom' | 'le' | 'par', string>) =>
  ligne('etat', [
    ...[v.region, v.departement, v.annee, v.trimestre, v.nom],
    `to_char(${v.le} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    v.par,
  ]);
const LIGNES = (de: Record<'departements' | 'bilans' | 'valeurs', string>) => `
  SELECT ${ligne('departement', ['d.departement_code', 'd.attendus', 'd.recus', 'd.valides', 'd.beneficiaires', 'd.cibles'])} AS ligne
  FROM ${de.departements} d
  UNION ALL
  SELECT ${ligne('bilan', [
    ...[
      'b.bilan_id',
      'b.fiche_action_id',
      'b.cooperative_id',
      'b.departement_code',
      'b.structure_id',
      'b.etat',
      'b.numero_version',
    ],
    ...[
      'b.beneficiaires',
      'b.beneficiaires_cibles',
      'b.territoire_commune_code',
      'b.phase',
      liste('b.thematiques'),
      liste('b.publics'),
    ],
  ])} FROM ${de.bilans} b
  UNION ALL
  SELECT ${ligne('valeur', [
    ...[
      'v.bilan_id',
      'v.indicateur_id',
      'v.departement_code',
      'v.indicateur_commun_id',
      'v.unite',
      'v.mode_agregation',
    ],
    ...['v.valeur', 'v.numerateur', 'v.denominateur', 'v.prevision'],
  ])} FROM ${de.valeurs} v`;
const EMPREINTE = (etat: string, lignes: string) => `encode(sha256(convert_to(${etat} || coalesce(
    (SELECT string_agg(E'\\n' || l.ligne, '' ORDER BY l.ligne COLLATE "C") FROM (${lignes}) l), ''), 'UTF8')), 'hex')`;

const BILAN = `bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id, etat, numero_version, beneficiaires,
  beneficiaires_cibles, territoire_commune_code, phase, thematiques, publics`;
const VALEUR = `bilan_id, indicateur_id, departement_code, indicateur_commun_id, unite, mode_agregation, valeur, numerateur, denominateur, prevision`;

/**
 * A quarter of a région or of a département as it stood at an instant, under a name: what the consolidation rests on, with a
 * print that proves it unchanged. Written by one statement, hence from one snapshot; never changed nor taken away.
 */
export class EtatsFiges1700000000029 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE etat_fige (
        id uuid PRIMARY KEY,
        region_code text NOT NULL REFERENCES region,
        -- None for the whole région.
        departement_code text,
        annee integer NOT NULL CHECK (annee BETWEEN 2000 AND 2100),
        trimestre integer NOT NULL CHECK (trimestre BETWEEN 1 AND 4),
        nom text NOT NULL CONSTRAINT etat_fige_nom CHECK (length(trim(nom)) > 0 AND nom !~ '[[:cntrl:]]'),
        empreinte text NOT NULL CHECK (empreinte ~ '^[0-9a-f]{64}$'),
        fige_le timestamptz NOT NULL,
        fige_par uuid NOT NULL REFERENCES utilisateur,
        CONSTRAINT etat_fige_departement FOREIGN KEY (departement_code, region_code) REFERENCES departement (code, region_code)
      );
      CREATE UNIQUE INDEX etat_fige_nom_unique ON etat_fige (region_code, departement_code, lower(nom)) NULLS NOT DISTINCT;
      CREATE INDEX etat_fige_trimestre ON etat_fige (region_code, annee, trimestre);

      CREATE TABLE etat_fige_departement (
        etat_fige_id uuid NOT NULL REFERENCES etat_fige,
        departement_code text NOT NULL REFERENCES departement,
        attendus integer NOT NULL, recus integer NOT NULL, valides integer NOT NULL,
        -- People of the received reports, and people aimed at by the actions that owed one.
        beneficiaires bigint NOT NULL, cibles bigint NOT NULL,
        PRIMARY KEY (etat_fige_id, departement_code)
      );
      -- What a report was made of, and where its action stood; nothing ties these rows to what goes on living.
      CREATE TABLE etat_fige_bilan (
        etat_fige_id uuid NOT NULL, bilan_id uuid NOT NULL,
        fiche_action_id uuid NOT NULL, cooperative_id uuid NOT NULL, departement_code text NOT NULL, structure_id uuid NOT NULL,
        etat text NOT NULL,
        numero_version integer NOT NULL,
        beneficiaires integer,
        beneficiaires_cibles integer,
        territoire_commune_code text,
        phase text NOT NULL,
        thematiques text[] NOT NULL, publics text[] NOT NULL,
        PRIMARY KEY (etat_fige_id, bilan_id),
        CONSTRAINT etat_fige_bilan_departement FOREIGN KEY (etat_fige_id, departement_code) REFERENCES etat_fige_departement
      );
      -- An indicator that had a value or a forecast; unit and mode are those that the consolidation applies: the common one's.
      -- Written by the function below alone, with its reports: a key checked for each of 150,000 rows would cost more than the rest.
      CREATE TABLE etat_fige_valeur (
        etat_fige_id uuid NOT NULL, bilan_id uuid NOT NULL, indicateur_id uuid NOT NULL,
        departement_code text NOT NULL,
        indicateur_commun_id uuid,
        unite text NOT NULL, mode_agregation text NOT NULL,
        valeur numeric(16,4), numerateur numeric(16,4), denominateur numeric(16,4), prevision numeric(16,4),
        PRIMARY KEY (etat_fige_id, bilan_id, indicateur_id)
      );

      -- As it stands now: what is frozen, and what a frozen state is compared with, under the reader's own policies.
      CREATE VIEW app.bilan_a_figer WITH (security_invoker = true) AS
        SELECT b.annee, b.trimestre, b.id AS bilan_id, b.fiche_action_id, b.cooperative_id, b.departement_code, b.structure_id, b.etat,
          b.numero_version, b.beneficiaires, f.beneficiaires_cibles, f.territoire_commune_code, c.phase,
          coalesce(t.codes, '{}') AS thematiques,
          ARRAY(SELECT DISTINCT l.code COLLATE "C" FROM liste_valeur l WHERE l.id IN (f.public1_id, f.public2_id, f.public3_id) ORDER BY 1) AS publics
        FROM bilan_trimestriel b JOIN fiche_action f ON f.id = b.fiche_action_id JOIN cooperative c ON c.id = b.cooperative_id
        LEFT JOIN (SELECT x.cooperative_id, array_agg(l.code ORDER BY l.code COLLATE "C") AS codes
                   FROM cooperative_thematique x JOIN liste_valeur l ON l.id = x.thematique_id GROUP BY x.cooperative_id) t
          ON t.cooperative_id = b.cooperative_id;
      CREATE VIEW app.valeur_a_figer WITH (security_invoker = true) AS
        SELECT b.annee, b.trimestre, b.id AS bilan_id, i.id AS indicateur_id, b.departement_code, i.indicateur_commun_id,
          coalesce(m.unite, i.unite) AS unite, coalesce(m.mode_agregation, i.mode_agregation) AS mode_agregation,
          v.valeur, v.numerateur, v.denominateur, p.valeur AS prevision
        FROM bilan_trimestriel b JOIN indicateur i ON i.fiche_action_id = b.fiche_action_id
        LEFT JOIN indicateur_commun m ON m.id = i.indicateur_commun_id
        LEFT JOIN valeur v ON v.bilan_id = b.id AND v.indicateur_id = i.id
        LEFT JOIN prevision p ON p.indicateur_id = i.id AND p.annee = b.annee AND p.trimestre = b.trimestre
        WHERE num_nonnulls(v.valeur, v.numerateur, v.denominateur, p.valeur) > 0;

      -- One statement, one snapshot. The person reads all that they freeze: the service says who may. @returns the reports kept
      CREATE FUNCTION app.figer_trimestre(l_etat uuid, la_region text, le_departement text, l_annee integer, le_trimestre integer, le_nom text)
        RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        codes text[] := ARRAY(SELECT code FROM departement WHERE region_code = la_region AND (le_departement IS NULL OR code = le_departement));
        gardes integer;
      BEGIN
        IF app.utilisateur_id() IS NULL OR cardinality(codes) = 0 OR NOT codes <@ app.textes('departements_lus') THEN
          RAISE EXCEPTION 'Ce territoire n''est pas le vôtre' USING ERRCODE = 'insufficient_privilege';
        END IF;
        WITH b AS (
          INSERT INTO etat_fige_bilan (etat_fige_id, ${BILAN})
          SELECT l_etat, ${BILAN} FROM app.bilan_a_figer
          WHERE departement_code = ANY (codes) AND annee = l_annee AND trimestre = le_trimestre RETURNING *),
        v AS (
          INSERT INTO etat_fige_valeur (etat_fige_id, ${VALEUR})
          SELECT l_etat, ${VALEUR} FROM app.valeur_a_figer
          WHERE departement_code = ANY (codes) AND annee = l_annee AND trimestre = le_trimestre RETURNING *),
        d AS (
          INSERT INTO etat_fige_departement
          SELECT l_etat, departement_code, count(*), count(*) FILTER (WHERE etat IN ('TRANSMIS', 'VALIDE')), count(*) FILTER (WHERE etat = 'VALIDE'),
            coalesce(sum(beneficiaires) FILTER (WHERE etat IN ('TRANSMIS', 'VALIDE')), 0), coalesce(sum(beneficiaires_cibles), 0)
          FROM b GROUP BY departement_code RETURNING *),
        e AS (
          INSERT INTO etat_fige (id, region_code, departement_code, annee, trimestre, nom, fige_le, fige_par, empreinte)
          SELECT l_etat, la_region, le_departement, l_annee, le_trimestre, le_nom, now(), app.utilisateur_id(),
            ${EMPREINTE(
              LIGNE_ETAT({
                ...{ region: 'la_region', departement: 'le_departement', annee: 'l_annee', trimestre: 'le_trimestre' },
                ...{ nom: 'le_nom', le: 'now()', par: 'app.utilisateur_id()' },
              }),
              LIGNES({ departements: 'd', bilans: 'b', valeurs: 'v' }),
            )}
          RETURNING id)
        SELECT count(*) INTO gardes FROM b, e;
        RETURN gardes;
      END $$;

      -- The print of what is kept now; it differs from the one written then when anything was touched.
      CREATE FUNCTION app.empreinte_etat_fige(l_etat uuid) RETURNS text
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT ${EMPREINTE(
          LIGNE_ETAT({
            ...{
              region: 'e.region_code',
              departement: 'e.departement_code',
              annee: 'e.annee',
              trimestre: 'e.trimestre',
            },
            ...{ nom: 'e.nom', le: 'e.fige_le', par: 'e.fige_par' },
          }),
          LIGNES({
            departements: '(SELECT * FROM etat_fige_departement WHERE etat_fige_id = l_etat)',
            bilans: '(SELECT * FROM etat_fige_bilan WHERE etat_fige_id = l_etat)',
            valeurs: '(SELECT * FROM etat_fige_valeur WHERE etat_fige_id = l_etat)',
          }),
        )}
        FROM etat_fige e WHERE e.id = l_etat
      $$;
      CREATE FUNCTION app.refuser_etat_fige() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'Un état figé ne se modifie pas' USING ERRCODE = 'insufficient_privilege';
      END $$;
      GRANT SELECT ON app.bilan_a_figer, app.valeur_a_figer TO coopilote_app;
      REVOKE ALL ON FUNCTION app.figer_trimestre, app.empreinte_etat_fige FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.figer_trimestre, app.empreinte_etat_fige TO coopilote_app;
    `);
    for (const table of TABLES) {
      await db.query(`
        CREATE TRIGGER fige BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION app.refuser_etat_fige();
        CREATE TRIGGER plein BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION app.refuser_etat_fige();
        GRANT SELECT ON ${table} TO coopilote_app;
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      `);
    }
    for (const table of TABLES.slice(1)) {
      await db.query(`CREATE POLICY lit ON ${table} FOR SELECT TO coopilote_app USING (${LUS});`);
    }
    await db.query(`
      -- That a région was frozen is known to each of its départements, which read their part of it alone.
      CREATE POLICY lit ON etat_fige FOR SELECT TO coopilote_app USING (
        CASE WHEN departement_code IS NOT NULL THEN ${LUS}
        ELSE region_code IN (SELECT d.region_code FROM departement d WHERE d.code IN (SELECT unnest(app.textes('departements_lus')))) END);
      SELECT app.suivre('etat_fige');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP VIEW app.valeur_a_figer, app.bilan_a_figer;
      DROP FUNCTION app.empreinte_etat_fige, app.figer_trimestre;
      DROP TABLE ${TABLES.toReversed().join(', ')};
      DROP FUNCTION app.refuser_etat_fige;
    `);
  }
}
