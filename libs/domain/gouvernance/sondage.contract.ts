import { Booleen, Choix, Identifiant, ListeObjets, Texte, TexteFormate, TexteLong, Version } from '../commun/champs';
import { REPONSES_CRENEAU, type ReponseCreneau, type StatutPresence } from './genres';
import { HEURE_LOCALE } from './reunion.contract';

export class CreneauSaisi {
  /** Wall clock of the meeting's time zone. */
  @TexteFormate({
    libelle: 'Date et heure',
    requis: true,
    motif: HEURE_LOCALE,
    attendu: 'une date et une heure sont attendues',
  })
  debut!: string;
}
/** Dates put to the members; their links leave when the poll opens. */
export class SondageSaisi {
  @ListeObjets(() => CreneauSaisi, { libelle: 'Dates', requis: true, max: 20 }) creneaux!: CreneauSaisi[];
  @TexteLong({ libelle: 'Message', max: 2000 }) message?: string | null;
  @Version() version!: number;
}
export class CreneauChoisi {
  @Identifiant({ libelle: 'Date', requis: true }) creneauId!: string;
  @Version() version!: number;
}

export class ReponseCreneauSaisie {
  @Identifiant({ libelle: 'Date', requis: true }) creneauId!: string;
  @Choix(REPONSES_CRENEAU, { libelle: 'Réponse', requis: true }) reponse!: ReponseCreneau;
}
export class ReponsesSondage {
  @ListeObjets(() => ReponseCreneauSaisie, { libelle: 'Réponses', requis: true, max: 20 })
  reponses!: ReponseCreneauSaisie[];
}
/** `GET /api/sondages/{lien}`, without an account. */
export interface SondagePublic {
  cooperative: string;
  titre: string;
  message: string | null;
  lieu: string | null;
  visio: string | null;
  fuseau: string;
  ouvert: boolean;
  /** Who answers. */
  participant: string;
  creneaux: { id: string; debut: string; fin: string; reponse: ReponseCreneau | null }[];
}

/** The code shown in the room, as read from the address of the QR code. */
export class CodePresence {
  @Identifiant({ libelle: 'Réunion', requis: true }) reunionId!: string;
  @Texte({ libelle: 'Code', requis: true, max: 60 }) code!: string;
}
/** `POST /api/presences`: one signature, for one phone. */
export interface BilletPresence {
  billet: string;
  titre: string;
  participants: {
    id: string;
    nom: string;
    suppleant: string | null;
    structure: string | null;
    statut: StatutPresence;
  }[];
}
export class Emargement {
  @Identifiant({ libelle: 'Personne', requis: true }) participantId!: string;
  @Booleen({ libelle: 'Suppléant' }) suppleant?: boolean | null;
}

/** `GET /api/agenda`: the caller's own calendar address; the address itself is shown at its making alone. */
export interface AgendaLu {
  actif: boolean;
  creeLe: string | null;
  luLe: string | null;
}
