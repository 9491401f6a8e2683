import { lignesInitiales } from '@coopilote/domain/financement';
import { rangeesCompte, type CompteRenduFinancierEcrit } from '../financement/compte-rendu';
import { lirePdf, lireXlsx } from '../essais/lecture';
import { compteRenduFinancierPdf } from '../pdf/compte-rendu-financier';
import { compteRenduFinancierXlsx } from './compte-rendu-financier';

const EDITION = { maintenant: new Date('2026-04-15T09:00:00Z') };
const cr: CompteRenduFinancierEcrit = {
  cooperative: 'Diabète en Seine-Saint-Denis',
  structure: '=1+1',
  action: 'Marcher ensemble',
  annee: 2025,
  transmisLe: '2026-03-31T22:30:00.000Z',
  demonstration: false,
  lignes: lignesInitiales([{ nature: 'ARS_FIR', montant: 123_456, recu: 100_000 }]).map((ligne) =>
    ligne.compte === '64' ? { ...ligne, prevu: 123_456, realise: 61_728 } : ligne,
  ),
  ecarts: 'Un départ en juin.',
  beneficiaires: 42,
};

describe('The compte rendu financier', () => {
  it('is a workbook that Calc opens, whose figures count to the cent, and where nothing typed is a formula', async () => {
    const lignes = await lireXlsx(await compteRenduFinancierXlsx(cr));
    expect(lignes[0]?.[0]).toBe('Compte rendu financier 2025 – =1+1');
    const lus = new Map(lignes.map(([libelle = '', ...cellules]) => [libelle, cellules]));
    for (const { genre, libelle, prevu, realise } of rangeesCompte(cr.lignes)) {
      if (genre === 'COTE') continue;
      const [lu, ...suite] = [libelle, ...(lus.get(libelle) ?? [])];
      const centimes = suite.slice(0, 3).map((valeur) => Number(valeur) * 100);
      expect([lu, ...centimes.map((c) => Math.round(c * 1e6) / 1e6)]).toEqual([lu, prevu, realise, realise - prevu]);
    }
    expect(lus.get('64 – Charges de personnel')).toEqual(['1234.56', '617.28', '-617.28', '-50%']);
    expect(lus.get('Total des produits')?.slice(0, 2)).toEqual(['1234.56', '1000']);
    expect(lus.get('60 – Achats')?.[3]).toBe('–');
  });

  it('is a PDF that says the same', async () => {
    const { pages, infos } = await lirePdf(await compteRenduFinancierPdf(cr, EDITION));
    const texte = pages.join(' ').replace(/\s+/g, ' ');
    for (const attendu of [
      'Marcher ensemble',
      'Transmis le mercredi 1er avril 2026',
      '1 234,56 €',
      '−617,28 €',
      '−50 %',
      'Un départ en juin.',
      '42',
    ]) {
      expect(texte).toContain(attendu);
    }
    expect(infos['Subject']).toContain('15059');
  });
});
