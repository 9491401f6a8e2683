const fonction = (memeNom: string): string => `
  CREATE OR REPLACE FUNCTION app.doublons_structure(le_siret text, le_rna text, le_finess text, le_nom text, la_commune text)
    RETURNS TABLE (id uuid, nom text, commune text, departement_code text, siret text, motif text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.id, s.nom, c.nom, s.departement_code, s.siret,
           CASE WHEN s.siret = le_siret THEN 'SIRET' WHEN s.rna = le_rna THEN 'RNA' WHEN s.finess = le_finess THEN 'FINESS' ELSE 'NOM' END
    FROM structure s JOIN commune c ON c.code = s.commune_code
    WHERE s.siret = le_siret OR s.rna = le_rna OR s.finess = le_finess
       OR (s.commune_code = la_commune AND length(le_nom) >= 4 AND (${memeNom}))
    LIMIT 10
  $$;`;

const INCLUS = `s.nom_recherche LIKE '%' || le_nom || '%' OR le_nom LIKE '%' || s.nom_recherche || '%'`;

/**
 * Two names are near when the words of one are all in the other, little words and order apart: « CCAS Montfermeil » and
 * « CCAS de Montfermeil ». One word alone proves nothing (« Association »), unless it is written as the other name writes it.
 */
export const DOUBLONS = `
  CREATE FUNCTION app.mots_de(nom text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT mot), '{}') FROM regexp_split_to_table(nom, ' +') AS t(mot)
    WHERE mot <> '' AND mot NOT IN ('a', 'au', 'aux', 'd', 'de', 'des', 'du', 'en', 'et', 'l', 'la', 'le', 'les', 'pour', 'sur')
  $$;
  ${fonction(`${INCLUS}
         OR (app.mots_de(s.nom_recherche) <@ app.mots_de(le_nom) AND cardinality(app.mots_de(s.nom_recherche)) > 1)
         OR (app.mots_de(le_nom) <@ app.mots_de(s.nom_recherche) AND cardinality(app.mots_de(le_nom)) > 1)`)}`;

/** As migration 6 left it. */
export const DOUBLONS_AVANT = `
  ${fonction(INCLUS)}
  DROP FUNCTION app.mots_de;`;
