import type { FicheActionLue } from '@coopilote/domain/actions';
import { FEUILLES_ARRIVEE, type ArriveeVerifiee, type FeuilleArrivee } from '@coopilote/domain/arrivee';
import type { BilanLu, VersionBilan } from '@coopilote/domain/bilans';
import { adresseCellule } from '@coopilote/domain/classeurs';
import {
  decalerTrimestre,
  debutTrimestre,
  finTrimestre,
  jourAParis,
  trimestreDe,
  type Probleme,
} from '@coopilote/domain/commun';
import type { CellValue } from 'hucre/xlsx';
import { formulaireClasseur, remplir, type Saisie } from '../../test/classeurs';
import { Fabrique, type CaFaite } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';

const PASSE = decalerTrimestre(trimestreDe(jourAParis(new Date())), -1);
const DEBUT = debutTrimestre(decalerTrimestre(PASSE, -1));
const FIN = finTrimestre(decalerTrimestre(PASSE, 4));

type Rangee = Record<string, CellValue>;
type Contenu = Partial<Record<FeuilleArrivee, Rangee[]>>;

/** Rows → cells, from the second row on. */
function saisies(contenu: Contenu): Saisie[] {
  return (Object.entries(contenu) as [FeuilleArrivee, Rangee[]][]).flatMap(([cle, rangees]) => {
    const { nom, colonnes } = FEUILLES_ARRIVEE[cle];
    return rangees.flatMap((rangee, l) =>
      Object.entries(rangee).map(([colonne, valeur]): Saisie => {
        const rang = colonnes.findIndex((c) => c.cle === colonne);
        if (rang < 0) throw new Error(`${nom} n’a pas de colonne ${colonne}`);
        return [nom, adresseCellule(l + 1, rang), valeur];
      }),
    );
  });
}

