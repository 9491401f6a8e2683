import type { ContextePersonne } from '@coopilote/db';
import { GROUPES_MAX, type AxeGroupe, type GroupesDemandes, type LigneGroupe } from '@coopilote/domain/consolidation';
import { perimetreDe } from '@coopilote/domain/droits';
import { ConditionsT6, DES_PUBLICS, SANS_CODE, TOUT_LE_TERRITOIRE, type Periode } from './selection.queries';
import { cellule, entiere, pasDe, seriesActions, seriesIndicateurs, totauxGardes } from './series.queries';

/** Of each axis: its key, from which relation, and the words of its keys. */
const AXES_SQL: Record<AxeGroupe, { cle: string; depuis?: string; libelles?: string }> = {
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
    cle: `concat_ws(':', m.code, m.unite, m.mode_agregation)`,
    libelles: `SELECT concat_ws(':', code, unite, mode_agregation) AS cle, min(libelle) AS libelle FROM indicateur_commun
               WHERE concat_ws(':', code, unite, mode_agregation) = ANY ($1) GROUP BY 1`,
  },
};
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
    this.si(f.phase, (p) => `s.cooperative_id IN (SELECT id FROM cooperative WHERE phase = ${p})`);
    this.si(f.territoire, (p) => `coalesce(f.territoire_commune_code, '${TOUT_LE_TERRITOIRE}') = ${p}`);
    this.si(f.epci, (p) => `f.territoire_commune_code IN (SELECT code FROM commune WHERE epci_code = ${p})`);
    this.thematique(f.thematique, 's');
    if (f.public) this.et(DES_PUBLICS(this.valeurs('PUBLIC_CIBLE', f.public)));
    this.si(f.indicateurCommun, (p) => `s.indicateur_commun_id = ${p}`);
    this.si(f.indicateur, (p) => `${p} IN (m.code, concat_ws(':', m.code, m.unite, m.mode_agregation))`);
    this.unIndicateur = Boolean(f.indicateur ?? f.indicateurCommun);
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
    const groupes = [...cles, ...(parIndicateur ? ['m.unite', 'm.mode_agregation'] : [])];
    const [unite, mode] = parIndicateur ? ['m.unite', 'm.mode_agregation'] : [`'PERSONNES'`, `'SOMME'`];
    const [haut, prevu] = [HAUT, PREVU].map((sql) =>
      parIndicateur ? sql : sql.replaceAll('m.unite', unite ?? '').replaceAll('m.mode_agregation', mode ?? ''),
    );
    return `SELECT ${axes.length} AS niveau, ARRAY[${cles.join(', ')}]::text[] AS cles, sum(s.actions)::int AS actions, sum(s.attendus)::int AS attendus,
        sum(s.recus)::int AS recus, sum(s.valides)::int AS valides, sum(s.cibles)::float8 AS cibles,
        (CASE WHEN ${mode} = 'SOMME' AND ${unite} = 'PERSONNES' THEN sum(s.bas) ELSE ${haut} END)::float8 AS bas, (${haut})::float8 AS haut,
        (${prevu})::float8 AS prevision
      FROM (${this.source(pas, parIndicateur)}) s ${modes} ${this.jointures.join(' ')} ${depuis} ${this.where}
      ${groupes.length ? `GROUP BY ${groupes.join(', ')}` : 'HAVING count(*) > 0'}`;
  }

  private source(pas: ReturnType<typeof pasDe>, parIndicateur: boolean): string {
    const cell = cellule(this.periode, this.bornes);
    const garde = pas === 'trimestre' || (pas === 'annee' ? entiere(this.periode) : cell !== null);
    if (!this.avecAction && garde) return totauxGardes(this.periode, pas, cell, parIndicateur);
    return parIndicateur ? seriesIndicateurs(this.periode, pas) : seriesActions(this.periode, pas);
  }

  /** The groups of a page, subtotals before what they gather; and how many there are in all. */
  async list(ctx: ContextePersonne): Promise<{ total: number; lignes: LigneGroupe[] }> {
    const limite = this.demande.limite ?? GROUPES_MAX;
    const niveaux = Array.from({ length: this.axes.length + 1 }, (_, n) => this.niveau(this.axes.slice(0, n)));
    const lignes = await ctx.query<LigneGroupe & { total: number }>(
      `SELECT cles, actions, attendus, recus, valides, cibles, bas, haut, prevision, (count(*) OVER ())::int AS total
       FROM (${niveaux.join(' UNION ALL ')}) g ORDER BY cles LIMIT ${limite} OFFSET ${((this.demande.page ?? 1) - 1) * limite}`,
      this.params,
    );
    return { total: lignes[0]?.total ?? 0, lignes: lignes.map(({ total: _, ...ligne }) => ligne) };
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
