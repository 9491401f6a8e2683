-- What the reports of one département said when they were sent, as the API writes it (apps/api/src/bilans/contenu.ts).
SELECT b.id, jsonb_build_object('beneficiaires', b.beneficiaires, 'freins', b.freins, 'leviers', b.leviers, 'pistes', b.pistes,
    'reponses', (SELECT jsonb_object_agg(q, jsonb_build_object('reponse', r, 'motif', m)) FROM (VALUES
      ('ressources', b.ressources, b.ressources_motif), ('publics', b.publics, b.publics_motif), ('realisation', b.realisation, b.realisation_motif),
      ('objectifs', b.objectifs, b.objectifs_motif), ('cooperation', b.cooperation, b.cooperation_motif), ('pratiques', b.pratiques, b.pratiques_motif),
      ('ists', b.ists, b.ists_motif), ('parcours', b.parcours, b.parcours_motif)) t(q, r, m)),
    'valeurs', (SELECT jsonb_agg(jsonb_build_object('indicateurId', v.indicateur_id, 'valeur', trim_scale(v.valeur),
        'numerateur', trim_scale(v.numerateur), 'denominateur', trim_scale(v.denominateur)) ORDER BY v.indicateur_id) FROM valeur v WHERE v.bilan_id = b.id)) AS contenu
FROM bilan_trimestriel b WHERE b.departement_code = '93' AND b.numero_version = 1 ORDER BY b.id
