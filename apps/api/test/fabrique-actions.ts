import { createHash, randomUUID } from 'node:crypto';
import type { EtatFiche } from '@coopilote/domain/actions';
import { QUESTIONS_BILAN, type ContenuBilan, type EtatBilan, type ValeurBilan } from '@coopilote/domain/bilans';
import { echeanceBilan, lireTrimestre, normaliserRecherche } from '@coopilote/domain/commun';
import type { ModeAgregation, TypeIndicateur, Unite } from '@coopilote/domain/referentiel';
import { REGION, type Api } from './harness';

export interface IndicateurFait {
  id: string;
  libelle: string;
  unite: Unite;
  modeAgregation: ModeAgregation;
}
export interface ActionFaite {
  id: string;
  cooperativeId: string;
  departementCode: string;
  structureId: string;
  intitule: string;
  indicateurs: IndicateurFait[];
}
export interface IndicateurVoulu {
  type?: TypeIndicateur;
  libelle?: string;
  unite?: Unite;
  mode?: ModeAgregation;
  commun?: string;
  sources?: string;
  /** « 2026-T3 », or « 2026 » for the year → forecast. */
  previsions?: Record<string, number>;
}
/** Values in the order of the action's indicators; a pair is a ratio's numerator and denominator. */
export type ValeurVoulue = number | [number, number] | null;

const UNE_ANNEE = { debut: '2026-01-01', fin: '2026-12-31' };

/** Actions, indicators and reports: the lower half of the factory. */
export class FabriqueActions {
  constructor(protected readonly api: Api) {}

  /** The owner's SQL, past every policy. */
  sql<T extends object>(texte: string, params: unknown[]): Promise<T[]> {
    return this.api.proprietaire.query<T>(texte, params).then((r) => r.rows);
  }

  async indicateurCommun(unite: Unite = 'PERSONNES', mode: ModeAgregation = 'SOMME'): Promise<string> {
    const id = randomUUID();
    await this.sql(
      `INSERT INTO indicateur_commun (id, region_code, code, libelle, type, unite, mode_agregation)
       VALUES ($1, $2, $3, $3, 'RESULTAT', $4, $5)`,
      [id, REGION, `COMMUN_${id.slice(0, 8).toUpperCase()}`, unite, mode],
    );
    return id;
  }

  /** A fiche-action in a state, with indicators (one of each type unless told) and forecasts. */
  async action(
    ca: { id: string; departementCode: string },
    structureId: string,
    voulu: {
      intitule?: string;
      etat?: EtatFiche;
      debut?: string;
      fin?: string;
      objectifId?: string;
      publics?: string[];
      commune?: string;
      beneficiairesCibles?: number;
      motif?: string;
      indicateurs?: IndicateurVoulu[];
    } = {},
  ): Promise<ActionFaite> {
    const id = randomUUID();
    const intitule = voulu.intitule ?? `Action ${id.slice(0, 8)}`;
    const publics = [];
    for (const code of voulu.publics ?? []) publics.push(await this.api.valeurListe('PUBLIC_CIBLE', code));
    await this.sql(
      `INSERT INTO fiche_action (id, cooperative_id, departement_code, structure_id, numero, intitule, intitule_recherche, etat,
         calendrier_debut, calendrier_fin, objectif_id, public1_id, public2_id, public3_id, territoire_commune_code,
         beneficiaires_cibles, motif, resultats_attendus)
       SELECT $1, $2, $3, $4, coalesce(max(numero), 0) + 1, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'Ce qui est attendu'
       FROM fiche_action WHERE cooperative_id = $2`,
      [
        id,
        ca.id,
        ca.departementCode,
        structureId,
        intitule,
        normaliserRecherche(intitule),
        voulu.etat ?? 'EN_COURS',
        voulu.debut ?? UNE_ANNEE.debut,
        voulu.fin ?? UNE_ANNEE.fin,
        voulu.objectifId ?? null,
        publics[0] ?? null,
        publics[1] ?? null,
        publics[2] ?? null,
        voulu.commune ?? null,
        voulu.beneficiairesCibles ?? null,
        voulu.motif ?? null,
      ],
    );
    const action: ActionFaite = {
      id,
      cooperativeId: ca.id,
      departementCode: ca.departementCode,
      structureId,
      intitule,
      indicateurs: [],
    };
    const types: IndicateurVoulu[] = [
      { type: 'PROCESSUS', unite: 'NOMBRE' },
      { type: 'ACTIVITE', unite: 'SEANCES' },
      { type: 'RESULTAT', unite: 'PERSONNES' },
    ];
    for (const indicateur of voulu.indicateurs ?? types) await this.indicateur(action, indicateur);
    return action;
  }

