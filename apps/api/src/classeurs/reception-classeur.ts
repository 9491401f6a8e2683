import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ErreurMetier, SaisieInvalide } from '@coopilote/db';
import { ClasseurRefuse, lireClasseur, type ClasseurLu } from '@coopilote/documents';
import { LIMITES_CLASSEUR } from '@coopilote/domain/classeurs';

const LIMITE = `${LIMITES_CLASSEUR.octets / 1024 / 1024}\u00a0Mo`;
/** What a form adds around its file: the keys of every change of a large table among them. */
const CHAMP_MAX = 1024 * 1024;
const MARGE_FORMULAIRE = 2 * CHAMP_MAX;

export interface ClasseurRecu {
  classeur: ClasseurLu;
  /** The other fields of the form that came before the file. */
  champs: Record<string, string>;
}

/** Receives the workbook of a form, and reads it: bounded in weight before it opens and once it is open, one at a time. */
@Injectable()
export class ReceptionClasseur {
  private derniere: Promise<unknown> = Promise.resolve();

  /** @throws ErreurMetier (400, 413, 415), SaisieInvalide */
  async recevoir(requete: FastifyRequest, reponse: FastifyReply): Promise<ClasseurRecu> {
    if (!requete.isMultipart()) {
      throw new ErreurMetier('FORMAT_INATTENDU', 415, 'Un formulaire (multipart/form-data) est attendu.');
    }
    try {
      if (Number(requete.headers['content-length'] ?? 0) > LIMITES_CLASSEUR.octets + MARGE_FORMULAIRE) {
        throw new TropVolumineux();
      }
      const { octets, champs } = await lireFormulaire(requete);
      return { classeur: await this.lire(octets), champs };
    } catch (erreur) {
      // What is still to come is not waited for, nor taken for the next request.
      if (!requete.raw.complete) {
        requete.raw.unpipe();
        void reponse.header('connection', 'close');
      }
      throw erreur;
    }
  }

  /** Workbooks open one after the other: what one may weigh in memory is what all of them do. */
  private lire(octets: Uint8Array): Promise<ClasseurLu> {
    const lecture = this.derniere.then(() => lireClasseur(octets));
    this.derniere = lecture.catch(() => undefined);
    return lecture.catch((erreur: unknown) => {
      throw erreur instanceof ClasseurRefuse ? invalide(erreur.message) : erreur;
    });
  }
}

class TropVolumineux extends ErreurMetier {
  constructor() {
    super('TROP_VOLUMINEUX', 413, `Ce classeur dépasse ${LIMITE}\u00a0: retirez-en images et feuilles ajoutées.`);
  }
}

async function lireFormulaire(requete: FastifyRequest): Promise<{ octets: Buffer; champs: Record<string, string> }> {
  try {
    const part = await requete.file({
      limits: { fileSize: LIMITES_CLASSEUR.octets, files: 1, fields: 5, fieldSize: CHAMP_MAX, parts: 6 },
    });
    if (!part) throw invalide('Choisissez un classeur.');
    const octets = await part.toBuffer();
    const champs: Record<string, string> = {};
    for (const [nom, champ] of Object.entries(part.fields)) {
      if (champ && !Array.isArray(champ) && champ.type === 'field') champs[nom] = String(champ.value);
    }
    return { octets, champs };
  } catch (erreur) {
    if (erreur instanceof ErreurMetier) throw erreur;
    if ((erreur as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') throw new TropVolumineux();
    throw new ErreurMetier(
      'ENVOI_ILLISIBLE',
      400,
      'L’envoi s’est interrompu, ou n’a pas pu être lu\u00a0: recommencez.',
    );
  }
}

const invalide = (message: string): SaisieInvalide =>
  new SaisieInvalide([{ champ: 'fichier', code: 'fichier', message }], message);
