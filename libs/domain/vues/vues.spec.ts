import fc from 'fast-check';
import { ajouterJours, jourAParis } from '../commun/dates';
import { envoiDu, phraseDeVue, type RythmeVue } from './vues.rules';

const CLOS = { annee: 2026, trimestre: 3 };
const du = (rythme: RythmeVue, depuis: string, aujourdhui: string, closLe: string | null = null) =>
  envoiDu({ rythme, depuis: new Date(depuis), aujourdhui, clos: CLOS, closLe: closLe ? new Date(closLe) : null });

describe('The sending of a view', () => {
  it('comes on Monday, or later that week when Monday was missed, and not for the week in which it was asked', () => {
    expect(du('SEMAINE', '2026-11-18T10:00:00Z', '2026-11-22')).toBeNull();
    expect(du('SEMAINE', '2026-11-18T10:00:00Z', '2026-11-23')).toBe('SEMAINE 2026-11-23');
    expect(du('SEMAINE', '2026-11-18T10:00:00Z', '2026-11-29')).toBe('SEMAINE 2026-11-23');
    // Asked on Monday morning: the next one.
    expect(du('SEMAINE', '2026-11-23T05:00:00Z', '2026-11-23')).toBeNull();
    // Already Monday in Paris, still Sunday in London.
    expect(du('SEMAINE', '2026-11-22T23:30:00Z', '2026-11-23')).toBeNull();
  });

  it('comes with the month, and with the closing of the quarter', () => {
    expect(du('MOIS', '2026-11-18T10:00:00Z', '2026-11-30')).toBeNull();
    expect(du('MOIS', '2026-11-18T10:00:00Z', '2026-12-03')).toBe('MOIS 2026-12-01');
    expect(du('TRIMESTRE', '2026-10-05T10:00:00Z', '2026-11-29')).toBeNull();
    expect(du('TRIMESTRE', '2026-10-05T10:00:00Z', '2026-11-29', '2026-11-12T10:00:00Z')).toBe('2026-T3');
    expect(du('TRIMESTRE', '2026-11-20T10:00:00Z', '2026-11-29', '2026-11-12T10:00:00Z')).toBeNull();
  });

  it('has one name a period, whichever day it is asked', () => {
    fc.assert(
      fc.property(fc.constantFrom<RythmeVue>('SEMAINE', 'MOIS'), fc.nat(700), (rythme, rang) => {
        const jour = ajouterJours('2026-01-05', rang);
        const noms = new Set(
          Array.from({ length: 400 }, (_, i) => du(rythme, '2020-01-01T00:00:00Z', ajouterJours(jour, i))),
        );
        // 400 days: 57 or 58 weeks, 13 or 14 months.
        expect(rythme === 'SEMAINE' ? [58, 57, 59] : [14, 13, 15]).toContain(noms.size);
        expect(jourAParis(new Date(`${jour}T12:00:00Z`))).toBe(jour);
      }),
    );
  });
});

describe('The sentence of a view', () => {
  const mesures = {
    actions: 3,
    attendus: 48,
    recus: 41,
    valides: 1,
    cibles: 15_000,
    bas: 9100,
    haut: 12_480,
    prevision: null,
  };
  const plain = (s: string) => s.replace(/[\u00a0\u202f]/g, ' ');

  it('says the reports, then the people and how sure they are', () => {
    expect(plain(phraseDeVue(mesures, { du: '2026-T1', au: '2026-T3', surIndicateur: false }))).toBe(
      'T1 2026 à T3 2026 : 41 bilans reçus sur 48, dont 1 validé. Les actions ont touché entre 9 100 et 12 480 personnes, pour 15 000 ciblées.',
    );
  });

  it('says the value of an indicator against its forecast, and says when there is nothing', () => {
    const t3 = { du: '2026-T3', au: '2026-T3', surIndicateur: true };
    expect(plain(phraseDeVue({ ...mesures, bas: 12_480, prevision: 14_000 }, t3))).toBe(
      'T3 2026 : 41 valeurs sur 48 : 12 480, pour 14 000 prévu.',
    );
    expect(phraseDeVue({ ...mesures, attendus: 0 }, t3)).toContain('aucun bilan');
    expect(phraseDeVue({ ...mesures, haut: null, bas: null }, { ...t3, surIndicateur: false })).not.toContain('touché');
  });
});
