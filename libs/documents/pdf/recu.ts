import type { RecuBilan } from '@coopilote/domain/bilans';
import { composerRecu } from '../bilans/recu';
import { dessinerPdf } from './dessin';

/** The receipt of a report, to keep or to send. */
export function recuPdf(recu: RecuBilan, edition: { maintenant: Date }): Promise<Buffer> {
  return dessinerPdf(composerRecu(recu, edition));
}
