import { ajouterJours, ajouterMois, jourAParis, type Jour } from '@coopilote/domain/commun';
import type { InstanceLue } from '@coopilote/domain/gouvernance';
import { Boite } from '../../test/boite';
import { acteDe, FabriqueConventions } from '../../test/fabrique-conventions';
import { Api, baseNeuve, type Appelant } from '../../test/harness';
import { DISTRIBUER, ENVOYER, RESUMER } from '../notifications/travaux';
import { Horloge } from '../platform/horloge';
import { Travaux } from '../platform/jobs/travaux';
import { RAPPELER } from './rappel.service';

describe('deadlines of conventions, by mail', () => {
  let boite: Boite;
  let base: Awaited<ReturnType<typeof baseNeuve>>;
  let api: Api;
  let travaux: Travaux;
  let horloge: Horloge;

  beforeAll(async () => {
    boite = await Boite.ouvrir();
    base = await baseNeuve();
    api = await Api.start({ databaseUrl: base.databaseUrl, smtpUrl: boite.url, urlPublique: 'https://coopilote.test' });
    travaux = api.app.get(Travaux);
    horloge = api.app.get(Horloge);
  }, 120_000);
  afterAll(async () => {
    await api.stop();
    await base.drop();
    await boite.fermer();
  });
  beforeEach(() => {
    boite.recus.length = 0;
  });

  const lancer = (travail: typeof RAPPELER) =>
    api.base.run({ genre: 'systeme', motif: 'Essai' }, (ctx) => travaux.lancer(ctx, travail, {}));
  /** The daily job, as two processes may do it, on a day. */
  const rappeler = async (jour: Jour): Promise<void> => {
    horloge.maintenant = () => new Date(`${jour}T06:00:00Z`);
    await lancer(RAPPELER);
    await lancer(RAPPELER);
    await Promise.all([travaux.faire(RAPPELER), travaux.faire(RAPPELER)]);
    await travaux.faire(DISTRIBUER);
    horloge.maintenant = () => new Date();
    await travaux.faire(ENVOYER);
  };
  const resumer = async (): Promise<void> => {
    await lancer(RESUMER);
    await travaux.faire(RESUMER);
    await travaux.faire(ENVOYER);
  };
  const recusPar = (qui: Appelant) =>
    boite.recus.filter(({ to }) => (to as { text: string }).text.includes(qui.utilisateurId));

  it('come in the digest when they are in sight, then alone when they are near, then missed: each once', async () => {
    const s = await FabriqueConventions.make(api);
    const { id } = await s.signee();
    const { dd } = s.ca;
    await travaux.faire(DISTRIBUER);
    await resumer();
    boite.recus.length = 0;
    const limite = ajouterMois(jourAParis(new Date()), 10);

    await rappeler(ajouterJours(limite, -60));
    expect(recusPar(dd)).toEqual([]);
    await resumer();
    await rappeler(ajouterJours(limite, -59));
    await resumer();
    const [resume] = recusPar(dd);
    expect(recusPar(dd)).toHaveLength(1);
    expect(resume?.text).toMatch(/Échéances de convention en vue\n- Réunion de bilan annuel à tenir\n/);
    expect(resume?.html).toContain(`href="https://coopilote.test/conventions/${id}"`);

    boite.recus.length = 0;
    await rappeler(ajouterJours(limite, -30));
    await rappeler(ajouterJours(limite, -12));
    expect(recusPar(dd).map((m) => m.subject)).toEqual(['Réunion de bilan annuel à tenir']);
    expect(recusPar(dd)[0]?.text).toContain(`échéance le ${limite.split('-').reverse().join('/')}`);

    boite.recus.length = 0;
    await rappeler(ajouterJours(limite, 1));
    await rappeler(ajouterJours(limite, 2));
    expect(
      recusPar(dd)
        .map((m) => m.subject)
        .sort(),
    ).toEqual(['La réunion de bilan annuel n’a pas été tenue']);
    // Nothing is due of who only signs.
    expect(recusPar(s.president)).toEqual([]);
  });

  it('say nothing of a bilan annuel that is on the calendar, nor to who wants to hear nothing', async () => {
    const s = await FabriqueConventions.make(api);
    await s.signee();
    const { corps: instance } = await s.ca.dd.post<InstanceLue>(`/api/cooperatives/${s.ca.id}/instances`, {
      genre: 'BILAN_ANNUEL',
      intitule: 'Bilan annuel',
    });
    const fin = ajouterMois(jourAParis(new Date()), 12);
    await s.ca.dd.put('/api/preferences-messages/ECHEANCE_PROCHE', { choix: 'JAMAIS' });
    expect((await s.ca.dd.post('/api/reunions', { instanceId: instance.id, duree: 60 })).statut).toBe(201);
    await rappeler(ajouterMois(fin, -2));
    await rappeler(ajouterJours(fin, -10));
    expect(recusPar(s.ca.dd)).toEqual([]);
    await resumer();
    expect(
      recusPar(s.ca.dd)
        .map((m) => m.text)
        .join(),
    ).not.toContain('bilan annuel à tenir');
  });

  it('call the signatories who are late, and them alone with the coordination', async () => {
    const s = await FabriqueConventions.make(api);
    const acte = acteDe(await s.creer());
    await s.enSignature(acte);
    await travaux.faire(DISTRIBUER);
    await travaux.faire(ENVOYER);
    const autre = await api.personne('PARTENAIRE', { structureId: s.structures[1] });
    boite.recus.length = 0;
    await rappeler(ajouterJours(jourAParis(new Date()), 29));
    expect(recusPar(s.president)).toEqual([]);
    await rappeler(ajouterJours(jourAParis(new Date()), 30));
    await rappeler(ajouterJours(jourAParis(new Date()), 31));
    for (const qui of [s.president, s.ca.dd]) {
      expect(recusPar(qui).map((m) => m.subject)).toEqual(['Convention\u00a0: 3 signatures manquent']);
    }
    expect(recusPar(s.president)[0]?.html).toContain(`href="https://coopilote.test/conventions/textes/${acte}"`);
    expect(recusPar(autre)).toEqual([]);
  });
});
