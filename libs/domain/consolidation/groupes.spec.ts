import { construireArbre, estDeplie, lignesVisibles, ordonner } from './arbre.rules';
import { libelleCle, lireIndicateur, mesureDe } from './cles.rules';
import { estimerGroupes } from './estimation.rules';
import { COLONNES_GROUPES, type GroupesConsolidation, type LigneGroupe } from './groupes.contract';
import type { AxeGroupe } from './groupes.rules';
import { clesComparees, comparer, pasEntre, selectionDeGroupe } from './sources.rules';

const PERIODE = { du: '2024-T3', au: '2025-T2' };

function groupes(par: AxeGroupe[], lignes: (Partial<LigneGroupe> & { cles: string[] })[]): GroupesConsolidation {
  return {
    par,
    ...PERIODE,
    libelles: { departement: { '78': 'Yvelines', '93': 'Seine-Saint-Denis' }, public: { JEUNES: 'Jeunes' } },
    total: lignes.length,
    page: 1,
    limite: 2000,
    lignes: lignes.map(({ cles, ...mesures }) => [
      ...par.map((_, rang) => cles[rang] ?? null),
      ...COLONNES_GROUPES.map((nom) => mesures[nom] ?? (nom === 'recus' ? 0 : null)),
    ]),
  };
}

describe('selectionDeGroupe', () => {
  it('keeps one value of each axis, and the part of the period that a year or a quarter holds', () => {
    expect(selectionDeGroupe(PERIODE, ['departement', 'annee'], ['93', '2024'])).toEqual({
      departement: '93',
      du: '2024-T3',
      au: '2024-T4',
    });
    expect(selectionDeGroupe(PERIODE, ['annee', 'trimestre'], ['2025', '2025-T1'])).toEqual({
      du: '2025-T1',
      au: '2025-T1',
    });
    expect(selectionDeGroupe(PERIODE, ['departement', 'annee'], [])).toEqual(PERIODE);
  });

  it('asks for both publics when the actions of one stand under another', () => {
    const jeunes = { ...PERIODE, public: 'JEUNES' };
    expect(selectionDeGroupe(jeunes, ['public'], ['SENIORS'])['public']).toBe('JEUNES~SENIORS');
    expect(selectionDeGroupe(jeunes, ['public'], ['JEUNES'])['public']).toBe('JEUNES');
  });
});

describe('comparison', () => {
  it('says a difference and its share, none without a base, and no share of zero', () => {
    expect(comparer(120, 100)).toEqual({ ecart: 20, part: 0.2 });
    expect(comparer(80.3, 100.1)).toEqual({ ecart: -19.8, part: expect.closeTo(-0.1978, 4) });
    expect(comparer(12, 0)).toEqual({ ecart: 12, part: null });
    expect([comparer(null, 5), comparer(5, null)]).toEqual([null, null]);
  });

  it('moves keys of time with the period', () => {
    expect(pasEntre('2026-T3', '2025-T3')).toBe(4);
    expect(clesComparees(['public', 'trimestre'], ['JEUNES', '2026-T1'], 5)).toEqual(['JEUNES', '2024-T4']);
    expect(clesComparees(['annee'], ['2026'], 4)).toEqual(['2025']);
    expect(clesComparees(['annee'], ['2026'], 2)).toBeNull();
  });
});

