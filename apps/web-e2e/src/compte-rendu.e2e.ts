import type { Page } from '@playwright/test';
import { jourAParis } from '@coopilote/domain/commun/dates';
import type { InstanceLue, ReunionLue, SeanceLue } from '@coopilote/domain/gouvernance';
import { TEXTE_PARTAGE } from '@coopilote/domain/gouvernance/notes';
import type { TableauDeBord } from '@coopilote/domain/pilotage';
import * as Y from 'yjs';
import { exporterCsv, sansFormule } from './csv';
import { PageCompteRendu } from './pages/compte-rendu';
import { PageCooperative } from './pages/cooperative';
import { PageEnvois } from './pages/envois';
import { choisir, debut, texte } from './pages/libelles';
import { PageTableaux } from './pages/tableaux';
import { TELEPHONE, attendreErreur, expect, pageSaine, test } from './test';

/** The CA on diabetes, of the demonstration: in Seine-Saint-Denis. */
const DIABETE = 'Accompagnement du développement de l’offre en promotion de la santé pour les personnes diabétiques';
const PARTENAIRE = 'partenaire-diabete-quartiers@demo.test';
/** The demonstration of another run may still be there: nothing is named twice. */
const marque = Date.now().toString(36);
const TITRE = `Groupe de suivi ${marque}`;
const DECISION = 'Prolonger l’enquête de deux semaines, le temps de joindre les patients du centre de santé.';
const MOTIF = 'La présence de la mairie avait été oubliée.';
const [FIN, NOUVELLE_FIN] = ['2099-11-30', '2099-12-14'];

/** Day `dans` days from now, as the forms take it. */
const jourDans = (dans: number): string => jourAParis(new Date(Date.now() + dans * 86_400_000));

/** A meeting that was held, and a later one: all that comes before the minutes. */
async function tenirSeance(page: Page, titre = TITRE) {
  const intitule = `Enquête auprès des patients, ${titre}`;
  const appeler = async <T>(methode: 'get' | 'post' | 'put' | 'patch', chemin: string, data?: object): Promise<T> => {
    const reponse = await page.request[methode](`/api/${chemin}`, { headers: { 'X-Coopilote': '1' }, data });
    expect(reponse.ok(), `${methode} ${chemin} : ${await reponse.text()}`).toBe(true);
    return (await reponse.json()) as T;
  };
  const passer = async (id: string, vers: string): Promise<ReunionLue> => {
    const { version } = await appeler<ReunionLue>('get', `reunions/${id}`);
    return appeler('post', `reunions/${id}/transitions`, { vers, version });
  };
  await new PageTableaux(page).ouvrir(DIABETE);
  const ca = new URL(page.url()).pathname.split('/')[2] ?? '';

  await appeler('post', `cooperatives/${ca}/etapes`, {
    phase: 'DIAGNOSTIC',
    genre: 'TACHE',
    intitule,
    etat: 'EN_COURS',
    debut: '2099-09-01',
    fin: FIN,
  });
  const { etapes } = await appeler<TableauDeBord>('get', `cooperatives/${ca}/tableau-de-bord`);
  const etape = etapes.find((connue) => connue.intitule === intitule);

  const instance = await appeler<InstanceLue>('post', `cooperatives/${ca}/instances`, {
    genre: 'OPERATIONNELLE',
    intitule: titre,
    quorum: 10,
  });
  await appeler('post', `instances/${instance.id}/membres-proposes`, {});
  const creer = (nom: string, dans: number) =>
    appeler<ReunionLue>('post', 'reunions', {
      instanceId: instance.id,
      titre: nom,
      debut: `${jourDans(dans)}T14:00`,
      duree: 120,
      lieu: 'Mairie de Saint-Denis',
    });
  const seance = await creer(titre, 1);
  const { points, participants } = await appeler<ReunionLue>('put', `reunions/${seance.id}/points`, {
    points: ['Enquête', 'Questions diverses'].map((titre) => ({ titre, duree: 10, genre: 'LIBRE' })),
    version: seance.version,
  });
  const [enquete] = points;
  const [premier] = participants;
  if (!enquete || !premier || !etape) throw new Error('La scène n’est pas complète.');
  await passer(seance.id, 'CONVOQUEE');
  await passer(seance.id, 'EN_SEANCE');
  await appeler('patch', `reunions/${seance.id}/participants/${premier.id}`, {
    statut: 'PRESENT',
    version: premier.version,
  });
  const notes = new Y.Doc();
  notes.getText(TEXTE_PARTAGE).insert(0, 'La moitié des patients a répondu.\n- relancer le centre de santé');
  await appeler('post', `reunions/${seance.id}/points/${enquete.id}/notes`, {
    miseAJour: Buffer.from(Y.encodeStateAsUpdate(notes)).toString('base64'),
  });
  await appeler('post', `reunions/${seance.id}/decisions`, {
    pointId: enquete.id,
    texte: DECISION,
    issue: 'ADOPTEE',
    mode: 'VOTE',
    pour: 7,
    contre: 1,
    abstention: 2,
    changement: { genre: 'DATE_ETAPE', objetId: etape.id, fin: NOUVELLE_FIN },
  });
  await appeler('post', `reunions/${seance.id}/taches`, {
    pointId: enquete.id,
    quoi: 'Relancer le centre de santé',
    participantId: premier.id,
    echeance: jourDans(15),
  });
  const { decisions } = await appeler<SeanceLue>('get', `reunions/${seance.id}/seance`);
  await passer(seance.id, 'CLOSE');
  const suivante = await creer(`${titre}, la suite`, 30);
  await passer(suivante.id, 'CONVOQUEE');
  return { ca, etape: etape.id, seance: seance.id, present: premier.nom, numero: decisions[0]?.numero ?? '' };
}

