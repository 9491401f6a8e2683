import { composerCompteRenduFinancier, type CompteRenduFinancierEcrit } from '../financement/compte-rendu';
import { dessinerPdf } from './dessin';

export function compteRenduFinancierPdf(cr: CompteRenduFinancierEcrit, edition: { maintenant: Date }): Promise<Buffer> {
  return dessinerPdf(composerCompteRenduFinancier(cr, edition));
}
