import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page, Probleme } from '@coopilote/domain/commun';
import {
  GABARITS,
  lignesDeGroupes,
  type ConsolidationLigne,
  type GroupesConsolidation,
  type IndicateurConsolide,
  type NomGabarit,
} from '@coopilote/domain/consolidation';
import type { SuiviActions } from '@coopilote/domain/pilotage';
import { Fabrique, type CaFaite } from '../../test/fabrique';
import { Api, jusqua, type Appelant } from '../../test/harness';

const executer = promisify(execFile);
const PERIODE = 'du=2025-T1&au=2025-T2';
type Ligne = Record<string, string | number | null>;
interface Fichier {
  gabarit: string;
  lignes: Ligne[];
  notes: Record<string, string>;
}

/** Rows of workbooks as LibreOffice Calc opens them, by heading; one start for all of them. */
async function ouvrir(classeurs: Record<string, Buffer>): Promise<Record<string, string>[][]> {
  const dossier = await mkdtemp(join(tmpdir(), 'coopilote-export-'));
  const fichiers = Object.keys(classeurs).map((nom) => join(dossier, nom));
  const filtre = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,true,true,false';
  const profil = `-env:UserInstallation=file://${dossier}/profil`;
  try {
    for (const [nom, octets] of Object.entries(classeurs)) await writeFile(join(dossier, nom), octets);
    await executer('soffice', [profil, '--headless', '--convert-to', filtre, '--outdir', dossier, ...fichiers]);
    return await Promise.all(
      fichiers.map(async (fichier) => {
        const csv = await readFile(fichier.replace(/\w+$/, 'csv'), 'utf8');
        const [entetes = [], ...lignes] = csv
          .trimEnd()
          .split('\n')
          .map((ligne) => ligne.split('\t').map((cellule) => cellule.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')));
        return lignes.map((ligne) => Object.fromEntries(entetes.map((entete, i) => [entete, ligne[i] ?? ''])));
      }),
    );
  } finally {
    await rm(dossier, { recursive: true, force: true });
  }
}

/** Words of a PDF, as poppler reads them. */
async function enTexte(octets: Buffer): Promise<string> {
  const dossier = await mkdtemp(join(tmpdir(), 'coopilote-rapport-'));
  try {
    await writeFile(join(dossier, 'r.pdf'), octets);
    return (await executer('pdftotext', ['-raw', join(dossier, 'r.pdf'), '-'])).stdout;
  } finally {
    await rm(dossier, { recursive: true, force: true });
  }
}

describe('exports of the consolidation', () => {
  let api: Api;
  let f: Fabrique;
  let evaluateur: Appelant;
  let thematique: string;
  const cas: CaFaite[] = [];
  let communId: string;

  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
    evaluateur = await api.personne('EVALUATEUR_REGIONAL');
    thematique = `E_${randomUUID().slice(0, 8)}`;
    communId = await f.indicateurCommun('PERSONNES', 'SOMME');
    for (const departementCode of ['93', '92']) {
      const structure = await f.structure({ departementCode, nom: `Asso "${departementCode}"; & co` });
      const ca = await f.cooperative({ departementCode, structures: [structure], thematiques: [thematique] });
      cas.push(ca);
      for (const [i, intitule] of ['=HYPERLINK("http://exemple.test")', 'Marche', '- Repas'].entries()) {
        const action = await f.action(ca, structure, {
          intitule: `${intitule}${i === 0 ? '' : ` ${departementCode}`}`,
          publics: i ? ['JEUNES', 'SENIORS'] : [],
          beneficiairesCibles: 40 + i,
          debut: '2025-01-01',
          fin: '2025-12-31',
          indicateurs: [
            { type: 'ACTIVITE', libelle: 'Séances', unite: 'SEANCES', previsions: { '2025-T1': 12.5 } },
            {
              type: 'RESULTAT',
              libelle: 'Venus',
              unite: 'PERSONNES',
              commun: communId,
              previsions: { '2025-T1': 30, '2025-T2': 20 },
            },
            { type: 'RESULTAT', libelle: 'Assidus', unite: 'POURCENTAGE', mode: 'RATIO' },
            { type: 'PROCESSUS', libelle: 'Réunions', unite: 'NOMBRE' },
          ],
        });
        await f.bilan(action, '2025-T1', 'VALIDE', f.contenu(action, 10 + i, [3.5, 9, [1, 3], 2]));
        await f.bilan(
          action,
          '2025-T2',
          i === 2 ? 'A_REMPLIR' : i === 1 ? 'A_COMPLETER' : 'TRANSMIS',
          i === 2 ? null : f.contenu(action, 20 + i, [1, 7, [2, 4], 1]),
        );
      }
    }
  }, 60_000);
  afterAll(() => api.stop());

  const chemin = (gabarit: NomGabarit, format: string, suite = '') =>
    `/api/consolidation/export?gabarit=${gabarit}&format=${format}&thematique=${thematique}&${PERIODE}${suite}`;
  const lire = async (gabarit: NomGabarit, suite = '', qui = evaluateur): Promise<Fichier> => {
    const { statut, octets } = await qui.telecharger(chemin(gabarit, 'json', suite));
    expect(statut).toBe(200);
    return JSON.parse(octets.toString('utf8')) as Fichier;
  };

  it('give the actions as their list does, and count what is missing without ever making it a zero', async () => {
    const { corps } = await evaluateur.get<Page<ConsolidationLigne>>(
      `/api/consolidation?thematique=${thematique}&${PERIODE}&taille=100`,
    );
    const { gabarit, lignes, notes } = await lire('actions');
    expect(gabarit).toBe('coopilote-actions/1');
    expect(lignes).toHaveLength(6);
    for (const attendue of corps.lignes) {
      const lue = lignes.find((l) => l['ficheActionId'] === attendue.ficheActionId);
      const { etat: _etat, objectifsAtteints: _o, publics, ...chiffres } = attendue;
      expect(lue).toMatchObject({ ...chiffres, publics: publics || null });
      expect(lue?.['bilansManquants']).toBe(attendue.bilansAttendus - attendue.bilansRecus);
      expect(lue?.['objectifsAtteints']).toBe('Oui');
    }
    expect(notes).toMatchObject({
      ...{
        'Bilans attendus': '12',
        'Bilans reçus': '8',
        'Bilans manquants': '4',
        Lignes: '6 (le fichier est complet)',
      },
      ...{ Période: 'de T1 2025 à T2 2025', Filtres: `Thématique\u00a0: ${thematique}` },
    });
    expect(notes['Méthode 2']).toContain('jamais lu comme zéro');
  });

  it('give T3 as its own page does, one row a report, empty when it is not received', async () => {
    const { lignes } = await lire('t3');
    expect(lignes).toHaveLength(12);
    for (const ca of cas) {
      for (const trimestre of ['2025-T1', '2025-T2']) {
        const { corps } = await evaluateur.get<SuiviActions>(
          `/api/cooperatives/${ca.id}/suivi-actions?trimestre=${trimestre}`,
        );
        for (const attendue of corps.lignes) {
          const lue = lignes.find((l) => l['bilanId'] === attendue.bilanId);
          const { intitule, structure, territoire, freins, public1, beneficiairesCibles, resultatsAttendus } = attendue;
          expect(lue).toMatchObject({
            ...{
              trimestre,
              cooperative: ca.intitule,
              intitule,
              structure,
              territoire,
              freins,
              public1,
              beneficiairesCibles,
              resultatsAttendus,
            },
            ressources: attendue.ressources ? 'Oui' : null,
            activite1: attendue.activite1?.libelle,
            activite1Valeur: attendue.activite1?.valeur ?? null,
            activite1Prevision: attendue.activite1?.prevision ?? null,
            resultat1Valeur: attendue.resultat1?.valeur ?? null,
            resultat2Valeur: attendue.resultat2?.valeur ?? null,
            resultat2Unite: '%',
            resultat3: null,
          });
        }
      }
    }
    const renvoye = lignes.find((l) => l['etatBilan'] === 'à compléter');
    expect([renvoye?.['beneficiaires'], renvoye?.['freins'], renvoye?.['activite1Valeur']]).toEqual([null, null, null]);
    expect(lignes.find((l) => l['etatBilan'] === 'validé')?.['autresIndicateurs']).toBe(
      'Réunions\u00a0: 2, sans prévision (nombre)',
    );
  });

  it('give groups and common indicators as their routes do', async () => {
    const par = '&par=departement,indicateur';
    const { corps } = await evaluateur.get<GroupesConsolidation>(
      `/api/consolidation/groupes?thematique=${thematique}&${PERIODE}${par}`,
    );
    const { lignes, notes } = await lire('groupes', par);
    expect(lignes).toHaveLength(corps.total);
    for (const [rang, attendue] of lignesDeGroupes(corps).entries()) {
      expect(lignes[rang]).toMatchObject({
        ...{ niveau: attendue.cles.length, cle1: attendue.cles[0] ?? null, cle2: attendue.cles[1] ?? null, cle3: null },
        ...{ actions: attendue.actions, bas: attendue.bas, haut: attendue.haut, prevision: attendue.prevision },
        manquants: attendue.attendus - attendue.recus,
      });
    }
    expect(lignes.find((l) => l['cle1'] === '93' && l['niveau'] === 1)).toMatchObject({
      axe1: 'Département',
      libelle1: 'Seine-Saint-Denis',
      unite: 'personnes différentes',
    });
    expect(notes['Regroupement']).toBe('Département, puis Indicateur commun');

    const { corps: communs } = await evaluateur.get<IndicateurConsolide[]>(
      `/api/consolidation/indicateurs?thematique=${thematique}&${PERIODE}`,
    );
    const indicateurs = (await lire('indicateurs')).lignes;
    expect(indicateurs.map((i) => [i['libelle'], i['bas'], i['haut'], i['taux'], i['region']])).toEqual(
      communs.map((i) => [i.libelle, i.bas, i.haut, i.taux, 'Île-de-France']),
    );
  });

  it('open in LibreOffice with the same figures, as XLSX and as ODS', async () => {
    const classeurs: Record<string, Buffer> = {};
    for (const format of ['xlsx', 'ods']) {
      const { statut, octets, entetes } = await evaluateur.telecharger(chemin('t3', format));
      const nom = new RegExp(`coopilote-t3-v1_2025-T1_2025-T2_.*\\.${format}`);
      expect([statut, entetes.get('content-disposition')]).toEqual([200, expect.stringMatching(nom)]);
      classeurs[`t3-${format}.${format}`] = octets;
    }
    const { lignes } = await lire('t3');
    const chiffre = (texte: string | undefined) => (texte ? Number(texte) : null);
    for (const ouvertes of await ouvrir(classeurs)) {
      for (const { cle, entete, genre } of GABARITS.t3.colonnes) {
        if (genre === 'date') continue;
        const nombre = genre === 'nombre' || genre === 'entier';
        const lues = ouvertes.map((l) => (nombre ? chiffre(l[entete]) : l[entete] || null));
        expect([cle, lues]).toEqual([cle, lignes.map((l) => l[cle] ?? null)]);
      }
    }
  }, 180_000);

  it('are a CSV that no spreadsheet runs, whatever was typed in an action', async () => {
    const { octets } = await evaluateur.telecharger(chemin('actions', 'csv'));
    const texte = octets.toString('utf8');
    expect(texte.charCodeAt(0)).toBe(0xfeff);
    expect(texte).toContain(`;"'=HYPERLINK(""http://exemple.test"")";"Asso ""93""; & co";`);
    expect(texte).toContain(`;'- Repas 93;`);
    expect(texte).not.toMatch(/(^|;)"?[=+@]/m);
    expect(texte.split('\r\n')[0]?.split(';')).toHaveLength(GABARITS.actions.colonnes.length);
    expect(texte.trimEnd().split('\r\n').at(-1)).toContain('Méthode');
  });

  it('obey the filters, those of the groups included, and say those they cannot follow', async () => {
    const ids = async (suite: string) => (await lire('actions', suite)).lignes.map((l) => l['departementCode']);
    expect(await ids('&departement=93')).toEqual(['93', '93', '93']);
    expect(await ids('&public=JEUNES&departement=92')).toEqual(['92', '92']);
    expect(await ids('&q=marche')).toHaveLength(2);
    expect(await ids('&region=11')).toHaveLength(6);
    expect(await ids('&region=84')).toEqual([]);
    expect(await ids(`&phase=DIAGNOSTIC`)).toEqual([]);
    expect(await ids(`&cooperative=${cas[0]?.id}`)).toHaveLength(3);
    const refus = async (gabarit: NomGabarit, suite: string) => {
      const { statut, corps } = await evaluateur.get<Probleme>(chemin(gabarit, 'xlsx', suite));
      return [statut, JSON.stringify(corps)];
    };
    expect(await refus('groupes', '&q=marche')).toEqual([
      422,
      expect.stringContaining('ne se filtre pas par des mots'),
    ]);
    expect(await refus('groupes', '&par=age')).toEqual([422, expect.stringContaining('n’est pas un axe')]);
    const { statut } = await evaluateur.get(`/api/consolidation/export?gabarit=tout`);
    expect(statut).toBe(422);
  });

  it('are for the ARS alone: the whole region for the siège, its own département for a delegation', async () => {
    const structure = await f.structure({ departementCode: '93' });
    for (const [role, portee] of [
      ['PARTENAIRE', { structureId: structure }],
      ['COPILOTE', { cooperativeId: cas[0]?.id ?? '' }],
      ['MEMBRE_COPIL', { cooperativeId: cas[0]?.id ?? '' }],
    ] as const) {
      const qui = await api.personne(role, portee);
      for (const gabarit of ['actions', 't3', 'groupes', 'indicateurs'] as const) {
        expect([role, (await qui.get(chemin(gabarit, 'csv'))).statut]).toEqual([role, 403]);
      }
    }
    expect((await api.anonyme().get(chemin('t3', 'csv'))).statut).toBe(401);
    const dd = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
    expect(new Set((await lire('t3', '', dd)).lignes.map((l) => l['departementCode']))).toEqual(new Set(['92']));
  });

  it('are a report too, in PDF and Word, with the figures of the totals', async () => {
    const adresse = (format: string) =>
      `/api/consolidation/rapport?format=${format}&thematique=${thematique}&${PERIODE}`;
    const { corps } = await evaluateur.get<GroupesConsolidation>(
      `/api/consolidation/groupes?thematique=${thematique}&${PERIODE}`,
    );
    const pdf = await evaluateur.telecharger(adresse('pdf'));
    expect([pdf.statut, pdf.entetes.get('content-type')]).toEqual([200, 'application/pdf']);
    const lu = (await enTexte(pdf.octets)).replace(/\s+/g, ' ');
    const { bas, haut } = lignesDeGroupes(corps)[0] ?? { bas: null, haut: null };
    for (const dit of [
      'Île-de-France',
      'de T1 2025 à T2 2025',
      '8 bilans reçus sur 12 attendus (66 %)',
      `entre ${bas} et ${haut}`,
      'Seine-Saint-Denis : 2 bilans manquants',
      'Hauts-de-Seine : 2 bilans manquants',
      'Les huit trimestres qui finissent par T2 2025',
    ]) {
      expect(lu).toContain(dit);
    }
    const docx = await evaluateur.telecharger(adresse('docx'));
    expect([docx.statut, docx.octets.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    const partenaire = await api.personne('PARTENAIRE', { structureId: await f.structure() });
    expect((await partenaire.get(adresse('pdf'))).statut).toBe(403);
  });

  it('are refused twice at once to the same person, and given again after', async () => {
    // Held open by a reader who takes nothing yet: the file is longer than what waits on the way.
    const grand = await gonfler(f, cas[0]);
    const premier = request(`${api.racine}${grand}`, { headers: evaluateur.entetes, agent: false }).end();
    const [reponse] = (await once(premier, 'response')) as [IncomingMessage];
    expect(reponse.statusCode).toBe(200);
    const second = await evaluateur.get<Probleme>(grand);
    expect([second.statut, second.corps.code, second.corps.detail]).toEqual([
      409,
      'EXPORT_EN_COURS',
      expect.stringContaining('attendez'),
    ]);
    // Another person is not held up.
    expect((await (await api.personne('EVALUATEUR_REGIONAL')).get(chemin('actions', 'csv'))).statut).toBe(200);
    // Nor the same one, elsewhere.
    expect((await evaluateur.get('/api/session')).statut).toBe(200);
    reponse.destroy();
    await jusqua(async () => (await evaluateur.get(chemin('actions', 'csv'))).statut === 200);
    // Of this database alone: other tests hold theirs.
    const ouvertes = async () =>
      api.proprietaire.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND usename = 'coopilote_app' AND state LIKE 'idle in transaction%'`,
      );
    await jusqua(async () => (await ouvertes()).rowCount === 0);
  });
});

/** Long answers in every report of a CA: its T3 weighs tens of megabytes. Answers the address of that file. */
async function gonfler(f: Fabrique, ca: CaFaite | undefined): Promise<string> {
  await f.sql(
    `UPDATE bilan_trimestriel SET freins = repeat(md5(id::text), 100000) WHERE cooperative_id = $1 AND etat IN ('VALIDE', 'TRANSMIS')`,
    [ca?.id],
  );
  return `/api/consolidation/export?gabarit=t3&format=json&cooperative=${ca?.id}&${PERIODE}`;
}
