import { ROLES, type Identite, type Role, type SessionLue } from '@coopilote/domain/comptes';
import { peut, type Operation } from '@coopilote/domain/droits';
import { DEMANDES } from './demandes';
import { Api, type Appelant } from './harness';
import { makeMonde, repair, type Monde } from './monde';
import { routesDe, type Route } from './routes';

/** A caller of each role on the world, and a partner of another member structure of the same CA. */
const APPELANTS = [...ROLES, 'PARTENAIRE_AUTRE'] as const;
type NomAppelant = (typeof APPELANTS)[number];

/** Without parameter or body: anybody who passes the route's rule gets an answer, about what is theirs. */
const estListe = (r: Route): boolean => r.methode === 'GET' && !r.chemin.includes(':') && !DEMANDES[r.cle];
const REFUS = [403, 404];

describe('every route, for every role, on its own scope and on another', () => {
  let api: Api;
  let ici: Monde;
  const ailleurs = new Map<string, Monde>();
  let routes: Route[];
  const appelants = new Map<NomAppelant, { qui: Appelant; identite: Identite }>();

  beforeAll(async () => {
    api = await Api.start();
    routes = routesDe(api.app);
    ici = await makeMonde(api, '93');
    ailleurs.set('another département', await makeMonde(api, '92'));
    ailleurs.set('another region', await makeMonde(api, '59'));
    for (const nom of APPELANTS) {
      const role: Role = nom === 'PARTENAIRE_AUTRE' ? 'PARTENAIRE' : nom;
      const qui = await api.personne(role, porteeDe(nom, ici));
      const { corps } = await qui.get<SessionLue>('/api/session');
      const { id, ...personne } = corps.utilisateur;
      appelants.set(nom, { qui, identite: { utilisateurId: id, ...personne, attributions: corps.attributions } });
    }
  });
  afterAll(() => api.stop());

  const appeler = (qui: Appelant, route: Route, monde: Monde) => {
    const { chemin, corps } = DEMANDES[route.cle]?.(monde) ?? { chemin: route.chemin };
    return qui.appeler<string | object>(
      route.methode,
      chemin,
      corps ?? (route.methode === 'GET' || route.methode === 'DELETE' ? undefined : {}),
    );
  };
  const aGarder = (): Route[] => routes.filter((r) => r.regle !== 'PUBLIC' && r.regle !== 'CONNECTE');

  it('has a rule, and a call that this test knows', () => {
    expect(routes.filter((r) => !r.regle).map((r) => r.cle)).toEqual([]);
    expect(
      aGarder()
        .filter((r) => !estListe(r) && !DEMANDES[r.cle])
        .map((r) => r.cle),
    ).toEqual([]);
    expect(Object.keys(DEMANDES).filter((cle) => !routes.some((r) => r.cle === cle))).toEqual([]);
  });

  it('answers nobody who is not signed in', async () => {
    for (const route of routes.filter((r) => r.regle !== 'PUBLIC')) {
      expect([route.cle, (await appeler(api.anonyme(), route, ici)).statut]).toEqual([route.cle, 401]);
    }
  });

  it.each(APPELANTS)('%s gets what its rights open on its own scope, and nothing else', async (nom) => {
    const { qui, identite } = appelants.get(nom) ?? neverCalled();
    for (const route of aGarder()) {
      const { statut } = await appeler(qui, route, ici);
      if (route.methode !== 'GET') await repair(api, ici);
      const demandee = DEMANDES[route.cle]?.(ici).operation;
      const operation = demandee ?? (route.regle as Operation);
      const ouvert =
        demandee !== null &&
        (estListe(route) ? ouvreQuelquePart(identite, operation) : peut(identite, operation, ici.ressource));
      const dit = ouvert ? statut < 500 && ![401, ...REFUS].includes(statut) : REFUS.includes(statut);
      expect([route.cle, ouvert ? 'ouvert' : 'fermé', statut, dit]).toEqual([
        route.cle,
        ouvert ? 'ouvert' : 'fermé',
        statut,
        true,
      ]);
    }
  });

  const REGIONAUX: readonly NomAppelant[] = ['ADMIN_REGIONAL', 'EVALUATEUR_REGIONAL'];
  const ETRANGERS = APPELANTS.flatMap((nom) =>
    (REGIONAUX.includes(nom) ? ['another region'] : ['another département', 'another region']).map(
      (lieu) => [nom, lieu] as const,
    ),
  );

  it.each(ETRANGERS)('%s gets nothing of %s', async (nom, lieu) => {
    const { qui } = appelants.get(nom) ?? neverCalled();
    const monde = ailleurs.get(lieu) ?? neverCalled();
    for (const route of aGarder().filter((r) => !SANS_LIEU.includes(r.cle))) {
      const { statut, corps } = await appeler(qui, route, monde);
      if (estListe(route)) {
        const texte = JSON.stringify(corps);
        expect([route.cle, Object.values(monde.ids).filter((id) => texte.includes(id))]).toEqual([route.cle, []]);
      } else {
        // A place named in the body may also be answered as « not in the list ».
        const attendus = route.chemin.includes(':') ? REFUS : [...REFUS, 422];
        const vide = statut === 200 && route.methode === 'GET' && JSON.stringify(corps) === '[]';
        expect([route.cle, statut, vide || attendus.includes(statut)]).toEqual([route.cle, statut, true]);
      }
    }
  });

  /** Writes that name no place: they act on the caller's own region. */
  const SANS_LIEU = ['POST /api/listes', 'POST /api/indicateurs-communs'];

  function porteeDe(nom: NomAppelant, { ids, ressource }: Monde) {
    switch (nom) {
      case 'ADMIN_REGIONAL':
      case 'EVALUATEUR_REGIONAL':
        return {};
      case 'COORDINATEUR_DD':
        return { departementCode: ressource.departementCode ?? '' };
      case 'PARTENAIRE':
        return { structureId: ids.structure };
      case 'PARTENAIRE_AUTRE':
        return { structureId: ids.autreStructure };
      default:
        return { cooperativeId: ids.cooperative };
    }
  }
});

function ouvreQuelquePart(identite: Identite, operation: Operation): boolean {
  return identite.attributions.some((a) =>
    peut(identite, operation, {
      regionCode: a.regionCode,
      departementCode: a.departementCode,
      cooperativeId: a.cooperativeId ?? a.cooperatives[0],
      structureId: a.structureId,
    }),
  );
}

function neverCalled(): never {
  throw new Error('Appelant inconnu');
}
