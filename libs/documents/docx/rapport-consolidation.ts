import type { RapportConsolidation } from '@coopilote/domain/consolidation';
import { composerRapport } from '../consolidation/rapport';
import { dessinerDocx } from './dessin';

/** The same report as a Word document. */
export function rapportConsolidationDocx(
  rapport: RapportConsolidation,
  edition: { maintenant: Date },
): Promise<Buffer> {
  return dessinerDocx(composerRapport(rapport, edition));
}
