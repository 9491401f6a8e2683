import { composerCompteRendu, type CompteRendu } from '../compte-rendu/compte-rendu';
import type { Edition } from '../modele';
import { dessinerPdf } from './dessin';

/** The minutes as PDF. */
export function compteRenduPdf(cr: CompteRendu, edition: Edition): Promise<Buffer> {
  return dessinerPdf(composerCompteRendu(cr, edition));
}
