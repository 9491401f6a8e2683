import type { MigrationInterface, QueryRunner } from 'typeorm';

const ARS = `departement_code = ANY ((SELECT app.textes('departements_lus'))::text[])`;
const DD = `departement_code = ANY ((SELECT app.textes('departements_ecrits'))::text[])`;
const LIT = `(${ARS} OR cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;
const SIENNE = `(structure_id = ANY ((SELECT app.uuids('structures'))::uuid[])
  AND cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;

/** Who reads and who writes the rows of each table. */
const REGLES: Record<
  string,
  { lit: string; cree?: string; modifie?: string; apres?: string; supprime?: string; sauf?: string }
> = {
  budget_financement: { lit: LIT },
  // A draft is the delegation's: the structure reads what was signed.
  acte_financement: { lit: `(${ARS} OR (etat = 'SIGNE' AND ${SIENNE}))`, sauf: `, 'fige'` },
  engagement: { lit: `(${ARS} OR ${SIENNE})` },
  versement: { lit: `(${ARS} OR ${SIENNE})` },
  // What a structure writes is its own until it is sent; the delegation sends back what it received, and follows it from there.
  compte_rendu_financier: {
    lit: `((${ARS} AND transmis_le IS NOT NULL) OR ${SIENNE})`,
    cree: SIENNE,
    modifie: `((${DD} AND etat = 'TRANSMIS') OR (${SIENNE} AND etat <> 'TRANSMIS'))`,
    apres: `(${DD} OR ${SIENNE})`,
    supprime: 'false',
    sauf: `, 'contenu'`,
  },
};
/** Tables whose history is told to whom reads their rows alone. */
const RESERVEES = `('engagement', 'versement', 'acte_financement', 'compte_rendu_financier')`;
const SUBVENTIONS_ARS = `('ARS_FIR', 'ARS_AUTRE')`;
const NATURES = `('ARS_FIR', 'ARS_AUTRE', 'ARTICLE_51', 'ETAT', 'COLLECTIVITE', 'APPEL_A_PROJETS', 'MARCHE', 'MECENAT', 'FONDS_PRIVES',
  'FINANCEMENT_PARTICIPATIF', 'PRET_IMPACT', 'AUTOFINANCEMENT', 'RESTE_A_CHARGE', 'NATURE', 'MECENAT_COMPETENCES')`;

/** What pieces hang on, with one more or one less: the other objects stay, whichever migration brought them. */
const changerObjets = (avant: string, apres: string): string => `
  DO $$ DECLARE regle text; BEGIN
    SELECT pg_get_constraintdef(oid) INTO STRICT regle FROM pg_constraint WHERE conname = 'piece_objet_check';
    ALTER TABLE piece DROP CONSTRAINT piece_objet_check;
    EXECUTE 'ALTER TABLE piece ADD CONSTRAINT piece_objet_check ' || replace(regle, ${avant}, ${apres});
  END $$;`;

/** Budgets, engagements, acts and payments (guide, fiche 4; convention, article 3). Amounts are cents. */
export class Financement1700000000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE budget_financement (
        id uuid PRIMARY KEY,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        annee integer NOT NULL CHECK (annee BETWEEN 2000 AND 2100),
        montant bigint NOT NULL CHECK (montant BETWEEN 0 AND 99999999999),
        note text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT budget_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT budget_annee UNIQUE (cooperative_id, annee)
      );

      -- One act covers what the ARS grants to a structure in a CA for a year; once signed, it holds its own text.
      CREATE TABLE acte_financement (
        id uuid PRIMARY KEY,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        structure_id uuid NOT NULL REFERENCES structure,
        annee integer NOT NULL CHECK (annee BETWEEN 2000 AND 2100),
        etat text NOT NULL DEFAULT 'PROJET' CHECK (etat IN ('PROJET', 'SIGNE')),
        forme text CHECK (forme IN ('DECISION', 'CONVENTION')),
        reference text,
        duree integer NOT NULL DEFAULT 1 CHECK (duree BETWEEN 1 AND 5),
        demande_le date,
        signataire_ars text,
        signataire_structure text,
        imputation text,
        visas text,
        signe_le date,
        fige jsonb,
        empreinte text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT acte_financement_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT acte_financement_signe CHECK ((etat = 'SIGNE') = (num_nonnulls(forme, signe_le, fige, empreinte) = 4)
          AND (etat = 'SIGNE' OR num_nonnulls(forme, signe_le, fige, empreinte) = 0)),
        UNIQUE (id, cooperative_id, structure_id, annee)
      );
      CREATE UNIQUE INDEX acte_financement_projet ON acte_financement (cooperative_id, structure_id, annee) WHERE etat = 'PROJET';
      CREATE INDEX acte_financement_annee ON acte_financement (cooperative_id, annee);
      CREATE INDEX acte_financement_structure ON acte_financement (structure_id, annee);

      ALTER TABLE fiche_action ADD CONSTRAINT fiche_action_dans_ca UNIQUE (id, cooperative_id);
      CREATE TABLE engagement (
        id uuid PRIMARY KEY,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        structure_id uuid NOT NULL REFERENCES structure,
        fiche_action_id uuid,
        annee integer NOT NULL CHECK (annee BETWEEN 2000 AND 2100),
        nature text NOT NULL CHECK (nature IN ${NATURES}),
        financeur text,
        montant bigint NOT NULL CHECK (montant BETWEEN 1 AND 99999999999),
        objet text,
        depense bigint CHECK (depense BETWEEN 0 AND 99999999999),
        suite_non_depense text CHECK (suite_non_depense IN ('REVERSEMENT', 'REPORT')),
        acte_id uuid,
        version integer NOT NULL DEFAULT 1,
        demonstration boolean NOT NULL DEFAULT false,
        CONSTRAINT engagement_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT engagement_fiche FOREIGN KEY (fiche_action_id, cooperative_id) REFERENCES fiche_action (id, cooperative_id),
        CONSTRAINT engagement_acte FOREIGN KEY (acte_id, cooperative_id, structure_id, annee)
          REFERENCES acte_financement (id, cooperative_id, structure_id, annee),
        UNIQUE (id, cooperative_id, departement_code, structure_id)
      );
      CREATE INDEX engagement_cooperative ON engagement (cooperative_id, annee);
      CREATE INDEX engagement_departement ON engagement (departement_code, annee);
      CREATE INDEX engagement_structure ON engagement (structure_id, annee);
      CREATE INDEX engagement_fiche_action ON engagement (fiche_action_id);
      CREATE INDEX engagement_acte_id ON engagement (acte_id);

      CREATE TABLE versement (
        id uuid PRIMARY KEY,
        engagement_id uuid NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        structure_id uuid NOT NULL,
        genre text NOT NULL CHECK (genre IN ('VERSEMENT', 'REVERSEMENT')),
        montant bigint NOT NULL CHECK (montant BETWEEN 1 AND 99999999999),
        prevu_le date NOT NULL,
        verse_le date,
        libelle text,
        motif_depassement text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT versement_engagement FOREIGN KEY (engagement_id, cooperative_id, departement_code, structure_id)
          REFERENCES engagement (id, cooperative_id, departement_code, structure_id)
      );
      CREATE INDEX versement_engagement_id ON versement (engagement_id);
      -- What was sent is not rewritten: it is sent back with a reason, then sent again (R15).
      CREATE TABLE compte_rendu_financier (
        id uuid PRIMARY KEY,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        structure_id uuid NOT NULL REFERENCES structure,
        fiche_action_id uuid,
        annee integer NOT NULL CHECK (annee BETWEEN 2000 AND 2100),
        etat text NOT NULL DEFAULT 'BROUILLON' CHECK (etat IN ('BROUILLON', 'TRANSMIS', 'A_COMPLETER')),
        contenu jsonb NOT NULL,
        motif text,
        transmis_le timestamptz,
        empreinte text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT compte_rendu_financier_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT compte_rendu_financier_fiche FOREIGN KEY (fiche_action_id, cooperative_id) REFERENCES fiche_action (id, cooperative_id),
        CONSTRAINT compte_rendu_financier_unique UNIQUE NULLS NOT DISTINCT (cooperative_id, structure_id, annee, fiche_action_id),
        CONSTRAINT compte_rendu_financier_transmis CHECK (etat <> 'TRANSMIS' OR num_nonnulls(transmis_le, empreinte) = 2),
        CONSTRAINT compte_rendu_financier_motif CHECK (etat <> 'A_COMPLETER' OR motif IS NOT NULL)
      );
      CREATE INDEX compte_rendu_financier_structure ON compte_rendu_financier (structure_id);
      CREATE FUNCTION app.figer_compte_rendu_financier() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.etat = 'TRANSMIS' AND (TG_OP = 'DELETE' OR NEW.contenu IS DISTINCT FROM OLD.contenu OR NEW.etat = 'BROUILLON') THEN
          RAISE EXCEPTION 'Un compte rendu transmis ne se réécrit pas' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER compte_rendu_financier_fige BEFORE UPDATE OR DELETE ON compte_rendu_financier
        FOR EACH ROW EXECUTE FUNCTION app.figer_compte_rendu_financier();
      GRANT SELECT, INSERT, UPDATE, DELETE ON budget_financement, acte_financement, engagement, versement, compte_rendu_financier
        TO coopilote_app;

      -- What was signed is never rewritten; another act follows it.
      CREATE FUNCTION app.figer_acte_financement() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.etat = 'SIGNE' THEN
          RAISE EXCEPTION 'Un acte signé ne change plus' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER acte_financement_fige BEFORE UPDATE OR DELETE ON acte_financement
        FOR EACH ROW EXECUTE FUNCTION app.figer_acte_financement();
      CREATE FUNCTION app.figer_engagement() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.acte_id IS NOT NULL AND (TG_OP = 'DELETE'
            OR (NEW.acte_id, NEW.cooperative_id, NEW.structure_id, NEW.fiche_action_id, NEW.annee, NEW.nature, NEW.montant)
               IS DISTINCT FROM (OLD.acte_id, OLD.cooperative_id, OLD.structure_id, OLD.fiche_action_id, OLD.annee, OLD.nature, OLD.montant)) THEN
          RAISE EXCEPTION 'Un engagement signé ne change plus' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER engagement_fige BEFORE UPDATE OR DELETE ON engagement FOR EACH ROW EXECUTE FUNCTION app.figer_engagement();

      -- Sums that pass the policies, each to whom docs/argent.md gives it: a figure, never a row.
      CREATE FUNCTION app.lit_cooperative(la_cooperative uuid) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT 1 FROM cooperative WHERE id = la_cooperative AND (departement_code = ANY (app.textes('departements_lus'))
          OR id = ANY (app.uuids('cooperatives_lues'))))
      $$;
      CREATE FUNCTION app.total_financement(la_cooperative uuid, l_annee integer) RETURNS TABLE (engage bigint, verse bigint)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT coalesce(sum(e.montant), 0)::bigint, coalesce(sum(v.verse), 0)::bigint
        FROM engagement e LEFT JOIN LATERAL (SELECT sum(montant) AS verse FROM versement
          WHERE engagement_id = e.id AND genre = 'VERSEMENT' AND verse_le IS NOT NULL) v ON true
        WHERE e.cooperative_id = la_cooperative AND e.annee = l_annee AND app.lit_cooperative(la_cooperative)
      $$;
      CREATE FUNCTION app.annees_financement(la_cooperative uuid) RETURNS SETOF integer
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT annee FROM budget_financement WHERE cooperative_id = la_cooperative AND app.lit_cooperative(la_cooperative)
        UNION SELECT annee FROM engagement WHERE cooperative_id = la_cooperative AND app.lit_cooperative(la_cooperative)
      $$;
      -- To the ARS, to the copilote, and to the structures that are members today.
      CREATE FUNCTION app.financement_par_structure(la_cooperative uuid, l_annee integer)
        RETURNS TABLE (structure_id uuid, montant bigint, subventions_ars bigint, verse bigint)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT e.structure_id, sum(e.montant)::bigint,
               coalesce(sum(e.montant) FILTER (WHERE e.nature IN ${SUBVENTIONS_ARS}), 0)::bigint, coalesce(sum(v.verse), 0)::bigint
        FROM engagement e LEFT JOIN LATERAL (SELECT sum(montant) AS verse FROM versement
          WHERE engagement_id = e.id AND genre = 'VERSEMENT' AND verse_le IS NOT NULL) v ON true
        WHERE e.cooperative_id = la_cooperative AND e.annee = l_annee
          AND (e.departement_code = ANY (app.textes('departements_lus')) OR la_cooperative = ANY (app.uuids('cooperatives_animees'))
            OR EXISTS (SELECT 1 FROM adhesion a WHERE a.cooperative_id = la_cooperative AND a.structure_id = ANY (app.uuids('structures'))
                       AND a.debut <= app.aujourdhui() AND (a.fin IS NULL OR a.fin >= app.aujourdhui())))
        GROUP BY e.structure_id
      $$;
      -- All that the ARS of a region grants to structures in a year (R4): to the ARS of that region, and to each structure for itself.
      CREATE FUNCTION app.subventions_ars(les_structures uuid[], l_annee integer, la_region text)
        RETURNS TABLE (structure_id uuid, montant bigint)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT e.structure_id, sum(e.montant)::bigint
        FROM engagement e JOIN departement d ON d.code = e.departement_code AND d.region_code = la_region
        WHERE e.structure_id = ANY (les_structures) AND e.annee = l_annee AND e.nature IN ${SUBVENTIONS_ARS}
          AND (e.structure_id = ANY (app.uuids('structures'))
            OR EXISTS (SELECT 1 FROM departement x WHERE x.region_code = la_region AND x.code = ANY (app.textes('departements_lus'))))
        GROUP BY e.structure_id
      $$;
      GRANT EXECUTE ON FUNCTION app.lit_cooperative, app.total_financement, app.annees_financement, app.financement_par_structure,
        app.subventions_ars TO coopilote_app;

      ${changerObjets(`']'`, `', ''ACTE_FINANCEMENT''::text]'`)}
      -- The request that a structure signed says its amount: read by whom reads the act.
      CREATE POLICY argent ON piece AS RESTRICTIVE FOR SELECT TO coopilote_app USING (
        objet <> 'ACTE_FINANCEMENT' OR EXISTS (SELECT 1 FROM acte_financement a WHERE a.id = objet_id));
      CREATE POLICY argent ON historique AS RESTRICTIVE FOR SELECT TO coopilote_app USING (
        (objet NOT IN ${RESERVEES} AND (objet <> 'piece' OR coalesce(apres, avant) ->> 'objet' IS DISTINCT FROM 'ACTE_FINANCEMENT'))
        OR ${ARS} OR (objet NOT IN ('piece', 'acte_financement') AND structure_id = ANY ((SELECT app.uuids('structures'))::uuid[])));
    `);
    for (const [table, { lit, cree = DD, modifie = DD, apres = modifie, supprime = DD, sauf = '' }] of Object.entries(
      REGLES,
    )) {
      await db.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY lit ON ${table} FOR SELECT TO coopilote_app USING (${lit});
        CREATE POLICY cree ON ${table} FOR INSERT TO coopilote_app WITH CHECK (${cree});
        CREATE POLICY modifie ON ${table} FOR UPDATE TO coopilote_app USING (${modifie}) WITH CHECK (${apres});
        CREATE POLICY supprime ON ${table} FOR DELETE TO coopilote_app USING (${supprime});
        CREATE TRIGGER tracer AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION app.tracer('id'${sauf});
      `);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP POLICY argent ON historique;
      DROP POLICY argent ON piece;
      DELETE FROM piece WHERE objet = 'ACTE_FINANCEMENT';
      ${changerObjets(`', ''ACTE_FINANCEMENT''::text'`, `''`)}
      DROP TABLE compte_rendu_financier, versement, engagement, acte_financement, budget_financement;
      ALTER TABLE fiche_action DROP CONSTRAINT fiche_action_dans_ca;
      DROP FUNCTION app.figer_compte_rendu_financier, app.figer_acte_financement, app.figer_engagement, app.total_financement, app.annees_financement,
        app.financement_par_structure, app.subventions_ars, app.lit_cooperative;
    `);
  }
}
