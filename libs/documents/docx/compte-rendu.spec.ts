import { lireTexteRiche } from '@coopilote/domain/commun';
import { compteRendu, EDITION, grandCompteRendu } from '../essais/compte-rendu';
import { lireDocx } from '../essais/lecture';
import { compteRenduDocx } from './compte-rendu';

describe('minutes as a Word document', () => {
  it('say what the PDF says', async () => {
    const texte = await lireDocx(await compteRenduDocx(compteRendu({ demonstration: true }), EDITION));
    for (const attendu of [
      'Diabète en Seine-Saint-Denis – Comité de pilotage',
      'Copil d’avril : « où en sommes-nous ? »',
      'Date\u00a0: mardi 14 avril 2026, de 14\u00a0h à 16\u00a0h\u00a030',
      '1\u00a0personne présente, 1\u00a0représentée, 1\u00a0excusée.',
      'Représenté(e), pouvoir à Léa Dupont',
      'Zoë Cœur',
      '41 % d’atteinte ✅',
      '<script>alert(1)</script>',
      'Décision 2026-07 – Adoptée (vote : 7 pour, 1 contre, 2 abstentions)',
      'Ce qui change\u00a0: la fin passe du 31 mai au 31 août',
      'Décision 2026-08 – Reportée (consensus)',
      'vendredi 1er mai 2026',
      'Budget – œuvre.xlsx',
    ]) {
      expect(texte).toContain(attendu);
    }
    expect(texte).toMatch(/1\. premier\s+2\. second/);
  });

  it('count each ordered list from one', async () => {
    const listes = '<ol><li>alpha</li><li>bêta</li></ol><p>puis</p><ol><li>gamma</li></ol>';
    const texte = await lireDocx(await compteRenduDocx(compteRendu({ intro: lireTexteRiche(listes) }), EDITION));
    expect(texte).toMatch(/1\. alpha\s+2\. bêta\s+puis\s+1\. gamma/);
  });

  it('hold long minutes, long words, emoji, controls and nothing at all', async () => {
    const mot = 'anticonstitutionnellement'.repeat(20);
    const cr = grandCompteRendu(12, 30);
    const texte = await lireDocx(
      await compteRenduDocx(
        {
          ...cr,
          titre: `${mot} 👩‍⚕️\u0000\u0007\ud800`,
          conclusion: [{ genre: 'LISTE', ordonnee: true, elements: [] }],
          points: [...cr.points, { titre: 'Vide', notes: [], decisions: [], taches: [] }],
        },
        EDITION,
      ),
    );
    expect(texte).toContain(`${mot} 👩‍⚕️`);
    expect(texte.match(/Décision 2026-07/g)).toHaveLength(12);
    expect(texte).toContain('13. Vide');
  });
});
