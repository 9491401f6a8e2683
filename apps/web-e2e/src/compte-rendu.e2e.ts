import type { TableauDeBord } from '@coopilote/domain/pilotage';
import { PageCompteRendu } from './pages/compte-rendu';
import { PageCooperative } from './pages/cooperative';
import { PageEnvois } from './pages/envois';
import { debut, texte } from './pages/libelles';
import { DECISION, NOUVELLE_FIN, PARTENAIRE, tenirSeance } from './scene-compte-rendu';
import { TELEPHONE, attendreErreur, expect, pageSaine, test } from './test';

/** The demonstration of another run may still be there: nothing is named twice. */
const TITRE = `Groupe de suivi ${Date.now().toString(36)}`;
const MOTIF = 'La présence de la mairie avait été oubliée.';

test('Minutes leave before people do, are corrected by a version, and approved at the next meeting', async ({
  entrer,
}) => {
  test.setTimeout(360_000);
  const dd = await entrer('dd93@demo.test');
  const { ca, etape, seance, present, numero } = await tenirSeance(dd, TITRE);
  const compteRendu = new PageCompteRendu(dd);
  const partenaire = await entrer(PARTENAIRE, { ecran: TELEPHONE });
  const lecture = new PageCompteRendu(partenaire);

  await test.step('until they are validated, the partner is told to wait', async () => {
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
