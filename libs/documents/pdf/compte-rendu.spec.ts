import { lireTexteRiche } from '@coopilote/domain/commun';
import { compteRendu, EDITION, grandCompteRendu } from '../essais/compte-rendu';
import { lirePdf } from '../essais/lecture';
import { compteRenduPdf } from './compte-rendu';

const lire = async (...args: Parameters<typeof compteRendu>) =>
  lirePdf(await compteRenduPdf(compteRendu(...args), EDITION));
/** Lines and wide spaces are the page's affair. */
const enLigne = (texte: string): string => texte.replace(/\s+/g, ' ');

describe('minutes as PDF', () => {
  it('say who was there, what was said, decided and promised', async () => {
    const { pages, infos, polices } = await lire();
    const texte = enLigne(pages.join(' '));
    for (const attendu of [
      'Diabète en Seine-Saint-Denis – Comité de pilotage',
      'Copil d’avril : « où en sommes-nous ? »',
      'mardi 14 avril 2026, de 14 h à 16 h 30',
      'Projet, à relire (version 2)',
      'Quorum atteint : 2 membres sur 3',
      '1 personne présente, 1 représentée, 1 excusée.',
      'Représenté(e), pouvoir',
      'Zoë Cœur',
      'Accueil à 14 h, par Léa Dupont.',
      '1. Bilan du 1er trimestre',
      'Ce qui a été dit',
      '41 % d’atteinte',
      '<script>alert(1)</script>',
      '2. second',
      'Décision 2026-07 – Adoptée (vote : 7 pour, 1 contre, 2 abstentions)',
      'Ce qui change : la fin passe du 31 mai au 31 août',
      'Décision 2026-08 – Reportée (consensus)',
      'vendredi 1er mai 2026',
      'Prochaine séance en juin.',
      'Budget – œuvre.xlsx',
    ]) {
      expect(texte).toContain(attendu);
    }
    expect(texte).not.toContain('démonstration');
    expect(infos).toMatchObject({
      Title: 'Copil d’avril : « où en sommes-nous ? »',
      Author: 'Diabète en Seine-Saint-Denis',
      Subject: 'Compte rendu – Comité de pilotage',
      'Page size': expect.stringContaining('(A4)'),
    });
    expect(polices.map((p) => p.incorporee)).not.toContain(false);
    expect(polices.some((p) => p.nom.includes('NotoEmoji'))).toBe(true);
  });

  it('are a tagged language, an outline and links for who reads them on a screen', async () => {
    const source = (await compteRenduPdf(compteRendu(), EDITION)).toString('latin1');
    expect(source).toMatch(/\/Lang \(fr-FR\)/);
    expect(source).toMatch(/\/Type \/Outlines|\/Outlines \d+ 0 R/);
    expect(source).toContain('/URI (https://ars.fr/bilan?a=1&b=2)');
    expect(source).not.toMatch(/\/(JavaScript|JS|Launch|OpenAction)\b/);
  });

  it('are the same bytes for the same minutes at the same time', async () => {
    const [un, deux] = [await compteRenduPdf(compteRendu(), EDITION), await compteRenduPdf(compteRendu(), EDITION)];
    expect(un.equals(deux)).toBe(true);
  });

  it('write the hour of another time zone, and name it', async () => {
    const pdf = await compteRenduPdf(compteRendu(), { ...EDITION, fuseau: 'Indian/Reunion' });
    expect(enLigne((await lirePdf(pdf)).pages.join(' '))).toContain(
      'mardi 14 avril 2026, de 16 h à 18 h 30 (heure de La Réunion)',
    );
  });

  it('number the pages, repeat the heading of a table, say that they are a demonstration', async () => {
    const { pages } = await lirePdf(
      await compteRenduPdf({ ...grandCompteRendu(12, 90, 300), demonstration: true }, EDITION),
    );
    expect(pages.length).toBeGreaterThanOrEqual(12);
    pages.forEach((page, i) => {
      expect(enLigne(page)).toContain(`page ${i + 1} sur ${pages.length}`);
      expect(page).toContain('Données de démonstration');
    });
    const participation = pages.filter((page) => page.includes('Structure partenaire'));
    expect(participation.length).toBeGreaterThan(1);
    for (const page of participation) expect(page).toMatch(/Nom\s+Structure\s+Qualité\s+Participation/);
    // No heading is left alone at the foot of a page, above the line of the page number.
    for (const page of pages) {
      const lignes = page
        .split('\n')
        .map((l) => l.trim())
        .filter(Boolean);
      expect(lignes.at(-2)).not.toMatch(/^(\d+\. Point d’étape|Actions? à suivre$)/);
    }
  });

  it('hold when almost nothing was written', async () => {
    const { pages } = await lire({
      fin: null,
      lieu: null,
      quorum: null,
      presences: [],
      intro: [],
      points: [{ titre: 'Seul point', notes: [], decisions: [], taches: [] }],
      conclusion: [{ genre: 'LISTE', ordonnee: false, elements: [] }],
      piecesJointes: [],
    });
    expect(pages).toHaveLength(1);
    expect(enLigne(pages[0] ?? '')).toContain('mardi 14 avril 2026, à 14 h');
    expect(pages[0]).not.toContain('Participation');
  });

  it('hold very long words, texts longer than a page, and signs of all kinds', async () => {
    const mot = 'anticonstitutionnellement'.repeat(20);
    const long = 'Une phrase sans fin. '.repeat(500);
    const { pages } = await lire({
      titre: `${mot} 👩‍⚕️`,
      presences: [{ nom: mot, structure: long, qualite: '日本語\u0000', statut: 'PRESENT', pouvoirA: null }],
      points: [
        {
          titre: 'Signes 🏃🏽‍♀️ → ✓ ☐ ½',
          notes: lireTexteRiche(`<p>${mot}</p><p>🇫🇷 1️⃣ ©</p>`),
          decisions: [{ numero: '2026-01', texte: long, issue: 'REJETEE', mode: 'consensus', changement: mot }],
          taches: [{ quoi: long, qui: mot, echeance: 'dès que possible' }],
        },
      ],
    });
    const texte = pages.join('').replace(/\s+/g, '');
    expect(texte).toContain(mot);
    expect(texte).toContain('dèsquepossible');
    expect(texte.match(/phrase/g)).toHaveLength(1500);
  });
});
