import type { MigrationInterface, QueryRunner } from 'typeorm';

const LIT = `(departement_code = ANY ((SELECT app.textes('departements_lus'))::text[])
  OR cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;
const ANIME = `(departement_code = ANY ((SELECT app.textes('departements_ecrits'))::text[])
  OR cooperative_id = ANY ((SELECT app.uuids('cooperatives_animees'))::uuid[]))`;
/** Somebody of a member structure: takes notes during a meeting, does the tasks that fall to it. */
const MEMBRE = `(cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[])
  AND (SELECT cardinality(app.uuids('structures'))) > 0)`;
const SIENNE = `(utilisateur_id = (SELECT app.utilisateur_id()) OR structure_id = ANY ((SELECT app.uuids('structures'))::uuid[]))`;
/** A meeting that is still being prepared is seen by those who prepare it. */
const VUE = `(${ANIME} OR (${LIT} AND EXISTS (SELECT 1 FROM reunion r WHERE r.id = reunion_id)))`;

/** Who reads and who writes the rows of each table. */
const REGLES: Record<string, { lit: string; ecrit: string; modifie?: string; cle?: string; suivi?: boolean }> = {
  instance: { lit: LIT, ecrit: ANIME },
  membre_instance: { lit: LIT, ecrit: ANIME },
  reunion: { lit: `(${ANIME} OR (${LIT} AND etat <> 'PREPARATION'))`, ecrit: ANIME },
  // What is prepared or drafted leaves no trace that others read; sent minutes keep their versions.
  point_reunion: { lit: VUE, ecrit: ANIME, suivi: false },
  participant: { lit: VUE, ecrit: ANIME },
  decision: { lit: VUE, ecrit: ANIME },
  // A task outlives its meeting's secrecy: who has to do it sees it.
  tache: {
    lit: `(${LIT} OR (${SIENNE} AND ${MEMBRE}))`,
    ecrit: ANIME,
    modifie: `(${ANIME} OR (${SIENNE} AND ${LIT}))`,
  },
  note_point: {
    lit: VUE,
    ecrit: `(${ANIME} OR (${MEMBRE} AND EXISTS (SELECT 1 FROM reunion r WHERE r.id = reunion_id AND r.etat = 'EN_SEANCE')))`,
    cle: 'point_id',
    suivi: false,
  },
  compte_rendu: { lit: `(${ANIME} OR (${LIT} AND etat <> 'PROJET'))`, ecrit: ANIME, suivi: false },
  creneau: { lit: ANIME, ecrit: ANIME, suivi: false },
  reponse_creneau: { lit: ANIME, ecrit: ANIME, cle: 'creneau_id', suivi: false },
  lien_reunion: { lit: ANIME, ecrit: ANIME, cle: 'empreinte', suivi: false },
};
/** Tables whose changes are told to those who follow a meeting. */
const SUIVIES = ['reunion', 'point_reunion', 'participant', 'decision', 'tache', 'note_point'];

/** Instances, meetings, decisions, tasks and minutes (guide 5.1, 5.2, fiche 3; convention, article 4). */
export class Gouvernance1700000000013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE instance (
        id uuid PRIMARY KEY,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        genre text NOT NULL CHECK (genre IN ('COPIL', 'COTECH', 'COMITE_EVALUATION', 'LANCEMENT', 'OPERATIONNELLE', 'BILAN_ANNUEL',
                                             'ACCOMPAGNEMENT')),
        intitule text NOT NULL,
        role text,
        periodicite_jours integer CHECK (periodicite_jours BETWEEN 1 AND 400),
        quorum integer CHECK (quorum BETWEEN 1 AND 100),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT instance_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        UNIQUE (id, cooperative_id),
        CONSTRAINT instance_intitule UNIQUE (cooperative_id, intitule)
      );
      CREATE UNIQUE INDEX instance_copil ON instance (cooperative_id) WHERE genre = 'COPIL';

      -- One seat: a structure's, a resident's, an elected official's. The person may have no account.
      CREATE TABLE membre_instance (
        id uuid PRIMARY KEY,
        instance_id uuid NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        qualite text NOT NULL CHECK (qualite IN ('STRUCTURE', 'COORDINATION', 'HABITANT', 'ELU', 'FINANCEUR', 'INVITE')),
        structure_id uuid REFERENCES structure,
        titulaire_nom text NOT NULL,
        titulaire_courriel text,
        titulaire_id uuid REFERENCES utilisateur,
        suppleant_nom text,
        suppleant_courriel text,
        suppleant_id uuid REFERENCES utilisateur,
        debut date NOT NULL,
        fin date,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT membre_instance_instance FOREIGN KEY (instance_id, cooperative_id) REFERENCES instance (id, cooperative_id) ON DELETE CASCADE,
        CONSTRAINT membre_instance_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT membre_instance_structure CHECK ((qualite = 'STRUCTURE') = (structure_id IS NOT NULL)),
        CONSTRAINT membre_instance_dates CHECK (fin IS NULL OR fin >= debut)
      );
      CREATE UNIQUE INDEX membre_instance_siege ON membre_instance (instance_id, structure_id) WHERE fin IS NULL;
      CREATE INDEX membre_instance_ca_id ON membre_instance (cooperative_id);

      CREATE TABLE reunion (
        id uuid PRIMARY KEY,
        instance_id uuid NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        numero integer NOT NULL,
        titre text NOT NULL,
        etat text NOT NULL DEFAULT 'PREPARATION' CHECK (etat IN ('PREPARATION', 'CONVOQUEE', 'EN_SEANCE', 'CLOSE', 'ANNULEE')),
        debut timestamptz,
        fin timestamptz,
        fuseau text NOT NULL DEFAULT 'Europe/Paris',
        lieu text,
        visio text,
        message text,
        sequence integer NOT NULL DEFAULT 0,
        convoquee_le timestamptz,
        motif_annulation text,
        ouverte_le timestamptz,
        close_le timestamptz,
        point_id uuid,
        point_depuis timestamptz,
        sondage_ouvert boolean NOT NULL DEFAULT false,
        demonstration boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT reunion_instance FOREIGN KEY (instance_id, cooperative_id) REFERENCES instance (id, cooperative_id),
        CONSTRAINT reunion_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT reunion_dates CHECK ((debut IS NULL) = (fin IS NULL) AND (fin IS NULL OR fin > debut)),
        CONSTRAINT reunion_datee CHECK (debut IS NOT NULL OR etat IN ('PREPARATION', 'ANNULEE')),
        UNIQUE (id, cooperative_id),
        CONSTRAINT reunion_numero UNIQUE (instance_id, numero)
      );
      CREATE INDEX reunion_cooperative ON reunion (cooperative_id, debut);

      CREATE TABLE point_reunion (
        id uuid PRIMARY KEY,
        reunion_id uuid NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        ordre integer NOT NULL,
        titre text NOT NULL,
        details text,
        duree integer NOT NULL CHECK (duree BETWEEN 1 AND 480),
        genre text NOT NULL,
        cle text,
        rapporteur text,
        ecoule integer NOT NULL DEFAULT 0 CHECK (ecoule >= 0),
        traite boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT point_reunion FOREIGN KEY (reunion_id, cooperative_id) REFERENCES reunion (id, cooperative_id) ON DELETE CASCADE,
        CONSTRAINT point_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        UNIQUE (id, reunion_id),
        CONSTRAINT point_ordre UNIQUE (reunion_id, ordre) DEFERRABLE INITIALLY DEFERRED
      );
      ALTER TABLE reunion ADD CONSTRAINT reunion_point FOREIGN KEY (point_id, id) REFERENCES point_reunion (id, reunion_id)
        ON DELETE SET NULL (point_id) DEFERRABLE INITIALLY DEFERRED;

      CREATE TABLE participant (
        id uuid PRIMARY KEY,
        reunion_id uuid NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        membre_id uuid REFERENCES membre_instance ON DELETE SET NULL,
        structure_id uuid REFERENCES structure,
        qualite text NOT NULL,
        nom text NOT NULL,
        courriel text,
        utilisateur_id uuid REFERENCES utilisateur,
        suppleant_nom text,
        suppleant_courriel text,
        suppleant_id uuid REFERENCES utilisateur,
        votant boolean NOT NULL DEFAULT true,
        statut text NOT NULL DEFAULT 'ATTENDU' CHECK (statut IN ('ATTENDU', 'PRESENT', 'EXCUSE', 'ABSENT', 'REPRESENTE')),
        -- Who came: the titulaire, or the suppléant in their place.
        present_nom text,
        pouvoir_a uuid,
        arrive_le timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT participant_reunion FOREIGN KEY (reunion_id, cooperative_id) REFERENCES reunion (id, cooperative_id) ON DELETE CASCADE,
        CONSTRAINT participant_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        UNIQUE (id, reunion_id),
        CONSTRAINT participant_pouvoir FOREIGN KEY (pouvoir_a, reunion_id) REFERENCES participant (id, reunion_id) ON DELETE SET NULL (pouvoir_a),
        CONSTRAINT participant_represente CHECK ((statut = 'REPRESENTE') = (pouvoir_a IS NOT NULL) AND pouvoir_a IS DISTINCT FROM id)
      );
      CREATE INDEX participant_reunion_id ON participant (reunion_id);
      CREATE UNIQUE INDEX participant_membre ON participant (reunion_id, membre_id);

      CREATE TABLE decision (
        id uuid PRIMARY KEY,
        reunion_id uuid NOT NULL,
        point_id uuid,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        annee integer NOT NULL,
        numero integer NOT NULL CHECK (numero > 0),
        texte text NOT NULL,
        issue text NOT NULL DEFAULT 'ADOPTEE' CHECK (issue IN ('ADOPTEE', 'REJETEE', 'REPORTEE')),
        mode text NOT NULL DEFAULT 'CONSENSUS' CHECK (mode IN ('CONSENSUS', 'VOTE')),
        pour integer CHECK (pour >= 0),
        contre integer CHECK (contre >= 0),
        abstention integer CHECK (abstention >= 0),
        changement jsonb,
        applique_le timestamptz,
        echec_application text,
        suite text NOT NULL DEFAULT 'DECIDE' CHECK (suite IN ('DECIDE', 'FAIT', 'PAS_FAIT')),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT decision_reunion FOREIGN KEY (reunion_id, cooperative_id) REFERENCES reunion (id, cooperative_id),
        CONSTRAINT decision_point FOREIGN KEY (point_id, reunion_id) REFERENCES point_reunion (id, reunion_id) ON DELETE SET NULL (point_id),
        CONSTRAINT decision_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT decision_numero UNIQUE (cooperative_id, annee, numero),
        CONSTRAINT decision_vote CHECK ((mode = 'VOTE') = (pour IS NOT NULL AND contre IS NOT NULL AND abstention IS NOT NULL)),
        CONSTRAINT decision_changement CHECK (changement IS NULL OR issue <> 'REJETEE' OR applique_le IS NULL),
        UNIQUE (id, reunion_id)
      );
      CREATE INDEX decision_reunion_id ON decision (reunion_id);

      CREATE TABLE tache (
        id uuid PRIMARY KEY,
        reunion_id uuid NOT NULL,
        point_id uuid,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        quoi text NOT NULL,
        qui text NOT NULL,
        utilisateur_id uuid REFERENCES utilisateur,
        structure_id uuid REFERENCES structure,
        echeance date,
        etat text NOT NULL DEFAULT 'A_FAIRE' CHECK (etat IN ('A_FAIRE', 'EN_COURS', 'FAITE', 'ABANDONNEE')),
        faite_le date,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT tache_reunion FOREIGN KEY (reunion_id, cooperative_id) REFERENCES reunion (id, cooperative_id),
        CONSTRAINT tache_point FOREIGN KEY (point_id, reunion_id) REFERENCES point_reunion (id, reunion_id) ON DELETE SET NULL (point_id),
        CONSTRAINT tache_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT tache_faite CHECK ((etat = 'FAITE') = (faite_le IS NOT NULL))
      );
      CREATE INDEX tache_cooperative ON tache (cooperative_id, echeance);
      CREATE INDEX tache_reunion_id ON tache (reunion_id);
      CREATE INDEX tache_utilisateur ON tache (utilisateur_id) WHERE etat IN ('A_FAIRE', 'EN_COURS');
      CREATE INDEX tache_structure ON tache (structure_id) WHERE etat IN ('A_FAIRE', 'EN_COURS');

      -- Notes of a point: a Yjs document, merged update by update, and its text for whoever reads without it.
      CREATE TABLE note_point (
        point_id uuid PRIMARY KEY,
        reunion_id uuid NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        document bytea NOT NULL,
        texte text NOT NULL DEFAULT '',
        CONSTRAINT note_point_point FOREIGN KEY (point_id, reunion_id) REFERENCES point_reunion (id, reunion_id) ON DELETE CASCADE,
        CONSTRAINT note_point_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code)
      );

      CREATE TABLE compte_rendu (
        id uuid PRIMARY KEY,
        reunion_id uuid NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        numero integer NOT NULL CHECK (numero > 0),
        etat text NOT NULL DEFAULT 'PROJET' CHECK (etat IN ('PROJET', 'VALIDE', 'APPROUVE', 'REMPLACE')),
        contenu jsonb NOT NULL,
        -- What is sent: attendance, decisions and tasks as they stood at the validation.
        fige jsonb,
        empreinte text,
        motif_correction text,
        valide_le timestamptz,
        valide_par uuid REFERENCES utilisateur,
        envoye_le timestamptz,
        approuve_le timestamptz,
        approuve_en uuid,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT compte_rendu_reunion FOREIGN KEY (reunion_id, cooperative_id) REFERENCES reunion (id, cooperative_id),
        CONSTRAINT compte_rendu_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT compte_rendu_approuve_en FOREIGN KEY (approuve_en, cooperative_id) REFERENCES reunion (id, cooperative_id),
        CONSTRAINT compte_rendu_numero UNIQUE (reunion_id, numero),
        CONSTRAINT compte_rendu_fige CHECK ((etat = 'PROJET') = (fige IS NULL))
      );
      CREATE UNIQUE INDEX compte_rendu_projet ON compte_rendu (reunion_id) WHERE etat = 'PROJET';

      -- What was validated is never rewritten: a correction is a new version.
      CREATE FUNCTION app.figer_compte_rendu() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.etat <> 'PROJET' AND (NEW.contenu, NEW.fige, NEW.empreinte, NEW.numero, NEW.reunion_id)
             IS DISTINCT FROM (OLD.contenu, OLD.fige, OLD.empreinte, OLD.numero, OLD.reunion_id) THEN
          RAISE EXCEPTION 'Un compte-rendu validé ne se réécrit pas' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER compte_rendu_fige BEFORE UPDATE ON compte_rendu FOR EACH ROW EXECUTE FUNCTION app.figer_compte_rendu();

      CREATE TABLE creneau (
        id uuid PRIMARY KEY,
        reunion_id uuid NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        debut timestamptz NOT NULL,
        fin timestamptz NOT NULL,
        CONSTRAINT creneau_reunion FOREIGN KEY (reunion_id, cooperative_id) REFERENCES reunion (id, cooperative_id) ON DELETE CASCADE,
        CONSTRAINT creneau_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT creneau_dates CHECK (fin > debut),
        CONSTRAINT creneau_unique UNIQUE (reunion_id, debut),
        UNIQUE (id, reunion_id)
      );
      CREATE TABLE reponse_creneau (
        creneau_id uuid NOT NULL,
        participant_id uuid NOT NULL,
        reunion_id uuid NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        reponse text NOT NULL CHECK (reponse IN ('OUI', 'SI_BESOIN', 'NON')),
        PRIMARY KEY (creneau_id, participant_id),
        CONSTRAINT reponse_creneau_creneau FOREIGN KEY (creneau_id, reunion_id) REFERENCES creneau (id, reunion_id) ON DELETE CASCADE,
        CONSTRAINT reponse_creneau_participant FOREIGN KEY (participant_id, reunion_id) REFERENCES participant (id, reunion_id) ON DELETE CASCADE,
        CONSTRAINT reponse_creneau_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code)
      );

      -- Links that open one thing without an account: a participant's answers, or a signature on one's own phone.
      CREATE TABLE lien_reunion (
        empreinte text PRIMARY KEY,
        usage text NOT NULL CHECK (usage IN ('SONDAGE', 'PRESENCE')),
        reunion_id uuid NOT NULL,
        cooperative_id uuid NOT NULL,
        departement_code text NOT NULL,
        participant_id uuid,
        expire_le timestamptz NOT NULL,
        utilise_le timestamptz,
        CONSTRAINT lien_reunion_reunion FOREIGN KEY (reunion_id, cooperative_id) REFERENCES reunion (id, cooperative_id) ON DELETE CASCADE,
        CONSTRAINT lien_reunion_participant FOREIGN KEY (participant_id, reunion_id) REFERENCES participant (id, reunion_id) ON DELETE CASCADE,
        CONSTRAINT lien_reunion_ca FOREIGN KEY (cooperative_id, departement_code) REFERENCES cooperative (id, departement_code),
        CONSTRAINT lien_reunion_sondage CHECK (usage <> 'SONDAGE' OR participant_id IS NOT NULL)
      );
      CREATE INDEX lien_reunion_reunion_id ON lien_reunion (reunion_id);

      -- Secret address of a person's own calendar.
      CREATE TABLE agenda (
        utilisateur_id uuid PRIMARY KEY REFERENCES utilisateur ON DELETE CASCADE,
        empreinte text NOT NULL UNIQUE,
        cree_le timestamptz NOT NULL DEFAULT now(),
        lu_le timestamptz
      );
      ALTER TABLE agenda ENABLE ROW LEVEL SECURITY;
      CREATE POLICY tout ON agenda TO coopilote_app USING (utilisateur_id = (SELECT app.utilisateur_id())) WITH CHECK (utilisateur_id = (SELECT app.utilisateur_id()));

      GRANT SELECT, INSERT, UPDATE, DELETE ON instance, membre_instance, reunion, point_reunion, participant, decision, tache, note_point,
        creneau, reponse_creneau, lien_reunion, agenda TO coopilote_app;
      GRANT SELECT, INSERT, UPDATE ON compte_rendu TO coopilote_app;

      -- A change made by a decision cites it.
      ALTER TABLE historique ADD COLUMN motif text;
      CREATE FUNCTION app.citer_motif() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN NEW.motif := app.texte('motif'); RETURN NEW; END $$;
      CREATE TRIGGER historique_motif BEFORE INSERT ON historique FOR EACH ROW EXECUTE FUNCTION app.citer_motif();

      -- Told at the commit to whoever follows the meeting, in every process.
      CREATE FUNCTION app.annoncer_seance() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE ligne jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
      BEGIN
        PERFORM pg_notify('seance', jsonb_build_object('reunion', CASE TG_TABLE_NAME WHEN 'reunion' THEN ligne ->> 'id' ELSE ligne ->> 'reunion_id' END,
          'note', CASE TG_TABLE_NAME WHEN 'note_point' THEN ligne ->> 'point_id' END)::text);
        RETURN NULL;
      END $$;

      -- What a link opens without an account, and nothing else: these functions alone read past the policies.
      CREATE FUNCTION app.lire_sondage(lien text) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT jsonb_build_object('reunionId', r.id, 'titre', r.titre, 'message', r.message, 'fuseau', r.fuseau, 'lieu', r.lieu,
                 'visio', r.visio, 'ouvert', r.sondage_ouvert AND r.etat = 'PREPARATION', 'participant', p.nom,
                 'cooperative', c.intitule, 'creneaux', coalesce((
                   SELECT jsonb_agg(jsonb_build_object('id', k.id, 'debut', k.debut, 'fin', k.fin, 'reponse', x.reponse) ORDER BY k.debut)
                   FROM creneau k LEFT JOIN reponse_creneau x ON x.creneau_id = k.id AND x.participant_id = p.id
                   WHERE k.reunion_id = r.id), '[]'))
        FROM lien_reunion l JOIN participant p ON p.id = l.participant_id JOIN reunion r ON r.id = l.reunion_id
          JOIN cooperative c ON c.id = r.cooperative_id
        WHERE l.empreinte = lien AND l.usage = 'SONDAGE' AND l.expire_le > now() AND app.hors_personne()
      $$;

      -- Answers that the page sends replace the former ones; false when the link is unknown or the poll is closed.
      CREATE FUNCTION app.repondre_sondage(lien text, reponses jsonb) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE qui participant%ROWTYPE;
      BEGIN
        SELECT p.* INTO qui FROM lien_reunion l JOIN participant p ON p.id = l.participant_id JOIN reunion r ON r.id = l.reunion_id
          WHERE l.empreinte = lien AND l.usage = 'SONDAGE' AND l.expire_le > now() AND app.hors_personne()
            AND r.sondage_ouvert AND r.etat = 'PREPARATION';
        IF NOT FOUND THEN RETURN false; END IF;
        INSERT INTO reponse_creneau (creneau_id, participant_id, reunion_id, cooperative_id, departement_code, reponse)
          SELECT k.id, qui.id, k.reunion_id, k.cooperative_id, k.departement_code, x.reponse
          FROM jsonb_to_recordset(reponses) AS x("creneauId" uuid, reponse text) JOIN creneau k ON k.id = x."creneauId" AND k.reunion_id = qui.reunion_id
          ON CONFLICT (creneau_id, participant_id) DO UPDATE SET reponse = excluded.reponse;
        RETURN true;
      END $$;

      -- One scan of the code shown in the room gives one phone one signature; NULL when no meeting is being held.
      CREATE FUNCTION app.ouvrir_presence(la_reunion uuid, lien text) RETURNS jsonb
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE r reunion%ROWTYPE;
      BEGIN
        SELECT * INTO r FROM reunion WHERE id = la_reunion AND etat = 'EN_SEANCE' AND app.hors_personne();
        IF NOT FOUND THEN RETURN NULL; END IF;
        INSERT INTO lien_reunion (empreinte, usage, reunion_id, cooperative_id, departement_code, expire_le)
          VALUES (lien, 'PRESENCE', r.id, r.cooperative_id, r.departement_code, now() + interval '15 minutes');
        RETURN jsonb_build_object('titre', r.titre, 'participants', coalesce((
          SELECT jsonb_agg(jsonb_build_object('id', p.id, 'nom', p.nom, 'suppleant', p.suppleant_nom, 'structure', s.nom, 'statut', p.statut)
                           ORDER BY p.nom)
          FROM participant p LEFT JOIN structure s ON s.id = p.structure_id WHERE p.reunion_id = r.id), '[]'));
      END $$;

      -- Signs once: the name of who is now present, or NULL when the signature was used, is too old, or the meeting is over.
      CREATE FUNCTION app.signer_presence(lien text, le_participant uuid, en_suppleant boolean) RETURNS text
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE la_reunion uuid; present text;
      BEGIN
        UPDATE lien_reunion l SET utilise_le = now(), participant_id = le_participant
          FROM reunion r WHERE r.id = l.reunion_id AND r.etat = 'EN_SEANCE' AND l.empreinte = lien AND l.usage = 'PRESENCE'
            AND l.utilise_le IS NULL AND l.expire_le > now() AND app.hors_personne()
            AND EXISTS (SELECT 1 FROM participant p WHERE p.id = le_participant AND p.reunion_id = l.reunion_id)
          RETURNING l.reunion_id INTO la_reunion;
        IF la_reunion IS NULL THEN RETURN NULL; END IF;
        PERFORM app.poser('auteur', 'Émargement sur téléphone');
        UPDATE participant SET statut = 'PRESENT', pouvoir_a = NULL, version = version + 1, arrive_le = coalesce(arrive_le, now()),
               present_nom = CASE WHEN en_suppleant THEN coalesce(suppleant_nom, nom) ELSE nom END
          WHERE id = le_participant AND reunion_id = la_reunion RETURNING present_nom INTO present;
        RETURN present;
      END $$;

      -- Opens the context of the person whose calendar has this secret address.
      CREATE FUNCTION app.ouvrir_agenda(secret text, requete text DEFAULT NULL) RETURNS jsonb
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE personne uuid;
      BEGIN
        UPDATE agenda SET lu_le = now() WHERE empreinte = secret RETURNING utilisateur_id INTO personne;
        IF personne IS NULL THEN RETURN NULL; END IF;
        RETURN app.ouvrir_contexte(personne, requete);
      END $$;
      GRANT EXECUTE ON FUNCTION app.lire_sondage, app.repondre_sondage, app.ouvrir_presence, app.signer_presence, app.ouvrir_agenda TO coopilote_app;
    `);
    for (const [table, { lit, ecrit, modifie = ecrit, cle = 'id', suivi = true }] of Object.entries(REGLES)) {
      await db.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY lit ON ${table} FOR SELECT TO coopilote_app USING (${lit});
        CREATE POLICY cree ON ${table} FOR INSERT TO coopilote_app WITH CHECK (${ecrit});
        CREATE POLICY modifie ON ${table} FOR UPDATE TO coopilote_app USING (${modifie}) WITH CHECK (${modifie});
        CREATE POLICY supprime ON ${table} FOR DELETE TO coopilote_app USING (${ecrit});
        ${suivi ? `SELECT app.suivre('${table}', '${cle}');` : ''}
        ${SUIVIES.includes(table) ? `CREATE TRIGGER annoncer AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION app.annoncer_seance();` : ''}
      `);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE agenda, lien_reunion, reponse_creneau, creneau, compte_rendu, note_point, tache, decision, participant CASCADE;
      ALTER TABLE reunion DROP CONSTRAINT reunion_point;
      DROP TABLE point_reunion, reunion, membre_instance, instance;
      DROP TRIGGER historique_motif ON historique;
      ALTER TABLE historique DROP COLUMN motif;
      DROP FUNCTION app.citer_motif, app.annoncer_seance, app.figer_compte_rendu, app.lire_sondage, app.repondre_sondage,
        app.ouvrir_presence, app.signer_presence, app.ouvrir_agenda;
    `);
  }
}
