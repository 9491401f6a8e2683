-- Accounts. Only those listed in the README are proposed on the sign-in page of a demonstration.
INSERT INTO utilisateur (id, courriel, prenom, nom, mot_de_passe_hash, demonstration)
  SELECT pg_temp.cle('aaaaaaaa', 1), 'national@demo.test', 'Nathalie', 'Évaluatrice nationale', '$MOT_DE_PASSE', true
  UNION ALL SELECT pg_temp.cle('aaaaaaaa', 100 + r.rang), 'evaluateur-' || lower(r.code) || '@demo.test', 'Éva', 'Évaluatrice ' || g.nom, '$MOT_DE_PASSE', true
    FROM rang_region r JOIN region g USING (code)
  UNION ALL SELECT pg_temp.cle('aaaaaaaa', 200 + r.rang), 'admin-' || lower(r.code) || '@demo.test', 'Aline', 'Administratrice ' || g.nom, '$MOT_DE_PASSE', r.rang = 1
    FROM rang_region r JOIN region g USING (code)
  UNION ALL SELECT pg_temp.cle('aaaaaaaa', 1000 + rang), 'dd' || lower(code) || '@demo.test', 'Denis', 'Délégation ' || nom, '$MOT_DE_PASSE', rang < 8
    FROM rang_departement
  UNION ALL SELECT pg_temp.cle('aaaaaaaa', 2000), 'partenaire-93@demo.test', 'Paule', 'Partenaire', '$MOT_DE_PASSE', true;

INSERT INTO liste_valeur (id, region_code, liste, code, libelle, ordre)
  SELECT pg_temp.cle('11111111', r.rang * 100 + v.n), r.code, v.liste, v.code, v.libelle, v.n
  FROM rang_region r CROSS JOIN (VALUES
    (1, 'THEMATIQUE', 'PRECARITE', 'Parcours de santé des publics précaires'), (2, 'THEMATIQUE', 'ERRANCE', 'Santé des personnes en errance'),
    (3, 'THEMATIQUE', 'LOGEMENT', 'Logement et santé'), (4, 'THEMATIQUE', 'RESPIRATOIRE', 'Santé respiratoire'),
    (5, 'THEMATIQUE', 'DIABETE', 'Diabète et maladies métaboliques'), (6, 'THEMATIQUE', 'NUTRITION', 'Nutrition et activité physique'),
    (7, 'THEMATIQUE', 'LANGAGE', 'Langage et compétences psychosociales'), (8, 'THEMATIQUE', 'SANTE_MENTALE', 'Santé mentale'),
    (9, 'THEMATIQUE', 'PERINATALITE', 'Périnatalité et mille premiers jours'), (10, 'THEMATIQUE', 'VIEILLISSEMENT', 'Bien vieillir'),
    (11, 'THEMATIQUE', 'ADDICTIONS', 'Conduites addictives'), (12, 'THEMATIQUE', 'SANTE_SEXUELLE', 'Santé sexuelle'),
    (21, 'PUBLIC_CIBLE', 'ENFANTS', 'Enfants de moins de 6 ans'), (22, 'PUBLIC_CIBLE', 'ECOLIERS', 'Écoliers et collégiens'),
    (23, 'PUBLIC_CIBLE', 'JEUNES', 'Jeunes de 16 à 25 ans'), (24, 'PUBLIC_CIBLE', 'FEMMES', 'Femmes enceintes'),
    (25, 'PUBLIC_CIBLE', 'PARENTS', 'Parents'), (26, 'PUBLIC_CIBLE', 'AINES', 'Personnes âgées'),
    (27, 'PUBLIC_CIBLE', 'PRECAIRES', 'Personnes en situation de précarité'), (28, 'PUBLIC_CIBLE', 'HANDICAP', 'Personnes en situation de handicap'),
    (29, 'PUBLIC_CIBLE', 'HABITANTS', 'Habitants des quartiers prioritaires'), (30, 'PUBLIC_CIBLE', 'PROFESSIONNELS', 'Professionnels'),
    (41, 'SECTEUR', 'SOCIAL', 'Social et insertion'), (42, 'SECTEUR', 'SANITAIRE', 'Sanitaire'), (43, 'SECTEUR', 'MEDICO_SOCIAL', 'Médico-social'),
    (44, 'SECTEUR', 'EDUCATION', 'Éducation'), (45, 'SECTEUR', 'COLLECTIVITE', 'Collectivité'),
    (51, 'MODE_INTERVENTION', 'ATELIER', 'Atelier collectif'), (52, 'MODE_INTERVENTION', 'ALLER_VERS', 'Aller vers'),
    (53, 'MODE_INTERVENTION', 'FORMATION', 'Formation'), (54, 'MODE_INTERVENTION', 'INDIVIDUEL', 'Accompagnement individuel')
  ) v(n, liste, code, libelle);

