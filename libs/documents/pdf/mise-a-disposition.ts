import type { DocumentMise } from '@coopilote/domain/financement';
import { composerMiseADisposition } from '../financement/mise-a-disposition';
import { dessinerPdf } from './dessin';

/** The convention of a mise à disposition as PDF. */
export function miseADispositionPdf(doc: DocumentMise, edition: { maintenant: Date }): Promise<Buffer> {
  return dessinerPdf(composerMiseADisposition(doc, edition));
}
