import type { ContextePersonne } from '@coopilote/db';
import { GROUPES_REFUSES, type AxeGroupe, type GroupesDemandes } from '@coopilote/domain/consolidation';
import { perimetreDe } from '@coopilote/domain/droits';
import { ConditionsT6, SANS_CODE, TOUT_LE_TERRITOIRE, type Periode } from './selection.queries';
import { cellule, entiere, pasDe, seriesActions, seriesIndicateurs, totauxGardes, type Pas } from './series.queries';

const FICHE = 'JOIN fiche_action f ON f.id = s.fiche_action_id';
const INDICATEUR = 'JOIN indicateur_commun m ON m.id = s.indicateur_commun_id';
/** Of each axis: its key, what it is grouped by when the key is made of it, from which relation, and the words of its keys. */
const AXES_SQL: Record<AxeGroupe, { cle: string; groupe?: string; depuis?: string[]; libelles?: string }> = {
  region: {
    cle: 'd.region_code',
    depuis: ['JOIN departement d ON d.code = s.departement_code'],
    libelles: 'SELECT code AS cle, nom AS libelle FROM region WHERE code = ANY ($1)',
  },
  departement: {
    cle: 's.departement_code',
    libelles: 'SELECT code AS cle, nom AS libelle FROM departement WHERE code = ANY ($1)',
  },
  epci: {
    cle: `coalesce(co.epci_code, '${TOUT_LE_TERRITOIRE}')`,
    depuis: [FICHE, 'LEFT JOIN commune co ON co.code = f.territoire_commune_code'],
    libelles: 'SELECT code AS cle, nom AS libelle FROM intercommunalite WHERE code = ANY ($1)',
  },
  territoire: {
    cle: `coalesce(f.territoire_commune_code, '${TOUT_LE_TERRITOIRE}')`,
    depuis: [FICHE],
    libelles: 'SELECT code AS cle, nom AS libelle FROM commune WHERE code = ANY ($1)',
  },
  thematique: {
    cle: `coalesce(lt.code, '${SANS_CODE}')`,
    depuis: [
      `LEFT JOIN cooperative_thematique xt ON xt.cooperative_id = s.cooperative_id LEFT JOIN liste_valeur lt ON lt.id = xt.thematique_id`,
    ],
    libelles: `SELECT code AS cle, min(libelle) AS libelle FROM liste_valeur WHERE liste = 'THEMATIQUE' AND code = ANY ($1) GROUP BY code`,
  },
  public: {
    cle: `coalesce(lp.code, '${SANS_CODE}')`,
    depuis: [
      FICHE,
      `LEFT JOIN LATERAL (SELECT DISTINCT l.code FROM liste_valeur l WHERE l.id IN (f.public1_id, f.public2_id, f.public3_id)) lp ON true`,
    ],
    libelles: `SELECT code AS cle, min(libelle) AS libelle FROM liste_valeur WHERE liste = 'PUBLIC_CIBLE' AND code = ANY ($1) GROUP BY code`,
  },
  structure: {
    cle: 's.structure_id::text',
    libelles: 'SELECT id::text AS cle, nom AS libelle FROM structure WHERE id = ANY ($1::uuid[])',
  },
  cooperative: {
    cle: 's.cooperative_id::text',
    libelles: 'SELECT id::text AS cle, intitule AS libelle FROM cooperative WHERE id = ANY ($1::uuid[])',
  },
  phase: { cle: 'ca.phase', depuis: ['JOIN cooperative ca ON ca.id = s.cooperative_id'] },
  annee: { cle: 's.annee::text' },
  trimestre: { cle: `s.annee || '-T' || s.trimestre` },
  indicateur: {
    cle: `m.code || ':' || m.unite || ':' || m.mode_agregation`,
    groupe: 'm.code',
    depuis: [INDICATEUR],
    libelles: `SELECT concat_ws(':', code, unite, mode_agregation) AS cle, min(libelle) AS libelle FROM indicateur_commun
               WHERE concat_ws(':', code, unite, mode_agregation) = ANY ($1) GROUP BY 1`,
  },
};
/** Groups given when no number is asked. */
const LIMITE = 500;
/** Axes that the totals kept by département know; the others need the action. */
const GARDES: readonly AxeGroupe[] = ['region', 'departement', 'annee', 'trimestre', 'indicateur'];

