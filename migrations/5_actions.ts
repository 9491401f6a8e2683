import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fiches-actions, their indicators and forecasts, quarterly reports and their values. */
export class Actions1700000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const reponse = (nom: string) => `${nom} text CHECK (${nom} IN ('OUI', 'EN_PARTIE', 'NON')), ${nom}_motif text,`;
    await db.query(`
      CREATE TABLE fiche_action (
        id uuid PRIMARY KEY,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        structure_id uuid NOT NULL REFERENCES structure,
        objectif_id uuid,
        numero integer NOT NULL,
        intitule text NOT NULL,
        intitule_recherche text NOT NULL,
        contenu text,
        calendrier_debut date NOT NULL,
        calendrier_fin date NOT NULL,
        calendrier text,
        public1_id uuid REFERENCES liste_valeur,
        public2_id uuid REFERENCES liste_valeur,
        public3_id uuid REFERENCES liste_valeur,
        autre_public text,
        lieux text,
        territoire_commune_code text,
        moyens_humains text,
        moyens_humains_etp numeric(8,2) CHECK (moyens_humains_etp >= 0),
        objectifs_poursuivis text,
        resultats_attendus text,
        beneficiaires_cibles integer CHECK (beneficiaires_cibles >= 0),
        motif_peu_indicateurs text,
        etat text NOT NULL DEFAULT 'BROUILLON'
          CHECK (etat IN ('BROUILLON', 'PROPOSEE', 'VALIDEE', 'EN_COURS', 'TERMINEE', 'ABANDONNEE')),
        motif text,
        demonstration boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT fiche_action_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT fiche_action_objectif FOREIGN KEY (objectif_id, cooperative_id) REFERENCES objectif (id, cooperative_id),
        CONSTRAINT fiche_action_territoire FOREIGN KEY (cooperative_id, territoire_commune_code)
          REFERENCES cooperative_commune (cooperative_id, commune_code),
        CONSTRAINT fiche_action_dates CHECK (calendrier_fin >= calendrier_debut),
        UNIQUE (cooperative_id, numero),
        UNIQUE (id, cooperative_id, departement_code, structure_id)
      );
      CREATE INDEX fiche_action_departement ON fiche_action (departement_code, intitule, id);
      CREATE INDEX fiche_action_structure ON fiche_action (structure_id);
      CREATE INDEX fiche_action_objectif_id ON fiche_action (objectif_id);

      CREATE TABLE fiche_action_mode (
        fiche_action_id uuid NOT NULL, cooperative_id uuid NOT NULL, departement_code text NOT NULL, structure_id uuid NOT NULL,
        mode_id uuid NOT NULL REFERENCES liste_valeur,
        PRIMARY KEY (fiche_action_id, mode_id),
        CONSTRAINT fiche_action_mode_fiche FOREIGN KEY (fiche_action_id, cooperative_id, departement_code, structure_id)
          REFERENCES fiche_action (id, cooperative_id, departement_code, structure_id)
      );

      CREATE TABLE indicateur (
        id uuid PRIMARY KEY,
        fiche_action_id uuid NOT NULL, cooperative_id uuid NOT NULL, departement_code text NOT NULL, structure_id uuid NOT NULL,
        type text NOT NULL CHECK (type IN ('PROCESSUS', 'ACTIVITE', 'RESULTAT')),
        niveau_resultat text CHECK (niveau_resultat IN ('INTERMEDIAIRE', 'FINAL')),
        libelle text NOT NULL,
        unite text NOT NULL CHECK (unite IN ('NOMBRE', 'PERSONNES', 'PARTICIPATIONS', 'SEANCES', 'HEURES', 'JOURS', 'POURCENTAGE', 'EUROS')),
        mode_agregation text NOT NULL CHECK (mode_agregation IN ('SOMME', 'DERNIERE_VALEUR', 'MOYENNE', 'MAXIMUM', 'RATIO')),
        valeur_reference numeric(16,4),
        sources text,
        indicateur_commun_id uuid REFERENCES indicateur_commun,
        ordre integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT indicateur_fiche FOREIGN KEY (fiche_action_id, cooperative_id, departement_code, structure_id)
          REFERENCES fiche_action (id, cooperative_id, departement_code, structure_id),
        CONSTRAINT indicateur_niveau CHECK (niveau_resultat IS NULL OR type = 'RESULTAT'),
        UNIQUE (id, fiche_action_id, cooperative_id, departement_code, structure_id)
      );
      CREATE INDEX indicateur_fiche_action ON indicateur (fiche_action_id, ordre);
      CREATE INDEX indicateur_cooperative ON indicateur (cooperative_id);
      CREATE INDEX indicateur_par_commun ON indicateur (indicateur_commun_id) WHERE indicateur_commun_id IS NOT NULL;

      CREATE TABLE prevision (
        indicateur_id uuid NOT NULL, fiche_action_id uuid NOT NULL, cooperative_id uuid NOT NULL, departement_code text NOT NULL, structure_id uuid NOT NULL,
        annee integer NOT NULL,
        trimestre integer NOT NULL CHECK (trimestre BETWEEN 0 AND 4),
        valeur numeric(16,4) NOT NULL CHECK (valeur >= 0),
        PRIMARY KEY (indicateur_id, annee, trimestre),
        CONSTRAINT prevision_indicateur FOREIGN KEY (indicateur_id, fiche_action_id, cooperative_id, departement_code, structure_id)
          REFERENCES indicateur (id, fiche_action_id, cooperative_id, departement_code, structure_id) ON DELETE CASCADE
      );

      CREATE TABLE bilan_trimestriel (
        id uuid PRIMARY KEY,
        fiche_action_id uuid NOT NULL, cooperative_id uuid NOT NULL, departement_code text NOT NULL, structure_id uuid NOT NULL,
        annee integer NOT NULL,
        trimestre integer NOT NULL CHECK (trimestre BETWEEN 1 AND 4),
        etat text NOT NULL DEFAULT 'A_REMPLIR' CHECK (etat IN ('A_REMPLIR', 'BROUILLON', 'TRANSMIS', 'A_COMPLETER', 'VALIDE')),
        echeance date NOT NULL,
        beneficiaires integer CHECK (beneficiaires >= 0),
        ${['ressources', 'publics', 'realisation', 'objectifs', 'cooperation', 'pratiques', 'ists', 'parcours'].map(reponse).join('\n        ')}
        freins text,
        leviers text,
        pistes text,
        remplies integer NOT NULL DEFAULT 0,
        total integer NOT NULL DEFAULT 0,
        numero_version integer NOT NULL DEFAULT 0,
        transmis_le timestamptz,
        transmis_par uuid REFERENCES utilisateur,
        valide_le timestamptz,
        valide_par uuid REFERENCES utilisateur,
        modifie_le timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT bilan_fiche FOREIGN KEY (fiche_action_id, cooperative_id, departement_code, structure_id)
          REFERENCES fiche_action (id, cooperative_id, departement_code, structure_id),
        CONSTRAINT bilan_un_par_trimestre UNIQUE (fiche_action_id, annee, trimestre),
        CONSTRAINT bilan_transmis CHECK (etat IN ('A_REMPLIR', 'BROUILLON') OR (transmis_le IS NOT NULL AND numero_version > 0)),
        CONSTRAINT bilan_valide CHECK ((etat = 'VALIDE') = (valide_le IS NOT NULL)),
        UNIQUE (id, fiche_action_id, cooperative_id, departement_code, structure_id)
      );
      CREATE INDEX bilan_departement ON bilan_trimestriel (departement_code, annee, trimestre);
      CREATE INDEX bilan_cooperative ON bilan_trimestriel (cooperative_id, annee, trimestre);
      CREATE INDEX bilan_structure ON bilan_trimestriel (structure_id, etat);

      CREATE TABLE valeur (
        bilan_id uuid NOT NULL, indicateur_id uuid NOT NULL,
        fiche_action_id uuid NOT NULL, cooperative_id uuid NOT NULL, departement_code text NOT NULL, structure_id uuid NOT NULL,
        valeur numeric(16,4) CHECK (valeur >= 0),
        numerateur numeric(16,4) CHECK (numerateur >= 0),
        denominateur numeric(16,4) CHECK (denominateur >= 0),
        PRIMARY KEY (bilan_id, indicateur_id),
        CONSTRAINT valeur_bilan FOREIGN KEY (bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id)
          REFERENCES bilan_trimestriel (id, fiche_action_id, cooperative_id, departement_code, structure_id),
        CONSTRAINT valeur_indicateur FOREIGN KEY (indicateur_id, fiche_action_id, cooperative_id, departement_code, structure_id)
          REFERENCES indicateur (id, fiche_action_id, cooperative_id, departement_code, structure_id)
      );
      CREATE INDEX valeur_par_indicateur ON valeur (indicateur_id);

      -- What was sent never changes (R15): no UPDATE nor DELETE is granted on versions and returns.
      CREATE TABLE bilan_version (
        bilan_id uuid NOT NULL, fiche_action_id uuid NOT NULL, cooperative_id uuid NOT NULL, departement_code text NOT NULL, structure_id uuid NOT NULL,
        numero integer NOT NULL CHECK (numero > 0),
        contenu jsonb NOT NULL,
        empreinte text NOT NULL,
        transmis_le timestamptz NOT NULL,
        transmis_par uuid NOT NULL REFERENCES utilisateur,
        PRIMARY KEY (bilan_id, numero),
        CONSTRAINT bilan_version_bilan FOREIGN KEY (bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id)
          REFERENCES bilan_trimestriel (id, fiche_action_id, cooperative_id, departement_code, structure_id)
      );
      CREATE TABLE bilan_retour (
        id uuid PRIMARY KEY,
        bilan_id uuid NOT NULL, fiche_action_id uuid NOT NULL, cooperative_id uuid NOT NULL, departement_code text NOT NULL, structure_id uuid NOT NULL,
        numero integer NOT NULL,
        question text NOT NULL,
        motif text NOT NULL CHECK (length(trim(motif)) > 0),
        par uuid NOT NULL REFERENCES utilisateur,
        le timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT bilan_retour_version FOREIGN KEY (bilan_id, numero) REFERENCES bilan_version (bilan_id, numero),
        CONSTRAINT bilan_retour_bilan FOREIGN KEY (bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id)
          REFERENCES bilan_trimestriel (id, fiche_action_id, cooperative_id, departement_code, structure_id)
      );
      CREATE INDEX bilan_retour_par_bilan ON bilan_retour (bilan_id, numero);

      GRANT SELECT, INSERT, UPDATE ON fiche_action, bilan_trimestriel, valeur TO coopilote_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON fiche_action_mode, indicateur, prevision TO coopilote_app;
      GRANT DELETE ON valeur TO coopilote_app;
      GRANT SELECT, INSERT ON bilan_version, bilan_retour TO coopilote_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TABLE bilan_retour, bilan_version, valeur, bilan_trimestriel, prevision, indicateur, fiche_action_mode, fiche_action',
    );
  }
}
