import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Read by whoever reads the CA; the settings are read once a query, as an init plan. */
const LIT = `(departement_code = ANY ((SELECT app.textes('departements_lus'))::text[])
  OR cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;
const DD = `departement_code = ANY ((SELECT app.textes('departements_ecrits'))::text[])`;
const ANIME = `(${DD} OR cooperative_id = ANY ((SELECT app.uuids('cooperatives_animees'))::uuid[]))`;
const PROMOTEUR = `(structure_id = ANY ((SELECT app.uuids('structures'))::uuid[])
  AND cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;
const ADMIN = `region_code = ANY ((SELECT app.textes('regions_admin'))::text[])`;
const REGION = `region_code = ANY ((SELECT app.textes('regions'))::text[])`;
const MOI = `utilisateur_id = (SELECT app.utilisateur_id())`;
const HORS_PERSONNE = `(SELECT app.hors_personne())`;

/** Who reads and who writes the rows of each table. */
const REGLES: Record<string, { lit: string; ecrit: string; cree?: string; cle?: string; suivi?: boolean }> = {
  liste_valeur: { lit: REGION, ecrit: ADMIN },
  indicateur_commun: { lit: REGION, ecrit: ADMIN },
  structure: {
    lit: `departement_code = ANY ((SELECT app.textes('departements_lus'))::text[]) OR id = ANY ((SELECT app.uuids('structures'))::uuid[])
          OR EXISTS (SELECT 1 FROM adhesion a WHERE a.structure_id = structure.id)`,
    ecrit: `${DD} OR id = ANY ((SELECT app.uuids('structures'))::uuid[])`,
  },
  contact: {
    lit: `EXISTS (SELECT 1 FROM structure s WHERE s.id = contact.structure_id)`,
    ecrit: `${DD} OR structure_id = ANY ((SELECT app.uuids('structures'))::uuid[])`,
  },
  cooperative: { lit: LIT.replace('cooperative_id', 'id'), ecrit: ANIME.replace('cooperative_id', 'id') },
  cooperative_thematique: { lit: LIT, ecrit: ANIME, cle: 'thematique_id' },
  cooperative_public: { lit: LIT, ecrit: ANIME, cle: 'public_id' },
  cooperative_commune: { lit: LIT, ecrit: ANIME, cle: 'commune_code' },
  cooperative_dispositif: { lit: LIT, ecrit: ANIME, cle: 'dispositif_id' },
  adhesion: { lit: LIT, ecrit: ANIME },
  objectif: { lit: LIT, ecrit: ANIME },
  etape: { lit: LIT, ecrit: ANIME },
  fiche_action: { lit: LIT, ecrit: `${ANIME} OR ${PROMOTEUR}` },
  fiche_action_mode: { lit: LIT, ecrit: `${ANIME} OR ${PROMOTEUR}`, cle: 'fiche_action_id' },
  indicateur: { lit: LIT, ecrit: `${ANIME} OR ${PROMOTEUR}` },
  prevision: { lit: LIT, ecrit: `${ANIME} OR ${PROMOTEUR}`, cle: 'indicateur_id' },
  bilan_trimestriel: { lit: LIT, ecrit: `${DD} OR ${PROMOTEUR}`, cree: ANIME },
  valeur: { lit: LIT, ecrit: `${DD} OR ${PROMOTEUR}`, cle: 'bilan_id' },
  bilan_version: { lit: LIT, ecrit: PROMOTEUR, suivi: false },
  bilan_retour: { lit: LIT, ecrit: DD },
};

/** Row-level security on every table that belongs to a region, département, CA, structure or person; history on all. */
export class Cloisonnement1700000000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [table, { lit, ecrit, cree = ecrit, cle = 'id', suivi = true }] of Object.entries(REGLES)) {
      await db.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY lit ON ${table} FOR SELECT TO coopilote_app USING (${lit});
        CREATE POLICY cree ON ${table} FOR INSERT TO coopilote_app WITH CHECK (${cree});
        CREATE POLICY modifie ON ${table} FOR UPDATE TO coopilote_app USING (${ecrit}) WITH CHECK (${ecrit});
        CREATE POLICY supprime ON ${table} FOR DELETE TO coopilote_app USING (${ecrit});
        ${suivi ? `SELECT app.suivre('${table}', '${cle}');` : ''}
      `);
    }
    await db.query(`
      ALTER TABLE historique ENABLE ROW LEVEL SECURITY;
      CREATE POLICY lit ON historique FOR SELECT TO coopilote_app USING (${LIT} OR (${ADMIN}));

