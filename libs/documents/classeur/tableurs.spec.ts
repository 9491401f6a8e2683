import { QUESTIONS_BILAN } from '@coopilote/domain/bilans';
import type { ActionEnClasseur } from '@coopilote/domain/pilotage';
import { passerParLibreOffice, type Frappe } from '../essais/tableur';
import { lireArrivee, modeleArrivee } from './arrivee/arrivee';
import { lireClasseur } from './lire';
import { colonneT3, suiviEnClasseur } from './suivi/ecrire-suivi';
import { lireSuivi } from './suivi/lire-suivi';

const FORMATS = ['xlsx', 'ods'] as const;
const CA = { id: '00000000-0000-4000-8000-0000000000ca', intitule: 'Bien vivre' };
const ACTION: ActionEnClasseur = {
  ficheActionId: '00000000-0000-4000-8000-000000000001',
  objectif: 'Bouger plus',
  intitule: 'Marcher ensemble',
  structure: 'Association Une',
  etatBilan: 'brouillon',
  gauche: {
    ...{ objectifsPoursuivis: 'Faire marcher', resultatsAttendus: null, autrePublic: null, beneficiairesCibles: 100 },
    ...{ public1: 'Familles', public2: null, public3: null, territoire: 'Tout le territoire' },
  },
  gaucheModifiable: true,
  contenu: { beneficiaires: 40, reponses: { ressources: { reponse: 'OUI', motif: null } }, valeurs: [] },
  bilanModifiable: true,
  niveau: 'COMPLET',
  indicateurs: [
    {
      id: '00000000-0000-4000-8000-000000000002',
      type: 'ACTIVITE',
      libelle: 'Heures de marche',
      unite: 'HEURES',
      modeAgregation: 'SOMME',
      prevision: 10,
    },
  ],
};
const SUIVI = {
  cooperative: CA,
  trimestre: { annee: 2026, trimestre: 3 },
  actions: [ACTION],
  questions: QUESTIONS_BILAN,
  publics: ['Familles', 'Personnes âgées'],
  territoires: ['Tout le territoire', 'Montfermeil'],
};
const LISTES = {
  secteurs: ['Santé'],
  communes: ['Montfermeil'],
  publics: ['Familles'],
  territoires: ['Tout le territoire', 'Montfermeil'],
};

/** « A », « B »… « AA ». */
function lettres(colonne: number): string {
  const reste = String.fromCharCode(65 + (colonne % 26));
  return colonne < 26 ? reste : lettres(Math.floor(colonne / 26) - 1) + reste;
}
const t3 = (cle: string, texte: string): Frappe => ['Suivi des actions', `${lettres(colonneT3(cle))}2`, texte];

describe('T3 and the workbook of an arrival, filled and saved by LibreOffice', () => {
  it('say what was typed, from each format to the other', async () => {
    const suivi: Frappe[] = [
      t3('objectifsPoursuivis', 'Faire marcher, chaque jour'),
      t3('public2', 'Personnes âgées'),
      t3('territoire', 'Montfermeil'),
      t3('ressources', 'Non'),
      t3('ressourcesMotif', 'Un départ en juin'),
      t3('freins', 'La pluie'),
      ['Indicateurs', 'D2', '1200'],
      ['Indicateurs', 'D3', '12.5'],
    ];
    const arrivee: Frappe[] = [
      ['Structures', 'A2', 'CCAS de Montfermeil'],
      ['Structures', 'E2', 'Montfermeil'],
      ['Objectifs', 'A2', 'Général'],
    ];
    const sorties = await passerParLibreOffice([
      ...(await Promise.all(
        FORMATS.map(async (de, i) => ({
          ...{ de, vers: FORMATS[1 - i] ?? de, frappes: suivi },
          octets: await suiviEnClasseur(SUIVI, de),
        })),
      )),
      ...(await Promise.all(
        FORMATS.map(async (de, i) => ({
          ...{ de, vers: FORMATS[1 - i] ?? de, frappes: arrivee },
          octets: await modeleArrivee(CA, LISTES, de),
        })),
      )),
    ]);
    for (const { octets } of sorties.slice(0, 2)) {
      const { refus, actions, trimestre } = lireSuivi(await lireClasseur(octets), SUIVI);
      expect([refus, trimestre]).toEqual([[], '2026-T3']);
      expect(actions[0]?.gauche).toMatchObject({
        objectifsPoursuivis: 'Faire marcher, chaque jour',
        public1: 'Familles',
        public2: 'Personnes âgées',
        territoire: 'Montfermeil',
      });
      expect(actions[0]?.contenu).toMatchObject({
        beneficiaires: 1200,
        reponses: { ressources: { reponse: 'NON', motif: 'Un départ en juin' } },
        freins: 'La pluie',
        valeurs: [{ valeur: 12.5 }],
      });
    }
    for (const { octets } of sorties.slice(2)) {
      const { lignes } = lireArrivee(await lireClasseur(octets), CA.id, LISTES);
      expect(JSON.stringify(lignes.structures)).toContain('CCAS de Montfermeil');
      expect(JSON.stringify(lignes.structures)).toContain('Montfermeil');
    }
  });
});
