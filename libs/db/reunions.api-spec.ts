import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source';

/** A base filled by the version before: meetings keep their length, and what was told of their preparation becomes private. */
describe('migration of the meetings', () => {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  let serveur: DataSource;
  let base: DataSource;
  const [auteur, ca, instance, datee, sansDate] = Array.from({ length: 5 }, () => randomUUID());

  beforeAll(async () => {
    serveur = await createDataSource(url.toString(), { poolSize: 1 }).initialize();
    await serveur.query('DROP DATABASE IF EXISTS coopilote_reunions WITH (FORCE)');
    await serveur.query('CREATE DATABASE coopilote_reunions');
    const propre = new URL(url);
    propre.pathname = '/coopilote_reunions';
    base = await createDataSource(propre.toString(), { poolSize: 1 }).initialize();
    const montees = await base.runMigrations();
    const rang = montees.findIndex(({ name }) => name === 'Reunions1700000000014');
    for (let i = rang; i < montees.length; i++) await base.undoLastMigration();
    for (const [sql, params] of [
      [`INSERT INTO region VALUES ('11', 'Île-de-France')`, []],
      [`INSERT INTO departement VALUES ('93', 'Seine-Saint-Denis', '11')`, []],
      [`INSERT INTO utilisateur (id, courriel, prenom, nom) VALUES ($1, 'a@b.c', 'A', 'B')`, [auteur]],
      [
        `INSERT INTO cooperative (id, region_code, departement_code, intitule, intitule_recherche, phase, debut, coordinateur_dd_id)
         VALUES ($1, '11', '93', 'CA', 'ca', 'MISE_EN_OEUVRE', '2026-01-01', $2)`,
        [ca, auteur],
      ],
      [
        `INSERT INTO instance (id, cooperative_id, departement_code, genre, intitule) VALUES ($1, $2, '93', 'COTECH', 'Cotech')`,
        [instance, ca],
      ],
      [
        `INSERT INTO reunion (id, instance_id, cooperative_id, departement_code, numero, titre, debut, fin)
         VALUES ($1, $2, $3, '93', 1, 'Datée', '2026-01-15 13:00Z', '2026-01-15 14:30Z')`,
        [datee, instance, ca],
      ],
      [
        `INSERT INTO reunion (id, instance_id, cooperative_id, departement_code, numero, titre)
         VALUES ($1, $2, $3, '93', 2, 'Sans date')`,
        [sansDate, instance, ca],
      ],
      [
        `INSERT INTO participant (id, reunion_id, cooperative_id, departement_code, qualite, nom)
         VALUES (gen_random_uuid(), $1, $2, '93', 'HABITANT', 'Noa')`,
        [datee, ca],
      ],
      [`UPDATE participant SET nom = 'Noa B.' WHERE reunion_id = $1`, [datee]],
      [`UPDATE reunion SET etat = 'CONVOQUEE' WHERE id = $1`, [datee]],
      [`UPDATE participant SET statut = 'EXCUSE' WHERE reunion_id = $1`, [datee]],
    ] as const) {
      await base.query(sql, [...params]);
    }
    await base.runMigrations();
  });
  afterAll(async () => {
    await base.destroy();
    await serveur.query('DROP DATABASE coopilote_reunions WITH (FORCE)');
    await serveur.destroy();
  });

  it('gives each its length, without telling of a change', async () => {
    expect(await base.query('SELECT titre, duree, version FROM reunion ORDER BY numero')).toEqual([
      { titre: 'Datée', duree: 90, version: 1 },
      { titre: 'Sans date', duree: 120, version: 1 },
    ]);
  });

  it('makes private what came before the invitation, and that alone', async () => {
    const lignes = await base.query(
      `SELECT objet, operation, preparation FROM historique WHERE objet IN ('reunion', 'participant') ORDER BY id`,
    );
    expect(lignes.map((l: Record<string, unknown>) => Object.values(l).join(' '))).toEqual([
      'reunion CREATION true',
      'reunion CREATION true',
      'participant CREATION true',
      'participant MODIFICATION true',
      'reunion MODIFICATION false',
      'participant MODIFICATION false',
    ]);
  });
});
