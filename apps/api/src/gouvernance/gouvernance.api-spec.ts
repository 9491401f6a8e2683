import ICAL from 'ical.js';
import * as Y from 'yjs';
import type { Probleme } from '@coopilote/domain/commun';
import {
  TEXTE_PARTAGE,
  type BilletPresence,
  type CompteRenduLu,
  type DecisionLue,
  type GouvernanceLue,
  type InstanceLue,
  type NoteLue,
  type PropositionPoint,
  type ReunionLue,
  type SeanceLue,
  type SondagePublic,
  type TacheLue,
} from '@coopilote/domain/gouvernance';
import type { EngagementLu } from '@coopilote/domain/financement';
import type { TableauDeBord } from '@coopilote/domain/pilotage';
import { Fabrique, type CaFaite } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';
import { DANS_UN_AN, SceneReunion } from '../../test/scene-reunion';

const base64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64');

describe('governance of a CA', () => {
  let api: Api;
  let f: Fabrique;
  let ca: CaFaite;
  let scene: SceneReunion;
  let structures: string[];
  let partenaire: Appelant;
  let habitant: Appelant;
  let etranger: Appelant;

  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
    structures = [await f.structure({ nom: 'Au devant' }), await f.structure({ nom: 'Centre social' })];
    ca = await f.cooperative({ structures });
    scene = new SceneReunion(api, ca, structures);
    partenaire = await api.personne('PARTENAIRE', { structureId: structures[0] });
    habitant = await api.personne('MEMBRE_COPIL', { cooperativeId: ca.id });
    etranger = (await f.cooperative({ departementCode: '92' })).dd;
  });
  afterAll(() => api.stop());

  const reunion = (champs: object = {}): Promise<ReunionLue> => scene.reunion(champs);
  const vers = (r: ReunionLue, etat: string, suite: object = {}): Promise<ReunionLue> => scene.passer(r, etat, suite);
  const enSeance = (points: object[] = []): Promise<ReunionLue> => scene.enSeance(points);
  const point = (titre: string) => ({ titre, duree: 10, genre: 'LIBRE' });
  const envois = async (destinataire: string, objet: string) =>
    (await scene.envois(objet)).filter((e) => e.destinataire === destinataire);
  const evenement = (ics: string) => {
    const calendrier = new ICAL.Component(ICAL.parse(ics));
    const composant = calendrier.getFirstSubcomponent('vevent');
    if (!composant) throw new Error('Pas d’événement');
    return { methode: calendrier.getFirstPropertyValue('method'), e: new ICAL.Event(composant), composant };
  };

  describe('instances', () => {
    it('gives a seat to each member structure and to the coordinators, and warns of what R2 and R13 expect', async () => {
      const { corps: cree, statut } = await ca.dd.post<InstanceLue>(`/api/cooperatives/${ca.id}/instances`, {
        genre: 'COPIL',
        intitule: 'Comité de pilotage',
        role: 'Décide des orientations',
      });
      expect(statut).toBe(201);
      expect(cree.avertissements.map((a) => a.code)).toEqual(['RYTHME', 'STRUCTURE_SANS_SIEGE', 'SANS_HABITANT']);
      const { corps } = await ca.dd.post<InstanceLue>(`/api/instances/${cree.id}/membres-proposes`);
      expect(corps.membres.map((m) => m.qualite).sort()).toEqual(['COORDINATION', 'STRUCTURE', 'STRUCTURE']);
      expect(corps.structuresSansSiege).toEqual([]);
      const { corps: encore } = await ca.dd.post<InstanceLue>(`/api/instances/${cree.id}/membres-proposes`);
      expect(encore.membres).toHaveLength(3);
    });

    it('refuses a seat to a structure that is no member, and a term that ends before it begins', async () => {
      const instance = await scene.instance();
      const { statut, corps } = await ca.dd.post<Probleme>(`/api/instances/${instance.id}/membres`, {
        qualite: 'STRUCTURE',
        structureId: await f.structure(),
        titulaireNom: 'X',
        debut: '2026-02-01',
        fin: '2026-01-01',
      });
      expect([statut, corps.erreurs?.map((e) => e.champ)]).toEqual([422, ['fin', 'structureId']]);
    });

    it('is read by the members, without the addresses, and by nobody of another département', async () => {
      await scene.instance();
      const { corps } = await habitant.get<GouvernanceLue>(`/api/cooperatives/${ca.id}/gouvernance`);
      expect(corps.instances.flatMap((i) => i.membres.map((m) => m.titulaireCourriel))).not.toContain(
        'ana@example.test',
      );
      expect((await etranger.get(`/api/cooperatives/${ca.id}/gouvernance`)).statut).toBe(404);
      expect(
        (await habitant.post(`/api/cooperatives/${ca.id}/instances`, { genre: 'COTECH', intitule: 'X' })).statut,
      ).toBe(403);
    });
  });

  describe('preparing', () => {
    it('refuses a past date, an hour that no clock shows, and keeps a meeting in preparation to those who prepare it', async () => {
      const instance = await scene.instance();
      const creer = (debut: string) =>
        ca.dd.post<Probleme>('/api/reunions', { instanceId: instance.id, debut, duree: 60 });
      for (const debut of ['2020-01-01T10:00', '2027-03-28T02:30']) {
        const { statut, corps } = await creer(debut);
        expect([debut, statut, corps.erreurs?.[0]?.champ]).toEqual([debut, 422, 'debut']);
      }
      const r = await reunion();
      expect((await partenaire.get(`/api/reunions/${r.id}`)).statut).toBe(404);
      expect((await etranger.get(`/api/reunions/${r.id}`)).statut).toBe(404);
    });

    it('calls the seats in force, orders the agenda as it is sent, and refuses a stale one with what stands', async () => {
      const r = await reunion();
      expect(r.participants.map((p) => p.nom)).toEqual(['Ana Titulaire', 'Bo Titulaire']);
      const { corps } = await ca.dd.put<ReunionLue>(`/api/reunions/${r.id}/points`, {
        version: r.version,
        points: [point('A'), point('B'), point('C')],
      });
      const [a, b, c] = corps.points;
      const { corps: range } = await ca.dd.put<ReunionLue>(`/api/reunions/${r.id}/points`, {
        version: corps.version,
        points: [
          { ...point('C'), id: c?.id },
          { ...point('A bis'), id: a?.id },
        ],
      });
      expect(range.points.map((p) => [p.titre, p.id])).toEqual([
        ['C', c?.id],
        ['A bis', a?.id],
      ]);
      const perimee = await ca.dd.put<Probleme>(`/api/reunions/${r.id}/points`, {
        version: corps.version,
        points: [{ ...point('B'), id: b?.id }],
      });
      expect([perimee.statut, perimee.corps.code]).toEqual([409, 'VERSION_PERIMEE']);
      expect((perimee.corps.actuel as ReunionLue).points).toHaveLength(2);
    });

    it('proposes what is late, and no longer what the agenda holds', async () => {
      await f.sql(
        `INSERT INTO etape (id, cooperative_id, departement_code, phase, genre, intitule, fin)
         VALUES (gen_random_uuid(), $1, '93', 'DIAGNOSTIC', 'TACHE', 'Enquête en retard', '2025-01-01')`,
        [ca.id],
      );
      const r = await reunion();
      const { corps } = await ca.dd.get<PropositionPoint[]>(`/api/reunions/${r.id}/propositions`);
      const calendrier = corps.find((p) => p.genre === 'CALENDRIER');
      expect(calendrier?.details).toContain('Enquête en retard');
      await ca.dd.put(`/api/reunions/${r.id}/points`, {
        version: r.version,
        points: [{ ...point(calendrier?.titre ?? ''), genre: 'CALENDRIER', cle: calendrier?.cle }],
      });
      const { corps: reste } = await ca.dd.get<PropositionPoint[]>(`/api/reunions/${r.id}/propositions`);
      expect(reste.map((p) => p.genre)).not.toContain('CALENDRIER');
    });
  });

  describe('the invitation', () => {
    it('leaves with a calendar that grows at each change, and is cancelled with its reason', async () => {
      const r = await reunion({ titre: `Copil ICS ${Math.random()}` });
      await vers(r, 'CONVOQUEE');
      const { version } = (await ca.dd.get<ReunionLue>(`/api/reunions/${r.id}`)).corps;
      await ca.dd.patch(`/api/reunions/${r.id}`, { debut: `${DANS_UN_AN}-03-15T15:00`, duree: 90, version });
      await vers(r, 'CONVOQUEE');
      const sansMotif = await ca.dd.post<Probleme>(`/api/reunions/${r.id}/transitions`, {
        vers: 'ANNULEE',
        version: (await ca.dd.get<ReunionLue>(`/api/reunions/${r.id}`)).corps.version,
      });
      expect([sansMotif.statut, sansMotif.corps.erreurs?.[0]?.champ]).toEqual([422, 'motif']);
      await vers(r, 'ANNULEE', { motif: 'Salle inondée.' });

      const messages = await envois('ana@example.test', r.titre);
      const lus = messages.map((m) => evenement(m.contenu?.toString() ?? ''));
      expect(lus.map((l) => [l.methode, l.e.sequence])).toEqual([
        ['REQUEST', 0],
        ['REQUEST', 1],
        ['CANCEL', 2],
      ]);
      expect(new Set(lus.map((l) => l.e.uid)).size).toBe(1);
      expect(lus[1]?.e.startDate.toJSDate().toISOString()).toBe(`${DANS_UN_AN}-03-15T14:00:00.000Z`);
      expect(messages[2]?.texte).toContain('Salle inondée.');
    });

    it('shows both clocks for a meeting proposed from La Réunion', async () => {
      const r = await reunion({ titre: `Copil outre-mer ${Math.random()}`, fuseau: 'Indian/Reunion' });
      await vers(r, 'CONVOQUEE');
      const [message] = await envois('bo@example.test', r.titre);
      expect(message?.texte).toContain(
        'de 14\u00a0h à 16\u00a0h (heure de La Réunion\u00a0; 11\u00a0h à 13\u00a0h, heure de Paris)',
      );
      expect(
        evenement(message?.contenu?.toString() ?? '')
          .e.startDate.toJSDate()
          .toISOString(),
      ).toBe(`${DANS_UN_AN}-03-15T10:00:00.000Z`);
    });
  });

  it('polls dates: answered from a link without an account, kept when a date is added, closed by the choice', async () => {
    const r = await reunion({ titre: `Copil sondé ${Math.random()}`, debut: null });
    const creneaux = [`${DANS_UN_AN}-04-01T10:00`, `${DANS_UN_AN}-04-02T10:00`].map((debut) => ({ debut }));
    const { corps: ouverte } = await ca.dd.put<ReunionLue>(`/api/reunions/${r.id}/sondage`, {
      version: r.version,
      creneaux,
    });
    const [message] = await envois('ana@example.test', r.titre);
    const lien = /\/sondage\/([\w-]+)/.exec(message?.texte ?? '')?.[1] ?? '';
    const anonyme = api.anonyme();
    const { corps: vu } = await anonyme.get<SondagePublic>(`/api/sondages/${lien}`);
    expect([vu.participant, vu.creneaux.length, vu.ouvert]).toEqual(['Ana Titulaire', 2, true]);
    const choisi = vu.creneaux[1]?.id ?? '';
    const { statut } = await anonyme.post(`/api/sondages/${lien}`, {
      reponses: [{ creneauId: choisi, reponse: 'OUI' }],
    });
    expect(statut).toBe(200);
    await ca.dd.put(`/api/reunions/${r.id}/sondage`, {
      version: ouverte.version,
      creneaux: [...creneaux, { debut: `${DANS_UN_AN}-04-03T10:00` }],
    });
    const { corps: lue } = await ca.dd.get<ReunionLue>(`/api/reunions/${r.id}`);
    expect(lue.sondage?.creneaux.map((c) => c.reponses.map((x) => x.reponse))).toEqual([[], ['OUI'], []]);
    const { corps: datee } = await ca.dd.post<ReunionLue>(`/api/reunions/${r.id}/sondage/choix`, {
      creneauId: choisi,
      version: lue.version,
    });
    expect(datee.debutLocal).toBe(`${DANS_UN_AN}-04-02T10:00`);
    expect((await anonyme.post(`/api/sondages/${lien}`, { reponses: [] })).statut).toBe(409);
    expect((await anonyme.get('/api/sondages/inconnu')).statut).toBe(404);
  });

  describe('the séance', () => {
    it('times its points, counts who is there, and takes decisions by number', async () => {
      const r = await enSeance([
        { titre: 'Un', duree: 5, genre: 'LIBRE' },
        { titre: 'Deux', duree: 5, genre: 'LIBRE' },
      ]);
      const [un, deux] = (await ca.dd.get<SeanceLue>(`/api/reunions/${r.id}/seance`)).corps.reunion.points;
      await ca.dd.post(`/api/reunions/${r.id}/seance/point`, { pointId: un?.id });
      await api.proprietaire.query(
        `UPDATE reunion SET point_depuis = point_depuis - interval '90 seconds' WHERE id = $1`,
        [r.id],
      );
      const { corps: s } = await ca.dd.post<SeanceLue>(`/api/reunions/${r.id}/seance/point`, { pointId: deux?.id });
      expect(s.pointId).toBe(deux?.id);
      const quitte = s.reunion.points.find((p) => p.id === un?.id);
      expect([quitte?.traite, Math.abs((quitte?.ecoule ?? 0) - 90) < 15]).toEqual([true, true]);

      const [ana, bo] = r.participants;
      await ca.dd.patch(`/api/reunions/${r.id}/participants/${ana?.id}`, {
        statut: 'PRESENT',
        suppleant: true,
        version: 1,
      });
      const { corps: avec } = await ca.dd.patch<ReunionLue>(`/api/reunions/${r.id}/participants/${bo?.id}`, {
        statut: 'REPRESENTE',
        pouvoirA: ana?.id,
        version: 1,
      });
      expect(avec.quorum).toEqual({ sieges: 2, presents: 1, pouvoirs: 1, requis: 1, atteint: true });
      expect(avec.participants.find((p) => p.id === ana?.id)?.presentNom).toBe('Sam Suppléant');
      const soi = await ca.dd.patch<Probleme>(`/api/reunions/${r.id}/participants/${ana?.id}`, {
        statut: 'REPRESENTE',
        pouvoirA: ana?.id,
        version: 2,
      });
      expect([soi.statut, soi.corps.erreurs?.[0]?.champ]).toEqual([422, 'pouvoirA']);

      const decision = { pointId: deux?.id, texte: 'Ouvrir une permanence', issue: 'ADOPTEE', mode: 'CONSENSUS' };
      const prises = await Promise.all(
        [1, 2, 3].map(() => ca.dd.post<DecisionLue>(`/api/reunions/${r.id}/decisions`, decision)),
      );
      const numeros = prises.map((p) => Number(p.corps.numero.split('-')[1])).sort((x, y) => x - y);
      expect(numeros.map((n) => n - (numeros[0] ?? 0))).toEqual([0, 1, 2]);
      const [premiere] = prises;
      const modifier = (texte: string) =>
        ca.dd.patch<Probleme>(`/api/reunions/${r.id}/decisions/${premiere?.corps.id}`, {
          ...decision,
          texte,
          version: 1,
        });
      expect((await modifier('Le lundi')).statut).toBe(200);
      const croisee = await modifier('Le mardi');
      expect([croisee.statut, (croisee.corps.actuel as DecisionLue).texte]).toEqual([409, 'Le lundi']);
      expect((await partenaire.post(`/api/reunions/${r.id}/decisions`, decision)).statut).toBe(403);
      expect((await etranger.post(`/api/reunions/${r.id}/decisions`, decision)).statut).toBe(404);
    });

    it('is signed from a phone, once for one scan of the code', async () => {
      const r = await enSeance();
      const { corps } = await ca.dd.get<{ adresse: string }>(`/api/reunions/${r.id}/code-presence`);
      const code = corps.adresse.split('/').at(-1);
      const anonyme = api.anonyme();
      expect((await anonyme.post('/api/presences', { reunionId: r.id, code: 'faux' })).statut).toBe(404);
      const { corps: billet } = await anonyme.post<BilletPresence>('/api/presences', { reunionId: r.id, code });
      const moi = billet.participants.find((p) => p.nom === 'Ana Titulaire');
      const signer = () => anonyme.post<{ nom: string }>(`/api/presences/${billet.billet}`, { participantId: moi?.id });
      expect((await signer()).corps.nom).toBe('Ana Titulaire');
      expect((await signer()).statut).toBe(404);
      const { corps: lue } = await ca.dd.get<ReunionLue>(`/api/reunions/${r.id}`);
      expect(lue.participants.find((p) => p.id === moi?.id)?.statut).toBe('PRESENT');
      expect((await partenaire.get(`/api/reunions/${r.id}/code-presence`)).statut).toBe(403);
    });

    it('merges notes typed at once, whatever their order and however often they are sent', async () => {
      const r = await enSeance([{ titre: 'Un', duree: 5, genre: 'LIBRE' }]);
      const pointId = (await ca.dd.get<SeanceLue>(`/api/reunions/${r.id}/seance`)).corps.reunion.points[0]?.id;
      const adresse = `/api/reunions/${r.id}/points/${pointId}/notes`;
      const taper = (texte: string): string => {
        const document = new Y.Doc();
        document.getText(TEXTE_PARTAGE).insert(0, texte);
        return base64(Y.encodeStateAsUpdate(document));
      };
      const envoyees = [taper('bonjour '), taper('à tous ')];
      await Promise.all(
        [...envoyees, ...envoyees].map((miseAJour, rang) =>
          (rang % 2 ? ca.dd : partenaire).post(adresse, { miseAJour }),
        ),
      );
      const { corps } = await ca.dd.get<NoteLue>(adresse);
      expect([corps.texte.length, corps.texte.includes('bonjour '), corps.texte.includes('à tous ')]).toEqual([
        15,
        true,
        true,
      ]);
      expect((await habitant.post(adresse, { miseAJour: envoyees[0] })).statut).toBe(403);
      expect((await ca.dd.post(adresse, { miseAJour: '////AAAA' })).statut).toBe(422);
    });

    it('tells who follows, and what changes reaches them from another process too', async () => {
      const autre = await Api.start();
      try {
        const r = await enSeance();
        const suiveur = await autre.session(partenaire.utilisateurId);
        const controleur = new AbortController();
        const flux = await suiveur.follow(`/api/reunions/${r.id}/direct`, controleur.signal);
        const lecteur = flux.body?.pipeThrough(new TextDecoderStream()).getReader();
        const lireJusqua = async (motif: RegExp): Promise<string> => {
          for (let texte = ''; ;) {
            if (motif.test(texte)) return texte;
            const { value, done } = (await lecteur?.read()) ?? { done: true };
            if (done) throw new Error(`Fini sans ${motif} : ${texte}`);
            texte += value;
          }
        };
        await lireJusqua(/event: change/);
        await ca.dd.post(`/api/reunions/${r.id}/taches`, { quoi: 'Rappeler la mairie', qui: 'Ana' });
        expect(await lireJusqua(/event: change\ndata: .*\n/)).toContain('"note":null');
        controleur.abort();
        expect((await etranger.get(`/api/reunions/${r.id}/direct`)).statut).toBe(404);
      } finally {
        await autre.stop();
      }
    });
  });

  describe('tasks', () => {
    it('follow their owner, who says where they stand; nobody else does', async () => {
      const r = await enSeance();
      await api.proprietaire.query(
        `UPDATE participant SET utilisateur_id = $2 WHERE reunion_id = $1 AND nom = 'Ana Titulaire'`,
        [r.id, partenaire.utilisateurId],
      );
      const ana = r.participants.find((p) => p.nom === 'Ana Titulaire');
      const { corps: tache } = await ca.dd.post<TacheLue>(`/api/reunions/${r.id}/taches`, {
        quoi: 'Trouver une salle',
        participantId: ana?.id,
        echeance: '2025-12-15',
      });
      const { corps: miennes } = await partenaire.get<TacheLue[]>('/api/taches');
      expect(miennes.find((t) => t.id === tache.id)).toMatchObject({ enRetard: true, modifiable: true });
      const { corps: bord } = await ca.dd.get<TableauDeBord>(`/api/cooperatives/${ca.id}/tableau-de-bord`);
      expect(bord.taches.map((t) => t.quoi)).toContain('Trouver une salle');
      const { corps: accueil } = await partenaire.get<{ aFaire: { genre: string; titre: string }[] }>('/api/accueil');
      expect(accueil.aFaire.filter((l) => l.genre === 'TACHE').map((l) => l.titre)).toContain('Trouver une salle');
      const autre = await api.personne('PARTENAIRE', { structureId: structures[1] });
      expect((await autre.post(`/api/taches/${tache.id}/etat`, { etat: 'FAITE', version: 1 })).statut).toBe(403);
      expect((await etranger.post(`/api/taches/${tache.id}/etat`, { etat: 'FAITE', version: 1 })).statut).toBe(404);
      const { corps: faite } = await partenaire.post<TacheLue>(`/api/taches/${tache.id}/etat`, {
        etat: 'FAITE',
        version: 1,
      });
      expect(faite.etat).toBe('FAITE');
    });
  });

  describe('the minutes', () => {
    it('are drafted from the notes, sent with their file, corrected by a version, and never rewritten', async () => {
      const r = await enSeance([{ titre: 'Un', duree: 5, genre: 'LIBRE' }]);
      const pointId = (await ca.dd.get<SeanceLue>(`/api/reunions/${r.id}/seance`)).corps.reunion.points[0]?.id;
      const document = new Y.Doc();
      document.getText(TEXTE_PARTAGE).insert(0, 'Salle fermée\n- voir la mairie');
      await ca.dd.post(`/api/reunions/${r.id}/points/${pointId}/notes`, {
        miseAJour: base64(Y.encodeStateAsUpdate(document)),
      });
      await vers(r, 'CLOSE');
      const cr = `/api/reunions/${r.id}/compte-rendu`;
      const { corps: projet } = await ca.dd.get<CompteRenduLu>(cr);
      expect(projet.contenu.points[0]?.texte).toContain('<p>Salle fermée</p>');
      expect(projet.minute.presences.map((p) => p.statut)).toEqual(['ABSENT', 'ABSENT']);
      expect((await partenaire.get(cr)).statut).toBe(404);

      const ecrit = {
        introduction: '<p>Bienvenue</p><script>alert(1)</script>',
        points: [{ pointId, texte: '<p>Revu</p>' }],
        version: projet.version,
      };
      const { corps: revu } = await ca.dd.patch<CompteRenduLu>(cr, ecrit);
      expect([revu.contenu.introduction, revu.contenu.points[0]?.texte]).toEqual(['<p>Bienvenue</p>', '<p>Revu</p>']);
      expect((await ca.dd.patch(cr, ecrit)).statut).toBe(409);

      const { corps: valide } = await ca.dd.post<CompteRenduLu>(`${cr}/transitions`, {
        vers: 'VALIDE',
        envoyer: true,
        version: revu.version,
      });
      expect([valide.etat, valide.empreinte?.length]).toEqual(['VALIDE', 64]);
      const [message] = await envois('ana@example.test', `Compte-rendu : ${r.titre}`.replace(' :', '\u00a0:'));
      expect(message?.contenu?.subarray(0, 5).toString()).toBe('%PDF-');
      expect(message?.nom).toMatch(/^compte-rendu-.*-v1\.pdf$/);
      expect((await partenaire.get<CompteRenduLu>(cr)).corps.etat).toBe('VALIDE');
      const fige = api.proprietaire.query(`UPDATE compte_rendu SET contenu = '{}' WHERE id = $1`, [valide.id]);
      await expect(fige).rejects.toThrow('ne se réécrit pas');
      const rouvrir = await ca.dd.post(`/api/reunions/${r.id}/transitions`, {
        vers: 'EN_SEANCE',
        version: (await ca.dd.get<ReunionLue>(`/api/reunions/${r.id}`)).corps.version,
      });
      expect(rouvrir.statut).toBe(409);

      const { corps: correction } = await ca.dd.post<CompteRenduLu>(`${cr}/corrections`, { motif: 'Nom mal écrit' });
      expect([correction.numero, correction.etat]).toEqual([2, 'PROJET']);
      expect((await partenaire.get<CompteRenduLu>(cr)).corps.numero).toBe(1);
      const { corps: deux } = await ca.dd.post<CompteRenduLu>(`${cr}/transitions`, {
        vers: 'VALIDE',
        version: correction.version,
      });
      expect(deux.versions.map((v) => v.etat)).toEqual(['VALIDE', 'REMPLACE']);
      const pdf = await partenaire.get<string>(`${cr}/2/document.pdf`);
      expect([pdf.statut, pdf.entetes.get('content-type'), pdf.corps.slice(0, 5)]).toEqual([
        200,
        'application/pdf',
        '%PDF-',
      ]);
      expect((await etranger.get(`${cr}/2/document.pdf`)).statut).toBe(404);
    });

    it('once approved, carry out what was decided, cite the decision, and say what could not be done', async () => {
      const etape = '5f0f5b7a-0000-4000-8000-0000000000e1';
      await f.sql(
        `INSERT INTO etape (id, cooperative_id, departement_code, phase, genre, intitule, debut, fin)
         VALUES ($2, $1, '93', 'MISE_EN_OEUVRE', 'TACHE', 'Ateliers', '2026-01-01', '2099-06-30')`,
        [ca.id, etape],
      );
      const r = await enSeance();
      const changer = (fin: string) =>
        ca.dd.post<DecisionLue>(`/api/reunions/${r.id}/decisions`, {
          texte: `Finir le ${fin}`,
          issue: 'ADOPTEE',
          mode: 'VOTE',
          pour: 7,
          contre: 1,
          abstention: 2,
          changement: { genre: 'DATE_ETAPE', objetId: etape, fin },
        });
      const { corps: bonne } = await changer('2099-12-31');
      expect(bonne.changementDit).toContain('fin le 31/12/2099 (avant\u00a0: 30/06/2099)');
      const objectif = await f.objectif(ca.id);
      const action = await f.action(ca, structures[0] ?? '', { objectifId: objectif });
      const { corps: vaine } = await ca.dd.post<DecisionLue>(`/api/reunions/${r.id}/decisions`, {
        texte: 'Terminer l’action',
        issue: 'ADOPTEE',
        mode: 'CONSENSUS',
        changement: { genre: 'ETAT_ACTION', objetId: action.id, vers: 'TERMINEE' },
      });
      const annee = new Date().getFullYear();
      const { corps: engagement } = await ca.dd.post<EngagementLu>('/api/engagements', {
        ...{ cooperativeId: ca.id, structureId: structures[0], annee, nature: 'ARS_FIR', montant: 1_000_000 },
      });
      const { corps: montant } = await ca.dd.post<DecisionLue>(`/api/reunions/${r.id}/decisions`, {
        texte: 'Porter la subvention à 12 500,50 €',
        issue: 'ADOPTEE',
        mode: 'CONSENSUS',
        changement: { genre: 'MONTANT', objetId: engagement.id, montant: '12 500,50' },
      });
      expect(montant.changementDit).toMatch(/12\s500,50\s€ \(avant\s: 10\s000,00\s€\)/);
      await api.proprietaire.query(`UPDATE fiche_action SET etat = 'ABANDONNEE' WHERE id = $1`, [action.id]);
      await vers(r, 'CLOSE');
      const cr = `/api/reunions/${r.id}/compte-rendu`;
      const { corps: projet } = await ca.dd.get<CompteRenduLu>(cr);
      const { corps: valide } = await ca.dd.post<CompteRenduLu>(`${cr}/transitions`, {
        vers: 'VALIDE',
        version: projet.version,
      });
      const finDe = async () =>
        (await f.sql<{ fin: string }>('SELECT fin::text FROM etape WHERE id = $1', [etape]))[0]?.fin;
      expect(await finDe()).toBe('2099-06-30');
      const trop = await ca.dd.post<Probleme>(`${cr}/transitions`, {
        vers: 'APPROUVE',
        reunionId: r.id,
        version: valide.version,
      });
      expect([trop.statut, trop.corps.erreurs?.[0]?.champ]).toEqual([422, 'reunionId']);

      const suivante = await reunion({ debut: `${DANS_UN_AN}-09-15T14:00` });
      await vers(suivante, 'CONVOQUEE');
      const { corps: approuve } = await ca.dd.post<CompteRenduLu>(`${cr}/transitions`, {
        vers: 'APPROUVE',
        reunionId: suivante.id,
        version: valide.version,
      });
      expect([approuve.etat, approuve.approuveEn]).toEqual(['APPROUVE', suivante.titre]);
      expect(await finDe()).toBe('2099-12-31');
      const { corps: registre } = await ca.dd.get<DecisionLue[]>(`/api/cooperatives/${ca.id}/decisions`);
      const lue = (id: string) => registre.find((d) => d.id === id);
      expect([lue(bonne.id)?.suite, lue(bonne.id)?.appliqueLe !== null]).toEqual(['FAIT', true]);
      expect([lue(vaine.id)?.appliqueLe, lue(vaine.id)?.echecApplication]).toEqual([
        null,
        expect.stringContaining('ne peut pas devenir terminée'),
      ]);
      const { corps: revu } = await ca.dd.get<EngagementLu>(`/api/engagements/${engagement.id}`);
      expect([revu.montant, lue(montant.id)?.suite]).toEqual([1_250_050, 'FAIT']);
      const [trace] = await f.sql<{ motif: string }>(
        `SELECT motif FROM historique WHERE objet = 'etape' AND objet_id = $1 AND operation = 'MODIFICATION'`,
        [etape],
      );
      expect(trace?.motif).toBe(`Décision ${bonne.numero}, ${r.titre}`);
    });
  });

  it('gives a calendar to who has its secret address, and nothing once it is taken back', async () => {
    const r = await reunion({ titre: `Copil agenda ${Math.random()}` });
    await vers(r, 'CONVOQUEE');
    const { corps } = await ca.dd.post<{ adresse: string }>('/api/agenda');
    const chemin = new URL(corps.adresse).pathname;
    const { corps: ics, statut } = await api.anonyme().get<string>(chemin);
    expect(statut).toBe(200);
    const calendrier = new ICAL.Component(ICAL.parse(ics));
    const titres = calendrier.getAllSubcomponents('vevent').map((e) => new ICAL.Event(e).summary);
    expect(titres).toContain(r.titre);
    await ca.dd.delete('/api/agenda');
    expect((await api.anonyme().get(chemin)).statut).toBe(404);
  });
});
