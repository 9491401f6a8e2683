CREATE TEMP TABLE commune_ca ON COMMIT DROP AS
  SELECT ca.n, ca.id, ca.departement, c.code, c.nom, j
  FROM ca CROSS JOIN LATERAL generate_series(0, 1 + ca.n % 5) j
  JOIN rang_commune c ON c.departement_code = ca.departement AND c.rang = (pg_temp.tirage(ca.n, c.nombre::integer) + j) % c.nombre AND j < c.nombre;
CREATE TEMP TABLE adherent ON COMMIT DROP AS
  SELECT ca.n, ca.id AS cooperative, ca.departement, m.id AS structure, j, least(6, m.nombre) AS nombre
  FROM ca CROSS JOIN LATERAL generate_series(0, 5) j
  JOIN membre m ON m.departement = ca.departement AND m.rang = (ca.n * 5 + j) % m.nombre AND j < m.nombre;

INSERT INTO cooperative (id, region_code, departement_code, intitule, intitule_recherche, phase, debut, coordinateur_dd_id, demonstration)
  SELECT ca.id, ca.region, ca.departement, t.nom, pg_temp.recherche(t.nom),
         (ARRAY['MISE_EN_OEUVRE', 'MISE_EN_OEUVRE', 'SUIVI_EVALUATION', 'MISE_EN_OEUVRE', 'EVALUATION'])[1 + ca.n % 5], '2021-09-01',
         pg_temp.cle('aaaaaaaa', 1000 + d.rang), true
  FROM ca JOIN rang_departement d ON d.code = ca.departement JOIN commune_ca c ON c.n = ca.n AND c.j = 0
  JOIN liste_valeur l ON l.id = pg_temp.cle('11111111', ca.region_rang * 100 + 1 + ca.n % 12)
  CROSS JOIN LATERAL (SELECT l.libelle || ' – ' || c.nom || ' (CA ' || ca.n || ')' AS nom) t;
INSERT INTO cooperative_thematique (cooperative_id, departement_code, thematique_id)
  SELECT id, departement, pg_temp.cle('11111111', region_rang * 100 + 1 + (n + j * 5) % 12) FROM ca, generate_series(0, 1) j WHERE j = 0 OR n % 3 = 0;
INSERT INTO cooperative_public (cooperative_id, departement_code, public_id)
  SELECT id, departement, pg_temp.cle('11111111', region_rang * 100 + 21 + (n + j * 3) % 10) FROM ca, generate_series(0, 1) j;
INSERT INTO cooperative_commune (cooperative_id, departement_code, commune_code) SELECT id, departement, code FROM commune_ca;
INSERT INTO adhesion (id, cooperative_id, departement_code, structure_id, debut)
  SELECT pg_temp.cle('55555555', n * 10 + j), cooperative, departement, structure, '2021-09-01' FROM adherent;
INSERT INTO objectif (id, cooperative_id, departement_code, niveau, parent_id, intitule, ordre)
  SELECT pg_temp.cle('99999999', n * 10 + j), id, departement, (ARRAY['GENERAL', 'SPECIFIQUE', 'OPERATIONNEL'])[j],
         CASE WHEN j > 1 THEN pg_temp.cle('99999999', n * 10 + j - 1) END,
         (ARRAY['Réduire les inégalités de santé du territoire', 'Rapprocher la prévention de ceux qui en sont loin',
                'Tenir des rendez-vous réguliers dans les quartiers'])[j], j
  FROM ca, generate_series(1, 3) j;

INSERT INTO attribution (id, utilisateur_id, role, region_code, departement_code, structure_id, debut)
  SELECT pg_temp.cle('bbbbbbbb', rang), pg_temp.cle('aaaaaaaa', 1), 'EVALUATEUR_REGIONAL', code, NULL::text, NULL::uuid, date '2021-01-01' FROM rang_region
  UNION ALL SELECT pg_temp.cle('bbbbbbbb', 100 + rang), pg_temp.cle('aaaaaaaa', 100 + rang), 'EVALUATEUR_REGIONAL', code, NULL, NULL, '2021-01-01' FROM rang_region
  UNION ALL SELECT pg_temp.cle('bbbbbbbb', 200 + rang), pg_temp.cle('aaaaaaaa', 200 + rang), 'ADMIN_REGIONAL', code, NULL, NULL, '2021-01-01' FROM rang_region
  UNION ALL SELECT pg_temp.cle('bbbbbbbb', 1000 + rang), pg_temp.cle('aaaaaaaa', 1000 + rang), 'COORDINATEUR_DD', region_code, code, NULL, '2021-01-01'
    FROM rang_departement
  UNION ALL SELECT pg_temp.cle('bbbbbbbb', 2000), pg_temp.cle('aaaaaaaa', 2000), 'PARTENAIRE', region, departement, id, '2021-01-01' FROM membre WHERE n = 1;

