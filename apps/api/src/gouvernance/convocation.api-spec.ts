import type { Probleme } from '@coopilote/domain/commun';
import type { ReunionLue, SondagePublic } from '@coopilote/domain/gouvernance';
import { Fabrique } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';
import { DANS_UN_AN, SceneReunion, type MessageDepose } from '../../test/scene-reunion';

const SUPPLEE = { suppleantNom: 'Sam Suppléant', suppleantCourriel: 'sam@example.test' };
const jours = (...dates: string[]): { debut: string }[] => dates.map((d) => ({ debut: `${DANS_UN_AN}-${d}T10:00` }));
const lienDe = (message: MessageDepose | undefined): string =>
  /\/sondage\/([\w-]+)/.exec(message?.texte ?? '')?.[1] ?? '';

describe('whom a meeting writes to', () => {
  let api: Api;
  let scene: SceneReunion;
  let partenaire: Appelant;
  let etranger: Appelant;

  beforeAll(async () => {
    api = await Api.start();
    const f = new Fabrique(api);
    const structures = [await f.structure(), await f.structure()];
    scene = new SceneReunion(api, await f.cooperative({ structures }), structures);
    partenaire = await api.personne('PARTENAIRE', { structureId: structures[0] });
    etranger = (await f.cooperative({ departementCode: '92' })).dd;
  });
  afterAll(() => api.stop());

  const sonder = async (r: ReunionLue, creneaux: object[]): Promise<ReunionLue> => {
    const { version } = await scene.lire(r);
    return (await scene.ca.dd.put<ReunionLue>(`/api/reunions/${r.id}/sondage`, { version, creneaux })).corps;
  };
  const corriger = (r: ReunionLue, champs: object, qui: Appelant = scene.ca.dd) => {
    const bo = r.participants.find((p) => p.nom === 'Bo Titulaire');
    return qui.patch<ReunionLue & Probleme>(`/api/reunions/${r.id}/participants/${bo?.id}/coordonnees`, {
      nom: 'Bo Titulaire',
      version: bo?.version,
      ...champs,
    });
  };
  const destinataires = (messages: MessageDepose[]): string[] => messages.map((m) => m.destinataire).sort();

  describe('a suppléant', () => {
    it('gets the invitation, its changes and its cancelling in copy, named as such; a titulaire is never in copy', async () => {
      const r = await scene.reunion({}, await scene.instance(SUPPLEE));
      await scene.passer(r, 'CONVOQUEE');
      await scene.passer(r, 'CONVOQUEE');
      await scene.passer(r, 'ANNULEE', { motif: 'Salle inondée.' });
      const messages = await scene.envois(r.titre);
      expect(messages.filter((m) => m.destinataire === 'sam@example.test').map((m) => m.objet)).toEqual([
        `Convocation\u00a0: ${r.titre}`,
        `Convocation mise à jour\u00a0: ${r.titre}`,
        `Annulée\u00a0: ${r.titre}`,
      ]);
      const enCopie = messages.filter((m) => m.texte.includes('en copie, à titre de suppléant de Ana Titulaire.'));
      expect(enCopie).toHaveLength(3);
      expect(new Set(enCopie.map((m) => m.destinataire))).toEqual(new Set(['sam@example.test']));
    });

    it('is not written to twice at the address of a titulaire', async () => {
      const instance = await scene.instance({ ...SUPPLEE, suppleantCourriel: 'Bo@example.test' });
      const r = await scene.reunion({}, instance);
      await scene.passer(r, 'CONVOQUEE');
      expect(destinataires(await scene.envois(r.titre))).toEqual(['ana@example.test', 'bo@example.test']);
    });

    it('answers the poll for the seat, from a link of their own', async () => {
      const r = await scene.reunion({ debut: null }, await scene.instance(SUPPLEE));
      await sonder(r, jours('04-01'));
      const messages = await scene.envois(r.titre);
      const [deSam, dAna] = ['sam@example.test', 'ana@example.test'].map((adresse) =>
        lienDe(messages.find((m) => m.destinataire === adresse)),
      );
      expect(deSam).not.toBe(dAna);
      const { corps } = await api.anonyme().get<SondagePublic>(`/api/sondages/${deSam}`);
      expect(corps.participant).toBe('Ana Titulaire');
    });
  });

  describe('a poll', () => {
    it('is sent again when a date joins it, saying which, with the same links; not when one leaves', async () => {
      const r = await scene.reunion({ debut: null });
      await sonder(r, jours('04-01', '04-02'));
      const premiers = await scene.envois(r.titre);
      expect(destinataires(premiers)).toEqual(['ana@example.test', 'bo@example.test']);
      await sonder(r, jours('04-02'));
      expect(await scene.envois(r.titre)).toHaveLength(2);
      await sonder(r, jours('04-02', '04-03'));
      const ajout = (await scene.envois(r.titre)).slice(2);
      expect(ajout.map((m) => m.objet)).toEqual(Array(2).fill(`Date ajoutée au sondage\u00a0: ${r.titre}`));
      expect(ajout[0]?.texte).toContain(`3 avril ${DANS_UN_AN}`);
      expect(ajout[0]?.texte).not.toContain(`2 avril ${DANS_UN_AN}`);
      expect(new Set(ajout.map(lienDe))).toEqual(new Set(premiers.map(lienDe)));
    });

    it('reaches who was asked since, without writing to the others', async () => {
      const r = await scene.reunion({ debut: null });
      await sonder(r, jours('04-01'));
      const invite = { qualite: 'INVITE', nom: 'Eve', courriel: 'eve@example.test' };
      await scene.ca.dd.post(`/api/reunions/${r.id}/participants`, invite);
      await sonder(r, jours('04-01'));
      expect(destinataires((await scene.envois(r.titre)).slice(2))).toEqual(['eve@example.test']);
    });

    it('gives the meeting the length that it had while its date was sought', async () => {
      const r = await scene.reunion({ debut: null, duree: 45 });
      expect(r.duree).toBe(45);
      const { sondage } = await sonder(r, jours('04-01'));
      const { version } = await scene.lire(r);
      await scene.ca.dd.patch(`/api/reunions/${r.id}`, { duree: 90, version });
      const lue = await scene.lire(r);
      expect(lue.sondage?.creneaux[0]?.fin).toBe(`${DANS_UN_AN}-04-01T09:30:00.000Z`);
      const { corps } = await scene.ca.dd.post<ReunionLue>(`/api/reunions/${r.id}/sondage/choix`, {
        creneauId: sondage?.creneaux[0]?.id,
        version: lue.version,
      });
      expect([corps.duree, corps.fin]).toEqual([90, `${DANS_UN_AN}-04-01T09:30:00.000Z`]);
    });
  });

  describe('an address that is mended', () => {
    it('receives the invitation that had left, and it alone', async () => {
      const r = await scene.reunion();
      await scene.passer(r, 'CONVOQUEE');
      const { statut, corps } = await corriger(r, { nom: 'Bo Corrigé', courriel: 'bo.corrige@example.test' });
      expect([statut, corps.participants.map((p) => p.nom).sort()]).toEqual([200, ['Ana Titulaire', 'Bo Corrigé']]);
      const messages = await scene.envois(r.titre);
      expect(destinataires(messages.slice(2))).toEqual(['bo.corrige@example.test']);
      expect(messages[2]?.contenu?.toString()).toContain('METHOD:REQUEST');
    });

    it('takes the link of the poll with it: the former one opens nothing any more', async () => {
      const r = await scene.reunion({ debut: null });
      await sonder(r, jours('04-01'));
      const ancien = lienDe((await scene.envois(r.titre)).find((m) => m.destinataire === 'bo@example.test'));
      await corriger(r, { courriel: 'bo.sonde@example.test' });
      const [, , dernier, ...reste] = await scene.envois(r.titre);
      expect([dernier?.destinataire, reste]).toEqual(['bo.sonde@example.test', []]);
      expect((await api.anonyme().get(`/api/sondages/${ancien}`)).statut).toBe(404);
      expect((await api.anonyme().get(`/api/sondages/${lienDe(dernier)}`)).statut).toBe(200);
    });

    it('is refused to those who do not run the meeting, to a stale page, and for who has an account', async () => {
      const r = await scene.reunion();
      await scene.passer(r, 'CONVOQUEE');
      expect((await corriger(r, { courriel: 'x@example.test' }, partenaire)).statut).toBe(403);
      expect((await corriger(r, { courriel: 'x@example.test' }, etranger)).statut).toBe(404);
      expect((await corriger(r, { courriel: 'pas une adresse' })).corps.erreurs?.[0]?.champ).toBe('courriel');
      expect((await corriger(r, { version: 99 })).corps.code).toBe('VERSION_PERIMEE');
      const { rows } = await api.proprietaire.query<{ id: string; courriel: string }>(
        'SELECT id, courriel FROM utilisateur WHERE id = $1',
        [scene.ca.dd.utilisateurId],
      );
      await corriger(r, { courriel: rows[0]?.courriel });
      const refus = await corriger(await scene.lire(r), { courriel: 'x@example.test' });
      expect([refus.statut, refus.corps.detail]).toEqual([409, expect.stringContaining('a un compte')]);
    });
  });
});
