import ICAL from 'ical.js';
import type { FicheActionLue } from '@coopilote/domain/actions';
import type { ConventionEnVigueur, ConventionLue } from '@coopilote/domain/conventions';
import type { InstanceLue, PropositionPoint, ReunionLue } from '@coopilote/domain/gouvernance';
import type { AccueilLu } from '@coopilote/domain/pilotage';
import type { StructureLue } from '@coopilote/domain/structures';
import { acteDe, FabriqueConventions } from '../../test/fabrique-conventions';
import { Api } from '../../test/harness';

describe('what conventions ask of people', () => {
  let api: Api;
  let s: FabriqueConventions;

  beforeAll(async () => {
    api = await Api.start();
    s = await FabriqueConventions.make(api);
  });
  afterAll(() => api.stop());

  const accueil = async (qui = s.ca.dd): Promise<AccueilLu> => (await qui.get<AccueilLu>('/api/accueil')).corps;
  /** The owner's hand moves what only time would: the day of the effect. */
  const vieillir = (conventionId: string, mois: number) =>
    s.f.sql(
      `ALTER TABLE acte DISABLE TRIGGER acte_garde;
       UPDATE acte SET effet = (effet - interval '${mois} months')::date WHERE convention_id = '${conventionId}';
       ALTER TABLE acte ENABLE TRIGGER acte_garde;`,
      [],
    );

  it('stand on the home page of who signs and of who animates', async () => {
    const convention = await s.creer();
    const acte = acteDe(convention);
    expect((await accueil(s.president)).aFaire.filter((l) => l.genre === 'TEXTE_A_SIGNER')).toEqual([]);
    await s.enSignature(acte);
    const lien = `/conventions/textes/${acte}`;
    expect((await accueil(s.president)).aFaire).toContainEqual(
      expect.objectContaining({ genre: 'TEXTE_A_SIGNER', lien }),
    );
    expect((await accueil()).aFaire).toContainEqual(
      expect.objectContaining({ genre: 'CONVENTION', titre: 'Convention\u00a0: 3 signatures manquent', lien }),
    );
    await s.signerTous(acte);
    expect(JSON.stringify((await accueil(s.president)).aFaire)).not.toContain(acte);
  });

  it('are told before the term: R10, then renewal; on the home page, in the agenda, in a calendar', async () => {
    const { id } = await s.signee();
    await vieillir(id, 11);
    const { corps: lue } = await s.ca.dd.get<ConventionLue>(`/api/conventions/${id}`);
    expect(lue.etat).toBe('A_RENOUVELER');
    expect((await accueil()).aFaire).toContainEqual(
      expect.objectContaining({ genre: 'CONVENTION', echeance: lue.periodes.at(-1)?.fin, lien: `/conventions/${id}` }),
    );
    const { corps: instance } = await s.ca.dd.post<InstanceLue>(`/api/cooperatives/${s.ca.id}/instances`, {
      genre: 'OPERATIONNELLE',
      intitule: 'Suivi',
    });
    const { corps: reunion } = await s.ca.dd.post<ReunionLue>('/api/reunions', { instanceId: instance.id, duree: 60 });
    const { corps: points } = await s.ca.dd.get<PropositionPoint[]>(`/api/reunions/${reunion.id}/propositions`);
    expect(points.map((p) => p.genre)).toContain('CONVENTIONS');

    const { corps: agenda } = await s.ca.dd.post<{ adresse: string }>('/api/agenda', {});
    const ics = await (await fetch(agenda.adresse.replace(/^.*\/api/, `${api.racine}/api`))).text();
    const jours = new ICAL.Component(ICAL.parse(ics))
      .getAllSubcomponents('vevent')
      .map((e) => new ICAL.Event(e))
      .filter((e) => e.startDate.isDate);
    expect(jours.map((e) => e.startDate.toString())).toContain(lue.periodes.at(-1)?.fin);
  });

  it('is said before a fiche-action that a signed convention describes is changed (R7)', async () => {
    await s.signee();
    const { corps: fiche } = await s.ca.dd.get<FicheActionLue>(`/api/fiches-actions/${s.action}`);
    expect(fiche.convention).toMatchObject({ acte: 'Convention' });
    const autre = await s.f.action(s.ca, s.structures[1], { etat: 'VALIDEE' });
    const { corps: hors } = await s.ca.dd.get<FicheActionLue>(`/api/fiches-actions/${autre.id}`);
    expect(hors.convention).toBeNull();
  });

  it('is said before an objective or a structure that the convention in force names is changed, and only then', async () => {
    const neuve = await FabriqueConventions.make(api);
    const enVigueur = async (qui = neuve.ca.dd) =>
      (await qui.get<ConventionEnVigueur>(`/api/cooperatives/${neuve.ca.id}/convention-en-vigueur`)).corps.convention;
    const nommee = async (qui = neuve.president) =>
      (await qui.get<StructureLue>(`/api/structures/${neuve.structures[0]}`)).corps.conventions;
    expect([await enVigueur(), await nommee()]).toEqual([null, []]);
    const { id } = await neuve.signee();
    const apres = await neuve.f.objectif(neuve.ca.id, 'Écrit après la signature');
    const convention = await enVigueur();
    expect(convention).toMatchObject({ conventionId: id, acte: 'Convention' });
    expect([...(convention?.structures ?? [])].sort()).toEqual([...neuve.structures].sort());
    expect(convention?.objectifs).not.toContain(apres);
    expect(convention?.objectifs).toHaveLength(1);
    expect(await nommee()).toEqual([{ conventionId: id, numero: 1, acte: 'Convention' }]);
    const etranger = await api.personne('MEMBRE_COPIL', { cooperativeId: s.ca.id });
    expect((await etranger.get(`/api/cooperatives/${neuve.ca.id}/convention-en-vigueur`)).statut).toBe(404);
    await neuve.f.sql(
      `ALTER TABLE acte DISABLE TRIGGER acte_garde;
       UPDATE acte SET effet = (effet - interval '13 months')::date WHERE convention_id = '${id}';
       ALTER TABLE acte ENABLE TRIGGER acte_garde;`,
      [],
    );
    expect([await enVigueur(), await nommee()]).toEqual([null, []]);
  });

  it('leaves no trace of a draft in the history that others read', async () => {
    const convention = await s.creer();
    const trace = (qui: { utilisateurId: string }) =>
      api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, (ctx) =>
        ctx.query('SELECT 1 FROM historique WHERE objet = $1 AND objet_id = $2', ['acte', acteDe(convention)]),
      );
    expect(await trace(s.ca.dd)).not.toEqual([]);
    expect(await trace(s.president)).toEqual([]);
    await s.passer(acteDe(convention), 'RELECTURE');
    expect(await trace(s.president)).toHaveLength(1);
  });
});
