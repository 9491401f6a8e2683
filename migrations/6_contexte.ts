import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Opening of a transaction's context. These functions run with their owner's rights: they alone read roles and sessions
 * before anybody is known. Settings are local to the transaction.
 */
export class Contexte1700000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION app.poser(cle text, valeur text) RETURNS void LANGUAGE plpgsql
        AS $$ BEGIN PERFORM set_config('app.' || cle, valeur, true); END $$;

      -- Roles in force today, with the CAs that each one opens.
      CREATE FUNCTION app.attributions_en_vigueur(personne uuid)
        RETURNS TABLE (id uuid, role text, region_code text, departement_code text, cooperative_id uuid, structure_id uuid, cooperatives uuid[])
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT a.id, a.role, a.region_code, a.departement_code, a.cooperative_id, a.structure_id,
               CASE WHEN a.structure_id IS NOT NULL THEN coalesce((
                      SELECT array_agg(DISTINCT d.cooperative_id) FROM adhesion d
                      WHERE d.structure_id = a.structure_id AND d.debut <= app.aujourdhui() AND (d.fin IS NULL OR d.fin >= app.aujourdhui())), '{}')
                    WHEN a.cooperative_id IS NOT NULL THEN ARRAY[a.cooperative_id]
                    ELSE '{}'::uuid[] END
        FROM attribution a JOIN utilisateur u ON u.id = a.utilisateur_id
        WHERE a.utilisateur_id = personne AND u.actif AND a.debut <= app.aujourdhui() AND (a.fin IS NULL OR a.fin >= app.aujourdhui())
        ORDER BY a.role, a.id
      $$;

      -- Opens the context of a person; answers who it is, or NULL when unknown or switched off (the context is then empty).
      CREATE FUNCTION app.ouvrir_contexte(personne uuid, requete text DEFAULT NULL) RETURNS jsonb
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

      -- Opens the context of the person behind a session; NULL when the session is unknown or over.
      CREATE FUNCTION app.ouvrir_session(empreinte_session text, requete text DEFAULT NULL) RETURNS jsonb
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE personne uuid; vue timestamptz;
      BEGIN
        SELECT utilisateur_id, vue_le INTO personne, vue FROM session WHERE empreinte = empreinte_session AND expire_le > now();
        IF NOT FOUND THEN RETURN NULL; END IF;
        IF vue < now() - interval '5 minutes' THEN UPDATE session SET vue_le = now() WHERE empreinte = empreinte_session; END IF;
        RETURN app.ouvrir_contexte(personne, requete);
      END $$;

      CREATE FUNCTION app.ouvrir_connexion(requete text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM app.poser('mode', 'connexion');
        PERFORM app.poser('auteur', 'Connexion');
        PERFORM app.poser('requete', coalesce(requete, ''));
      END $$;

      -- Jobs and commands: every département, and a name for the history.
      CREATE FUNCTION app.ouvrir_systeme(motif text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        PERFORM app.poser('mode', 'systeme');
        PERFORM app.poser('auteur', motif);
        PERFORM app.poser('regions', (SELECT coalesce(array_agg(code), '{}')::text FROM region));
        PERFORM app.poser('regions_admin', app.texte('regions'));
        PERFORM app.poser('departements_lus', (SELECT coalesce(array_agg(code), '{}')::text FROM departement));
        PERFORM app.poser('departements_ecrits', app.texte('departements_lus'));
      END $$;

      -- Names shown beside an act (coordinator, sender…): nothing else of a person leaves this way.
      CREATE FUNCTION app.nom_utilisateur(personne uuid) RETURNS text
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
        AS $$ SELECT prenom || ' ' || nom FROM utilisateur WHERE id = personne $$;
      CREATE FUNCTION app.utilisateur_par_courriel(adresse text) RETURNS uuid
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
        AS $$ SELECT id FROM utilisateur WHERE courriel = lower(adresse) $$;

      -- Structures known anywhere by an official number, or nearly by name in a commune: the least needed to avoid a duplicate.
      CREATE FUNCTION app.doublons_structure(le_siret text, le_rna text, le_finess text, le_nom text, la_commune text)
        RETURNS TABLE (id uuid, nom text, commune text, departement_code text, siret text, motif text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT s.id, s.nom, c.nom, s.departement_code, s.siret,
               CASE WHEN s.siret = le_siret THEN 'SIRET' WHEN s.rna = le_rna THEN 'RNA' WHEN s.finess = le_finess THEN 'FINESS' ELSE 'NOM' END
        FROM structure s JOIN commune c ON c.code = s.commune_code
        WHERE s.siret = le_siret OR s.rna = le_rna OR s.finess = le_finess
           OR (s.commune_code = la_commune AND length(le_nom) >= 4
               AND (s.nom_recherche LIKE '%' || le_nom || '%' OR le_nom LIKE '%' || s.nom_recherche || '%'))
        LIMIT 10
      $$;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO coopilote_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION app.doublons_structure, app.utilisateur_par_courriel, app.nom_utilisateur, app.ouvrir_systeme,
        app.ouvrir_connexion, app.ouvrir_session, app.ouvrir_contexte, app.attributions_en_vigueur, app.poser;
    `);
  }
}
