import { LIBELLES_MODES, LIBELLES_UNITES, type ModeAgregation, type Unite } from '../referentiel/listes';
import type { ChampOuvert, LigneOuverte } from './donnees-ouvertes.contract';
import { masquerBas, masquerIndicateur, type Masques } from './masques.rules';

/** A column more, less, moved or renamed is another version. */
export const VERSION_OUVERTE = 1;
export const JEU_OUVERT = 'coopilote-resultats-trimestriels';
export const LICENCE_OUVERTE = 'Licence Ouverte 2.0 (Etalab)';

const champ = (name: string, title: string, type: ChampOuvert['type'], description: string): ChampOuvert => ({
  name,
  title,
  type,
  description,
});
export const CHAMPS_OUVERTS: readonly ChampOuvert[] = [
  champ('annee', 'Année', 'integer', 'Année civile.'),
  champ('trimestre', 'Trimestre', 'integer', 'De 1 à 4 ; vide pour l’année entière.'),
  champ('region_code', 'Code de la région', 'string', 'Code officiel géographique (Insee).'),
  champ('region', 'Région', 'string', 'Nom de la région.'),
  champ('departement_code', 'Code du département', 'string', 'Code officiel géographique (Insee) ; vide pour la région entière.'),
  champ('departement', 'Département', 'string', 'Nom du département ; vide pour la région entière.'),
  champ('indicateur_code', 'Code de l’indicateur', 'string', 'Code de l’indicateur commun ; BENEFICIAIRES pour les personnes touchées par les actions.'),
  champ('indicateur', 'Indicateur', 'string', 'Nom de l’indicateur.'),
  champ('unite', 'Unité', 'string', 'Unité de la valeur.'),
  champ('mode_agregation', 'Mode d’agrégation', 'string', 'Comment les valeurs des trimestres et des actions se réunissent.'),
  champ('actions', 'Actions', 'integer', 'Actions qui renseignent l’indicateur.'),
  champ('reponses_attendues', 'Réponses attendues', 'integer', 'Bilans attendus, ou valeurs attendues pour un indicateur.'),
  champ('reponses_recues', 'Réponses reçues', 'integer', 'Parmi elles, celles qui sont arrivées. Une réponse absente ne compte jamais pour zéro.'),
  champ('valeur_basse', 'Valeur basse', 'number', 'Pour des personnes, le plus grand des trimestres de chaque action, comme si les mêmes revenaient ; ailleurs, la valeur.'),
  champ('valeur_haute', 'Valeur haute', 'number', 'Pour des personnes, la somme des trimestres, comme si personne ne revenait ; ailleurs, la valeur.'),
  champ('prevision', 'Prévision', 'number', 'Ce que les fiches-actions prévoyaient.'),
  champ('masque', 'Valeur masquée', 'boolean', 'Vrai quand la valeur n’est pas publiée : secret statistique, ou ce qui permettrait de le retrouver.'),
]; // prettier-ignore

/** A total as it is kept: of a département or of the region (null), for a quarter or the year (0). */
export interface CaseOuverte {
  departementCode: string | null;
  /** « code:unit:mode »; empty for the people reached. */
  cle: string;
  trimestre: number;
  actions: number;
  attendus: number;
  recus: number;
  bas: number | null;
  haut: number | null;
  prevision: number | null;
  /** A ratio of which a term is from 1 to 10. */
  petitsTermes: boolean;
}

export interface NomsOuverts {
  annee: number;
  region: { code: string; nom: string };
  departements: Readonly<Record<string, string>>;
  indicateurs: Readonly<Record<string, string>>;
}

const TEMPS = [1, 2, 3, 4, 0];

