import fc from 'fast-check';
import { deplacer, derouler, dureeDite, remplissage } from './deroule.rules';
import { FUSEAUX, fuseauDuDepartement } from './fuseaux';
import { GENRES_INSTANCE } from './genres';
import { ROLES_PROPOSES } from './roles-instances';

const points = fc.array(fc.record({ duree: fc.integer({ min: 1, max: 480 }) }), { maxLength: 30 });

describe('the clock of an agenda', () => {
  it('begins each point where the one before it ends', () => {
    expect(derouler([{ duree: 5 }, { duree: 20 }, { duree: 10 }])).toEqual([
      { debut: 0, fin: 5 },
      { debut: 5, fin: 25 },
      { debut: 25, fin: 35 },
    ]);
    fc.assert(
      fc.property(points, fc.integer({ min: 15, max: 720 }), (liste, duree) => {
        const plages = derouler(liste);
        const { total, reste } = remplissage(liste, duree);
        const suivies = plages.every(({ debut }, rang) => debut === (plages[rang - 1]?.fin ?? 0));
        return suivies && (plages.at(-1)?.fin ?? 0) === total && total + reste === duree;
      }),
    );
  });
  it.each([
    [5, '5\u00a0min'],
    [60, '1\u00a0h'],
    [85, '1\u00a0h\u00a025'],
    [125, '2\u00a0h\u00a005'],
    [0, '0\u00a0min'],
  ])('%i minutes are said « %s »', (minutes, dit) => expect(dureeDite(minutes)).toBe(dit));
  it('moves one point and keeps the others in their order', () => {
    expect(deplacer(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(deplacer(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
    expect(deplacer(['a'], 4, 0)).toEqual(['a']);
  });
});

describe('what an instance starts from', () => {
  it('has a role and its source, within what the contract keeps', () => {
    for (const genre of GENRES_INSTANCE) {
      expect(ROLES_PROPOSES[genre].role.length).toBeGreaterThan(20);
      expect(ROLES_PROPOSES[genre].source).toMatch(/^(Guide|Convention)/);
    }
  });
  it('keeps the clock of its département', () => {
    expect(fuseauDuDepartement('93')).toBe('Europe/Paris');
    expect(fuseauDuDepartement('974')).toBe('Indian/Reunion');
    for (const code of ['971', '972', '973', '975', '976', '986', '987', '988']) {
      expect(FUSEAUX).toContain(fuseauDuDepartement(code));
      expect(fuseauDuDepartement(code)).not.toBe('Europe/Paris');
    }
  });
});
