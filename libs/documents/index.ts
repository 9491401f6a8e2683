export * from './ics/reunion';
export * from './compte-rendu/compte-rendu';
export { compteRenduPdf } from './pdf/compte-rendu';
export { compteRenduDocx } from './docx/compte-rendu';
export { acteFinancementPdf } from './pdf/acte-financement';
export { acteFinancementDocx } from './docx/acte-financement';
export { compteRenduFinancierPdf } from './pdf/compte-rendu-financier';
export { compteRenduFinancierXlsx } from './xlsx/compte-rendu-financier';
