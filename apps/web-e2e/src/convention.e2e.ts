import type { Page } from '@playwright/test';
import { jourAParis } from '@coopilote/domain/commun/dates';
import type { FicheActionLue } from '@coopilote/domain/actions';
import type { ConventionLue, ModeleLu } from '@coopilote/domain/conventions';
import type { EnvoiLu } from '@coopilote/domain/notifications';
import { debut, saisie, texte } from './pages/libelles';
import { DialogueParties, PageConvention, PageTexte } from './pages/convention';
import { PARTENAIRE, demander, preparerProgramme, type SceneConvention } from './scene-convention';
import { BUREAU, TELEPHONE, attendreErreur, expect, pageSaine, test } from './test';

/** The demonstration of another run may still be there: nothing is named twice. */
const marque = Date.now().toString(36);
const ARS = 'Agence régionale de santé Île-de-France';
const ASSOCIATION = 'Diabète et quartiers';
const CCAS = 'CCAS de Montfermeil';
const SANTE = 'Centre municipal de santé de La Courneuve';
const LIEU = 'Maison des habitants et gymnase';

/** Axe and the console at both widths; nothing runs over a narrow screen. */
async function saineAuxDeuxLargeurs(page: Page): Promise<void> {
  await pageSaine(page);
  await page.setViewportSize(TELEPHONE);
  await pageSaine(page);
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: 'la page ne déborde pas' })
    .toBeLessThanOrEqual(TELEPHONE.width);
  await page.setViewportSize(BUREAU);
}

/** The code sent to a mailbox, read in the outbox. */
async function lireCode(admin: Page, courriel: string): Promise<string> {
  const { lignes } = await demander<{ lignes: EnvoiLu[] }>(admin, 'GET', 'envois?taille=50');
  const envoi = lignes.find(({ destinataire, objet }) => destinataire === courriel && objet.startsWith('Votre code'));
  return /\b(\d{6})\b/.exec(envoi?.texte ?? '')?.[1] ?? '';
}

async function deplacerAction(page: Page, { ficheId }: SceneConvention, lieux: string): Promise<void> {
  const fiche = await demander<FicheActionLue>(page, 'GET', `fiches-actions/${ficheId}`);
  const { intitule, objectifId, contenu, calendrierDebut, calendrierFin, modes, publics, version } = fiche;
  const { moyensHumains, moyensHumainsEtp, motifPeuIndicateurs } = fiche;
  await demander(page, 'PATCH', `fiches-actions/${ficheId}`, {
    intitule,
    objectifId,
    contenu,
    calendrierDebut,
    calendrierFin,
    modes: modes.map(({ id }) => id),
    publics: publics.map(({ id }) => id),
    lieux,
    moyensHumains,
    moyensHumainsEtp,
    motifPeuIndicateurs,
    version,
  });
}

/** Every party signs on paper: the scans come from the API, the page has shown how before. */
async function signerParTous(page: Page, acteId: string): Promise<void> {
  const { parties } = await demander<{ parties: { id: string }[] }>(page, 'GET', `actes/${acteId}`);
  for (const { id } of parties) {
    const envoi = await page.request.post(`/api/pieces?objet=ACTE&objetId=${acteId}`, {
      headers: { 'X-Coopilote': '1' },
      multipart: {
        fichier: {
          name: `${id}.pdf`,
          mimeType: 'application/pdf',
          buffer: Buffer.from(`%PDF-1.7\n% ${id}\n%%EOF\n`),
        },
      },
    });
    const piece = (await envoi.json()) as { id: string };
    const signature = { partieId: id, signeLe: jourAParis(new Date()), pieceId: piece.id };
    await demander(page, 'POST', `actes/${acteId}/signatures`, signature);
  }
}

