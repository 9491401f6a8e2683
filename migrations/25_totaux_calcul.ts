const RECU = `b.etat IN ('TRANSMIS', 'VALIDE')`;
const QUARTS = [1, 2, 3, 4];
const masque = (condition?: string) =>
  `coalesce(sum(1 << (b.trimestre - 1))${condition ? ` FILTER (WHERE ${condition})` : ''}, 0)::int`;
const CLES = 'fiche_action_id, cooperative_id, departement_code, structure_id';
const SANS_INDICATEUR = `'00000000-0000-0000-0000-000000000000'::uuid`;
/** The value of each quarter that counts, under the mode of the common indicator. */
const COMPTE = `(CASE WHEN m.mode_agregation = 'RATIO' THEN v.numerateur IS NOT NULL AND v.denominateur IS NOT NULL ELSE v.valeur IS NOT NULL END)`;
const parQuart = (nom: string, valeur: string) =>
  QUARTS.map((t) => `max(${valeur}) FILTER (WHERE b.trimestre = ${t}) AS ${nom}${t}`).join(', ');
/** The last known of several, the years from the first to the last. */
const dernierDe = (valeur: string) =>
  `(array_agg(${valeur} ORDER BY annee DESC) FILTER (WHERE ${valeur} IS NOT NULL))[1]`;

/** Over several series together: sums add, the largest stays, and what is summed of largests is the low end of people. */
const DE_SERIES = `coalesce(sum(c.valeurs), 0)::int AS valeurs, sum(c.somme) AS somme, max(c.maximum) AS maximum, sum(c.maximum) AS bas,
  sum(c.derniere) AS derniere, sum(c.numerateur) AS numerateur, sum(c.denominateur) AS denominateur,
  count(*) FILTER (WHERE c.previsions > 0)::int AS series_prevues, coalesce(sum(c.previsions), 0)::int AS previsions,
  sum(c.prevu_somme) AS prevu_somme, max(c.prevu_maximum) AS prevu_maximum, sum(c.prevu_derniere) AS prevu_derniere`;
const INDICATEURS = `count(*) FILTER (WHERE c.premier)::int AS actions, sum(c.attendus)::int AS attendus,
  coalesce(sum(c.valeurs), 0)::int AS recus, 0 AS valides, NULL::bigint AS cibles,
  count(*) FILTER (WHERE c.valeurs > 0)::int AS series, ${DE_SERIES}`;
const ACTIONS = `count(*)::int AS actions, sum(c.attendus)::int AS attendus, sum(c.recus)::int AS recus, sum(c.valides)::int AS valides,
  sum(c.cibles)::bigint AS cibles, count(*) FILTER (WHERE c.haut IS NOT NULL)::int AS series,
  sum(c.recus)::int AS valeurs, sum(c.haut)::numeric AS somme, max(c.bas)::numeric AS maximum, sum(c.bas)::numeric AS bas,
  NULL::numeric AS derniere, NULL::numeric AS numerateur, NULL::numeric AS denominateur, 0 AS series_prevues, 0 AS previsions,
  NULL::numeric AS prevu_somme, NULL::numeric AS prevu_maximum, NULL::numeric AS prevu_derniere`;

/** What the measures of a group are made of, in the order of `app.mesures_groupe`. */
const MESURES = [
  ...['actions', 'attendus', 'recus', 'valides', 'cibles', 'series', 'valeurs', 'somme', 'maximum', 'bas', 'derniere', 'numerateur', 'denominateur'],
  ...['series_prevues', 'previsions', 'prevu_somme', 'prevu_maximum', 'prevu_derniere'],
]; // prettier-ignore

/**
 * The measures of a group of series, as JSON writes them. Over space (libs/domain/consolidation/agregation.rules.ts): sums and
 * last values add, percentages and means average, ratios pool both terms; people are between the largest and the sum.
 */
