import fc from 'fast-check';
import { ajouterJours, joursEntre } from './dates';
import {
  debutTrimestre,
  decalerTrimestre,
  echeanceBilan,
  ecrireTrimestre,
  estActifAuTrimestre,
  finTrimestre,
  libelleCourtTrimestre,
  libelleTrimestre,
  lireTrimestre,
  rangTrimestre,
  trimestreAuRang,
  trimestreDe,
  trimestresEntre,
} from './trimestre';

const annee = fc.integer({ min: 2001, max: 2098 });
const trimestre = fc.record({ annee, trimestre: fc.integer({ min: 1, max: 4 }) });
const jour = fc
  .date({ min: new Date('2001-01-01T00:00:00Z'), max: new Date('2098-12-31T00:00:00Z'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

describe('Calendar quarters (R18)', () => {
  it('cut the year in four, without gap or overlap', () => {
    fc.assert(
      fc.property(annee, (a) => {
        const quatre = [1, 2, 3, 4].map((t) => ({ annee: a, trimestre: t }));
        expect(quatre.map(debutTrimestre)).toEqual([`${a}-01-01`, `${a}-04-01`, `${a}-07-01`, `${a}-10-01`]);
        expect(quatre.map(finTrimestre)).toEqual([`${a}-03-31`, `${a}-06-30`, `${a}-09-30`, `${a}-12-31`]);
      }),
    );
  });

  it('put every day in exactly the quarter that holds it', () => {
    fc.assert(
      fc.property(jour, (d) => {
        const t = trimestreDe(d);
        expect(debutTrimestre(t) <= d && d <= finTrimestre(t)).toBe(true);
        expect(trimestreDe(ajouterJours(finTrimestre(t), 1))).toEqual(decalerTrimestre(t, 1));
      }),
    );
  });

  it('stand on one line of time, over the new year', () => {
    expect(decalerTrimestre({ annee: 2026, trimestre: 4 }, 1)).toEqual({ annee: 2027, trimestre: 1 });
    expect(decalerTrimestre({ annee: 2026, trimestre: 1 }, -1)).toEqual({ annee: 2025, trimestre: 4 });
    fc.assert(
      fc.property(trimestre, fc.integer({ min: -40, max: 40 }), (t, pas) => {
        expect(trimestreAuRang(rangTrimestre(t))).toEqual(t);
        expect(decalerTrimestre(decalerTrimestre(t, pas), -pas)).toEqual(t);
      }),
    );
  });

  it('are listed from the first to the last, both included, and none backwards', () => {
    expect(trimestresEntre({ annee: 2025, trimestre: 4 }, { annee: 2026, trimestre: 2 }).map(ecrireTrimestre)).toEqual([
      '2025-T4',
      '2026-T1',
      '2026-T2',
    ]);
    expect(trimestresEntre({ annee: 2026, trimestre: 2 }, { annee: 2026, trimestre: 1 })).toEqual([]);
  });
});

describe('The deadline of a report (convention, article 4.3)', () => {
  it('is fifteen days after the end of the quarter, always in the next one', () => {
    expect(echeanceBilan({ annee: 2026, trimestre: 3 })).toBe('2026-10-15');
    expect(echeanceBilan({ annee: 2026, trimestre: 4 })).toBe('2027-01-15');
    fc.assert(
      fc.property(trimestre, (t) => {
        expect(joursEntre(finTrimestre(t), echeanceBilan(t))).toBe(15);
        expect(trimestreDe(echeanceBilan(t))).toEqual(decalerTrimestre(t, 1));
      }),
    );
  });
});

describe('An action owes a report (R9)', () => {
  const t3 = { annee: 2026, trimestre: 3 };

  it.each([
    ['2026-07-01', '2026-09-30', true],
    ['2026-09-30', '2027-01-01', true],
    ['2025-01-01', '2026-07-01', true],
    ['2026-08-15', '2026-08-15', true],
    ['2025-01-01', null, true],
    ['2025-01-01', '2026-06-30', false],
    ['2026-10-01', null, false],
  ])('from %s to %s: %p for the third quarter of 2026', (debut, fin, attendu) => {
    expect(estActifAuTrimestre(debut, fin, t3)).toBe(attendu);
  });

  it('for each quarter between its first and last days, and for no other', () => {
    fc.assert(
      fc.property(jour, fc.integer({ min: 0, max: 900 }), trimestre, (debut, duree, t) => {
        const fin = ajouterJours(debut, duree);
        const entre =
          rangTrimestre(trimestreDe(debut)) <= rangTrimestre(t) && rangTrimestre(t) <= rangTrimestre(trimestreDe(fin));
        expect(estActifAuTrimestre(debut, fin, t)).toBe(entre);
      }),
    );
  });
});

describe('A quarter is written', () => {
  it('in addresses as 2026-T3, and read back the same', () => {
    fc.assert(fc.property(trimestre, (t) => expect(lireTrimestre(ecrireTrimestre(t))).toEqual(t)));
  });

  it.each(['2026-T5', '2026-T0', '2026T3', '1999-T1', '2026-T3 ', ''])('and « %s » is not one', (texte) => {
    expect(lireTrimestre(texte)).toBeNull();
  });

  it('in French for people', () => {
    expect(libelleTrimestre({ annee: 2026, trimestre: 1 })).toBe('1ᵉʳ trimestre 2026');
    expect(libelleTrimestre({ annee: 2026, trimestre: 3 })).toBe('3ᵉ trimestre 2026');
    expect(libelleCourtTrimestre({ annee: 2026, trimestre: 3 })).toBe('T3 2026');
  });
});
