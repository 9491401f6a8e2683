import writeXlsxFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import { ecartDe } from '@coopilote/domain/financement';
import { rangeesCompte, type CompteRenduFinancierEcrit } from '../financement/compte-rendu';

const EUROS = '# ##0.00';
const LARGEURS = [58, 16, 16, 16, 12];

const texte = (value: string, gras = false): CellObject => ({
  ...{ value, type: String, wrap: true, alignVertical: 'top' },
  ...(gras ? { fontWeight: 'bold' } : {}),
});
const euros = (centimes: number, gras = false): CellObject => ({
  ...{ value: centimes / 100, type: Number, format: EUROS },
  ...(gras ? { fontWeight: 'bold' } : {}),
});

/** The compte rendu financier as a workbook: the table, with figures that count, and what is said in words beside it. */
export async function compteRenduFinancierXlsx(cr: CompteRenduFinancierEcrit): Promise<Buffer> {
  const table: SheetData = [
    [texte(`Compte rendu financier ${cr.annee} – ${cr.structure}`, true)],
    [texte(cr.action ?? 'Ensemble du programme')],
    ['Compte', 'Prévu', 'Réalisé', 'Écart', 'Écart en %'].map((titre) => texte(titre, true)),
    ...rangeesCompte(cr.lignes).map((r) => {
      if (r.genre === 'COTE') return [texte(r.libelle, true)];
      const gras = r.genre === 'TOTAL';
      const { centimes, part } = ecartDe(r);
      return [
        texte(r.libelle, gras),
        euros(r.prevu, gras),
        euros(r.realise, gras),
        euros(centimes, gras),
        part === null ? texte('–') : { value: part, type: Number, format: '0.0%' },
      ];
    }),
  ];
  const mots: SheetData = (
    [
      ['Coopérative d’acteurs', cr.cooperative],
      ['Mise en œuvre de l’action', cr.miseEnOeuvre],
      ['Nombre de bénéficiaires', cr.beneficiaires?.toString()],
      ['Dates et lieux', cr.lieux],
      ['Objectifs atteints au regard des indicateurs', cr.objectifs],
      ['Règles de répartition des charges indirectes', cr.repartition],
      ['Écarts significatifs entre le prévu et le réalisé', cr.ecarts],
    ] as const
  ).map(([titre, contenu]) => [texte(titre, true), texte(contenu ?? '')]);
  return writeXlsxFile([
    { data: table, sheet: 'Tableau de synthèse', columns: LARGEURS.map((width) => ({ width })) },
    { data: mots, sheet: 'Bilan qualitatif', columns: [{ width: 40 }, { width: 100 }] },
  ]).toBuffer();
}
