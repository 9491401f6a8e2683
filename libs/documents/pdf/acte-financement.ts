import type { ActeFige } from '@coopilote/domain/financement';
import { composerActeFinancement } from '../financement/acte';
import { dessinerPdf } from './dessin';

/** A décision d'attribution or a convention de financement as PDF. */
export function acteFinancementPdf(acte: ActeFige, edition: { maintenant: Date }): Promise<Buffer> {
  return dessinerPdf(composerActeFinancement(acte, edition));
}
