import type { CodePresenceLu, DecisionLue } from '@coopilote/domain/gouvernance';
import { PanneauPresences, PageSeance } from './pages/seance';
import { debut, proposer, saisie, texte } from './pages/libelles';
import { convoquerReunion } from './scene-seance';
import { TELEPHONE, attendreErreur, expect, pageSaine, test } from './test';

const MUR = { width: 1920, height: 1080 };
const marque = Date.now().toString(36);
const POINTS = [
  { titre: 'Actions hors cible', duree: 20, genre: 'HORS_CIBLE' },
  { titre: 'Participation des habitants', duree: 15, genre: 'LIBRE', details: '- Ce que les ateliers ont proposé' },
  { titre: 'Date du bilan annuel', duree: 5, genre: 'LIBRE' },
] as const;
const PARTENAIRE = { courriel: 'partenaire-jardins-plateau@demo.test', nom: 'Étienne Roux' };
const HORS_LIGNE = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_INCOMPLETE_CHUNKED_ENCODING/;
/** The browser looks for a newer service worker at each page opened: one cut short by the network is looked for at the next. */
const MISE_A_JOUR_MANQUEE = /An unknown error occurred when fetching the script/;

test('A meeting is held: on the wall, at the coordinator’s, on a member’s phone', async ({ entrer, visiter }) => {
  test.setTimeout(300_000);
  const dd = await entrer('dd93@demo.test');
  const { id } = await convoquerReunion(dd, marque, POINTS);
  const animation = new PageSeance(dd);
  const ecranMur = await entrer('dd93@demo.test', { ecran: MUR });
  const mur = new PageSeance(ecranMur);

  await test.step('before it is opened, each page says so', async () => {
    await mur.ouvrir(id, true);
    await expect(ecranMur.getByText('La séance n’est pas encore ouverte')).toBeVisible();
    await expect(ecranMur.getByRole('button', { name: 'Ouvrir la séance' })).toHaveCount(0);
    await pageSaine(ecranMur);
    await animation.ouvrir(id);
    await pageSaine(dd);
  });

  await test.step('the coordinator opens it: the wall shows the code, and no control', async () => {
    await dd.getByRole('button', { name: 'Ouvrir la séance' }).click();
    await expect(dd.getByText('Aucun point en cours')).toBeVisible();
    await expect(ecranMur.getByRole('img', { name: 'Code QR de l’émargement' })).toBeVisible();
    await expect(ecranMur.getByRole('button', { name: 'Clore la séance' })).toHaveCount(0);
    // No bar of the application around it, but a way back.
    await expect(ecranMur.getByRole('navigation')).toHaveCount(0);
    await expect(ecranMur.getByRole('link', { name: 'Quitter la séance' })).toHaveAttribute('href', `/reunions/${id}`);
  });

  const telephone = await visiter({ ecran: TELEPHONE });
  await test.step('a member signs by the address of the code; the wall counts them', async () => {
    const { adresse } = (await (await dd.request.get(`/api/reunions/${id}/code-presence`)).json()) as CodePresenceLu;
    await telephone.goto(new URL(adresse).pathname);
    await telephone.getByRole('radio', { name: debut(PARTENAIRE.nom) }).check();
    await pageSaine(telephone);
    await telephone.getByRole('button', { name: 'Je suis présent' }).click();
    await expect(telephone.getByRole('heading', { level: 1, name: 'Votre présence est notée' })).toBeVisible();
    await expect(ecranMur.getByText(/^1\s+présent, quorum non atteint$/)).toBeVisible();
  });

  const membre = new PageSeance(telephone);
  await test.step('on the phone, one column, one’s own presence, no control', async () => {
    await telephone.request.post('/api/session', {
      headers: { 'X-Coopilote': '1' },
      data: { email: PARTENAIRE.courriel, motDePasse: 'demo-coopilote' },
    });
    await membre.ouvrir(id);
    await expect(membre.maPresence).toHaveText(/Étienne Roux\s*présent/);
    await expect(telephone.getByRole('button', { name: 'Commencer les points' })).toHaveCount(0);
    await pageSaine(telephone);
  });

  await test.step('attendance: one tap, a name and Entrée, a proxy', async () => {
    const presences = new PanneauPresences(dd);
    await animation.presser('p');
    await expect(presences.boite).toBeVisible();
    await presences.noter('Mamadou Diarra', 'Présent');
    await presences.noter('Sylvie Tran', 'Excusé');
    await presences.boite.getByRole('searchbox', { name: 'Chercher une personne' }).fill('benhaim');
    await dd.keyboard.press('Enter');
    await expect(presences.acte('Marc Benhaïm', 'Présent')).toHaveAttribute('aria-pressed', 'true');
    await presences.acte('Karima Haddad', 'Pouvoir').click();
    await presences.boite
      .getByRole('combobox', { name: 'Karima Haddad donne pouvoir à' })
      .selectOption({ label: 'Mamadou Diarra' });
    await expect(presences.boite.getByText('Pouvoir donné à Mamadou Diarra')).toBeVisible();
    await pageSaine(dd);
    await presences.fermer();
    await expect(ecranMur.getByText(/^3\s+présents, 1\s+pouvoir/)).toBeVisible();
  });

  await test.step('the point moves on the three screens, with its time', async () => {
    await dd.getByRole('button', { name: 'Commencer les points' }).click();
    for (const seance of [mur, animation, membre]) {
      await seance.auPoint('Actions hors cible');
      await expect(seance.chrono).toContainText(/^\s*(20:00|19:\d\d)/);
    }
    await expect(mur.point.getByRole('columnheader', { name: 'Part du prévu' })).toBeVisible();
    await pageSaine(ecranMur);
    await animation.presser('ArrowRight');
    for (const seance of [mur, animation, membre]) await seance.auPoint('Participation des habitants');
  });

  const decidee = `Un habitant de chaque quartier siège au copil ${marque}`;
  await test.step('a decision and a task appear as they fall', async () => {
    await animation.decider(decidee);
    await animation.confier('Écrire aux conseils de quartier', 'roux', PARTENAIRE.nom);
    for (const seance of [mur, membre]) {
      await expect(seance.decision(decidee)).toContainText(/Décision \d{4}-\d\d\s*adoptée\s*consensus/);
      await expect(seance.decision('Écrire aux conseils de quartier')).toContainText(
        `À faire par ${PARTENAIRE.nom}, avant le`,
      );
    }
    await expect(membre.decisions.getByRole('button')).toHaveCount(0);
    await pageSaine(dd);
  });

  await test.step('two people type notes at once: every word is there, on every screen', async () => {
    const phrases = ['Les ateliers demandent un lieu ouvert le soir. ', 'Le jardin peut prêter sa salle le mercredi. '];
    await Promise.all([animation.noter(phrases[0] ?? ''), membre.noter(phrases[1] ?? '')]);
    await expect(async () => {
      const [ici, la] = await Promise.all([animation.notes.inputValue(), membre.notes.inputValue()]);
      expect(la).toBe(ici);
      for (const phrase of phrases) expect(ici).toContain(phrase);
      expect(ici).toHaveLength(phrases.join('').length);
      await expect(mur.notesLues).toContainText(ici.trim());
    }).toPass();
  });

  await test.step('one loses the network while typing, then finds it: no word is lost', async () => {
    attendreErreur(telephone, HORS_LIGNE);
    await telephone.context().setOffline(true);
    await membre.suit('Hors ligne');
    await membre.noter('Écrit dans le métro. ');
    await expect(telephone.getByText('Hors ligne, vos notes sont gardées ici.')).toBeVisible();
    await animation.noter('Écrit dans la salle. ');
    await animation.decider(`Décidé sans le réseau ${marque}`);
    await expect(membre.decision(`Décidé sans le réseau ${marque}`)).toHaveCount(0);
    await telephone.context().setOffline(false);
    await membre.suit('En direct');
    await expect(membre.decision(`Décidé sans le réseau ${marque}`)).toBeVisible();
    for (const seance of [animation, membre]) {
      await expect(seance.notes).toHaveValue(/Écrit dans le métro\. /);
      await expect(seance.notes).toHaveValue(/Écrit dans la salle\. /);
    }
    expect(await membre.notes.inputValue()).toBe(await animation.notes.inputValue());
    await expect(telephone.getByText('Enregistrées, visibles de tous.')).toBeVisible();
  });

  await test.step('the séance is closed, knowing what it leaves open', async () => {
    await dd.getByRole('button', { name: 'Clore la séance' }).click();
    const cloture = dd.getByRole('dialog', { name: 'Clore la séance' });
    await expect(cloture).toContainText('2 points traités, 2 décisions, 1 tâche');
    await expect(cloture).toContainText('Un point n’a pas été traité');
    await expect(cloture).toContainText('Date du bilan annuel');
    await pageSaine(dd);
    await cloture.getByRole('button', { name: 'Clore la séance' }).click();
    await expect(dd).toHaveURL(`/reunions/${id}/compte-rendu`);
    await expect(ecranMur.getByText('La séance est close')).toBeVisible();
    await expect(telephone.getByText('La séance est close')).toBeVisible();
    await expect(membre.notes).toHaveCount(0);
    await pageSaine(telephone);
  });
});