test('Minutes leave before people do, are corrected by a version, and approved at the next meeting', async ({
  entrer,
}) => {
  test.setTimeout(360_000);
  const dd = await entrer('dd93@demo.test');
  const { ca, etape, seance, present, numero } = await tenirSeance(dd);
  const compteRendu = new PageCompteRendu(dd);
  const partenaire = await entrer(PARTENAIRE, { ecran: TELEPHONE });
  const lecture = new PageCompteRendu(partenaire);

  await test.step('until they are validated, the partner is told to wait', async () => {
    attendreErreur(partenaire, /status of 404 .*\/compte-rendu\)$/);
    await partenaire.goto(`/reunions/${seance}/compte-rendu`);
    await expect(partenaire.getByText('Le compte-rendu n’est pas encore validé')).toBeVisible();
    await pageSaine(partenaire);
  });

  await test.step('the draft holds the notes, the decision and the task; its texts save themselves', async () => {
    await compteRendu.ouvrir(seance);
    const point = await compteRendu.texte('Texte du point 1');
    await expect(point.getByRole('listitem')).toHaveText('relancer le centre de santé');
    await expect(dd.getByText(`Décision ${numero}`)).toBeVisible();
    await expect(dd.getByRole('table', { name: '1 action à suivre' })).toContainText('Relancer le centre de santé');
    const introduction = await compteRendu.texte('Introduction');
    await introduction.click();
    await compteRendu.outil('Introduction', 'Gras').click();
    await dd.keyboard.type('Malika Benali');
    await compteRendu.outil('Introduction', 'Gras').click();
    await dd.keyboard.type(' ouvre la séance.');
    await dd.keyboard.press('Enter');
    await dd.keyboard.type('1. lire le compte-rendu précédent');
    await dd.keyboard.press('Enter');
    await dd.keyboard.type('parler de l’enquête');
    await compteRendu.enregistre();
    await pageSaine(dd);
    await dd.reload();
    const relue = await compteRendu.texte('Introduction');
    await expect(relue.locator('strong')).toHaveText('Malika Benali');
    await expect(relue.getByRole('listitem')).toHaveText(['lire le compte-rendu précédent', 'parler de l’enquête']);
  });

  await test.step('what is pasted keeps its words and its lists, and loses the rest', async () => {
    const conclusion = await compteRendu.texte('Conclusion');
    await conclusion.focus();
    await conclusion.evaluate((champ) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData(
        'text/html',
        '<p class="MsoNormal" style="color:red" onclick="alert(1)">Prochaine séance&nbsp;: <b>en décembre</b></p>' +
          '<ul><li>un<ul><li>deux</li></ul></li></ul><script>alert(1)</script><img src="x" onerror="alert(1)">',
      );
      champ.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(conclusion.getByRole('listitem')).toHaveText(['un', 'deux']);
    await expect(conclusion.locator('[style], [class^=Mso], img, script')).toHaveCount(0);
    await compteRendu.enregistre();
  });

  await test.step('Tab leaves a list; a link is put on words', async () => {
    const introduction = await compteRendu.texte('Introduction');
    const entrerDansLaListe = async (): Promise<void> => {
      await introduction.getByRole('listitem').last().click();
      // The bar says where the caret is: the editor has read it.
      await expect(compteRendu.outil('Introduction', 'Liste numérotée')).toHaveAttribute('aria-pressed', 'true');
    };
    await entrerDansLaListe();
    await dd.keyboard.press('Tab');
    await expect(introduction).not.toBeFocused();
    await expect(introduction.getByRole('listitem')).toHaveCount(2);
    await entrerDansLaListe();
    await dd.keyboard.press('Shift+Home');
    await expect.poll(() => dd.evaluate(() => String(getSelection()))).toBe('parler de l’enquête');
    await compteRendu.outil('Introduction', 'Lien').click();
    const lien = dd.getByRole('dialog', { name: 'Ajouter un lien' });
    await texte(lien, 'Adresse').fill('javascript:alert(1)');
    await lien.getByRole('button', { name: 'Ajouter le lien' }).click();
    await expect(texte(lien, 'Adresse')).toHaveAccessibleDescription(/Une adresse de site ou de courriel est attendue/);
    await texte(lien, 'Adresse').fill('ars.sante.fr/enquete');
    await lien.getByRole('button', { name: 'Ajouter le lien' }).click();
    await expect(introduction.getByRole('link', { name: 'parler de l’enquête' })).toHaveAttribute(
      'href',
      'https://ars.sante.fr/enquete',
    );
    await compteRendu.enregistre();
  });

  await test.step('they are validated and leave, to those who are named', async () => {
    const dialogue = await compteRendu.demanderValidation('Valider et envoyer');
    await expect(dialogue).toContainText(/Il part par courriel à \d+\spersonnes/);
    await expect(dialogue).toContainText(present);
    await pageSaine(dd);
    await dialogue.getByRole('button', { name: 'Valider et envoyer' }).click();
    await expect(compteRendu.section('Introduction').getByRole('listitem')).toHaveCount(2);
    await expect(compteRendu.section('Participation').getByRole('row', { name: present })).toContainText('présent');
    await pageSaine(dd);
    const admin = await entrer('admin@demo.test');
    await new PageEnvois(admin).lire(PARTENAIRE, `Compte-rendu.*${TITRE}`);
    await expect(admin.getByRole('dialog')).toContainText(TITRE);
  });

  await test.step('the partner reads them on a phone, and takes them away', async () => {
    await lecture.ouvrir(seance);
    await expect(lecture.section('1. Enquête')).toContainText(DECISION);
    await expect(lecture.section('Conclusion').getByRole('listitem')).toHaveText(['un', 'deux']);
    await expect(partenaire.getByRole('button', { name: 'Corriger' })).toHaveCount(0);
    await expect(partenaire.getByRole('button', { name: /^Approuver/ })).toHaveCount(0);
    await pageSaine(partenaire);
    await partenaire.emulateMedia({ colorScheme: 'dark' });
    await pageSaine(partenaire);
    const pdf = await lecture.telecharger('PDF');
    expect(pdf).toMatchObject({ nom: expect.stringMatching(/-v1\.pdf$/), debut: '%PDF-' });
    expect(pdf.taille).toBeGreaterThan(5_000);
    const docx = await lecture.telecharger('Word');
    expect(docx).toMatchObject({ nom: expect.stringMatching(/-v1\.docx$/), debut: expect.stringMatching(/^PK/) });
    expect(docx.taille).toBeGreaterThan(2_000);
  });

  await test.step('a partner of another CA finds nothing', async () => {
    const autre = await entrer('partenaire-au-devant@demo.test');
    attendreErreur(autre, /status of 40[34] .*\/api\/reunions\//);
    await autre.goto(`/reunions/${seance}/compte-rendu`);
    await expect(autre.getByText(/^(Introuvable|Vous n’avez pas accès à cette page)$/)).toBeVisible();
    await expect(autre.getByText(TITRE)).toHaveCount(0);
  });

  await test.step('they are corrected by a new version, with its reason; the first stays readable', async () => {
    await dd.getByRole('button', { name: 'Corriger' }).click();
    const dialogue = dd.getByRole('dialog', { name: 'Corriger le compte-rendu' });
    await dialogue.getByRole('button', { name: 'Commencer la correction' }).click();
    await expect(texte(dialogue, 'Motif de la correction')).toHaveAttribute('aria-invalid', 'true');
    await texte(dialogue, 'Motif de la correction').fill(MOTIF);
    await dialogue.getByRole('button', { name: 'Commencer la correction' }).click();
    await expect(dd.getByText(MOTIF)).toBeVisible();
    const divers = await compteRendu.texte('Texte du point 2');
    await divers.click();
    await dd.keyboard.type('La mairie était présente.');
    await compteRendu.enregistre();
    await pageSaine(dd);
    // Until it is validated, the first version holds.
    await partenaire.reload();
    await expect(lecture.section('2. Questions diverses')).not.toContainText('La mairie était présente.');
    const validation = await compteRendu.demanderValidation('Valider sans envoyer');
    await validation.getByRole('button', { name: 'Valider sans envoyer' }).click();
    await expect(compteRendu.section('2. Questions diverses')).toContainText('La mairie était présente.');
    await expect(compteRendu.versions()).toHaveText([/Version 2.*validé/s, /Version 1.*remplacé/s]);
    await pageSaine(dd);

    await lecture.ouvrir(seance, 1);
    await expect(partenaire.getByText('Vous lisez la version 1.')).toBeVisible();
    await pageSaine(partenaire);
    await partenaire.getByRole('link', { name: 'lire la version 2' }).click();
    await expect(lecture.section('2. Questions diverses')).toContainText('La mairie était présente.');
  });

  await test.step('they are approved at the next meeting, and what was decided is done', async () => {
    await expect(compteRendu.changements()).toContainText('fin le 14/12/2099');
    await expect(compteRendu.changements()).toContainText('à l’approbation');
    await dd.getByRole('button', { name: 'Approuver lors de' }).click();
    const dialogue = dd.getByRole('dialog', { name: 'Approuver le compte-rendu' });
    await expect(dialogue).toContainText('1 changement s’appliquera');
    const reunion = dialogue.getByRole('combobox', { name: debut('Approuvé lors de') });
    const option = reunion.getByRole('option', { name: debut(`${TITRE}, la suite`) });
    await reunion.selectOption((await option.getAttribute('value')) ?? '');
    await pageSaine(dd);
    await dialogue.getByRole('button', { name: 'Approuver le compte-rendu' }).click();
    await expect(compteRendu.changements()).toContainText(/appliqué\s*le \d\d\/\d\d\/\d{4}/);
    await expect(dd.getByText('approuvé', { exact: true }).first()).toBeVisible();
    await pageSaine(dd);
    const { etapes } = (await (
      await dd.request.get(`/api/cooperatives/${ca}/tableau-de-bord`)
    ).json()) as TableauDeBord;
    expect(etapes.find(({ id }) => id === etape)?.fin).toBe(NOUVELLE_FIN);
  });

  await test.step('the history cites the decision', async () => {
    await dd.goto(`/cooperatives/${ca}`);
    await new PageCooperative(dd).onglet('Historique');
    await expect(dd.getByText(`Décision ${numero}, ${TITRE}`).first()).toBeVisible();
  });
});

test('The register of decisions: one tap says what became of one; it is filtered, and taken away', async ({
  entrer,
}) => {
  const dd = await entrer('dd93@demo.test');
  const { ca, numero } = await tenirSeance(dd, `${TITRE}, registre`);
  await dd.goto(`/cooperatives/${ca}/gouvernance/decisions`);
  const region = dd.getByRole('region', { name: 'Registre des décisions' });
  const suite = dd.getByRole('group', { name: `Suite de la décision ${numero}` });
  await expect(region.getByRole('gridcell', { name: numero, exact: true })).toBeVisible();
  await expect(suite.getByRole('button', { name: 'décidé' })).toHaveAttribute('aria-pressed', 'true');
  await pageSaine(dd);

  await suite.getByRole('button', { name: 'pas fait' }).click();
  await expect(suite.getByRole('button', { name: 'pas fait' })).toHaveAttribute('aria-pressed', 'true');
  await choisir(dd, 'Suite', 'pas fait');
  await expect(dd).toHaveURL(/suite=PAS_FAIT/);
  await expect(region.getByRole('gridcell', { name: numero, exact: true })).toBeVisible();
  const lignes = await exporterCsv(dd, dd.getByRole('button', { name: 'Exporter', exact: true }));
  expect(lignes[0]).toContain('Changement du programme');
  expect(lignes.flat()).toEqual(expect.arrayContaining([numero, DECISION, 'pas fait']));
  sansFormule(lignes);
  await dd.setViewportSize(TELEPHONE);
  await expect(dd.getByRole('list', { name: 'Registre des décisions' })).toContainText(numero);
  await pageSaine(dd);

  const partenaire = await entrer(PARTENAIRE);
  await partenaire.goto(`/cooperatives/${ca}/gouvernance/decisions?suite=PAS_FAIT`);
  await expect(partenaire.getByRole('gridcell', { name: numero, exact: true })).toBeVisible();
  await expect(partenaire.getByRole('group', { name: `Suite de la décision ${numero}` })).toHaveCount(0);
  await pageSaine(partenaire);
});
