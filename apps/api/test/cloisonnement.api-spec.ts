import { randomUUID } from 'node:crypto';
import { QueryFailedError } from 'typeorm';
import { Fabrique } from './fabrique';
import { Api, type Appelant } from './harness';
import { insertBilanAnnuel, nouveauxIdsBilanAnnuel } from './scene-bilan-annuel';
import { insertConvention, nouveauxIdsConventions } from './scene-conventions';
import { insertEtatFige, nouveauxIdsEtatsFiges } from './scene-etats-figes';
import { insertVue, nouveauxIdsVues } from './scene-vues';
import { insertFinancement, nouveauxIdsFinancement } from './scene-financement';
import { insertMise, nouveauxIdsMises } from './scene-mises';
import { insertGouvernance, nouveauxIds } from './scene-gouvernance';

/** Public reference: everybody reads it, nobody writes it. */
const PUBLIQUES = ['commune'];

interface Table {
  nom: string;
  colonnes: string[];
  /** Rows of the scene: those of its CA, of its structure, or of its département. */
  portee: string;
}

/**
 * The second lock alone: SQL under each person's identity, without any service. Tables come from the database itself, so
 * that a new one fails here until it is made part of the scene and closed.
 */
describe('row-level security, without the services', () => {
  let api: Api;
  let f: Fabrique;
  let tables: Table[];
  let ca: string;
  let etrangers: [string, Appelant][];
  let lecteurs: [string, Appelant][];

  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
    const [structure, membre] = [await f.structure(), await f.structure()];
    const scene = await f.cooperative({ structures: [structure, membre], thematiques: ['SPORT'], publics: ['JEUNES'] });
    ca = scene.id;
    const objectifId = await f.objectif(ca);
    const commun = await f.indicateurCommun('NOMBRE');
    const action = await f.action(scene, structure, {
      objectifId,
      indicateurs: [{ commun, previsions: { '2026': 3 } }],
    });
    const bilan = await f.bilan(action, '2026-T1', 'A_COMPLETER');
    await f.bilan(action, '2026-T2', 'BROUILLON');
    const sql = (texte: string, params: unknown[]) => api.proprietaire.query(texte, params);
    const cles = `id, cooperative_id, departement_code, structure_id FROM fiche_action WHERE id = $1`;
    await sql(`INSERT INTO fiche_action_mode SELECT ${cles.replace(' FROM', ', $2::uuid FROM')}`, [
      action.id,
      await api.valeurListe('MODE_INTERVENTION', 'ATELIER'),
    ]);
    await sql(`INSERT INTO cooperative_dispositif VALUES ($1, '93', $2, 'Ensemble')`, [
      ca,
      await api.valeurListe('DISPOSITIF', 'CLS'),
    ]);
    await sql(
      `INSERT INTO etape (id, cooperative_id, departement_code, phase, genre, intitule) VALUES ($1, $2, '93', 'DIAGNOSTIC', 'TACHE', 'X')`,
      [randomUUID(), ca],
    );
    await sql(`INSERT INTO contact (id, structure_id, departement_code, prenom, nom) VALUES ($1, $2, '93', 'A', 'B')`, [
      randomUUID(),
      structure,
    ]);
    await sql(
      `INSERT INTO bilan_retour (bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id, id, numero, question, motif, par)
       SELECT $2, ${cles.replace(' FROM', `, $3, 1, 'freins', 'Pourquoi', $4 FROM`)}`,
      [action.id, bilan, randomUUID(), scene.dd.utilisateurId],
    );
    await sql(
      `INSERT INTO campagne_rappel (campagne_id, departement_code, utilisateur_id, moment)
       SELECT id, departement_code, $1, 'JOUR' FROM campagne WHERE departement_code = '93' LIMIT 1 ON CONFLICT DO NOTHING`,
      [scene.dd.utilisateurId],
    );
    await sql(
      `INSERT INTO contribution_bilan (bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id, id, questions, nom, courriel,
         empreinte, expire_le, demande_par)
       SELECT $2, ${cles.replace(' FROM', `, $3::uuid, '{freins}', 'Léa', 'lea@example.test', $3::uuid::text, now() + interval '7 days', $4 FROM`)}`,
      [action.id, bilan, randomUUID(), scene.dd.utilisateurId],
    );
    const lieu = { cooperativeId: ca, departementCode: '93', structureId: structure };
    await insertGouvernance(api, lieu, nouveauxIds(), 'CLOSE');
    await insertConvention(api, lieu, nouveauxIdsConventions(), scene.dd.utilisateurId);
    await insertFinancement(api, lieu, nouveauxIdsFinancement());
    await insertMise(api, lieu, nouveauxIdsMises(await f.structure()));
    const auteur = { ficheAction: action.id, auteur: scene.dd.utilisateurId };
    await insertBilanAnnuel(api, lieu, nouveauxIdsBilanAnnuel(), auteur);
    await insertVue(api, nouveauxIdsVues(), { departementCode: '93', auteur: scene.dd.utilisateurId });
    await insertEtatFige(api, nouveauxIdsEtatsFiges(), { bilan, auteur: scene.dd.utilisateurId });
    await sql(`INSERT INTO piece_contenu (empreinte) VALUES (repeat('0', 64)) ON CONFLICT DO NOTHING`, []);
    await sql(
      `INSERT INTO piece (id, cooperative_id, departement_code, objet, objet_id, nom, type, taille, empreinte, depose_par)
       VALUES ($1, $2, '93', 'COOPERATIVE', $2, 'a.pdf', 'pdf', 1, repeat('0', 64), $3)`,
      [randomUUID(), ca, scene.dd.utilisateurId],
    );
    const partenaire = await api.personne('PARTENAIRE', { structureId: structure });
    await api.attribuer(partenaire.utilisateurId, 'COPILOTE', { cooperativeId: ca });

    const voisine = await f.structure({ departementCode: '92' });
    const autre = await f.cooperative({ departementCode: '92', structures: [voisine] });
    const memeDepartement = await f.cooperative();
    etrangers = [
      ['DD of another département', autre.dd],
      ['partner of another CA', await api.personne('PARTENAIRE', { structureId: voisine })],
      [
        'copilote of another CA of the same département',
        await api.personne('COPILOTE', { cooperativeId: memeDepartement.id }),
      ],
      [
        'resident of another CA of the same département',
        await api.personne('MEMBRE_COPIL', { cooperativeId: memeDepartement.id }),
      ],
      [
        'evaluator whose role has ended',
        await api.personne('EVALUATEUR_EXTERNE', { cooperativeId: ca, fin: '2099-12-31' }),
      ],
    ];
    await sql(`UPDATE attribution SET debut = '2020-01-01', fin = '2020-12-31' WHERE utilisateur_id = $1`, [
      etrangers.at(-1)?.[1].utilisateurId,
    ]);
    lecteurs = [
      ['partner of the CA, for another structure', await api.personne('PARTENAIRE', { structureId: membre })],
      ['resident of the copil', await api.personne('MEMBRE_COPIL', { cooperativeId: ca })],
      ['external evaluator', await api.personne('EVALUATEUR_EXTERNE', { cooperativeId: ca })],
      ['regional evaluator', await api.personne('EVALUATEUR_REGIONAL')],
    ];

    const { rows } = await sql(
      `SELECT c.table_name AS nom, array_agg(c.column_name::text) AS toutes,
         array_agg(c.column_name::text) FILTER (WHERE c.is_generated = 'NEVER' AND c.is_identity = 'NO') AS colonnes
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
       GROUP BY 1 HAVING bool_or(c.column_name IN ('departement_code', 'cooperative_id', 'structure_id')) ORDER BY 1`,
      [],
    );
    tables = rows
      .filter((t) => !PUBLIQUES.includes(t.nom))
      .map((t: { nom: string; toutes: string[]; colonnes: string[] }) => {
        const portees = [
          ...(t.nom === 'cooperative'
            ? [`id = '${ca}'`]
            : t.toutes.includes('cooperative_id')
              ? [`cooperative_id = '${ca}'`]
              : []),
          ...(t.nom === 'structure'
            ? [`id = '${structure}'`]
            : t.toutes.includes('structure_id')
              ? [`structure_id = '${structure}'`]
              : []),
        ];
        return {
          nom: t.nom,
          colonnes: t.colonnes,
          portee: portees.length ? `(${portees.join(' OR ')})` : `departement_code = '93'`,
        };
      });
  });
  afterAll(() => api.stop());

  /** Number of rows that a statement reads or writes under a person's identity; -1 when PostgreSQL refuses it outright. */
  async function compter(qui: Appelant, texte: string, params: unknown[] = []): Promise<number> {
    try {
      return await api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, async (ctx) => {
        const [ligne] = await ctx.query<{ nombre: number }>(
          `WITH x AS (${texte}) SELECT count(*) AS nombre FROM x`,
          params,
        );
        return ligne?.nombre ?? 0;
      });
    } catch (erreur) {
      if (erreur instanceof QueryFailedError && (erreur.driverError as { code?: string }).code === '42501') return -1;
      throw erreur;
    }
  }
  async function ecritures(qui: Appelant, { nom, colonnes, portee }: Table): Promise<Record<string, number>> {
    const { rows } = await api.proprietaire.query(`SELECT to_jsonb(t) AS ligne FROM ${nom} t WHERE ${portee} LIMIT 1`);
    const copie = { ...rows[0]?.ligne, ...(colonnes.includes('id') ? { id: randomUUID() } : {}) };
    const noms = colonnes.join(', ');
    return {
      modifier: await compter(qui, `UPDATE ${nom} SET departement_code = departement_code WHERE ${portee} RETURNING 1`),
      supprimer: await compter(qui, `DELETE FROM ${nom} WHERE ${portee} RETURNING 1`),
      ajouter: await compter(
        qui,
        `INSERT INTO ${nom} (${noms}) SELECT ${noms} FROM jsonb_populate_record(NULL::${nom}, $1) RETURNING 1`,
        [JSON.stringify(copie)],
      ),
    };
  }

  it('knows every table that lies in a département, a CA or a structure', async () => {
    expect(tables.length).toBeGreaterThanOrEqual(20);
    for (const { nom, portee } of tables) {
      const { rowCount } = await api.proprietaire.query(`SELECT 1 FROM ${nom} WHERE ${portee} LIMIT 1`);
      expect([nom, rowCount]).toEqual([nom, 1]);
    }
  });

  it('shows no row of the CA to anybody outside it, and lets nobody outside write one', async () => {
    for (const [role, qui] of etrangers) {
      for (const table of tables) {
        // One's own role, even over, is one's own.
        const siennes = table.nom === 'attribution' ? `AND utilisateur_id <> '${qui.utilisateurId}'` : '';
        const vues = await compter(qui, `SELECT 1 FROM ${table.nom} WHERE ${table.portee} ${siennes}`);
        expect({ role, table: table.nom, vues }).toEqual({ role, table: table.nom, vues: 0 });
        for (const [acte, nombre] of Object.entries(await ecritures(qui, table))) {
          expect({ role, table: table.nom, acte, ecrites: Math.max(nombre, 0) }).toEqual({
            role,
            table: table.nom,
            acte,
            ecrites: 0,
          });
        }
      }
    }
  }, 60_000);

  it('lets those who only read the CA write nothing in it', async () => {
    for (const [role, qui] of lecteurs) {
      expect(await compter(qui, `SELECT 1 FROM cooperative WHERE id = '${ca}'`)).toBe(1);
      for (const table of tables) {
        for (const [acte, nombre] of Object.entries(await ecritures(qui, table))) {
          expect({ role, table: table.nom, acte, ecrites: Math.max(nombre, 0) }).toEqual({
            role,
            table: table.nom,
            acte,
            ecrites: 0,
          });
        }
      }
    }
  }, 60_000);
});
