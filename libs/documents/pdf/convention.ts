import type { Edition } from '../modele';
import { composerConvention, type DocumentConvention } from '../convention/convention';
import { dessinerPdf } from './dessin';

/** A convention, or an avenant with the text that it leads to, as PDF. */
export function conventionPdf(doc: DocumentConvention, edition: Edition): Promise<Buffer> {
  return dessinerPdf(composerConvention(doc, edition));
}
