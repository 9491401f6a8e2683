import { jourAParis } from '@coopilote/domain/commun/dates';
import {
  debutTrimestre,
  decalerTrimestre,
  finTrimestre,
  libelleCourtTrimestre,
  libelleTrimestre,
  trimestreDe,
} from '@coopilote/domain/commun/trimestre';
import { PageAccueil } from './pages/accueil';
import { PageLectureBilan, PageSaisieBilan } from './pages/bilan';
import { PageConnexion, PageLien } from './pages/connexion';
import { PageConsolidation } from './pages/consolidation';
import { PageCooperative, PageMembres, PageProgramme, PageSaisieCooperative } from './pages/cooperative';
import { PageEnvois } from './pages/envois';
import { PageFiche, PageSaisieFiche } from './pages/fiche-action';
import { siretFictif } from './donnees';
import { TELEPHONE, expect, pageSaine, test } from './test';

/** The demonstration of another run may still be there: nothing is named twice. */
const marque = Date.now().toString(36);
const TRIMESTRE = decalerTrimestre(trimestreDe(jourAParis(new Date())), -1);
const COURT = libelleCourtTrimestre(TRIMESTRE);
const DEBUT = debutTrimestre(TRIMESTRE);

const CA = `Sommeil et écrans des adolescents ${marque}`;
const STRUCTURE = `Les Veilleurs de nuit ${marque}`;
const ACTION = `Ateliers du soir ${marque}`;
const COURRIEL = `lea.${marque}@veilleurs.test`;
const PHRASE = 'une phrase assez longue pour tenir';
const RAISON = 'La salle du gymnase a été fermée trois semaines pour travaux.';
const MOTIF = 'Comptez-vous aussi les parents venus à la restitution ?';
/** Questions (8), beneficiaries and three indicators. */
const TOTAL = 12;
/** Rank of the beneficiaries among the elements of the report: after the four questions on what was done. */
const RANG_BENEFICIAIRES = 4;

const INDICATEURS = [
  { type: 'Indicateur de processus', libelle: 'Réunions de préparation', unite: 'Séances', prevu: 3, fait: '3' },
  { type: 'Indicateur d’activité', libelle: 'Ateliers tenus', unite: 'Séances', prevu: 10, fait: '8' },
  { type: 'Indicateur de résultats', libelle: 'Coins sans écran installés', unite: 'Nombre', prevu: 20, fait: '14' },
] as const;

