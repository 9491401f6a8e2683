import fc from 'fast-check';
import type { PointLu, ReunionLue } from './reunion.contract';
import type { SeanceLue } from './seance.contract';
import {
  chronoDit,
  finEstimee,
  manquesAvantCloture,
  pointSuivant,
  tempsPasse,
  tempsRestant,
  voixEnTrop,
} from './seance.rules';

const OUVERTE = Date.parse('2026-11-24T13:00:00Z');
const point = (id: string, ordre: number, plus: Partial<PointLu> = {}): PointLu => ({
  id,
  ordre,
  titre: `Point ${id}`,
  details: null,
  duree: 10,
  genre: 'LIBRE',
  cle: null,
  rapporteur: null,
  ecoule: 0,
  traite: false,
  ...plus,
});

describe('the time of a point', () => {
  const enCours = { pointId: 'a', pointDepuis: '2026-11-24T13:00:00Z' };
  it('runs on the point under way alone, and adds what was spent before', () => {
    expect(tempsPasse(point('a', 0, { ecoule: 60 }), enCours, OUVERTE + 90_000)).toBe(150);
    expect(tempsPasse(point('b', 1, { ecoule: 60 }), enCours, OUVERTE + 90_000)).toBe(60);
    expect(tempsRestant(point('a', 0), enCours, OUVERTE + 90_000)).toBe(510);
    expect(tempsRestant(point('a', 0), enCours, OUVERTE + 800_000)).toBe(-200);
  });
  it('never counts backwards when an answer comes before its own instant', () => {
    expect(tempsPasse(point('a', 0), enCours, OUVERTE - 500)).toBe(0);
  });
  it('says the hours when there are some, and a sign when the time is over', () => {
    expect(chronoDit(760)).toBe('12:40');
    expect(chronoDit(5)).toBe('0:05');
    expect(chronoDit(3760)).toBe('1:02:40');
    expect(chronoDit(-200)).toBe('+3:20');
    expect(chronoDit(0)).toBe('0:00');
  });
  it('reads back the seconds that it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: -90_000, max: 90_000 }), (secondes) => {
        const lu = chronoDit(secondes)
          .replace('+', '')
          .split(':')
          .reduce((somme, partie) => somme * 60 + Number(partie), 0);
        return lu === Math.abs(secondes) && chronoDit(secondes).startsWith('+') === secondes < 0;
      }),
    );
  });
});

describe('the way through the agenda', () => {
  const points = [point('a', 0, { traite: true }), point('b', 1), point('c', 2), point('d', 3)];
  it('goes on, then comes back to what was skipped, then stops', () => {
    expect(pointSuivant(points, null)?.id).toBe('b');
    expect(pointSuivant(points, 'b')?.id).toBe('c');
    expect(pointSuivant(points, 'd')?.id).toBe('b');
    expect(
      pointSuivant(
        points.map((p) => ({ ...p, traite: p.id !== 'd' })),
        'd',
      ),
    ).toBeNull();
  });
  it('ends when the time left on each point is spent, and no sooner for a point that runs over', () => {
    const enCours = { pointId: 'b', pointDepuis: '2026-11-24T13:00:00Z' };
    expect(finEstimee(points, enCours, OUVERTE + 240_000)).toBe(OUVERTE + 30 * 60_000);
    expect(finEstimee(points, enCours, OUVERTE + 900_000)).toBe(OUVERTE + 900_000 + 20 * 60_000);
  });
});

describe('what is told before a séance is closed', () => {
  const seance = (plus: Partial<SeanceLue>, reunion: Partial<ReunionLue>): SeanceLue => ({
    pointId: null,
    pointDepuis: null,
    maintenant: '2026-11-24T15:00:00Z',
    decisions: [],
    taches: [],
    notes: {},
    ...plus,
    reunion: { points: [], participants: [], quorum: null, ...reunion } as unknown as ReunionLue,
  });
  it('names the points that were not taken, and those that left no trace', () => {
    const points = [point('a', 0, { traite: true }), point('b', 1, { traite: true }), point('c', 2), point('d', 3)];
    const manques = manquesAvantCloture(seance({ pointId: 'c', notes: { a: 'Dit', b: ' ' } }, { points }));
    expect(manques.map((m) => [m.code, m.elements])).toEqual([
      ['NON_TRAITE', ['Point d']],
      ['SANS_TRACE', ['Point b', 'Point c']],
    ]);
  });
  it('counts who was noted neither present nor excused, and says that the quorum is missed', () => {
    const participants = ['Awa', 'Bruno', 'Chloé'].map((nom, rang) => ({
      nom,
      statut: rang ? 'ATTENDU' : 'PRESENT',
    })) as unknown as ReunionLue['participants'];
    const quorum = { sieges: 3, presents: 1, pouvoirs: 0, requis: 2, atteint: false };
    const manques = manquesAvantCloture(seance({}, { participants, quorum }));
    expect(manques.map((m) => m.code)).toEqual(['PRESENCES', 'QUORUM']);
    expect(manques[0]?.message).toBe(
      '2 personnes ne sont notées ni présentes ni excusées\u00a0: elles seront notées absentes.',
    );
  });
  it('is silent when nothing is left open', () => {
    expect(manquesAvantCloture(seance({ notes: { a: 'Dit' } }, { points: [point('a', 0, { traite: true })] }))).toEqual(
      [],
    );
  });
  it('counts the votes against the seats, when there was a vote', () => {
    expect(voixEnTrop({ mode: 'VOTE', pour: 8, contre: 2, abstention: 2 }, 11)).toBe(1);
    expect(voixEnTrop({ mode: 'CONSENSUS', pour: 8, contre: 2, abstention: 2 }, 11)).toBe(0);
  });
});
