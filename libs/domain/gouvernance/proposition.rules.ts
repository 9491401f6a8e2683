import { ajouterMois, jourEnChiffres, type Jour } from '../commun/dates';
import type { EcheanceConvention } from '../conventions/echeances.rules';
import type { GenreInstance, GenrePoint, SuiteDecision } from './genres';
import { echeanceAnnuelle, limiteBilanAnnuel } from './echeances.rules';

/** A point that the programme itself puts forward. */
export interface PropositionPoint {
  genre: GenrePoint;
  /** What it is about; an agenda that already holds it is not offered it again. */
  cle: string;
  titre: string;
  details: string;
  /** Minutes. */
  duree: number;
  /** Why it is proposed, for who prepares the meeting. */
  raison: string;
}

/** What is known of the programme when an agenda is prepared. */
export interface FaitsDuProgramme {
  genre: GenreInstance;
  aujourdhui: Jour;
  ca: { debut: Jour; fin: Jour | null };
  /** Minutes validated and not yet approved. */
  releves: { reunionId: string; titre: string }[];
  /** Adopted decisions of earlier meetings whose outcome was not noted. */
  suites: { id: string; numero: string; texte: string; suite: SuiteDecision }[];
  /** Deferred decisions, and points that the last meeting did not reach. */
  nonTranches: { cle: string; titre: string }[];
  bilansEnRetard: { action: string; structure: string; jours: number }[];
  bilansRenvoyes: { action: string; structure: string }[];
  horsCible: { action: string; indicateur: string; taux: number }[];
  tachesEnRetard: { quoi: string; qui: string; echeance: Jour }[];
  etapesEnRetard: { intitule: string; fin: Jour }[];
  arrivees: { nom: string; le: Jour }[];
  departs: { nom: string; le: Jour }[];
  /** What the CA's conventions ask for. */
  conventions: EcheanceConvention[];
  /** Last day of the convention in force; null without one: the annual deadline is then counted from the CA's first day. */
  finConvention: Jour | null;
  /** A bilan annuel meeting stands on the calendar before the deadline, or was held in the last year. */
  bilanAnnuelPrevu: boolean;
  /** The bilan annuel that is put to this very meeting, until it is adopted; null without one. */
  bilanAnnuel: { id: string; annee: number; actions: string[] } | null;
}

/** Share of the forecast under which, and over which, an indicator is talked about. */
const CIBLE_MANQUEE = 0.75;
const CIBLE_DEPASSEE = 1.25;

/** True for an indicator that strays from its forecast; `taux` is 1 when it is met, null when it cannot be told. */
export function estHorsCible(taux: number | null): boolean {
  return taux !== null && (taux < CIBLE_MANQUEE || taux > CIBLE_DEPASSEE);
}

/** Months before the limit of R10 from which the bilan annuel is put on the agenda. */
const PREAVIS_BILAN_ANNUEL = 3;
const DETAILS_MAX = 12;

const citer = (nom: string): string => `«\u00a0${nom}\u00a0»`;
const pluriel = (n: number, un: string, plusieurs: string): string => `${n} ${n > 1 ? plusieurs : un}`;
const minutes = (base: number, parElement: number, n: number): number => Math.min(30, base + parElement * n);

function lignes(elements: readonly string[]): string {
  const montrees = elements.slice(0, DETAILS_MAX).map((e) => `- ${e}`);
  if (elements.length > DETAILS_MAX) montrees.push(`- et ${elements.length - DETAILS_MAX} de plus`);
  return montrees.join('\n');
}

/**
 * The agenda that proposes itself, in the order in which a meeting takes it: what was decided, what was left undecided,
 * who joins, what is late or off target, what the calendar asks for.
 */
