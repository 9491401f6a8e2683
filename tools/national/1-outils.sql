-- Helpers of the session that loads. Every id and every value comes from a rank: no random(), no clock.
CREATE OR REPLACE FUNCTION pg_temp.cle(prefixe text, rang bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT (prefixe || '000040008000' || lpad(to_hex(rang), 12, '0'))::uuid $$;
-- Evenly spread over 0 … n - 1 (Knuth's multiplicative hash).
CREATE OR REPLACE FUNCTION pg_temp.tirage(rang bigint, n integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT ((((rang + 1) * 2654435761) % 4294967296) / 65536 % n)::integer $$;
-- As libs/domain/commun/recherche.ts.
CREATE OR REPLACE FUNCTION pg_temp.recherche(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT btrim(regexp_replace(regexp_replace(regexp_replace(
    replace(replace(lower(regexp_replace(normalize(t, NFD), '[\u0300-\u036f]', '', 'g')), 'œ', 'oe'), 'æ', 'ae'),
    '[^a-z0-9]+', ' ', 'g'), '\mst\M', 'saint', 'g'), '\mste\M', 'sainte', 'g')) $$;

-- Tables that are loaded. Their own triggers rest meanwhile: the history tells what people do, and this is nobody's doing.
CREATE TEMP TABLE chargee ON COMMIT DROP AS SELECT t::regclass AS nom FROM unnest(ARRAY['utilisateur', 'attribution', 'liste_valeur',
  'indicateur_commun', 'structure', 'cooperative', 'cooperative_thematique', 'cooperative_public', 'cooperative_commune', 'adhesion',
  'objectif', 'fiche_action', 'fiche_action_mode', 'indicateur', 'prevision', 'campagne', 'bilan_trimestriel', 'bilan_brouillon', 'valeur',
  'bilan_version']) t;
-- Of the large ones, foreign keys and indexes are made again after the rows: PostgreSQL then checks each key on the whole table at once,
-- and refuses the transaction if one row were an orphan.
CREATE TEMP TABLE a_remettre ON COMMIT DROP AS
  SELECT 2 AS ordre, format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, conname) AS retrait,
         format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass, conname, pg_get_constraintdef(c.oid)) AS remise
  FROM pg_constraint c WHERE contype = 'f' AND conrelid IN ('prevision'::regclass, 'bilan_trimestriel'::regclass, 'valeur'::regclass)
  UNION ALL
  SELECT 1, format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
  FROM pg_index i WHERE indrelid IN ('prevision'::regclass, 'bilan_trimestriel'::regclass, 'valeur'::regclass)
    AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid);
DO $$ DECLARE l record; BEGIN
  FOR l IN SELECT nom FROM chargee LOOP EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', l.nom); END LOOP;
  FOR l IN SELECT retrait FROM a_remettre LOOP EXECUTE l.retrait; END LOOP;
END $$;

-- The 101 départements of the 18 regions (overseas collectivities have codes of three digits), in the order in which they receive their CAs, nineteen or twenty each: a smaller scale is the beginning of a larger one.
CREATE TEMP TABLE rang_departement ON COMMIT DROP AS
  SELECT code, region_code, nom, row_number() OVER (ORDER BY code <> '93', region_code <> '11', code) - 1 AS rang FROM departement
  WHERE length(region_code) = 2;
CREATE TEMP TABLE rang_region ON COMMIT DROP AS SELECT code, row_number() OVER (ORDER BY code <> '11', code) AS rang FROM region
  WHERE length(code) = 2;
CREATE TEMP TABLE rang_commune ON COMMIT DROP AS
  SELECT code, nom, departement_code, row_number() OVER d - 1 AS rang, count(*) OVER (PARTITION BY departement_code) AS nombre
  FROM commune WINDOW d AS (PARTITION BY departement_code ORDER BY population DESC NULLS LAST, code);
CREATE TEMP TABLE ca ON COMMIT DROP AS
  SELECT n, pg_temp.cle('44444444', n) AS id, d.code AS departement, d.region_code AS region, r.rang AS region_rang
  FROM (SELECT n, ((n - 1) * 101 / 2000) % 101 AS place FROM generate_series(1, $CAS) n) t
  JOIN rang_departement d ON d.rang = t.place JOIN rang_region r ON r.code = d.region_code;
CREATE TEMP TABLE membre ON COMMIT DROP AS
  SELECT n, pg_temp.cle('33333333', n) AS id, d.code AS departement, d.region_code AS region, r.rang AS region_rang,
         row_number() OVER (PARTITION BY d.code ORDER BY n) - 1 AS rang, count(*) OVER (PARTITION BY d.code) AS nombre
  FROM (SELECT n, ((n - 1) * 101 / 3000) % 101 AS place FROM generate_series(1, $CAS * 3 / 2) n) t
  JOIN rang_departement d ON d.rang = t.place JOIN rang_region r ON r.code = d.region_code;