test('Words typed without a network survive the closing of the page', async ({ entrer, autrePage }) => {
  const dd = await entrer('dd93@demo.test');
  const { id } = await convoquerReunion(dd, `${marque} bis`, POINTS);
  const animation = new PageSeance(dd);
  await animation.ouvrir(id);
  await dd.getByRole('button', { name: 'Ouvrir la séance' }).click();
  await dd.getByRole('button', { name: 'Commencer les points' }).click();
  await animation.noter('Reçu. ');
  await expect(dd.getByText('Enregistrées, visibles de tous.')).toBeVisible();

  const membre = await entrer(PARTENAIRE.courriel, { ecran: TELEPHONE });
  attendreErreur(membre, HORS_LIGNE);
  const avant = new PageSeance(membre);
  await avant.ouvrir(id);
  await expect(avant.notes).toHaveValue('Reçu. ');
  await membre.context().setOffline(true);
  await avant.noter('Gardé sur le téléphone. ');
  await expect(membre.getByText('Hors ligne, vos notes sont gardées ici.')).toBeVisible();
  await membre.close();

  await membre.context().setOffline(false);
  const retour = await autrePage(membre.context());
  attendreErreur(retour, MISE_A_JOUR_MANQUEE);
  await new PageSeance(retour).ouvrir(id);
  await expect(animation.notes).toHaveValue('Reçu. Gardé sur le téléphone. ');
  await expect(new PageSeance(retour).notes).toHaveValue('Reçu. Gardé sur le téléphone. ');
});

