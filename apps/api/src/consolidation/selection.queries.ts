import type { ContextePersonne } from '@coopilote/db';
import { ETATS_RECUS, ETATS_SAISIE } from '@coopilote/domain/bilans';
import { estIdentifiant, normaliserRecherche, type Trimestre } from '@coopilote/domain/commun';
import type { FiltresConsolidation, GroupesDemandes } from '@coopilote/domain/consolidation';
import { perimetreDe } from '@coopilote/domain/droits';
import { Conditions } from '../platform/conditions';

export interface Periode {
  du: Trimestre;
  au: Trimestre;
}

/** Key of an axis for the actions that have no value on it, accepted back as a filter. */
export const SANS_VALEUR = '00000000-0000-0000-0000-000000000000';
/** The same, for the axes that are read by code. */
export const SANS_CODE = 'SANS';
export const TOUT_LE_TERRITOIRE = 'TOUT';

/** SQL: the action has one of these publics; none of any when there are no ids. */
export const DES_PUBLICS = (ids: string | null): string =>
  ids === null
    ? 'coalesce(f.public1_id, f.public2_id, f.public3_id) IS NULL'
    : `ARRAY[f.public1_id, f.public2_id, f.public3_id] && ARRAY(${ids})`;

/** The filters that all readings of T6 understand alike. */
export class ConditionsT6 extends Conditions {
  /** SQL: ids of a value of the lists, named by its id or by its code; null for « none ». */
  protected valeurs(liste: string, valeur: string): string | null {
    if (valeur === SANS_VALEUR || valeur === SANS_CODE) return null;
    return estIdentifiant(valeur)
      ? `SELECT ${this.param(valeur)}::uuid`
      : `SELECT id FROM liste_valeur WHERE liste = '${liste}' AND code = ${this.param(valeur)}`;
  }

  protected thematique(valeur: string | undefined, alias: string): void {
    if (!valeur) return;
    const ids = this.valeurs('THEMATIQUE', valeur);
    this.et(
      ids === null
        ? `${alias}.cooperative_id NOT IN (SELECT cooperative_id FROM cooperative_thematique)`
        : `${alias}.cooperative_id IN (SELECT cooperative_id FROM cooperative_thematique WHERE thematique_id IN (${ids}))`,
    );
  }
}

/** The filters of T6, and those that its groups and its exports add. */
export type FiltresSelection = FiltresConsolidation &
  Partial<Pick<GroupesDemandes, 'region' | 'epci' | 'phase' | 'indicateur'>>;

/**
 * The reports `b` of a selection: the same conditions stand under rows, totals, indicators and sources, so that each
 * figure opens exactly what is behind it. Filters on the action or the CA are semi-joins: no row is ever doubled.
 */
export class Selection extends ConditionsT6 {
  readonly recu: string;
  readonly enRetard: string;
  private readonly bornes: [string, string];

  constructor(ctx: ContextePersonne, filtres: FiltresSelection, { du, au }: Periode, aujourdhui: string) {
    super();
    const couple = (t: Trimestre) => `(${this.param(t.annee)}::integer, ${this.param(t.trimestre)}::integer)`;
    this.bornes = [couple(du), couple(au)];
    this.recu = `b.etat IN (${litteraux(ETATS_RECUS)})`;
    this.enRetard = `b.etat IN (${litteraux(ETATS_SAISIE)}) AND b.echeance < ${litteral(aujourdhui)}::date`;
    this.perimetre(perimetreDe(ctx.identite, 'consolidation.lire'), 'b');
    this.et(this.dansPeriode('b.annee', 'b.trimestre'));
    this.si(filtres.departement, (p) => `b.departement_code = ${p}`);
    this.si(filtres.structure, (p) => `b.structure_id = ${p}`);
    this.si(filtres.cooperative, (p) => `b.cooperative_id = ${p}`);
    this.thematique(filtres.thematique, 'b');
    if (filtres.public) {
      const ids = this.valeurs('PUBLIC_CIBLE', filtres.public);
      this.action(DES_PUBLICS(ids));
    }
    if (filtres.territoire) {
      this.action(`coalesce(f.territoire_commune_code, '${TOUT_LE_TERRITOIRE}') = ${this.param(filtres.territoire)}`);
    }
    for (const mot of normaliserRecherche(filtres.q ?? '').split(' ')) {
      if (mot) this.action(`f.intitule_recherche LIKE ${this.param(`%${mot}%`)}`);
    }
    this.si(
      filtres.indicateurCommun,
      (p) => `b.fiche_action_id IN (SELECT i.fiche_action_id FROM indicateur i WHERE i.indicateur_commun_id = ${p})`,
    );
    this.si(
      filtres.indicateur,
      (p) => `b.fiche_action_id IN (SELECT i.fiche_action_id FROM indicateur i JOIN indicateur_commun m
                ON m.id = i.indicateur_commun_id WHERE ${p} IN (m.code, concat_ws(':', m.code, m.unite, m.mode_agregation)))`,
    );
    this.si(filtres.region, (p) => `b.departement_code IN (SELECT code FROM departement WHERE region_code = ${p})`);
    this.si(filtres.phase, (p) => `b.cooperative_id IN (SELECT id FROM cooperative WHERE phase = ${p})`);
    if (filtres.epci) {
      this.action(
        `f.territoire_commune_code IN (SELECT code FROM commune WHERE epci_code = ${this.param(filtres.epci)})`,
      );
    }
  }

  /** SQL: the quarter of a row lies in the period. */
  dansPeriode(annee: string, trimestre: string): string {
    return `(${annee}, ${trimestre}) BETWEEN ${this.bornes[0]} AND ${this.bornes[1]}`;
  }

  private action(condition: string): void {
    this.et(`b.fiche_action_id IN (SELECT f.id FROM fiche_action f WHERE ${condition})`);
  }

  /**
   * One row an action: counts of reports, and beneficiaries. `haut` adds the quarters as if nobody came twice, `bas` keeps
   * the largest, as if the same people always came back: distinct people are never added in silence.
   */
  parAction(parTrimestre = false): string {
    const cles = `b.fiche_action_id, b.departement_code, b.cooperative_id, b.structure_id${parTrimestre ? ', b.annee, b.trimestre' : ''}`;
    return `SELECT ${cles}, count(*) AS attendus, count(*) FILTER (WHERE ${this.recu}) AS recus,
        count(*) FILTER (WHERE b.etat = 'VALIDE') AS valides, count(*) FILTER (WHERE ${this.enRetard}) AS en_retard,
        sum(b.beneficiaires) FILTER (WHERE ${this.recu}) AS haut, max(b.beneficiaires) FILTER (WHERE ${this.recu}) AS bas
      FROM bilan_trimestriel b ${this.where} GROUP BY ${cles}`;
  }
}

/** Our own constants and the day alone: what a person sends is always a parameter. */
const litteral = (texte: string): string => `'${texte.replaceAll("'", "''")}'`;
const litteraux = (textes: readonly string[]): string => textes.map(litteral).join(', ');
