import type { ActeFige } from '@coopilote/domain/financement';
import { composerActeFinancement } from '../financement/acte';
import { dessinerDocx } from './dessin';

/** The same act as a Word document, to be completed before it is signed. */
export function acteFinancementDocx(acte: ActeFige, edition: { maintenant: Date }): Promise<Buffer> {
  return dessinerDocx(composerActeFinancement(acte, edition));
}