  async indicateur(action: ActionFaite, voulu: IndicateurVoulu): Promise<void> {
    const ordre = action.indicateurs.length + 1;
    const fait: IndicateurFait = {
      id: randomUUID(),
      libelle: voulu.libelle ?? `Indicateur ${ordre}`,
      unite: voulu.unite ?? 'NOMBRE',
      modeAgregation: voulu.mode ?? 'SOMME',
    };
    const cles = [action.id, action.cooperativeId, action.departementCode, action.structureId];
    await this.sql(
      `INSERT INTO indicateur (id, fiche_action_id, cooperative_id, departement_code, structure_id, type, libelle, unite,
         mode_agregation, indicateur_commun_id, ordre, sources)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        fait.id,
        ...cles,
        voulu.type ?? 'ACTIVITE',
        fait.libelle,
        fait.unite,
        fait.modeAgregation,
        voulu.commun ?? null,
        ordre,
        voulu.sources ?? null,
      ],
    );
    for (const [periode, valeur] of Object.entries(voulu.previsions ?? {})) {
      const [annee, trimestre = 'T0'] = periode.split('-');
      await this.sql(
        `INSERT INTO prevision (indicateur_id, fiche_action_id, cooperative_id, departement_code, structure_id, annee, trimestre, valeur)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [fait.id, ...cles, Number(annee), Number(trimestre.slice(1)), valeur],
      );
    }
    action.indicateurs.push(fait);
  }

  /** A full content: every answer « oui », values in the order of the indicators. */
  contenu(action: ActionFaite, beneficiaires: number, valeurs?: ValeurVoulue[]): ContenuBilan {
    return {
      beneficiaires,
      reponses: Object.fromEntries(QUESTIONS_BILAN.map((q) => [q.cle, { reponse: 'OUI', motif: null }])),
      freins: 'Peu de bénévoles',
      leviers: 'Salle prêtée par la ville',
      pistes: 'Ouvrir le samedi',
      valeurs: action.indicateurs.map(({ id, modeAgregation }, i): ValeurBilan => {
        const v = valeurs?.[i] ?? (modeAgregation === 'RATIO' ? [1, 2] : 10);
        const [numerateur, denominateur] = Array.isArray(v) ? v : [null, null];
        return { indicateurId: id, valeur: Array.isArray(v) ? null : v, numerateur, denominateur };
      }),
    };
  }

  /** The report of a quarter (« 2026-T1 ») in a state; with a version kept when it was sent. */
  async bilan(
    action: ActionFaite,
    quand: string,
    etat: EtatBilan = 'A_REMPLIR',
    contenu: ContenuBilan | null = etat === 'A_REMPLIR' ? null : this.contenu(action, 10),
  ): Promise<string> {
    const id = randomUUID();
    const t = lireTrimestre(quand);
    if (!t) throw new Error(`trimestre ${quand}`);
    const cles = [action.id, action.cooperativeId, action.departementCode, action.structureId];
    const envoye = !['A_REMPLIR', 'BROUILLON'].includes(etat);
    const auteur = envoye ? await this.auteur() : null;
    const total = QUESTIONS_BILAN.length + 1 + action.indicateurs.length;
    // Before it is sent, what a report says is in its draft alone.
    const recu = envoye ? contenu : null;
    const motifs = QUESTIONS_BILAN.map((q) => recu?.reponses[q.cle]);
    await this.sql(
      `INSERT INTO bilan_trimestriel (id, fiche_action_id, cooperative_id, departement_code, structure_id, annee, trimestre, etat,
         echeance, beneficiaires, freins, leviers, pistes, numero_version, transmis_le, transmis_par, valide_le, remplies, total,
         ${QUESTIONS_BILAN.map((q) => `${q.cle}, ${q.cle}_motif`).join(', ')})
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
         ${QUESTIONS_BILAN.map((_, i) => `$${20 + 2 * i}, $${21 + 2 * i}`).join(', ')})`,
      [
        id,
        ...cles,
        t.annee,
        t.trimestre,
        etat,
        echeanceBilan(t),
        recu?.beneficiaires ?? null,
        recu?.freins ?? null,
        recu?.leviers ?? null,
        recu?.pistes ?? null,
        envoye ? 1 : 0,
        envoye ? new Date() : null,
        auteur,
        etat === 'VALIDE' ? new Date() : null,
        contenu ? total : 0,
        total,
        ...motifs.flatMap((m) => [m?.reponse ?? null, m?.motif ?? null]),
      ],
    );
    for (const v of recu?.valeurs ?? []) {
      await this.sql(
        `INSERT INTO valeur (bilan_id, indicateur_id, fiche_action_id, cooperative_id, departement_code, structure_id, valeur,
           numerateur, denominateur) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, v.indicateurId, ...cles, v.valeur ?? null, v.numerateur ?? null, v.denominateur ?? null],
      );
    }
    if (contenu && !envoye) {
      await this.sql(
        `INSERT INTO bilan_brouillon (bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id, contenu)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, ...cles, JSON.stringify(contenu)],
      );
    }
    if (envoye) {
      const corps = JSON.stringify(contenu);
      await this.sql(
        `INSERT INTO bilan_version (bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id, numero, contenu,
           empreinte, transmis_le, transmis_par) VALUES ($1, $2, $3, $4, $5, 1, $6, $7, now(), $8)`,
        [id, ...cles, corps, createHash('sha256').update(corps).digest('hex'), auteur],
      );
    }
    return id;
  }

  private async auteur(): Promise<string> {
    const id = randomUUID();
    await this.sql(`INSERT INTO utilisateur (id, courriel, prenom, nom) VALUES ($1, $2, 'Dominique', 'Fabrique')`, [
      id,
      `${id}@example.test`,
    ]);
    return id;
  }
}
