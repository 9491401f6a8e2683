import type { FormatExport, Gabarit, ValeurExport } from '@coopilote/domain/consolidation';
import { ecrireCsv } from './csv';
import { ecrireJson } from './json';
import { ecrireOdsEnFlux } from './ods';
import { ecrireXlsxEnFlux } from './xlsx';

/** Something that a file says of itself. */
export interface Note {
  terme: string;
  valeur: string;
}

/** A table too long to be held: it is read, written and sent page after page. */
export interface Export {
  gabarit: Gabarit;
  /** Rows by pages, cells in the order of the columns. */
  pages: AsyncIterable<readonly (readonly ValeurExport[])[]>;
  /** Asked for once the last row is written. */
  notes: () => readonly Note[];
}

const ECRIVAINS: Record<FormatExport, (e: Export) => AsyncIterable<Uint8Array>> = {
  xlsx: ecrireXlsxEnFlux,
  ods: ecrireOdsEnFlux,
  csv: ecrireCsv,
  json: ecrireJson,
};

/** The bytes of a file, made as they are read: nothing is prepared ahead of who takes them. */
export const ecrireExport = (format: FormatExport, e: Export): AsyncIterable<Uint8Array> => ECRIVAINS[format](e);
