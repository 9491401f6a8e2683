import { composerCompteRendu, type CompteRendu, type Edition } from '../compte-rendu/compte-rendu';
import { dessinerPdf } from './dessin';

/** The minutes as PDF. */
export function compteRenduPdf(cr: CompteRendu, edition: Edition): Promise<Buffer> {
  return dessinerPdf(composerCompteRendu(cr, edition));
}
