import { Choix } from '../commun/champs';
import { NOMS_GABARITS, type NomGabarit } from './gabarit';
import { GroupesDemandes } from './groupes.contract';

export const FORMATS_EXPORT = ['xlsx', 'ods', 'csv', 'json'] as const;
export type FormatExport = (typeof FORMATS_EXPORT)[number];
export const LIBELLES_FORMATS_EXPORT: Record<FormatExport, string> = {
  xlsx: 'Excel (XLSX)',
  ods: 'LibreOffice (ODS)',
  csv: 'CSV',
  json: 'JSON',
};

/** Rows of a spreadsheet at most: past it, no program opens the file at ease. CSV and JSON have no limit. */
export const LIGNES_TABLEUR = 500_000;

/** A file of the consolidation: its layout, its format, and the filters of T6. */
export class ExportDemande extends GroupesDemandes {
  /** `xlsx` when absent. */
  @Choix(FORMATS_EXPORT, { libelle: 'Format' }) format?: FormatExport;
  /** `actions` when absent. */
  @Choix(NOMS_GABARITS, { libelle: 'Gabarit' }) gabarit?: NomGabarit;
}

export const FORMATS_RAPPORT = ['pdf', 'docx'] as const;
export type FormatRapport = (typeof FORMATS_RAPPORT)[number];

/** The report of a period, over the filters of T6. */
export class RapportDemande extends GroupesDemandes {
  /** `pdf` when absent. */
  @Choix(FORMATS_RAPPORT, { libelle: 'Format' }) format?: FormatRapport;
}