INSERT INTO indicateur_commun (id, region_code, code, libelle, type, unite, mode_agregation)
  SELECT pg_temp.cle('22222222', r.rang * 100 + v.n), r.code, v.code, v.libelle, v.type, v.unite, v.mode
  FROM rang_region r CROSS JOIN (VALUES
    (1, 'PERSONNES', 'Personnes différentes touchées', 'ACTIVITE', 'PERSONNES', 'SOMME'),
    (2, 'SEANCES', 'Séances tenues', 'ACTIVITE', 'SEANCES', 'SOMME'),
    (3, 'SATISFACTION', 'Participants satisfaits', 'RESULTAT', 'POURCENTAGE', 'RATIO'),
    (4, 'PARTENAIRES', 'Partenaires mobilisés', 'PROCESSUS', 'NOMBRE', 'DERNIERE_VALEUR'),
    (5, 'CONNAISSANCES', 'Connaissances acquises (note sur 20)', 'RESULTAT', 'NOMBRE', 'MOYENNE'),
    (6, 'PARTICIPATIONS', 'Participations aux ateliers', 'ACTIVITE', 'PARTICIPATIONS', 'SOMME'),
    (7, 'ORIENTEES', 'Personnes orientées vers un soin', 'RESULTAT', 'PERSONNES', 'SOMME'),
    (8, 'HEURES', 'Heures d’intervention', 'ACTIVITE', 'HEURES', 'SOMME'),
    (9, 'ASSIDUITE', 'Inscrits venus à chaque séance', 'RESULTAT', 'POURCENTAGE', 'RATIO'),
    (10, 'LIEUX', 'Lieux ouverts en même temps', 'PROCESSUS', 'NOMBRE', 'MAXIMUM'),
    (11, 'FORMES', 'Professionnels formés', 'ACTIVITE', 'PERSONNES', 'SOMME'),
    (12, 'REUNIONS', 'Réunions de pilotage', 'PROCESSUS', 'SEANCES', 'SOMME'),
    (13, 'JOURS', 'Jours de présence sur le terrain', 'ACTIVITE', 'JOURS', 'SOMME'),
    (14, 'COUVERTURE', 'Part du public visé qui est connue', 'PROCESSUS', 'POURCENTAGE', 'DERNIERE_VALEUR'),
    (15, 'FILE_ACTIVE', 'File active', 'ACTIVITE', 'PERSONNES', 'DERNIERE_VALEUR'),
    (16, 'DEPISTEES', 'Personnes dépistées', 'RESULTAT', 'PERSONNES', 'SOMME'),
    (17, 'DELAI', 'Délai moyen avant le premier rendez-vous', 'RESULTAT', 'JOURS', 'MOYENNE'),
    (18, 'BUDGET', 'Dépenses engagées', 'PROCESSUS', 'EUROS', 'SOMME'),
    (19, 'AFFLUENCE', 'Affluence la plus forte d’une séance', 'ACTIVITE', 'PARTICIPATIONS', 'MAXIMUM'),
    (20, 'SUPPORTS', 'Supports remis', 'ACTIVITE', 'NOMBRE', 'SOMME')
  ) v(n, code, libelle, type, unite, mode);

INSERT INTO structure (id, region_code, departement_code, nom, nom_recherche, forme_juridique, secteur_id, commune_code, demonstration)
  SELECT m.id, m.region, m.departement, t.nom, pg_temp.recherche(t.nom), 'ASSOCIATION',
         pg_temp.cle('11111111', m.region_rang * 100 + 41 + m.n % 5), c.code, true
  FROM membre m JOIN rang_commune c ON c.departement_code = m.departement AND c.rang = pg_temp.tirage(m.n, least(c.nombre, 40)::integer)
  CROSS JOIN LATERAL (SELECT (ARRAY['Maison des familles', 'Relais santé', 'Atelier solidaire', 'Centre social', 'Réseau prévention', 'Les Mains tendues'])[1 + m.n % 6]
                             || ' de ' || c.nom || ' n° ' || m.n AS nom) t;
