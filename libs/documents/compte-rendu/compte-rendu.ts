import { estDateJour, type BlocTexte } from '@coopilote/domain/commun';
import type { Bloc, Edition, Ouvrage } from '../modele';
import { formatJour, formatMoment } from '../dates';

export type EtatCompteRendu = 'PROJET' | 'VALIDE' | 'APPROUVE';
export type StatutPresence = 'PRESENT' | 'EXCUSE' | 'ABSENT' | 'REPRESENTE';
export type IssueDecision = 'ADOPTEE' | 'REJETEE' | 'REPORTEE';

/** The minutes of a meeting, names and sentences already chosen. */
export interface CompteRendu {
  cooperative: string;
  /** « Comité de pilotage ». */
  instance: string;
  titre: string;
  debut: Date;
  fin: Date | null;
  lieu: string | null;
  etat: EtatCompteRendu;
  version: number;
  presences: Presence[];
  /** « Quorum atteint : 12 membres sur 18 ». */
  quorum: string | null;
  intro: BlocTexte[];
  points: PointCompteRendu[];
  conclusion: BlocTexte[];
  piecesJointes: string[];
  demonstration: boolean;
}

export interface Presence {
  nom: string;
  structure: string | null;
  qualite: string;
  statut: StatutPresence;
  /** Name of who holds the proxy. */
  pouvoirA: string | null;
}

export interface PointCompteRendu {
  titre: string;
  notes: BlocTexte[];
  decisions: Decision[];
  taches: Tache[];
}

export interface Decision {
  /** « 2026-07 ». */
  numero: string;
  texte: string;
  issue: IssueDecision;
  /** « consensus », or « vote : 7 pour, 1 contre, 2 abstentions ». */
  mode: string;
  /** What it changes in the programme. */
  changement: string | null;
}

export interface Tache {
  quoi: string;
  qui: string;
  /** Day 'YYYY-MM-DD', or words. */
  echeance: string | null;
}

const ETATS: Record<EtatCompteRendu, string> = {
  PROJET: 'Projet, à relire',
  VALIDE: 'Validé par l’animation',
  APPROUVE: 'Approuvé par l’instance',
};
const ISSUES: Record<IssueDecision, string> = { ADOPTEE: 'Adoptée', REJETEE: 'Rejetée', REPORTEE: 'Reportée' };
const STATUTS: Record<StatutPresence, string> = {
  PRESENT: 'Présent(e)',
  REPRESENTE: 'Représenté(e)',
  EXCUSE: 'Excusé(e)',
  ABSENT: 'Absent(e)',
};
/** « 12 personnes présentes, 1 excusée ». */
const ACCORDS: Record<StatutPresence, string> = {
  PRESENT: 'présente',
  REPRESENTE: 'représentée',
  EXCUSE: 'excusée',
  ABSENT: 'absente',
};

/** Lays the minutes out; parts that hold nothing are not named. */
export function composerCompteRendu(cr: CompteRendu, { maintenant, fuseau = 'Europe/Paris' }: Edition): Ouvrage {
  const faits = [
    { terme: 'Date', valeur: formatMoment(cr.debut, cr.fin, fuseau) },
    { terme: 'Lieu', valeur: cr.lieu ?? '' },
    { terme: 'État', valeur: `${ETATS[cr.etat]} (version\u00a0${cr.version})` },
    { terme: 'Quorum', valeur: cr.quorum ?? '' },
  ];
  return {
    titre: cr.titre,
    surtitre: `${cr.cooperative} – ${cr.instance}`,
    faits: faits.filter(({ valeur }) => valeur !== ''),
    blocs: [
      ...presences(cr.presences),
      ...texte(cr.intro),
      ...cr.points.flatMap(point),
      ...(cr.conclusion.length ? [titre(1, 'Conclusion'), ...texte(cr.conclusion)] : []),
      ...(cr.piecesJointes.length
        ? [titre(1, 'Pièces jointes'), { genre: 'LISTE', elements: cr.piecesJointes } as const]
        : []),
    ],
    auteur: cr.cooperative,
    sujet: `Compte rendu – ${cr.instance}`,
    bandeau: cr.demonstration ? 'Données de démonstration' : null,
    creeLe: maintenant,
  };
}

const titre = (niveau: 1 | 2, contenu: string): Bloc => ({ genre: 'TITRE', niveau, texte: contenu });
const texte = (blocs: BlocTexte[]): Bloc[] => (blocs.length ? [{ genre: 'TEXTE', blocs }] : []);

function presences(liste: Presence[]): Bloc[] {
  if (liste.length === 0) return [];
  const comptes = (Object.keys(ACCORDS) as StatutPresence[])
    .map((statut) => ({ accord: ACCORDS[statut], nombre: liste.filter((p) => p.statut === statut).length }))
    .filter(({ nombre }) => nombre > 0)
    .map(({ accord, nombre }, rang) => {
      const s = nombre > 1 ? 's' : '';
      return `${nombre}\u00a0${rang === 0 ? `personne${s} ` : ''}${accord}${s}`;
    });
  return [
    titre(1, 'Participation'),
    { genre: 'PHRASE', texte: `${comptes.join(', ')}.` },
    {
      genre: 'TABLE',
      entetes: ['Nom', 'Structure', 'Qualité', 'Participation'],
      parts: [3, 4, 3, 3],
      lignes: liste.map((p) => [
        p.nom,
        p.structure ?? '',
        p.qualite,
        STATUTS[p.statut] + (p.pouvoirA ? `, pouvoir à ${p.pouvoirA}` : ''),
      ]),
    },
  ];
}

function point({ titre: intitule, notes, decisions, taches }: PointCompteRendu, rang: number): Bloc[] {
  return [
    titre(1, `${rang + 1}. ${intitule}`),
    ...texte(notes),
    ...decisions.map((d): Bloc => ({
      genre: 'ENCADRE',
      titre: `Décision ${d.numero} – ${ISSUES[d.issue]} (${d.mode})`,
      texte: d.texte,
      note: d.changement ? `Ce qui change\u00a0: ${d.changement}` : null,
    })),
    ...(taches.length
      ? [
          titre(2, taches.length > 1 ? 'Actions à suivre' : 'Action à suivre'),
          {
            genre: 'TABLE',
            entetes: ['Quoi', 'Qui', 'Échéance'],
            parts: [6, 3, 3],
            lignes: taches.map(({ quoi, qui, echeance }) => [quoi, qui, jourOuMots(echeance)]),
          } as const,
        ]
      : []),
  ];
}

const jourOuMots = (echeance: string | null): string =>
  estDateJour(echeance) ? formatJour(echeance) : (echeance ?? '');
