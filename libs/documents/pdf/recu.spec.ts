import type { RecuBilan } from '@coopilote/domain/bilans';
import { lirePdf } from '../essais/lecture';
import { recuPdf } from './recu';

const EMPREINTE = '0123456789abcdef'.repeat(4);
const recu: RecuBilan = {
  id: 'b',
  numero: 2,
  action: 'Marcher ensemble',
  cooperative: 'Bien vivre au Bois-l’Abbé',
  structure: 'Association <Une> & Cie',
  annee: 2026,
  trimestre: 3,
  niveau: 'ESSENTIEL',
  transmisLe: '2026-10-12T22:30:00.000Z',
  transmisPar: 'Zoé Alix',
  empreinte: EMPREINTE,
  demonstration: false,
  contenu: {
    beneficiaires: 42,
    reponses: {
      realisation: { reponse: 'EN_PARTIE', motif: 'Deux séances reportées.' },
      parcours: { reponse: 'OUI', motif: 'Non demandé à ce niveau' },
    },
    freins: 'Locaux fermés en août.\nPluie.',
    valeurs: [{ indicateurId: 'i1', numerateur: 31, denominateur: 50 }],
  },
  indicateurs: [{ id: 'i1', libelle: 'Part orientée', unite: 'POURCENTAGE' }],
};

describe('The receipt of a report', () => {
  it('says who sent what and when, in Paris, with the print of the content and all of it', async () => {
    const { pages, infos, polices } = await lirePdf(
      await recuPdf(recu, { maintenant: new Date('2026-10-13T08:00:00Z') }),
    );
    const texte = pages.join(' ').replace(/\s+/g, ' ');
    for (const attendu of [
      'mardi 13 octobre 2026 à 00:30, par Zoé Alix',
      'version 2',
      EMPREINTE.slice(0, 8),
      EMPREINTE.slice(-8),
      'Association <Une> & Cie',
      'En partie – Deux séances reportées.',
      '31 sur 50',
      'Locaux fermés en août.',
      '42',
    ]) {
      expect(texte).toContain(attendu);
    }
    expect(texte).not.toContain('Non demandé à ce niveau');
    expect(infos['Subject']).toContain('Marcher ensemble');
    expect(polices.every(({ incorporee }) => incorporee)).toBe(true);
  });
});
