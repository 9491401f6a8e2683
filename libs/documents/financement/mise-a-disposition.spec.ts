import type { DocumentMise, MiseFigee } from '@coopilote/domain/financement';
import { lireDocx, lirePdf, lirePlan } from '../essais/lecture';
import { miseADispositionDocx } from '../docx/mise-a-disposition';
import { miseADispositionPdf } from '../pdf/mise-a-disposition';
import { composerMiseADisposition } from './mise-a-disposition';

const EDITION = { maintenant: new Date('2026-04-15T09:00:00Z') };
const enLigne = (texte: string): string => texte.replace(/\s+/g, ' ');
const structure = (structureId: string, nom: string, cle: number): MiseFigee['structures'][number] => ({
  ...{ structureId, nom, cle, preteur: structureId === 's0', formeJuridique: 'Association loi 1901' },
  ...{ siret: null, rna: 'W931234567', finess: null, adresse: '3 rue de la Paix, Bobigny' },
});
const texte = (autre: Partial<MiseFigee> = {}): MiseFigee => ({
  ...{
    genre: 'PERSONNEL',
    intitule: 'Diététicienne partagée',
    contexte: 'Poste vacant au plateau',
    action: 'Mieux manger',
  },
  ...{ fonction: 'Diététicienne', quotite: 4050, moyens: null, porteurContrat: null },
  ...{ debut: '2026-01-01', fin: '2026-12-31', tva: true, tauxTva: 2000, motifSansTva: null },
  ...{ obligationsPreteur: 'Payer le salaire.', obligationsBeneficiaires: 'Accueillir la personne.' },
  ...{
    region: 'Île-de-France',
    departement: 'Seine-Saint-Denis',
    cooperative: 'Diabète',
    remplace: null,
    demonstration: false,
  },
  structures: [structure('s0', 'Hôpital', 3333), structure('s1', 'Centre social', 6667)],
  couts: [
    { annee: 2026, poste: 'SALAIRE', libelle: null, prevu: 2_150_000 },
    { annee: 2026, poste: 'CHARGES', libelle: 'URSSAF', prevu: 900_050 },
  ],
  ...autre,
});
const partie = (structureId: string, autre: object = {}): DocumentMise['parties'][number] => ({
  ...{
    structureId,
    cseLe: null,
    cseSansObjet: null,
    deliberationLe: null,
    avenantLe: null,
    signataire: null,
    signeLe: null,
  },
  ...autre,
});
const doc = (autre: Partial<DocumentMise> = {}): DocumentMise => ({
  ...{ texte: texte(), etat: 'A_APPROUVER', finEffective: null, parties: [partie('s0'), partie('s1')] },
  ...autre,
});
const signee = (): DocumentMise =>
  doc({
    etat: 'SIGNEE',
    parties: [
      partie('s0', {
        ...{ cseLe: '2026-01-05', deliberationLe: '2026-01-08', avenantLe: '2026-01-09' },
        ...{ signataire: 'Anne Roy, directrice', signeLe: '2026-01-12' },
      }),
      partie('s1', { cseSansObjet: 'Moins de onze salariés', deliberationLe: '2026-01-07', signeLe: '2026-01-15' }),
    ],
  });

describe('The convention of a mise à disposition', () => {
  it('says its parties, its keys, its cost invoiced at cost, its VAT and who answers for what', async () => {
    const octets = await miseADispositionPdf(doc(), EDITION);
    const { suite, infos } = await lirePdf(octets);
    const lu = enLigne(suite.join(' '));
    for (const attendu of [
      'Convention de mise à disposition de personnel',
      'Projet, non signé',
      'RNA W931234567',
      'ci-après « l’employeur »',
      'Diététicienne, pour 40,50 % du temps de travail',
      'Mieux manger',
      '33,33 %',
      '66,67 %',
      '100,00 %',
      '30500,50 €',
      'sans marge ni frais de gestion',
      'article L. 8241-1',
      'au taux de 20,00 %',
      'Accueillir la personne.',
      'Le bénéficiaire reste responsable de son activité',
      'répond de son travail devant son employeur',
      'du 1er janvier 2026 au 31 décembre 2026',
    ]) {
      expect(lu).toContain(attendu);
    }
    expect(infos['Title']).toContain('Diététicienne partagée');
    expect((await lirePlan(octets)).map(({ titre }) => enLigne(titre))).toEqual(
      expect.arrayContaining(['Article 4 – Clés de répartition', 'Article 9 – Approbations']),
    );
  });

  it('tells in Word what was approved and signed', async () => {
    const lu = enLigne(await lireDocx(await miseADispositionDocx(signee(), EDITION)));
    for (const attendu of [
      'Consulté le 5 janvier 2026',
      'Sans objet : Moins de onze salariés',
      'Délibération du 7 janvier 2026',
      'Signé le 9 janvier 2026',
      'Représentée par Anne Roy, directrice',
      'Signé le 15 janvier 2026.',
    ]) {
      expect(lu).toContain(attendu);
    }
    expect(lu).not.toContain('Projet');
  });

  it('is of means too, with who carries the contract, and invents nothing', () => {
    const moyens = texte({
      ...{ genre: 'MOYENS', fonction: null, quotite: null, moyens: 'Un logiciel', porteurContrat: 'Centre social' },
      ...{ tva: false, tauxTva: null, motifSansTva: null, action: null, contexte: null, obligationsPreteur: null },
    });
    const dit = JSON.stringify(composerMiseADisposition(doc({ texte: moyens }), EDITION));
    expect(dit).toContain('portés par Centre social');
    expect(dit).not.toMatch(/[\w ]null|undefined|main-d’œuvre|employeur|Avenant/);
  });

  it('never splits the frame of a party, whatever comes before', async () => {
    for (const lignes of [1, 6, 12, 18, 24]) {
      const contexte = Array.from({ length: lignes }, (_, i) => `Ligne ${i + 1} du contexte.`).join('\n');
      const structures = Array.from({ length: 7 }, (_, i) =>
        structure(`s${i}`, `Structure signataire ${i + 1}`, i ? 1000 : 4000),
      );
      const { suite } = await lirePdf(
        await miseADispositionPdf(doc({ texte: texte({ contexte, structures }) }), EDITION),
      );
      const pages = suite.filter((page) => page.includes('Fait à'));
      expect(enLigne(pages.join(' ')).split('Fait à')).toHaveLength(8);
      for (const page of pages) {
        const apres = page.slice(page.indexOf('Signatures') + 1);
        const noms = apres.match(/^Structure signataire \d$/gm) ?? [];
        expect(noms).toHaveLength((page.match(/Fait à/g) ?? []).length);
      }
    }
  });
});
