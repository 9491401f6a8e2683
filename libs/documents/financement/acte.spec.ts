import type { ActeFige } from '@coopilote/domain/financement';
import { lireDocx, lirePdf } from '../essais/lecture';
import { acteFinancementDocx } from '../docx/acte-financement';
import { acteFinancementPdf } from '../pdf/acte-financement';
import { A_COMPLETER, composerActeFinancement } from './acte';

const EDITION = { maintenant: new Date('2026-04-15T09:00:00Z') };
const enLigne = (texte: string): string => texte.replace(/\s+/g, ' ');
const acte = (autre: Partial<ActeFige> = {}): ActeFige => ({
  forme: 'DECISION',
  reference: '2026-93-12',
  duree: 1,
  annee: 2026,
  region: 'Île-de-France',
  departement: 'Seine-Saint-Denis',
  cooperative: 'Diabète en Seine-Saint-Denis',
  structure: {
    nom: 'Au devant',
    formeJuridique: 'Association loi 1901',
    siret: null,
    rna: 'W931234567',
    finess: null,
    adresse: '3 rue de la Paix, Bobigny',
  },
  lignes: [
    { action: 'Marcher ensemble', objet: 'Animation', nature: 'ARS_FIR', montant: 1_149_999 },
    { action: null, objet: null, nature: 'ARS_AUTRE', montant: 1_150_000 },
  ],
  precedents: [],
  echeancier: [{ prevuLe: '2026-05-01', montant: 2_000_000, libelle: 'Acompte' }],
  demandeLe: '2026-01-05',
  conventionEnVigueur: false,
  signataireArs: 'Léa Dupont, déléguée départementale',
  signataireStructure: null,
  imputation: null,
  visas: 'Vu le contrat local de santé',
  signeLe: null,
  demonstration: false,
  ...autre,
});

describe('The act of a subsidy', () => {
  it('says in a décision its visas, its amount in figures and in words, its lines and its payments', async () => {
    const { pages, infos } = await lirePdf(await acteFinancementPdf(acte(), EDITION));
    const texte = enLigne(pages.join(' '));
    for (const attendu of [
      'Décision d’attribution de subvention 2026',
      '2026-93-12',
      'RNA W931234567',
      'Vu la demande de subvention de Au devant, datée et signée du 5 janvier 2026',
      'Vu le contrat local de santé',
      '22 999,99 €',
      'vingt-deux mille neuf cent quatre-vingt-dix-neuf euros et quatre-vingt-dix-neuf centimes',
      'Marcher ensemble',
      'Ensemble du programme',
      '1er mai 2026',
      'Acompte',
      'Reste de 2 999,99 €',
      'Léa Dupont, déléguée',
      'Projet, non signé',
    ]) {
      expect(texte).toContain(attendu);
    }
    expect(texte).not.toContain('Article 7');
    expect(infos['Title']).toBe('Décision d’attribution de subvention 2026');
  });

  it('names in a convention both parties, its years, and the décisions that it follows', async () => {
    const convention = acte({
      forme: 'CONVENTION',
      duree: 3,
      signeLe: '2026-03-01',
      conventionEnVigueur: true,
      demandeLe: null,
      precedents: [{ reference: '2026-93-02', signeLe: '2026-02-01', montant: 1_000_000 }],
      demonstration: true,
    });
    const texte = enLigne(await lireDocx(await acteFinancementDocx(convention, EDITION)));
    for (const attendu of [
      'Convention de financement pluriannuelle 2026',
      'ci-après « la structure »',
      'Vu la convention de partenariat de la coopérative',
      'décision d’attribution nº 2026-93-02 du 1er février 2026, d’un montant de 10 000,00 €',
      'les années 2026 à 2028',
      'Signé le 1er mars 2026',
    ]) {
      expect(texte).toContain(attendu);
    }
    expect(texte).not.toContain('demande de subvention');
  });

  it('leaves a line for what the application does not know, and invents nothing', () => {
    const nu = acte({ reference: null, signataireArs: null, demandeLe: null, echeancier: [], visas: null });
    const { faits, blocs } = composerActeFinancement(nu, EDITION);
    const dit = JSON.stringify([faits, blocs]);
    expect(dit.split(A_COMPLETER).length - 1).toBeGreaterThanOrEqual(8);
    expect(dit).not.toMatch(/null|undefined/);
  });
});
