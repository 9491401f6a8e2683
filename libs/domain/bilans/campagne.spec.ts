import fc from 'fast-check';
import { ajouterJours, joursEntre } from '../commun/dates';
import { echeanceBilan, finTrimestre } from '../commun/trimestre';
import { joursRappel, MOMENTS_RAPPEL, rappelDu, tauxCampagne } from './campagne.rules';

const T3 = { annee: 2026, trimestre: 3 };
const trimestre = fc.record({ annee: fc.integer({ min: 2001, max: 2098 }), trimestre: fc.integer({ min: 1, max: 4 }) });

describe('Reminders of a quarter', () => {
  it('come when it has ended, a week before the deadline, on its day, and a week after', () => {
    expect(joursRappel(T3, echeanceBilan(T3)).map(({ moment, le }) => `${moment} ${le}`)).toEqual([
      'OUVERTURE 2026-10-01',
      'AVANT 2026-10-08',
      'JOUR 2026-10-15',
      'APRES 2026-10-22',
    ]);
  });

  it.each([
    ['2026-09-30', null],
    ['2026-10-01', 'OUVERTURE'],
    ['2026-10-03', 'OUVERTURE'],
    ['2026-10-04', null],
    ['2026-10-08', 'AVANT'],
    ['2026-10-15', 'JOUR'],
    ['2026-10-22', 'APRES'],
    ['2026-10-25', null],
    ['2027-01-01', null],
  ])('on %s: %s', (aujourdhui, attendu) => {
    expect(rappelDu(T3, echeanceBilan(T3), aujourdhui)).toBe(attendu);
  });

  it('each is said at least once by a job that runs every day, never before the quarter has ended, wherever the deadline is', () => {
    fc.assert(
      fc.property(trimestre, fc.integer({ min: 8, max: 90 }), (t, delai) => {
        const fin = finTrimestre(t);
        const echeance = ajouterJours(fin, delai);
        const dits = new Map<string, string>();
        for (let jour = ajouterJours(fin, -5); jour <= ajouterJours(echeance, 20); jour = ajouterJours(jour, 1)) {
          const moment = rappelDu(t, echeance, jour);
          if (moment && !dits.has(moment)) dits.set(moment, jour);
          if (moment) expect(jour > fin).toBe(true);
        }
        const ouvertureTue = joursEntre(fin, echeance) === 8; // then both fall on the same day: the later word is said
        expect([...dits.keys()]).toEqual(MOMENTS_RAPPEL.filter((m) => !(ouvertureTue && m === 'OUVERTURE')));
        for (const { moment, le } of joursRappel(t, echeance)) {
          if (dits.has(moment)) expect(dits.get(moment)).toBe(le);
        }
      }),
    );
  });
});

describe('Rates of a quarter', () => {
  const compte = {
    attendus: 8,
    aRemplir: 1,
    brouillons: 1,
    aCompleter: 1,
    transmis: 2,
    valides: 3,
    enRetard: 3,
    aLHeure: 4,
  };
  it('count what the ARS has, and what reached it in time', () => {
    expect(tauxCampagne(compte)).toEqual({ completude: 5 / 8, promptitude: 4 / 8 });
  });
  it('say nothing where nothing was expected', () => {
    expect(tauxCampagne({ ...compte, attendus: 0 })).toEqual({ completude: null, promptitude: null });
  });
});
