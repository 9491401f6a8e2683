import { QueryFailedError } from 'typeorm';
import type { Probleme } from '@coopilote/domain/commun';
import { COTE_MAX_LOGO, TAILLE_MAX_LOGO, type StructureLue } from '@coopilote/domain/structures';
import { Fabrique } from '../../test/fabrique';
import { Api, type Appelant } from '../../test/harness';
import { png } from '../../test/images';

describe('the logo of a structure', () => {
  let api: Api;
  let f: Fabrique;
  let structure: string;
  let dd: Appelant;
  let correspondant: Appelant;
  let confrere: Appelant;

  beforeAll(async () => {
    api = await Api.start();
    f = new Fabrique(api);
    const autre = await f.structure();
    structure = await f.structure();
    ({ dd } = await f.cooperative({ structures: [structure, autre] }));
    correspondant = await api.personne('PARTENAIRE', { structureId: structure });
    confrere = await api.personne('PARTENAIRE', { structureId: autre });
  });
  afterAll(() => api.stop());

  const adresse = (): string => `/api/structures/${structure}/logo`;
  const deposer = (qui: Appelant, contenu: Buffer | string, nom = 'logo.png') => {
    const formulaire = new FormData();
    formulaire.set('fichier', new Blob([typeof contenu === 'string' ? contenu : new Uint8Array(contenu)]), nom);
    return qui.put<{ logo: string } & Probleme>(adresse(), formulaire);
  };
  const lu = async (qui = dd): Promise<string | null> =>
    (await qui.get<StructureLue>(`/api/structures/${structure}`)).corps.logo;
  const images = async (): Promise<number> => (await f.sql('SELECT 1 FROM logo', [])).length;

  it('is put, replaced and taken away by the structure and by the DD; what nobody bears is forgotten', async () => {
    const [avant, premier, second] = [await images(), png(120, 60, 10), png(120, 60, 20)];
    expect(await lu()).toBeNull();
    expect((await dd.get(adresse())).statut).toBe(404);
    const { statut, corps } = await deposer(correspondant, premier);
    expect([statut, await lu()]).toEqual([200, corps.logo]);

    const reponse = await fetch(`${api.racine}${adresse()}`, { headers: confrere.entetes });
    expect(Buffer.from(await reponse.arrayBuffer()).equals(premier)).toBe(true);
    expect(reponse.headers.get('content-type')).toBe('image/png');
    expect(reponse.headers.get('x-content-type-options')).toBe('nosniff');
    expect(reponse.headers.get('content-security-policy')).toContain("default-src 'none'");

    expect((await deposer(dd, second)).corps.logo).not.toBe(corps.logo);
    expect(await images()).toBe(avant + 1);
    expect((await correspondant.delete(adresse())).statut).toBe(204);
    expect([await lu(), await images()]).toEqual([null, avant]);
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'logo.svg', 'PNG ou JPEG'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'logo.html', 'PNG ou JPEG'],
    ['a page under the name of an image', '<!doctype html><script>alert(1)</script>', 'logo.png', 'contenu'],
    ['an image under another’s name', png(100, 100), 'logo.jpg', 'contenu'],
    ['a broken image', png(100, 100).subarray(0, 80), 'logo.png', 'ne se lit pas'],
    ['an image too small', png(100, 20), 'logo.png', '100\u00a0×\u00a020'],
    ['an image too large', png(COTE_MAX_LOGO + 1, 60), 'logo.png', `${COTE_MAX_LOGO}\u00a0pixels`],
    ['a heavy file', Buffer.alloc(TAILLE_MAX_LOGO + 200_000), 'logo.png', '1\u00a0Mo'],
    ['an empty file', '', 'logo.png', 'vide'],
  ])('refuses %s, and says how to mend it', async (_, contenu, nom, dit) => {
    const avant = await lu();
    const { statut, corps } = await deposer(correspondant, contenu, nom);
    expect([413, 422]).toContain(statut);
    expect(corps.detail).toContain(dit);
    expect(await lu()).toBe(avant);
  });

  it('is nobody else’s to change: the service, then the policies alone', async () => {
    await deposer(correspondant, png(90, 90, 30));
    const avant = await lu();
    const [lecteur, ailleurs] = [
      await api.personne('EVALUATEUR_REGIONAL'),
      (await f.cooperative({ departementCode: '92' })).dd,
    ];
    for (const [qui, attendu] of [
      [confrere, 403],
      [lecteur, 403],
      [ailleurs, 404],
      [api.anonyme(), 401],
    ] as const) {
      expect((await deposer(qui, png(90, 90))).statut).toBe(attendu);
      expect((await qui.delete(adresse())).statut).toBe(attendu);
    }
    expect((await ailleurs.get(adresse())).statut).toBe(404);
    expect(await lu()).toBe(avant);

    const sous = <T>(qui: Appelant, sql: string, params: unknown[]): Promise<T[]> =>
      api.base.run({ genre: 'personne', utilisateurId: qui.utilisateurId }, (ctx) => ctx.query<T>(sql, params));
    for (const qui of [confrere, lecteur, ailleurs]) {
      expect(
        await sous(qui, 'WITH x AS (UPDATE structure SET logo = NULL WHERE id = $1 RETURNING 1) SELECT * FROM x', [
          structure,
        ]),
      ).toEqual([]);
    }
    expect(await sous(confrere, 'SELECT 1 FROM logo WHERE empreinte = $1', [avant])).toHaveLength(1);
    expect(await sous(ailleurs, 'SELECT 1 FROM logo WHERE empreinte = $1', [avant])).toEqual([]);
    for (const sql of ['UPDATE logo SET type = type WHERE empreinte = $1', 'DELETE FROM logo WHERE empreinte = $1']) {
      await expect(sous(dd, sql, [avant])).rejects.toThrow(QueryFailedError);
    }
    await expect(
      sous(lecteur, `INSERT INTO logo VALUES (repeat('a', 64), 'png', $1)`, [Buffer.from('x')]),
    ).rejects.toThrow(QueryFailedError);
  });
});
