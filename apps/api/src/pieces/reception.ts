import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fileTypeFromFile } from 'file-type';
import { ErreurMetier, SaisieInvalide } from '@coopilote/db';
import {
  nettoyerNomPiece,
  refuserContenu,
  refuserPiece,
  TAILLE_MAX_PIECE,
  typeDuNom,
  type TypePiece,
} from '@coopilote/domain/pieces';
import { CONFIG, type Config } from '../platform/config';

/** What a form adds around its file. */
const MARGE_FORMULAIRE = 64 * 1024;
const UN_JOUR = 86_400_000;

export interface FichierRecu {
  nom: string;
  type: TypePiece;
  taille: number;
  empreinte: string;
  /** Where it lies until it is kept. */
  chemin: string;
}

/** Which files one place takes. */
export interface Admission {
  tailleMax: number;
  /** What is said of a file that is larger. */
  trop: string;
  /** What is wrong with a name, or a size; null when nothing is. */
  refuser: (nom: string, taille: number) => string | null;
}
const DOCUMENTS: Admission = {
  tailleMax: TAILLE_MAX_PIECE,
  trop: 'Le fichier dépasse 20\u00a0Mo\u00a0: allégez-le, ou partagez-le en plusieurs.',
  refuser: refuserPiece,
};

class TropVolumineux extends ErreurMetier {
  constructor({ trop }: Admission) {
    super('TROP_VOLUMINEUX', 413, trop);
  }
}

/** Receives a file sent by a form: straight to the disk, hashed on the way, never whole in memory, never more than it may be. */
@Injectable()
export class Reception implements OnApplicationBootstrap {
  private readonly dossier: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.dossier = join(config.dossierDonnees, 'pieces', 'en-reception');
  }

  /** What a killed process was receiving. */
  async onApplicationBootstrap(): Promise<void> {
    for (const nom of await readdir(this.dossier).catch(() => [])) {
      const chemin = join(this.dossier, nom);
      const trouve = await stat(chemin).catch(() => null);
      if (trouve && trouve.mtimeMs < Date.now() - UN_JOUR) await rm(chemin, { force: true });
    }
  }

  /**
   * Hands the file of the form to `work`, then removes it.
   * @throws ErreurMetier (413, 415), SaisieInvalide
   */
  async recevoir<T>(
    requete: FastifyRequest,
    reponse: FastifyReply,
    work: (fichier: FichierRecu) => Promise<T>,
    admission = DOCUMENTS,
  ): Promise<T> {
    if (!requete.isMultipart()) {
      throw new ErreurMetier('FORMAT_INATTENDU', 415, 'Un formulaire (multipart/form-data) est attendu.');
    }
    const chemin = join(this.dossier, randomUUID());
    try {
      const fichier = await this.lire(requete, chemin, admission);
      return await work(fichier);
    } catch (erreur) {
      // What is still to come is not waited for, nor taken for the next request.
      if (!requete.raw.complete) {
        requete.raw.unpipe();
        void reponse.header('connection', 'close');
      }
      throw erreur;
    } finally {
      await rm(chemin, { force: true });
    }
  }

  private async lire(requete: FastifyRequest, chemin: string, admission: Admission): Promise<FichierRecu> {
    const { tailleMax, refuser } = admission;
    // Said beforehand: nothing of it is read.
    if (Number(requete.headers['content-length'] ?? 0) > tailleMax + MARGE_FORMULAIRE)
      throw new TropVolumineux(admission);
    const part = await requete
      .file({ limits: { fileSize: tailleMax + 1, files: 1, fields: 10, fieldSize: 1000, parts: 11 } })
      .catch((erreur: unknown) => {
        throw illisible(erreur, admission);
      });
    if (!part) throw invalide('Choisissez un fichier.');
    const nom = nettoyerNomPiece(part.filename);
    const type = typeDuNom(nom);
    // Its size is not known yet: only what the name tells is judged here.
    const refusDuNom = refuser(nom, 1);
    if (refusDuNom || !type) throw invalide(refusDuNom ?? '');

    const empreinte = createHash('sha256');
    let taille = 0;
    let octetNul = false;
    await mkdir(this.dossier, { recursive: true, mode: 0o700 });
    await pipeline(
      part.file,
      async function* (morceaux: AsyncIterable<Buffer>) {
        for await (const morceau of morceaux) {
          empreinte.update(morceau);
          taille += morceau.length;
          // At once: the parser would read the rest of the form to its end.
          if (taille > tailleMax) throw new TropVolumineux(admission);
          octetNul ||= morceau.includes(0);
          yield morceau;
        }
      },
      createWriteStream(chemin, { flags: 'wx', mode: 0o600 }),
    ).catch((erreur: unknown) => {
      throw illisible(erreur, admission);
    });
    const refus = refuser(nom, taille) ?? refuserContenu(type, (await fileTypeFromFile(chemin))?.ext ?? null, octetNul);
    if (refus) throw invalide(refus);
    return { nom, type, taille, empreinte: empreinte.digest('hex'), chemin };
  }
}

const invalide = (message: string): SaisieInvalide =>
  new SaisieInvalide([{ champ: 'fichier', code: 'fichier', message }], message);

/** What the parser of forms refuses, in a sentence; anything else is an error of ours. */
function illisible(erreur: unknown, admission: Admission): unknown {
  const code = (erreur as { code?: string }).code ?? '';
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new TropVolumineux(admission);
  const connue = code.startsWith('FST_') || ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'].includes(code);
  const deBusboy = erreur instanceof Error && /multipart|part terminated|header|boundary|form/i.test(erreur.message);
  return connue || deBusboy
    ? new ErreurMetier('ENVOI_ILLISIBLE', 400, 'L’envoi s’est interrompu, ou n’a pas pu être lu\u00a0: recommencez.')
    : erreur;
}