test('A convention is drawn from the programme, read, signed by four parties, amended, renewed', async ({ entrer }) => {
  test.setTimeout(400_000);
  const dd = await entrer('dd93@demo.test');
  const scene = await preparerProgramme(dd, marque);
  const convention = new PageConvention(dd);
  const parties = new DialogueParties(dd);
  const ecrit = new PageTexte(dd);
  let acteId = '';

  await test.step('the empty tab says what a convention is; the draft comes from the programme', async () => {
    await convention.ouvrir(scene.cooperativeId);
    await expect(dd.getByText('Aucune convention')).toBeVisible();
    await saineAuxDeuxLargeurs(dd);
    await convention.preparer('trois ans');
    acteId = ecrit.id;
    await expect(ecrit.article('Préambule')).toContainText('renoncement aux soins');
    await expect(ecrit.article('Article 5 – Durée, modification et résiliation de la convention')).toContainText(
      'trois ans',
    );
    const tableau = dd.getByRole('table', { name: debut(`Action 1 – ${scene.action}`) });
    await expect(tableau.getByRole('rowheader', { name: /Lieux/ })).toBeVisible();
    await expect(dd.getByText(`${ARS} : indiquez qui la représente`)).toBeVisible();
    await saineAuxDeuxLargeurs(dd);
  });

  await test.step('an incomplete text is not frozen; what it misses leads to the parties', async () => {
    await ecrit.passer('Envoyer en relecture', 'en relecture');
    await dd.getByRole('button', { name: 'Figer le texte' }).click();
    const dialogue = dd.getByRole('dialog', { name: 'Figer le texte' });
    await expect(dialogue.getByText('Le texte n’est pas complet')).toBeVisible();
    await dialogue.getByRole('link', { name: 'Modifier les parties' }).first().click();
    await expect(parties.dialogue).toBeVisible();
    await saineAuxDeuxLargeurs(dd);
    await parties.remplir(ARS, 'Malika Saadi', 'directrice départementale');
    await parties.remplir(ASSOCIATION, 'Mamadou Diarra', 'président');
    await parties
      .partie(ASSOCIATION)
      .getByRole('combobox', { name: 'Signataire en ligne' })
      .selectOption({ label: 'Mamadou Diarra' });
    await parties.remplir(CCAS, 'Béatrice Lemoine', 'vice-présidente');
    await parties.remplir(SANTE, 'Inès Galvao', 'directrice');
    // With the keyboard alone: the focus stays on the button of the row that moved.
    await parties.acte('Descendre', CCAS).press('Enter');
    await expect(
      parties.acte('Descendre', CCAS).or(parties.acte('Monter', CCAS)).and(dd.locator(':focus')),
    ).toHaveCount(1);
    await parties.acte('Monter', CCAS).press('Enter');
    await parties.enregistrer();
    await expect(convention.carte('Parties')).toContainText('Signe en ligne : Mamadou Diarra');
    await saineAuxDeuxLargeurs(dd);
  });

  await test.step('a partner remarks on an article; it is written again, a mistake shows beside it', async () => {
    const partenaire = await entrer(PARTENAIRE);
    const lu = new PageTexte(partenaire);
    await lu.ouvrir(acteId);
    const article = lu.article('Article 4.3 – Bilans trimestriels');
    await article.getByRole('button', { name: debut('Faire une remarque') }).click();
    await texte(article, 'Votre remarque').fill('Dire à quelle date.');
    await saineAuxDeuxLargeurs(partenaire);
    await article.getByRole('button', { name: 'Ajouter la remarque' }).click();
    await expect(article.getByText('Dire à quelle date.')).toBeVisible();
    await expect(partenaire.getByRole('button', { name: debut('Modifier') })).toHaveCount(0);

    await ecrit.ouvrir(acteId);
    await expect(dd.getByRole('navigation', { name: 'Articles' })).toContainText('1 remarque à traiter');
    const mien = ecrit.article('Article 4.3 – Bilans trimestriels');
    await mien.getByRole('button', { name: debut('Modifier') }).click();
    const editeur = mien.getByRole('textbox', { name: debut('Texte de l’article') });
    await editeur.click();
    await dd.keyboard.press('Control+End');
    await dd.keyboard.type(' Le mois suivant, pour {{programe}}.');
    await expect(editeur).toContainText('pour {{programe}}.');
    await mien.getByRole('button', { name: 'Enregistrer l’article' }).click();
    await expect(mien.getByRole('alert')).toContainText('La variable « programe » n’existe pas');
    await saineAuxDeuxLargeurs(dd);
    for (let i = 0; i < '{{programe}}.'.length; i++) await dd.keyboard.press('Backspace');
    await editeur.click();
    await dd.keyboard.press('Control+End');
    for (let i = 0; i < '{{programe}}.'.length; i++) await dd.keyboard.press('Backspace');
    await mien.getByText('Insérer une donnée du programme').click();
    await mien.getByRole('button', { name: debut('Intitulé du programme') }).click();
    await expect(mien.getByRole('region', { name: 'Aperçu du texte' })).toContainText(
      `Le mois suivant, pour Bien manger à Clichy ${marque}`,
    );
    await mien.getByRole('button', { name: 'Enregistrer l’article' }).click();
    await expect(mien.getByText('écrit pour cette convention')).toBeVisible();
    await mien.getByRole('button', { name: debut('Marquer comme traitée') }).click();
    await expect(mien.getByText('traitée', { exact: true })).toBeVisible();
    await mien.getByRole('button', { name: debut('Revenir au modèle') }).click();
    await dd.getByRole('dialog').getByRole('button', { name: 'Revenir au modèle' }).click();
    await expect(mien.getByText('écrit pour cette convention')).toHaveCount(0);
  });

  await test.step('somebody else saved meanwhile: both versions show, nothing is lost', async () => {
    const mien = ecrit.article('Article 4.4 – Bilan annuel');
    await mien.getByRole('button', { name: debut('Modifier') }).click();
    const editeur = mien.getByRole('textbox', { name: debut('Texte de l’article') });
    await editeur.click();
    await dd.keyboard.press('Control+End');
    await dd.keyboard.type(' Les habitants y sont invités.');
    const { version } = await demander<{ version: number }>(dd, 'GET', `actes/${acteId}`);
    const textes = [{ cle: '4.4', texte: '<p>Écrit ailleurs.</p>' }];
    await demander(dd, 'PATCH', `actes/${acteId}`, { textes, version });
    attendreErreur(dd, /status of 409/);
    await mien.getByRole('button', { name: 'Enregistrer l’article' }).click();
    const conflit = dd.getByRole('group', { name: 'Deux versions de la même saisie' });
    await expect(conflit).toContainText('Écrit ailleurs.');
    await expect(conflit).toContainText('Les habitants y sont invités.');
    await saineAuxDeuxLargeurs(dd);
    await conflit.getByRole('button', { name: 'Enregistrer ma saisie' }).click();
    await mien.getByRole('button', { name: 'Enregistrer l’article' }).click();
    await expect(mien).toContainText('Les habitants y sont invités.');
  });

  await test.step('it is frozen, sent, and three copies are deposited', async () => {
    await ecrit.passer('Figer le texte', 'prêt à signer');
    await convention.ouvrir(scene.cooperativeId);
    await expect(dd.getByText('le texte est figé avec ses parties')).toBeVisible();
    await ecrit.ouvrir(acteId);
    await ecrit.passer('Envoyer à la signature', 'en signature');
    await saineAuxDeuxLargeurs(dd);
    for (const nom of [ARS, CCAS, SANTE]) await ecrit.deposer(nom);
    await expect(dd.getByRole('heading', { name: 'Signatures : 3 sur 4' })).toBeVisible();
  });

  await test.step('the fourth signs on a phone, by the code of its mail', async () => {
    const telephone = await entrer(PARTENAIRE, { ecran: TELEPHONE });
    await new PageTexte(telephone).ouvrir(acteId);
    await pageSaine(telephone);
    await telephone.getByRole('button', { name: 'Signer en ligne' }).click();
    const champ = texte(telephone, 'Code reçu par courriel');
    await expect(champ).toBeFocused();
    await expect(champ).toHaveAttribute('autocomplete', 'one-time-code');
    const admin = await entrer('admin@demo.test');
    const code = await lireCode(admin, PARTENAIRE);
    expect(code).toMatch(/^\d{6}$/);
    attendreErreur(telephone, /status of 422/);
    await champ.fill(code === '000000' ? '111111' : '000000');
    await telephone.getByRole('button', { name: 'Signer Convention' }).click();
    await expect(telephone.getByRole('alert')).toContainText('Ce n’est pas le code reçu');
    await pageSaine(telephone);
    await champ.fill(code);
    await telephone.getByRole('button', { name: 'Signer Convention' }).click();
    await expect(telephone.getByText('signé', { exact: true })).toBeVisible();
    // On a phone the text comes first: who signed is folded above it.
    await telephone.locator('summary', { hasText: '4 signatures sur 4' }).press('Enter');
    await expect(telephone.getByText('signature électronique simple')).toBeVisible();
    await pageSaine(telephone);
  });

  await test.step('it is in force; a changed fiche-action calls for an avenant', async () => {
    await convention.ouvrir(scene.cooperativeId);
    await expect(dd.getByText('en vigueur', { exact: true })).toBeVisible();
    await expect(convention.ecart).toHaveCount(0);
    await deplacerAction(dd, scene, LIEU);
    await convention.ouvrir(scene.cooperativeId);
    await expect(convention.ecart.locator('ins')).toContainText('et gymnase');
    await saineAuxDeuxLargeurs(dd);
    await convention.preparerAvenant('Les ateliers gagnent le gymnase.');
    await expect(dd.getByRole('heading', { level: 1, name: /^Avenant nº\s1$/ })).toBeVisible();
    await expect(dd.getByRole('region', { name: 'Objet et changements' }).locator('ins')).toContainText('et gymnase');
    await saineAuxDeuxLargeurs(dd);
    await ecrit.enSignature();
    await signerParTous(dd, ecrit.id);
  });

  await test.step('what binds on a day holds the avenant; the day before, nothing did', async () => {
    await convention.ouvrir(scene.cooperativeId);
    await expect(convention.ecart).toHaveCount(0);
    await dd.getByRole('link', { name: 'Texte consolidé à la date du…' }).click();
    await expect(dd.getByRole('table', { name: debut('Action 1') })).toContainText(LIEU);
    await saineAuxDeuxLargeurs(dd);
    attendreErreur(dd, /status of 409 .*\/texte\?jour=2020/);
    await saisie(dd, 'À la date du').fill('2020-01-01');
    await expect(dd.getByText('Aucun texte en vigueur ce jour-là')).toBeVisible();
    await saineAuxDeuxLargeurs(dd);
  });

  await test.step('it is renewed expressly', async () => {
    await convention.ouvrir(scene.cooperativeId);
    await convention.renouveler('deux ans', 'Le bilan annuel est favorable.');
    await ecrit.enSignature();
    await signerParTous(dd, ecrit.id);
    await convention.ouvrir(scene.cooperativeId);
    await expect(convention.carte('Convention nº 1')).toContainText('renouvelée 1 fois');
  });
});