-- Twelve actions a CA, carried by its members in turn; three in four on one of its communes, the others on all of it.
CREATE TEMP TABLE action ON COMMIT DROP AS
  SELECT (ca.n - 1) * 12 + k AS n, ca.n AS ca, k, pg_temp.cle('66666666', (ca.n - 1) * 12 + k) AS id, ca.id AS cooperative, ca.departement, a.structure,
         ca.region_rang, c.code AS commune, c.nom AS ou
  FROM ca CROSS JOIN generate_series(1, 12) k
  JOIN adherent a ON a.n = ca.n AND a.j = k % a.nombre
  JOIN (SELECT *, count(*) OVER (PARTITION BY n) AS nombre FROM commune_ca) c ON c.n = ca.n AND c.j = k % c.nombre;
INSERT INTO fiche_action (id, cooperative_id, departement_code, structure_id, objectif_id, numero, intitule, intitule_recherche, calendrier_debut,
                          calendrier_fin, public1_id, public2_id, territoire_commune_code, beneficiaires_cibles, etat, contenu, resultats_attendus, demonstration)
  SELECT a.id, a.cooperative, a.departement, a.structure, pg_temp.cle('99999999', a.ca * 10 + 3), a.k, t.nom, pg_temp.recherche(t.nom), '2021-10-01',
         '2026-12-31', pg_temp.cle('11111111', a.region_rang * 100 + 21 + a.n % 10),
         CASE WHEN a.n % 3 = 0 THEN pg_temp.cle('11111111', a.region_rang * 100 + 21 + (a.n + 4) % 10) END,
         CASE WHEN a.k % 4 > 0 THEN a.commune END, 40 + pg_temp.tirage(a.n, 260), 'EN_COURS',
         'Des rendez-vous réguliers, tenus avec les partenaires du territoire.', 'Un public plus large, mieux informé et mieux orienté.', true
  FROM action a CROSS JOIN LATERAL (
    SELECT (ARRAY['Ateliers cuisine', 'Marches santé', 'Permanences d’accueil', 'Dépistages mobiles', 'Groupes de parole', 'Formations croisées', 'Visites à domicile'])
             [1 + pg_temp.tirage(a.n, 7)] || ' à ' || a.ou || ' – action ' || a.n AS nom) t;
INSERT INTO fiche_action_mode (fiche_action_id, cooperative_id, departement_code, structure_id, mode_id)
  SELECT id, cooperative, departement, structure, pg_temp.cle('11111111', region_rang * 100 + 51 + n % 4) FROM action;

-- Five indicators an action, each one of the twenty common ones of its region: five actions in a row have them all, and more.
INSERT INTO indicateur (id, fiche_action_id, cooperative_id, departement_code, structure_id, type, libelle, unite, mode_agregation, indicateur_commun_id, ordre)
  SELECT pg_temp.cle('77777777', a.n * 5 + i), a.id, a.cooperative, a.departement, a.structure, m.type, m.libelle, m.unite, m.mode_agregation, m.id, i
  FROM action a CROSS JOIN generate_series(1, 5) i
  JOIN indicateur_commun m ON m.id = pg_temp.cle('22222222', a.region_rang * 100 + 1 + (a.n * 5 + i) % 20);
INSERT INTO prevision (indicateur_id, fiche_action_id, cooperative_id, departement_code, structure_id, annee, trimestre, valeur)
  SELECT pg_temp.cle('77777777', a.n * 5 + i), a.id, a.cooperative, a.departement, a.structure, an, 0, 40 + pg_temp.tirage(a.n * 5 + i, 50)
  FROM action a CROSS JOIN generate_series(1, 5) i CROSS JOIN generate_series(2022, 2026) an;
