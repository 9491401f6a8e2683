import fc from 'fast-check';
import { ajouterMois } from '../commun/dates';
import { avertissementRythme, avertissementsComposition, echeanceAnnuelle, limiteBilanAnnuel } from './echeances.rules';
import { FUSEAUX, heureLocale, instantDe, momentDit } from './fuseaux';
import { noteEnHtml } from './notes';
import { compterQuorum, quorumDit } from './presence.rules';
import { proposerOrdreDuJour, propositionsRestantes, type FaitsDuProgramme } from './proposition.rules';

const jour = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

describe('a wall clock and its instant', () => {
  it('keeps the hour on the Sunday when the clocks change', () => {
    expect(instantDe('2026-10-25T14:00', 'Europe/Paris')?.toISOString()).toBe('2026-10-25T13:00:00.000Z');
    expect(instantDe('2026-03-29T14:00', 'Europe/Paris')?.toISOString()).toBe('2026-03-29T12:00:00.000Z');
  });
  it('refuses the hour that spring skips, and a day of no calendar', () => {
    expect(instantDe('2026-03-29T02:30', 'Europe/Paris')).toBeNull();
    expect(instantDe('2026-02-30T10:00', 'Europe/Paris')).toBeNull();
    expect(instantDe('pas une date', 'Europe/Paris')).toBeNull();
  });
  it('says both clocks of a meeting proposed from La Réunion', () => {
    const debut = instantDe('2026-11-24T14:00', 'Indian/Reunion');
    const fin = instantDe('2026-11-24T16:30', 'Indian/Reunion');
    expect(debut && fin && momentDit(debut, fin, 'Indian/Reunion')).toBe(
      'mardi 24 novembre 2026, de 14\u00a0h à 16\u00a0h\u00a030 (heure de La Réunion\u00a0; 11\u00a0h à 13\u00a0h\u00a030, heure de Paris)',
    );
  });
  it('comes back to the same reading in every time zone', () => {
    fc.assert(
      fc.property(jour, fc.integer({ min: 4, max: 23 }), fc.constantFrom(...FUSEAUX), (j, heure, fuseau) => {
        const local = `${j}T${String(heure).padStart(2, '0')}:15`;
        const instant = instantDe(local, fuseau);
        return instant !== null && heureLocale(instant, fuseau) === local;
      }),
    );
  });
});

describe('the quorum', () => {
  const siege = (
    id: string,
    statut: 'PRESENT' | 'ABSENT' | 'REPRESENTE',
    pouvoirA: string | null = null,
    votant = true,
  ) => ({
    id,
    votant,
    statut,
    pouvoirA,
  });
  it('counts a proxy only when its bearer came', () => {
    const q = compterQuorum(
      [siege('a', 'PRESENT'), siege('b', 'REPRESENTE', 'a'), siege('c', 'REPRESENTE', 'd'), siege('d', 'ABSENT')],
      50,
    );
    expect(q).toEqual({ sieges: 4, presents: 1, pouvoirs: 1, requis: 2, atteint: true });
    expect(quorumDit(q)).toBe('1 présent, 1 pouvoir sur 4 sièges\u00a0; quorum de 2 sur 4 atteint');
  });
  it('leaves out those who do not vote, and asks nothing when the CA set none', () => {
    const q = compterQuorum([siege('a', 'PRESENT', null, false), siege('b', 'ABSENT')], null);
    expect(q).toMatchObject({ sieges: 1, presents: 0, requis: null, atteint: true });
  });
  it('is never reached below the share that was set, and always at it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 100 }),
        (n, k, part) => {
          const presents = Math.min(n, k);
          const sieges = Array.from({ length: n }, (_, i) => siege(String(i), i < presents ? 'PRESENT' : 'ABSENT'));
          return compterQuorum(sieges, part).atteint === presents * 100 >= n * part;
        },
      ),
    );
  });
});

