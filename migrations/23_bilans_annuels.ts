import type { MigrationInterface, QueryRunner } from 'typeorm';

const ARS = `departement_code = ANY ((SELECT app.textes('departements_lus'))::text[])`;
const LIT = `(${ARS} OR cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;
const ANIME = `(departement_code = ANY ((SELECT app.textes('departements_ecrits'))::text[])
  OR cooperative_id = ANY ((SELECT app.uuids('cooperatives_animees'))::uuid[]))`;
const PROMOTEUR = `(structure_id = ANY ((SELECT app.uuids('structures'))::uuid[])
  AND cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;
/** A draft is the ARS's, the coordination's and the member structures'; the copil reads it once it is presented. */
const REDACTEUR = `(${ARS} OR ${ANIME} OR (cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[])
  AND EXISTS (SELECT 1 FROM adhesion a WHERE a.cooperative_id = bilan_annuel.cooperative_id
    AND a.structure_id = ANY ((SELECT app.uuids('structures'))::uuid[]))))`;
const VISIBLE = `EXISTS (SELECT 1 FROM bilan_annuel b WHERE b.id = bilan_annuel_id)`;

const REGLES: Record<string, { lit: string; ecrit: string; sauf: string }> = {
  // Autosaved words are kept by the versions that were presented: the history tells what was decided.
  bilan_annuel: {
    lit: `(${REDACTEUR} OR (${LIT} AND etat <> 'BROUILLON'))`,
    ecrit: ANIME,
    sauf: `, 'synthese', 'enseignements', 'perspectives'`,
  },
  volet_annuel: {
    lit: `(${LIT} AND ${VISIBLE})`,
    ecrit: `(${ANIME} OR ${PROMOTEUR})`,
    sauf: `, 'synthese', 'proposition', 'motif_proposition'`,
  },
};
const DEVENIR = `('RECONDUITE', 'MODIFIEE', 'ARRETEE')`;

/** The report of a year of a CA: what its coordination and its structures write, what was presented, what was decided. */
export class BilansAnnuels1700000000023 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE bilan_annuel (
        id uuid PRIMARY KEY,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        annee integer NOT NULL CHECK (annee BETWEEN 2000 AND 2100),
        etat text NOT NULL DEFAULT 'BROUILLON' CHECK (etat IN ('BROUILLON', 'PRESENTE', 'ADOPTE')),
        synthese text,
        enseignements text,
        perspectives text,
        reunion_id uuid,
        numero_version integer NOT NULL DEFAULT 0,
        adopte_le timestamptz,
        motif_reouverture text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT bilan_annuel_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT bilan_annuel_reunion FOREIGN KEY (reunion_id, cooperative_id) REFERENCES reunion (id, cooperative_id),
        CONSTRAINT bilan_annuel_un_par_annee UNIQUE (cooperative_id, annee),
        CONSTRAINT bilan_annuel_adopte CHECK ((etat = 'ADOPTE') = (adopte_le IS NOT NULL)),
        UNIQUE (id, cooperative_id, departement_code)
      );
      CREATE INDEX bilan_annuel_reunion_id ON bilan_annuel (reunion_id);

      -- The part of one action: what its structure says of the year and proposes, what the meeting decided.
      CREATE TABLE volet_annuel (
        id uuid PRIMARY KEY,
        bilan_annuel_id uuid NOT NULL, fiche_action_id uuid NOT NULL, cooperative_id uuid NOT NULL, departement_code text NOT NULL, structure_id uuid NOT NULL,
        synthese text,
        proposition text CHECK (proposition IN ${DEVENIR}),
        motif_proposition text,
        decision text CHECK (decision IN ${DEVENIR}),
        motif_decision text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT volet_annuel_bilan FOREIGN KEY (bilan_annuel_id, cooperative_id, departement_code)
          REFERENCES bilan_annuel (id, cooperative_id, departement_code),
        CONSTRAINT volet_annuel_fiche FOREIGN KEY (fiche_action_id, cooperative_id, departement_code, structure_id)
          REFERENCES fiche_action (id, cooperative_id, departement_code, structure_id),
        CONSTRAINT volet_annuel_unique UNIQUE (bilan_annuel_id, fiche_action_id),
        CONSTRAINT volet_annuel_decision CHECK ((decision IS NULL) = (motif_decision IS NULL))
      );
      CREATE INDEX volet_annuel_fiche_id ON volet_annuel (fiche_action_id);

      -- What was presented never changes: no UPDATE nor DELETE is granted.
      CREATE TABLE bilan_annuel_version (
        bilan_annuel_id uuid NOT NULL, cooperative_id uuid NOT NULL, departement_code text NOT NULL,
        numero integer NOT NULL CHECK (numero > 0),
        contenu jsonb NOT NULL,
        empreinte text NOT NULL,
        presente_le timestamptz NOT NULL DEFAULT now(),
        presente_par uuid NOT NULL REFERENCES utilisateur,
        PRIMARY KEY (bilan_annuel_id, numero),
        CONSTRAINT bilan_annuel_version_bilan FOREIGN KEY (bilan_annuel_id, cooperative_id, departement_code)
          REFERENCES bilan_annuel (id, cooperative_id, departement_code)
      );
      GRANT SELECT, INSERT, UPDATE ON bilan_annuel, volet_annuel TO coopilote_app;
      GRANT SELECT, INSERT ON bilan_annuel_version TO coopilote_app;

      -- Presented, its words are those of its last version; adopted, each action has its decision; the delegation alone opens it again.
      CREATE FUNCTION app.garder_bilan_annuel() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE libres text[] := '{etat,version,numero_version,reunion_id,adopte_le,motif_reouverture}';
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.etat <> 'BROUILLON' OR NEW.numero_version <> 0 THEN
            RAISE EXCEPTION 'Un bilan annuel commence en brouillon' USING ERRCODE = 'insufficient_privilege';
          END IF;
          RETURN NEW;
        END IF;
        IF (NEW.id, NEW.cooperative_id, NEW.departement_code, NEW.annee) IS DISTINCT FROM (OLD.id, OLD.cooperative_id, OLD.departement_code, OLD.annee)
           OR (OLD.etat <> NEW.etat AND (OLD.etat, NEW.etat) NOT IN (('BROUILLON', 'PRESENTE'), ('PRESENTE', 'ADOPTE'),
                ('PRESENTE', 'BROUILLON'), ('ADOPTE', 'BROUILLON')))
           OR (NEW.numero_version <> OLD.numero_version AND (OLD.etat, NEW.etat) <> ('BROUILLON', 'PRESENTE'))
           OR (OLD.etat <> 'BROUILLON' AND (to_jsonb(NEW) - libres) IS DISTINCT FROM (to_jsonb(OLD) - libres)) THEN
          RAISE EXCEPTION 'Un bilan annuel présenté ne se réécrit pas' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF OLD.etat = 'BROUILLON' AND NEW.etat = 'PRESENTE' AND (NEW.numero_version <> OLD.numero_version + 1
            OR NOT EXISTS (SELECT 1 FROM bilan_annuel_version v WHERE v.bilan_annuel_id = NEW.id AND v.numero = NEW.numero_version)) THEN
          RAISE EXCEPTION 'Un bilan annuel présenté garde ses contenus' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF OLD.etat = 'PRESENTE' AND NEW.etat = 'ADOPTE' AND EXISTS (
            SELECT 1 FROM bilan_annuel_version v, jsonb_array_elements(v.contenu -> 'actions') a
            WHERE v.bilan_annuel_id = NEW.id AND v.numero = NEW.numero_version AND NOT EXISTS (
              SELECT 1 FROM volet_annuel w WHERE w.bilan_annuel_id = NEW.id AND w.fiche_action_id::text = a ->> 'ficheActionId' AND w.decision IS NOT NULL)) THEN
          RAISE EXCEPTION 'Un bilan annuel est adopté quand chaque action a sa décision' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF OLD.etat <> 'BROUILLON' AND NEW.etat = 'BROUILLON' AND (NEW.motif_reouverture IS NULL
            OR NOT NEW.departement_code = ANY (app.textes('departements_ecrits'))) THEN
          RAISE EXCEPTION 'La délégation rouvre un bilan annuel, en disant pourquoi' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER bilan_annuel_garde BEFORE INSERT OR UPDATE ON bilan_annuel FOR EACH ROW EXECUTE FUNCTION app.garder_bilan_annuel();

      -- Structures write while it is a draft; the meeting decides once it is presented, and those who run it note it.
      CREATE FUNCTION app.garder_volet_annuel() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE etat text;
      BEGIN
        SELECT b.etat INTO etat FROM bilan_annuel b WHERE b.id = NEW.bilan_annuel_id FOR SHARE;
        IF TG_OP = 'INSERT' THEN
          IF etat <> 'BROUILLON' OR NEW.decision IS NOT NULL THEN
            RAISE EXCEPTION 'Un volet commence avec son bilan annuel' USING ERRCODE = 'insufficient_privilege';
          END IF;
          RETURN NEW;
        END IF;
        IF (NEW.id, NEW.bilan_annuel_id, NEW.fiche_action_id, NEW.structure_id) IS DISTINCT FROM (OLD.id, OLD.bilan_annuel_id, OLD.fiche_action_id, OLD.structure_id)
           OR (etat <> 'BROUILLON' AND (NEW.synthese, NEW.proposition, NEW.motif_proposition) IS DISTINCT FROM (OLD.synthese, OLD.proposition, OLD.motif_proposition))
           OR ((NEW.decision, NEW.motif_decision) IS DISTINCT FROM (OLD.decision, OLD.motif_decision) AND (etat <> 'PRESENTE'
                OR NOT (NEW.departement_code = ANY (app.textes('departements_ecrits')) OR NEW.cooperative_id = ANY (app.uuids('cooperatives_animees'))))) THEN
          RAISE EXCEPTION 'Ce volet du bilan annuel ne change plus ainsi' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER volet_annuel_garde BEFORE INSERT OR UPDATE ON volet_annuel FOR EACH ROW EXECUTE FUNCTION app.garder_volet_annuel();

      ALTER TABLE bilan_annuel_version ENABLE ROW LEVEL SECURITY;
      CREATE POLICY lit ON bilan_annuel_version FOR SELECT TO coopilote_app USING (${LIT});
      CREATE POLICY cree ON bilan_annuel_version FOR INSERT TO coopilote_app WITH CHECK (${ANIME} AND ${VISIBLE});
    `);
    for (const [table, { lit, ecrit, sauf }] of Object.entries(REGLES)) {
      await db.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY lit ON ${table} FOR SELECT TO coopilote_app USING (${lit});
        CREATE POLICY cree ON ${table} FOR INSERT TO coopilote_app WITH CHECK (${ecrit});
        CREATE POLICY modifie ON ${table} FOR UPDATE TO coopilote_app USING (${ecrit}) WITH CHECK (${ecrit});
        CREATE TRIGGER tracer AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION app.tracer('id'${sauf});
      `);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE bilan_annuel_version, volet_annuel, bilan_annuel;
      DROP FUNCTION app.garder_bilan_annuel, app.garder_volet_annuel;
    `);
  }
}
