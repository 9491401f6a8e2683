import type { ContextePersonne } from '@coopilote/db';
import {
  COLONNES_GROUPES as COLONNES,
  type AxeGroupe,
  type ColonnesGroupes,
  type GroupesDemandes,
} from '@coopilote/domain/consolidation';
import { perimetreDe } from '@coopilote/domain/droits';
import { ConditionsT6, SANS_CODE, TOUT_LE_TERRITOIRE, type Periode } from './selection.queries';
import { cellule, entiere, pasDe, seriesActions, seriesIndicateurs, totauxGardes, type Pas } from './series.queries';

/** Of each axis: its key, what it is grouped by when the key is made of it, from which relation, and the words of its keys. */
const AXES_SQL: Record<AxeGroupe, { cle: string; groupe?: string; depuis?: string; libelles?: string }> = {
  region: { cle: 'd.region_code', libelles: 'SELECT code AS cle, nom AS libelle FROM region WHERE code = ANY ($1)' },
  departement: {
    cle: 's.departement_code',
    libelles: 'SELECT code AS cle, nom AS libelle FROM departement WHERE code = ANY ($1)',
  },
  epci: {
    cle: `coalesce(co.epci_code, '${TOUT_LE_TERRITOIRE}')`,
    depuis: 'LEFT JOIN commune co ON co.code = f.territoire_commune_code',
    libelles: 'SELECT code AS cle, nom AS libelle FROM intercommunalite WHERE code = ANY ($1)',
  },
  territoire: {
    cle: `coalesce(f.territoire_commune_code, '${TOUT_LE_TERRITOIRE}')`,
    libelles: 'SELECT code AS cle, nom AS libelle FROM commune WHERE code = ANY ($1)',
  },
  thematique: {
    cle: `coalesce(lt.code, '${SANS_CODE}')`,
    depuis: `LEFT JOIN cooperative_thematique xt ON xt.cooperative_id = s.cooperative_id LEFT JOIN liste_valeur lt ON lt.id = xt.thematique_id`,
    libelles: `SELECT code AS cle, min(libelle) AS libelle FROM liste_valeur WHERE liste = 'THEMATIQUE' AND code = ANY ($1) GROUP BY code`,
  },
  public: {
    cle: `coalesce(lp.code, '${SANS_CODE}')`,
    depuis: `LEFT JOIN LATERAL (SELECT DISTINCT l.code FROM liste_valeur l WHERE l.id IN (f.public1_id, f.public2_id, f.public3_id)) lp ON true`,
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
  phase: { cle: 'ca.phase', depuis: 'JOIN cooperative ca ON ca.id = s.cooperative_id' },
  annee: { cle: 's.annee::text' },
  trimestre: { cle: `s.annee || '-T' || s.trimestre` },
  indicateur: {
    cle: `m.code || ':' || m.unite || ':' || m.mode_agregation`,
    groupe: 'm.code',
    libelles: `SELECT concat_ws(':', code, unite, mode_agregation) AS cle, min(libelle) AS libelle FROM indicateur_commun
               WHERE concat_ws(':', code, unite, mode_agregation) = ANY ($1) GROUP BY 1`,
  },
};
/** Groups given when no number is asked. */
const LIMITE = 500;
/** Axes that the totals kept by département know; the others need the action. */
const GARDES: readonly AxeGroupe[] = ['region', 'departement', 'annee', 'trimestre', 'indicateur'];

/** Over space: sums and last values add, percentages and means average, ratios pool both terms (agregation.rules.ts). */
const HAUT = `CASE m.mode_agregation
    WHEN 'DERNIERE_VALEUR' THEN CASE WHEN m.unite = 'POURCENTAGE' THEN round(sum(s.derniere) / nullif(sum(s.series), 0), 4) ELSE sum(s.derniere) END
    WHEN 'MOYENNE' THEN round(sum(s.somme) / nullif(sum(s.valeurs), 0), 4)
    WHEN 'MAXIMUM' THEN max(s.maximum)
    WHEN 'RATIO' THEN round(sum(s.numerateur) / nullif(sum(s.denominateur), 0) * CASE WHEN m.unite = 'POURCENTAGE' THEN 100 ELSE 1 END, 4)
    ELSE sum(s.somme) END`;
const PREVU = `CASE m.mode_agregation
    WHEN 'DERNIERE_VALEUR' THEN CASE WHEN m.unite = 'POURCENTAGE' THEN round(sum(s.prevu_derniere) / nullif(sum(s.series_prevues), 0), 4) ELSE sum(s.prevu_derniere) END
    WHEN 'MAXIMUM' THEN max(s.prevu_maximum)
    WHEN 'SOMME' THEN sum(s.prevu_somme)
    ELSE round(sum(s.prevu_somme) / nullif(sum(s.previsions), 0), 4) END`;

/** What a request reads, level after level: the total, then each axis inside the ones before it. */
export class Groupes extends ConditionsT6 {
  private readonly avecAction: boolean;
  private readonly unIndicateur: boolean;
  private readonly jointures: string[] = ['JOIN departement d ON d.code = s.departement_code'];

  constructor(
    ctx: ContextePersonne,
    private readonly axes: readonly AxeGroupe[],
    private readonly demande: GroupesDemandes,
    private readonly periode: Periode,
    private readonly bornes: { premiere: number; derniere: number } | null,
  ) {
    super();
    const f = demande;
    this.perimetre(perimetreDe(ctx.identite, 'consolidation.lire'), 's');
    this.si(f.region, (p) => `d.region_code = ${p}`);
    this.si(f.departement, (p) => `s.departement_code = ${p}`);
    this.si(f.structure, (p) => `s.structure_id = ${p}`);
    this.si(f.cooperative, (p) => `s.cooperative_id = ${p}`);
    this.deLaCooperative(f, 's');
    for (const condition of this.deLAction(f)) this.et(condition);
    const commun = this.duCommun(f);
    if (commun) this.et(commun);
    this.unIndicateur = commun !== null;
    this.avecAction =
      axes.some((axe) => !GARDES.includes(axe)) ||
      [f.structure, f.cooperative, f.phase, f.territoire, f.epci, f.thematique, f.public].some((v) => v !== undefined);
    if (this.avecAction) this.jointures.push('JOIN fiche_action f ON f.id = s.fiche_action_id');
  }

  private niveau(axes: readonly AxeGroupe[]): string {
    const parIndicateur = this.unIndicateur || axes.includes('indicateur');
    const cles = axes.map((axe) => AXES_SQL[axe].cle);
    const pas = pasDe(axes);
    const depuis = axes.flatMap((axe) => AXES_SQL[axe].depuis ?? []).join(' ');
    // Without an indicator, people behave as a sum of persons.
    const modes = parIndicateur
      ? 'JOIN indicateur_commun m ON m.id = s.indicateur_commun_id'
      : `CROSS JOIN (VALUES ('', 'PERSONNES', 'SOMME')) m(code, unite, mode_agregation)`;
    const groupes = [
      ...axes.map((axe) => AXES_SQL[axe].groupe ?? AXES_SQL[axe].cle),
      ...(parIndicateur ? ['m.unite', 'm.mode_agregation'] : []),
    ];
    const [unite, mode] = parIndicateur ? ['m.unite', 'm.mode_agregation'] : [`'PERSONNES'`, `'SOMME'`];
    const [haut, prevu] = [HAUT, PREVU].map((sql) =>
      parIndicateur ? sql : sql.replaceAll('m.unite', unite ?? '').replaceAll('m.mode_agregation', mode ?? ''),
    );
    const garde = this.garde(pas);
    // The kept totals have one row for each of these groups: nothing to put together.
    const seul = garde && axes.includes('departement') && axes.includes('indicateur') === parIndicateur;
    const sql = `SELECT ${this.axes.map((_, i) => `${cles[i] ?? 'NULL::text'} AS cle${i}, `).join('')}sum(s.actions)::int AS actions, sum(s.attendus)::int AS attendus,
        sum(s.recus)::int AS recus, sum(s.valides)::int AS valides, sum(s.cibles)::float8 AS cibles,
        (CASE WHEN ${mode} = 'SOMME' AND ${unite} = 'PERSONNES' THEN sum(s.bas) ELSE ${haut} END)::float8 AS bas, (${haut})::float8 AS haut,
        (${prevu})::float8 AS prevision
      FROM (${this.source(pas, parIndicateur, garde)}) s ${modes} ${this.jointures.join(' ')} ${depuis} ${this.where}
      ${seul ? '' : groupes.length ? `GROUP BY ${groupes.join(', ')}` : 'HAVING count(*) > 0'}`;
    return seul ? sql.replace(/\b(?:sum|max)\((s\.\w+)\)/g, '$1') : sql;
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

  /** The groups of a page in columns, subtotals before what they gather; and how many there are in all. */
  async list(ctx: ContextePersonne): Promise<ColonnesGroupes & { total: number; limite: number }> {
    const limite = this.demande.limite ?? LIMITE;
    const niveaux = Array.from({ length: this.axes.length + 1 }, (_, n) => this.niveau(this.axes.slice(0, n)));
    // The bytes' order: the words' own would cost more than all the rest.
    const ordre = this.axes.map((_, i) => `cle${i} COLLATE "C" NULLS FIRST`);
    const colonne = (nom: string) => `coalesce(array_to_json(array_agg(${nom})), '[]') AS ${nom}`;
    const [lu] = await ctx.query<
      Record<string, (string | null)[]> & Record<(typeof COLONNES)[number], number[]> & { total: number }
    >(
      `WITH g AS MATERIALIZED (${niveaux.join(' UNION ALL ')}),
       page AS (SELECT * FROM g ${ordre.length ? `ORDER BY ${ordre.join(', ')}` : ''} LIMIT ${limite} OFFSET ${((this.demande.page ?? 1) - 1) * limite})
       SELECT (SELECT count(*) FROM g)::int AS total, ${[...this.axes.map((_, i) => `cle${i}`), ...COLONNES].map(colonne).join(', ')} FROM page`,
      this.params,
    );
    if (!lu) throw new Error('Groupes absents');
    return {
      total: lu.total,
      limite,
      cles: this.axes.map((_, i) => lu[`cle${i}`] ?? []),
      colonnes: Object.fromEntries(COLONNES.map((nom) => [nom, lu[nom]])) as unknown as ColonnesGroupes['colonnes'],
    };
  }
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
