import { StreamableFile } from '@nestjs/common';
import type { FormatClasseur } from '@coopilote/domain/classeurs';
import { disposition } from '../platform/fichier';

const TYPES: Record<FormatClasseur, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

/** A workbook to save. */
export function reponseClasseur(octets: Buffer, nom: string, format: FormatClasseur): StreamableFile {
  return new StreamableFile(octets, {
    type: TYPES[format],
    length: octets.length,
    disposition: disposition(`${nom.replace(/[\\/:*?"<>|]/g, ' ').slice(0, 120)}.${format}`),
  });
}
