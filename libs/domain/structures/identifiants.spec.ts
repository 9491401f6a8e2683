import fc from 'fast-check';
import {
  nettoyerIdentifiant,
  sirenDe,
  verifierFiness,
  verifierRna,
  verifierSiren,
  verifierSiret,
} from './identifiants.rules';

const INVERSE = 'ce numéro n’existe pas, un chiffre est sans doute inversé.';
const LA_POSTE = '356000000';

/** Control digit found by trial: the tests do not share the formula of the rule. */
function completer(debut: string, verifier: (n: string) => string | null): string {
  const cles = [...'0123456789'].filter((c) => verifier(debut + c) === null);
  expect(cles).toHaveLength(1);
  return debut + cles[0];
}

function fausser(numero: string, position: number, ecart: number): string {
  return numero.slice(0, position) + ((Number(numero[position]) + ecart) % 10) + numero.slice(position + 1);
}

const chiffres = (n: number) => fc.stringMatching(new RegExp(`^[0-9]{${n}}$`));
/** A number one digit away from La Poste's falls under La Poste's rule: tested apart. */
const loinDeLaPoste = (n: string) => [...LA_POSTE].filter((c, i) => c !== n[i]).length > 1;
const ecart = fc.integer({ min: 1, max: 9 });

describe('SIREN, SIRET and FINESS', () => {
  it.each([
    ['SIREN', verifierSiren, ['130025265', '784671695', '356000000']],
    ['SIRET', verifierSiret, ['13002526500013', '73282932000074']],
    ['FINESS', verifierFiness, ['750712184', '130786049']],
    ['FINESS of Corsica', verifierFiness, ['2A0000170', '2A0000386', '2B0000020', '2B0005342', '2B0004246']],
  ])('%s: real numbers are accepted', (_nom, verifier, numeros) => {
    for (const n of numeros) expect([n, verifier(n)]).toEqual([n, null]);
  });

  it.each([
    ['SIREN', verifierSiren, chiffres(8)],
    ['SIRET', verifierSiret, chiffres(13).filter(loinDeLaPoste)],
    ['FINESS', verifierFiness, chiffres(8)],
  ])('%s: one digit mistyped, anywhere, is refused', (_nom, verifier, debuts) => {
    fc.assert(
      fc.property(debuts, fc.nat(), ecart, (debut, position, e) => {
        const juste = completer(debut, verifier);
        expect(verifier(fausser(juste, position % juste.length, e))).toBe(INVERSE);
      }),
    );
  });

  it.each([
    [verifierSiren, 'neuf chiffres sont attendus.', ['13002526', '1300252655', '13002526A', '130 025 265', '']],
    [verifierSiret, 'quatorze chiffres sont attendus.', ['1300252650001', '130025265', '']],
    [verifierFiness, 'neuf caractères sont attendus.', ['75071218', '7A0712184X', '2C0000020', 'A20000020', '']],
  ])('a number of another length is refused with what is expected (%#)', (verifier, message, numeros) => {
    for (const n of numeros) expect(verifier(n)).toBe(message);
  });

  it('a Corsican letter mistyped is refused', () => {
    expect(verifierFiness('2A0000020')).toBe(INVERSE);
    expect(verifierFiness('200000020')).toBe(INVERSE);
  });

  it('a SIRET gives its SIREN', () => {
    expect(sirenDe('13002526500013')).toBe('130025265');
    expect(verifierSiren(sirenDe('73282932000074'))).toBeNull();
  });
});

describe('La Poste', () => {
  it('has its head office under Luhn and its establishments under the plain sum', () => {
    expect(verifierSiret('35600000000048')).toBeNull();
    expect(verifierSiret('35600000049837')).toBeNull();
  });

  it('is refused when neither holds', () => {
    expect(verifierSiret('35600000049838')).toBe(INVERSE);
  });

  it('does not lend its rule to anybody else', () => {
    const sommeMultipleDeCinq = '73282932000072';
    expect([...sommeMultipleDeCinq].reduce((s, c) => s + Number(c), 0) % 5).toBe(0);
    expect(verifierSiret(sommeMultipleDeCinq)).toBe(INVERSE);
  });
});

describe('RNA', () => {
  it.each(['W751234567', 'W2A1234567', 'W2B1001234'])('%s is accepted', (rna) => {
    expect(verifierRna(rna)).toBeNull();
  });

  it.each(['751234567', 'W75123456', 'W7512345678', 'w751234567', 'W2C1234567', ''])('« %s » is refused', (rna) => {
    expect(verifierRna(rna)).toBe('la lettre W suivie de neuf chiffres est attendue.');
  });
});

describe('What people put between the digits', () => {
  it('is removed: spaces of every width, dots, hyphens; letters become capitals', () => {
    expect(nettoyerIdentifiant(' 130 025\u00a0265\u202f00013 ')).toBe('13002526500013');
    expect(nettoyerIdentifiant('130.025-265')).toBe('130025265');
    expect(nettoyerIdentifiant('w 75-1234567\n')).toBe('W751234567');
  });

  it('never changes the digits nor their order', () => {
    fc.assert(
      fc.property(
        chiffres(14),
        fc.array(fc.constantFrom('', ' ', '.', '-', '\u00a0', '\u202f'), { minLength: 14, maxLength: 14 }),
        (n, separateurs) => {
          expect(nettoyerIdentifiant([...n].map((c, i) => c + separateurs[i]).join(''))).toBe(n);
        },
      ),
    );
  });
});
