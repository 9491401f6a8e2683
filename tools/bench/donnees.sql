-- Made-up data for measures: one département, 40 CAs of 60 actions and one CA of 3, five indicators an action, four quarters.
-- Ids are computed from a prefix and a rank, so that the measures can name what they ask for.
CREATE FUNCTION pg_temp.cle(prefixe text, rang bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
  AS $$ SELECT (prefixe || lpad(to_hex(rang), 24, '0'))::uuid $$;

INSERT INTO utilisateur (id, courriel, prenom, nom) VALUES
  (pg_temp.cle('aaaaaaaa', 1), 'dd93@mesure.test', 'Mesure', 'Délégation'),
  (pg_temp.cle('aaaaaaaa', 2), 'evaluateur@mesure.test', 'Mesure', 'Évaluation'),
  (pg_temp.cle('aaaaaaaa', 3), 'partenaire@mesure.test', 'Mesure', 'Partenaire');
INSERT INTO liste_valeur (id, region_code, liste, code, libelle)
  SELECT pg_temp.cle('11111111', n), '11', l, l || n, initcap(l) || ' ' || n
  FROM unnest(ARRAY['THEMATIQUE', 'PUBLIC_CIBLE', 'SECTEUR']) WITH ORDINALITY AS t(l, n);
INSERT INTO indicateur_commun (id, region_code, code, libelle, type, unite, mode_agregation)
  VALUES (pg_temp.cle('22222222', 1), '11', 'PERSONNES', 'Personnes différentes touchées', 'ACTIVITE', 'PERSONNES', 'SOMME');

INSERT INTO structure (id, region_code, departement_code, nom, nom_recherche, forme_juridique, secteur_id, commune_code)
  SELECT pg_temp.cle('33333333', n), '11', '93', 'Association ' || n, 'association ' || n, 'ASSOCIATION', pg_temp.cle('11111111', 3), '93066'
  FROM generate_series(1, 41) n;
INSERT INTO cooperative (id, region_code, departement_code, intitule, intitule_recherche, phase, debut, coordinateur_dd_id)
  SELECT pg_temp.cle('44444444', n), '11', '93', 'Coopérative ' || n, 'cooperative ' || n, 'MISE_EN_OEUVRE', '2024-01-01', pg_temp.cle('aaaaaaaa', 1)
  FROM generate_series(1, 41) n;
INSERT INTO cooperative_thematique SELECT pg_temp.cle('44444444', n), '93', pg_temp.cle('11111111', 1) FROM generate_series(1, 41) n;
INSERT INTO adhesion (id, cooperative_id, departement_code, structure_id, debut)
  SELECT pg_temp.cle('55555555', n), pg_temp.cle('44444444', n), '93', pg_temp.cle('33333333', n), '2024-01-01' FROM generate_series(1, 41) n;
INSERT INTO attribution (id, utilisateur_id, role, region_code, departement_code, structure_id) VALUES
  (pg_temp.cle('bbbbbbbb', 1), pg_temp.cle('aaaaaaaa', 1), 'COORDINATEUR_DD', '11', '93', NULL),
  (pg_temp.cle('bbbbbbbb', 2), pg_temp.cle('aaaaaaaa', 2), 'EVALUATEUR_REGIONAL', '11', NULL, NULL),
  (pg_temp.cle('bbbbbbbb', 3), pg_temp.cle('aaaaaaaa', 3), 'PARTENAIRE', '11', '93', pg_temp.cle('33333333', 1));

-- CA 41 has three actions, the others sixty.
CREATE TEMP TABLE action AS
  SELECT row_number() OVER () AS n, ca FROM generate_series(1, 41) ca, generate_series(1, 60) rang WHERE ca < 41 OR rang <= 3;
INSERT INTO fiche_action (id, cooperative_id, departement_code, structure_id, numero, intitule, intitule_recherche, calendrier_debut,
                          calendrier_fin, public1_id, beneficiaires_cibles, etat)
  SELECT pg_temp.cle('66666666', n), pg_temp.cle('44444444', ca), '93', pg_temp.cle('33333333', ca), n, 'Action ' || n, 'action ' || n,
         '2024-01-01', '2030-12-31', pg_temp.cle('11111111', 2), 100, 'EN_COURS' FROM action;
INSERT INTO indicateur (id, fiche_action_id, cooperative_id, departement_code, structure_id, type, libelle, unite, mode_agregation, indicateur_commun_id, ordre)
  SELECT pg_temp.cle('77777777', n * 5 + i), pg_temp.cle('66666666', n), pg_temp.cle('44444444', ca), '93', pg_temp.cle('33333333', ca),
         (ARRAY['PROCESSUS', 'ACTIVITE', 'ACTIVITE', 'RESULTAT', 'RESULTAT'])[i], 'Indicateur ' || i,
         CASE i WHEN 2 THEN 'PERSONNES' ELSE 'NOMBRE' END, 'SOMME', CASE i WHEN 2 THEN pg_temp.cle('22222222', 1) END, i
  FROM action, generate_series(1, 5) i;
INSERT INTO prevision (indicateur_id, fiche_action_id, cooperative_id, departement_code, structure_id, annee, trimestre, valeur)
  SELECT i.id, i.fiche_action_id, i.cooperative_id, i.departement_code, i.structure_id, a, t, 25
  FROM indicateur i, generate_series(2025, 2026) a, generate_series(1, 4) t;
INSERT INTO bilan_trimestriel (id, fiche_action_id, cooperative_id, departement_code, structure_id, annee, trimestre, etat, echeance, beneficiaires,
                               ressources, publics, realisation, objectifs, numero_version, transmis_le, transmis_par)
  SELECT pg_temp.cle('88888888', n * 4 + q), pg_temp.cle('66666666', n), pg_temp.cle('44444444', ca), '93', pg_temp.cle('33333333', ca),
         CASE WHEN q = 0 THEN 2025 ELSE 2026 END, CASE WHEN q = 0 THEN 4 ELSE q END,
         CASE WHEN sent THEN 'TRANSMIS' ELSE 'A_REMPLIR' END, '2026-10-15', CASE WHEN sent THEN 20 + n % 10 END, answer, answer, answer, answer,
         CASE WHEN sent THEN 1 ELSE 0 END, now(), pg_temp.cle('aaaaaaaa', 3)
  FROM action, generate_series(0, 3) q, LATERAL (SELECT NOT (q = 3 AND ca = 1) AS sent) s, LATERAL (SELECT CASE WHEN sent THEN 'OUI' END AS answer) r;
INSERT INTO valeur (bilan_id, indicateur_id, fiche_action_id, cooperative_id, departement_code, structure_id, valeur)
  SELECT b.id, i.id, i.fiche_action_id, i.cooperative_id, i.departement_code, i.structure_id, 20 + (i.ordre * 3) % 7
  FROM bilan_trimestriel b JOIN indicateur i USING (fiche_action_id) WHERE b.etat = 'TRANSMIS';
ANALYZE;
