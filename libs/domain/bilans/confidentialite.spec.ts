import fc from 'fast-check';
import { reperer } from './confidentialite.rules';

const genres = (texte: string) => reperer(texte).map((d) => d.genre);

describe('Points out what looks like personal data of a beneficiary (R16)', () => {
  it.each([
    'NIR 2 85 05 78 006 084 36',
    'sécu : 285057800608436',
    '2850578006084',
    '1.85.05.2A.006.084.36',
    '1-85-05-78-006-084-36',
    '2\u00a085\u00a005\u00a078\u00a0006\u00a0084',
  ])('a social security number: « %s »', (texte) => {
    expect(genres(texte)).toEqual(['NIR']);
  });

  it.each([
    'Rappeler au 06 12 34 56 78 avant midi',
    '0612345678',
    '06.12.34.56.78',
    '06-12-34-56-78',
    '06/12/34/56/78',
    '+33 6 12 34 56 78',
    '+33612345678',
    '+33 (0)6 12 34 56 78',
    '0033 6 12 34 56 78',
    '01\u00a048\u00a012\u00a034\u00a056',
    'tél:0148123456.',
  ])('a telephone: « %s »', (texte) => {
    expect(genres(texte)).toEqual(['TELEPHONE']);
  });

  it.each(['jeanne.martin@exemple.fr', 'écrire à j_martin+sante@mail.exemple.org.', '<A.B@EXEMPLE.FR>'])(
    'an e-mail: « %s »',
    (texte) => {
      expect(genres(texte)).toEqual(['COURRIEL']);
    },
  );

  it.each([
    'Fatima, née le 12/03/1980, a été orientée',
    'né le 3 mars 1999',
    'née le 1er août 2001',
    'NÉE LE 12.03.1980',
    'né(e) le 12-03-1980',
    'née 12/03/80',
    'nés le 4 février 2011',
    'Mme Martin, 12/03/1980',
    'Monsieur El-Amrani (03.04.1971)',
  ])('a birth date: « %s »', (texte) => {
    expect(genres(texte)).toEqual(['NAISSANCE']);
  });

  it('several in one text, each with its passage, and each passage once', () => {
    const trouves = reperer('Mme Martin née le 12/03/1980, 06 12 34 56 78, m@exemple.fr. Encore le 06 12 34 56 78.');
    expect(trouves.map((d) => d.extrait)).toEqual(['née le 12/03/1980', '06 12 34 56 78', 'm@exemple.fr']);
    for (const d of trouves) expect(d.message).toMatch(/^Ce passage ressemble à .+\.$/);
  });

  it('wherever it stands in the text', () => {
    const autour = fc.stringMatching(/^[a-z ,.]{0,40}$/);
    fc.assert(
      fc.property(autour, autour, (avant, apres) => {
        expect(genres(`${avant} 06 12 34 56 78 ${apres}`)).toContain('TELEPHONE');
        expect(genres(`${avant} née le 12/03/1980 ${apres}`)).toContain('NAISSANCE');
      }),
    );
  });
});

describe('Does not cry wolf', () => {
  it.each([
    '213 personnes différentes, dont 57 nouvelles',
    'Dépensé 12 345,67 € sur un budget de 1 234 567,89 €',
    'Budget 2026 : 18 500 €, 2027 : 19 200 €, 2028 : 20 000 €',
    'Réunions les 12/03/2026, 09/06/2026 et 15/09/2026',
    'Copil le 03/10/2026 14:30, puis le 05-11-2026 09:15',
    'Séance du 03.10.2026 14 h 30, 12 présents',
    'Séance du 03 10 2026 12 présents',
    'De janvier 2026 à mars 2027',
    'Rencontre avec Mme Martin, directrice du CCAS, le 12/05/2026',
    'SIRET 130 025 265 00013',
    'SIRET 21930066800012, SIREN 784 671 695',
    'SIRET 180 046 252 00013 et 268 930 012 00019',
    'FINESS 930110069, RNA W931234567',
    'Atelier hygiène le 12/05/2026',
    'Journée 12/05/2026 et mise en scène le 14/05/2026',
    'Nouveau-nés : 12 séances',
    'Entre 9 h 30 et 12 h 15, salle 204, 93200 Saint-Denis',
    'Suivez-nous @sante93 ou sur www.exemple.fr',
    'Convention n° 2026-93-0012, code postal 75013',
  ])('« %s »', (texte) => {
    expect(reperer(texte)).toEqual([]);
  });

  it('on an empty text', () => {
    expect(reperer('')).toEqual([]);
    expect(reperer(null)).toEqual([]);
    expect(reperer(undefined)).toEqual([]);
  });

  it('on amounts written the French way, and on counts', () => {
    const francais = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_99 }), (centimes) => {
        expect(reperer(`Coût : ${francais.format(centimes / 100)} € cette année.`)).toEqual([]);
        expect(reperer(`${centimes} participations`)).toEqual([]);
      }),
    );
  });

  it('on dates of meetings, alone or with their time', () => {
    const deux = (n: number) => String(n).padStart(2, '0');
    const [jour, mois, heure] = [
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 8, max: 19 }),
    ];
    fc.assert(
      fc.property(jour, mois, heure, fc.constantFrom('/', '.', '-', ' '), (j, m, h, s) => {
        expect(reperer(`Réunion le ${deux(j)}${s}${deux(m)}${s}2026 ${deux(h)}:30, salle 2`)).toEqual([]);
      }),
    );
  });
});
