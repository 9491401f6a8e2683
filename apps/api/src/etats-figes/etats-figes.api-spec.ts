import { createHash, randomUUID } from 'node:crypto';
import { lignesDeGroupes, type GroupesConsolidation } from '@coopilote/domain/consolidation';
import type { Probleme } from '@coopilote/domain/commun';
import type { DifferencesLues, EtatFigeLu, EtatFigeVerifie } from '@coopilote/domain/etats-figes';
import type { ModeAgregation, Unite } from '@coopilote/domain/referentiel';
import { Fabrique, type ActionFaite, type CaFaite } from '../../test/fabrique';
import { Api, baseNeuve, type Appelant } from '../../test/harness';

const COMMUNS: [Unite, ModeAgregation][] = [
  ['PERSONNES', 'SOMME'],
  ['HEURES', 'MOYENNE'],
  ['POURCENTAGE', 'RATIO'],
];
const TABLES = ['etat_fige', 'etat_fige_departement', 'etat_fige_bilan', 'etat_fige_valeur'];

describe('frozen states', () => {
  let api: Api;
  let f: Fabrique;
  let drop: () => Promise<void>;
  let admin: Appelant;
  let ca: CaFaite;
  let voisine: CaFaite;
  const communs: string[] = [];
  const actions: ActionFaite[] = [];
  const bilans: string[] = [];

  beforeAll(async () => {
    const base = await baseNeuve();
    drop = base.drop;
    api = await Api.start({ databaseUrl: base.databaseUrl });
    f = new Fabrique(api);
    admin = await api.personne('ADMIN_REGIONAL');
    for (const [unite, mode] of COMMUNS) communs.push(await f.indicateurCommun(unite, mode));
    ca = await f.cooperative({ structures: [await f.structure()], thematiques: ['SPORT'] });
    voisine = await f.cooperative({ departementCode: '92', structures: [] });
    for (const [lieu, dept] of [
      [ca, '93'],
      [ca, '93'],
      [ca, '93'],
      [ca, '93'],
      [voisine, '92'],
    ] as const) {
      const action = await f.action(lieu, await f.structure({ departementCode: dept }), {
        publics: ['JEUNES'],
        commune: lieu.communes[0] ?? '',
        beneficiairesCibles: 30,
        indicateurs: COMMUNS.map(([unite, mode], i) => ({
          ...{ unite, mode, commun: communs[i] ?? '', libelle: `Indicateur ${mode}` },
          previsions: { '2026-T2': 50 },
        })),
      });
      actions.push(action);
    }
    for (const [i, etat] of (['VALIDE', 'TRANSMIS', 'BROUILLON', 'VALIDE', 'VALIDE'] as const).entries()) {
      const action = actions[i] as ActionFaite;
      bilans.push(await f.bilan(action, '2026-T2', etat, f.contenu(action, 10 + i, [20 + i, 4, [3 + i, 10]])));
    }
  }, 120_000);
  afterAll(async () => {
    await api.stop();
    await drop();
  });

  const figer = (qui: Appelant, saisie: object) =>
    qui.post<EtatFigeLu & Probleme>('/api/etats-figes', {
      nom: `Essai ${randomUUID()}`,
      trimestre: '2026-T2',
      ...saisie,
    });
  const fige = async (qui: Appelant, saisie: object): Promise<EtatFigeLu> => {
    const { statut, corps } = await figer(qui, saisie);
    expect([statut, corps.detail]).toEqual([201, undefined]);
    return corps;
  };
  const differences = async (id: string, suite = '', qui = admin): Promise<DifferencesLues> =>
    (await qui.get<DifferencesLues>(`/api/etats-figes/${id}/differences${suite}`)).corps;
  /** A change by a person, under their own policies: the history says who. */
  const changer = (qui: Appelant, sql: string, params: unknown[]) =>
    api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, (ctx) => ctx.query(sql, params));

  it('keeps a quarter of a whole région, counted, by whom and when, and shows no difference at once', async () => {
    const etat = await fige(admin, { region: '11', nom: 'Comité régional' });
    expect(etat).toMatchObject({
      ...{
        nom: 'Comité régional',
        annee: 2026,
        trimestre: 2,
        departementCode: null,
        territoire: 'Île-de-France',
        entier: true,
      },
      ...{
        attendus: 5,
        recus: 4,
        valides: 3,
        beneficiaires: 10 + 11 + 13 + 14,
        cibles: 150,
        figePar: expect.stringContaining('Camille'),
      },
    });
    expect(etat.empreinte).toMatch(/^[0-9a-f]{64}$/);
    expect(Math.abs(Date.parse(etat.figeLe) - Date.now())).toBeLessThan(60_000);
    const lues = await differences(etat.id);
    expect(lues).toMatchObject({ total: 0, lignes: [] });
    expect(Object.values(lues.comptes)).toEqual(Array(8).fill(0));
    // Both moments are what the consolidation says.
    const { corps } = await admin.get<GroupesConsolidation>(
      '/api/consolidation/groupes?par=indicateur&region=11&du=2026-T2&au=2026-T2',
    );
    const consolides = lignesDeGroupes(corps).filter(({ cles }) => cles.length === 1);
    for (const [rang, id] of communs.entries()) {
      const ligne = consolides.find(({ cles }) => cles[0]?.startsWith(`COMMUN_${id.slice(0, 8).toUpperCase()}`));
      const total = lues.totaux.find((t) => t.indicateurCommunId === id && t.departementCode === null);
      expect([rang, total?.avant, total?.apres]).toEqual([rang, ligne?.haut, ligne?.haut]);
      expect([rang, total?.prevuAvant, total?.prevuApres]).toEqual([rang, ligne?.prevision, ligne?.prevision]);
    }
    expect(lues.bilans.map((b) => [b.departementCode, b.avant.recus, b.apres.recus])).toEqual([
      [null, 4, 4],
      ['92', 1, 1],
      ['93', 3, 3],
    ]);
  });

  it('is proved by a print that anybody can make again from its canonical form', async () => {
    const etat = await fige(ca.dd, { departement: '93' });
    const { corps } = await ca.dd.get<EtatFigeVerifie>(`/api/etats-figes/${etat.id}/verification`);
    expect(corps).toEqual({ intact: true, empreinte: etat.empreinte, recalculee: etat.empreinte });
    const lire = async (sql: string) =>
      (await api.proprietaire.query(sql, [etat.id])).rows.map((r) => Object.values(r));
    const vide = (v: unknown) => (Array.isArray(v) ? v.join(',') : String(v ?? ''));
    const lignes = [
      ...(await lire(
        `SELECT 'departement', departement_code, attendus, recus, valides, beneficiaires, cibles FROM etat_fige_departement WHERE etat_fige_id = $1`,
      )),
      ...(await lire(
        `SELECT 'bilan' g, bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id, etat, numero_version, beneficiaires,
           beneficiaires_cibles, territoire_commune_code, phase, thematiques, publics FROM etat_fige_bilan WHERE etat_fige_id = $1`,
      )),
      ...(await lire(
        `SELECT 'valeur' g, bilan_id, indicateur_id, departement_code, indicateur_commun_id, unite, mode_agregation, valeur::text AS v,
           numerateur::text AS n, denominateur::text AS d, prevision::text AS p FROM etat_fige_valeur WHERE etat_fige_id = $1`,
      )),
    ].map((champs) => champs.map(vide).join('\t'));
    const [tete] = await lire(
      `SELECT 'etat' g, region_code, departement_code, annee, trimestre, nom,
         to_char(fige_le AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS le, fige_par FROM etat_fige WHERE id = $1`,
    );
    const forme = [
      (tete ?? []).map(vide).join('\t'),
      ...lignes.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    ];
    expect(createHash('sha256').update(forme.join('\n')).digest('hex')).toBe(etat.empreinte);
  });

  it('is changed and taken away by nobody, its owner included; what would be touched shows', async () => {
    const etat = await fige(ca.dd, { departement: '93' });
    for (const table of TABLES) {
      const cle = table === 'etat_fige' ? 'id' : 'etat_fige_id';
      for (const sql of [
        `UPDATE ${table} SET departement_code = departement_code WHERE ${cle} = $1`,
        `DELETE FROM ${table} WHERE ${cle} = $1`,
      ]) {
        await expect(api.proprietaire.query(sql, [etat.id])).rejects.toThrow('ne se modifie pas');
        await expect(changer(ca.dd, sql, [etat.id])).rejects.toThrow('permission denied');
      }
      await expect(api.proprietaire.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('ne se modifie pas');
      await expect(changer(ca.dd, `INSERT INTO ${table} SELECT * FROM ${table} LIMIT 1`, [])).rejects.toThrow(
        'permission denied',
      );
    }
    // Past every lock, by hand: the print no longer agrees.
    const client = await api.proprietaire.connect();
    try {
      await client.query('BEGIN; ALTER TABLE etat_fige_valeur DISABLE TRIGGER fige;');
      await client.query(
        'UPDATE etat_fige_valeur SET valeur = valeur + 1 WHERE etat_fige_id = $1 AND valeur IS NOT NULL',
        [etat.id],
      );
      const { rows } = await client.query('SELECT app.empreinte_etat_fige($1) AS empreinte', [etat.id]);
      expect(rows[0].empreinte).toMatch(/^[0-9a-f]{64}$/);
      expect(rows[0].empreinte).not.toBe(etat.empreinte);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('says what was received, sent back, corrected, moved and attached elsewhere since, by whom, and the totals of both moments', async () => {
    const etat = await fige(admin, { region: '11' });
    const [valide, transmis, brouillon, renvoye] = bilans;
    const indicateurs = actions[0]?.indicateurs ?? [];
    const { dd } = ca;
    // Sent back, corrected, sent again by its structure.
    const partenaire = await api.personne('PARTENAIRE', { structureId: actions[0]?.structureId ?? '' });
    await f.adhesion(ca.id, actions[0]?.structureId ?? '');
    await changer(dd, `UPDATE bilan_trimestriel SET etat = 'A_COMPLETER', valide_le = NULL WHERE id = $1`, [valide]);
    await changer(
      partenaire,
      `UPDATE bilan_trimestriel SET etat = 'TRANSMIS', beneficiaires = 99, numero_version = 2, transmis_le = now(), transmis_par = $2 WHERE id = $1`,
      [valide, partenaire.utilisateurId],
    );
    for (const [rang, valeurs] of [
      [0, 'valeur = 70'],
      [2, 'numerateur = 7'],
    ] as const) {
      await changer(partenaire, `UPDATE valeur SET ${valeurs} WHERE bilan_id = $1 AND indicateur_id = $2`, [
        valide,
        indicateurs[rang]?.id,
      ]);
    }
    await changer(dd, `UPDATE bilan_trimestriel SET etat = 'A_COMPLETER', valide_le = NULL WHERE id = $1`, [renvoye]);
    await api.proprietaire.query(
      `UPDATE bilan_trimestriel SET etat = 'TRANSMIS', beneficiaires = 12, numero_version = 1, transmis_le = now() WHERE id = $1`,
      [brouillon],
    );
    await changer(dd, `UPDATE fiche_action SET territoire_commune_code = $2, beneficiaires_cibles = 40 WHERE id = $1`, [
      actions[1]?.id,
      ca.communes[1],
    ]);
    await changer(dd, `UPDATE indicateur SET indicateur_commun_id = NULL WHERE id = $1`, [
      actions[1]?.indicateurs[1]?.id,
    ]);
    await changer(dd, `UPDATE prevision SET valeur = 60 WHERE indicateur_id = $1`, [actions[1]?.indicateurs[0]?.id]);
    const nouvelle = await f.action(ca, actions[0]?.structureId ?? '');
    await f.bilan(nouvelle, '2026-T2');

    const lues = await differences(etat.id);
    expect(lues.comptes).toEqual({
      ...{ RECU: 1, RENVOYE: 1, CORRIGE: 3, RETIRE: 0, DEPLACE: 1, PREVISION: 2, RATTACHEMENT: 1, OUVERT: 1 },
    });
    expect(lues.total).toBe(10);
    const de = (genre: string, objet: string) => lues.lignes.find((l) => l.genre === genre && l.objet === objet);
    const nomDe = async (qui: Appelant): Promise<string> =>
      (
        await api.proprietaire.query(`SELECT prenom || ' ' || nom AS nom FROM utilisateur WHERE id = $1`, [
          qui.utilisateurId,
        ])
      ).rows[0].nom;
    const [nomDD, nomPartenaire] = [await nomDe(dd), await nomDe(partenaire)];
    expect(de('RECU', 'BILAN')).toMatchObject({
      bilanId: brouillon,
      avant: 'BROUILLON',
      apres: 'TRANSMIS',
      existe: true,
    });
    expect(de('RENVOYE', 'BILAN')).toMatchObject({
      bilanId: renvoye,
      avant: 'VALIDE',
      apres: 'A_COMPLETER',
      par: nomDD,
    });
    expect(de('RENVOYE', 'BILAN')?.le).toMatch(/^\d{4}-.*Z$/);
    expect(de('CORRIGE', 'BENEFICIAIRES')).toMatchObject({ bilanId: valide, avant: 10, apres: 99, par: nomPartenaire });
    expect(
      lues.lignes
        .filter((l) => l.objet === 'VALEUR')
        .map((l) => [l.indicateur, l.avant, l.apres, l.par])
        .sort(),
    ).toEqual([
      ['Indicateur RATIO', '3 / 10', '7 / 10', nomPartenaire],
      ['Indicateur SOMME', 20, 70, nomPartenaire],
    ]);
    expect(de('DEPLACE', 'TERRITOIRE')).toMatchObject({ bilanId: transmis, departementCode: '93', par: nomDD });
    expect(typeof de('DEPLACE', 'TERRITOIRE')?.avant).toBe('string');
    expect(de('DEPLACE', 'TERRITOIRE')?.avant).not.toBe(de('DEPLACE', 'TERRITOIRE')?.apres);
    expect(de('PREVISION', 'CIBLES')).toMatchObject({ avant: 30, apres: 40 });
    expect(de('PREVISION', 'PREVISION')).toMatchObject({ avant: 50, apres: 60, par: nomDD });
    expect(de('RATTACHEMENT', 'RATTACHEMENT')).toMatchObject({ apres: null, par: nomDD });

    const somme = lues.totaux.filter((t) => t.indicateurCommunId === communs[0]);
    expect(somme.map((t) => [t.departementCode, t.avant, t.apres, t.prevuAvant, t.prevuApres])).toEqual([
      [null, 88, 70 + 21 + 24, 250, 260],
      ['92', 24, 24, 50, 50],
      ['93', 64, 70 + 21, 200, 210],
    ]);
    expect(lues.bilans[0]).toMatchObject({ avant: { attendus: 5, recus: 4 }, apres: { attendus: 6, recus: 4 } });

    const page = await differences(etat.id, '?genre=CORRIGE&taille=2&page=2');
    expect([page.total, page.lignes.length, page.lignes[0]?.genre]).toEqual([3, 1, 'CORRIGE']);
    expect((await admin.get(`/api/etats-figes/${etat.id}/differences?genre=PERDU`)).statut).toBe(422);
    // What was frozen has not moved with what it was frozen from.
    expect((await admin.get<EtatFigeVerifie>(`/api/etats-figes/${etat.id}/verification`)).corps.intact).toBe(true);
  });

  it('gives a report that is gone as withdrawn, without a link', async () => {
    const seule = await f.cooperative({ departementCode: '95', structures: [] });
    const action = await f.action(seule, await f.structure({ departementCode: '95' }), { indicateurs: [] });
    const id = await f.bilan(action, '2025-T4');
    const etat = await fige(seule.dd, { departement: '95', trimestre: '2025-T4' });
    await api.proprietaire.query('DELETE FROM bilan_trimestriel WHERE id = $1', [id]);
    const lues = await differences(etat.id, '', seule.dd);
    expect(lues.lignes).toMatchObject([
      { genre: 'RETIRE', bilanId: id, existe: false, apres: null, action: action.intitule },
    ]);
  });
});
