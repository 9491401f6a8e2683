import type { FicheActionLue } from '@coopilote/domain/actions';
import type { BilanLigne } from '@coopilote/domain/bilans/bilan.contract';
import { ETATS_SAISIE } from '@coopilote/domain/bilans/bilan.rules';
import { jourAParis } from '@coopilote/domain/commun/dates';
import type { Page as PageDeListe } from '@coopilote/domain/commun/page.contract';
import { decalerTrimestre, debutTrimestre, finTrimestre, trimestreDe } from '@coopilote/domain/commun/trimestre';
import { COLONNES_T3 } from '@coopilote/domain/pilotage/t3-suivi-actions';
import { type Frappe, envoyer, saisir, telecharger } from './classeur';
import { demander } from './demander';
import { TELEPHONE, expect, pageSaine, test } from './test';

test('a report goes to a spreadsheet and comes back, on a phone', async ({ entrer }) => {
  const page = await entrer('partenaire-ces-yvelines@demo.test', { ecran: TELEPHONE });
  const { lignes } = (await (
    await page.request.get('/api/bilans-trimestriels?taille=100')
  ).json()) as PageDeListe<BilanLigne>;
  const bilan = lignes.find(({ etat }) => ETATS_SAISIE.includes(etat));
  await page.goto(`/bilans/${bilan?.id}`);
  await page.getByRole('button', { name: 'Remplir dans un tableur' }).press('Enter');
  await pageSaine(page);

  const parti = await telecharger(page, 'Télécharger mon bilan (.xlsx)');
  const renvoyer = (octets: Buffer) => envoyer(page.getByLabel('Renvoyer mon classeur'), octets);

  await renvoyer(await saisir(parti, [['Bilan', 'beneficiaires', 1, 'une centaine']]));
  const refus = page.getByRole('alert').filter({ hasText: 'à corriger dans le classeur' });
  await expect(refus).toContainText('Bilan!B11');
  await expect(refus).toContainText('Un nombre est attendu');
  await pageSaine(page);

  const piste = `Ouvrir le samedi, ${Date.now().toString(36)}`;
  await renvoyer(
    await saisir(parti, [
      ['Bilan', 'beneficiaires', 1, '1 200'],
      ['Bilan', 'pistes', 2, piste],
    ]),
  );
  await expect(page.getByRole('heading', { name: /à appliquer/ })).toBeVisible();
  await expect(page.getByText(piste)).toBeVisible();
  await pageSaine(page);
  await page.getByRole('button', { name: 'Appliquer' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Pistes d’amélioration' })).toHaveValue(piste);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Pistes d’amélioration' })).toHaveValue(piste);
  await expect(page.getByRole('textbox', { name: 'Nombre de bénéficiaires touchés ce trimestre' })).toHaveValue(
    /^1\s200$/,
  );
});

/** The first row to fill of a sheet, by its headings. */
const rangee = (feuille: string, valeurs: Record<string, string | number>): Frappe[] =>
  Object.entries(valeurs).map(([entete, valeur]) => [feuille, 1, entete, valeur]);

