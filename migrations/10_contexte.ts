/**
 * Opening of a person's context, its roles read once; and what a structure keeps when it leaves a CA: the reports of the
 * quarters during which it was a member, which it may still fill, and the actions that they tell of.
 */
export const CONTEXTE = `
  CREATE OR REPLACE FUNCTION app.ouvrir_contexte(personne uuid, requete text DEFAULT NULL) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    qui utilisateur%ROWTYPE;
    roles jsonb;
    regions text[]; regions_admin text[]; lus text[]; ecrits text[];
    lues uuid[]; animees uuid[]; structures uuid[];
    bilans uuid[]; fiches uuid[];
  BEGIN
    SELECT * INTO qui FROM utilisateur WHERE id = personne AND actif;
    IF NOT FOUND THEN RETURN NULL; END IF;
    WITH a AS MATERIALIZED (SELECT * FROM app.attributions_en_vigueur(personne)),
    d AS (SELECT DISTINCT d.code, a.role FROM a JOIN departement d
          ON (a.role IN ('ADMIN_REGIONAL', 'EVALUATEUR_REGIONAL') AND d.region_code = a.region_code)
          OR (a.role = 'COORDINATEUR_DD' AND d.code = a.departement_code))
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'role', a.role, 'regionCode', a.region_code,
             'departementCode', a.departement_code, 'cooperativeId', a.cooperative_id, 'structureId', a.structure_id,
             'cooperatives', to_jsonb(a.cooperatives))), '[]'),
           array_agg(DISTINCT a.region_code),
           array_agg(DISTINCT a.region_code) FILTER (WHERE a.role = 'ADMIN_REGIONAL'),
           array_agg(DISTINCT a.cooperative_id) FILTER (WHERE a.role = 'COPILOTE'),
           array_agg(DISTINCT a.structure_id) FILTER (WHERE a.role = 'PARTENAIRE'),
           (SELECT array_agg(DISTINCT code) FROM d),
           (SELECT array_agg(DISTINCT code) FROM d WHERE role <> 'EVALUATEUR_REGIONAL'),
           (SELECT array_agg(DISTINCT c) FROM a, unnest(a.cooperatives) c)
      INTO roles, regions, regions_admin, animees, structures, lus, ecrits, lues
      FROM a;
    IF structures IS NOT NULL THEN
      SELECT array_agg(DISTINCT b.id), array_agg(DISTINCT b.fiche_action_id) INTO bilans, fiches
        FROM adhesion d JOIN bilan_trimestriel b ON b.structure_id = d.structure_id AND b.cooperative_id = d.cooperative_id
          AND make_date(b.annee, b.trimestre * 3 - 2, 1) <= d.fin
          AND make_date(b.annee, b.trimestre * 3 - 2, 1) + interval '3 months' > d.debut
        WHERE d.structure_id = ANY (structures) AND d.fin < app.aujourdhui()
          AND NOT EXISTS (SELECT 1 FROM adhesion e WHERE e.structure_id = d.structure_id AND e.cooperative_id = d.cooperative_id
                            AND e.debut <= app.aujourdhui() AND (e.fin IS NULL OR e.fin >= app.aujourdhui()));
    END IF;
    PERFORM set_config('app.mode', 'utilisateur', true), set_config('app.utilisateur', qui.id::text, true),
      set_config('app.auteur', qui.prenom || ' ' || qui.nom, true), set_config('app.requete', coalesce(requete, ''), true),
      set_config('app.regions', coalesce(regions, '{}')::text, true),
      set_config('app.regions_admin', coalesce(regions_admin, '{}')::text, true),
      set_config('app.departements_lus', coalesce(lus, '{}')::text, true),
      set_config('app.departements_ecrits', coalesce(ecrits, '{}')::text, true),
      set_config('app.cooperatives_lues', coalesce(lues, '{}')::text, true),
      set_config('app.cooperatives_animees', coalesce(animees, '{}')::text, true),
      set_config('app.structures', coalesce(structures, '{}')::text, true),
      set_config('app.bilans_gardes', coalesce(bilans, '{}')::text, true),
      set_config('app.fiches_gardees', coalesce(fiches, '{}')::text, true);
    RETURN jsonb_build_object('utilisateurId', qui.id, 'courriel', qui.courriel, 'prenom', qui.prenom, 'nom', qui.nom,
                              'attributions', roles);
  END $$;

  -- Name of a CA that a structure has left, beside the reports that it keeps.
  CREATE FUNCTION app.intitule_quitte(la_cooperative uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.intitule FROM cooperative c WHERE c.id = la_cooperative
      AND EXISTS (SELECT 1 FROM bilan_trimestriel b WHERE b.cooperative_id = c.id AND b.id = ANY (app.uuids('bilans_gardes')))
  $$;
`;

