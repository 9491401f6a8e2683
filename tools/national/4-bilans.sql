-- In the order in which they come in life: quarter after quarter, so that what an action says lies scattered in the table.
CREATE TEMP TABLE trimestre ON COMMIT DROP AS
  SELECT q, 2021 + (q + 3) / 4 AS annee, (q + 3) % 4 + 1 AS trimestre,
         (make_date(2021 + (q + 3) / 4, ((q + 3) % 4) * 3 + 1, 15) + interval '3 months')::date AS echeance
  FROM generate_series(0, 19) q;
-- 4 % still to be written or completed, all of them in the last two quarters.
CREATE TEMP TABLE bilan ON COMMIT DROP AS
  SELECT t.q::bigint * $ACTIONS + a.n AS n, a.n AS action, t.q, t.annee, t.trimestre, t.echeance, a.id AS fiche, a.cooperative, a.departement, a.structure, a.region_rang,
    CASE t.q WHEN 19 THEN CASE WHEN h < 30 THEN 'A_REMPLIR' WHEN h < 45 THEN 'BROUILLON' WHEN h < 60 THEN 'A_COMPLETER' WHEN h < 90 THEN 'TRANSMIS' ELSE 'VALIDE' END
             WHEN 18 THEN CASE WHEN h < 5 THEN 'A_REMPLIR' WHEN h < 10 THEN 'BROUILLON' WHEN h < 20 THEN 'A_COMPLETER' WHEN h < 40 THEN 'TRANSMIS' ELSE 'VALIDE' END
             ELSE CASE WHEN h < 3 THEN 'TRANSMIS' ELSE 'VALIDE' END END AS etat
  FROM trimestre t CROSS JOIN action a CROSS JOIN LATERAL (SELECT pg_temp.tirage(a.n::bigint * 20 + t.q, 100) AS h) x;
ANALYZE bilan;

INSERT INTO campagne (id, departement_code, annee, trimestre, echeance, etat, motif, change_le)
  SELECT pg_temp.cle('cccccccc', d.rang * 100 + t.q), d.code, t.annee, t.trimestre, t.echeance,
         CASE WHEN t.q < 18 THEN 'CLOSE' ELSE 'OUVERTE' END, CASE WHEN t.q < 18 THEN 'Collecte terminée.' END,
         CASE WHEN t.q < 18 THEN t.echeance + interval '30 days' END
  FROM rang_departement d CROSS JOIN trimestre t WHERE EXISTS (SELECT 1 FROM ca WHERE ca.departement = d.code);

INSERT INTO bilan_trimestriel (id, fiche_action_id, cooperative_id, departement_code, structure_id, annee, trimestre, etat, echeance, beneficiaires,
    ressources, publics, publics_motif, realisation, objectifs, cooperation, pratiques, ists, parcours, freins, leviers, remplies, total, numero_version,
    transmis_le, transmis_par, valide_le, valide_par, modifie_le)
  SELECT pg_temp.cle('88888888', b.n), b.fiche, b.cooperative, b.departement, b.structure, b.annee, b.trimestre, b.etat, b.echeance,
         CASE WHEN envoye THEN 15 + pg_temp.tirage(b.n, 90) END, r.oui, CASE WHEN b.n % 4 = 0 AND envoye THEN 'EN_PARTIE' ELSE r.oui END,
         CASE WHEN b.n % 4 = 0 AND envoye THEN 'Moins de monde pendant les vacances scolaires.' END, r.oui, r.oui, r.oui, r.oui, r.oui, r.oui,
         CASE WHEN b.n % 5 = 0 AND envoye THEN 'Locaux peu disponibles en soirée.' END,
         CASE WHEN b.n % 3 = 0 AND envoye THEN 'Relais des médiatrices du quartier.' END,
         CASE WHEN envoye THEN 14 WHEN b.etat = 'BROUILLON' THEN 2 ELSE 0 END, 14, CASE WHEN envoye THEN 1 ELSE 0 END,
         CASE WHEN envoye THEN b.echeance - interval '3 days' END,
         CASE WHEN envoye THEN CASE WHEN b.departement = '93' THEN pg_temp.cle('aaaaaaaa', 2000) ELSE k.coordinateur_dd_id END END,
         CASE WHEN b.etat = 'VALIDE' THEN b.echeance + interval '5 days' END, CASE WHEN b.etat = 'VALIDE' THEN k.coordinateur_dd_id END,
         b.echeance - interval '3 days'
  FROM bilan b JOIN cooperative k ON k.id = b.cooperative
  CROSS JOIN LATERAL (SELECT b.etat NOT IN ('A_REMPLIR', 'BROUILLON') AS envoye) e
  CROSS JOIN LATERAL (SELECT CASE WHEN envoye THEN 'OUI' END AS oui) r
  ORDER BY b.n;
INSERT INTO bilan_brouillon (bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id, contenu)
  SELECT pg_temp.cle('88888888', n), fiche, cooperative, departement, structure,
         jsonb_build_object('beneficiaires', 15 + pg_temp.tirage(n, 90), 'reponses', '{"ressources": {"reponse": "OUI", "motif": null}}'::jsonb,
                            'freins', NULL, 'leviers', NULL, 'pistes', NULL, 'valeurs', '[]'::jsonb)
  FROM bilan WHERE etat IN ('BROUILLON', 'A_COMPLETER') ORDER BY n;

-- A value for each indicator of what was sent; a ratio has its two terms.
INSERT INTO valeur (bilan_id, indicateur_id, fiche_action_id, cooperative_id, departement_code, structure_id, valeur, numerateur, denominateur)
  SELECT pg_temp.cle('88888888', b.n), pg_temp.cle('77777777', b.action * 5 + i), b.fiche, b.cooperative, b.departement, b.structure,
         CASE WHEN NOT ratio THEN v END, CASE WHEN ratio THEN v END, CASE WHEN ratio THEN v + pg_temp.tirage(b.n, 30) END
  FROM bilan b CROSS JOIN generate_series(1, 5) i
  CROSS JOIN LATERAL (SELECT 5 + pg_temp.tirage(b.n * 5 + i, 60) AS v, (b.action * 5 + i) % 20 IN (2, 8) AS ratio) x
  WHERE b.etat NOT IN ('A_REMPLIR', 'BROUILLON')
  ORDER BY b.n, i;