test('A convention is ended a month after the letter; who is elsewhere reads nothing', async ({ entrer }) => {
  test.setTimeout(240_000);
  const dd = await entrer('dd93@demo.test');
  const scene = await preparerProgramme(dd, `${marque} bis`);
  const convention = new PageConvention(dd);
  await convention.ouvrir(scene.cooperativeId);
  await convention.preparer('un an');
  const acteId = new PageTexte(dd).id;
  const [ligne] = await demander<{ id: string }[]>(dd, 'GET', `cooperatives/${scene.cooperativeId}/conventions`);
  const conventionId = ligne?.id ?? '';

  await test.step('a draft is its writers’ alone', async () => {
    const partenaire = await entrer(PARTENAIRE);
    attendreErreur(partenaire, /status of 404 .*\/api\/actes\//);
    await partenaire.goto(`/conventions/textes/${acteId}`);
    await expect(partenaire.getByText('Introuvable', { exact: true })).toBeVisible();
    await pageSaine(partenaire);
  });

  await test.step('it is signed by all', async () => {
    const lue = await demander<ConventionLue>(dd, 'GET', `conventions/${conventionId}`);
    await demander(dd, 'PUT', `conventions/${conventionId}/parties`, {
      version: lue.version,
      parties: lue.parties.map(({ signataire: _, ...partie }) => ({
        ...partie,
        representant: 'Luc Petit',
        qualite: partie.qualite ?? 'président',
      })),
    });
    await new PageTexte(dd).ouvrir(acteId);
    await new PageTexte(dd).enSignature();
    await signerParTous(dd, acteId);
  });

  for (const courriel of ['habitant93@demo.test', 'partenaire-csapa-92@demo.test']) {
    await test.step(`${courriel} is kept out of another CA`, async () => {
      const page = await entrer(courriel);
      attendreErreur(page, /status of (403|404) /);
      await page.goto(`/conventions/textes/${acteId}`);
      await expect(page.getByRole('article')).toHaveCount(0);
      await expect(page.getByText('Introuvable', { exact: true })).toBeVisible();
      await page.goto(`/conventions/${conventionId}/texte`);
      await expect(page.getByText('Introuvable', { exact: true })).toBeVisible();
      await pageSaine(page);
    });
  }

  await test.step('a partner reads it without an act', async () => {
    const page = await entrer(PARTENAIRE);
    await new PageConvention(page).ouvrir(scene.cooperativeId);
    await expect(page.getByText('en vigueur', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: /Résilier|Renouveler|Préparer|Modifier/ })).toHaveCount(0);
    await saineAuxDeuxLargeurs(page);
  });

  await test.step('a member asks to leave; the others are consulted, and an avenant says the day', async () => {
    const page = await entrer(PARTENAIRE);
    await page.goto(`/conventions/${conventionId}`);
    await expect(page).toHaveURL(`/cooperatives/${scene.cooperativeId}/convention`);
    await page.getByRole('button', { name: 'Demander un départ' }).press('Enter');
    const demande = page.getByRole('dialog', { name: 'Départ d’un membre' });
    await expect(demande).toContainText(/Prochaine échéance annuelle\s: \S+ \d+/);
    await texte(demande, 'Motif').fill('L’association se recentre sur le soin.');
    await saineAuxDeuxLargeurs(page);
    await demande.getByRole('button', { name: 'Demander le départ' }).press('Enter');
    const carte = new PageConvention(page).carte('Départ d’un membre');
    await expect(carte).toContainText('membres à consulter');
    await expect(carte.getByRole('button', { name: debut('Enregistrer la consultation') })).toHaveCount(0);

    await convention.ouvrir(scene.cooperativeId);
    const mienne = convention.carte('Départ d’un membre');
    await mienne.getByRole('button', { name: debut('Enregistrer la consultation') }).press('Enter');
    const dialogue = dd.getByRole('dialog', { name: 'Consultation des membres' });
    await saisie(dialogue, 'Consultation des membres').fill(jourAParis(new Date()));
    await expect(dialogue.getByText('à l’échéance annuelle.')).toContainText(/prendra effet le \S+ \d+/);
    await texte(dialogue, 'Ce que les membres ont dit').fill('Sans objection : les ateliers passent au CCAS.');
    await saineAuxDeuxLargeurs(dd);
    await dialogue.getByRole('button', { name: 'Enregistrer la consultation' }).press('Enter');
    await expect(mienne).toContainText('décidé');
    await expect(convention.ecart.getByRole('insertion')).toContainText('à l’échéance annuelle');
    await saineAuxDeuxLargeurs(dd);
    await convention.ecart.getByRole('button', { name: 'Préparer l’avenant' }).press('Enter');
    const avenant = dd.getByRole('dialog', { name: 'Préparer un avenant' });
    await expect(texte(avenant, 'Objet')).toHaveValue(new RegExp(`^Départ de ${ASSOCIATION}`));
    await avenant.getByRole('button', { name: 'Annuler' }).press('Enter');
  });

  await test.step('the day of effect is said as one types; the end is then written', async () => {
    await convention.ouvrir(scene.cooperativeId);
    await dd.getByRole('button', { name: 'Résilier' }).click();
    const dialogue = dd.getByRole('dialog', { name: 'Résilier la convention' });
    await dialogue.getByRole('combobox', { name: debut('Partie qui résilie') }).selectOption({ label: CCAS });
    await saisie(dialogue, 'Réception de la lettre').fill(jourAParis(new Date()));
    await expect(dialogue.getByText('un mois après la réception.')).toContainText(/prendra fin le \S+ \d+/);
    await texte(dialogue, 'Motif').fill('Fin du financement');
    await pageSaine(dd);
    await dialogue.getByRole('button', { name: 'Résilier la convention' }).click();
    await expect(dialogue).toBeHidden();
    await expect(convention.carte('Convention nº 1')).toContainText(`Résiliation par ${CCAS}`);
    await expect(dd.getByRole('button', { name: 'Résilier' })).toHaveCount(0);
    await saineAuxDeuxLargeurs(dd);
  });
});

