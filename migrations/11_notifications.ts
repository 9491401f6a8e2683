import type { MigrationInterface, QueryRunner } from 'typeorm';

const ADMIN = `region_code = ANY ((SELECT app.textes('regions_admin'))::text[])`;
const MOI = `utilisateur_id = (SELECT app.utilisateur_id())`;
const SYSTEME = `(SELECT app.systeme())`;
const HORS_PERSONNE = `(SELECT app.hors_personne())`;

/**
 * Messages in HTML with what they carry, tried again at a time of their own; what is told to each person, and how they
 * prefer to hear of it.
 */
export class Notifications1700000000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE envoi
        ADD html text,
        ADD desabonnement text,
        ADD prochain_essai timestamptz NOT NULL DEFAULT now();
      UPDATE envoi SET prochain_essai = cree_le + make_interval(mins => 2 * essais * essais * essais);
      DROP INDEX envoi_attente;
      CREATE INDEX envoi_attente ON envoi (prochain_essai) WHERE etat = 'EN_ATTENTE';
      CREATE INDEX envoi_region ON envoi (region_code, cree_le DESC, id);

      CREATE TABLE envoi_contenu (
        empreinte text PRIMARY KEY,
        octets bytea NOT NULL,
        cree_le timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE envoi_piece (
        envoi_id uuid NOT NULL REFERENCES envoi ON DELETE CASCADE,
        rang integer NOT NULL,
        nom text NOT NULL,
        type text NOT NULL,
        methode text,
        taille integer NOT NULL,
        empreinte text REFERENCES envoi_contenu ON DELETE SET NULL,
        PRIMARY KEY (envoi_id, rang)
      );
      CREATE INDEX envoi_piece_contenu ON envoi_piece (empreinte);

      CREATE TABLE notification (
        id uuid PRIMARY KEY,
        utilisateur_id uuid NOT NULL REFERENCES utilisateur ON DELETE CASCADE,
        genre text NOT NULL,
        titre text NOT NULL,
        detail text,
        lien text NOT NULL,
        cree_le timestamptz NOT NULL DEFAULT now(),
        envoyee_le timestamptz,
        resumee_le timestamptz,
        CONSTRAINT notification_lien CHECK (lien ~ '^/[^/]'),
        CONSTRAINT notification_une_fois CHECK (envoyee_le IS NULL OR resumee_le IS NULL)
      );
      CREATE INDEX notification_attente ON notification (utilisateur_id, cree_le)
        WHERE envoyee_le IS NULL AND resumee_le IS NULL;

      CREATE TABLE preference_message (
        utilisateur_id uuid NOT NULL REFERENCES utilisateur ON DELETE CASCADE,
        genre text NOT NULL,
        choix text NOT NULL CHECK (choix IN ('TOUT_DE_SUITE', 'RESUME', 'JAMAIS')),
        PRIMARY KEY (utilisateur_id, genre)
      );

      GRANT SELECT, INSERT, DELETE ON envoi_contenu TO coopilote_app;
      GRANT SELECT, INSERT ON envoi_piece TO coopilote_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON notification TO coopilote_app;
      GRANT SELECT, INSERT, UPDATE ON preference_message TO coopilote_app;

      -- The administrator puts back in the queue what failed in their region; nothing else of a message is theirs to write.
      REVOKE UPDATE ON envoi FROM coopilote_app;
      GRANT UPDATE (texte, html, etat, essais, prochain_essai, envoye_le, erreur) ON envoi TO coopilote_app;
      DROP POLICY modifie ON envoi;
      CREATE POLICY modifie ON envoi FOR UPDATE TO coopilote_app
        USING (${SYSTEME} OR (${ADMIN} AND etat = 'ECHEC'))
        WITH CHECK (${SYSTEME} OR (${ADMIN} AND etat = 'EN_ATTENTE'));

      ALTER TABLE envoi_piece ENABLE ROW LEVEL SECURITY;
      CREATE POLICY lit ON envoi_piece FOR SELECT TO coopilote_app
        USING (EXISTS (SELECT 1 FROM envoi e WHERE e.id = envoi_piece.envoi_id));
      CREATE POLICY cree ON envoi_piece FOR INSERT TO coopilote_app WITH CHECK (app.mode() IS NOT NULL);
      ALTER TABLE envoi_contenu ENABLE ROW LEVEL SECURITY;
      CREATE POLICY lit ON envoi_contenu FOR SELECT TO coopilote_app USING (${SYSTEME});
      CREATE POLICY cree ON envoi_contenu FOR INSERT TO coopilote_app WITH CHECK (app.mode() IS NOT NULL);
      CREATE POLICY supprime ON envoi_contenu FOR DELETE TO coopilote_app USING (${SYSTEME});

      -- Anybody's act may be told to somebody; what was told is read by that person alone.
      ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
      CREATE POLICY lit ON notification FOR SELECT TO coopilote_app USING (${SYSTEME} OR ${MOI});
      CREATE POLICY cree ON notification FOR INSERT TO coopilote_app
        WITH CHECK (app.mode() IN ('utilisateur', 'systeme') AND envoyee_le IS NULL AND resumee_le IS NULL);
      CREATE POLICY modifie ON notification FOR UPDATE TO coopilote_app USING (${SYSTEME});
      CREATE POLICY supprime ON notification FOR DELETE TO coopilote_app USING (${SYSTEME});

      -- Outside a session too: the signed link of a digest switches off without an account.
      ALTER TABLE preference_message ENABLE ROW LEVEL SECURITY;
      CREATE POLICY tout ON preference_message TO coopilote_app
        USING (${HORS_PERSONNE} OR ${MOI}) WITH CHECK (${HORS_PERSONNE} OR ${MOI});
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP POLICY modifie ON envoi;
      CREATE POLICY modifie ON envoi FOR UPDATE TO coopilote_app USING (${SYSTEME});
      GRANT UPDATE ON envoi TO coopilote_app;
      DROP TABLE preference_message, notification, envoi_piece, envoi_contenu;
      DROP INDEX envoi_attente, envoi_region;
      CREATE INDEX envoi_attente ON envoi (cree_le) WHERE etat = 'EN_ATTENTE';
      ALTER TABLE envoi DROP html, DROP desabonnement, DROP prochain_essai;
    `);
  }
}
