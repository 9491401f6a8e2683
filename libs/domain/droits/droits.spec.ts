import fc from 'fast-check';
import { ROLES, type Attribution, type Identite, type Role } from '../comptes/roles';
import { OPERATIONS, operationsOuvertes, operationsSur, peut, type Operation, type Ressource } from './droits.rules';

/**
 * Who may do what on its own scope (domaine, chapter 1). Columns, in the order of ROLES: regional admin, regional
 * evaluator, DD, copilote, partner, copil member, external evaluator. `x` yes, `.` no; for the partner `m` in the CAs of
 * which its structure is a member, `s` only for what belongs to its structure.
 */
const ATTENDU: Record<Operation, string> = {
  'cooperative.lire': 'xxxxmxx',
  'cooperative.creer': 'x.x....',
  'cooperative.modifier': 'x.xx...',
  'cooperative.reprendre': 'x.x....',
  'adhesion.modifier': 'x.xx...',
  'objectif.modifier': 'x.xx...',
  'etape.modifier': 'x.xx...',
  'fiche.lire': 'xxxxmxx',
  'fiche.rediger': 'x.xxs..',
  'fiche.valider': 'x.xx...',
  'bilan.lire': 'xxxxm.x',
  'bilan.remplir': '....s..',
  'bilan.valider': 'x.x....',
  'bilanAnnuel.lire': 'xxxxmxx',
  'bilanAnnuel.lireBrouillon': 'xxxxm..',
  'bilanAnnuel.completer': 'x.xxs..',
  'bilanAnnuel.conduire': 'x.xx...',
  'bilanAnnuel.rouvrir': 'x.x....',
  'campagne.lire': 'xxx....',
  'campagne.conduire': 'x.x....',
  'tableaux.lire': 'xxxxmxx',
  'suivi.importer': 'x.xxm..',
  'instance.modifier': 'x.xx...',
  'reunion.lire': 'xxxxmxx',
  'reunion.animer': 'x.xx...',
  'reunion.noter': 'x.xxm..',
  'convention.lire': 'xxxxmxx',
  'convention.rediger': 'x.xx...',
  'convention.remarquer': 'x.xxm..',
  'convention.engager': 'x.x....',
  'convention.signer': 'x.x.m..',
  'convention.quitter': 'x.x.s..',
  'modele.modifier': 'x......',
  'tache.suivre': 'x.xxs..',
  'structure.lire': 'xxxxmxx',
  'structure.creer': 'x.x....',
  'structure.modifier': 'x.x.s..',
  'structure.inviter': 'x.x.s..',
  'compte.gerer': 'x......',
  'compte.nommer': 'x.x....',
  'envoi.lire': 'x......',
  'envoi.reessayer': 'x......',
  'referentiel.modifier': 'x......',
  'consolidation.lire': 'xxx....',
  'vue.retirer': 'x......',
  'etatFige.figer': 'xxx....',
  'historique.lire': 'xxxxm.x',
  'budget.lire': 'xxxxmxx',
  'budget.repartition': 'xxxxm..',
  'engagement.lire': 'xxx.s..',
  'engagement.modifier': 'x.x....',
  'compteRenduFinancier.remplir': '....s..',
  'miseADisposition.lire': 'xxx.s..',
  'miseADisposition.rediger': 'x.x.s..',
  'miseADisposition.approuver': 'x.x.s..',
  'piece.lire': 'xxxxmxx',
  'piece.deposer': 'x.xxm..',
};

const ICI = { regionCode: '11', departementCode: '93', cooperativeId: 'ca-1', structureId: 's-1' };

function attribution(role: Role): Attribution {
  const aucune = { departementCode: null, cooperativeId: null, structureId: null, cooperatives: [] };
  const portees: Record<Role, Partial<Attribution>> = {
    ADMIN_REGIONAL: {},
    EVALUATEUR_REGIONAL: {},
    COORDINATEUR_DD: { departementCode: '93' },
    COPILOTE: { cooperativeId: 'ca-1', cooperatives: ['ca-1'] },
    PARTENAIRE: { structureId: 's-1', cooperatives: ['ca-1'] },
    MEMBRE_COPIL: { cooperativeId: 'ca-1', cooperatives: ['ca-1'] },
    EVALUATEUR_EXTERNE: { cooperativeId: 'ca-1', cooperatives: ['ca-1'] },
  };
  return { id: role, role, regionCode: '11', ...aucune, ...portees[role] };
}
const personne = (...attributions: Attribution[]): Identite => ({
  utilisateurId: 'u',
  courriel: 'u@demo.test',
  prenom: 'U',
  nom: 'U',
  attributions,
});

