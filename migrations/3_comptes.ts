import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, their roles on scopes, sessions, one-time links, rate limits, outbox and idempotency keys. */
export class Comptes1700000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE utilisateur (
        id uuid PRIMARY KEY,
        courriel text NOT NULL,
        prenom text NOT NULL,
        nom text NOT NULL,
        mot_de_passe_hash text,
        actif boolean NOT NULL DEFAULT true,
        echecs integer NOT NULL DEFAULT 0,
        verrouille_jusqu timestamptz,
        derniere_connexion timestamptz,
        demonstration boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT utilisateur_courriel_minuscule CHECK (courriel = lower(courriel))
      );
      CREATE UNIQUE INDEX utilisateur_courriel ON utilisateur (courriel);

      CREATE TABLE attribution (
        id uuid PRIMARY KEY,
        utilisateur_id uuid NOT NULL REFERENCES utilisateur,
        role text NOT NULL CHECK (role IN ('ADMIN_REGIONAL', 'EVALUATEUR_REGIONAL', 'COORDINATEUR_DD', 'COPILOTE',
                                           'PARTENAIRE', 'MEMBRE_COPIL', 'EVALUATEUR_EXTERNE')),
        region_code text NOT NULL REFERENCES region,
        departement_code text,
        cooperative_id uuid,
        structure_id uuid,
        debut date NOT NULL DEFAULT app.aujourdhui(),
        fin date,
        CONSTRAINT attribution_departement FOREIGN KEY (departement_code, region_code) REFERENCES departement (code, region_code),
        CONSTRAINT attribution_dates CHECK (fin IS NULL OR fin >= debut),
        CONSTRAINT attribution_portee CHECK (
          CASE role
            WHEN 'ADMIN_REGIONAL' THEN departement_code IS NULL AND cooperative_id IS NULL AND structure_id IS NULL
            WHEN 'EVALUATEUR_REGIONAL' THEN departement_code IS NULL AND cooperative_id IS NULL AND structure_id IS NULL
            WHEN 'COORDINATEUR_DD' THEN departement_code IS NOT NULL AND cooperative_id IS NULL AND structure_id IS NULL
            WHEN 'PARTENAIRE' THEN departement_code IS NOT NULL AND cooperative_id IS NULL AND structure_id IS NOT NULL
            ELSE departement_code IS NOT NULL AND cooperative_id IS NOT NULL AND structure_id IS NULL
          END),
        CONSTRAINT attribution_externe_finie CHECK (role <> 'EVALUATEUR_EXTERNE' OR fin IS NOT NULL)
      );
      CREATE UNIQUE INDEX attribution_unique ON attribution
        (utilisateur_id, role, region_code, departement_code, cooperative_id, structure_id) NULLS NOT DISTINCT;
      CREATE INDEX attribution_structure ON attribution (structure_id);
      CREATE INDEX attribution_cooperative ON attribution (cooperative_id);

      CREATE TABLE session (
        empreinte text PRIMARY KEY,
        utilisateur_id uuid NOT NULL REFERENCES utilisateur ON DELETE CASCADE,
        cree_le timestamptz NOT NULL DEFAULT now(),
        expire_le timestamptz NOT NULL,
        vue_le timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX session_utilisateur ON session (utilisateur_id);

      CREATE TABLE lien_unique (
        empreinte text PRIMARY KEY,
        usage text NOT NULL CHECK (usage IN ('INVITATION', 'REINITIALISATION')),
        utilisateur_id uuid NOT NULL REFERENCES utilisateur ON DELETE CASCADE,
        cree_le timestamptz NOT NULL DEFAULT now(),
        expire_le timestamptz NOT NULL,
        utilise_le timestamptz
      );
      CREATE INDEX lien_unique_utilisateur ON lien_unique (utilisateur_id);

      CREATE TABLE tentative (
        cle text NOT NULL,
        fenetre timestamptz NOT NULL,
        nombre integer NOT NULL,
        PRIMARY KEY (cle, fenetre)
      );

      CREATE TABLE envoi (
        id uuid PRIMARY KEY,
        region_code text REFERENCES region,
        destinataire text NOT NULL,
        objet text NOT NULL,
        texte text NOT NULL,
        etat text NOT NULL DEFAULT 'EN_ATTENTE' CHECK (etat IN ('EN_ATTENTE', 'ENVOYE', 'ECHEC')),
        essais integer NOT NULL DEFAULT 0,
        cree_le timestamptz NOT NULL DEFAULT now(),
        envoye_le timestamptz,
        erreur text
      );
      CREATE INDEX envoi_attente ON envoi (cree_le) WHERE etat = 'EN_ATTENTE';

      CREATE TABLE idempotence (
        utilisateur_id uuid NOT NULL REFERENCES utilisateur ON DELETE CASCADE,
        cle text NOT NULL CHECK (length(cle) <= 100),
        empreinte text NOT NULL,
        statut integer NOT NULL,
        corps jsonb,
        cree_le timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (utilisateur_id, cle)
      );
      CREATE INDEX idempotence_age ON idempotence (cree_le);

      GRANT SELECT, INSERT, UPDATE ON utilisateur, lien_unique, tentative, envoi TO coopilote_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON attribution, session, idempotence TO coopilote_app;
      GRANT DELETE ON tentative, lien_unique TO coopilote_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE idempotence, envoi, tentative, lien_unique, session, attribution, utilisateur');
  }
}
