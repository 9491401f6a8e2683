import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { QueryFailedError } from 'typeorm';
import type { Probleme } from '@coopilote/domain/commun';
import { TAILLE_MAX_PIECE, type PieceLue, type PiecesLues } from '@coopilote/domain/pieces';
import { Fabrique, type CaFaite } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';
import { CONFIG, type Config } from '../platform/config';
import { ContenuService } from './contenu.service';

const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n', 'latin1');

describe('attached documents', () => {
  let api: Api;
  let ca: CaFaite;
  let partenaire: Appelant;
  let lecteur: Appelant;

  beforeAll(async () => {
    api = await Api.start();
    const fabrique = new Fabrique(api);
    const structure = await fabrique.structure();
    ca = await fabrique.cooperative({ structures: [structure] });
    partenaire = await api.personne('PARTENAIRE', { structureId: structure });
    lecteur = await api.personne('MEMBRE_COPIL', { cooperativeId: ca.id });
  });
  afterAll(() => api.stop());

  const adresse = (id = ca.id): string => `/api/pieces?objet=COOPERATIVE&objetId=${id}`;
  const deposer = (qui: Appelant, contenu: Buffer | string, nom: string, id?: string) => {
    const formulaire = new FormData();
    formulaire.set('fichier', new Blob([typeof contenu === 'string' ? contenu : new Uint8Array(contenu)]), nom);
    return qui.post<PieceLue & Probleme>(adresse(id), formulaire);
  };
  const lister = async (qui: Appelant): Promise<PiecesLues> => (await qui.get<PiecesLues>(adresse())).corps;
  const unique = (): Buffer => Buffer.concat([PDF, randomBytes(32)]);
  const contenus = () => api.app.get(ContenuService);
  const dossier = (): string => join(api.app.get<Config>(CONFIG).dossierDonnees, 'pieces');
  /** Names of the contents on the disk; what is being received lies apart. */
  const gardes = async (): Promise<string[]> =>
    (await readdir(dossier(), { recursive: true })).map((n) => n.split('/').at(-1) ?? '').filter((n) => n.length >= 64);
  const enReception = () => readdir(join(dossier(), 'en-reception')).catch(() => []);
  const empreinte = (contenu: Buffer): string => createHash('sha256').update(contenu).digest('hex');

  it('are listed, and given back as they were, as a file to save and nothing else', async () => {
    const contenu = unique();
    const depose = await deposer(partenaire, contenu, '../Évaluation « T1 ».pdf');
    expect(depose.statut).toBe(201);
    expect(depose.corps).toMatchObject({
      nom: 'Évaluation « T1 ».pdf',
      type: 'pdf',
      taille: contenu.length,
      retirable: true,
      demonstration: false,
    });
    const { pieces, depot } = await lister(lecteur);
    expect(depot).toBe(false);
    expect(pieces[0]).toEqual({ ...depose.corps, retirable: false });

    const reponse = await fetch(`${api.racine}/api/pieces/${depose.corps.id}/contenu`, { headers: lecteur.entetes });
    expect(Buffer.from(await reponse.arrayBuffer()).equals(contenu)).toBe(true);
    const entete = (nom: string) => reponse.headers.get(nom);
    expect(entete('content-type')).toBe('application/pdf');
    expect(entete('content-length')).toBe(String(contenu.length));
    expect(entete('content-disposition')).toMatch(
      /^attachment; filename="Evaluation _ T1 _\.pdf"; filename\*=UTF-8''%C3%89valuation/,
    );
    expect(entete('x-content-type-options')).toBe('nosniff');
    expect(entete('content-security-policy')).toContain("default-src 'none'");
    expect(entete('cache-control')).toBe('no-store');
    expect(await enReception()).toEqual([]);
  });

  it('write in the history who added and who took away', async () => {
    const { corps } = await deposer(ca.dd, unique(), 'a.pdf');
    await ca.dd.delete(`/api/pieces/${corps.id}`);
    const { rows } = await api.proprietaire.query(
      `SELECT operation, utilisateur_id AS qui FROM historique WHERE objet = 'piece' AND objet_id = $1 ORDER BY id`,
      [corps.id],
    );
    expect(rows).toEqual([
      { operation: 'CREATION', qui: ca.dd.utilisateurId },
      { operation: 'SUPPRESSION', qui: ca.dd.utilisateurId },
    ]);
  });

  it('are kept once for the same content, until the last of them is taken away', async () => {
    const contenu = unique();
    const un = (await deposer(ca.dd, contenu, 'un.pdf')).corps;
    const deux = (await deposer(partenaire, contenu, 'deux.pdf')).corps;
    const encore = await deposer(ca.dd, contenu, 'un.pdf');
    expect(encore.corps.id).toBe(un.id);
    const combien = async () => (await gardes()).filter((nom) => nom === empreinte(contenu)).length;
    expect(await combien()).toBe(1);
    expect((await ca.dd.delete(`/api/pieces/${un.id}`)).statut).toBe(204);
    await contenus().finir();
    expect(await combien()).toBe(1);
    expect((await lecteur.get(`/api/pieces/${deux.id}/contenu`)).statut).toBe(200);
    expect((await partenaire.delete(`/api/pieces/${deux.id}`)).statut).toBe(204);
    await contenus().finir();
    expect(await combien()).toBe(0);
    expect((await lecteur.get(`/api/pieces/${deux.id}/contenu`)).statut).toBe(404);
  });

  it('never lose a content that is deposited while it is taken away', async () => {
    const contenu = unique();
    const tours = Array.from({ length: 12 }, async (_, i) => {
      const { corps, statut } = await deposer(ca.dd, contenu, `tour-${i}.pdf`);
      expect(statut).toBe(201);
      if (i % 3) await ca.dd.delete(`/api/pieces/${corps.id}`);
    });
    await Promise.all(tours);
    await contenus().finir();
    const restes = (await lister(ca.dd)).pieces.filter(({ nom }) => nom.startsWith('tour-'));
    expect(restes).toHaveLength(4);
    for (const { id } of restes) expect((await ca.dd.get(`/api/pieces/${id}/contenu`)).statut).toBe(200);
  });

  it('sweep away at the start what a failure left behind, and nothing recent', async () => {
    const [vieux, recent] = [unique(), unique()];
    for (const contenu of [vieux, recent]) {
      const { corps } = await deposer(ca.dd, contenu, 'a.pdf');
      // As if the piece had never been written.
      await api.proprietaire.query('DELETE FROM piece WHERE id = $1', [corps.id]);
    }
    await api.proprietaire.query(
      `UPDATE piece_contenu SET depose_le = now() - interval '2 days' WHERE empreinte = $1`,
      [empreinte(vieux)],
    );
    contenus().onApplicationBootstrap();
    await contenus().finir();
    const restes = await gardes();
    expect(restes).not.toContain(empreinte(vieux));
    expect(restes).toContain(empreinte(recent));
  });

  describe('refuse', () => {
    it.each([
      ['a program named .pdf', Buffer.from('MZ\u0090\0\u0003\0'), 'facture.pdf', 'annonce (PDF)'],
      ['a page named .pdf', '<!doctype html><script>alert(1)</script>', 'page.pdf', 'annonce (PDF)'],
      [
        'an archive named .docx',
        Buffer.from('504b03040a00000000000000000000000000000000000000000001000000612f', 'hex'),
        'a.docx',
        'annonce (Word)',
      ],
      ['a PDF named .txt', PDF, 'a.txt', 'annonce (Texte)'],
      ['octets named .csv', Buffer.from([65, 0, 66]), 'a.csv', 'annonce (Tableau CSV)'],
      ['a page', '<p>x</p>', 'page.html', 'pas accepté'],
      ['a drawing that can hold a script', '<svg/>', 'a.svg', 'pas accepté'],
      ['nothing', '', 'a.txt', 'vide'],
      ['no name', 'x', 'dossier/', 'nom du fichier est vide'],
    ])('%s', async (_nom, contenu, nom, phrase) => {
      const { statut, corps } = await deposer(ca.dd, contenu, nom);
      expect([statut, corps.code]).toEqual([422, 'SAISIE_INVALIDE']);
      expect(corps.erreurs?.[0]).toMatchObject({ champ: 'fichier', message: expect.stringContaining(phrase) });
      expect(await enReception()).toEqual([]);
    });

    it('a form without a file, and what is not a form', async () => {
      const vide = new FormData();
      vide.set('nom', 'valeur');
      expect((await ca.dd.post<Probleme>(adresse(), vide)).corps.detail).toBe('Choisissez un fichier.');
      expect((await ca.dd.post<Probleme>(adresse(), {})).corps.code).toBe('FORMAT_INATTENDU');
      const casse = await ca.dd.appeler<Probleme>('POST', adresse(), 'pas un formulaire', {
        'content-type': 'multipart/form-data; boundary=x',
      });
      expect([casse.statut, casse.corps.code]).toEqual([400, 'ENVOI_ILLISIBLE']);
    });

    it('a compressed bomb, which is not blown up to be known', async () => {
      const nom = Buffer.from('[Content_Types].xml');
      const gonfle = 200 * 1024 * 1024;
      const donnees = deflateRawSync(Buffer.alloc(gonfle));
      const entete = Buffer.alloc(30);
      entete.writeUInt32LE(0x04034b50, 0);
      entete.writeUInt16LE(20, 4);
      entete.writeUInt16LE(8, 8);
      entete.writeUInt32LE(donnees.length, 18);
      entete.writeUInt32LE(gonfle, 22);
      entete.writeUInt16LE(nom.length, 26);
      const avant = process.memoryUsage().rss;
      expect((await deposer(ca.dd, Buffer.concat([entete, nom, donnees]), 'a.docx')).statut).toBe(422);
      expect(process.memoryUsage().rss - avant).toBeLessThan(100 * 1024 * 1024);
    });

    it('what is attached to nothing that one sees', async () => {
      expect((await ca.dd.get('/api/pieces?objet=COOPERATIVE&objetId=x')).statut).toBe(422);
      expect((await ca.dd.get(`/api/pieces?objet=AUTRE&objetId=${ca.id}`)).statut).toBe(422);
      expect((await ca.dd.get(`/api/pieces?objet=REUNION&objetId=${ca.id}`)).statut).toBe(404);
    });

    it('who may not', async () => {
      const ailleurs = await api.personne('COORDINATEUR_DD', { departementCode: '92' });
      const { corps: sienne } = await deposer(partenaire, unique(), 'sienne.pdf');
      const { corps: autre } = await deposer(ca.dd, unique(), 'autre.pdf');
      for (const [qui, statut] of [
        [ailleurs, 404],
        [lecteur, 403],
        [api.anonyme(), 401],
      ] as const) {
        expect((await deposer(qui, unique(), 'a.pdf')).statut).toBe(statut);
        expect((await qui.delete(`/api/pieces/${sienne.id}`)).statut).toBe(statut);
      }
      expect((await ailleurs.get(`/api/pieces/${sienne.id}/contenu`)).statut).toBe(404);
      expect((await ailleurs.get(adresse())).statut).toBe(404);
      expect((await partenaire.delete(`/api/pieces/${autre.id}`)).statut).toBe(403);
      expect((await ca.dd.delete(`/api/pieces/${sienne.id}`)).statut).toBe(204);
    });

    it('in the database too, when the service does not ask', async () => {
      const { corps } = await deposer(ca.dd, unique(), 'a.pdf');
      const sous = (qui: Appelant, sql: string) =>
        api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, (ctx) => ctx.query<{ id: string }>(sql));
      const retirer = `WITH x AS (DELETE FROM piece WHERE id = '${corps.id}' RETURNING id) SELECT id FROM x`;
      expect(await sous(partenaire, retirer)).toEqual([]);
      expect(await sous(lecteur, retirer)).toEqual([]);
      const copier = (par: string) =>
        `INSERT INTO piece SELECT gen_random_uuid(), cooperative_id, departement_code, objet, objet_id, 'copie-${Math.random()}.pdf', type,
           taille, empreinte, '${par}'::uuid, now(), false FROM piece WHERE id = '${corps.id}'`;
      await sous(partenaire, copier(partenaire.utilisateurId));
      await expect(sous(partenaire, copier(ca.dd.utilisateurId))).rejects.toThrow(QueryFailedError);
      await expect(sous(lecteur, copier(lecteur.utilisateurId))).rejects.toThrow(QueryFailedError);
      await expect(sous(ca.dd, `UPDATE piece SET nom = 'b.pdf' WHERE id = '${corps.id}'`)).rejects.toThrow(
        QueryFailedError,
      );
      expect(await sous(ca.dd, `SELECT empreinte AS id FROM piece_contenu`)).toEqual([]);
    });
  });

  describe('of 200 MB', () => {
    /** Sends a form as a stream; answers the status and what was sent when it came. */
    function envoyer(
      entetes: Record<string, string>,
      octets: number,
    ): Promise<{ statut: number; corps: string; envoyes: number }> {
      return new Promise((resolve, reject) => {
        const limite = 'limite-du-formulaire';
        const demande = request(`${api.racine}${adresse()}`, {
          method: 'POST',
          headers: { ...ca.dd.entetes, 'content-type': `multipart/form-data; boundary=${limite}`, ...entetes },
        });
        let envoyes = 0;
        let repondu = false;
        demande.on('response', (reponse) => {
          repondu = true;
          let corps = '';
          reponse.setEncoding('utf8').on('data', (texte: string) => (corps += texte));
          reponse.on('close', () => resolve({ statut: reponse.statusCode ?? 0, corps, envoyes }));
        });
        demande.on('error', (erreur) => (repondu ? undefined : reject(erreur)));
        demande.write(
          `--${limite}\r\ncontent-disposition: form-data; name="fichier"; filename="a.pdf"\r\n\r\n%PDF-1.7\n`,
        );
        const morceau = Buffer.alloc(256 * 1024, 65);
        const suite = (): void => {
          while (!repondu && envoyes < octets) {
            envoyes += morceau.length;
            if (!demande.write(morceau)) {
              demande.once('drain', suite);
              return;
            }
          }
          if (!repondu) demande.end(`\r\n--${limite}--\r\n`);
        };
        if (octets > 0) suite();
      });
    }

    it('are refused before they are sent when their size is told', async () => {
      const { statut, corps } = await envoyer({ 'content-length': String(200 * 1024 * 1024) }, 0);
      expect([statut, (JSON.parse(corps) as Probleme).code]).toEqual([413, 'TROP_VOLUMINEUX']);
    });

    it('are cut at the limit when it is not, and leave nothing on the disk nor in memory', async () => {
      const avant = process.memoryUsage().rss;
      const { statut, envoyes } = await envoyer({ 'transfer-encoding': 'chunked' }, 200 * 1024 * 1024);
      expect(statut).toBe(413);
      expect(envoyes).toBeLessThan(TAILLE_MAX_PIECE * 3);
      expect(await enReception()).toEqual([]);
      expect(process.memoryUsage().rss - avant).toBeLessThan(100 * 1024 * 1024);
    });
  });
});