test('a CA arrives whole by one workbook, then its delegation corrects T3 in a spreadsheet', async ({ entrer }) => {
  const marque = Date.now().toString(36);
  const [nom, action] = [`Les Veilleurs ${marque}`, `Ateliers du soir ${marque}`];
  const passe = decalerTrimestre(trimestreDe(jourAParis(new Date())), -1);
  const jour = (iso: string): string => iso.split('-').reverse().join('/');
  const dd = await entrer('dd93@demo.test');
  const liste = (quoi: string) => demander<{ id: string; libelle: string }[]>(dd, 'GET', `listes?liste=${quoi}`);
  const [[thematique], [population], [secteur]] = [
    await liste('THEMATIQUE'),
    await liste('PUBLIC_CIBLE'),
    await liste('SECTEUR'),
  ];
  const { id } = await demander<{ id: string }>(dd, 'POST', 'cooperatives', {
    ...{ intitule: `Mieux dormir ${marque}`, debut: debutTrimestre(passe), departementCode: '93' },
    ...{ thematiques: [thematique?.id], publics: [population?.id], communes: ['93008'] },
  });
  await dd.goto(`/cooperatives/${id}/programme`);
  await dd.getByRole('link', { name: 'Reprendre l’existant d’un classeur' }).press('Enter');
  await expect(dd.getByRole('heading', { name: 'Reprendre l’existant' })).toBeVisible();
  await pageSaine(dd);

  const modele = await telecharger(dd, 'Télécharger le modèle (.xlsx)');
  const classeur = (beneficiaires: string): Promise<Buffer> =>
    saisir(modele, [
      ...rangee('Structures', {
        Nom: nom,
        'Forme juridique': 'Association loi 1901',
        Secteur: secteur?.libelle ?? '',
        Commune: 'Bobigny',
        'Membre depuis le': '01/01/2024',
      }),
      ...rangee('Objectifs', { Niveau: 'Objectif général', Intitulé: 'Mieux dormir' }),
      ...rangee('Actions', {
        Intitulé: action,
        'Structure porteuse': nom,
        État: 'En cours',
        Début: jour(debutTrimestre(passe)),
        Fin: jour(finTrimestre(decalerTrimestre(passe, 4))),
        'Résultats attendus': 'Trois ateliers',
        'Pourquoi quelques indicateurs suffisent': 'Une action qui commence',
      }),
      ...rangee('Indicateurs', {
        Action: action,
        Type: 'Indicateur d’activité',
        Libellé: 'Ateliers tenus',
        Unité: 'séances',
        'Mode d’agrégation': 'somme',
      }),
      ...rangee('Bilans', {
        Action: action,
        Année: passe.annee,
        Trimestre: `T${passe.trimestre}`,
        'Nombre de bénéficiaires touchés': beneficiaires,
      }),
    ]);
  const verifier = async (beneficiaires: string) =>
    envoyer(dd.getByLabel('Vérifier mon classeur'), await classeur(beneficiaires));
  await verifier('une centaine');
  const refus = dd.getByRole('alert').filter({ hasText: '1 point à corriger dans le classeur' });
  await expect(refus).toContainText(/Bilans!D2.*une centaine.*Un nombre est attendu/s);
  await expect(dd.getByRole('button', { name: 'Importer tout le classeur' })).toBeHidden();
  await pageSaine(dd);

  await verifier('42');
  await expect(dd.getByText('1 bilan passé', { exact: true })).toBeVisible();
  await pageSaine(dd);
  await dd.getByRole('button', { name: 'Importer tout le classeur' }).press('Enter');
  await expect(dd.getByText('C’est fait.')).toBeVisible();
  await pageSaine(dd);
  await dd.getByRole('link', { name: 'Voir le programme' }).press('Enter');
  await expect(dd.getByText(action).first()).toBeVisible();

  const { lignes } = await demander<PageDeListe<{ id: string }>>(dd, 'GET', `fiches-actions?cooperative=${id}`);
  const ficheId = lignes[0]?.id ?? '';
  const fiche = () => demander<FicheActionLue>(dd, 'GET', `fiches-actions/${ficheId}`);
  expect((await fiche()).bilans.find(({ etat }) => etat === 'VALIDE')).toBeTruthy();
  const attendus = COLONNES_T3.find(({ cle }) => cle === 'resultatsAttendus')?.entete ?? '';
  const [premier, second] = [`Quatre ateliers ${marque}`, `Cinq ateliers ${marque}`];
  await dd.goto(`/cooperatives/${id}/suivi`);
  await dd.getByRole('button', { name: 'Tableur' }).press('Enter');
  const volet = dd.getByRole('region', { name: 'Suivi des actions dans un tableur' });
  const parti = await telecharger(dd, 'Télécharger (.xlsx)');
  const renvoyer = async (texte: string) =>
    envoyer(
      dd.getByLabel('Renvoyer le classeur'),
      await saisir(parti, [['Suivi des actions', ficheId, attendus, texte]]),
    );
  await renvoyer(premier);
  await expect(volet.getByText(premier)).toBeVisible();
  await pageSaine(dd);
  await volet.getByRole('button', { name: /^Appliquer/ }).press('Enter');
  await expect(dd.getByText('1 changement appliqué.')).toBeVisible();
  expect((await fiche()).resultatsAttendus).toBe(premier);

  // The same file, typed in again: it left before the change that has just been applied.
  await renvoyer(second);
  const conflit = volet.getByRole('radiogroup', { name: `${action} – Résultats attendus` });
  await expect(conflit).toContainText(premier);
  await expect(volet.getByRole('button', { name: /^Appliquer/ })).toBeDisabled();
  await pageSaine(dd);
  await conflit.getByRole('radio', { name: new RegExp(second) }).press('Space');
  await volet.getByRole('button', { name: /^Appliquer/ }).press('Enter');
  await expect.poll(async () => (await fiche()).resultatsAttendus).toBe(second);
});
