import type { DocumentMise } from '@coopilote/domain/financement';
import { composerMiseADisposition } from '../financement/mise-a-disposition';
import { dessinerDocx } from './dessin';

/** The convention of a mise à disposition as a Word document, to be completed before it is signed. */
export function miseADispositionDocx(doc: DocumentMise, edition: { maintenant: Date }): Promise<Buffer> {
  return dessinerDocx(composerMiseADisposition(doc, edition));
}