test('A decision changed by two coordinators shows both texts; deleting asks first', async ({ entrer }) => {
  const dd = await entrer('dd93@demo.test');
  const { id } = await convoquerReunion(dd, `${marque} ter`, POINTS);
  const seance = new PageSeance(dd);
  await seance.ouvrir(id);
  await dd.getByRole('button', { name: 'Ouvrir la séance' }).click();
  await dd.getByRole('button', { name: 'Commencer les points' }).click();
  await seance.decider('Réunir les habitants en mars');

  await test.step('the other saves first: both texts are shown, one is kept knowingly', async () => {
    attendreErreur(dd, /status of 409/);
    await seance
      .decision('Réunir les habitants en mars')
      .getByRole('button', { name: /^Modifier/ })
      .click();
    await texte(seance.decisions, 'Décision').fill('Réunir les habitants en avril');
    const lue = (await (await dd.request.get(`/api/reunions/${id}/seance`)).json()) as { decisions: DecisionLue[] };
    const [decision] = lue.decisions;
    const change = await dd.request.patch(`/api/reunions/${id}/decisions/${decision?.id}`, {
      headers: { 'X-Coopilote': '1' },
      data: {
        pointId: decision?.pointId,
        texte: 'Réunir les habitants en mai',
        issue: 'ADOPTEE',
        mode: 'CONSENSUS',
        version: decision?.version,
      },
    });
    expect(change.status()).toBe(200);
    await dd.keyboard.press('Control+Enter');
    const conflit = seance.decisions.getByRole('group', { name: 'Deux versions de la même saisie' });
    await expect(conflit).toContainText('Réunir les habitants en avril');
    await expect(conflit).toContainText('Réunir les habitants en mai');
    await pageSaine(dd);
    await conflit.getByRole('button', { name: 'Enregistrer ma saisie' }).click();
    await expect(seance.decision('Réunir les habitants en avril')).toBeVisible();
  });

  await test.step('a vote, and a change of the programme', async () => {
    await seance.presser('d');
    await dd.keyboard.type('Le diagnostic prend un mois de plus');
    await seance.decisions.getByText('Par un vote').click();
    await texte(seance.decisions, 'Pour').fill('7');
    await seance.decisions.getByRole('button', { name: 'Cette décision change le programme' }).click();
    await proposer(seance.decisions, 'Étape du calendrier', 'diagnostic', 'Diagnostic');
    await saisie(seance.decisions, 'Nouvelle fin').fill('2031-01-31');
    await pageSaine(dd);
    await seance.decisions.getByRole('button', { name: 'Enregistrer la décision' }).click();
    const carte = seance.decision('Le diagnostic prend un mois de plus');
    await expect(carte).toContainText('7 pour, 0 contre');
    await expect(carte).toContainText('fin le 31/01/2031');
  });

  await test.step('what was begun and closed is found again; what is deleted is confirmed', async () => {
    await seance.presser('d');
    await dd.keyboard.type('Commencée');
    await dd.keyboard.press('Escape');
    await expect(dd.locator('#saisie-DECISION')).toBeFocused();
    await seance.decisions.getByRole('button', { name: 'Reprendre la décision commencée' }).click();
    await expect(texte(seance.decisions, 'Décision')).toHaveValue('Commencée');
    await seance.decisions.getByRole('button', { name: 'Effacer' }).click();
    const carte = seance.decision('Réunir les habitants en avril');
    await carte.getByRole('button', { name: /^Supprimer/ }).click();
    await dd.getByRole('dialog').getByRole('button', { name: 'Supprimer la décision' }).click();
    await expect(carte).toHaveCount(0);
  });

  await test.step('somebody of another CA does not find it', async () => {
    const autre = await entrer('partenaire-cms-sarcelles@demo.test');
    attendreErreur(autre, /status of 404/);
    await autre.goto(`/reunions/${id}/seance`);
    await expect(autre.getByText('Introuvable', { exact: true })).toBeVisible();
    await pageSaine(autre);
  });
});
