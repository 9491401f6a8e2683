import type { MigrationInterface, QueryRunner } from 'typeorm';

const CLES = 'fiche_action_id, cooperative_id, departement_code, structure_id';
const MEMBRE = `(structure_id = ANY ((SELECT app.uuids('structures'))::uuid[])
  AND cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;
const GARDE = `bilan_id = ANY ((SELECT app.uuids('bilans_gardes'))::uuid[])`;
const SIENNE = `(${MEMBRE} OR ${GARDE})`;

const tracerBrouillon = (sauf: string): string => `
  DROP TRIGGER tracer ON bilan_brouillon;
  CREATE TRIGGER tracer AFTER INSERT OR UPDATE ON bilan_brouillon FOR EACH ROW EXECUTE FUNCTION app.tracer('bilan_id'${sauf});`;

/**
 * Questions of a report that a structure gives to somebody without an account, by a link that expires. What they write stays
 * theirs until the structure takes it; the draft says who wrote what.
 */
export class Contributions1700000000022 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE contribution_bilan (
        id uuid PRIMARY KEY,
        bilan_id uuid NOT NULL, fiche_action_id uuid NOT NULL, cooperative_id uuid NOT NULL, departement_code text NOT NULL, structure_id uuid NOT NULL,
        questions text[] NOT NULL CHECK (cardinality(questions) BETWEEN 1 AND 120),
        nom text NOT NULL,
        courriel text NOT NULL,
        mot text,
        empreinte text NOT NULL UNIQUE,
        expire_le timestamptz NOT NULL,
        demande_par uuid NOT NULL REFERENCES utilisateur,
        demande_le timestamptz NOT NULL DEFAULT now(),
        retiree_le timestamptz,
        contenu jsonb NOT NULL DEFAULT '{"reponses": {}, "valeurs": []}',
        ecrit_le timestamptz,
        finie_le timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT contribution_bilan_bilan FOREIGN KEY (bilan_id, ${CLES}) REFERENCES bilan_trimestriel (id, ${CLES})
      );
      CREATE INDEX contribution_bilan_par_bilan ON contribution_bilan (bilan_id);
      GRANT SELECT, INSERT ON contribution_bilan TO coopilote_app;
      GRANT UPDATE (retiree_le, version) ON contribution_bilan TO coopilote_app;
      ALTER TABLE contribution_bilan ENABLE ROW LEVEL SECURITY;
      CREATE POLICY lit ON contribution_bilan FOR SELECT TO coopilote_app USING (${SIENNE});
      CREATE POLICY cree ON contribution_bilan FOR INSERT TO coopilote_app WITH CHECK (${SIENNE});
      CREATE POLICY modifie ON contribution_bilan FOR UPDATE TO coopilote_app USING (${SIENNE}) WITH CHECK (${SIENNE});

      -- Who wrote each question: { "<question>": { "nom", "le" } }.
      ALTER TABLE bilan_brouillon ADD COLUMN auteurs jsonb NOT NULL DEFAULT '{}';
      ALTER TABLE bilan_version ADD COLUMN auteurs jsonb NOT NULL DEFAULT '{}';
      ${tracerBrouillon(", 'auteurs'")}

      -- What a link opens, to whoever holds it: its questions, what was said of them the quarter before, and nothing else.
      CREATE FUNCTION app.lire_contribution(lien text) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT jsonb_build_object('id', k.id, 'action', f.intitule, 'structure', s.nom, 'annee', b.annee, 'trimestre', b.trimestre,
          'niveau', b.niveau, 'questions', k.questions, 'nom', k.nom, 'mot', k.mot, 'demandePar', app.nom_utilisateur(k.demande_par),
          'expireLe', k.expire_le, 'finieLe', k.finie_le, 'ecritLe', k.ecrit_le, 'contenu', k.contenu, 'version', k.version,
          'ouverte', k.finie_le IS NULL AND b.etat IN ('A_REMPLIR', 'BROUILLON', 'A_COMPLETER') AND NOT app.collecte_close(b.id),
          'beneficiairesCibles', f.beneficiaires_cibles,
          'precedent', (SELECT jsonb_build_object('annee', p.annee, 'trimestre', p.trimestre, 'contenu', v.contenu)
            FROM bilan_trimestriel p JOIN bilan_version v ON v.bilan_id = p.id AND v.numero = p.numero_version
            WHERE p.fiche_action_id = b.fiche_action_id AND p.annee * 4 + p.trimestre = b.annee * 4 + b.trimestre - 1
              AND p.etat IN ('TRANSMIS', 'VALIDE')),
          'indicateurs', coalesce((SELECT jsonb_agg(jsonb_build_object('id', i.id, 'type', i.type, 'libelle', i.libelle, 'unite', i.unite,
              'modeAgregation', i.mode_agregation, 'sources', i.sources,
              'previsionTrimestre', (SELECT x.valeur FROM prevision x WHERE x.indicateur_id = i.id AND x.annee = b.annee AND x.trimestre = b.trimestre),
              'previsionAnnee', (SELECT x.valeur FROM prevision x WHERE x.indicateur_id = i.id AND x.annee = b.annee AND x.trimestre = 0))
              ORDER BY i.ordre, i.id)
            FROM indicateur i WHERE i.fiche_action_id = b.fiche_action_id AND 'indicateur:' || i.id = ANY (k.questions)), '[]'))
        FROM contribution_bilan k JOIN bilan_trimestriel b ON b.id = k.bilan_id JOIN fiche_action f ON f.id = k.fiche_action_id
          JOIN structure s ON s.id = k.structure_id
        WHERE k.empreinte = lien AND k.retiree_le IS NULL AND k.expire_le > now() AND app.hors_personne()
      $$;
      -- Writes over the version that was read; NULL when it has moved, or when the link writes no more.
      CREATE FUNCTION app.ecrire_contribution(lien text, lue integer, le_contenu jsonb, finie boolean) RETURNS integer
        LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        UPDATE contribution_bilan k SET contenu = coalesce(le_contenu, k.contenu), ecrit_le = now(),
          finie_le = CASE WHEN finie THEN now() END, version = k.version + 1
        FROM bilan_trimestriel b
        WHERE k.empreinte = lien AND k.version = lue AND k.retiree_le IS NULL AND k.finie_le IS NULL AND k.expire_le > now()
          AND b.id = k.bilan_id AND b.etat IN ('A_REMPLIR', 'BROUILLON', 'A_COMPLETER') AND NOT app.collecte_close(b.id)
          AND app.hors_personne()
        RETURNING k.version
      $$;
      GRANT EXECUTE ON FUNCTION app.lire_contribution, app.ecrire_contribution TO coopilote_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${tracerBrouillon('')}
      ALTER TABLE bilan_version DROP COLUMN auteurs;
      ALTER TABLE bilan_brouillon DROP COLUMN auteurs;
      DROP FUNCTION app.ecrire_contribution, app.lire_contribution;
      DROP TABLE contribution_bilan;
    `);
  }
}
