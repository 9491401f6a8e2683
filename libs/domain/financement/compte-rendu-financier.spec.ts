import fc from 'fast-check';
import {
  avertissementsCompteRendu,
  COMPTES_CERFA,
  compteDe,
  ecartDe,
  lignesInitiales,
  totalCompte,
} from './compte-rendu-financier.rules';
import { differencesCompteRendu } from './differences-compte-rendu.rules';
import { CODES_NATURES, NATURES } from './natures';

const engagement = fc.record({
  nature: fc.constantFrom(...CODES_NATURES),
  montant: fc.nat(100_000_000),
  recu: fc.nat(100_000_000),
});

describe('The compte rendu financier', () => {
  it('has the accounts of the Cerfa, in its order', () => {
    const cote = (c: 'CHARGE' | 'PRODUIT') => COMPTES_CERFA.filter((l) => l.cote === c).map(({ code }) => code);
    expect(cote('CHARGE')).toEqual(['60', '61', '62', '63', '64', '65', '66', '67', '68', '86']);
    expect(cote('PRODUIT')).toEqual(['70', '73', '74', '75', '76', '77', '78', '79', '87']);
  });

  it('begins with what was engaged and paid, to the cent, contributions in kind on both sides', () => {
    fc.assert(
      fc.property(fc.array(engagement), (engagements) => {
        const lignes = lignesInitiales(engagements);
        const ligne = (code: string) => lignes.find(({ compte }) => compte === code);
        const garde = engagements.filter(({ nature }) => compteDe(nature) && NATURES[nature].famille !== 'NATURE');
        expect(totalCompte(lignes, 'PRODUIT')).toEqual({
          prevu: garde.reduce((s, e) => s + e.montant, 0),
          realise: garde.reduce((s, e) => s + e.recu, 0),
        });
        expect(totalCompte(lignes, 'CHARGE')).toEqual({ prevu: 0, realise: 0 });
        expect({ ...ligne('86'), compte: '' }).toEqual({ ...ligne('87'), compte: '' });
      }),
    );
  });

  it('tells each gap in cents and as a share of what was planned', () => {
    expect(ecartDe({ prevu: 1000, realise: 900 })).toEqual({ centimes: -100, part: -0.1 });
    expect(ecartDe({ prevu: 0, realise: 5 })).toEqual({ centimes: 5, part: null });
  });

  it('asks for what a reader would ask, and for nothing when all is said', () => {
    const lignes = lignesInitiales([{ nature: 'ARS_FIR', montant: 1000, recu: 1000 }]);
    const codes = (contenu: Parameters<typeof avertissementsCompteRendu>[0]) =>
      avertissementsCompteRendu(contenu).map(({ code }) => code);
    expect(codes({ lignes })).toEqual(['PREVU_DESEQUILIBRE']);
    const remplies = lignes.map((l) => (l.compte === '64' ? { ...l, prevu: 1000, realise: 900 } : l));
    expect(codes({ lignes: remplies })).toEqual(['ECARTS_MUETS']);
    expect(codes({ lignes: remplies, ecarts: 'Un départ' })).toEqual([]);
    const nature = remplies.map((l) => (l.compte === '87' ? { ...l, realise: 50 } : l));
    expect(codes({ lignes: nature, ecarts: 'Un départ' })).toEqual(['CONTRIBUTIONS']);
  });

  it('tells in the order of the form what a version says otherwise than another, and nothing of what is the same', () => {
    const lignes = lignesInitiales([{ nature: 'ARS_FIR', montant: 100_000, recu: 70_000 }]);
    const avant = { lignes, miseEnOeuvre: 'Trois ateliers', beneficiaires: 25, ecarts: null };
    const apres = {
      ...avant,
      lignes: lignes.map((l) => (l.compte === '64' ? { ...l, realise: 70_000 } : l)),
      miseEnOeuvre: 'Quatre ateliers',
      ecarts: 'Un départ',
    };
    expect(differencesCompteRendu(avant, { ...avant, ecarts: '' })).toEqual([]);
    const dites = differencesCompteRendu(avant, apres).map(({ titre, mots }) => [
      titre,
      mots.map(({ genre, texte }) => `${genre[0]}${texte}`).join('|'),
    ]);
    expect(dites).toEqual([
      ['Mise en œuvre de l’action', 'RTrois|AQuatre|G ateliers'],
      ['64 – Charges de personnel, réalisé', 'R0,00\u00a0€|G |A700,00\u00a0€'],
      ['Écarts significatifs entre le prévu et le réalisé', 'AUn départ'],
    ]);
  });
});