const MESURES_GROUPE = `
  CREATE FUNCTION app.haut_groupe(mode text, unite text, series bigint, valeurs bigint, somme numeric, maximum numeric, derniere numeric, numerateur numeric, denominateur numeric)
  RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE mode
      WHEN 'DERNIERE_VALEUR' THEN CASE WHEN unite = 'POURCENTAGE' THEN round(derniere / nullif(series, 0), 4) ELSE derniere END
      WHEN 'MOYENNE' THEN round(somme / nullif(valeurs, 0), 4)
      WHEN 'MAXIMUM' THEN maximum
      WHEN 'RATIO' THEN round(numerateur / nullif(denominateur, 0) * CASE WHEN unite = 'POURCENTAGE' THEN 100 ELSE 1 END, 4)
      ELSE somme END
  $$;
  CREATE FUNCTION app.mesures_groupe(mode text, unite text, actions bigint, attendus bigint, recus bigint, valides bigint, cibles numeric,
    series bigint, valeurs bigint, somme numeric, maximum numeric, bas numeric, derniere numeric, numerateur numeric, denominateur numeric,
    series_prevues bigint, previsions bigint, prevu_somme numeric, prevu_maximum numeric, prevu_derniere numeric)
  RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_to_string(ARRAY[actions, attendus, recus, valides, cibles,
      trim_scale(CASE WHEN mode = 'SOMME' AND unite = 'PERSONNES' THEN bas ELSE haut END), trim_scale(haut), trim_scale(prevu)], ',', 'null')
    FROM (SELECT app.haut_groupe(mode, unite, series, valeurs, somme, maximum, derniere, numerateur, denominateur) AS haut,
            -- A forecast has no two terms: that of a ratio averages, as a mean does.
            app.haut_groupe(CASE mode WHEN 'RATIO' THEN 'MOYENNE' ELSE mode END, unite, series_prevues, previsions, prevu_somme, prevu_maximum, prevu_derniere, NULL, NULL) AS prevu) h
  $$;
`;

