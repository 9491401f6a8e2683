import type { Edition } from '../modele';
import { composerConvention, type DocumentConvention } from '../convention/convention';
import { dessinerDocx } from './dessin';

/** A convention, or an avenant with the text that it leads to, as a Word document: to be circulated before it is signed. */
export function conventionDocx(doc: DocumentConvention, edition: Edition): Promise<Buffer> {
  return dessinerDocx(composerConvention(doc, edition));
}
