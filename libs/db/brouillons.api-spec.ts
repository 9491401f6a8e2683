import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source';

/** A base filled by the version before: its drafts move to their own table, and back, without a word lost. */
describe('migration of the drafts', () => {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  let serveur: DataSource;
  let base: DataSource;
  const [structure, ca, fiche, indicateur, auteur] = Array.from({ length: 5 }, () => randomUUID());

  beforeAll(async () => {
    serveur = await createDataSource(url.toString(), { poolSize: 1 }).initialize();
    await serveur.query('DROP DATABASE IF EXISTS coopilote_brouillons WITH (FORCE)');
    await serveur.query('CREATE DATABASE coopilote_brouillons');
    const propre = new URL(url);
    propre.pathname = '/coopilote_brouillons';
    base = await createDataSource(propre.toString(), { poolSize: 1 }).initialize();
    await base.runMigrations();
    await undoToDrafts();
    const secteur = randomUUID();
    for (const [sql, params] of [
      [`INSERT INTO region VALUES ('11', 'Île-de-France')`, []],
      [`INSERT INTO departement VALUES ('93', 'Seine-Saint-Denis', '11')`, []],
      [
        `INSERT INTO commune (code, nom, nom_recherche, type, departement_code) VALUES ('93001', 'A', 'a', 'c', '93')`,
        [],
      ],
      [
        `INSERT INTO liste_valeur (id, region_code, liste, code, libelle) VALUES ($1, '11', 'SECTEUR', 'S', 'S')`,
        [secteur],
      ],
      [`INSERT INTO utilisateur (id, courriel, prenom, nom) VALUES ($1, 'a@b.c', 'A', 'B')`, [auteur]],
      [
        `INSERT INTO structure (id, region_code, departement_code, nom, nom_recherche, forme_juridique, secteur_id, commune_code)
         VALUES ($1, '11', '93', 'S', 's', 'ASSOCIATION', $2, '93001')`,
        [structure, secteur],
      ],
      [
        `INSERT INTO cooperative (id, region_code, departement_code, intitule, intitule_recherche, phase, debut, coordinateur_dd_id)
         VALUES ($1, '11', '93', 'CA', 'ca', 'MISE_EN_OEUVRE', '2026-01-01', $2)`,
        [ca, auteur],
      ],
      [
        `INSERT INTO fiche_action (id, cooperative_id, departement_code, structure_id, numero, intitule, intitule_recherche, calendrier_debut, calendrier_fin)
         VALUES ($1, $2, '93', $3, 1, 'F', 'f', '2026-01-01', '2026-12-31')`,
        [fiche, ca, structure],
      ],
      [
        `INSERT INTO indicateur (id, fiche_action_id, cooperative_id, departement_code, structure_id, type, libelle, unite, mode_agregation)
         VALUES ($1, $2, $3, '93', $4, 'ACTIVITE', 'I', 'SEANCES', 'SOMME')`,
        [indicateur, fiche, ca, structure],
      ],
    ] as [string, unknown[]][]) {
      await base.query(sql, params);
    }
  });
  afterAll(async () => {
    await base.destroy();
    await serveur.query('DROP DATABASE coopilote_brouillons WITH (FORCE)');
    await serveur.destroy();
  });

  /** A report as the version before wrote it: what is typed stands in its row. */
  async function bilan(trimestre: number, etat: string, freins: string, valeur: number, envoye: string | null) {
    const id = randomUUID();
    const cles = [id, fiche, ca, structure];
    await base.query(
      `INSERT INTO bilan_trimestriel (id, fiche_action_id, cooperative_id, departement_code, structure_id, annee, trimestre, etat, echeance)
       VALUES ($1, $2, $3, '93', $4, 2026, $5, 'A_REMPLIR', '2026-12-31')`,
      [...cles, trimestre],
    );
    await base.query(
      `UPDATE bilan_trimestriel SET etat = $2, freins = $3, ressources = 'NON', ressources_motif = 'Fermé', beneficiaires = $4,
         numero_version = $5, transmis_le = CASE WHEN $5 > 0 THEN now() END WHERE id = $1`,
      [id, etat, freins, valeur, envoye ? 1 : 0],
    );
    await base.query(
      `INSERT INTO valeur (bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id, indicateur_id, valeur)
       VALUES ($1, $2, $3, '93', $4, $5, $6)`,
      [...cles, indicateur, valeur],
    );
    if (envoye) {
      const contenu = {
        beneficiaires: 1,
        reponses: {},
        freins: envoye,
        valeurs: [{ indicateurId: indicateur, valeur: 1 }],
      };
      await base.query(
        `INSERT INTO bilan_version (bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id, numero, contenu,
           empreinte, transmis_le, transmis_par) VALUES ($1, $2, $3, '93', $4, 1, $5, 'e', now(), $6)`,
        [...cles, JSON.stringify(contenu), auteur],
      );
    }
  }
  /** Undoes the migrations from the last one down to that of the drafts. */
  async function undoToDrafts(): Promise<void> {
    const faites: { name: string }[] = await base.query('SELECT name FROM migrations ORDER BY id DESC');
    for (const { name } of faites) {
      await base.undoLastMigration();
      if (name.startsWith('Brouillons')) return;
    }
  }
  const lignes = (): Promise<unknown[]> =>
    base.query(
      `SELECT b.etat, b.freins, b.ressources, b.beneficiaires, v.valeur FROM bilan_trimestriel b LEFT JOIN valeur v ON v.bilan_id = b.id
       ORDER BY b.trimestre`,
    );

  it('goes forward and back on reports in every state', async () => {
    await bilan(1, 'BROUILLON', 'secret', 7, null);
    await bilan(2, 'A_COMPLETER', 'repris', 8, 'envoyé');
    await bilan(3, 'TRANSMIS', 'reçu', 9, 'reçu');
    const avant = await lignes();
    await base.runMigrations();
    const vide = { freins: null, ressources: null, beneficiaires: null, valeur: null };
    expect(await lignes()).toEqual([
      { etat: 'BROUILLON', ...vide },
      { etat: 'A_COMPLETER', freins: 'envoyé', ressources: null, beneficiaires: 1, valeur: 1 },
      { etat: 'TRANSMIS', freins: 'reçu', ressources: 'NON', beneficiaires: 9, valeur: 9 },
    ]);
    const brouillons = await base.query(
      'SELECT d.contenu FROM bilan_brouillon d JOIN bilan_trimestriel b ON b.id = d.bilan_id ORDER BY b.trimestre',
    );
    expect(brouillons).toEqual([
      {
        contenu: {
          beneficiaires: 7,
          reponses: { ressources: { reponse: 'NON', motif: 'Fermé' } },
          freins: 'secret',
          leviers: null,
          pistes: null,
          valeurs: [{ indicateurId: indicateur, valeur: 7, numerateur: null, denominateur: null }],
        },
      },
      { contenu: expect.objectContaining({ freins: 'repris', beneficiaires: 8 }) },
    ]);
    const prives = await base.query(
      `SELECT objet, operation, prive FROM historique WHERE objet IN ('bilan_trimestriel', 'valeur') ORDER BY id LIMIT 3`,
    );
    expect(prives).toEqual([
      { objet: 'bilan_trimestriel', operation: 'CREATION', prive: false },
      { objet: 'bilan_trimestriel', operation: 'MODIFICATION', prive: true },
      { objet: 'valeur', operation: 'CREATION', prive: true },
    ]);
    expect(await base.query('SELECT DISTINCT total FROM bilan_trimestriel WHERE etat <> $1', ['TRANSMIS'])).toEqual([
      { total: 10 },
    ]);
    await undoToDrafts();
    expect(await lignes()).toEqual(avant);
    await base.runMigrations();
    expect(await lignes()).toHaveLength(3);
  });
});
