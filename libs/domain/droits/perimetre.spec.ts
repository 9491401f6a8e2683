import type { Attribution, Identite } from '../comptes/roles';
import { perimetreDe } from './perimetre.rules';

const attribution = (a: Partial<Attribution>): Attribution => ({
  id: 'a',
  role: 'PARTENAIRE',
  regionCode: '11',
  departementCode: null,
  cooperativeId: null,
  structureId: null,
  cooperatives: [],
  ...a,
});
const identite = (...attributions: Attribution[]): Identite => ({
  utilisateurId: 'u',
  courriel: 'u@example.test',
  prenom: 'U',
  nom: 'U',
  attributions,
});

describe('perimetreDe', () => {
  it('holds a DD to its département', () => {
    const dd = identite(attribution({ role: 'COORDINATEUR_DD', departementCode: '93' }));
    expect(perimetreDe(dd, 'bilan.lire')).toEqual({
      regions: [],
      departements: ['93'],
      cooperatives: [],
      structures: [],
    });
  });

  it('holds a partner to its CAs for reading and to its structure for writing, never to the département of its role', () => {
    const partenaire = identite(attribution({ departementCode: '93', structureId: 's', cooperatives: ['c1', 'c2'] }));
    expect(perimetreDe(partenaire, 'bilan.lire')).toEqual({
      regions: [],
      departements: [],
      cooperatives: ['c1', 'c2'],
      structures: [],
    });
    expect(perimetreDe(partenaire, 'bilan.remplir').structures).toEqual(['s']);
    expect(perimetreDe(partenaire, 'consolidation.lire')).toEqual({
      regions: [],
      departements: [],
      cooperatives: [],
      structures: [],
    });
  });

  it('adds roles without letting one widen the other', () => {
    const deux = identite(
      attribution({ role: 'MEMBRE_COPIL', departementCode: '93', cooperativeId: 'c1', cooperatives: ['c1'] }),
      attribution({ departementCode: '92', structureId: 's', cooperatives: ['c2'] }),
    );
    expect(perimetreDe(deux, 'tableaux.lire').cooperatives).toEqual(['c1', 'c2']);
    expect(perimetreDe(deux, 'bilan.lire').cooperatives).toEqual(['c2']);
  });

  it('opens a region to its siège', () => {
    expect(perimetreDe(identite(attribution({ role: 'EVALUATEUR_REGIONAL' })), 'consolidation.lire').regions).toEqual([
      '11',
    ]);
  });
});