/** The definition of each total, from the reports: what is kept is filled from it, and is compared with it. */
export const VUES = `${MESURES_GROUPE}
  CREATE VIEW app.cumul_action_exact AS
    SELECT b.fiche_action_id, b.cooperative_id, b.departement_code, b.structure_id, b.annee,
      ${masque()} AS attendus_t, ${masque(RECU)} AS recus_t, ${masque(`b.etat = 'VALIDE'`)} AS valides_t,
      count(*)::int AS attendus, count(*) FILTER (WHERE ${RECU})::int AS recus, count(*) FILTER (WHERE b.etat = 'VALIDE')::int AS valides,
      ${parQuart('b', `CASE WHEN ${RECU} THEN b.beneficiaires END`)},
      sum(b.beneficiaires) FILTER (WHERE ${RECU})::bigint AS haut, max(b.beneficiaires) FILTER (WHERE ${RECU}) AS bas, f.beneficiaires_cibles AS cibles
    FROM bilan_trimestriel b JOIN fiche_action f ON f.id = b.fiche_action_id
    GROUP BY b.fiche_action_id, b.cooperative_id, b.departement_code, b.structure_id, b.annee, f.beneficiaires_cibles;
  CREATE VIEW app.cumul_action_tout AS
    SELECT ${CLES}, 0 AS annee, 0 AS attendus_t, 0 AS recus_t, 0 AS valides_t, sum(attendus)::int AS attendus, sum(recus)::int AS recus,
      sum(valides)::int AS valides, NULL::int AS b1, NULL::int AS b2, NULL::int AS b3, NULL::int AS b4, sum(haut)::bigint AS haut, max(bas) AS bas, cibles
    FROM cumul_action WHERE annee > 0 GROUP BY ${CLES}, cibles;

  CREATE VIEW app.cumul_indicateur_exact AS
    SELECT i.id AS indicateur_id, s.fiche_action_id, s.cooperative_id, s.departement_code, s.structure_id, i.indicateur_commun_id, s.annee,
      NOT EXISTS (SELECT 1 FROM indicateur j WHERE j.fiche_action_id = i.fiche_action_id
                  AND j.indicateur_commun_id = i.indicateur_commun_id AND (j.ordre, j.id) < (i.ordre, i.id)) AS premier,
      s.attendus_t, s.attendus, ${QUARTS.map((t) => `s.v${t}`).join(', ')}, ${QUARTS.map((t) => `s.n${t}`).join(', ')},
      ${QUARTS.map((t) => `s.d${t}`).join(', ')}, p.p1, p.p2, p.p3, p.p4, p.pa,
      s.valeurs, s.somme, s.maximum, coalesce(s.v4, s.v3, s.v2, s.v1) AS derniere, s.numerateur, s.denominateur,
      -- A yearly forecast speaks for its year when no quarter of it was forecast.
      CASE WHEN p.quarts > 0 THEN p.quarts WHEN p.pa IS NOT NULL THEN 1 ELSE 0 END AS previsions,
      CASE WHEN p.quarts > 0 THEN p.somme ELSE p.pa END AS prevu_somme,
      CASE WHEN p.quarts > 0 THEN p.maximum ELSE p.pa END AS prevu_maximum,
      CASE WHEN p.quarts > 0 THEN coalesce(p.p4, p.p3, p.p2, p.p1) ELSE p.pa END AS prevu_derniere
    FROM (
      SELECT i.id AS indicateur_id, b.fiche_action_id, b.cooperative_id, b.departement_code, b.structure_id, b.annee,
        ${masque()} AS attendus_t, count(*)::int AS attendus,
        ${parQuart('v', `CASE WHEN m.mode_agregation <> 'RATIO' THEN v.valeur END`)},
        ${parQuart('n', `CASE WHEN m.mode_agregation = 'RATIO' AND ${COMPTE} THEN v.numerateur END`)},
        ${parQuart('d', `CASE WHEN m.mode_agregation = 'RATIO' AND ${COMPTE} THEN v.denominateur END`)},
        count(*) FILTER (WHERE ${COMPTE})::int AS valeurs,
        sum(v.valeur) FILTER (WHERE m.mode_agregation <> 'RATIO') AS somme,
        max(v.valeur) FILTER (WHERE m.mode_agregation <> 'RATIO') AS maximum,
        sum(v.numerateur) FILTER (WHERE m.mode_agregation = 'RATIO' AND ${COMPTE}) AS numerateur,
        sum(v.denominateur) FILTER (WHERE m.mode_agregation = 'RATIO' AND ${COMPTE}) AS denominateur
      FROM bilan_trimestriel b
      JOIN indicateur i ON i.fiche_action_id = b.fiche_action_id
      JOIN indicateur_commun m ON m.id = i.indicateur_commun_id
      LEFT JOIN valeur v ON v.bilan_id = b.id AND v.indicateur_id = i.id AND ${RECU}
      GROUP BY i.id, b.fiche_action_id, b.cooperative_id, b.departement_code, b.structure_id, b.annee) s
    JOIN indicateur i ON i.id = s.indicateur_id
    LEFT JOIN LATERAL (
      SELECT ${QUARTS.map((t) => `max(p.valeur) FILTER (WHERE p.trimestre = ${t}) AS p${t}`).join(', ')},
        max(p.valeur) FILTER (WHERE p.trimestre = 0) AS pa, count(*) FILTER (WHERE p.trimestre > 0)::int AS quarts,
        sum(p.valeur) FILTER (WHERE p.trimestre > 0) AS somme, max(p.valeur) FILTER (WHERE p.trimestre > 0) AS maximum
      FROM prevision p WHERE p.indicateur_id = s.indicateur_id AND p.annee = s.annee) p ON true;
  CREATE VIEW app.cumul_indicateur_tout AS
    SELECT indicateur_id, ${CLES}, indicateur_commun_id, 0 AS annee, bool_or(premier) AS premier, 0 AS attendus_t, sum(attendus)::int AS attendus,
      ${[...['v', 'n', 'd', 'p'].flatMap((c) => QUARTS.map((t) => `NULL::numeric(16,4) AS ${c}${t}`)), 'NULL::numeric(16,4) AS pa'].join(', ')},
      sum(valeurs)::int AS valeurs, sum(somme) AS somme, max(maximum) AS maximum, ${dernierDe('derniere')} AS derniere,
      sum(numerateur) AS numerateur, sum(denominateur) AS denominateur, sum(previsions)::int AS previsions, sum(prevu_somme) AS prevu_somme,
      max(prevu_maximum) AS prevu_maximum, ${dernierDe('prevu_derniere')} AS prevu_derniere
    FROM cumul_indicateur WHERE annee > 0 GROUP BY indicateur_id, ${CLES}, indicateur_commun_id;

  CREATE VIEW app.total_departement_exact AS
    SELECT t.*, concat_ws(':', m.code, m.unite, m.mode_agregation) AS cle,
      app.mesures_groupe(coalesce(m.mode_agregation, 'SOMME'), coalesce(m.unite, 'PERSONNES'), ${MESURES.map((c) => `t.${c}`).join(', ')}) AS mesures
    FROM (
      SELECT c.departement_code, c.indicateur_commun_id, c.annee, 0 AS trimestre, ${INDICATEURS}
      FROM cumul_indicateur c GROUP BY c.departement_code, c.indicateur_commun_id, c.annee
      UNION ALL
      SELECT c.departement_code, c.indicateur_commun_id, c.annee, c.trimestre, ${INDICATEURS}
      FROM (
        SELECT x.departement_code, x.indicateur_commun_id, x.annee, q.trimestre, x.premier, 1 AS attendus,
          (coalesce(q.v, q.n) IS NOT NULL)::int AS valeurs, q.v AS somme, q.v AS maximum, q.v AS derniere, q.n AS numerateur, q.d AS denominateur,
          (q.p IS NOT NULL)::int AS previsions, q.p AS prevu_somme, q.p AS prevu_maximum, q.p AS prevu_derniere
        FROM cumul_indicateur x CROSS JOIN LATERAL (VALUES ${QUARTS.map((t) => `(${t}, x.v${t}, x.n${t}, x.d${t}, x.p${t})`).join(', ')}) q(trimestre, v, n, d, p)
        WHERE x.annee > 0 AND (x.attendus_t >> (q.trimestre - 1)) & 1 = 1) c
      GROUP BY c.departement_code, c.indicateur_commun_id, c.annee, c.trimestre
      UNION ALL
      SELECT c.departement_code, ${SANS_INDICATEUR}, c.annee, 0, ${ACTIONS}
      FROM cumul_action c GROUP BY c.departement_code, c.annee
      UNION ALL
      SELECT c.departement_code, ${SANS_INDICATEUR}, c.annee, c.trimestre, ${ACTIONS}
      FROM (
        SELECT x.departement_code, x.annee, q.trimestre, x.cibles, 1 AS attendus, (x.recus_t >> (q.trimestre - 1)) & 1 AS recus,
          (x.valides_t >> (q.trimestre - 1)) & 1 AS valides, q.b AS haut, q.b AS bas
        FROM cumul_action x CROSS JOIN LATERAL (VALUES ${QUARTS.map((t) => `(${t}, x.b${t})`).join(', ')}) q(trimestre, b)
        WHERE x.annee > 0 AND (x.attendus_t >> (q.trimestre - 1)) & 1 = 1) c GROUP BY c.departement_code, c.annee, c.trimestre) t
    LEFT JOIN indicateur_commun m ON m.id = t.indicateur_commun_id;
`;