/** The nearest place that is out of the scope of the role: same region, same département, same CA as far as possible. */
const AILLEURS: Record<Role, Ressource> = {
  ADMIN_REGIONAL: { ...ICI, regionCode: '24' },
  EVALUATEUR_REGIONAL: { ...ICI, regionCode: '24' },
  COORDINATEUR_DD: { ...ICI, departementCode: '92' },
  COPILOTE: { ...ICI, cooperativeId: 'ca-2' },
  PARTENAIRE: { ...ICI, cooperativeId: 'ca-2' },
  MEMBRE_COPIL: { ...ICI, cooperativeId: 'ca-2' },
  EVALUATEUR_EXTERNE: { ...ICI, cooperativeId: 'ca-2' },
};

it('Every operation has its expected rights written here', () => {
  expect([...OPERATIONS].sort()).toEqual(Object.keys(ATTENDU).sort());
});

describe.each(ROLES.map((role, rang) => [role, rang] as const))('%s', (role, rang) => {
  const qui = personne(attribution(role));

  it.each(OPERATIONS)('%s, on its own scope', (operation) => {
    expect(peut(qui, operation, ICI)).toBe(ATTENDU[operation][rang] !== '.');
  });

  it('does nothing on another scope', () => {
    expect(OPERATIONS.filter((o) => peut(qui, o, AILLEURS[role]))).toEqual([]);
  });

  it('does nothing where the place is unknown', () => {
    const inconnues: Ressource[] = [
      {},
      { regionCode: null, departementCode: null, cooperativeId: null, structureId: null },
    ];
    for (const r of inconnues) expect(operationsSur(qui, r)).toEqual([]);
  });

  it('is shown the same operations by its menus and by the pages of its scope', () => {
    expect(operationsOuvertes(qui)).toEqual(operationsSur(qui, ICI));
  });
});

describe('A partner', () => {
  const qui = personne(attribution('PARTENAIRE'));
  const par = (lettre: string) => OPERATIONS.filter((o) => ATTENDU[o][ROLES.indexOf('PARTENAIRE')] === lettre);

  it('reads the actions and reports of the other members, and writes only its own, beside the pieces it may add', () => {
    expect(operationsSur(qui, { ...ICI, structureId: 's-2' })).toEqual(par('m'));
  });

  it('writes no longer in a CA that its structure has left', () => {
    const partie = personne({ ...attribution('PARTENAIRE'), cooperatives: [] });
    expect(operationsSur(partie, ICI)).toEqual([]);
  });

  it('edits its own structure outside any CA', () => {
    expect(operationsSur(qui, { ...ICI, cooperativeId: null })).toEqual(
      OPERATIONS.filter((o) => o === 'structure.lire' || par('s').includes(o)),
    );
  });
});

describe('Fails closed', () => {
  it.each(['argent.imprimer', '', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'unknown operation « %s »: refused to everybody',
    (operation) => {
      const tous = personne(...ROLES.map(attribution));
      expect(peut(tous, operation as Operation, ICI)).toBe(false);
    },
  );

  it.each(['SUPER_ADMIN', 'constructor', '__proto__', ''])('unknown role « %s »: nothing', (role) => {
    const qui = personne({ ...attribution('ADMIN_REGIONAL'), role: role as Role });
    expect(operationsSur(qui, ICI)).toEqual([]);
  });

  it('without attribution: nothing', () => {
    expect(operationsSur(personne(), ICI)).toEqual([]);
    expect(operationsOuvertes(personne())).toEqual([]);
  });

  it('an attribution whose scope is missing does not meet a resource whose place is missing', () => {
    for (const role of ROLES) {
      const vide = {
        ...attribution(role),
        departementCode: null,
        cooperativeId: null,
        structureId: null,
        cooperatives: [],
      };
      const qui = personne({ ...vide, regionCode: '' });
      for (const lieu of [null, undefined, '']) {
        const ressource = { regionCode: lieu, departementCode: lieu, cooperativeId: lieu, structureId: lieu };
        expect(operationsSur(qui, ressource)).toEqual([]);
      }
    }
  });

  it('several attributions open what each opens, and nothing more', () => {
    const code = fc.constantFrom('a', 'b', null);
    const une = fc.record({
      id: fc.constant('x'),
      role: fc.constantFrom(...ROLES),
      regionCode: fc.constantFrom('a', 'b'),
      departementCode: code,
      cooperativeId: code,
      structureId: code,
      cooperatives: fc.subarray(['a', 'b']),
    });
    const ressource = fc.record({ regionCode: code, departementCode: code, cooperativeId: code, structureId: code });
    fc.assert(
      fc.property(fc.array(une, { maxLength: 4 }), ressource, fc.constantFrom(...OPERATIONS), (plusieurs, r, o) => {
        expect(peut(personne(...plusieurs), o, r)).toBe(plusieurs.some((a) => peut(personne(a), o, r)));
      }),
    );
  });
});

it('A partner reads its own structure even outside any CA, and no other one', () => {
  const qui = personne(attribution('PARTENAIRE'));
  const sansCa = { ...ICI, cooperativeId: null };
  expect(peut(qui, 'structure.lire', sansCa)).toBe(true);
  expect(peut(qui, 'structure.lire', { ...sansCa, structureId: 's-2' })).toBe(false);
});
