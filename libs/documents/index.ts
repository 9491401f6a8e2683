export * from './ics/reunion';
export * from './compte-rendu/compte-rendu';
export { compteRenduPdf } from './pdf/compte-rendu';
export { compteRenduDocx } from './docx/compte-rendu';
export * from './convention/convention';
export { conventionPdf } from './pdf/convention';
export { conventionDocx } from './docx/convention';
export { lireLogo } from './logo';