/** Every kept table beside the view that defines it: what differs, either way. */
const ecart = (table: string, source: string) => `
  (SELECT '${table}', to_jsonb(k) FROM (TABLE ${table} EXCEPT ${source}) k
   UNION ALL SELECT '${table} (absent)', to_jsonb(k) FROM (${source} EXCEPT TABLE ${table}) k)`;
/** In the order of each table's columns. */
const COLONNES_ACTION = `${CLES}, annee, attendus_t, recus_t, valides_t, attendus, recus, valides, b1, b2, b3, b4, haut, bas, cibles`;
const DE_ACTION = `SELECT ${COLONNES_ACTION} FROM app.cumul_action_exact
  UNION ALL SELECT ${COLONNES_ACTION} FROM app.cumul_action_tout`;
const COLONNES_INDICATEUR = `indicateur_id, ${CLES}, indicateur_commun_id, annee, premier, attendus_t, attendus,
  ${['v', 'n', 'd', 'p'].flatMap((c) => QUARTS.map((t) => `${c}${t}`)).join(', ')}, pa,
  valeurs, somme, maximum, derniere, numerateur, denominateur, previsions, prevu_somme, prevu_maximum, prevu_derniere`;
const DE_INDICATEUR = `SELECT ${COLONNES_INDICATEUR} FROM app.cumul_indicateur_exact
  UNION ALL SELECT ${COLONNES_INDICATEUR} FROM app.cumul_indicateur_tout`;