describe('tree of groups', () => {
  const lues = groupes(
    ['departement', 'public'],
    [
      { cles: [], haut: 30, cibles: 60, recus: 3, attendus: 4 },
      { cles: ['93'], haut: 20, cibles: 20, recus: 2, attendus: 2 },
      { cles: ['93', 'JEUNES'], haut: 20, recus: 2, attendus: 2 },
      { cles: ['78'], haut: 10, recus: 1, attendus: 1 },
      { cles: ['78', 'SANS'], haut: null, recus: 0, attendus: 1 },
    ],
  );
  const avant = groupes(['departement', 'public'], [{ cles: ['93'], haut: 16 }]);
  const arbre = construireArbre(lues, undefined, { groupes: avant, pas: 4 });

  it('puts each group under the one of its first keys, with its rate, its name and its base', () => {
    expect(arbre.taux).toBe(50);
    expect(arbre.enfants.map(({ noms }) => noms)).toEqual([['93 Seine-Saint-Denis'], ['78 Yvelines']]);
    const [seine, yvelines] = arbre.enfants;
    expect([seine?.ecart, seine?.taux]).toEqual([{ ecart: 4, part: 0.25 }, 100]);
    // No forecast, no base: nothing is said, rather than a zero.
    expect([yvelines?.taux, yvelines?.ecart, yvelines?.enfants[0]?.noms[1]]).toEqual([
      null,
      null,
      'Sans public précisé',
    ]);
  });

  it('names the group before a page without figures of its own', () => {
    const page = construireArbre(groupes(['departement', 'public'], [{ cles: ['93', 'JEUNES'] }]), undefined, null);
    expect(page.enfants[0]).toMatchObject({ mesures: null, noms: ['93 Seine-Saint-Denis'] });
  });

  it('sorts brothers by name or by a column, what is missing last either way', () => {
    const noms = (ordre: string) =>
      ordonner(arbre, ['departement', 'public'], ordre).enfants.map(({ cles }) => cles[0]);
    expect([noms(''), noms('-haut'), noms('haut')]).toEqual([
      ['78', '93'],
      ['93', '78'],
      ['78', '93'],
    ]);
    expect([noms('taux'), noms('-taux')]).toEqual([
      ['93', '78'],
      ['93', '78'],
    ]);
  });

  it('unfolds down to a depth, save what is said', () => {
    const chemins = (profondeur: number, ...sauf: string[]) =>
      lignesVisibles(arbre, { profondeur, sauf: new Set(sauf) }).map(({ chemin }) => chemin);
    expect(chemins(1)).toEqual(['93', '78']);
    expect(chemins(1, '78')).toEqual(['93', '78', '78~SANS']);
    expect(chemins(2, '78')).toEqual(['93', '93~JEUNES', '78']);
    expect(estDeplie(arbre, { profondeur: 1, sauf: new Set() })).toBe(true);
  });
});

describe('keys', () => {
  it('are called by their words, or by those of « none »', () => {
    expect(libelleCle('trimestre', '2026-T3', undefined)).toBe('T3 2026');
    expect(libelleCle('phase', 'CLOSE', undefined)).toBe('Close');
    expect(libelleCle('public', 'JEUNES', { JEUNES: 'Jeunes' })).toBe('Jeunes');
    expect(libelleCle('epci', 'TOUT', {})).toBe('Sans intercommunalité');
  });

  it('say what is counted: the indicator of the group, or the one asked for', () => {
    const seances = { unite: 'SEANCES', mode: 'SOMME' };
    expect(lireIndicateur('ATELIERS:SEANCES:SOMME')).toEqual(seances);
    expect(lireIndicateur('ATELIERS')).toBeNull();
    expect(mesureDe(['departement', 'indicateur'], ['93', 'ATELIERS:SEANCES:SOMME'], undefined)).toEqual(seances);
    expect(mesureDe(['departement', 'indicateur'], ['93'], undefined)).toBeNull();
    expect(mesureDe(['departement'], ['93'], 'ATELIERS:SEANCES:SOMME')).toEqual(seances);
  });
});

describe('estimerGroupes', () => {
  const national = { actions: 24_000, trimestres: 15, indicateurs: 15, indicateursParAction: 5 };
  const regional = { ...national, actions: 1900, trimestres: 4 };

  it('tells a table from a flood', () => {
    expect(estimerGroupes(['structure', 'trimestre', 'indicateur'], national)).toBeGreaterThan(200_000);
    expect(estimerGroupes(['departement', 'trimestre', 'indicateur'], national)).toBeLessThan(200_000);
    expect(estimerGroupes(['structure', 'annee', 'indicateur'], regional)).toBeLessThan(200_000);
    expect(estimerGroupes([], national)).toBe(1);
  });
});
