import type { MigrationInterface, QueryRunner } from 'typeorm';

const LIT = `(departement_code = ANY ((SELECT app.textes('departements_lus'))::text[])
  OR cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;
const ANIME = `(departement_code = ANY ((SELECT app.textes('departements_ecrits'))::text[])
  OR cooperative_id = ANY ((SELECT app.uuids('cooperatives_animees'))::uuid[]))`;
const MOI = `depose_par = (SELECT app.utilisateur_id())`;
/** One of the reader's structures is a member today: members of the copil and evaluators read the CA too, and deposit nothing. */
const MEMBRE = `EXISTS (SELECT 1 FROM adhesion a WHERE a.cooperative_id = piece.cooperative_id
  AND a.structure_id = ANY ((SELECT app.uuids('structures'))::uuid[])
  AND a.debut <= app.aujourdhui() AND (a.fin IS NULL OR a.fin >= app.aujourdhui()))`;
const SYSTEME = `(SELECT app.systeme())`;

/** Documents attached to a CA or to something of a CA; each content is kept once, outside the database, under its hash. */
export class Pieces1700000000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE piece_contenu (
        empreinte text PRIMARY KEY CHECK (empreinte ~ '^[0-9a-f]{64}$'),
        depose_le timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE piece (
        id uuid PRIMARY KEY,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        objet text NOT NULL CHECK (objet IN ('COOPERATIVE', 'REUNION')),
        objet_id uuid NOT NULL,
        nom text NOT NULL CHECK (char_length(nom) BETWEEN 1 AND 150),
        type text NOT NULL,
        taille integer NOT NULL CHECK (taille > 0),
        empreinte text NOT NULL,
        depose_par uuid NOT NULL REFERENCES utilisateur,
        depose_le timestamptz NOT NULL DEFAULT now(),
        demonstration boolean NOT NULL DEFAULT false,
        CONSTRAINT piece_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        -- Locks the content while a piece is being added: it cannot be swept away meanwhile.
        CONSTRAINT piece_contenu FOREIGN KEY (empreinte) REFERENCES piece_contenu,
        CONSTRAINT piece_objet CHECK (objet <> 'COOPERATIVE' OR objet_id = cooperative_id),
        -- The same file sent twice to the same place is one piece: a lost answer may be asked again.
        CONSTRAINT piece_unique UNIQUE (objet, objet_id, empreinte, nom)
      );
      CREATE INDEX piece_cooperative ON piece (cooperative_id);
      CREATE INDEX piece_empreinte ON piece (empreinte);
      CREATE INDEX piece_depose_par ON piece (depose_par);
      GRANT SELECT, INSERT, DELETE ON piece, piece_contenu TO coopilote_app;

      ALTER TABLE piece ENABLE ROW LEVEL SECURITY;
      CREATE POLICY lit ON piece FOR SELECT TO coopilote_app USING (${LIT});
      CREATE POLICY cree ON piece FOR INSERT TO coopilote_app WITH CHECK (${MOI} AND (${ANIME} OR ${MEMBRE}));
      CREATE POLICY supprime ON piece FOR DELETE TO coopilote_app USING (${ANIME} OR (${MOI} AND ${MEMBRE}));
      SELECT app.suivre('piece');

      ALTER TABLE piece_contenu ENABLE ROW LEVEL SECURITY;
      CREATE POLICY tout ON piece_contenu TO coopilote_app USING (${SYSTEME}) WITH CHECK (${SYSTEME});
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE piece; DROP TABLE piece_contenu;');
  }
}
