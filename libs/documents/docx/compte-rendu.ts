import { composerCompteRendu, type CompteRendu } from '../compte-rendu/compte-rendu';
import type { Edition } from '../modele';
import { dessinerDocx } from './dessin';

/** The minutes as a Word document, to be corrected by hand before they are approved. */
export function compteRenduDocx(cr: CompteRendu, edition: Edition): Promise<Buffer> {
  return dessinerDocx(composerCompteRendu(cr, edition));
}
