import type { MigrationInterface, QueryRunner } from 'typeorm';

const ARS = `departement_code = ANY ((SELECT app.textes('departements_lus'))::text[])`;
const DD = `departement_code = ANY ((SELECT app.textes('departements_ecrits'))::text[])`;
const SIENNE = `(structure_id = ANY ((SELECT app.uuids('structures'))::uuid[])
  AND cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;
const PRETE = `(${DD} OR app.prete_mise(mise_id))`;
const LIT = `(${ARS} OR app.lit_mise(mise_id))`;

/** Who reads and who writes the rows of each table: the lender writes, each structure approves for itself. */
const REGLES: Record<string, { lit: string; cree: string; modifie: string; supprime: string; sauf?: string }> = {
  mise_a_disposition: {
    lit: `(${ARS} OR ${SIENNE} OR app.lit_mise(id))`,
    cree: `(${DD} OR ${SIENNE})`,
    modifie: `(${DD} OR ${SIENNE})`,
    supprime: `(${DD} OR ${SIENNE})`,
    sauf: `, 'fige'`,
  },
  partie_mise: { lit: LIT, cree: PRETE, modifie: `(${DD} OR ${SIENNE})`, supprime: PRETE },
  cout_mise: { lit: LIT, cree: PRETE, modifie: PRETE, supprime: PRETE },
  periode_mise: { lit: LIT, cree: PRETE, modifie: 'false', supprime: PRETE },
  appel_mise: { lit: LIT, cree: PRETE, modifie: PRETE, supprime: PRETE },
};
const RESERVEES = `('engagement', 'versement', 'acte_financement', 'compte_rendu_financier')`;
const MISES = `('mise_a_disposition', 'partie_mise', 'cout_mise', 'periode_mise', 'appel_mise')`;
const ARGENT = `(objet NOT IN ${RESERVEES} AND (objet <> 'piece' OR coalesce(apres, avant) ->> 'objet' IS DISTINCT FROM 'ACTE_FINANCEMENT'))
  OR ${ARS} OR (objet NOT IN ('piece', 'acte_financement') AND structure_id = ANY ((SELECT app.uuids('structures'))::uuid[]))`;
const argent = (sauf: string): string => `
  DROP POLICY argent ON historique;
  CREATE POLICY argent ON historique AS RESTRICTIVE FOR SELECT TO coopilote_app USING (${sauf});`;

/** What hangs on a mise à disposition says whose it is: the lender's, or that of the structure that it names. */
const RATTACHEE = `
  mise_id uuid NOT NULL,
  cooperative_id uuid NOT NULL,
  departement_code text NOT NULL,
  structure_id uuid NOT NULL REFERENCES structure,
  FOREIGN KEY (mise_id, cooperative_id, departement_code) REFERENCES mise_a_disposition (id, cooperative_id, departement_code)`;
const CENTIMES = 'BETWEEN 0 AND 99999999999';

/** Staff or means lent between structures of a CA: keys, approvals, costs, invoices. Amounts are cents, shares hundredths of a percent. */
export class MisesADisposition1700000000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE mise_a_disposition (
        id uuid PRIMARY KEY,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        structure_id uuid NOT NULL REFERENCES structure,
        fiche_action_id uuid,
        genre text NOT NULL CHECK (genre IN ('PERSONNEL', 'MOYENS')),
        etat text NOT NULL DEFAULT 'BROUILLON' CHECK (etat IN ('BROUILLON', 'A_APPROUVER', 'SIGNEE', 'TERMINEE', 'RESILIEE')),
        intitule text NOT NULL,
        contexte text,
        fonction text,
        quotite integer CHECK (quotite BETWEEN 1 AND 10000),
        moyens text,
        porteur_contrat_id uuid REFERENCES structure,
        debut date NOT NULL,
        fin date NOT NULL,
        tva boolean NOT NULL DEFAULT false,
        taux_tva integer CHECK (taux_tva BETWEEN 1 AND 10000),
        motif_sans_tva text,
        obligations_preteur text,
        obligations_beneficiaires text,
        remplace_id uuid,
        fin_effective date,
        motif_fin text,
        fige jsonb,
        empreinte text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT mise_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT mise_fiche FOREIGN KEY (fiche_action_id, cooperative_id) REFERENCES fiche_action (id, cooperative_id),
        CONSTRAINT mise_dates CHECK (fin >= debut),
        CONSTRAINT mise_tva CHECK (tva = (taux_tva IS NOT NULL)),
        CONSTRAINT mise_figee CHECK ((etat = 'BROUILLON') = (fige IS NULL) AND (fige IS NULL) = (empreinte IS NULL)),
        CONSTRAINT mise_finie CHECK ((etat IN ('TERMINEE', 'RESILIEE')) = (fin_effective IS NOT NULL)),
        UNIQUE (id, cooperative_id),
        UNIQUE (id, cooperative_id, departement_code),
        CONSTRAINT mise_remplacee FOREIGN KEY (remplace_id, cooperative_id) REFERENCES mise_a_disposition (id, cooperative_id)
      );
      CREATE UNIQUE INDEX mise_remplacante ON mise_a_disposition (remplace_id);
      CREATE INDEX mise_cooperative ON mise_a_disposition (cooperative_id);
      CREATE INDEX mise_structure ON mise_a_disposition (structure_id);
      CREATE INDEX mise_fiche_action ON mise_a_disposition (fiche_action_id);

      -- Each structure of the convention, the lender among them: its key, what it approved, when it signed.
      CREATE TABLE partie_mise (
        id uuid PRIMARY KEY,
        ${RATTACHEE},
        rang integer NOT NULL CHECK (rang >= 0),
        cle integer NOT NULL CHECK (cle BETWEEN 0 AND 10000),
        deliberation_le date,
        cse_le date,
        cse_sans_objet text,
        avenant_le date,
        signataire text,
        signe_le date,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT partie_mise_unique UNIQUE (mise_id, structure_id)
      );
      CREATE INDEX partie_mise_structure ON partie_mise (structure_id);

      CREATE TABLE cout_mise (
        id uuid PRIMARY KEY,
        ${RATTACHEE},
        rang integer NOT NULL CHECK (rang >= 0),
        annee integer NOT NULL CHECK (annee BETWEEN 2000 AND 2100),
        poste text NOT NULL CHECK (poste IN ('SALAIRE', 'CHARGES', 'FRAIS', 'MATERIEL', 'PRESTATION', 'AUTRE')),
        libelle text,
        prevu bigint NOT NULL CHECK (prevu ${CENTIMES}),
        reel bigint CHECK (reel ${CENTIMES})
      );
      CREATE INDEX cout_mise_mise ON cout_mise (mise_id);

      CREATE TABLE periode_mise (
        id uuid PRIMARY KEY,
        ${RATTACHEE},
        debut date NOT NULL,
        fin date NOT NULL CHECK (fin >= debut AND extract(year FROM fin) = extract(year FROM debut)),
        cout bigint NOT NULL CHECK (cout ${CENTIMES}),
        UNIQUE (id, mise_id)
      );
      CREATE INDEX periode_mise_mise ON periode_mise (mise_id, debut);

      CREATE TABLE appel_mise (
        id uuid PRIMARY KEY,
        ${RATTACHEE},
        periode_id uuid NOT NULL,
        ht bigint NOT NULL CHECK (ht ${CENTIMES}),
        tva bigint NOT NULL CHECK (tva ${CENTIMES}),
        ttc bigint NOT NULL CHECK (ttc = ht + tva),
        facture_le date,
        numero text,
        paye_le date,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT appel_mise_periode FOREIGN KEY (periode_id, mise_id) REFERENCES periode_mise (id, mise_id),
        CONSTRAINT appel_mise_unique UNIQUE (periode_id, structure_id),
        CONSTRAINT appel_mise_facture CHECK ((facture_le IS NULL) = (numero IS NULL) AND (paye_le IS NULL OR facture_le IS NOT NULL))
      );
      CREATE INDEX appel_mise_mise ON appel_mise (mise_id);
      CREATE INDEX appel_mise_structure ON appel_mise (structure_id);
      GRANT SELECT, INSERT, UPDATE, DELETE ON mise_a_disposition, partie_mise, cout_mise, periode_mise, appel_mise TO coopilote_app;

      -- A draft is the lender's and the delegation's; from there on, each structure that it names reads it.
      CREATE FUNCTION app.lit_mise(la_mise uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT 1 FROM mise_a_disposition m WHERE m.id = la_mise AND m.cooperative_id = ANY (app.uuids('cooperatives_lues'))
          AND (m.structure_id = ANY (app.uuids('structures')) OR (m.etat <> 'BROUILLON' AND EXISTS (
            SELECT 1 FROM partie_mise p WHERE p.mise_id = m.id AND p.structure_id = ANY (app.uuids('structures'))))))
      $$;
      CREATE FUNCTION app.prete_mise(la_mise uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT 1 FROM mise_a_disposition m WHERE m.id = la_mise AND m.cooperative_id = ANY (app.uuids('cooperatives_lues'))
          AND m.structure_id = ANY (app.uuids('structures')))
      $$;

      -- From the day when the boards are asked, the text no longer changes; signed, it only ends.
      CREATE FUNCTION app.garder_mise() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE libres text[] := '{etat,version,fige,empreinte,fin_effective,motif_fin}';
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.etat <> 'BROUILLON' THEN RAISE EXCEPTION 'Une mise à disposition commence en brouillon' USING ERRCODE = 'insufficient_privilege'; END IF;
          RETURN NEW;
        END IF;
        IF OLD.etat = 'BROUILLON' AND (TG_OP = 'DELETE' OR NEW.etat = 'BROUILLON') THEN
          RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
        END IF;
        IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - libres) IS DISTINCT FROM (to_jsonb(OLD) - libres)
           OR (OLD.etat, NEW.etat) NOT IN (('BROUILLON', 'A_APPROUVER'), ('A_APPROUVER', 'BROUILLON'), ('A_APPROUVER', 'A_APPROUVER'),
                ('A_APPROUVER', 'SIGNEE'), ('SIGNEE', 'SIGNEE'), ('SIGNEE', 'TERMINEE'), ('SIGNEE', 'RESILIEE'),
                ('TERMINEE', 'TERMINEE'), ('RESILIEE', 'RESILIEE'))
           OR (OLD.etat = NEW.etat
                AND (NEW.fige, NEW.fin_effective, NEW.motif_fin) IS DISTINCT FROM (OLD.fige, OLD.fin_effective, OLD.motif_fin)) OR (NEW.etat <> 'BROUILLON' AND OLD.fige IS NOT NULL
                AND (NEW.fige, NEW.empreinte) IS DISTINCT FROM (OLD.fige, OLD.empreinte)) THEN
          RAISE EXCEPTION 'Une mise à disposition envoyée aux structures ne se réécrit pas' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NEW.etat = 'A_APPROUVER' AND (SELECT sum(p.cle) FROM partie_mise p WHERE p.mise_id = NEW.id) IS DISTINCT FROM 10000 THEN
          RAISE EXCEPTION 'Les clés de répartition font 100,00 %%' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.etat = 'SIGNEE' AND EXISTS (SELECT 1 FROM partie_mise p WHERE p.mise_id = NEW.id AND p.signe_le IS NULL) THEN
          RAISE EXCEPTION 'Une mise à disposition est signée quand toutes ses structures ont signé' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER mise_gardee BEFORE INSERT OR UPDATE OR DELETE ON mise_a_disposition FOR EACH ROW EXECUTE FUNCTION app.garder_mise();

      -- Structures and keys move in a draft, approvals and signatures while they are asked, nothing once it is signed.
      CREATE FUNCTION app.garder_partie_mise() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE m mise_a_disposition%ROWTYPE; libres text[] := '{version,deliberation_le,cse_le,cse_sans_objet,avenant_le,signataire,signe_le}';
      BEGIN
        SELECT * INTO m FROM mise_a_disposition WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.mise_id ELSE NEW.mise_id END FOR UPDATE;
        IF TG_OP = 'UPDATE' AND m.etat = 'A_APPROUVER' AND (to_jsonb(NEW) - libres) = (to_jsonb(OLD) - libres) THEN
          -- An approval is neither missing at a signature nor withdrawn after one.
          IF NEW.signe_le > app.aujourdhui() OR (
               SELECT bool_or(p.signe_le IS NOT NULL) AND bool_or(p.deliberation_le IS NULL OR (p.cse_le IS NULL AND p.cse_sans_objet IS NULL)
                        OR (m.genre = 'PERSONNEL' AND p.structure_id = m.structure_id AND p.avenant_le IS NULL))
               FROM (SELECT p.* FROM partie_mise p WHERE p.mise_id = m.id AND p.id <> NEW.id UNION ALL SELECT NEW.*) p) THEN
            RAISE EXCEPTION 'Une mise à disposition se signe une fois approuvée par chacun' USING ERRCODE = 'check_violation';
          END IF;
          RETURN NEW;
        END IF;
        IF m.etat IS DISTINCT FROM 'BROUILLON' OR (TG_OP <> 'DELETE'
            AND num_nonnulls(NEW.deliberation_le, NEW.cse_le, NEW.cse_sans_objet, NEW.avenant_le, NEW.signe_le) > 0) THEN
          RAISE EXCEPTION 'Les structures et les clés ne changent que dans un brouillon' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER partie_mise_gardee BEFORE INSERT OR UPDATE OR DELETE ON partie_mise FOR EACH ROW EXECUTE FUNCTION app.garder_partie_mise();

      -- The last signature signs it, and ends the one that it replaces the day before it begins.
      CREATE FUNCTION app.conclure_mise() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF NEW.signe_le IS NULL OR EXISTS (SELECT 1 FROM partie_mise WHERE mise_id = NEW.mise_id AND signe_le IS NULL) THEN RETURN NULL; END IF;
        UPDATE mise_a_disposition SET etat = 'SIGNEE', version = version + 1 WHERE id = NEW.mise_id;
        UPDATE mise_a_disposition a SET etat = 'TERMINEE', version = a.version + 1, motif_fin = 'Remplacée par « ' || n.intitule || ' »',
          fin_effective = greatest(a.debut, least(a.fin, n.debut - 1))
        FROM mise_a_disposition n WHERE n.id = NEW.mise_id AND a.id = n.remplace_id AND a.etat = 'SIGNEE';
        RETURN NULL;
      END $$;
      CREATE TRIGGER partie_mise_conclut AFTER UPDATE OF signe_le ON partie_mise FOR EACH ROW EXECUTE FUNCTION app.conclure_mise();

      -- What was planned is frozen with the text; what it really cost is told once it is signed.
      CREATE FUNCTION app.garder_cout_mise() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE etat text;
      BEGIN
        SELECT m.etat INTO etat FROM mise_a_disposition m WHERE m.id = CASE TG_OP WHEN 'DELETE' THEN OLD.mise_id ELSE NEW.mise_id END;
        IF etat = 'BROUILLON' OR (etat IN ('SIGNEE', 'TERMINEE', 'RESILIEE') AND CASE TG_OP
            WHEN 'INSERT' THEN NEW.prevu = 0 WHEN 'DELETE' THEN OLD.prevu = 0
            ELSE to_jsonb(NEW) - 'reel' = to_jsonb(OLD) - 'reel' OR (OLD.prevu = 0 AND NEW.prevu = 0) END) THEN
          RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
        END IF;
        RAISE EXCEPTION 'Les coûts prévus ne changent que dans un brouillon' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER cout_mise_garde BEFORE INSERT OR UPDATE OR DELETE ON cout_mise FOR EACH ROW EXECUTE FUNCTION app.garder_cout_mise();

      -- Nothing is called before the signature, nor above the cost; what was invoiced keeps its amount.
      CREATE FUNCTION app.garder_appel_mise() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF TG_OP = 'INSERT' AND (NOT EXISTS (SELECT 1 FROM mise_a_disposition WHERE id = NEW.mise_id AND etat IN ('SIGNEE', 'TERMINEE', 'RESILIEE'))
            OR NEW.ht + (SELECT coalesce(sum(ht), 0) FROM appel_mise WHERE periode_id = NEW.periode_id) > (SELECT cout FROM periode_mise WHERE id = NEW.periode_id)) THEN
          RAISE EXCEPTION 'Rien ne s’appelle avant la signature, ni au-delà du coût' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF (TG_OP = 'DELETE' AND OLD.facture_le IS NOT NULL) OR (TG_OP = 'UPDATE'
            AND (NEW.mise_id, NEW.periode_id, NEW.structure_id, NEW.ht, NEW.tva) IS DISTINCT FROM (OLD.mise_id, OLD.periode_id, OLD.structure_id, OLD.ht, OLD.tva)) THEN
          RAISE EXCEPTION 'Un appel garde son montant' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER appel_mise_garde BEFORE INSERT OR UPDATE OR DELETE ON appel_mise FOR EACH ROW EXECUTE FUNCTION app.garder_appel_mise();

      -- A structure that benefits is told what it did itself, and what it is asked.
      ${argent(`(objet NOT IN ${MISES} AND (${ARGENT})) OR (objet IN ${MISES} AND (${ARS} OR (structure_id = ANY ((SELECT app.uuids('structures'))::uuid[])
        AND (objet <> 'partie_mise' OR operation = 'MODIFICATION'))))`)}
    `);
    for (const [table, { lit, cree, modifie, supprime, sauf = '' }] of Object.entries(REGLES)) {
      await db.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY lit ON ${table} FOR SELECT TO coopilote_app USING (${lit});
        CREATE POLICY cree ON ${table} FOR INSERT TO coopilote_app WITH CHECK (${cree});
        CREATE POLICY modifie ON ${table} FOR UPDATE TO coopilote_app USING (${modifie}) WITH CHECK (${modifie});
        CREATE POLICY supprime ON ${table} FOR DELETE TO coopilote_app USING (${supprime});
        CREATE TRIGGER tracer AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION app.tracer('id'${sauf});
      `);
    }
    await db.query('GRANT EXECUTE ON FUNCTION app.lit_mise, app.prete_mise TO coopilote_app');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${argent(ARGENT)}
      DROP TABLE appel_mise, periode_mise, cout_mise, partie_mise, mise_a_disposition;
      DROP FUNCTION app.lit_mise, app.prete_mise, app.garder_mise, app.garder_partie_mise, app.conclure_mise, app.garder_cout_mise,
        app.garder_appel_mise;
    `);
  }
}
