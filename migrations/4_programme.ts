import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reference lists, structures, CAs, adhésions, objectives and T1's steps. */
export class Programme1700000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE liste_valeur (
        id uuid PRIMARY KEY,
        region_code text NOT NULL REFERENCES region,
        liste text NOT NULL CHECK (liste IN ('THEMATIQUE', 'PUBLIC_CIBLE', 'SECTEUR', 'MODE_INTERVENTION', 'DISPOSITIF')),
        code text NOT NULL,
        libelle text NOT NULL,
        description text,
        praps boolean NOT NULL DEFAULT false,
        ordre integer NOT NULL DEFAULT 0,
        retiree boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (region_code, liste, code)
      );
      CREATE TABLE indicateur_commun (
        id uuid PRIMARY KEY,
        region_code text NOT NULL REFERENCES region,
        code text NOT NULL,
        libelle text NOT NULL,
        type text NOT NULL CHECK (type IN ('PROCESSUS', 'ACTIVITE', 'RESULTAT')),
        unite text NOT NULL,
        mode_agregation text NOT NULL CHECK (mode_agregation IN ('SOMME', 'DERNIERE_VALEUR', 'MOYENNE', 'MAXIMUM', 'RATIO')),
        definition text,
        retiree boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (region_code, code)
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON liste_valeur, indicateur_commun TO coopilote_app;

      CREATE TABLE structure (
        id uuid PRIMARY KEY,
        region_code text NOT NULL,
        departement_code text NOT NULL,
        nom text NOT NULL,
        nom_recherche text NOT NULL,
        sigle text,
        forme_juridique text NOT NULL,
        agrement_esus boolean NOT NULL DEFAULT false,
        siren text CHECK (siren ~ '^[0-9]{9}$'),
        siret text CHECK (siret ~ '^[0-9]{14}$'),
        rna text CHECK (rna ~ '^W[0-9][0-9AB][0-9]{7}$'),
        finess text CHECK (finess ~ '^[0-9][0-9AB][0-9]{7}$'),
        secteur_id uuid NOT NULL REFERENCES liste_valeur,
        adresse text,
        commune_code text NOT NULL REFERENCES commune,
        telephone text,
        courriel text,
        presentation text,
        demonstration boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT structure_departement FOREIGN KEY (departement_code, region_code) REFERENCES departement (code, region_code),
        CONSTRAINT structure_siren_du_siret CHECK (siret IS NULL OR siren = left(siret, 9)),
        UNIQUE (id, departement_code)
      );
      CREATE UNIQUE INDEX structure_siret ON structure (siret);
      CREATE UNIQUE INDEX structure_rna ON structure (rna);
      CREATE UNIQUE INDEX structure_finess ON structure (finess);
      CREATE INDEX structure_nom ON structure (departement_code, nom_recherche text_pattern_ops);

      CREATE TABLE contact (
        id uuid PRIMARY KEY,
        structure_id uuid NOT NULL,
        departement_code text NOT NULL,
        prenom text NOT NULL,
        nom text NOT NULL,
        fonction text,
        courriel text,
        telephone text,
        principal boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT contact_structure FOREIGN KEY (structure_id, departement_code) REFERENCES structure (id, departement_code)
      );
      CREATE INDEX contact_structure_id ON contact (structure_id);

      CREATE TABLE cooperative (
        id uuid PRIMARY KEY,
        region_code text NOT NULL,
        departement_code text NOT NULL,
        intitule text NOT NULL,
        intitule_recherche text NOT NULL,
        sigle text,
        presentation text,
        phase text NOT NULL CHECK (phase IN ('PREFIGURATION', 'DIAGNOSTIC', 'PLAN_ACTIONS', 'MISE_EN_OEUVRE',
                                             'SUIVI_EVALUATION', 'EVALUATION', 'CLOSE')),
        debut date NOT NULL,
        fin date,
        qpv text[] NOT NULL DEFAULT '{}',
        principes jsonb NOT NULL DEFAULT '[]',
        e_parcours_referent text,
        coordinateur_dd_id uuid NOT NULL REFERENCES utilisateur,
        copilote_id uuid REFERENCES utilisateur,
        demonstration boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT cooperative_departement FOREIGN KEY (departement_code, region_code) REFERENCES departement (code, region_code),
        CONSTRAINT cooperative_dates CHECK (fin IS NULL OR fin >= debut),
        CONSTRAINT cooperative_coordinateurs CHECK (copilote_id IS DISTINCT FROM coordinateur_dd_id),
        UNIQUE (id, departement_code)
      );
      CREATE INDEX cooperative_par_departement ON cooperative (departement_code, intitule);

      CREATE TABLE cooperative_thematique (
        cooperative_id uuid NOT NULL, departement_code text NOT NULL,
        thematique_id uuid NOT NULL REFERENCES liste_valeur,
        PRIMARY KEY (cooperative_id, thematique_id),
        CONSTRAINT cooperative_thematique_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code)
      );
      CREATE INDEX cooperative_thematique_valeur ON cooperative_thematique (thematique_id);
      CREATE TABLE cooperative_public (
        cooperative_id uuid NOT NULL, departement_code text NOT NULL,
        public_id uuid NOT NULL REFERENCES liste_valeur,
        PRIMARY KEY (cooperative_id, public_id),
        CONSTRAINT cooperative_public_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code)
      );
      CREATE INDEX cooperative_public_valeur ON cooperative_public (public_id);
      CREATE TABLE cooperative_commune (
        cooperative_id uuid NOT NULL, departement_code text NOT NULL,
        commune_code text NOT NULL REFERENCES commune,
        PRIMARY KEY (cooperative_id, commune_code),
        CONSTRAINT cooperative_commune_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code)
      );
      CREATE INDEX cooperative_commune_code ON cooperative_commune (commune_code);
      CREATE TABLE cooperative_dispositif (
        cooperative_id uuid NOT NULL, departement_code text NOT NULL,
        dispositif_id uuid NOT NULL REFERENCES liste_valeur,
        articulation text,
        PRIMARY KEY (cooperative_id, dispositif_id),
        CONSTRAINT cooperative_dispositif_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code)
      );

      CREATE TABLE adhesion (
        id uuid PRIMARY KEY,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        structure_id uuid NOT NULL REFERENCES structure,
        debut date NOT NULL,
        fin date,
        motif_sortie text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT adhesion_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT adhesion_dates CHECK (fin IS NULL OR fin >= debut)
      );
      CREATE UNIQUE INDEX adhesion_en_cours ON adhesion (cooperative_id, structure_id) WHERE fin IS NULL;
      CREATE INDEX adhesion_structure ON adhesion (structure_id);

      -- The level of the parent is written by the database: a spécifique hangs on a général, an opérationnel on a spécifique.
      CREATE TABLE objectif (
        id uuid PRIMARY KEY,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        niveau text NOT NULL CHECK (niveau IN ('GENERAL', 'SPECIFIQUE', 'OPERATIONNEL')),
        niveau_parent text GENERATED ALWAYS AS
          (CASE niveau WHEN 'SPECIFIQUE' THEN 'GENERAL' WHEN 'OPERATIONNEL' THEN 'SPECIFIQUE' END) STORED,
        parent_id uuid,
        intitule text NOT NULL,
        impact text,
        ordre integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT objectif_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT objectif_racine CHECK ((niveau = 'GENERAL') = (parent_id IS NULL)),
        UNIQUE (id, cooperative_id),
        UNIQUE (id, cooperative_id, niveau),
        CONSTRAINT objectif_parent FOREIGN KEY (parent_id, cooperative_id, niveau_parent) REFERENCES objectif (id, cooperative_id, niveau)
      );
      CREATE INDEX objectif_cooperative ON objectif (cooperative_id, ordre);

      CREATE TABLE etape (
        id uuid PRIMARY KEY,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        phase text NOT NULL,
        genre text NOT NULL CHECK (genre IN ('PHASE', 'TACHE')),
        intitule text NOT NULL,
        responsable text,
        debut date,
        fin date,
        livrables text,
        etat text NOT NULL DEFAULT 'A_FAIRE' CHECK (etat IN ('A_FAIRE', 'EN_COURS', 'FAIT')),
        criticite text CHECK (criticite IN ('BASSE', 'MOYENNE', 'HAUTE')),
        charge integer CHECK (charge >= 0),
        ordre integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT etape_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT etape_dates CHECK (fin IS NULL OR debut IS NULL OR fin >= debut)
      );
      CREATE INDEX etape_cooperative ON etape (cooperative_id, ordre);

      ALTER TABLE attribution
        ADD CONSTRAINT attribution_cooperative_fk FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        ADD CONSTRAINT attribution_structure_fk FOREIGN KEY (structure_id, departement_code) REFERENCES structure (id, departement_code);

      GRANT SELECT, INSERT, UPDATE ON structure, cooperative, adhesion TO coopilote_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON contact, cooperative_thematique, cooperative_public, cooperative_commune,
        cooperative_dispositif, objectif, etape TO coopilote_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE attribution DROP CONSTRAINT attribution_cooperative_fk, DROP CONSTRAINT attribution_structure_fk;
      DROP TABLE etape, objectif, adhesion, cooperative_dispositif, cooperative_commune, cooperative_public,
        cooperative_thematique, cooperative, contact, structure, indicateur_commun, liste_valeur;
    `);
  }
}
