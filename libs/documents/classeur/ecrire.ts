import type { FormatClasseur } from '@coopilote/domain/classeurs';
import type { ClasseurEcrit } from './classeur';
import { ecrireOds } from './ecrire-ods';
import { ecrireXlsx } from './ecrire-xlsx';

/** A workbook in the format asked for: same sheets, same lists, same locks. */
export async function ecrireClasseur(classeur: ClasseurEcrit, format: FormatClasseur): Promise<Buffer> {
  return format === 'ods' ? ecrireOds(classeur) : ecrireXlsx(classeur);
}
