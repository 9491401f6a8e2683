import type { MigrationInterface, QueryRunner } from 'typeorm';

const ARS = `departement_code = ANY ((SELECT app.textes('departements_lus'))::text[])`;
const DD = `departement_code = ANY ((SELECT app.textes('departements_ecrits'))::text[])`;
const SIENNE = `(structure_id = ANY ((SELECT app.uuids('structures'))::uuid[])
  AND cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;
const MOI = `(SELECT app.utilisateur_id())`;
const SUBVENTIONS_ARS = `('ARS_FIR', 'ARS_AUTRE')`;

/** The readers of the compte rendu once it was sent; who sends writes a version, who sends back a reason. */
const REGLES = {
  compte_rendu_financier_version: `${SIENNE} AND transmis_par = ${MOI}`,
  compte_rendu_financier_retour: `${DD} AND par = ${MOI}`,
};

/** Sums of what the ARS grants (R4), with what is carried over or without it. */
const sommes = (accorde: string): string => `
  CREATE OR REPLACE FUNCTION app.financement_par_structure(la_cooperative uuid, l_annee integer)
    RETURNS TABLE (structure_id uuid, montant bigint, subventions_ars bigint, verse bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT e.structure_id, sum(e.montant)::bigint,
           coalesce(sum(e.montant) FILTER (WHERE e.nature IN ${SUBVENTIONS_ARS} ${accorde}), 0)::bigint, coalesce(sum(v.verse), 0)::bigint
    FROM engagement e LEFT JOIN LATERAL (SELECT sum(montant) AS verse FROM versement
      WHERE engagement_id = e.id AND genre = 'VERSEMENT' AND verse_le IS NOT NULL) v ON true
    WHERE e.cooperative_id = la_cooperative AND e.annee = l_annee
      AND (e.departement_code = ANY (app.textes('departements_lus')) OR la_cooperative = ANY (app.uuids('cooperatives_animees'))
        OR EXISTS (SELECT 1 FROM adhesion a WHERE a.cooperative_id = la_cooperative AND a.structure_id = ANY (app.uuids('structures'))
                   AND a.debut <= app.aujourdhui() AND (a.fin IS NULL OR a.fin >= app.aujourdhui())))
    GROUP BY e.structure_id
  $$;
  CREATE OR REPLACE FUNCTION app.subventions_ars(les_structures uuid[], l_annee integer, la_region text)
    RETURNS TABLE (structure_id uuid, montant bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT e.structure_id, sum(e.montant)::bigint
    FROM engagement e JOIN departement d ON d.code = e.departement_code AND d.region_code = la_region
    WHERE e.structure_id = ANY (les_structures) AND e.annee = l_annee AND e.nature IN ${SUBVENTIONS_ARS} ${accorde}
      AND (e.structure_id = ANY (app.uuids('structures'))
        OR EXISTS (SELECT 1 FROM departement x WHERE x.region_code = la_region AND x.code = ANY (app.textes('departements_lus'))))
    GROUP BY e.structure_id
  $$;`;

/** Versions of comptes rendus financiers (R15), the request that a signed act keeps (R5), what is carried over to the next year. */
export class SuitesFinancement1700000000019 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE compte_rendu_financier ADD CONSTRAINT compte_rendu_financier_cles
        UNIQUE (id, cooperative_id, departement_code, structure_id);
      CREATE TABLE compte_rendu_financier_version (
        compte_rendu_id uuid NOT NULL,
        numero integer NOT NULL CHECK (numero > 0),
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        structure_id uuid NOT NULL,
        contenu jsonb NOT NULL,
        empreinte text NOT NULL,
        transmis_le timestamptz NOT NULL,
        -- NULL when it was sent before versions were kept and its history does not tell by whom.
        transmis_par uuid REFERENCES utilisateur,
        PRIMARY KEY (compte_rendu_id, numero),
        CONSTRAINT compte_rendu_financier_version_cles FOREIGN KEY (compte_rendu_id, cooperative_id, departement_code, structure_id)
          REFERENCES compte_rendu_financier (id, cooperative_id, departement_code, structure_id)
      );
      CREATE TABLE compte_rendu_financier_retour (
        compte_rendu_id uuid NOT NULL,
        numero integer NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        structure_id uuid NOT NULL,
        motif text NOT NULL CHECK (length(trim(motif)) > 0),
        par uuid NOT NULL REFERENCES utilisateur,
        le timestamptz NOT NULL,
        PRIMARY KEY (compte_rendu_id, numero),
        CONSTRAINT compte_rendu_financier_retour_version FOREIGN KEY (compte_rendu_id, numero)
          REFERENCES compte_rendu_financier_version (compte_rendu_id, numero),
        CONSTRAINT compte_rendu_financier_retour_cles FOREIGN KEY (compte_rendu_id, cooperative_id, departement_code, structure_id)
          REFERENCES compte_rendu_financier (id, cooperative_id, departement_code, structure_id)
      );
      -- What waits at the delegation was sent: it is the first version that can be kept whole.
      INSERT INTO compte_rendu_financier_version (compte_rendu_id, numero, cooperative_id, departement_code, structure_id, contenu, empreinte,
                                                  transmis_le, transmis_par)
        SELECT r.id, 1, r.cooperative_id, r.departement_code, r.structure_id, r.contenu, r.empreinte, r.transmis_le,
          (SELECT u.id FROM historique h JOIN utilisateur u ON u.id = h.utilisateur_id
           WHERE h.objet = 'compte_rendu_financier' AND h.objet_id = r.id::text AND h.apres ->> 'etat' = 'TRANSMIS' ORDER BY h.id DESC LIMIT 1)
        FROM compte_rendu_financier r WHERE r.etat = 'TRANSMIS';

      -- A version is what was just sent, and nothing else.
      CREATE FUNCTION app.verifier_version_compte_rendu() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM compte_rendu_financier r WHERE r.id = NEW.compte_rendu_id AND r.etat = 'TRANSMIS'
             AND r.contenu = NEW.contenu AND r.empreinte = NEW.empreinte AND r.transmis_le = NEW.transmis_le)
           OR NEW.numero <> (SELECT count(*) FROM compte_rendu_financier_version v WHERE v.compte_rendu_id = NEW.compte_rendu_id) THEN
          RAISE EXCEPTION 'Une version est ce qui vient d’être transmis' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER compte_rendu_financier_version_verifiee AFTER INSERT ON compte_rendu_financier_version
        FOR EACH ROW EXECUTE FUNCTION app.verifier_version_compte_rendu();
      CREATE FUNCTION app.garder_envoi_compte_rendu() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'Ce qui a été transmis ou renvoyé ne change plus' USING ERRCODE = 'insufficient_privilege';
      END $$;
      GRANT SELECT, INSERT ON compte_rendu_financier_version, compte_rendu_financier_retour TO coopilote_app;

      -- R5: the request goes with the act that it made possible. Who signs holds the act: one of the two comes first.
      CREATE FUNCTION app.garder_demande() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE etat text;
      BEGIN
        SELECT a.etat INTO etat FROM acte_financement a WHERE a.id = OLD.objet_id FOR SHARE;
        IF etat = 'SIGNE' THEN
          RAISE EXCEPTION 'Un acte signé garde la demande qui y est jointe' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN OLD;
      END $$;
      CREATE TRIGGER demande_gardee BEFORE DELETE ON piece FOR EACH ROW WHEN (OLD.objet = 'ACTE_FINANCEMENT')
        EXECUTE FUNCTION app.garder_demande();

      -- Paid, not spent, kept for the next year: already granted and already paid, once.
      ALTER TABLE engagement ADD COLUMN reporte_de uuid,
        ADD CONSTRAINT engagement_reporte_de FOREIGN KEY (reporte_de, cooperative_id, departement_code, structure_id)
          REFERENCES engagement (id, cooperative_id, departement_code, structure_id),
        ADD CONSTRAINT engagement_report_unique UNIQUE (reporte_de);
      ${sommes('AND e.reporte_de IS NULL')}
    `);
    for (const [table, cree] of Object.entries(REGLES)) {
      await db.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY lit ON ${table} FOR SELECT TO coopilote_app USING (${ARS} OR ${SIENNE});
        CREATE POLICY cree ON ${table} FOR INSERT TO coopilote_app WITH CHECK (${cree});
        CREATE TRIGGER ${table}_figee BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION app.garder_envoi_compte_rendu();
      `);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${sommes('')}
      ALTER TABLE engagement DROP COLUMN reporte_de;
      DROP TRIGGER demande_gardee ON piece;
      DROP TABLE compte_rendu_financier_retour, compte_rendu_financier_version;
      ALTER TABLE compte_rendu_financier DROP CONSTRAINT compte_rendu_financier_cles;
      DROP FUNCTION app.garder_demande, app.verifier_version_compte_rendu, app.garder_envoi_compte_rendu;
    `);
  }
}