/** Between the fields of a line, and between lines: no key holds them. */
const [CHAMP, LIGNE] = ['\u001f', '\u001e'];
/** What the measures of a group are made of, summed over its series. */
export const SOMMES = ['actions', 'attendus', 'recus', 'valides', 'cibles', 'series', 'valeurs', 'somme', 'maximum', 'bas', 'derniere',
  'numerateur', 'denominateur', 'series_prevues', 'previsions', 'prevu_somme', 'prevu_maximum', 'prevu_derniere']
  .map((c) => `${c.endsWith('maximum') ? 'max' : 'sum'}(s.${c})`); // prettier-ignore

/** What a request reads, level after level: the total, then each axis inside the ones before it. */
export class Groupes extends ConditionsT6 {
  private readonly avecAction: boolean;
  private readonly unIndicateur: boolean;

  constructor(
    ctx: ContextePersonne,
    private readonly axes: readonly AxeGroupe[],
    private readonly demande: GroupesDemandes,
    private readonly periode: Periode,
    private readonly bornes: { premiere: number; derniere: number } | null,
  ) {
    super();
    const f = demande;
    this.et(this.dans(perimetreDe(ctx.identite, 'consolidation.lire'), 's', { ensemble: true }));
    this.si(f.region, (p) => `s.departement_code IN (SELECT code FROM departement WHERE region_code = ${p})`);
    this.si(f.departement, (p) => `s.departement_code = ${p}`);
    this.si(f.structure, (p) => `s.structure_id = ${p}`);
    this.si(f.cooperative, (p) => `s.cooperative_id = ${p}`);
    this.deLaCooperative(f, 's');
    for (const condition of this.deLAction(f)) this.et(condition);
    const commun = this.duCommun(f);
    if (commun) this.et(`s.indicateur_commun_id IN (SELECT m.id FROM indicateur_commun m WHERE ${commun})`);
    this.unIndicateur = commun !== null;
    this.avecAction =
      axes.some((axe) => !GARDES.includes(axe)) ||
      [f.structure, f.cooperative, f.phase, f.territoire, f.epci, f.thematique, f.public].some((v) => v !== undefined);
  }

  /** SQL: the groups of a level, `champs`: their keys and their measures. */
  private niveau(axes: readonly AxeGroupe[]): string {
    const parIndicateur = this.unIndicateur || axes.includes('indicateur');
    const pas = pasDe(axes);
    const garde = this.garde(pas);
    const parts = axes.map((axe) => (garde && axe === 'indicateur' ? { cle: 's.cle' } : AXES_SQL[axe]));
    const jointures = new Set(parts.flatMap(({ depuis = [] }) => depuis));
    if (parIndicateur && !garde) jointures.add(INDICATEUR);
    if (/\bf\./.test(this.where)) jointures.add(FICHE);
    const depuis = `(${this.source(pas, parIndicateur, garde)}) s ${[...jointures].join(' ')} ${this.where}`;
    const champs = (mesures: string) =>
      `concat_ws('${CHAMP}', ${[...parts.map(({ cle }) => cle), mesures].join(', ')})`;
    // The totals kept by département have one row for each of these groups: their measures are written already.
    if (garde && axes.includes('departement') && axes.includes('indicateur') === parIndicateur) {
      return `SELECT ${champs('s.mesures')} AS champs FROM ${depuis}`;
    }
    // Without an indicator, people behave as a sum of persons.
    const modes = !parIndicateur ? [`'SOMME'`, `'PERSONNES'`] : garde
      ? [`split_part(s.cle, ':', 3)`, `split_part(s.cle, ':', 2)`]
      : ['m.mode_agregation', 'm.unite']; // prettier-ignore
    const groupes = [...parts.map(({ cle, groupe }) => groupe ?? cle), ...(parIndicateur ? modes : [])];
    const mesures = `app.mesures_groupe(${[...modes, ...SOMMES].join(', ')})`;
    return `SELECT ${champs(mesures)} AS champs FROM ${depuis} ${groupes.length ? `GROUP BY ${groupes.join(', ')}` : 'HAVING count(*) > 0'}`;
  }

