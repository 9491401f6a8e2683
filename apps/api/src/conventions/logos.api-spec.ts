import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActeLu, TexteConsolide } from '@coopilote/domain/conventions';
import { acteDe, FabriqueConventions } from '../../test/fabrique-conventions';
import { Api, type Appelant } from '../../test/harness';
import { png } from '../../test/images';

const empreinte = (contenu: Buffer): string => createHash('sha256').update(contenu).digest('hex');

describe('logos of the parties', () => {
  let api: Api;
  let s: FabriqueConventions;

  beforeAll(async () => {
    api = await Api.start();
    s = await FabriqueConventions.make(api);
  });
  afterAll(() => api.stop());

  const poser = async (qui: Appelant, contenu: Buffer): Promise<void> => {
    const formulaire = new FormData();
    formulaire.set('fichier', new Blob([new Uint8Array(contenu)]), 'logo.png');
    expect((await qui.put(`/api/structures/${s.structures[0]}/logo`, formulaire)).statut).toBe(200);
  };
  const octets = async (qui: Appelant, chemin: string): Promise<Buffer> => {
    const reponse = await fetch(`${api.racine}${chemin}`, { headers: qui.entetes });
    expect([chemin, reponse.status]).toEqual([chemin, 200]);
    return Buffer.from(await reponse.arrayBuffer());
  };
  /** Widths of the images of a PDF, told by another program. */
  const images = (pdf: Buffer): number[] => {
    const fichier = join(mkdtempSync(join(tmpdir(), 'coopilote-')), 'a.pdf');
    writeFileSync(fichier, pdf);
    return execFileSync('pdfimages', ['-list', fichier], { encoding: 'utf8' })
      .split('\n')
      .slice(2)
      .filter((ligne) => ligne.includes(' image '))
      .map((ligne) => Number(ligne.trim().split(/\s+/)[3]));
  };

  it('are on the text as their structures have them, then as they were when it was frozen', async () => {
    const [ancien, nouveau] = [png(111, 60, 40), png(222, 60, 50)];
    await poser(s.president, ancien);
    const acte = acteDe(await s.creer());
    const lire = async (): Promise<ActeLu['logos']> => (await s.lire(acte)).logos;
    const [logo] = await lire();
    expect(logo).toMatchObject({ nom: 'CSAPA de Bondy', empreinte: empreinte(ancien) });
    await poser(s.president, nouveau);
    expect(await lire()).toMatchObject([{ empreinte: empreinte(nouveau) }]);
    expect(images(await octets(s.ca.dd, `/api/actes/${acte}/document.pdf`))).toEqual([222]);
    await poser(s.president, ancien);

    // Frozen, taken up again, frozen anew: with the last one.
    for (const vers of ['RELECTURE', 'PRET']) await s.passer(acte, vers);
    await s.passer(acte, 'RELECTURE', 'Une faute');
    await s.passer(acte, 'PRET');
    await s.passer(acte, 'EN_SIGNATURE');
    await poser(s.president, nouveau);
    await s.signerTous(acte);
    expect((await s.ca.dd.delete(`/api/structures/${s.structures[0]}/logo`)).statut).toBe(204);

    expect(await lire()).toEqual([logo]);
    for (const fichier of ['document.pdf', 'copie.pdf']) {
      expect(images(await octets(s.president, `/api/actes/${acte}/${fichier}`))).toEqual([111]);
    }
    const docx = await octets(s.president, `/api/actes/${acte}/document.docx`);
    const chemin = join(mkdtempSync(join(tmpdir(), 'coopilote-')), 'a.docx');
    writeFileSync(chemin, docx);
    expect(execFileSync('unzip', ['-l', chemin], { encoding: 'utf8' })).toMatch(/word\/media\/\S+\.png/);
    expect((await octets(s.president, `/api/actes/${acte}/logos/${logo?.partieId}`)).equals(ancien)).toBe(true);
    const { conventionId } = await s.lire(acte);
    const { corps } = await s.president.get<TexteConsolide>(`/api/conventions/${conventionId}/texte`);
    expect(corps.logos).toEqual([logo]);
    // A text that is made today no longer bears it, and nothing of it differs for that.
    const { corps: avenant } = await s.ca.dd.post<ActeLu>(`/api/conventions/${conventionId}/avenants`, {
      genre: 'AVENANT',
      objet: 'Suite',
    });
    expect([avenant.logos, avenant.differences]).toEqual([[], []]);
  });

  it('are shown to who reads the text, and kept by nobody but who writes it', async () => {
    await poser(s.president, png(130, 60, 60));
    const autre = await FabriqueConventions.make(api);
    const acte = acteDe(await autre.creer());
    const partie = (await autre.lire(acte)).parties[1]?.id ?? '';
    expect((await s.president.get(`/api/actes/${acte}/logos/${partie}`)).statut).toBe(404);
    expect((await autre.ca.dd.get(`/api/actes/${acte}/logos/${partie}`)).statut).toBe(404);
    await autre.passer(acte, 'RELECTURE');
    const inserer = (qui: Appelant) =>
      api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, (ctx) =>
        ctx.query(
          `INSERT INTO acte_logo (acte_id, partie_id, convention_id, cooperative_id, departement_code, empreinte)
           SELECT a.id, $2, a.convention_id, a.cooperative_id, a.departement_code, (SELECT logo FROM structure WHERE id = $3)
           FROM acte a WHERE a.id = $1`,
          [acte, partie, s.structures[0]],
        ),
      );
    await expect(inserer(autre.president)).rejects.toThrow(/row-level security/);
  });
});
