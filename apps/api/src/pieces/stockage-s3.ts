import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import type { ConfigS3 } from '../platform/config';
import { ContenuAbsent, type Stockage } from './stockage';

/** Contents as objects of a bucket, named by their hash. */
export class StockageS3 implements Stockage {
  private readonly client: AwsClient;

  constructor(private readonly config: ConfigS3) {
    this.client = new AwsClient({
      accessKeyId: config.cle,
      secretAccessKey: config.secret,
      region: config.region,
      service: 's3',
      retries: 3,
    });
  }

  async garder(empreinte: string, fichier: string): Promise<void> {
    if ((await this.demander('HEAD', empreinte)).ok) return;
    // A blob of a file is read as it is sent, and its size is known, which S3 asks for. The hash is the object's name: signed,
    // it makes the storage itself refuse a content that was spoilt on the way.
    const reponse = await this.demander('PUT', empreinte, await openAsBlob(fichier), {
      'x-amz-content-sha256': empreinte,
    });
    if (!reponse.ok) throw await refus('PUT', reponse);
  }

  async lire(empreinte: string): Promise<Readable> {
    const reponse = await this.demander('GET', empreinte);
    if (reponse.status === 404) throw new ContenuAbsent(empreinte);
    if (!reponse.ok || !reponse.body) throw await refus('GET', reponse);
    return Readable.fromWeb(reponse.body as ReadableStream);
  }

  async retirer(empreinte: string): Promise<void> {
    const reponse = await this.demander('DELETE', empreinte);
    if (!reponse.ok && reponse.status !== 404) throw await refus('DELETE', reponse);
  }

  private demander(
    method: string,
    empreinte: string,
    body?: Blob,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.client.fetch(`${this.config.url}/${empreinte}`, { method, body, headers });
  }
}

async function refus(methode: string, reponse: Response): Promise<Error> {
  return new Error(`Stockage S3 : ${methode} ${reponse.status} ${(await reponse.text()).slice(0, 300)}`);
}
