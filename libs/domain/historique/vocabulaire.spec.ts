import { ETATS_BILAN, QUESTIONS_BILAN } from '../bilans/bilan.rules';
import { nomDeColonne, resumer, TABLES_SUIVIES, valeurEnMots } from './vocabulaire.rules';

describe('What the history says', () => {
  it('names each column as forms do, and nothing of what is technical', () => {
    expect(nomDeColonne('fin')).toBe('fin');
    expect(nomDeColonne('public1_id')).toBe('public 1');
    expect(nomDeColonne('motif_sortie')).toBe('motif de sortie');
    for (const { cle } of QUESTIONS_BILAN) {
      expect(nomDeColonne(cle)).not.toBeNull();
      expect(nomDeColonne(`${cle}_motif`)).toMatch(/, motif$/);
    }
    for (const colonne of [
      'id',
      'version',
      'cooperative_id',
      'region_code',
      'demonstration',
      'modifie_le',
      'cree_le',
    ]) {
      expect(nomDeColonne(colonne)).toBeNull();
    }
  });

  it('puts codes in words, each in its table', () => {
    expect(ETATS_BILAN.map((etat) => valeurEnMots('bilan_trimestriel', 'etat', etat))).toEqual([
      'à remplir',
      'brouillon',
      'transmis',
      'à compléter',
      'validé',
    ]);
    expect(valeurEnMots('etape', 'etat', 'EN_COURS')).toBe('en cours');
    expect(valeurEnMots('fiche_action', 'etat', 'TERMINEE')).toBe('terminée');
    expect(valeurEnMots('cooperative', 'phase', 'PREFIGURATION')).toBe('Préfiguration du projet');
    expect(valeurEnMots('bilan_trimestriel', 'ressources', 'EN_PARTIE')).toBe('en partie');
    expect(valeurEnMots('bilan_trimestriel', 'cooperation', 'EN_PARTIE')).toBe('partiellement');
  });

  it('leaves a value that is no code to itself', () => {
    expect(valeurEnMots('fiche_action', 'lieux', 'OUI')).toBeUndefined();
    expect(valeurEnMots('fiche_action', 'objectifs', 'OUI')).toBeUndefined();
    expect(valeurEnMots('cooperative', 'debut', '2026-01-01')).toBeUndefined();
    expect(valeurEnMots('fiche_action', 'beneficiaires_cibles', 12)).toBeUndefined();
  });

  it('says the principles one by one', () => {
    const principes = [{ code: 'INCONNU', respecte: false, commentaire: 'à revoir' }];
    expect(valeurEnMots('cooperative', 'principes', principes)).toBe('INCONNU\u00a0: non (à revoir)');
  });

  it('sums a change up, the new state with it', () => {
    const apres = { etat: 'TERMINEE', lieux: 'Place', version: 3, ressources_motif: 'x' };
    expect(resumer({ objet: 'fiche_action', operation: 'MODIFICATION', apres }, 'Ateliers')).toBe(
      'Fiche-action «\u00a0Ateliers\u00a0» modifiée\u00a0: état (terminée), lieux, ressources',
    );
    expect(resumer({ objet: 'contact', operation: 'SUPPRESSION', apres: null }, null)).toBe('Contact supprimé');
  });

  it('offers each table once, in French order', () => {
    const noms = TABLES_SUIVIES.map(({ nom }) => nom);
    expect(new Set(noms).size).toBe(noms.length);
    expect(noms.indexOf('Étape')).toBeGreaterThan(noms.indexOf('Coopérative'));
    expect(noms.indexOf('Étape')).toBeLessThan(noms.indexOf('Fiche-action'));
  });
});