export function proposerOrdreDuJour(f: FaitsDuProgramme): PropositionPoint[] {
  const liste: PropositionPoint[] = f.releves.map((r) => ({
    genre: 'RELEVE',
    cle: `releve:${r.reunionId}`,
    titre: `Approbation du compte-rendu\u00a0: ${r.titre}`,
    details: '',
    duree: 5,
    raison: 'Compte-rendu validé, pas encore approuvé',
  }));
  const ajouter = (
    genre: GenrePoint,
    cle: string,
    titre: string,
    elements: string[],
    duree: number,
    raison: string,
  ) => {
    if (elements.length) liste.push({ genre, cle, titre, details: lignes(elements), duree, raison });
  };
  ajouter(
    'SUITES',
    'suites',
    'Décidé, fait, pas fait',
    f.suites.map((d) => `${d.numero}\u00a0: ${d.texte}`),
    minutes(5, 1, f.suites.length),
    pluriel(f.suites.length, 'décision attend sa suite', 'décisions attendent leur suite'),
  );
  for (const point of f.nonTranches) {
    liste.push({
      genre: 'NON_TRANCHE',
      cle: point.cle,
      titre: point.titre,
      details: '',
      duree: 10,
      raison: 'Laissé sans décision à la réunion précédente',
    });
  }
  const mouvements = [
    ...f.arrivees.map((m) => `${m.nom} rejoint la coopérative le ${jourEnChiffres(m.le)}`),
    ...f.departs.map((m) => `${m.nom} quitte la coopérative le ${jourEnChiffres(m.le)}`),
  ];
  ajouter(
    'MEMBRES',
    `membres:${[...f.arrivees, ...f.departs].map((m) => `${m.nom}@${m.le}`).join('|')}`.slice(0, 200),
    mouvements.length > 1
      ? 'Arrivées et départs'
      : f.arrivees.length
        ? 'Arrivée d’une structure'
        : 'Départ d’une structure',
    mouvements,
    minutes(5, 3, mouvements.length),
    pluriel(mouvements.length, 'mouvement de membre', 'mouvements de membres'),
  );
  ajouter(
    'HORS_CIBLE',
    'hors-cible',
    'Indicateurs hors cible',
    f.horsCible.map((i) => `${i.action}, ${i.indicateur}\u00a0: ${Math.round(i.taux * 100)}\u00a0% du prévu`),
    minutes(10, 2, f.horsCible.length),
    pluriel(f.horsCible.length, 'indicateur s’écarte de sa cible', 'indicateurs s’écartent de leur cible'),
  );
  const bilans = [
    ...f.bilansEnRetard.map(
      (b) => `${citer(b.action)} (${b.structure})\u00a0: ${pluriel(b.jours, 'jour', 'jours')} de retard`,
    ),
    ...f.bilansRenvoyes.map((b) => `${citer(b.action)} (${b.structure})\u00a0: à compléter`),
  ];
  ajouter(
    'BILANS',
    'bilans',
    'Bilans en retard ou renvoyés',
    bilans,
    minutes(5, 1, bilans.length),
    pluriel(bilans.length, 'bilan attendu', 'bilans attendus'),
  );
  const taches = f.tachesEnRetard.map((t) => `${t.quoi} (${t.qui}), pour le ${jourEnChiffres(t.echeance)}`);
  ajouter(
    'TACHES',
    'taches',
    'Tâches en retard',
    taches,
    minutes(5, 1, taches.length),
    pluriel(taches.length, 'tâche échue', 'tâches échues'),
  );
  const etapes = f.etapesEnRetard.map((e) => `${e.intitule}, prévue pour le ${jourEnChiffres(e.fin)}`);
  ajouter(
    'CALENDRIER',
    'calendrier',
    'Calendrier du programme',
    etapes,
    minutes(5, 1, etapes.length),
    pluriel(etapes.length, 'étape dépassée', 'étapes dépassées'),
  );
  const conventions = f.conventions.filter((e) => e.genre !== 'BILAN_ANNUEL');
  ajouter(
    'CONVENTIONS',
    'conventions',
    'Convention de partenariat',
    conventions.map((e) => (e.genre === 'SIGNATURES' ? e.titre : `${e.titre} (${jourEnChiffres(e.date)})`)),
    minutes(5, 5, conventions.length),
    'Signatures attendues, terme ou résiliation (R6, R8)',
  );
  if (f.bilanAnnuel) {
    const { id, annee, actions } = f.bilanAnnuel;
    ajouter(
      'BILAN_ANNUEL',
      `bilan-annuel-adopter:${id}`,
      `Bilan annuel ${annee}\u00a0: décider action par action`,
      actions,
      Math.max(30, minutes(15, 5, actions.length)),
      'Reconduite, modifiée ou arrêtée (R10, convention, article 4.4)',
    );
  }
  const annuel = pointBilanAnnuel(f);
  return annuel ? [...liste, annuel] : liste;
}

/** R10: the bilan annuel meeting takes place two months before the annual deadline at the latest. */
function pointBilanAnnuel(f: FaitsDuProgramme): PropositionPoint | null {
  const echeance = f.finConvention ?? echeanceAnnuelle(f.ca, f.aujourdhui);
  if (!echeance || f.bilanAnnuelPrevu || f.genre === 'BILAN_ANNUEL') return null;
  const limite = limiteBilanAnnuel(echeance);
  if (ajouterMois(limite, -PREAVIS_BILAN_ANNUEL) > f.aujourdhui) return null;
  return {
    genre: 'BILAN_ANNUEL',
    cle: `bilan-annuel:${echeance}`,
    titre: 'Date de la réunion de bilan annuel',
    details: `Échéance annuelle le ${jourEnChiffres(echeance)}\u00a0: la réunion élargie se tient avant le ${jourEnChiffres(limite)}.`,
    duree: 5,
    raison: 'R10, convention, article 4.4',
  };
}

/** Proposals that the agenda does not hold yet. */
export function propositionsRestantes(
  propositions: readonly PropositionPoint[],
  points: readonly { cle: string | null }[],
): PropositionPoint[] {
  const presentes = new Set(points.map((p) => p.cle));
  return propositions.filter((p) => !presentes.has(p.cle));
}
