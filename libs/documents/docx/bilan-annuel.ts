import type { DocumentBilanAnnuel } from '@coopilote/domain/bilans';
import { composerBilanAnnuel } from '../bilan-annuel/bilan-annuel';
import { dessinerDocx } from './dessin';

/** The report of a year as a Word document. */
export function bilanAnnuelDocx(doc: DocumentBilanAnnuel, edition: { maintenant: Date }): Promise<Buffer> {
  return dessinerDocx(composerBilanAnnuel(doc, edition));
}
