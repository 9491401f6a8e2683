import fc from 'fast-check';
import { OPERATIONS } from '../droits/droits.rules';
import { TYPES_INDICATEUR } from '../referentiel/listes';
import {
  ETATS_FICHE,
  ETATS_REDACTION_ANIMATION,
  ETATS_REDACTION_PARTENAIRE,
  ETATS_SUIVIS,
  LIBELLES_ETATS_FICHE,
  TRANSITIONS_FICHE,
  typesManquants,
  verifierIndicateurs,
} from './fiche-action.rules';

describe('The life of a fiche-action', () => {
  it('follows brouillon → proposée → validée → en cours → terminée or abandonnée, and nothing else', () => {
    expect(TRANSITIONS_FICHE.map((t) => `${t.de}>${t.vers}`).sort()).toEqual(
      [
        'BROUILLON>PROPOSEE',
        'PROPOSEE>BROUILLON',
        'PROPOSEE>VALIDEE',
        'VALIDEE>EN_COURS',
        'VALIDEE>ABANDONNEE',
        'EN_COURS>TERMINEE',
        'EN_COURS>ABANDONNEE',
      ].sort(),
    );
  });

  it('goes only between known states, through known operations, by a button that names the act', () => {
    for (const t of TRANSITIONS_FICHE) {
      expect(ETATS_FICHE).toContain(t.de);
      expect(ETATS_FICHE).toContain(t.vers);
      expect(OPERATIONS).toContain(t.operation);
      expect(t.acte).toMatch(/^\p{Lu}\p{L}+ /u);
    }
  });

  it.each(['TERMINEE', 'ABANDONNEE'])('ends at %s', (etat) => {
    expect(TRANSITIONS_FICHE.filter((t) => t.de === etat)).toEqual([]);
  });

  it('asks for a reason to send back and to abandon, and only then', () => {
    for (const t of TRANSITIONS_FICHE) expect(t.motifRequis).toBe(['BROUILLON', 'ABANDONNEE'].includes(t.vers));
  });

  it('reaches every state from the draft', () => {
    const atteints = new Set<string>(['BROUILLON']);
    // A set is walked over what is added on the way.
    for (const etat of atteints) for (const t of TRANSITIONS_FICHE) if (t.de === etat) atteints.add(t.vers);
    expect([...atteints].sort()).toEqual([...ETATS_FICHE].sort());
  });

  it('lets the promoteur write the draft alone, and nobody write what is over', () => {
    expect(ETATS_REDACTION_PARTENAIRE).toEqual(['BROUILLON']);
    for (const fini of ['TERMINEE', 'ABANDONNEE']) expect(ETATS_REDACTION_ANIMATION).not.toContain(fini);
  });

  it('owes reports while it is validated or under way (R9)', () => {
    expect(ETATS_SUIVIS).toEqual(['VALIDEE', 'EN_COURS']);
  });

  it('has a French word for each state', () => {
    for (const etat of ETATS_FICHE) expect(LIBELLES_ETATS_FICHE[etat]).toMatch(/^\p{Ll}/u);
  });
});

describe('Indicators of the three kinds before an action starts (R11)', () => {
  const ip = { type: 'PROCESSUS' } as const;
  const ia = { type: 'ACTIVITE' } as const;
  const ir = { type: 'RESULTAT' } as const;

  it('one of each is enough', () => {
    expect(verifierIndicateurs([ip, ia, ir], null)).toBeNull();
  });

  it('says which kinds are missing', () => {
    expect(verifierIndicateurs([ia], null)).toContain('un indicateur de processus et de résultats');
    expect(verifierIndicateurs([ip, ir], '')).toContain('un indicateur d’activité');
  });

  it('a few suffice for a small action when the reason is written', () => {
    expect(verifierIndicateurs([ia], 'Une seule séance, onze personnes.')).toBeNull();
    expect(verifierIndicateurs([ia], '   ')).not.toBeNull();
  });

  it('none at all is never enough, whatever the reason', () => {
    expect(verifierIndicateurs([], 'Petite action')).toContain('au moins un indicateur');
  });

  it('holds for any set of indicators', () => {
    const indicateurs = fc.array(fc.record({ type: fc.constantFrom(...TYPES_INDICATEUR) }), { maxLength: 6 });
    fc.assert(
      fc.property(indicateurs, (liste) => {
        const presents = new Set(liste.map((i) => i.type));
        expect(typesManquants(liste)).toEqual(TYPES_INDICATEUR.filter((t) => !presents.has(t)));
        expect(verifierIndicateurs(liste, null) === null).toBe(presents.size === 3);
      }),
    );
  });
});
