import { BUREAU, TELEPHONE, attendreErreur, expect, pageSaine, test } from './test';
import { Coque } from './pages/coque';

/** The CA on diabetes, of the demonstration: in Seine-Saint-Denis. */
const DIABETE = 'Accompagnement du développement de l’offre en promotion de la santé pour les personnes diabétiques';

interface Compte {
  courriel: string;
  prenom: string;
  /** Words of the navigation, in order. */
  menu: string[];
  /** What the home page says first: by role, never by a figure that another journey changes. */
  accueil: RegExp;
  /** The same pages as another account, with other rows: all seen wide, the home page alone dark and narrow too. */
  commeUnAutre?: true;
}

const COMPTES: Compte[] = [
  {
    courriel: 'admin@demo.test',
    prenom: 'Florence',
    menu: ['Accueil', 'Coopératives', 'Bilans', 'Consolidation', 'Structures', 'Administration'],
    accueil: /bilans? en retard/i,
  },
  {
    courriel: 'evaluateur@demo.test',
    prenom: 'Paul',
    menu: ['Accueil', 'Coopératives', 'Bilans', 'Consolidation', 'Structures'],
    accueil: /bilans? en retard/i,
    commeUnAutre: true,
  },
  {
    courriel: 'dd78@demo.test',
    prenom: 'Camille',
    menu: ['Accueil', 'Coopératives', 'Bilans', 'Consolidation', 'Structures', 'Administration'],
    accueil: /choses? à faire/,
    commeUnAutre: true,
  },
  {
    courriel: 'dd93@demo.test',
    prenom: 'Malika',
    menu: ['Accueil', 'Coopératives', 'Bilans', 'Consolidation', 'Structures', 'Administration'],
    accueil: /choses? à faire/,
    commeUnAutre: true,
  },
  {
    courriel: 'partenaire-hopital-plaine@demo.test',
    prenom: '',
    menu: ['Accueil', 'Coopératives', 'Bilans', 'Structures'],
    accueil: /bilans? à transmettre/,
  },
  {
    courriel: 'habitant93@demo.test',
    prenom: 'Rosa',
    menu: ['Accueil', 'Coopératives', 'Structures'],
    accueil: /Rien à faire pour l’instant/,
  },
];

for (const { courriel, prenom, menu, accueil, commeUnAutre } of COMPTES) {
  test(`${courriel} sees its own site, wide, narrow and dark`, async ({ entrer }) => {
    test.setTimeout(240_000);
    const page = await entrer(courriel);
    const coque = new Coque(page);

    await expect(page.getByText(new RegExp(`^Bonjour ${prenom}`))).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(accueil);
    await expect(coque.navigation.getByRole('link')).toHaveText(menu);

    for (const entree of menu) {
      await test.step(`${entree}, 1440 px`, async () => {
        await coque.aller(entree);
        await pageSaine(page);
      });
      if (commeUnAutre && entree !== 'Accueil') continue;
      await test.step(`${entree}, dark`, async () => {
        await page.emulateMedia({ colorScheme: 'dark' });
        await pageSaine(page);
        await page.emulateMedia({ colorScheme: 'light' });
      });
      await test.step(`${entree}, 390 px`, async () => {
        await page.setViewportSize(TELEPHONE);
        await expect(coque.navigation).toBeHidden();
        await pageSaine(page);
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: 'la page ne déborde pas' })
          .toBeLessThanOrEqual(TELEPHONE.width);
        await page.setViewportSize(BUREAU);
      });
    }

    await test.step('the drawer of the phone holds the same entries', async () => {
      await page.setViewportSize(TELEPHONE);
      const tiroir = await coque.ouvrirTiroir();
      await expect(tiroir.getByRole('navigation').getByRole('link')).toHaveText(menu);
      await pageSaine(page);
      await coque.fermerTiroir();
    });
  });
}

test('A partner of another CA does not see the CA on diabetes', async ({ entrer, visiter }) => {
  const dd = await entrer('dd93@demo.test');
  const coque = new Coque(dd);
  await coque.aller('Coopératives');
  await dd.getByRole('link', { name: DIABETE }).click();
  await expect(dd.getByRole('heading', { level: 1, name: DIABETE })).toBeVisible();
  const adresse = new URL(dd.url()).pathname;

  // The refusal of the API is what the console writes: it is the subject of this test.
  const partenaire = await entrer('partenaire-au-devant@demo.test');
  attendreErreur(partenaire, /status of 40[34] .*\/api\/cooperatives\//);
  for (const rubrique of [
    '',
    '/programme',
    '/membres',
    '/calendrier',
    '/indicateurs',
    '/suivi',
    '/bilans',
    '/historique',
  ]) {
    await test.step(`${rubrique || 'synthèse'}`, async () => {
      await partenaire.goto(adresse + rubrique);
      await expect(partenaire.getByText(/^(Introuvable|Vous n’avez pas accès à cette page)$/)).toBeVisible();
      await expect(partenaire.getByText(DIABETE)).toHaveCount(0);
    });
  }
  await new Coque(partenaire).aller('Coopératives');
  await expect(partenaire.getByText('Alliance d’acteurs en direction des publics invisibles')).toBeVisible();
  await expect(partenaire.getByText(DIABETE)).toHaveCount(0);

  const visiteur = await visiter();
  await visiteur.goto(adresse);
  await expect(visiteur).toHaveURL(/\/connexion\?retour=/);
  // The demonstration lists its accounts there, with the names of their CAs: only the page itself must not be.
  await expect(visiteur.getByRole('heading', { level: 1 })).toHaveText('Se connecter');
});
