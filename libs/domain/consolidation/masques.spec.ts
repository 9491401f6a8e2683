import fc from 'fast-check';
import {
  INCERTITUDE,
  masquerBas,
  masquerIndicateur,
  masquerListe,
  masquerTable,
  PETIT_EFFECTIF,
  type Effectifs,
} from './masques.rules';

/** Adds the sums of its rows and columns to a table. */
const avecSommes = (parties: number[][]): number[][] => {
  const lignes = parties.map((ligne) => [...ligne, ligne.reduce((s, n) => s + n, 0)]);
  return [...lignes, (lignes[0] ?? []).map((_, j) => lignes.reduce((s, ligne) => s + (ligne[j] ?? 0), 0))];
};

/**
 * Somebody who has the published table and paper: tries every whole table that it allows, its masked counts one at least.
 * Answers what each masked count may be, `bornes[i][j]`, its sums being searched up to `jusqua`.
 */
function attaquer(table: Effectifs, masques: boolean[][], jusqua: number): { min: number; max: number }[][] {
  const [r, c] = [table.length - 1, (table[0]?.length ?? 1) - 1];
  const bornes = table.map((ligne) => ligne.map(() => ({ min: Infinity, max: -Infinity })));
  const connu = (i: number, j: number): number | null => (masques[i]?.[j] ? null : (table[i]?.[j] ?? 0));
  const essai = table.map((ligne) => ligne.map(() => 0));
  const assez = () =>
    bornes.every((ligne, i) =>
      ligne.every(({ min, max }, j) => !masques[i]?.[j] || (min <= (table[i]?.[j] ?? 0) && max - min >= INCERTITUDE)),
    );
  let fini = false;
  const poser = (rang: number): void => {
    if (fini) return;
    if (rang === r * c) {
      const entier = avecSommes(essai.slice(0, r).map((ligne) => ligne.slice(0, c)));
      const permis = entier.every((ligne, i) =>
        ligne.every((n, j) => (connu(i, j) === null ? n >= 1 : n === connu(i, j))),
      );
      if (!permis) return;
      for (const [i, ligne] of entier.entries())
        for (const [j, n] of ligne.entries()) {
          const borne = bornes[i]?.[j];
          if (borne) Object.assign(borne, { min: Math.min(borne.min, n), max: Math.max(borne.max, n) });
        }
      fini = assez();
      return;
    }
    const [i, j] = [Math.floor(rang / c), rang % c];
    const su = connu(i, j);
    const ligne = essai[i] as number[];
    // What a sum in view leaves for its last part.
    const reste = (total: number, pris: number[]): number => total - pris.reduce((s, n) => s + n, 0);
    const deLigne = j === c - 1 && !masques[i]?.[c] ? reste(table[i]?.[c] ?? 0, ligne.slice(0, j)) : null;
    const deColonne =
      i === r - 1 && !masques[r]?.[j]
        ? reste(
            table[r]?.[j] ?? 0,
            essai.slice(0, i).map((l) => l[j] ?? 0),
          )
        : null;
    const seul = su ?? deLigne ?? deColonne;
    for (const n of seul === null ? Array.from({ length: jusqua }, (_, k) => k + 1) : [seul]) {
      ligne[j] = n;
      poser(rang + 1);
    }
    ligne[j] = 0;
  };
  poser(0);
  return bornes;
}

describe('R17: what is published', () => {
  const petites = fc.array(fc.array(fc.constantFrom(0, 0, 1, 2, 4, 9, 11, 14), { minLength: 2, maxLength: 2 }), {
    minLength: 2,
    maxLength: 2,
  });

  it('leaves no masked count to be found again, from any row, column or sum', () => {
    fc.assert(
      fc.property(petites, (parties) => {
        const table = avecSommes(parties);
        const masques = masquerTable(table);
        const bornes = attaquer(table, masques, 26);
        for (const [i, ligne] of table.entries())
          for (const [j, n] of ligne.entries()) {
            if (n >= 1 && n <= PETIT_EFFECTIF) expect(masques[i]?.[j]).toBe(true);
            if (!masques[i]?.[j]) continue;
            const { min = 0, max = 0 } = bornes[i]?.[j] ?? {};
            expect(min).toBeLessThanOrEqual(n);
            expect(max - min).toBeGreaterThanOrEqual(INCERTITUDE);
          }
      }),
      { numRuns: 50 },
    );
  });

  it('masks no more than it must: nothing without a small count, and no zero', () => {
    const grandes = avecSommes([
      [50, 0, 30],
      [20, 40, 11],
    ]);
    expect(masquerTable(grandes).flat()).not.toContain(true);
    const masques = masquerTable(
      avecSommes([
        [5, 0, 300],
        [200, 400, 110],
        [0, 90, 80],
      ]),
    );
    expect(masques.map((ligne) => ligne.map((m) => (m ? 'x' : '.')).join(''))).toEqual([
      'x.x.',
      'x.x.',
      '....',
      '....',
    ]);
  });

  it('masks the total when a single part has people', () => {
    expect(masquerListe([0, 4, 0, 4], [false, false, false, false])).toEqual([false, true, false, true]);
    expect(masquerListe([60, 4, 80, 144], [false, false, false, false])).toEqual([true, true, false, false]);
    expect(masquerListe([60, 25, 85], [false, false, false])).toEqual([false, false, false]);
  });

  const seuls = (masques: boolean[][]): boolean[] => masques.map((ligne) => ligne.every(Boolean));
  it('masks a département whole where a year may be one of its quarters', () => {
    const file = [
      [4, 12, 30, 40, 40],
      [50, 50, 60, 60, 60],
      [90, 95, 90, 90, 90],
      [144, 157, 180, 190, 190],
    ];
    const masques = masquerIndicateur({ mode: 'DERNIERE_VALEUR', unite: 'PERSONNES', haut: file });
    expect(seuls(masques)).toEqual([true, true, false, false]);
    expect(masques.flat().filter(Boolean)).toHaveLength(10);
  });

  it('masks the region of a mean with a masked département, and a maximum only where it is that of one', () => {
    const haut = [
      [4, 4, 4, 4, 4],
      [50, 2, 60, 60, 60],
      [50, 4, 60, 60, 60],
    ];
    expect(seuls(masquerIndicateur({ mode: 'MOYENNE', unite: 'PERSONNES', haut }))).toEqual([true, true, true]);
    const max = [
      [4, 4, 4, 4, 4],
      [50, 20, 60, 60, 60],
      [50, 20, 60, 60, 60],
    ];
    expect(seuls(masquerIndicateur({ mode: 'MAXIMUM', unite: 'PERSONNES', haut: max }))).toEqual([true, false, false]);
  });

  it('masks a ratio of few people, and nothing that counts no one', () => {
    const haut = [
      [50, 60, 70, 80, 65],
      [40, 40, 40, 40, 40],
      [45, 50, 55, 60, 52],
    ];
    const petitsTermes = haut.map((ligne, i) => ligne.map((_, j) => i === 0 && j === 2));
    expect(seuls(masquerIndicateur({ mode: 'RATIO', unite: 'POURCENTAGE', haut, petitsTermes }))).toEqual([
      true,
      false,
      true,
    ]);
    expect(masquerIndicateur({ mode: 'SOMME', unite: 'SEANCES', haut }).flat()).not.toContain(true);
  });

  it('shows no low end beside a masked quarter, nor that of its region', () => {
    expect(
      masquerBas([
        [false, true],
        [false, false],
        [false, false],
      ]),
    ).toEqual([true, false, true]);
    expect(masquerBas([[false], [false]])).toEqual([false, false]);
  });
});
