import type { MigrationInterface, QueryRunner } from 'typeorm';

const LIT = `(departement_code = ANY ((SELECT app.textes('departements_lus'))::text[])
  OR cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;
const ANIME = `(departement_code = ANY ((SELECT app.textes('departements_ecrits'))::text[])
  OR cooperative_id = ANY ((SELECT app.uuids('cooperatives_animees'))::uuid[]))`;
/** Signatures are the ARS's own business: a copilote prepares texts, and binds nobody. */
const DD = `departement_code = ANY ((SELECT app.textes('departements_ecrits'))::text[])`;
const MOI = `utilisateur_id = (SELECT app.utilisateur_id())`;
const MEMBRE = `(cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[])
  AND (SELECT cardinality(app.uuids('structures'))) > 0)`;
/** A text still being written is seen by those who write it; what follows is seen with the acte itself. */
const ACTE_VU = `EXISTS (SELECT 1 FROM acte a WHERE a.id = acte_id)`;

interface Regle {
  lit: string;
  cree: string;
  modifie?: string;
  supprime?: string;
  cle?: string;
  suivi?: boolean;
}
/** Who reads and who writes the rows of each table; what has no rule for a verb is refused to everybody. */
const REGLES: Record<string, Regle> = {
  convention: { lit: LIT, cree: ANIME, modifie: ANIME },
  partie: { lit: LIT, cree: ANIME, modifie: ANIME, supprime: ANIME },
  acte: { lit: `(${ANIME} OR (${LIT} AND etat NOT IN ('BROUILLON', 'ABANDONNE')))`, cree: ANIME, modifie: ANIME },
  acte_texte: { lit: `(${ANIME} OR (${LIT} AND ${ACTE_VU}))`, cree: ANIME, modifie: ANIME, suivi: false },
  signature: {
    lit: LIT,
    cree: `(${MOI} AND (${DD} OR (mode = 'EN_LIGNE' AND ${MEMBRE})))`,
    cle: 'partie_id',
  },
  code_signature: { lit: MOI, cree: MOI, modifie: MOI, supprime: MOI, suivi: false },
  remarque_convention: {
    lit: `(${LIT} AND ${ACTE_VU})`,
    cree: `(${MOI} AND (${ANIME} OR (${MEMBRE} AND ${ACTE_VU})))`,
    modifie: `(${ANIME} OR (${MOI} AND ${LIT}))`,
  },
};

/** Conventions de partenariat, what modifies and renews them, and their signatures (guide, fiche 4; R6, R7, R8). */
export class Conventions1700000000015 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What a region's conventions are made from: versions that are never rewritten.
      CREATE TABLE modele_convention (
        id uuid PRIMARY KEY,
        region_code text NOT NULL REFERENCES region (code),
        numero integer NOT NULL CHECK (numero > 0),
        articles jsonb NOT NULL,
        motif text NOT NULL,
        cree_le timestamptz NOT NULL DEFAULT now(),
        cree_par uuid NOT NULL REFERENCES utilisateur,
        CONSTRAINT modele_convention_numero UNIQUE (region_code, numero)
      );
      GRANT SELECT, INSERT ON modele_convention TO coopilote_app;
      ALTER TABLE modele_convention ENABLE ROW LEVEL SECURITY;
      CREATE POLICY lit ON modele_convention FOR SELECT TO coopilote_app USING (
        region_code = ANY ((SELECT app.textes('regions'))::text[])
        OR EXISTS (SELECT 1 FROM cooperative c WHERE c.region_code = modele_convention.region_code));
      CREATE POLICY cree ON modele_convention FOR INSERT TO coopilote_app
        WITH CHECK (region_code = ANY ((SELECT app.textes('regions_admin'))::text[]) AND cree_par = (SELECT app.utilisateur_id()));
      SELECT app.suivre('modele_convention');

      CREATE TABLE convention (
        id uuid PRIMARY KEY,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        numero integer NOT NULL CHECK (numero > 0),
        resiliation_partie_id uuid,
        resiliation_recue_le date,
        resiliation_effet date,
        resiliation_motif text,
        demonstration boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT convention_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT convention_numero UNIQUE (cooperative_id, numero),
        UNIQUE (id, cooperative_id),
        -- R8, by the calendar as ajouterMois counts it (R18).
        CONSTRAINT convention_resiliation CHECK (
          (resiliation_recue_le IS NULL AND resiliation_effet IS NULL AND resiliation_partie_id IS NULL AND resiliation_motif IS NULL)
          OR (resiliation_effet = (resiliation_recue_le + interval '1 month')::date
              AND resiliation_partie_id IS NOT NULL AND resiliation_motif IS NOT NULL))
      );

      CREATE TABLE partie (
        id uuid PRIMARY KEY,
        convention_id uuid NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        rang integer NOT NULL CHECK (rang >= 0),
        genre text NOT NULL CHECK (genre IN ('ARS', 'STRUCTURE', 'FINANCEUR')),
        structure_id uuid REFERENCES structure,
        nom text NOT NULL,
        representant text,
        qualite text,
        signataire_id uuid REFERENCES utilisateur,
        CONSTRAINT partie_convention FOREIGN KEY (convention_id, cooperative_id) REFERENCES convention (id, cooperative_id),
        CONSTRAINT partie_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT partie_structure CHECK ((genre = 'STRUCTURE') = (structure_id IS NOT NULL)),
        UNIQUE (id, convention_id)
      );
      CREATE INDEX partie_convention_id ON partie (convention_id, rang);
      CREATE UNIQUE INDEX partie_une_structure ON partie (convention_id, structure_id);
      CREATE UNIQUE INDEX partie_une_ars ON partie (convention_id) WHERE genre = 'ARS';
      ALTER TABLE convention ADD CONSTRAINT convention_resiliation_partie FOREIGN KEY (resiliation_partie_id, id)
        REFERENCES partie (id, convention_id);

      CREATE TABLE acte (
        id uuid PRIMARY KEY,
        convention_id uuid NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        genre text NOT NULL CHECK (genre IN ('INITIALE', 'AVENANT', 'RENOUVELLEMENT')),
        numero integer NOT NULL CHECK (numero >= 0),
        etat text NOT NULL DEFAULT 'BROUILLON'
          CHECK (etat IN ('BROUILLON', 'RELECTURE', 'PRET', 'EN_SIGNATURE', 'SIGNE', 'ABANDONNE')),
        objet text,
        duree_mois integer NOT NULL CHECK (duree_mois BETWEEN 1 AND 60),
        motif text,
        fige_le timestamptz,
        fige_par uuid REFERENCES utilisateur,
        effet date,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT acte_convention FOREIGN KEY (convention_id, cooperative_id) REFERENCES convention (id, cooperative_id),
        CONSTRAINT acte_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT acte_initiale CHECK ((genre = 'INITIALE') = (numero = 0)),
        CONSTRAINT acte_effet CHECK ((etat = 'SIGNE') = (effet IS NOT NULL)),
        CONSTRAINT acte_fige CHECK (etat NOT IN ('PRET', 'EN_SIGNATURE', 'SIGNE') OR (fige_le IS NOT NULL AND fige_par IS NOT NULL)),
        UNIQUE (id, convention_id)
      );
      CREATE UNIQUE INDEX acte_numero ON acte (convention_id, numero) WHERE etat <> 'ABANDONNE';
      -- One text at a time: two avenants written together would each forget the other.
      CREATE UNIQUE INDEX acte_ouvert ON acte (convention_id) WHERE etat NOT IN ('SIGNE', 'ABANDONNE');
      CREATE INDEX acte_cooperative ON acte (cooperative_id);

      -- What is written, then what is frozen: the data, the words, the exact file that is signed.
      CREATE TABLE acte_texte (
        acte_id uuid PRIMARY KEY,
        convention_id uuid NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        textes jsonb NOT NULL,
        contenu jsonb,
        differences jsonb,
        fichier bytea,
        empreinte text CHECK (empreinte ~ '^[0-9a-f]{64}$'),
        CONSTRAINT acte_texte_acte FOREIGN KEY (acte_id, convention_id) REFERENCES acte (id, convention_id),
        CONSTRAINT acte_texte_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT acte_texte_fige CHECK ((contenu IS NULL) = (fichier IS NULL) AND (contenu IS NULL) = (empreinte IS NULL)
                                          AND (contenu IS NULL) = (differences IS NULL))
      );

      CREATE TABLE signature (
        acte_id uuid NOT NULL,
        partie_id uuid NOT NULL,
        convention_id uuid NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        signe_le date NOT NULL,
        mode text NOT NULL CHECK (mode IN ('PAPIER', 'EN_LIGNE')),
        piece_id uuid REFERENCES piece,
        -- Who deposited the copy, or signed; when; and the hash of the very file.
        utilisateur_id uuid NOT NULL REFERENCES utilisateur,
        enregistre_le timestamptz NOT NULL DEFAULT now(),
        empreinte text,
        PRIMARY KEY (acte_id, partie_id),
        CONSTRAINT signature_acte FOREIGN KEY (acte_id, convention_id) REFERENCES acte (id, convention_id),
        CONSTRAINT signature_partie FOREIGN KEY (partie_id, convention_id) REFERENCES partie (id, convention_id),
        CONSTRAINT signature_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT signature_mode CHECK ((mode = 'PAPIER') = (piece_id IS NOT NULL) AND (mode = 'EN_LIGNE') = (empreinte IS NOT NULL))
      );
      CREATE INDEX signature_cooperative ON signature (cooperative_id);

      -- The last code sent to a person for a party; only its hash is kept.
      CREATE TABLE code_signature (
        acte_id uuid NOT NULL,
        partie_id uuid NOT NULL,
        utilisateur_id uuid NOT NULL REFERENCES utilisateur ON DELETE CASCADE,
        convention_id uuid NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        empreinte text NOT NULL,
        expire_le timestamptz NOT NULL,
        essais integer NOT NULL DEFAULT 0,
        PRIMARY KEY (acte_id, partie_id, utilisateur_id),
        CONSTRAINT code_signature_acte FOREIGN KEY (acte_id, convention_id) REFERENCES acte (id, convention_id),
        CONSTRAINT code_signature_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code)
      );

      CREATE TABLE remarque_convention (
        id uuid PRIMARY KEY,
        acte_id uuid NOT NULL,
        convention_id uuid NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        article text NOT NULL,
        texte text NOT NULL,
        utilisateur_id uuid NOT NULL REFERENCES utilisateur,
        -- For whom it is said: one of the author's structures, none for who animates the CA.
        structure_id uuid REFERENCES structure,
        cree_le timestamptz NOT NULL DEFAULT now(),
        traitee boolean NOT NULL DEFAULT false,
        CONSTRAINT remarque_acte FOREIGN KEY (acte_id, convention_id) REFERENCES acte (id, convention_id),
        CONSTRAINT remarque_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code)
      );
      CREATE INDEX remarque_convention_acte ON remarque_convention (acte_id);

      -- R7: what is sent to be signed is never written again, by nobody; SIGNE is reached by the last signature alone.
      CREATE FUNCTION app.garder_acte() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF OLD.etat IN ('SIGNE', 'ABANDONNE') OR (NEW.convention_id, NEW.genre, NEW.numero) IS DISTINCT FROM (OLD.convention_id, OLD.genre, OLD.numero) THEN
          RAISE EXCEPTION 'Un texte signé ou abandonné ne change plus' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF OLD.etat = 'EN_SIGNATURE' AND (NEW.etat NOT IN ('EN_SIGNATURE', 'SIGNE', 'ABANDONNE')
             OR (NEW.objet, NEW.duree_mois, NEW.fige_le, NEW.fige_par) IS DISTINCT FROM (OLD.objet, OLD.duree_mois, OLD.fige_le, OLD.fige_par)) THEN
          RAISE EXCEPTION 'Un texte en signature ne change plus' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NEW.etat IN ('PRET', 'EN_SIGNATURE') AND NOT EXISTS (SELECT 1 FROM acte_texte t WHERE t.acte_id = NEW.id AND t.contenu IS NOT NULL) THEN
          RAISE EXCEPTION 'Un texte se fige avant d’être signé' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.etat = 'SIGNE' AND (OLD.etat <> 'EN_SIGNATURE' OR app.effet_acte(NEW.id) IS DISTINCT FROM NEW.effet) THEN
          RAISE EXCEPTION 'Un texte est signé quand toutes ses parties ont signé' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;

      -- R6: day of the last signature of the parties of the frozen text; NULL while one is missing.
      CREATE FUNCTION app.effet_acte(l_acte uuid) RETURNS date
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT CASE WHEN bool_and(s.signe_le IS NOT NULL) THEN max(s.signe_le) END
        FROM acte_texte t CROSS JOIN LATERAL jsonb_array_elements(t.contenu #> '{donnees,parties}') p
          LEFT JOIN signature s ON s.acte_id = t.acte_id AND s.partie_id = (p ->> 'id')::uuid
        WHERE t.acte_id = l_acte
      $$;
      CREATE TRIGGER acte_garde BEFORE UPDATE ON acte FOR EACH ROW EXECUTE FUNCTION app.garder_acte();

      CREATE FUNCTION app.garder_acte_texte() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE etat text;
      BEGIN
        SELECT a.etat INTO etat FROM acte a WHERE a.id = NEW.acte_id FOR UPDATE;
        IF etat NOT IN ('BROUILLON', 'RELECTURE', 'PRET') OR (etat = 'PRET' AND NEW.contenu IS NOT NULL) THEN
          RAISE EXCEPTION 'Un texte figé ne se réécrit pas' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER acte_texte_garde BEFORE UPDATE ON acte_texte FOR EACH ROW EXECUTE FUNCTION app.garder_acte_texte();

      -- Two parties that sign at the same instant wait for one another on the acte: the second sees the first.
      CREATE FUNCTION app.verifier_signature() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE a acte%ROWTYPE; t acte_texte%ROWTYPE;
      BEGIN
        SELECT * INTO a FROM acte WHERE id = NEW.acte_id FOR UPDATE;
        SELECT * INTO t FROM acte_texte WHERE acte_id = NEW.acte_id;
        IF a.etat IS DISTINCT FROM 'EN_SIGNATURE' OR a.cooperative_id <> NEW.cooperative_id
           OR NOT (t.contenu #> '{donnees,parties}' @> jsonb_build_array(jsonb_build_object('id', NEW.partie_id::text))) THEN
          RAISE EXCEPTION 'Ce texte n’attend pas cette signature' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.signe_le < (a.fige_le AT TIME ZONE 'Europe/Paris')::date OR NEW.signe_le > app.aujourdhui() THEN
          RAISE EXCEPTION 'Une signature ne vient ni avant le texte, ni demain' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.mode = 'EN_LIGNE' AND (NEW.empreinte IS DISTINCT FROM t.empreinte OR NOT EXISTS (
             SELECT 1 FROM partie p WHERE p.id = NEW.partie_id AND p.signataire_id = NEW.utilisateur_id)) THEN
          RAISE EXCEPTION 'Seul le signataire désigné signe en ligne, et le fichier figé' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER signature_verifiee BEFORE INSERT ON signature FOR EACH ROW EXECUTE FUNCTION app.verifier_signature();

      CREATE FUNCTION app.conclure_acte() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE jour date := app.effet_acte(NEW.acte_id);
      BEGIN
        IF jour IS NOT NULL THEN
          UPDATE acte SET etat = 'SIGNE', effet = jour, version = version + 1 WHERE id = NEW.acte_id;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER signature_conclut AFTER INSERT ON signature FOR EACH ROW EXECUTE FUNCTION app.conclure_acte();

      -- A party that a frozen text names stays.
      CREATE FUNCTION app.garder_partie() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM acte a JOIN acte_texte t ON t.acte_id = a.id WHERE a.convention_id = OLD.convention_id AND a.etat = 'EN_SIGNATURE'
                     AND t.contenu #> '{donnees,parties}' @> jsonb_build_array(jsonb_build_object('id', OLD.id::text))) THEN
          RAISE EXCEPTION 'Une partie d’un texte en signature ne change pas' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN OLD;
      END $$;
      CREATE TRIGGER partie_gardee BEFORE DELETE ON partie FOR EACH ROW EXECUTE FUNCTION app.garder_partie();

      -- What is done to a draft is for those who write it.
      CREATE FUNCTION app.marquer_brouillon() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.preparation := coalesce(NEW.apres ->> 'etat', (SELECT a.etat FROM acte a WHERE a.id = NEW.objet_id::uuid)) = 'BROUILLON';
        RETURN NEW;
      END $$;
      CREATE TRIGGER historique_brouillon BEFORE INSERT ON historique
        FOR EACH ROW WHEN (NEW.objet = 'acte') EXECUTE FUNCTION app.marquer_brouillon();

      ALTER TABLE piece DROP CONSTRAINT piece_objet_check;
      ALTER TABLE piece ADD CONSTRAINT piece_objet_check CHECK (objet IN ('COOPERATIVE', 'REUNION', 'ACTE'));

      GRANT SELECT, INSERT, UPDATE ON convention, acte, acte_texte, remarque_convention TO coopilote_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON partie, code_signature TO coopilote_app;
      GRANT SELECT, INSERT ON signature TO coopilote_app;
    `);
    for (const [table, { lit, cree, modifie, supprime, cle = 'id', suivi = true }] of Object.entries(REGLES)) {
      await db.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY lit ON ${table} FOR SELECT TO coopilote_app USING (${lit});
        CREATE POLICY cree ON ${table} FOR INSERT TO coopilote_app WITH CHECK (${cree});
        ${modifie ? `CREATE POLICY modifie ON ${table} FOR UPDATE TO coopilote_app USING (${modifie}) WITH CHECK (${modifie});` : ''}
        ${supprime ? `CREATE POLICY supprime ON ${table} FOR DELETE TO coopilote_app USING (${supprime});` : ''}
        ${suivi ? `SELECT app.suivre('${table}', '${cle}');` : ''}
      `);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER historique_brouillon ON historique;
      DROP FUNCTION app.marquer_brouillon;
      DELETE FROM piece WHERE objet = 'ACTE' AND NOT EXISTS (SELECT 1 FROM signature s WHERE s.piece_id = piece.id);
      DROP TABLE remarque_convention, code_signature, signature, acte_texte, acte CASCADE;
      DELETE FROM piece WHERE objet = 'ACTE';
      ALTER TABLE convention DROP CONSTRAINT convention_resiliation_partie;
      DROP TABLE partie, convention, modele_convention;
      ALTER TABLE piece DROP CONSTRAINT piece_objet_check;
      ALTER TABLE piece ADD CONSTRAINT piece_objet_check CHECK (objet IN ('COOPERATIVE', 'REUNION'));
      DROP FUNCTION app.garder_acte, app.garder_acte_texte, app.effet_acte, app.verifier_signature, app.conclure_acte, app.garder_partie;
    `);
  }
}
