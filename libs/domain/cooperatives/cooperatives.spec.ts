import { avertissementsCooperative } from './avertissements.rules';
import { MIROIR_IMPACT, NIVEAUX_OBJECTIF, niveauParent } from './objectif.rules';
import { LIBELLES_PHASES, PHASES, PHASES_CALENDRIER, phasesSuivantes } from './phases.rules';
import { PRINCIPES } from './principes.rules';

describe('The phases of a CA (guide, fiche 3)', () => {
  it('are six on the calendar, in the guide’s order; closing has no row', () => {
    expect(PHASES_CALENDRIER.map((p) => LIBELLES_PHASES[p])).toEqual([
      'Préfiguration du projet',
      'Diagnostic',
      'Élaboration du plan d’actions',
      'Mise en œuvre du plan d’actions',
      'Suivi-évaluation des activités',
      'Évaluation de la coopérative d’acteurs',
    ]);
  });

  it('may follow one another both ways while the CA lives; a closed CA is final', () => {
    for (const phase of PHASES_CALENDRIER) {
      expect([...phasesSuivantes(phase), phase].sort()).toEqual([...PHASES].sort());
    }
    expect(phasesSuivantes('CLOSE')).toEqual([]);
  });
});

describe('The tree of objectives (guide, fiche 6)', () => {
  it('goes général → spécifique → opérationnel, and reads in a mirror on the logic model', () => {
    expect(NIVEAUX_OBJECTIF.map(niveauParent)).toEqual([null, 'GENERAL', 'SPECIFIQUE']);
    expect(NIVEAUX_OBJECTIF.map((n) => MIROIR_IMPACT[n])).toEqual([
      'Impact global',
      'Impact intermédiaire',
      'Réalisation',
    ]);
  });
});

describe('What the guide expects of a CA is said, never imposed', () => {
  const codes = (communes: number, structures: number) =>
    avertissementsCooperative({ communes, structures }).map((a) => a.code);

  it('two communes and two structures: nothing to say', () => {
    expect(codes(2, 2)).toEqual([]);
  });

  it('a single commune is pointed out (R3), a lone member too', () => {
    expect(codes(1, 5)).toEqual(['TERRITOIRE_UNE_COMMUNE']);
    expect(codes(4, 1)).toEqual(['PEU_DE_MEMBRES']);
    expect(codes(0, 0)).toEqual(['TERRITOIRE_UNE_COMMUNE', 'PEU_DE_MEMBRES']);
  });
});

describe('The choice principles', () => {
  it('are the ten of the guide 4.1 and the points of vigilance of 4.2, each with its own code', () => {
    expect(PRINCIPES.filter((p) => p.source === '4.1')).toHaveLength(10);
    expect(new Set(PRINCIPES.map((p) => p.code)).size).toBe(PRINCIPES.length);
    for (const p of PRINCIPES) expect(p.code).toMatch(/^[A-Z_]{3,60}$/);
  });
});
