import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CONTEXTE, CONTEXTE_AVANT } from './10_contexte';
import { DOUBLONS, DOUBLONS_AVANT } from './10_doublons';

const QUESTIONS = ['ressources', 'publics', 'realisation', 'objectifs', 'cooperation', 'pratiques', 'ists', 'parcours'];
/** Columns of a report that hold what it says. */
const CONTENU = ['beneficiaires', ...QUESTIONS.flatMap((q) => [q, `${q}_motif`]), 'freins', 'leviers', 'pistes'];
const OUVERTS = `('A_REMPLIR', 'BROUILLON', 'A_COMPLETER')`;
const CLES = 'fiche_action_id, cooperative_id, departement_code, structure_id';
const liste = (noms: string[]): string => noms.map((nom) => `'${nom}'`).join(', ');

const LU = `(departement_code = ANY ((SELECT app.textes('departements_lus'))::text[])
  OR cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;
const DD = `departement_code = ANY ((SELECT app.textes('departements_ecrits'))::text[])`;
const ADMIN = `region_code = ANY ((SELECT app.textes('regions_admin'))::text[])`;
const MEMBRE = `(structure_id = ANY ((SELECT app.uuids('structures'))::uuid[])
  AND cooperative_id = ANY ((SELECT app.uuids('cooperatives_lues'))::uuid[]))`;
/** Reports of a structure that has left the CA, on the quarters of its adhésion; and the actions they tell of. */
const garde = (bilan: string): string => `${bilan} = ANY ((SELECT app.uuids('bilans_gardes'))::uuid[])`;
const gardee = (fiche: string): string => `${fiche} = ANY ((SELECT app.uuids('fiches_gardees'))::uuid[])`;
const promoteur = (bilan: string): string => `(${MEMBRE} OR ${garde(bilan)})`;
/** Values are written with the sending alone. */
const VALEUR = `(${promoteur('bilan_id')} AND EXISTS (SELECT 1 FROM bilan_trimestriel b WHERE b.id = bilan_id AND b.etat = 'TRANSMIS'))`;

const policies = (table: string, regles: Partial<Record<'lit' | 'cree' | 'modifie' | 'supprime', string>>): string =>
  Object.entries(regles)
    .map(([nom, regle]) => {
      const genre = { lit: 'SELECT', cree: 'INSERT', modifie: 'UPDATE', supprime: 'DELETE' }[nom];
      const using = nom === 'cree' ? '' : `USING (${regle})`;
      const check = nom === 'cree' || nom === 'modifie' ? `WITH CHECK (${regle})` : '';
      return `DROP POLICY IF EXISTS ${nom} ON ${table};
        CREATE POLICY ${nom} ON ${table} FOR ${genre} TO coopilote_app ${using} ${check};`;
    })
    .join('\n');

/** Values of a report as its content lists them. */
const VALEURS_DE = `coalesce((SELECT jsonb_agg(jsonb_build_object('indicateurId', v.indicateur_id, 'valeur', v.valeur,
    'numerateur', v.numerateur, 'denominateur', v.denominateur) ORDER BY v.indicateur_id)
  FROM valeur v WHERE v.bilan_id = b.id), '[]')`;
const REPONSES_DE = `(SELECT coalesce(jsonb_object_agg(q, jsonb_build_object('reponse', r, 'motif', m)) FILTER (WHERE num_nonnulls(r, m) > 0), '{}')
  FROM (VALUES ${QUESTIONS.map((q) => `('${q}', b.${q}, b.${q}_motif)`).join(', ')}) AS t(q, r, m))`;
/** Columns ← `c`, a content. */
const DEPUIS = [
  `beneficiaires = (c ->> 'beneficiaires')::integer`,
  ...QUESTIONS.flatMap((q) => [`${q} = c #>> '{reponses,${q},reponse}'`, `${q}_motif = c #>> '{reponses,${q},motif}'`]),
  ...['freins', 'leviers', 'pistes'].map((t) => `${t} = c ->> '${t}'`),
].join(', ');