describe('A CA that exists already arrives by a workbook', () => {
  let api: Api;
  let f: Fabrique;
  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
  });
  afterAll(() => api.stop());

  let marque = 0;
  async function scene() {
    const ca = await f.cooperative({ publics: ['JEUNES'] });
    await f.structure();
    const [commune] = await f.sql<{ nom: string }>('SELECT nom FROM commune WHERE code = $1', [ca.communes[0]]);
    return { ca, commune: commune?.nom ?? '', nom: `Les Veilleurs ${process.pid} ${++marque}` };
  }
  type Scene = Awaited<ReturnType<typeof scene>>;
  const structure = ({ commune, nom }: Scene): Rangee => ({
    nom,
    formeJuridique: 'Association loi 1901',
    secteur: 'SANTE',
    commune,
    debut: new Date('2024-01-01'),
  });
  const complet = (s: Scene): Contenu => ({
    structures: [structure(s)],
    objectifs: [
      { niveau: 'Objectif opérationnel', intitule: 'Ateliers', parent: 'réduire les écrans' },
      { niveau: 'Objectif général', intitule: 'Mieux dormir' },
      { niveau: 'Objectif spécifique', intitule: 'Réduire les écrans', parent: 'Mieux dormir' },
    ],
    actions: [
      {
        intitule: 'Ateliers du soir',
        structure: s.nom.toUpperCase(),
        etat: 'En cours',
        calendrierDebut: DEBUT.split('-').reverse().join('/'),
        calendrierFin: new Date(FIN),
        objectif: 'Ateliers',
        public1: 'JEUNES',
        beneficiairesCibles: '1 200',
        territoire: s.commune,
      },
      { intitule: 'À préparer', structure: s.nom, etat: 'Brouillon', calendrierDebut: DEBUT, calendrierFin: FIN },
    ],
    indicateurs: [
      indicateur('Indicateur de processus', 'Réunions', 'séances'),
      {
        ...indicateur('Indicateur d’activité', 'Ateliers tenus', 'séances'),
        annee: PASSE.annee,
        prevu1: 3,
        prevuAnnee: '12',
      },
      indicateur('Indicateur de résultats', 'Part des présents', '%', 'ratio (numérateur / dénominateur)'),
    ],
    bilans: [
      {
        action: 'ateliers du soir',
        annee: PASSE.annee,
        trimestre: `T${PASSE.trimestre}`,
        beneficiaires: 42,
        ressources: 'Oui',
        publics: 'En partie',
        publicsMotif: 'Peu de pères',
        activite1: '8',
        resultat1: '3/4',
        freins: 'Salle fermée',
      },
    ],
  });
  const indicateur = (type: string, libelle: string, unite: string, modeAgregation = 'somme'): Rangee => ({
    ...{ action: 'Ateliers du soir', type, libelle, unite, modeAgregation },
  });
  const adresse = (ca: CaFaite, suite = ''): string => `/api/cooperatives/${ca.id}/arrivee${suite}`;
  const classeur = async (ca: CaFaite, contenu: Contenu, format = 'xlsx') =>
    remplir((await ca.dd.telecharger(adresse(ca, `/modele?format=${format}`))).octets, saisies(contenu));
  const envoyer = async (
    qui: Appelant,
    ca: CaFaite,
    octets: Uint8Array,
    suite = '',
    champs: Record<string, string> = {},
  ) => (await qui.post<ArriveeVerifiee & Probleme>(adresse(ca, suite), formulaireClasseur(octets, champs))).corps;
  const verifier = async (s: Scene, contenu: Contenu) =>
    envoyer(s.ca.dd, s.ca, await classeur(s.ca, contenu), '/verification');
  const dits = ({ refus }: ArriveeVerifiee) => refus.map((r) => `${r.feuille}!${r.cellule} ${r.message}`);

  it('is checked, then imported whole: structures, objectives, actions, indicators, past reports', async () => {
    const s = await scene();
    const octets = await classeur(s.ca, complet(s));
    const attendu = {
      ...{ refus: [], avertissements: [], aReconnaitre: [], structuresConnues: 0, bilansARemplir: 2 },
      creations: { structures: 1, objectifs: 3, actions: 2, indicateurs: 3, bilans: 1 },
    };
    expect(await envoyer(s.ca.dd, s.ca, octets, '/verification')).toEqual({ ...attendu, faite: false });
    const vide = await s.ca.dd.get<{ total: number }>(`/api/fiches-actions?cooperative=${s.ca.id}`);
    expect(vide.corps.total).toBe(0);
    expect(await envoyer(s.ca.dd, s.ca, octets)).toEqual({ ...attendu, faite: true });

    const { corps: fiches } = await s.ca.dd.get<{ lignes: { id: string; intitule: string; etat: string }[] }>(
      `/api/fiches-actions?cooperative=${s.ca.id}&tri=intitule`,
    );
    expect(fiches.lignes.map((l) => [l.intitule, l.etat])).toEqual([
      ['À préparer', 'BROUILLON'],
      ['Ateliers du soir', 'EN_COURS'],
    ]);
    const { corps: fiche } = await s.ca.dd.get<FicheActionLue>(`/api/fiches-actions/${fiches.lignes[1]?.id}`);
    expect(fiche).toMatchObject({
      ...{
        structure: s.nom,
        objectif: 'Ateliers',
        calendrierDebut: DEBUT,
        calendrierFin: FIN,
        beneficiairesCibles: 1200,
      },
      territoire: s.commune,
      publics: [{ libelle: 'JEUNES' }],
      manqueIndicateurs: null,
    });
    expect(fiche.indicateurs[1]?.previsions).toEqual([
      { annee: PASSE.annee, trimestre: 0, valeur: 12 },
      { annee: PASSE.annee, trimestre: 1, valeur: 3 },
    ]);
    expect(fiche.bilans.map((b) => b.etat)).toEqual(['A_REMPLIR', 'VALIDE', 'A_REMPLIR']);
    const { corps: bilan } = await s.ca.dd.get<BilanLu>(`/api/bilans-trimestriels/${fiche.bilans[1]?.id}`);
    expect(bilan.contenu).toMatchObject({
      beneficiaires: 42,
      reponses: { ressources: { reponse: 'OUI' }, publics: { reponse: 'EN_PARTIE', motif: 'Peu de pères' } },
      freins: 'Salle fermée',
    });
    expect(bilan.contenu.valeurs).toHaveLength(2);
    const { corps: versions } = await s.ca.dd.get<VersionBilan[]>(`/api/bilans-trimestriels/${bilan.id}/versions`);
    expect(versions).toMatchObject([{ numero: 1, contenu: { beneficiaires: 42 } }]);

    // A second time: everything is there already, and nothing is made twice.
    const encore = await envoyer(s.ca.dd, s.ca, octets);
    expect(encore).toMatchObject({ faite: false, structuresConnues: 1 });
    expect(dits(encore).join('\n')).toMatch(/Actions!A2 Une action porte déjà cet intitulé/);
  });

  it('is read from an ODS as well, as the product writes it', async () => {
    const { ca } = await scene();
    const { octets } = await ca.dd.telecharger(adresse(ca, '/modele?format=ods'));
    expect(await envoyer(ca.dd, ca, octets, '/verification')).toMatchObject({ refus: [], creations: { actions: 0 } });
  });

  it('tells every refusal with its sheet, its cell and the remedy, and imports nothing then', async () => {
    const s = await scene();
    const c = complet(s);
    c.structures?.push({ ...structure(s), siret: '12345678901234', debut: 'mars 2024' });
    c.objectifs?.push({ niveau: 'Objectif opérationel', intitule: 'Perdu', parent: 'Mieux dormir' });
    c.actions?.push(
      {
        intitule: 'Sans structure',
        structure: 'Les Veileurs',
        etat: 'En cours',
        calendrierDebut: FIN,
        calendrierFin: DEBUT,
      },
      { intitule: 'Sans indicateur', structure: s.nom, etat: 'En cours', calendrierDebut: DEBUT, calendrierFin: FIN },
    );
    c.indicateurs?.push({ ...indicateur('Indicateur d’activité', 'Taux', '%') });
    c.bilans?.push(
      { action: 'Ateliers du soir', annee: 2040, trimestre: 'T1' },
      {
        action: 'Ateliers du soir',
        annee: PASSE.annee,
        trimestre: `T${PASSE.trimestre}`,
        activite1: 'beaucoup',
        resultat1: '12',
      },
      { action: 'Ateliers du matin', annee: 2026, trimestre: 'T1' },
    );
    const verifie = await verifier(s, c);
    const texte = dits(verifie).join('\n');
    for (const attendu of [
      /Structures!J3 Une date est attendue/,
      /Structures!G3 .*n’existe pas/,
      /Structures!A3 .*figure deux fois/,
      /Objectifs!A5 Ce choix n’existe pas\. Vouliez-vous dire «\u00a0Objectif opérationnel/,
      /Actions!B4 Structure inconnue\. Vouliez-vous dire «\u00a0Les Veilleurs/,
      /Actions!S5 Ajoutez au moins un indicateur/,
      /Indicateurs!E5 Mode d’agrégation/,
      /Bilans!B3 Ce trimestre n’a pas commencé/,
      /Bilans!C4 Ce bilan figure deux fois/,
      /Bilans!M4 Un nombre est attendu/,
      /Bilans!P4 Ce ratio s’écrit/,
      /Bilans!A5 Action inconnue/,
    ]) {
      expect(texte).toMatch(attendu);
    }
    const importe = await envoyer(s.ca.dd, s.ca, await classeur(s.ca, c));
    expect(importe.faite).toBe(false);
    expect((await f.sql('SELECT 1 FROM structure WHERE nom = $1', [s.nom])).length).toBe(0);
  });

  it('proposes a structure that is known, and never makes it twice', async () => {
    const s = await scene();
    const connue = await f.structure({ nom: s.nom });
    await f.sql('UPDATE structure SET commune_code = $2, rna = $3 WHERE id = $1', [connue, s.ca.communes[0], rna()]);
    const contenu: Contenu = { structures: [structure(s)] };
    const octets = await classeur(s.ca, contenu);
    const propose = await envoyer(s.ca.dd, s.ca, octets);
    expect(propose).toMatchObject({
      faite: false,
      aReconnaitre: [{ ligne: 2, nom: s.nom, certaine: false, doublons: [{ id: connue, motif: 'NOM' }] }],
    });
    const choisi = await envoyer(s.ca.dd, s.ca, octets, '', { choix: JSON.stringify({ 2: connue }) });
    expect(choisi).toMatchObject({ faite: true, structuresConnues: 1, creations: { structures: 0 } });
    expect((await f.sql('SELECT 1 FROM adhesion WHERE structure_id = $1', [connue])).length).toBe(1);

    const autre = await scene();
    const numero = rna();
    await f.sql('UPDATE structure SET rna = $2 WHERE id = $1', [await f.structure({ departementCode: '92' }), numero]);
    const meme = await classeur(autre.ca, { structures: [{ ...structure(autre), rna: numero }] });
    const certain = await envoyer(autre.ca.dd, autre.ca, meme, '', { choix: JSON.stringify({ 2: 'NOUVELLE' }) });
    expect(certain).toMatchObject({ faite: false, aReconnaitre: [{ certaine: true, doublons: [{ motif: 'RNA' }] }] });
  });
  const rna = (): string => `W93${String(process.pid % 1000).padStart(3, '0')}${String(++marque).padStart(4, '0')}`;

  it('points out what looks like personal data, and waits for it to be read (R16)', async () => {
    const s = await scene();
    const c = complet(s);
    Object.assign(c.bilans?.[0] ?? {}, { pistes: 'Rappeler Mme Durand au 06 12 34 56 78' });
    const octets = await classeur(s.ca, c);
    const averti = await envoyer(s.ca.dd, s.ca, octets);
    expect(averti.faite).toBe(false);
    expect(averti.avertissements[0]).toMatchObject({ feuille: 'Bilans', cellule: expect.stringMatching(/^[A-Z]+2$/) });
    expect((await envoyer(s.ca.dd, s.ca, octets, '', { avertissementsLus: 'oui' })).faite).toBe(true);
  });

  it('is for the delegation of the CA, with the model of this CA', async () => {
    const s = await scene();
    const octets = await classeur(s.ca, {});
    const autre = await scene();
    expect(dits(await envoyer(autre.ca.dd, autre.ca, octets, '/verification'))[0]).toMatch(/autre coopérative/);
    const copilote = await api.personne('COPILOTE', { cooperativeId: s.ca.id });
    const ailleurs = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
    for (const [qui, statut] of [
      [copilote, 403],
      [ailleurs, 404],
    ] as const) {
      expect((await qui.telecharger(adresse(s.ca, '/modele'))).statut).toBe(statut);
      expect((await qui.post(adresse(s.ca), formulaireClasseur(octets))).statut).toBe(statut);
    }
    await f.sql(`UPDATE cooperative SET phase = 'CLOSE', fin = '2026-01-01' WHERE id = $1`, [s.ca.id]);
    expect((await s.ca.dd.post(adresse(s.ca), formulaireClasseur(octets))).statut).toBe(409);
  });
});