const COLONNES_TOTAL = `departement_code, indicateur_commun_id, annee, trimestre, actions, attendus, recus, valides, cibles, series, valeurs,
  somme, maximum, bas, derniere, numerateur, denominateur, series_prevues, previsions, prevu_somme, prevu_maximum, prevu_derniere, cle, mesures`;

export const REFAIRE = `
  CREATE TYPE app.total_touche AS (departement_code text, indicateur_commun_id uuid);
  -- The action, and the year when one is known: 0 asks for all of them.
  CREATE FUNCTION app.noter_total() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    ligne jsonb := to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END);
    avant jsonb := CASE TG_OP WHEN 'UPDATE' THEN to_jsonb(OLD) END;
    l_annee integer;
  BEGIN
    l_annee := CASE TG_TABLE_NAME
      WHEN 'valeur' THEN (SELECT annee FROM bilan_trimestriel WHERE id = (ligne->>'bilan_id')::uuid)
      ELSE (ligne->>'annee')::integer END;
    INSERT INTO app.total_a_refaire (fiche_action_id, departement_code, annee)
      SELECT coalesce(ligne->>'fiche_action_id', ligne->>'id')::uuid, ligne->>'departement_code', a
      FROM (VALUES (coalesce(l_annee, 0)), ((avant->>'annee')::integer)) v(a) WHERE a IS NOT NULL
      ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;
  CREATE FUNCTION app.noter_totaux_commun() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO app.total_a_refaire (fiche_action_id, departement_code, annee)
      SELECT DISTINCT fiche_action_id, departement_code, 0 FROM indicateur WHERE indicateur_commun_id = NEW.id ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;

  -- Once a transaction, at its end. One département's totals are written by one transaction at a time: each statement after
  -- the lock sees what the one before it committed. Départements are locked in their order, so that none waits in a ring.
  CREATE FUNCTION app.refaire_totaux() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    fiches uuid[]; annees integer[]; depts text[]; code text; touches app.total_touche[];
  BEGIN
    SELECT array_agg(DISTINCT fiche_action_id), array_agg(DISTINCT departement_code ORDER BY departement_code)
      INTO fiches, depts FROM app.total_a_refaire WHERE transaction = pg_current_xact_id();
    IF fiches IS NULL THEN RETURN NULL; END IF;
    FOREACH code IN ARRAY depts LOOP PERFORM pg_advisory_xact_lock(2500, hashtext(code)); END LOOP;

    -- Years of the actions that have to be computed again: those noted, or all.
    SELECT array_agg(DISTINCT a) INTO annees FROM (
      SELECT t.annee AS a FROM app.total_a_refaire t WHERE t.transaction = pg_current_xact_id() AND t.annee > 0
      UNION SELECT b.annee FROM bilan_trimestriel b JOIN app.total_a_refaire t USING (fiche_action_id) WHERE t.transaction = pg_current_xact_id() AND t.annee = 0
      UNION SELECT c.annee FROM cumul_action c JOIN app.total_a_refaire t USING (fiche_action_id) WHERE t.transaction = pg_current_xact_id() AND t.annee = 0) x;
    DELETE FROM app.total_a_refaire WHERE transaction = pg_current_xact_id();
    annees := array_remove(coalesce(annees, '{}'), 0);

    WITH otes AS (DELETE FROM cumul_indicateur WHERE fiche_action_id = ANY (fiches) AND (annee = 0 OR annee = ANY (annees))
                  RETURNING departement_code, indicateur_commun_id)
      SELECT array_agg(DISTINCT (departement_code, indicateur_commun_id)::app.total_touche) INTO touches FROM otes;
    DELETE FROM cumul_action WHERE fiche_action_id = ANY (fiches) AND (annee = 0 OR annee = ANY (annees));
    INSERT INTO cumul_action (${COLONNES_ACTION})
      SELECT ${COLONNES_ACTION} FROM app.cumul_action_exact WHERE fiche_action_id = ANY (fiches) AND annee = ANY (annees);
    INSERT INTO cumul_action (${COLONNES_ACTION})
      SELECT ${COLONNES_ACTION} FROM app.cumul_action_tout WHERE fiche_action_id = ANY (fiches);
    INSERT INTO cumul_indicateur (${COLONNES_INDICATEUR})
      SELECT ${COLONNES_INDICATEUR} FROM app.cumul_indicateur_exact WHERE fiche_action_id = ANY (fiches) AND annee = ANY (annees);
    INSERT INTO cumul_indicateur (${COLONNES_INDICATEUR})
      SELECT ${COLONNES_INDICATEUR} FROM app.cumul_indicateur_tout WHERE fiche_action_id = ANY (fiches);

    touches := touches || ARRAY(SELECT DISTINCT (departement_code, indicateur_commun_id)::app.total_touche
                                FROM cumul_indicateur WHERE fiche_action_id = ANY (fiches))
                       || ARRAY(SELECT (d, ${SANS_INDICATEUR})::app.total_touche FROM unnest(depts) d);
    annees := annees || 0;
    DELETE FROM total_departement t WHERE t.annee = ANY (annees)
      AND (t.departement_code, t.indicateur_commun_id) IN (SELECT x.departement_code, x.indicateur_commun_id FROM unnest(touches) x);
    FOREACH code IN ARRAY depts LOOP
      INSERT INTO total_departement (${COLONNES_TOTAL})
        SELECT ${COLONNES_TOTAL} FROM app.total_departement_exact
        WHERE departement_code = code AND annee = ANY (annees)
          AND indicateur_commun_id = ANY (ARRAY(SELECT x.indicateur_commun_id FROM unnest(touches) x WHERE x.departement_code = code));
    END LOOP;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER refaire AFTER INSERT ON app.total_a_refaire DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION app.refaire_totaux();

  -- Rows that are read together lie together.
  -- Everything from nothing: at the arrival of the totals, after a load, or when a check asks for it.
  CREATE FUNCTION app.recalculer_totaux() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    LOCK TABLE cumul_action, cumul_indicateur, total_departement IN ACCESS EXCLUSIVE MODE;
    TRUNCATE cumul_action, cumul_indicateur, total_departement;
    INSERT INTO cumul_action (${COLONNES_ACTION}) SELECT ${COLONNES_ACTION} FROM app.cumul_action_exact ORDER BY departement_code, annee;
    INSERT INTO cumul_action (${COLONNES_ACTION}) SELECT ${COLONNES_ACTION} FROM app.cumul_action_tout;
    INSERT INTO cumul_indicateur (${COLONNES_INDICATEUR}) SELECT ${COLONNES_INDICATEUR} FROM app.cumul_indicateur_exact ORDER BY departement_code, annee;
    INSERT INTO cumul_indicateur (${COLONNES_INDICATEUR}) SELECT ${COLONNES_INDICATEUR} FROM app.cumul_indicateur_tout;
    INSERT INTO total_departement (${COLONNES_TOTAL}) SELECT ${COLONNES_TOTAL} FROM app.total_departement_exact ORDER BY trimestre, annee, departement_code;
  END $$;
  -- Each kept row that a recomputation from the reports would not give, and each that it would add: none, ever.
  CREATE FUNCTION app.ecarts_totaux() RETURNS TABLE (totaux text, ligne jsonb) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    ${[
      ecart('cumul_action', `(${DE_ACTION})`),
      ecart('cumul_indicateur', `(${DE_INDICATEUR})`),
      ecart('total_departement', `(SELECT ${COLONNES_TOTAL} FROM app.total_departement_exact)`),
    ].join('\n    UNION ALL')}
  $$;
`;