      ALTER TABLE utilisateur ENABLE ROW LEVEL SECURITY;
      CREATE POLICY lit ON utilisateur FOR SELECT TO coopilote_app USING (
        ${HORS_PERSONNE} OR id = (SELECT app.utilisateur_id()) OR EXISTS (SELECT 1 FROM attribution a WHERE a.utilisateur_id = utilisateur.id));
      CREATE POLICY cree ON utilisateur FOR INSERT TO coopilote_app WITH CHECK (true);
      CREATE POLICY modifie ON utilisateur FOR UPDATE TO coopilote_app USING (
        ${HORS_PERSONNE} OR id = (SELECT app.utilisateur_id())
        OR EXISTS (SELECT 1 FROM attribution a WHERE a.utilisateur_id = utilisateur.id AND a.${ADMIN}));
      -- Signing in writes counters only: the history keeps what somebody decided.
      CREATE TRIGGER tracer_creation AFTER INSERT ON utilisateur FOR EACH ROW EXECUTE FUNCTION app.tracer('id');
      CREATE TRIGGER tracer AFTER UPDATE OF prenom, nom, courriel, actif ON utilisateur FOR EACH ROW EXECUTE FUNCTION app.tracer('id');

      ALTER TABLE attribution ENABLE ROW LEVEL SECURITY;
      CREATE POLICY lit ON attribution FOR SELECT TO coopilote_app USING (
        ${HORS_PERSONNE} OR ${MOI} OR ${ADMIN} OR ${DD} OR structure_id = ANY ((SELECT app.uuids('structures'))::uuid[]));
      CREATE POLICY cree ON attribution FOR INSERT TO coopilote_app WITH CHECK (
        (${ADMIN})
        OR (${DD} AND role IN ('COPILOTE', 'PARTENAIRE', 'MEMBRE_COPIL', 'EVALUATEUR_EXTERNE'))
        OR (role = 'PARTENAIRE' AND structure_id = ANY ((SELECT app.uuids('structures'))::uuid[])));
      CREATE POLICY modifie ON attribution FOR UPDATE TO coopilote_app
        USING ((${ADMIN}) OR (${DD} AND role NOT IN ('ADMIN_REGIONAL', 'EVALUATEUR_REGIONAL', 'COORDINATEUR_DD')));
      CREATE POLICY supprime ON attribution FOR DELETE TO coopilote_app
        USING ((${ADMIN}) OR (${DD} AND role NOT IN ('ADMIN_REGIONAL', 'EVALUATEUR_REGIONAL', 'COORDINATEUR_DD')));
      SELECT app.suivre('attribution');

      ALTER TABLE session ENABLE ROW LEVEL SECURITY;
      CREATE POLICY tout ON session TO coopilote_app USING (${HORS_PERSONNE} OR ${MOI}) WITH CHECK (${HORS_PERSONNE});
      ALTER TABLE lien_unique ENABLE ROW LEVEL SECURITY;
      CREATE POLICY lit ON lien_unique FOR SELECT TO coopilote_app USING (${HORS_PERSONNE});
      CREATE POLICY cree ON lien_unique FOR INSERT TO coopilote_app WITH CHECK (true);
      CREATE POLICY modifie ON lien_unique FOR UPDATE TO coopilote_app USING (${HORS_PERSONNE});
      CREATE POLICY supprime ON lien_unique FOR DELETE TO coopilote_app USING (${HORS_PERSONNE});
      ALTER TABLE tentative ENABLE ROW LEVEL SECURITY;
      CREATE POLICY tout ON tentative TO coopilote_app USING (${HORS_PERSONNE}) WITH CHECK (${HORS_PERSONNE});
      ALTER TABLE envoi ENABLE ROW LEVEL SECURITY;
      CREATE POLICY lit ON envoi FOR SELECT TO coopilote_app USING ((SELECT app.systeme()) OR (${ADMIN}));
      CREATE POLICY cree ON envoi FOR INSERT TO coopilote_app WITH CHECK (true);
      CREATE POLICY modifie ON envoi FOR UPDATE TO coopilote_app USING ((SELECT app.systeme()));
      ALTER TABLE idempotence ENABLE ROW LEVEL SECURITY;
      CREATE POLICY tout ON idempotence TO coopilote_app USING (${MOI} OR (SELECT app.systeme())) WITH CHECK (${MOI});
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      ...Object.keys(REGLES),
      'historique',
      'utilisateur',
      'attribution',
      'session',
      'lien_unique',
      'tentative',
      'envoi',
      'idempotence',
    ]) {
      await db.query(`
        DO $$ DECLARE p record; BEGIN
          FOR p IN SELECT policyname FROM pg_policies WHERE tablename = '${table}' LOOP
            EXECUTE format('DROP POLICY %I ON ${table}', p.policyname);
          END LOOP;
        END $$;
        ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;
        DROP TRIGGER IF EXISTS tracer ON ${table};
        DROP TRIGGER IF EXISTS tracer_creation ON ${table};
      `);
    }
  }
}
