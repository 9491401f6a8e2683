import {
  agregerTrimestres,
  GABARIT_T3,
  INDICATEURS_T3,
  valeurExport,
  type ValeurExport,
} from '@coopilote/domain/consolidation';
import { LIBELLES_UNITES, type TypeIndicateur, type Unite } from '@coopilote/domain/referentiel';
import { NOMS_T3, TABLES_T3, type BilanT3, type ChiffresT3, type NomT3, type TableT3 } from './t3.queries';

const FORMAT = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 4 });
const dire = (n: number | null): string =>
  n === null ? 'pas de valeur' : FORMAT.format(n).replaceAll('\u202f', '\u00a0');

/** An indicator in a row: its value of the quarter, and its forecast. */
interface Chiffre {
  type: TypeIndicateur;
  libelle: string;
  unite: Unite;
  valeur: number | null;
  prevision: number | null;
}
/** All that a row is made of: its report, its names, the indicators of each type that have cells, the others in words. */
interface Rangee {
  bilan: BilanT3;
  nommer: (colonne: NomT3) => string | null;
  activite: readonly Chiffre[];
  resultat: readonly Chiffre[];
  autres: string;
}

/** Where each column is read, found once: a row has some eighty, and there are thousands of rows. */
const LECTEURS = GABARIT_T3.colonnes.map((colonne): ((r: Rangee) => ValeurExport) => {
  const { cle } = colonne;
  if (cle in NOMS_T3) return (r) => r.nommer(cle as NomT3);
  if (cle === 'autresIndicateurs') return (r) => r.autres || null;
  const [, type, rang, champ] = /^(activite|resultat)(\d)(\w*)$/.exec(cle) ?? [];
  if (!type) return ({ bilan }) => valeurExport(colonne, bilan[cle]);
  const propriete = (champ?.toLowerCase() || 'libelle') as keyof Chiffre;
  return (r) => valeurExport(colonne, r[type as 'activite' | 'resultat'][Number(rang) - 1]?.[propriete] ?? null);
});

function rangee(bilan: BilanT3, noms: NomsT3, chiffres: readonly Chiffre[]): ValeurExport[] {
  const montres = (type: TypeIndicateur) => chiffres.filter((i) => i.type === type).slice(0, INDICATEURS_T3);
  const [activite, resultat] = [montres('ACTIVITE'), montres('RESULTAT')];
  const autres = chiffres
    .filter((i) => !activite.includes(i) && !resultat.includes(i))
    .map(({ libelle, unite, valeur, prevision }) => {
      const prevu = prevision === null ? 'sans prévision' : `prévu ${dire(prevision)}`;
      return `${libelle}\u00a0: ${dire(valeur)}, ${prevu} (${LIBELLES_UNITES[unite]})`;
    })
    .join('\n');
  const lu: Rangee = { bilan, nommer: (colonne) => noms.nommer(bilan, colonne), activite, resultat, autres };
  return LECTEURS.map((lire) => lire(lu));
}

/** Names read so far, by table. */
export class NomsT3 {
  private readonly connus = parTable(() => new Map<string, string>());

  /** Keys of a page that are still to be named. */
  manquants(bilans: readonly BilanT3[]): Record<TableT3, string[]> {
    const cles = parTable(() => new Set<string>());
    for (const bilan of bilans) {
      for (const { cle, table } of Object.values(NOMS_T3)) {
        const valeur = bilan[cle];
        if (valeur && !this.connus[table].has(valeur)) cles[table].add(valeur);
      }
    }
    return parTable((table) => [...cles[table]]);
  }

  apprendre(noms: readonly { genre: TableT3; cle: string; nom: string }[]): void {
    for (const { genre, cle, nom } of noms) this.connus[genre].set(cle, nom);
  }

  nommer(bilan: BilanT3, colonne: NomT3): string | null {
    const cle = bilan[NOMS_T3[colonne].cle];
    if (!cle) return colonne === 'territoire' ? 'Tout le territoire' : null;
    return this.connus[NOMS_T3[colonne].table].get(cle) ?? null;
  }
}
const parTable = <T>(faire: (table: TableT3) => T): Record<TableT3, T> =>
  Object.fromEntries(TABLES_T3.map((table) => [table, faire(table)])) as Record<TableT3, T>;

/** A page of T3: each report with its names and its indicators, valued by their mode. */
export function lignesT3(bilans: readonly BilanT3[], noms: NomsT3, chiffres: ChiffresT3): ValeurExport[][] {
  const parFiche = Map.groupBy(chiffres.indicateurs, (i) => i.ficheActionId);
  const valeurs = new Map(chiffres.valeurs.map((v) => [`${v.bilanId}${v.indicateurId}`, v]));
  const previsions = new Map(chiffres.previsions.map((p) => [`${p.indicateurId}${p.annee}${p.trimestre}`, p.valeur]));
  return bilans.map((b) => {
    const siens = parFiche.get(b.ficheActionId) ?? [];
    const dits = siens.map(({ id, type, libelle, unite, modeAgregation }): Chiffre => {
      const lue = valeurs.get(`${b.bilanId}${id}`);
      const releves = lue ? [{ ...lue, annee: b.annee, trimestre: b.numeroTrimestre }] : [];
      return {
        ...{ type, libelle, unite, valeur: agregerTrimestres(modeAgregation, unite, releves).haut },
        prevision: previsions.get(`${id}${b.annee}${b.numeroTrimestre}`) ?? null,
      };
    });
    return rangee(b, noms, dits);
  });
}