/** Columns and values of reports ← the contents that `source` gives (bilan_id, contenu). */
const deplier = (source: string): string => `
  UPDATE bilan_trimestriel b SET ${DEPUIS} FROM (SELECT s.bilan_id, s.contenu AS c FROM (${source}) s) t WHERE b.id = t.bilan_id;
  DELETE FROM valeur v USING (${source}) s WHERE v.bilan_id = s.bilan_id;
  INSERT INTO valeur (bilan_id, indicateur_id, ${CLES}, valeur, numerateur, denominateur)
    SELECT b.id, i.id, b.fiche_action_id, b.cooperative_id, b.departement_code, b.structure_id, v.valeur, v.numerateur, v.denominateur
    FROM (${source}) s JOIN bilan_trimestriel b ON b.id = s.bilan_id
    CROSS JOIN LATERAL jsonb_to_recordset(s.contenu -> 'valeurs')
      AS v("indicateurId" uuid, valeur numeric, numerateur numeric, denominateur numeric)
    JOIN indicateur i ON i.id = v."indicateurId" AND i.fiche_action_id = b.fiche_action_id
    WHERE num_nonnulls(v.valeur, v.numerateur, v.denominateur) > 0;`;

/** The history's trigger: `sauf`, columns left out of a row; `deplie`, what is done to both rows first; `cles`, of what. */
const tracer = (sauf: string, deplie: string, cles: string): string => `
  CREATE OR REPLACE FUNCTION app.tracer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    ancien jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) - 'mot_de_passe_hash'${sauf} END;
    nouveau jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) - 'mot_de_passe_hash'${sauf} END;
    entier jsonb;
    avant jsonb; apres jsonb;
  BEGIN
    ${deplie}
    entier := coalesce(nouveau, ancien);
    IF TG_OP = 'UPDATE' THEN
      SELECT jsonb_object_agg(k, ancien -> k), jsonb_object_agg(k, nouveau -> k) INTO avant, apres
        FROM jsonb_object_keys(${cles}) k
        WHERE nouveau -> k IS DISTINCT FROM ancien -> k AND k NOT IN ('version', 'modifie_le', 'demonstration');
      IF apres IS NULL THEN RETURN NULL; END IF;
    ELSE
      avant := ancien; apres := nouveau;
    END IF;
    INSERT INTO historique (utilisateur_id, auteur, requete, objet, objet_id, operation, avant, apres,
                            region_code, departement_code, cooperative_id, structure_id)
    VALUES (app.utilisateur_id(), coalesce(app.texte('auteur'), session_user), app.texte('requete'), TG_TABLE_NAME,
            coalesce(entier ->> 'id', entier ->> TG_ARGV[0], ''),
            CASE TG_OP WHEN 'INSERT' THEN 'CREATION' WHEN 'UPDATE' THEN 'MODIFICATION' ELSE 'SUPPRESSION' END,
            avant, apres, entier ->> 'region_code', entier ->> 'departement_code',
            CASE WHEN TG_TABLE_NAME = 'cooperative' THEN (entier ->> 'id')::uuid ELSE (entier ->> 'cooperative_id')::uuid END,
            CASE WHEN TG_TABLE_NAME = 'structure' THEN (entier ->> 'id')::uuid ELSE (entier ->> 'structure_id')::uuid END);
    RETURN NULL;
  END $$;`;
const TRACER_AVANT = tracer('', '', 'nouveau');
/** What a table leaves out comes after its key in the arguments; a draft is told question by question. */
const TRACER = `
  CREATE FUNCTION app.brouillon_en_colonnes(ligne jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT (ligne - 'contenu') || ((ligne -> 'contenu') - 'reponses') || coalesce(
      (SELECT jsonb_object_agg(cle, r -> 'reponse') || jsonb_object_agg(cle || '_motif', r -> 'motif')
       FROM jsonb_each(ligne #> '{contenu,reponses}') AS t(cle, r)), '{}')
  $$;
  ${tracer(
    ' - TG_ARGV[1:]',
    `IF TG_TABLE_NAME = 'bilan_brouillon' THEN
      ancien := app.brouillon_en_colonnes(ancien); nouveau := app.brouillon_en_colonnes(nouveau);
    END IF;`,
    'ancien || nouveau',
  )}`;

