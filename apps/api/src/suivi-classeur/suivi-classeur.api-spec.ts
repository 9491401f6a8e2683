import { readXlsx } from 'hucre/xlsx';
import type { FicheActionLue } from '@coopilote/domain/actions';
import type { BilanLu } from '@coopilote/domain/bilans';
import { lettresColonne } from '@coopilote/domain/classeurs';
import type { Probleme } from '@coopilote/domain/commun';
import { COLONNES_T3, type ClasseurSuiviLu } from '@coopilote/domain/pilotage';
import { celluleDe, formulaireClasseur, remplir, type Saisie } from '../../test/classeurs';
import { Fabrique, type ActionFaite, type CaFaite } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

const T3 = 'Suivi des actions';
const colonne = (cle: string): string => lettresColonne(COLONNES_T3.findIndex((c) => c.cle === cle));

describe('T3 as a workbook', () => {
  let api: Api;
  let f: Fabrique;
  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
  });
  afterAll(() => api.stop());

  async function scene() {
    const [structure, autre] = [await f.structure(), await f.structure()];
    const ca = await f.cooperative({ structures: [structure, autre] });
    const indicateurs = [
      { type: 'ACTIVITE' as const, unite: 'SEANCES' as const, previsions: { '2026-T2': 12 } },
      { type: 'RESULTAT' as const, unite: 'POURCENTAGE' as const, mode: 'RATIO' as const },
    ];
    const sienne = await f.action(ca, structure, { indicateurs, publics: ['JEUNES'] });
    const deux = await f.action(ca, structure, { indicateurs });
    const voisine = await f.action(ca, autre, { indicateurs });
    const bilan = await f.bilan(sienne, '2026-T2', 'BROUILLON');
    await f.bilan(deux, '2026-T2', 'A_REMPLIR');
    const duVoisin = await f.bilan(voisine, '2026-T2', 'BROUILLON');
    const partenaire = await api.personne('PARTENAIRE', { structureId: structure });
    return { ca, sienne, deux, voisine, bilan, duVoisin, partenaire };
  }
  const adresse = (ca: CaFaite, suite = ''): string => `/api/cooperatives/${ca.id}/suivi-actions/classeur${suite}`;
  const telecharger = async (qui: Appelant, ca: CaFaite): Promise<Buffer> =>
    (await qui.telecharger(adresse(ca, '?trimestre=2026-T2'))).octets;
  const envoyer = async (qui: Appelant, ca: CaFaite, octets: Uint8Array, cles?: string[]) =>
    (
      await qui.post<ClasseurSuiviLu & Probleme>(
        adresse(ca, cles ? '/application' : ''),
        formulaireClasseur(octets, cles ? { cles: JSON.stringify(cles) } : {}),
      )
    ).corps;
  const dans = async (octets: Uint8Array, action: ActionFaite, cle: string, valeur: string): Promise<Saisie> => [
    T3,
    await celluleDe(octets, T3, action.id, colonne(cle)),
    valeur,
  ];
  const valeurDe = async (octets: Uint8Array, cle: string, lettre: string, valeur: string): Promise<Saisie> => [
    'Indicateurs',
    await celluleDe(octets, 'Indicateurs', cle, lettre),
    valeur,
  ];

  it('has the guide’s columns in the guide’s order, and shows nobody the draft of another', async () => {
    const { ca, partenaire, voisine } = await scene();
    for (const qui of [ca.dd, partenaire]) {
      const { sheets } = await readXlsx(await telecharger(qui, ca));
      expect(sheets[0]?.rows[0]?.slice(0, COLONNES_T3.length)).toEqual(COLONNES_T3.map((c) => c.entete));
      expect(sheets[0]?.rows).toHaveLength(4);
      const ligne = sheets[0]?.rows.find((r) => r.includes(voisine.id));
      expect(ligne?.[COLONNES_T3.findIndex((c) => c.cle === 'freins')] ?? null).toBeNull();
    }
    const dd = (await readXlsx(await telecharger(ca.dd, ca))).sheets[0]?.rows.flat();
    expect(dd).not.toContain('Peu de bénévoles');
    expect((await readXlsx(await telecharger(partenaire, ca))).sheets[0]?.rows.flat()).toContain('Peu de bénévoles');
  });

  it('comes back unchanged in both formats, and changes nothing', async () => {
    const { ca, partenaire } = await scene();
    for (const format of ['xlsx', 'ods']) {
      const { octets } = await partenaire.telecharger(adresse(ca, `?trimestre=2026-T2&format=${format}`));
      expect(await envoyer(partenaire, ca, octets)).toEqual({ refus: [], changements: [], applique: false });
    }
  });

  it('lets a structure fill all its reports at once: shown first, then applied whole', async () => {
    const { ca, partenaire, sienne, deux, bilan } = await scene();
    const octets = await telecharger(partenaire, ca);
    const [seances, part] = deux.indicateurs;
    const revenu = await remplir(octets, [
      await dans(octets, sienne, 'freins', 'Salle fermée'),
      await dans(octets, deux, 'ressources', 'non'),
      await dans(octets, deux, 'ressourcesMotif', 'Un départ'),
      await valeurDe(octets, `${deux.id}|beneficiaires`, 'D', '1 200'),
      await valeurDe(octets, `${deux.id}|indicateur:${seances?.id}`, 'D', '8'),
      await valeurDe(octets, `${deux.id}|indicateur:${part?.id}`, 'E', '3'),
      await valeurDe(octets, `${deux.id}|indicateur:${part?.id}`, 'F', '4'),
    ]);
    const dit = await envoyer(partenaire, ca, revenu);
    expect(dit.refus).toEqual([]);
    expect(dit.changements.map(({ avant, apres }) => [avant, apres])).toEqual([
      ['Peu de bénévoles', 'Salle fermée'],
      ['', 'Non – Un départ'],
      ['', '1\u202f200'],
      ['', '8'],
      ['', '3 sur 4'],
    ]);
    const fait = await envoyer(partenaire, ca, revenu, dit.changements.map((c) => c.cle).slice(0, 4));
    expect(fait).toMatchObject({ applique: true, refus: [] });
    const { corps: un } = await partenaire.get<BilanLu>(`/api/bilans-trimestriels/${bilan}`);
    expect(un).toMatchObject({ contenu: { freins: 'Salle fermée', pistes: 'Ouvrir le samedi' }, etat: 'BROUILLON' });
    const { corps: liste } = await partenaire.get<{ lignes: { id: string }[] }>(
      `/api/bilans-trimestriels?ficheAction=${deux.id}`,
    );
    const { corps: autre } = await partenaire.get<BilanLu>(`/api/bilans-trimestriels/${liste.lignes[0]?.id}`);
    expect(autre).toMatchObject({ etat: 'BROUILLON', remplies: 3, contenu: { beneficiaires: 1200 } });
    expect(autre.contenu.valeurs).toMatchObject([{ indicateurId: seances?.id, valeur: 8 }]);
  });

  it('locks what the level of a report does not ask, and refuses what is typed there', async () => {
    const { ca, partenaire, sienne, deux } = await scene();
    await f.sql(`UPDATE bilan_trimestriel SET niveau = 'ESSENTIEL' WHERE fiche_action_id = $1`, [deux.id]);
    const octets = await telecharger(partenaire, ca);
    const { sheets } = await readXlsx(octets, { readStyles: true });
    const feuille = sheets[0];
    const cellule = async (action: ActionFaite, cle: string) => {
      const rang = COLONNES_T3.findIndex((c) => c.cle === cle);
      const l = feuille?.rows.findIndex((r) => r.includes(action.id)) ?? -1;
      return { dit: feuille?.rows[l]?.[rang] ?? null, libre: feuille?.cells?.get(`${l},${rang}`)?.style?.protection };
    };
    expect((await cellule(deux, 'parcours')).dit).toBe('non demandé');
    expect((await cellule(deux, 'parcoursMotif')).dit).toBe('non demandé');
    expect((await cellule(deux, 'parcours')).libre?.locked).not.toBe(false);
    expect((await cellule(deux, 'realisation')).libre?.locked).toBe(false);
    expect((await cellule(sienne, 'parcours')).libre?.locked).toBe(false);
    expect(await envoyer(partenaire, ca, octets)).toMatchObject({ refus: [], changements: [] });

    const revenu = await remplir(octets, [
      await dans(octets, deux, 'realisation', 'Oui'),
      await dans(octets, deux, 'parcours', 'Oui'),
      await dans(octets, deux, 'istsMotif', ''),
    ]);
    const { refus } = await envoyer(partenaire, ca, revenu);
    expect(refus).toMatchObject([{ feuille: T3, cellule: await celluleDe(octets, T3, deux.id, colonne('parcours')) }]);
    expect(refus[0]).toMatchObject({
      valeur: 'Oui',
      message: expect.stringMatching(/pas demandée.*bilan essentiel.*videz la cellule/),
    });
  });

  it('lets the delegation write the left part, and no report (R15)', async () => {
    const { ca, sienne, bilan } = await scene();
    const octets = await telecharger(ca.dd, ca);
    const gauche = [
      await dans(octets, sienne, 'resultatsAttendus', 'Un autre résultat'),
      await dans(octets, sienne, 'beneficiairesCibles', '250'),
      await dans(octets, sienne, 'public1', ''),
    ];
    const revenu = await remplir(octets, gauche);
    const { changements } = await envoyer(ca.dd, ca, revenu);
    expect(changements).toHaveLength(3);
    await envoyer(
      ca.dd,
      ca,
      revenu,
      changements.map((c) => c.cle),
    );
    const { corps: fiche } = await ca.dd.get<FicheActionLue>(`/api/fiches-actions/${sienne.id}`);
    expect(fiche).toMatchObject({ resultatsAttendus: 'Un autre résultat', beneficiairesCibles: 250, publics: [] });
    expect(fiche.version).toBe(2);

    const interdit = await remplir(octets, [
      await dans(octets, sienne, 'freins', 'À la place de la structure'),
      await dans(octets, sienne, 'activite1', '12'),
    ]);
    for (const cles of [undefined, [`${sienne.id}|freins`]]) {
      const { refus } = await envoyer(ca.dd, ca, interdit, cles);
      expect(refus.map((r) => r.message).join('\n')).toMatch(
        /feuille «\u00a0Indicateurs\u00a0».*\n.*seule la structure/s,
      );
    }
    const [brouillon] = await f.sql<{ contenu: { freins: string } }>(
      'SELECT contenu FROM bilan_brouillon WHERE bilan_id = $1',
      [bilan],
    );
    expect(brouillon?.contenu.freins).toBe('Peu de bénévoles');
  });

  it('refuses the rows of others, of another CA, added or doubled, and a workbook of another CA', async () => {
    const { ca, partenaire, sienne, voisine } = await scene();
    const octets = await telecharger(partenaire, ca);
    const cle = lettresColonne(COLONNES_T3.length + 2);
    const ligne = Number((await celluleDe(octets, T3, sienne.id, 'A')).slice(1));
    const etrangere = (await f.action(await f.cooperative(), await f.structure())).id;
    const dits = async (saisies: Saisie[]) =>
      (await envoyer(partenaire, ca, await remplir(octets, saisies))).refus.map((r) => `${r.cellule} ${r.message}`);
    expect((await dits([await dans(octets, voisine, 'freins', 'Chez le voisin')]))[0]).toMatch(/pas par vous/);
    expect((await dits([await dans(octets, sienne, 'resultatsAttendus', 'Autre')]))[0]).toMatch(
      /fiche-action ne se modifie plus/,
    );
    expect((await dits([[T3, `${cle}${ligne}`, etrangere]]))[0]).toMatch(/n’est pas une action de cette coopérative/);
    expect((await dits([[T3, 'B9', 'Nouvelle action']]))[0]).toMatch(/A9 .*a été ajoutée/);
    expect((await dits([[T3, `${cle}9`, sienne.id]]))[0]).toMatch(/figure deux fois/);
    const autre = await scene();
    expect((await envoyer(autre.partenaire, autre.ca, octets)).refus[0]?.message).toMatch(/autre coopérative/);
  });

  it('shows both texts where somebody wrote meanwhile, and writes only what was chosen', async () => {
    const { ca, partenaire, sienne, bilan } = await scene();
    const octets = await telecharger(partenaire, ca);
    const { corps: lu } = await partenaire.get<BilanLu>(`/api/bilans-trimestriels/${bilan}`);
    await partenaire.patch(`/api/bilans-trimestriels/${bilan}`, {
      ...lu.contenu,
      freins: 'En ligne',
      version: lu.version,
    });
    const revenu = await remplir(octets, [
      await dans(octets, sienne, 'freins', 'Dans le classeur'),
      await dans(octets, sienne, 'pistes', 'Le dimanche'),
    ]);
    const { changements } = await envoyer(partenaire, ca, revenu);
    expect(changements.map(({ avant, apres, conflit }) => [avant, apres, conflit])).toEqual([
      ['En ligne', 'Dans le classeur', true],
      ['Ouvrir le samedi', 'Le dimanche', false],
    ]);
    await envoyer(partenaire, ca, revenu, [changements[1]?.cle ?? '']);
    const { corps: apres } = await partenaire.get<BilanLu>(`/api/bilans-trimestriels/${bilan}`);
    expect(apres.contenu).toMatchObject({ freins: 'En ligne', pistes: 'Le dimanche' });
  });

  it('is closed to who only reads, and to strangers', async () => {
    const { ca } = await scene();
    const octets = await telecharger(ca.dd, ca);
    const habitant = await api.personne('MEMBRE_COPIL', { cooperativeId: ca.id });
    expect((await habitant.telecharger(adresse(ca))).statut).toBe(200);
    expect((await habitant.post(adresse(ca), formulaireClasseur(octets))).statut).toBe(403);
    const ailleurs = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
    expect((await ailleurs.telecharger(adresse(ca))).statut).toBe(404);
    expect((await ailleurs.post(adresse(ca, '/application'), formulaireClasseur(octets))).statut).toBe(404);
  });
});
