import { EDITION } from '../essais/compte-rendu';
import { avenant, convention } from '../essais/convention';
import { lireDocx, lireDocxEnHtml, lireDocxEnPages, lirePdf } from '../essais/lecture';
import { png } from '../essais/png';
import { conventionPdf } from '../pdf/convention';
import { conventionDocx } from './convention';

const mots = (texte: string): string[] => [...new Set(texte.split(/\s+/).filter(Boolean))];

describe('a convention as a Word document', () => {
  it('holds every word of the PDF', async () => {
    const doc = convention(12, 14, { logos: [{ partieId: 'p1', contenu: png(40, 20) }] });
    const texte = (await lireDocx(await conventionDocx(doc, EDITION))).replace(/\s+/g, '');
    const { suite } = await lirePdf(await conventionPdf(doc, EDITION));
    const manquants = mots(suite.join('\n').replace(/page \d+ sur \d+/g, '')).filter((mot) => !texte.includes(mot));
    expect(manquants).toEqual([]);
    expect(texte).toContain('1.Allerverslesjeunesduquartier1');
  });

  it('never splits the block of a party, the first ones under the end of the text', async () => {
    const pages = await lireDocxEnPages(await conventionDocx(convention(1, 40), EDITION));
    const noms = pages.map((page) => page.match(/Représentée\s+par/g)?.length ?? 0);
    expect(noms.reduce((a, b) => a + b)).toBe(40);
    expect(pages.map((page) => page.match(/Fait\s+à\s+…/g)?.length ?? 0)).toEqual(noms);
    expect(pages.find((page) => page.includes('Signatures des parties'))).toContain('de cette lettre.');
  });

  it('marks the words of an avenant otherwise than by their colour', async () => {
    const html = (await lireDocxEnHtml(await conventionDocx(avenant({ etat: 'PROJET' }), EDITION))).replace(
      /\s+/g,
      ' ',
    );
    expect(html).toMatch(/<(strike|s|del)>(<[^>]+>)*janvier/);
    expect(html).toMatch(/<u>(<[^>]+>)*mars/);
    expect(html).toContain('Projet');
    expect(html).toContain('Annexe – Texte consolidé');
  });
});