/** The published table: every indicator, its départements then its region, its quarters then its year, masked (R17). */
export function publier(
  cases: readonly CaseOuverte[],
  noms: NomsOuverts,
): { lignes: LigneOuverte[]; masques: number; valeurs: number } {
  const lignes: LigneOuverte[] = [];
  for (const cle of [...new Set(cases.map((c) => c.cle))].sort()) {
    const siennes = cases.filter((c) => c.cle === cle);
    const departements = [...new Set(siennes.flatMap((c) => c.departementCode ?? []))].sort();
    const territoires = [...departements, null];
    const table = territoires.map((code) =>
      TEMPS.map((trimestre) => siennes.find((c) => c.departementCode === code && c.trimestre === trimestre)),
    );
    const [code = '', unite = 'PERSONNES', mode = 'SOMME'] = cle ? cle.split(':') : [];
    const masques = masquerIndicateur({
      mode: mode as ModeAgregation,
      unite: unite as Unite,
      haut: table.map((ligne) => ligne.map((c) => c?.haut ?? null)),
      petitsTermes: table.map((ligne) => ligne.map((c) => c?.petitsTermes ?? false)),
    });
    const sansBas = enPersonnesSommees(unite, mode) ? masquerBas(masques) : [];
    for (const [i, ligne] of table.entries()) {
      for (const [j, trouvee] of ligne.entries()) {
        if (trouvee)
          lignes.push(
            ecrire(
              trouvee,
              { code, unite: unite as Unite, mode: mode as ModeAgregation },
              noms,
              masque(masques, i, j),
              sansBas[i],
            ),
          );
      }
    }
  }
  return {
    lignes,
    masques: lignes.filter((l) => l['masque']).length,
    valeurs: lignes.filter((l) => l['masque'] || l['valeur_haute'] !== null).length,
  };
}

const enPersonnesSommees = (unite: string, mode: string): boolean => unite === 'PERSONNES' && mode === 'SOMME';
const masque = (masques: Masques, i: number, j: number): boolean => masques[i]?.[j] ?? false;

function ecrire(
  c: CaseOuverte,
  { code, unite, mode }: { code: string; unite: Unite; mode: ModeAgregation },
  { annee, region, departements, indicateurs }: NomsOuverts,
  cachee: boolean,
  sansBas = false,
): LigneOuverte {
  const rien = c.haut === null;
  return {
    annee,
    trimestre: c.trimestre || null,
    region_code: region.code,
    region: region.nom,
    departement_code: c.departementCode,
    departement: c.departementCode && (departements[c.departementCode] ?? null),
    indicateur_code: code || 'BENEFICIAIRES',
    indicateur: code ? (indicateurs[code] ?? code) : 'Personnes touchées',
    unite: LIBELLES_UNITES[unite],
    mode_agregation: LIBELLES_MODES[mode],
    actions: c.actions,
    reponses_attendues: c.attendus,
    reponses_recues: c.recus,
    valeur_basse: cachee || sansBas ? null : c.bas,
    valeur_haute: cachee ? null : c.haut,
    prevision: c.prevision,
    masque: cachee && !rien,
  };
}

/** The table as RFC 4180 has it, for machines: commas, decimal points, UTF-8. A text that a spreadsheet would run is quoted as text. */
export function csvOuvert(lignes: readonly LigneOuverte[]): string {
  const cellule = (valeur: LigneOuverte[string] | undefined): string => {
    if (valeur === null || valeur === undefined) return '';
    if (typeof valeur !== 'string') return String(valeur);
    const texte = /^[\s]*[=+\-@]/.test(valeur) ? `'${valeur}` : valeur;
    return /[",\r\n]/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte;
  };
  const noms = CHAMPS_OUVERTS.map(({ name }) => name);
  return (
    [noms.join(','), ...lignes.map((ligne) => noms.map((nom) => cellule(ligne[nom])).join(','))].join('\r\n') + '\r\n'
  );
}

/** Table Schema of the published file (https://specs.frictionlessdata.io/table-schema/). */
export function schemaOuvert(): object {
  const requis = new Set(['annee', 'region_code', 'indicateur_code', 'masque']);
  return {
    $schema: 'https://frictionlessdata.io/schemas/table-schema.json',
    name: JEU_OUVERT,
    title: 'Résultats trimestriels des coopératives d’acteurs en promotion de la santé',
    version: `${VERSION_OUVERTE}.0.0`,
    fields: CHAMPS_OUVERTS.map((c) => ({ ...c, ...(requis.has(c.name) ? { constraints: { required: true } } : {}) })),
    missingValues: [''],
    primaryKey: [
      'annee',
      'trimestre',
      'region_code',
      'departement_code',
      'indicateur_code',
      'unite',
      'mode_agregation',
    ],
  };
}
