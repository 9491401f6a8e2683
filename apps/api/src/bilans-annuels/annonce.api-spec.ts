import type { BilanAnnuelLu } from '@coopilote/domain/bilans';
import { Boite } from '../../test/boite';
import { Fabrique } from '../../test/fabrique';
import { Api, baseNeuve, type Appelant } from '../../test/harness';
import { DISTRIBUER, ENVOYER } from '../notifications/travaux';
import { Travaux } from '../platform/jobs/travaux';
import { ANNONCER } from './annonce.service';

const ANNEE = { debut: '2024-01-01', fin: '2024-12-31' };

describe('a year that opens, by mail', () => {
  let boite: Boite;
  let base: Awaited<ReturnType<typeof baseNeuve>>;
  let api: Api;
  let travaux: Travaux;
  beforeAll(async () => {
    boite = await Boite.ouvrir();
    base = await baseNeuve();
    api = await Api.start({ databaseUrl: base.databaseUrl, smtpUrl: boite.url, urlPublique: 'https://coopilote.test' });
    travaux = api.app.get(Travaux);
  }, 120_000);
  afterAll(async () => {
    await api.stop();
    await base.drop();
    await boite.fermer();
  });

  it('is told once to its coordinators and to whom writes for an action of the year, and to nobody else', async () => {
    const f = new Fabrique(api);
    const [porteuse, sansAction] = [await f.structure(), await f.structure()];
    const ca = await f.cooperative({ structures: [porteuse, sansAction] });
    for (const intitule of ['Cuisine', 'Marche']) {
      const action = await f.action(ca, porteuse, { ...ANNEE, intitule });
      await f.bilan(action, '2024-T1', 'A_REMPLIR');
    }
    await f.action(ca, sansAction, { debut: '2022-01-01', fin: '2022-12-31', intitule: 'Une autre année' });
    const promoteur = await api.personne('PARTENAIRE', { structureId: porteuse });
    const membre = await api.personne('PARTENAIRE', { structureId: sansAction });
    const habitant = await api.personne('MEMBRE_COPIL', { cooperativeId: ca.id });
    // Second coordinator, who writes for the structure as well: one message, not two.
    const copilote = await api.personne('COPILOTE', { cooperativeId: ca.id });
    await api.attribuer(copilote.utilisateurId, 'PARTENAIRE', { structureId: porteuse });
    await f.sql('UPDATE cooperative SET copilote_id = $2 WHERE id = $1', [ca.id, copilote.utilisateurId]);
    const collegue = await api.personne('COORDINATEUR_DD', { departementCode: '93' });
    const ouvrir = { cooperativeId: ca.id, annee: 2024 };
    const { id } = (await collegue.post<BilanAnnuelLu>('/api/bilans-annuels', ouvrir)).corps;
    await api.base.run({ genre: 'systeme', motif: 'Essai' }, (ctx) =>
      travaux.lancer(ctx, ANNONCER, { bilanAnnuelId: id, par: collegue.utilisateurId }),
    );
    await Promise.all([travaux.faire(ANNONCER), travaux.faire(ANNONCER)]);
    await travaux.faire(DISTRIBUER);
    await travaux.faire(ENVOYER);

    const recus = (qui: Appelant) =>
      boite.recus.filter(({ to }) => (to as { text: string }).text.includes(qui.utilisateurId));
    for (const qui of [ca.dd, copilote, promoteur]) {
      expect(recus(qui).map((m) => m.subject)).toEqual(['Bilan annuel 2024 à préparer']);
      expect(recus(qui)[0]?.html).toContain(`href="https://coopilote.test/cooperatives/${ca.id}/bilans-annuels/${id}"`);
    }
    expect(recus(promoteur)[0]?.text).toContain('Cuisine, Marche');
    expect(recus(ca.dd)[0]?.text).not.toContain('Votre partie');
    for (const qui of [membre, habitant, collegue]) expect(recus(qui)).toEqual([]);
  });
});