describe('what the guide expects of an instance', () => {
  const copil = { intitule: 'Comité de pilotage', genre: 'COPIL' as const, periodiciteJours: null };
  it('R13: warns past three months without a copil, two weeks during préfiguration', () => {
    expect(avertissementRythme(copil, 'MISE_EN_OEUVRE', '2026-08-24', false, '2026-11-24')).toBeNull();
    expect(avertissementRythme(copil, 'MISE_EN_OEUVRE', '2026-08-23', false, '2026-11-24')?.code).toBe('RYTHME');
    expect(avertissementRythme(copil, 'PREFIGURATION', '2026-11-09', false, '2026-11-24')?.source).toContain('fiche 3');
  });
  it('R13: keeps quiet when a meeting stands on the calendar, or the CA is closed', () => {
    expect(avertissementRythme(copil, 'MISE_EN_OEUVRE', '2026-01-01', true, '2026-11-24')).toBeNull();
    expect(avertissementRythme(copil, 'CLOSE', '2026-01-01', false, '2026-11-24')).toBeNull();
  });
  it('R2: names the structures without a seat, and the missing residents', () => {
    const dits = avertissementsComposition({ structuresSansSiege: [{ nom: 'Au devant' }], habitants: 0 });
    expect(dits.map((a) => a.code)).toEqual(['STRUCTURE_SANS_SIEGE', 'SANS_HABITANT']);
    expect(dits[0]?.message).toContain('Au devant');
    expect(avertissementsComposition({ structuresSansSiege: [], habitants: 1 })).toEqual([]);
  });
  it('R10: counts two calendar months back from the annual deadline', () => {
    expect(echeanceAnnuelle({ debut: '2024-01-31', fin: null }, '2026-02-01')).toBe('2027-01-31');
    expect(echeanceAnnuelle({ debut: '2024-01-31', fin: '2026-06-30' }, '2026-02-01')).toBe('2026-06-30');
    expect(echeanceAnnuelle({ debut: '2024-01-31', fin: '2026-01-30' }, '2026-02-01')).toBeNull();
    expect(limiteBilanAnnuel('2026-04-30')).toBe('2026-02-28');
  });
  it('R10: the annual deadline is the first anniversary not yet past', () => {
    fc.assert(
      fc.property(jour, jour, (debut, aujourdhui) => {
        fc.pre(debut <= aujourdhui);
        const echeance = echeanceAnnuelle({ debut, fin: null }, aujourdhui) ?? '';
        return echeance >= aujourdhui && echeance > debut && ajouterMois(echeance, -12) <= aujourdhui;
      }),
    );
  });
});

describe('the agenda that proposes itself', () => {
  const rien: FaitsDuProgramme = {
    genre: 'COPIL',
    aujourdhui: '2026-11-24',
    ca: { debut: '2024-06-01', fin: null },
    releves: [],
    suites: [],
    nonTranches: [],
    bilansEnRetard: [],
    bilansRenvoyes: [],
    horsCible: [],
    tachesEnRetard: [],
    etapesEnRetard: [],
    arrivees: [],
    departs: [],
    conventions: [],
    finConvention: null,
    bilanAnnuelPrevu: false,
    bilanAnnuel: null,
  };
  it('is empty when nothing is late, off target or undecided', () => {
    expect(proposerOrdreDuJour(rien)).toEqual([]);
  });
  it('asks for what a convention waits for, and counts R10 from the end of the convention in force', () => {
    const attente = { cle: 'x', titre: 'Avenant nº\u00a01\u00a0: 2 signatures manquent', detail: '', lien: '' };
    const points = proposerOrdreDuJour({
      ...rien,
      conventions: [
        { ...attente, genre: 'SIGNATURES', date: '2026-11-01' },
        { ...attente, genre: 'RENOUVELLEMENT', titre: 'À renouveler', date: '2027-01-31' },
      ],
      finConvention: '2027-01-31',
    });
    expect(points.map((p) => p.genre)).toEqual(['CONVENTIONS', 'BILAN_ANNUEL']);
    expect(points[0]?.details).toBe('- Avenant nº\u00a01\u00a0: 2 signatures manquent\n- À renouveler (31/01/2027)');
    expect(points[1]?.details).toContain('avant le 30/11/2026');
  });
  it('opens on what was decided, and ends on the bilan annuel when R10 comes near', () => {
    const points = proposerOrdreDuJour({
      ...rien,
      aujourdhui: '2027-01-10',
      releves: [{ reunionId: 'r', titre: 'Copil nº 6' }],
      suites: [{ id: 'd', numero: '2026-14', texte: 'Ouvrir une permanence', suite: 'DECIDE' }],
      horsCible: [{ action: 'Dépistage', indicateur: 'Personnes dépistées', taux: 0.35 }],
      arrivees: [{ nom: 'Centre social', le: '2027-01-01' }],
    });
    expect(points.map((p) => p.genre)).toEqual(['RELEVE', 'SUITES', 'MEMBRES', 'HORS_CIBLE', 'BILAN_ANNUEL']);
    expect(points.at(-1)?.details).toContain('01/04/2027');
    expect(points[3]?.details).toContain('35\u00a0%');
  });
  it('does not offer again what the agenda holds', () => {
    const points = proposerOrdreDuJour({
      ...rien,
      tachesEnRetard: [{ quoi: 'Rappeler', qui: 'Ana', echeance: '2026-11-01' }],
    });
    expect(propositionsRestantes(points, [{ cle: 'taches' }])).toEqual([]);
    expect(propositionsRestantes(points, [{ cle: null }])).toHaveLength(1);
  });
});

describe('notes of a séance', () => {
  it('become paragraphs and lists, with nothing that a browser would run', () => {
    expect(noteEnHtml('Salle fermée\n- voir la mairie\n- <script>alert(1)</script>\n\nFin')).toBe(
      '<p>Salle fermée</p><ul><li><p>voir la mairie</p></li><li><p>&lt;script&gt;alert(1)&lt;/script&gt;</p></li></ul><p>Fin</p>',
    );
  });
});
