import type { RapportConsolidation } from '@coopilote/domain/consolidation';
import { composerRapport } from '../consolidation/rapport';
import { dessinerPdf } from './dessin';

/** The report of a period over the region as PDF. */
export function rapportConsolidationPdf(rapport: RapportConsolidation, edition: { maintenant: Date }): Promise<Buffer> {
  return dessinerPdf(composerRapport(rapport, edition));
}