/** As migration 6 left it. */
export const CONTEXTE_AVANT = `
  DROP FUNCTION app.intitule_quitte;
  CREATE OR REPLACE FUNCTION app.ouvrir_contexte(personne uuid, requete text DEFAULT NULL) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    qui utilisateur%ROWTYPE;
    roles jsonb;
    regions text[]; regions_admin text[]; lus text[]; ecrits text[];
    lues uuid[]; animees uuid[]; structures uuid[];
  BEGIN
    SELECT * INTO qui FROM utilisateur WHERE id = personne AND actif;
    IF NOT FOUND THEN RETURN NULL; END IF;
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'role', a.role, 'regionCode', a.region_code,
             'departementCode', a.departement_code, 'cooperativeId', a.cooperative_id, 'structureId', a.structure_id,
             'cooperatives', to_jsonb(a.cooperatives))), '[]'),
           array_agg(DISTINCT a.region_code),
           array_agg(DISTINCT a.region_code) FILTER (WHERE a.role = 'ADMIN_REGIONAL'),
           array_agg(DISTINCT a.cooperative_id) FILTER (WHERE a.role = 'COPILOTE'),
           array_agg(DISTINCT a.structure_id) FILTER (WHERE a.role = 'PARTENAIRE')
      INTO roles, regions, regions_admin, animees, structures
      FROM app.attributions_en_vigueur(personne) a;
    SELECT array_agg(DISTINCT d.code), array_agg(DISTINCT d.code) FILTER (WHERE a.role <> 'EVALUATEUR_REGIONAL')
      INTO lus, ecrits
      FROM app.attributions_en_vigueur(personne) a
      JOIN departement d ON (a.role IN ('ADMIN_REGIONAL', 'EVALUATEUR_REGIONAL') AND d.region_code = a.region_code)
                         OR (a.role = 'COORDINATEUR_DD' AND d.code = a.departement_code);
    SELECT array_agg(DISTINCT c) INTO lues FROM app.attributions_en_vigueur(personne) a, unnest(a.cooperatives) c;
    PERFORM app.poser('mode', 'utilisateur');
    PERFORM app.poser('utilisateur', qui.id::text);
    PERFORM app.poser('auteur', qui.prenom || ' ' || qui.nom);
    PERFORM app.poser('requete', coalesce(requete, ''));
    PERFORM app.poser('regions', coalesce(regions, '{}')::text);
    PERFORM app.poser('regions_admin', coalesce(regions_admin, '{}')::text);
    PERFORM app.poser('departements_lus', coalesce(lus, '{}')::text);
    PERFORM app.poser('departements_ecrits', coalesce(ecrits, '{}')::text);
    PERFORM app.poser('cooperatives_lues', coalesce(lues, '{}')::text);
    PERFORM app.poser('cooperatives_animees', coalesce(animees, '{}')::text);
    PERFORM app.poser('structures', coalesce(structures, '{}')::text);
    RETURN jsonb_build_object('utilisateurId', qui.id, 'courriel', qui.courriel, 'prenom', qui.prenom, 'nom', qui.nom,
                              'attributions', roles);
  END $$;
`;
