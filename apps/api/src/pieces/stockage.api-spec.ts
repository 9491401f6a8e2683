import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from '@20minutes/s3rver';
import type { PieceLue } from '@coopilote/domain/pieces';
import { Fabrique } from '../../test/fabrique';
import { Api } from '../../test/harness';
import type { ConfigS3 } from '../platform/config';
import { ContenuService } from './contenu.service';
import { ContenuAbsent, type Stockage } from './stockage';
import { StockageDisque } from './stockage-disque';
import { StockageS3 } from './stockage-s3';

describe('storage of contents', () => {
  let dossier: string;
  let serveur: S3rver;
  let s3: ConfigS3;

  beforeAll(async () => {
    dossier = await mkdtemp(join(tmpdir(), 'coopilote-stockage-'));
    serveur = new S3rver({
      port: 0,
      silent: true,
      directory: join(dossier, 's3'),
      configureBuckets: [{ name: 'pieces' }],
    });
    const { port } = await serveur.run();
    s3 = { url: `http://127.0.0.1:${port}/pieces`, region: 'us-east-1', cle: 'S3RVER', secret: 'S3RVER' };
  });
  afterAll(async () => {
    await serveur.close();
    await rm(dossier, { recursive: true, force: true });
  });

  const sortes: [string, () => Stockage][] = [
    ['a folder', () => new StockageDisque(join(dossier, 'disque'))],
    ['a bucket', () => new StockageS3(s3)],
  ];

  it.each(sortes)('%s keeps a content once, gives it back, and forgets it', async (_nom, faire) => {
    const stockage = faire();
    const contenu = Buffer.from(`contenu ${_nom} é\0`);
    const empreinte = createHash('sha256').update(contenu).digest('hex');
    const fichier = join(dossier, 'depot');
    await writeFile(fichier, contenu);
    await expect(stockage.lire(empreinte)).rejects.toThrow(ContenuAbsent);
    await Promise.all([stockage.garder(empreinte, fichier), stockage.garder(empreinte, fichier)]);
    await stockage.garder(empreinte, fichier);
    expect((await buffer(await stockage.lire(empreinte))).equals(contenu)).toBe(true);
    await stockage.retirer(empreinte);
    await stockage.retirer(empreinte);
    await expect(stockage.lire(empreinte)).rejects.toThrow(ContenuAbsent);
  });

  it('a bucket refuses wrong keys, and the refusal is told', async () => {
    const stockage = new StockageS3({ ...s3, secret: 'autre' });
    const fichier = join(dossier, 'depot');
    await writeFile(fichier, 'x');
    await expect(stockage.garder('0'.repeat(64), fichier)).rejects.toThrow(/Stockage S3 : PUT 403/);
  });

  it('a bucket serves the whole application', async () => {
    const api = await Api.start({ s3 });
    try {
      const fabrique = new Fabrique(api);
      const { id, dd } = await fabrique.cooperative();
      const formulaire = new FormData();
      formulaire.set('fichier', new Blob(['bonjour']), 'a.txt');
      const { corps } = await dd.post<PieceLue>(`/api/pieces?objet=COOPERATIVE&objetId=${id}`, formulaire);
      expect((await dd.get(`/api/pieces/${corps.id}/contenu`)).corps).toBe('bonjour');
      expect((await dd.delete(`/api/pieces/${corps.id}`)).statut).toBe(204);
      await api.app.get(ContenuService).finir();
      const empreinte = createHash('sha256').update('bonjour').digest('hex');
      await expect(new StockageS3(s3).lire(empreinte)).rejects.toThrow(ContenuAbsent);
    } finally {
      await api.stop();
    }
  });
});
