import { adresseCellule, lireChoix, lireJour, lireNombre, plusProche } from '.';

const nombre = (texte: string) => {
  const lu = lireNombre(texte);
  return 'valeur' in lu ? lu.valeur : lu.refus;
};

describe('A number typed in a cell', () => {
  it.each([
    ['1200', 1200],
    ['1 200,5', 1200.5],
    ['1\u202f200,5', 1200.5],
    ['1\u00a0234\u00a0567', 1_234_567],
    ['1200.5', 1200.5],
    ['−3', -3],
    ['0,25', 0.25],
  ])('%s is %d', (texte, attendu) => expect(nombre(texte)).toBe(attendu));

  it.each(['douze', '12 3', '1,2,3', '1e3', '', '12 personnes', '0x10', '1 20 000'])('« %s » is none', (texte) =>
    expect(nombre(texte)).toMatch(/un nombre est attendu/),
  );

  it('asks again when a point may be read in two ways, and without the sign of percentage', () => {
    expect(nombre('1.200')).toMatch(/1200 ou 1,200/);
    expect(nombre('45 %')).toMatch(/sans le signe/);
  });
});

describe('A day typed as text', () => {
  it.each(['31/03/2026', '31.3.2026', '31-03-2026', '2026-03-31'])('%s', (texte) =>
    expect(lireJour(texte)).toEqual({ valeur: '2026-03-31' }),
  );
  it.each(['31/02/2026', 'mars 2026', '03/2026', '31/03/26'])('« %s » is none', (texte) =>
    expect(lireJour(texte)).toHaveProperty('refus'),
  );
});

describe('A value of a list', () => {
  const choix = [
    { libelle: 'Personnes âgées', valeur: 1 },
    { libelle: 'Jeunes', valeur: 2 },
  ];
  it('is found whatever its case, accents and spaces', () => {
    expect(lireChoix(' personnes  AGEES', choix)).toEqual({ valeur: 1 });
  });
  it('is proposed when near, listed when not', () => {
    expect(lireChoix('Jeunse', choix)).toEqual({ refus: expect.stringContaining('«\u00a0Jeunes\u00a0»') });
    expect(lireChoix('Autre', choix)).toEqual({ refus: expect.stringContaining('Choisissez dans la liste') });
    expect(plusProche('Nouvele asso', ['Autre', 'Nouvelle asso du quartier'])).toBe('Nouvelle asso du quartier');
    expect(plusProche('', ['a'])).toBeNull();
  });
});

it('names a cell as spreadsheets do', () => {
  expect([adresseCellule(6, 2), adresseCellule(0, 25), adresseCellule(0, 26), adresseCellule(9, 701)]).toEqual([
    'C7',
    'Z1',
    'AA1',
    'ZZ10',
  ]);
});