  /** Whether the totals kept by département answer a step of time. */
  private garde(pas: Pas): boolean {
    if (this.avecAction) return false;
    if (pas) return pas === 'trimestre' || entiere(this.periode);
    return cellule(this.periode, this.bornes) !== null;
  }

  private source(pas: Pas, parIndicateur: boolean, garde: boolean): string {
    const cell = cellule(this.periode, this.bornes);
    if (garde) return totauxGardes(this.periode, pas, cell, parIndicateur);
    return parIndicateur ? seriesIndicateurs(this.periode, pas, cell) : seriesActions(this.periode, pas, cell);
  }

  /** The groups of a page as JSON; how many there are in all, up to one more than are refused; the keys of each axis. */
  async list(ctx: ContextePersonne): Promise<{ lignes: string[]; total: number; limite: number; valeurs: string[][] }> {
    const niveaux = Array.from({ length: this.axes.length + 1 }, (_, n) => this.niveau(this.axes.slice(0, n)));
    const [lu] = await ctx.query<{ lignes: string | null }>(
      `SELECT string_agg(champs, '${LIGNE}') AS lignes FROM (SELECT * FROM (${niveaux.join(' UNION ALL ')}) g LIMIT ${GROUPES_REFUSES + 1}) g`,
      this.params,
    );
    const lus = lu?.lignes?.split(LIGNE).map((ligne) => ligne.split(CHAMP)) ?? [];
    const { limite = LIMITE, page = 1 } = this.demande;
    const { ranges, valeurs } = ranger(lus, this.axes.length);
    const lignes = ranges.slice((page - 1) * limite, page * limite);
    const cites = valeurs.map((cles) => new Map(cles.map((cle) => [cle, `${JSON.stringify(cle)},`])));
    return { total: lus.length, limite, valeurs, lignes: lignes.map((ligne) => enJson(ligne, cites)) };
  }
}

/**
 * Lines in the order of their keys, a subtotal before what it gathers: sorting them as words, in the database, would cost more
 * than reading them.
 */
function ranger(lus: string[][], axes: number): { ranges: string[][]; valeurs: string[][] } {
  const valeurs = Array.from({ length: axes }, (_, axe) => {
    const cles = new Set<string>();
    for (const ligne of lus) if (ligne.length > axe + 1) cles.add(ligne[axe] ?? '');
    return [...cles].sort();
  });
  const rangs = valeurs.map((cles) => new Map(cles.map((cle, rang) => [cle, rang + 1])));
  const place = (ligne: string[]) =>
    rangs.reduce(
      (p, rang, axe) => p * (rang.size + 1) + ((axe < ligne.length - 1 && rang.get(ligne[axe] ?? '')) || 0),
      0,
    );
  const ranges = lus.map((ligne) => ({ ligne, place: place(ligne) })).sort((a, b) => a.place - b.place);
  return { valeurs, ranges: ranges.map(({ ligne }) => ligne) };
}

/** A `LigneBrute`; its keys are quoted once each. */
function enJson(ligne: string[], cites: readonly Map<string, string>[]): string {
  let cles = '';
  for (const [axe, cite] of cites.entries()) cles += (axe < ligne.length - 1 && cite.get(ligne[axe] ?? '')) || 'null,';
  return `[${cles}${ligne[ligne.length - 1]}]`;
}

/** First and last years of which there is a total. */
export async function readBornes(ctx: ContextePersonne): Promise<{ premiere: number; derniere: number } | null> {
  const [bornes] = await ctx.query<{ premiere: number | null; derniere: number | null }>(
    `SELECT min(annee) AS premiere, max(annee) AS derniere FROM total_departement WHERE annee > 0`,
  );
  return bornes?.premiere && bornes.derniere ? { premiere: bornes.premiere, derniere: bornes.derniere } : null;
}

/** Words of the keys of an axis that has some; one statement an axis. */
export async function readLibelles(
  ctx: ContextePersonne,
  axe: AxeGroupe,
  cles: string[],
): Promise<Record<string, string>> {
  const { libelles } = AXES_SQL[axe];
  if (!libelles) return {};
  const lus = await ctx.query<{ cle: string; libelle: string }>(libelles, [
    cles.filter((cle) => cle !== TOUT_LE_TERRITOIRE),
  ]);
  return Object.fromEntries(lus.map(({ cle, libelle }) => [cle, libelle]));
}