test('From a new CA to its figure in the consolidation', async ({ entrer, visiter, autrePage }) => {
  // Four people, two dozen pages, each read by axe.
  test.setTimeout(360_000);
  const dd = await entrer('dd93@demo.test');

  await test.step('the delegation makes a CA', async () => {
    const saisie = new PageSaisieCooperative(dd);
    await saisie.ouvrir();
    await pageSaine(dd);
    await saisie.remplir({
      intitule: CA,
      sigle: 'SEA',
      debut: DEBUT,
      thematiques: ['Santé des enfants et des jeunes'],
      populations: ['Jeunes de 16 à 25 ans'],
      communes: ['Bobigny', 'Drancy'],
    });
    await saisie.creer();
    await expect(dd.getByRole('heading', { level: 1, name: CA })).toBeVisible();
    await pageSaine(dd);
  });

  await test.step('a new structure joins it, and a person is invited', async () => {
    const membres = new PageMembres(dd);
    await membres.ajouterNouvelle(
      {
        nom: STRUCTURE,
        siret: siretFictif(marque),
        commune: 'Bobigny',
        forme: 'Association loi 1901',
        secteur: 'Jeunesse',
      },
      DEBUT,
    );
    await membres.inviter(STRUCTURE, { prenom: 'Léa', nom: 'Marchand', courriel: COURRIEL });
    await expect(membres.membre(STRUCTURE)).toContainText('aucun compte');
    await pageSaine(dd);
  });

  const partenaire = await visiter({ ecran: TELEPHONE });
  await test.step('the link of the invitation opens the account', async () => {
    const admin = await entrer('admin@demo.test');
    const envois = new PageEnvois(admin);
    await envois.lire(COURRIEL);
    await pageSaine(admin);
    const adresse = await envois.lien();
    const lien = new PageLien(partenaire);
    await lien.ouvrir(adresse, 'Léa');
    await pageSaine(partenaire);
    await lien.choisirMotDePasse(PHRASE);
    await expect(partenaire).toHaveURL(/\/connexion/);
    await pageSaine(partenaire);
    await new PageConnexion(partenaire).connecter(COURRIEL, PHRASE);
    await expect(partenaire).toHaveURL(/\/accueil/);
    await expect(partenaire.getByText('Aucun bilan à remplir')).toBeVisible();
    await pageSaine(partenaire);
    await dd.reload();
    await expect(new PageMembres(dd).membre(STRUCTURE)).toContainText('1 compte');
  });

  await test.step('the delegation writes the programme, its action and three indicators', async () => {
    await new PageCooperative(dd).onglet('Programme');
    const programme = new PageProgramme(dd);
    await programme.ajouterObjectif('général', 'Améliorer le sommeil des adolescents');
    await programme.ajouterObjectif('spécifique', 'Réduire les écrans après 22 heures');
    await programme.ajouterObjectif('opérationnel', 'Animer des ateliers dans les collèges');
    await pageSaine(dd);
    await programme.ajouterFiche();
    const saisie = new PageSaisieFiche(dd);
    await saisie.remplir({
      intitule: ACTION,
      objectif: 'Animer des ateliers dans les collèges',
      contenu: 'Un atelier par semaine, avec les infirmières scolaires.',
      resultats: 'Les familles posent les écrans avant le coucher.',
      modes: [],
      publics: ['Jeunes de 16 à 25 ans', 'Familles et parents'],
      beneficiaires: 200,
      debut: DEBUT,
      fin: finTrimestre(decalerTrimestre(TRIMESTRE, 4)),
    });
    await pageSaine(dd);
    await saisie.creer();
    const fiche = new PageFiche(dd);
    for (const { type, libelle, unite, prevu } of INDICATEURS)
      await fiche.ajouterIndicateur({ type, libelle, unite, mode: 'Somme', previsions: { [COURT]: prevu } });
    await pageSaine(dd);
    await fiche.agir('Proposer à la délégation');
    await fiche.agir('Valider la fiche-action');
    await expect(fiche.bilan(libelleTrimestre(TRIMESTRE))).toContainText('à remplir');
    // A report that is being written opens for its structure alone.
    await expect(fiche.bilan(libelleTrimestre(TRIMESTRE)).getByRole('link')).toHaveCount(0);
    await pageSaine(dd);
  });

  const accueil = new PageAccueil(partenaire);
  await test.step('on a phone, the partner finds the report due and fills half of it', async () => {
    await accueil.ouvrir();
    await expect(accueil.bilanDu(ACTION)).toContainText(`${TOTAL} questions à remplir`);
    await pageSaine(partenaire);
    await accueil.ouvrirBilan(ACTION, 'Remplir');
    const bilan = new PageSaisieBilan(partenaire);
    await bilan.repondre('ressources', 'Non');
    await bilan.motif('ressources').fill(RAISON);
    await bilan.repondre('publics', 'Oui');
    await bilan.repondre('realisation', 'Oui');
    await bilan.repondre('objectifs', 'Oui');
    await bilan.beneficiaires.fill('40');
    await bilan.indicateur('Réunions de préparation').fill('3');
    await bilan.enregistre(6, TOTAL);
    await pageSaine(partenaire);
    await partenaire.close();
  });

  const retour = await autrePage(partenaire.context());
  const bilan = new PageSaisieBilan(retour);
  await test.step('later, the answers are still there; the report is completed and sent', async () => {
    const chezSoi = new PageAccueil(retour);
    await chezSoi.ouvrir();
    await expect(chezSoi.bilanDu(ACTION)).toContainText(`6 questions sur ${TOTAL} remplies`);
    await chezSoi.ouvrirBilan(ACTION, 'Reprendre');
    await expect(bilan.reponse('ressources', 'Non')).toBeChecked();
    await expect(bilan.motif('ressources')).toHaveValue(RAISON);
    await expect(bilan.beneficiaires).toHaveValue('40');
    await expect(bilan.indicateur('Réunions de préparation')).toHaveValue('3');
    for (const { libelle, fait } of INDICATEURS) await bilan.indicateur(libelle).fill(fait);
    for (const cle of ['cooperation', 'pratiques', 'ists', 'parcours'] as const) await bilan.repondre(cle, 'Oui');
    await bilan.enregistre(TOTAL, TOTAL);
    await bilan.transmettre();
    await expect(retour.getByRole('region', { name: 'Ce qui a été transmis' })).toContainText(RAISON);
    await expect(retour.getByText('version 1')).toBeVisible();
    await pageSaine(retour);
  });

  const lecture = new PageLectureBilan(dd);
  await test.step('the delegation sends one question back, with its reason', async () => {
    await dd.reload();
    await new PageFiche(dd).bilan(libelleTrimestre(TRIMESTRE)).getByRole('link').click();
    await expect(dd.getByText(RAISON)).toBeVisible();
    await pageSaine(dd);
    await lecture.renvoyer(RANG_BENEFICIAIRES, MOTIF);
    await expect(dd.getByText('Ce bilan a été renvoyé à la structure')).toBeVisible();
    await pageSaine(dd);
  });

  await test.step('the partner reads the reason on that question, corrects it, sends again', async () => {
    const chezSoi = new PageAccueil(retour);
    await chezSoi.ouvrir();
    await expect(chezSoi.bilanDu(ACTION)).toContainText('La délégation vous renvoie 1 question');
    await pageSaine(retour);
    await chezSoi.ouvrirBilan(ACTION, 'Compléter');
    await expect(bilan.section('Les chiffres du trimestre').getByText(MOTIF)).toBeVisible();
    await expect(retour.getByText(MOTIF)).toHaveCount(1);
    await expect(bilan.section('La réalisation').getByText('À compléter')).toHaveCount(0);
    await pageSaine(retour);
    await bilan.beneficiaires.fill('57');
    await bilan.enregistre(TOTAL, TOTAL);
    await bilan.transmettre();
    await expect(retour.getByText('version 2')).toBeVisible();
  });

  await test.step('the delegation validates', async () => {
    await dd.reload();
    await expect(dd.getByText('modifié depuis la version 1')).toHaveCount(1);
    await pageSaine(dd);
    await lecture.valider();
    await expect(dd.getByText('validé', { exact: true }).first()).toBeVisible();
    await pageSaine(dd);
  });

  await test.step('the evaluator finds the figure, and goes back from it to the report', async () => {
    const evaluateur = await entrer('evaluateur@demo.test');
    const consolidation = new PageConsolidation(evaluateur);
    await consolidation.ouvrir();
    await pageSaine(evaluateur);
    await consolidation.filtrerCooperative(CA);
    await consolidation.filtrerTrimestre(COURT);
    const ligne = consolidation.total('93 Seine-Saint-Denis');
    await expect(ligne.getByRole('link', { name: '1 / 1' })).toBeVisible();
    await pageSaine(evaluateur);
    await ligne.getByRole('link', { name: '57', exact: true }).click();
    await expect(evaluateur).toHaveURL(/\/consolidation\/sources/);
    await expect(evaluateur.getByText(/le calcul donne bien 57/)).toBeVisible();
    await pageSaine(evaluateur);
    await evaluateur.getByRole('row', { name: ACTION }).getByRole('link', { name: COURT }).click();
    await expect(evaluateur).toHaveURL(/\/bilans\/[0-9a-f-]{36}$/);
    await expect(evaluateur.getByRole('heading', { level: 1 })).toContainText(ACTION);
    await expect(evaluateur.getByText(RAISON)).toBeVisible();
    await pageSaine(evaluateur);
  });
});
