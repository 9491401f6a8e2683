import { type ColonneRetenue, accorder } from './memoire';

const propres: ColonneRetenue[] = [
  { cle: 'intitule', genre: 'texte' },
  { cle: 'responsable', genre: 'texte' },
];
const mois = (...cles: string[]): ColonneRetenue[] =>
  cles.map((cle) => ({ cle, genre: 'repere', groupe: cle.slice(0, 4), replie: cle < '2026' }));

describe('An arrangement on a table that has other months', () => {
  const etat = {
    columnOrder: { orderedColIds: ['responsable', 'intitule', '2026-11', '2026-12'] },
    columnGroup: { openColumnGroupIds: [] as string[] },
    columnSizing: { columnSizingModel: [{ colId: 'intitule', width: 400 }] },
  };

  it('is untouched when the columns are the same', () => {
    expect(accorder(etat, [...propres, ...mois('2026-11', '2026-12')])).toEqual(etat);
  });

  it('keeps its order, forgets what is gone, and puts a new column after the one declared before it', () => {
    const accorde = accorder(etat, [...propres, ...mois('2026-10', '2026-12', '2027-01')]);
    // The first month follows the last column declared before the months, wherever that one was put.
    expect(accorde.columnOrder?.orderedColIds).toEqual(['responsable', '2026-10', 'intitule', '2026-12', '2027-01']);
    expect(accorde.columnSizing).toEqual(etat.columnSizing);
  });

  it('keeps every group folded when none is said to be open', () => {
    const { columnOrder } = etat;
    expect(accorder({ columnOrder }, [...propres, ...mois('2026-11', '2026-12')]).columnGroup).toEqual({
      openColumnGroupIds: [],
    });
  });

  it('leaves a folded group folded, and opens or folds a new one as declared', () => {
    const accorde = accorder(etat, [...propres, ...mois('2025-12', '2026-11', '2027-01')]);
    expect(accorde.columnGroup?.openColumnGroupIds).toEqual(['2027']);
  });
});