test('The template of a region is edited with its preview; a mistake has its place; versions are kept', async ({
  entrer,
}) => {
  const admin = await entrer('admin@demo.test');
  const MOTIF = `Article 4.3 précisé ${marque}`;
  await admin.goto('/administration');
  await admin.getByRole('link', { name: 'Modèle de convention' }).click();
  const article = admin.getByRole('group', { name: /^Article\s4\.3$/ });
  const editeur = article.getByRole('textbox', { name: debut('Texte de l’article') });
  const apercu = admin.getByRole('region', { name: debut('Aperçu') });
  await expect(editeur).toBeVisible();
  await saineAuxDeuxLargeurs(admin);
  await editeur.click();
  await admin.keyboard.press('Control+End');
  await admin.keyboard.type(' Voir {{thematique}}.');
  await expect(apercu).toContainText('Article 4.3, paragraphe 1 : La variable « thematique » n’existe pas.');
  await saisie(admin, 'Ce qui change').fill(MOTIF);
  await admin.getByRole('button', { name: 'Enregistrer le modèle' }).click();
  await expect(admin.getByRole('alert')).toContainText('La variable « thematique » n’existe pas.');
  await editeur.click();
  await admin.keyboard.press('Control+End');
  for (let i = 0; i < ' Voir {{thematique}}.'.length; i++) await admin.keyboard.press('Backspace');
  await admin.keyboard.type(` Précisé ${marque}.`);
  await expect(apercu).toContainText(`Précisé ${marque}.`);
  await admin.getByRole('button', { name: 'Enregistrer le modèle' }).click();
  await expect(admin.getByRole('group', { name: 'Versions' })).toContainText(MOTIF);
  await saineAuxDeuxLargeurs(admin);

  // The guide's own words again: the other journeys read them.
  const lu = await demander<ModeleLu>(admin, 'GET', 'regions/11/modele-convention');
  const articles = lu.articles.map((a) => ({ ...a, texte: a.texte.replace(` Précisé ${marque}.`, '') }));
  await demander(admin, 'PUT', 'regions/11/modele-convention', { articles, motif: 'Retour', numero: lu.numero });

  const dd = await entrer('dd93@demo.test');
  await dd.goto('/administration/modele-convention');
  await expect(dd.getByRole('heading', { level: 1 })).toHaveText(/refusé|interdit|accès/i);
});