/**
 * A draft is its structure's alone, in the database too: it lives in its own table, and the report's row and values hold what
 * was sent last. So the tables that everybody in the CA reads need no second rule, and no figure can come from a draft.
 */
export class Brouillons1700000000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE bilan_brouillon (
        bilan_id uuid PRIMARY KEY,
        fiche_action_id uuid NOT NULL, cooperative_id uuid NOT NULL, departement_code text NOT NULL, structure_id uuid NOT NULL,
        contenu jsonb NOT NULL,
        CONSTRAINT bilan_brouillon_bilan FOREIGN KEY (bilan_id, ${CLES}) REFERENCES bilan_trimestriel (id, ${CLES})
      );
      CREATE INDEX bilan_brouillon_fiche ON bilan_brouillon (fiche_action_id);
      GRANT SELECT, INSERT, UPDATE, DELETE ON bilan_brouillon TO coopilote_app;
      ALTER TABLE bilan_brouillon ENABLE ROW LEVEL SECURITY;

      -- What moves is not a change that somebody made.
      DROP TRIGGER tracer ON bilan_trimestriel;
      DROP TRIGGER tracer ON valeur;
      INSERT INTO bilan_brouillon (bilan_id, ${CLES}, contenu)
        SELECT b.id, b.fiche_action_id, b.cooperative_id, b.departement_code, b.structure_id,
               jsonb_build_object('beneficiaires', b.beneficiaires, 'reponses', ${REPONSES_DE}, 'freins', b.freins,
                                  'leviers', b.leviers, 'pistes', b.pistes, 'valeurs', ${VALEURS_DE})
        FROM bilan_trimestriel b WHERE b.etat IN ('BROUILLON', 'A_COMPLETER');
      DELETE FROM valeur v USING bilan_trimestriel b WHERE b.id = v.bilan_id AND b.numero_version = 0;
      UPDATE bilan_trimestriel SET ${CONTENU.map((c) => `${c} = NULL`).join(', ')} WHERE numero_version = 0;
      ${deplier(`SELECT v.bilan_id, v.contenu FROM bilan_version v JOIN bilan_trimestriel a ON a.id = v.bilan_id
                 AND a.numero_version = v.numero WHERE a.etat = 'A_COMPLETER'`)}
      ALTER TABLE bilan_trimestriel ADD CONSTRAINT bilan_contenu_transmis
        CHECK (numero_version > 0 OR num_nonnulls(${CONTENU.join(', ')}) = 0);

      ${TRACER}
      -- What was sent is kept whole in bilan_version: the history of a report tells its states.
      CREATE TRIGGER tracer AFTER INSERT OR UPDATE OR DELETE ON bilan_trimestriel
        FOR EACH ROW EXECUTE FUNCTION app.tracer('id', ${liste([...CONTENU, 'remplies', 'total'])});
      -- A draft goes when it is sent: that is told by the report.
      CREATE TRIGGER tracer AFTER INSERT OR UPDATE ON bilan_brouillon FOR EACH ROW EXECUTE FUNCTION app.tracer('bilan_id');
      ALTER TABLE historique ADD COLUMN prive boolean NOT NULL GENERATED ALWAYS AS (
        objet IN ('bilan_brouillon', 'valeur') OR (objet = 'bilan_trimestriel' AND (
          coalesce(jsonb_strip_nulls(avant) ?| ARRAY[${liste(CONTENU)}], false)
          OR coalesce(jsonb_strip_nulls(apres) ?| ARRAY[${liste(CONTENU)}], false)))) STORED;

      -- An open report counts the indicators that its action has now.
      UPDATE bilan_trimestriel b SET total = ${QUESTIONS.length + 1} + (SELECT count(*) FROM indicateur i WHERE i.fiche_action_id = b.fiche_action_id)
        WHERE b.etat IN ${OUVERTS};
      CREATE FUNCTION app.compter_indicateur() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        UPDATE bilan_trimestriel SET total = total + CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
          WHERE fiche_action_id = CASE TG_OP WHEN 'INSERT' THEN NEW.fiche_action_id ELSE OLD.fiche_action_id END AND etat IN ${OUVERTS};
        RETURN NULL;
      END $$;
      CREATE TRIGGER compter AFTER INSERT OR DELETE ON indicateur FOR EACH ROW EXECUTE FUNCTION app.compter_indicateur();
      -- Whether a value was typed for an indicator, in a draft included: yes or no is all that leaves it.
      CREATE FUNCTION app.indicateur_saisi(l_indicateur uuid) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT 1 FROM valeur WHERE indicateur_id = l_indicateur)
            OR EXISTS (SELECT 1 FROM indicateur i JOIN bilan_brouillon d ON d.fiche_action_id = i.fiche_action_id
                       WHERE i.id = l_indicateur
                         AND d.contenu -> 'valeurs' @> jsonb_build_array(jsonb_build_object('indicateurId', l_indicateur)))
      $$;

      ${CONTEXTE}
      ${DOUBLONS}
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO coopilote_app;
    `);
    const brouillon = promoteur('bilan_id');
    await db.query(
      [
        policies('bilan_brouillon', { lit: brouillon, cree: brouillon, modifie: brouillon, supprime: brouillon }),
        policies('bilan_trimestriel', { lit: `${LU} OR ${garde('id')}`, modifie: `${DD} OR ${promoteur('id')}` }),
        policies('valeur', { lit: `${LU} OR ${garde('bilan_id')}`, cree: VALEUR, modifie: VALEUR, supprime: VALEUR }),
        policies('bilan_version', { lit: `${LU} OR ${garde('bilan_id')}`, cree: brouillon }),
        policies('bilan_retour', { lit: `${LU} OR ${garde('bilan_id')}` }),
        policies('fiche_action', { lit: `${LU} OR ${gardee('id')}` }),
        policies('indicateur', { lit: `${LU} OR ${gardee('fiche_action_id')}` }),
        policies('prevision', { lit: `${LU} OR ${gardee('fiche_action_id')}` }),
        policies('historique', { lit: `(${LU} OR (${ADMIN})) AND (NOT prive OR ${MEMBRE})` }),
      ].join('\n'),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    const redige = `${DD} OR ${MEMBRE}`;
    await db.query(`
      DROP TRIGGER tracer ON bilan_trimestriel;
      DROP TRIGGER compter ON indicateur;
      DROP FUNCTION app.compter_indicateur, app.indicateur_saisi;
      ALTER TABLE bilan_trimestriel DROP CONSTRAINT bilan_contenu_transmis;
      ${deplier('SELECT bilan_id, contenu FROM bilan_brouillon')}
      DROP TABLE bilan_brouillon;
      ${TRACER_AVANT}
      DROP FUNCTION app.brouillon_en_colonnes;
      SELECT app.suivre('bilan_trimestriel');
      SELECT app.suivre('valeur', 'bilan_id');
      ${CONTEXTE_AVANT}
      ${DOUBLONS_AVANT}
      ${policies('bilan_trimestriel', { lit: LU, modifie: redige })}
      ${policies('valeur', { lit: LU, cree: redige, modifie: redige, supprime: redige })}
      ${policies('bilan_version', { lit: LU, cree: MEMBRE })}
      ${['bilan_retour', 'fiche_action', 'indicateur', 'prevision'].map((t) => policies(t, { lit: LU })).join('\n')}
      -- Drafts told since stay out of the others' sight.
      ${policies('historique', { lit: `(${LU} OR (${ADMIN})) AND objet <> 'bilan_brouillon'` })}
      ALTER TABLE historique DROP COLUMN prive;
    `);
  }
}
