import type { CodePresenceLu } from '@coopilote/domain/gouvernance';
import { demander } from './demander';
import { PageEnvois } from './pages/envois';
import { debut, saisie, texte } from './pages/libelles';
import { ACTES_REUNION, PageGouvernance, PagePresence, PageReunion, PageSondage } from './pages/reunion';
import { saineAuxDeuxLargeurs } from './sante-page';
import { creerCooperative, dans } from './scene-gouvernance';
import { TELEPHONE, attendreErreur, expect, pageSaine, test } from './test';

/** The demonstration of another run may still be there: nothing is named twice. */
const marque = Date.now().toString(36);
const CA = `Santé et logement ${marque}`;
const COPIL = 'Comité de pilotage';
const HABITANTE = { qualite: 'Habitant', nom: `Aminata Cissé ${marque}`, courriel: `aminata.${marque}@quartier.test` };
const ETAPE = `Rencontres avec les bailleurs ${marque}`;
const POINT = 'Tour de table';
const TACHE = `Écrire aux bailleurs ${marque}`;
const NOUVELLE_ADRESSE = `aminata.cisse.${marque}@quartier.test`;
const MOTIF = 'La salle est inondée, une autre date suivra.';
const LIEU = 'Mairie de Bobigny, salle du conseil';

test('A copil is made, its agenda proposes itself, it is convened; a poll finds the next date', async ({
  entrer,
  visiter,
}) => {
  test.setTimeout(360_000);
  const dd = await entrer('dd93@demo.test');
  const ca = await creerCooperative(dd, { intitule: CA, etape: ETAPE });
  const gouvernance = new PageGouvernance(dd);
  const reunion = new PageReunion(dd);

  await test.step('the empty page says what to do first', async () => {
    await gouvernance.ouvrir(ca);
    await expect(dd.getByText('Aucune instance')).toBeVisible();
    await saineAuxDeuxLargeurs(dd);
    await gouvernance.creerCopil();
  });

  await test.step('each member structure gets its seat; the resident is missed, then sits', async () => {
    await expect(gouvernance.avertissements).toContainText('2 structures membres n’ont pas de siège');
    await gouvernance.proposerSieges();
    await expect(
      gouvernance.sieges(COPIL).getByRole('rowheader', { name: /^Structures membres\s+\(2\)/ }),
    ).toBeVisible();
    await expect(gouvernance.avertissements).not.toContainText('siège au comité de pilotage : Ville');
    await expect(gouvernance.avertissements).toContainText('Aucun habitant ne siège');
    await gouvernance.ajouterSiege(COPIL, HABITANTE);
    await expect(gouvernance.sieges(COPIL)).toContainText(HABITANTE.nom);
    await expect(gouvernance.avertissements.getByText('Aucun habitant ne siège')).toHaveCount(0);
    await saineAuxDeuxLargeurs(dd);
  });

  await test.step('a meeting is created; the programme puts its points forward', async () => {
    await gouvernance.creerReunion(dans(20, '14:00'), LIEU);
    await expect(dd.getByText('L’ordre du jour est vide')).toBeVisible();
    await expect(reunion.proposition('Calendrier du programme')).toBeVisible();
    await saineAuxDeuxLargeurs(dd);
    await reunion.toutAjouter();
    await expect(reunion.points.filter({ hasText: 'Calendrier du programme' })).toContainText(ETAPE);
    await expect(dd.getByText('Plus rien à proposer')).toBeVisible();
    await reunion.ajouterPoint(POINT, '10');
    await expect(reunion.points.last()).toContainText(POINT);
  });

  await test.step('with the keyboard alone, the point goes first: the focus stays, the place is said, it is kept', async () => {
    const nombre = await reunion.points.count();
    const monter = reunion.acte('Monter', POINT);
    await monter.focus();
    for (let rang = nombre; rang > 2; rang--) {
      await dd.keyboard.press('Enter');
      await expect(monter).toBeFocused();
    }
    await dd.keyboard.press('Enter');
    // At the top there is nowhere to go up: the other button has the focus.
    await expect(reunion.acte('Descendre', POINT)).toBeFocused();
    await expect(reunion.annonce).toHaveText(/«\sTour de table\s»\s: premier point sur \d, 14\sh\s– 14\sh\s10\.$/);
    await reunion.enregistre();
    await dd.reload();
    await expect(reunion.points.first()).toContainText(/14\sh – 14\sh\s10.*Tour de table/s);
    await saineAuxDeuxLargeurs(dd);
  });

  await test.step('a point is edited in its place, and the others follow the clock', async () => {
    await reunion.acte('Modifier', POINT).click();
    const edition = dd.getByRole('form', { name: `Point : ${POINT}` });
    await saisie(edition, 'Durée').fill('25');
    await pageSaine(dd);
    await edition.getByRole('button', { name: 'Enregistrer le point' }).click();
    await expect(reunion.acte('Modifier', POINT)).toBeFocused();
    await expect(reunion.points.nth(1)).toContainText(/14\sh\s25 – /);
    await reunion.enregistre();
  });

  await test.step('somebody else wrote the agenda meanwhile: both are shown, nothing is lost', async () => {
    const autre = await entrer('dd93@demo.test');
    await autre.goto(dd.url());
    const ailleurs = new PageReunion(autre);
    await ailleurs.ajouterPoint('Ajouté ailleurs', '5');
    attendreErreur(dd, /status of 409 .*\/points\)$/);
    await reunion.acte('Descendre', POINT).click();
    const conflit = dd.getByRole('group', { name: 'Deux versions de la même saisie' });
    await expect(conflit).toContainText('Ajouté ailleurs');
    await pageSaine(dd);
    await conflit.getByRole('button', { name: 'Reprendre la version enregistrée' }).click();
    await expect(reunion.points.last()).toContainText('Ajouté ailleurs');
    await expect(reunion.points.first()).toContainText(POINT);
  });

  await test.step('it is convened: who receives what is seen before, and received after', async () => {
    const dialogue = await reunion.demanderConvocation('Convoquer');
    await expect(dialogue).toContainText(HABITANTE.nom);
    await expect(dialogue).toContainText(LIEU);
    await dialogue.getByRole('textbox', { name: /^Message de la convocation/ }).fill('Venez avec vos questions.');
    await pageSaine(dd);
    await dialogue.getByRole('button', { name: 'Convoquer' }).click();
    await expect(dd.getByText('convoquée', { exact: true })).toBeVisible();
    await expect(dd.getByRole('button', { name: 'Ouvrir la séance' })).toBeVisible();
    await saineAuxDeuxLargeurs(dd);
    const admin = await entrer('admin@demo.test');
    await new PageEnvois(admin).lire(HABITANTE.courriel, 'Convocation');
    await expect(admin.getByRole('dialog')).toContainText('Venez avec vos questions.');
    await expect(admin.getByRole('dialog')).toContainText(LIEU);
    const invitation = dd.waitForEvent('download');
    await dd.getByRole('link', { name: 'Télécharger l’invitation (.ics)' }).click();
    expect((await invitation).suggestedFilename()).toMatch(/\.ics$/);
  });

  await test.step('it is opened: a phone signs by the code of the room; a task is done in one tap', async () => {
    const id = new URL(dd.url()).pathname.split('/')[2] ?? '';
    await dd.getByRole('button', { name: 'Ouvrir la séance' }).click();
    await expect(dd).toHaveURL(/\/seance$/);
    const { adresse } = await demander<CodePresenceLu>(dd, 'GET', `reunions/${id}/code-presence`);
    const telephone = await visiter({ ecran: TELEPHONE });
    const presence = new PagePresence(telephone);
    await presence.ouvrir(new URL(adresse).pathname);
    await pageSaine(telephone);
    await presence.signer(HABITANTE.nom);
    await pageSaine(telephone);
    await demander(dd, 'POST', `reunions/${id}/taches`, { quoi: TACHE, qui: HABITANTE.nom });

    await gouvernance.ouvrir(ca);
    const taches = gouvernance.carte('Tâches ouvertes');
    await expect(taches).toContainText(TACHE);
    await saineAuxDeuxLargeurs(dd);
    await taches.getByRole('button', { name: debut(`Fait : ${TACHE}`) }).click();
    await expect(taches).not.toContainText(TACHE);
    await dd.getByRole('button', { name: 'Annuler', exact: true }).click();
    await expect(taches).toContainText(TACHE);
    await dd.goto(`/reunions/${id}`);
    await expect(dd.getByRole('listitem').filter({ hasText: HABITANTE.nom })).toContainText('présent');
    await saineAuxDeuxLargeurs(dd);
  });

  await test.step('the next date is asked by a poll, answered on a phone without an account', async () => {
    await gouvernance.ouvrir(ca);
    await gouvernance.creerReunionSansDate();
    await reunion.proposerDates([dans(50, '14:00'), dans(51, '09:30')], 'Merci de répondre cette semaine.');
    await expect(dd.getByRole('heading', { name: 'Sondage en cours' })).toBeVisible();
    await saineAuxDeuxLargeurs(dd);

    const admin = await entrer('admin@demo.test');
    const envois = new PageEnvois(admin);
    await envois.lire(HABITANTE.courriel, 'Quelle date vous convient');
    const telephone = await visiter({ ecran: TELEPHONE });
    const sondage = new PageSondage(telephone);
    await sondage.ouvrir(await envois.lien(), HABITANTE.nom);
    await expect(telephone.getByText('Merci de répondre cette semaine.')).toBeVisible();
    await pageSaine(telephone);
    await sondage.repondre('Si besoin', 'Oui');
    await pageSaine(telephone);

    await dd.reload();
    await expect(reunion.reponses(HABITANTE.nom)).toHaveText(['si besoin', 'oui']);
    await dd.getByRole('button', { name: debutRetenir(dans(51, '09:30')) }).click();
    await dd.getByRole('dialog').getByRole('button', { name: 'Retenir la date' }).click();
    await expect(dd.getByText(/de 9\sh\s30 à/).first()).toBeVisible();
    await telephone.reload();
    await expect(telephone.getByText('Le sondage est clos.')).toBeVisible();
    await pageSaine(telephone);
  });

  await test.step('an address is mended once convened: the invitation follows, to the new one alone', async () => {
    const dialogue = await reunion.demanderConvocation('Convoquer');
    await dialogue.getByRole('button', { name: 'Convoquer' }).click();
    await expect(dd.getByText('convoquée', { exact: true })).toBeVisible();
    await dd.getByRole('button', { name: debut(`Corriger les coordonnées de ${HABITANTE.nom}`) }).click();
    const coordonnees = dd.getByRole('dialog', { name: 'Corriger les coordonnées' });
    await expect(coordonnees).toContainText('La convocation part à la nouvelle adresse');
    await texte(coordonnees, 'Courriel').fill('pas une adresse');
    await coordonnees.getByRole('button', { name: 'Enregistrer les coordonnées' }).click();
    await expect(texte(coordonnees, 'Courriel')).toHaveAttribute('aria-invalid', 'true');
    await texte(coordonnees, 'Courriel').fill(NOUVELLE_ADRESSE);
    await pageSaine(dd);
    await coordonnees.getByRole('button', { name: 'Enregistrer les coordonnées' }).click();
    await expect(dd.getByRole('listitem').filter({ hasText: HABITANTE.nom })).toContainText(NOUVELLE_ADRESSE);
    const admin = await entrer('admin@demo.test');
    await new PageEnvois(admin).lire(NOUVELLE_ADRESSE, 'Convocation');
  });

  await test.step('it is cancelled, with a reason: the page says it, and so does the mail', async () => {
    await dd.getByRole('button', { name: 'Annuler la réunion' }).click();
    const dialogue = dd.getByRole('dialog', { name: 'Annuler la réunion' });
    await dialogue.getByRole('button', { name: 'Annuler la réunion' }).click();
    await expect(texte(dialogue, 'Motif')).toHaveAttribute('aria-invalid', 'true');
    await texte(dialogue, 'Motif').fill(MOTIF);
    await pageSaine(dd);
    await dialogue.getByRole('button', { name: 'Annuler la réunion' }).click();
    await expect(dd.getByText('Réunion annulée.')).toBeVisible();
    await expect(dd.getByText(MOTIF)).toBeVisible();
    await expect(dd.getByRole('button', { name: ACTES_REUNION })).toHaveCount(0);
    await saineAuxDeuxLargeurs(dd);
    const admin = await entrer('admin@demo.test');
    await new PageEnvois(admin).lire(NOUVELLE_ADRESSE, 'Annulée');
    await expect(admin.getByRole('dialog')).toContainText(MOTIF);
  });

  await test.step('a link that nobody was given opens nothing', async () => {
    const visiteur = await visiter({ ecran: TELEPHONE });
    attendreErreur(visiteur, /status of 404 .*\/api\/(sondages|presences)/);
    await visiteur.goto('/sondage/inconnu');
    await expect(visiteur.getByText('Lien inconnu ou échu')).toBeVisible();
    await pageSaine(visiteur);
    await visiteur.goto(`/presence/${ca}/inconnu`);
    await expect(visiteur.getByText('Scannez le code affiché maintenant')).toBeVisible();
    await pageSaine(visiteur);
  });
});

/** The button of a date, by the number of its day. */
function debutRetenir(quand: string): RegExp {
  return new RegExp(`^\\s*Retenir\\s+le \\S+ ${Number(quand.slice(8, 10))} `);
}
