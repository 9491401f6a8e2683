/** What Coopilote writes to a person about, beside the one-time links of their account. */
export const GENRES_MESSAGE = [
  'CONVOCATION',
  'BILAN_ATTENDU',
  'BILAN_RENVOYE',
  'TACHE_CONFIEE',
  'SONDAGE',
  'COMPTE_RENDU',
  'BILAN_VALIDE',
  'BILAN_ANNUEL_OUVERT',
  'TEXTE_A_RELIRE',
  'TEXTE_A_SIGNER',
  'TEXTE_SIGNE',
  'DEPART_MEMBRE',
  'MISE_A_APPROUVER',
  'ECHEANCE_EN_VUE',
  'ECHEANCE_PROCHE',
  'VUE_SUIVIE',
] as const;
export type GenreMessage = (typeof GENRES_MESSAGE)[number];

export const CHOIX_MESSAGE = ['TOUT_DE_SUITE', 'RESUME', 'JAMAIS'] as const;
export type ChoixMessage = (typeof CHOIX_MESSAGE)[number];
export const LIBELLES_CHOIX_MESSAGE: Record<ChoixMessage, string> = {
  TOUT_DE_SUITE: 'Tout de suite',
  RESUME: 'Résumé du lundi',
  JAMAIS: 'Jamais',
};

interface Genre {
  libelle: string;
  aide: string;
  /** First sentence of the message. */
  annonce: string;
  /** Word of the button that opens what the message is about. */
  acte: string;
  /** The person owes an answer or a presence: always sent, at once, whatever they prefer. */
  obligatoire: boolean;
  /** When the person has chosen nothing. */
  defaut: ChoixMessage;
}

export const GENRES: Record<GenreMessage, Genre> = {
  CONVOCATION: {
    libelle: 'Convocations',
    aide: 'Une instance où votre présence est attendue, avec son ordre du jour.',
    annonce: 'Votre présence est attendue.',
    acte: 'Voir la réunion',
    obligatoire: true,
    defaut: 'TOUT_DE_SUITE',
  },
  BILAN_ATTENDU: {
    libelle: 'Bilans à transmettre',
    aide: 'Un trimestre est fini\u00a0: les bilans que l’ARS attend de votre structure, et leur échéance.',
    annonce: 'L’ARS attend ce qui suit. Quelques minutes suffisent\u00a0; ce que vous avez commencé est gardé.',
    acte: 'Remplir',
    obligatoire: true,
    defaut: 'TOUT_DE_SUITE',
  },
  BILAN_RENVOYE: {
    libelle: 'Bilans à compléter',
    aide: 'L’ARS renvoie un bilan à votre structure, avec ses questions.',
    annonce: 'L’ARS vous renvoie ce bilan\u00a0: voici ce qui est à compléter.',
    acte: 'Reprendre le bilan',
    obligatoire: true,
    defaut: 'TOUT_DE_SUITE',
  },
  TACHE_CONFIEE: {
    libelle: 'Tâches confiées',
    aide: 'Une réunion ou une personne vous confie une tâche.',
    annonce: 'Une tâche vous est confiée.',
    acte: 'Voir la tâche',
    obligatoire: false,
    defaut: 'TOUT_DE_SUITE',
  },
  SONDAGE: {
    libelle: 'Sondages de date',
    aide: 'On cherche une date de réunion et on attend vos disponibilités.',
    annonce: 'Dites quelles dates vous conviennent.',
    acte: 'Répondre au sondage',
    obligatoire: false,
    defaut: 'TOUT_DE_SUITE',
  },
  COMPTE_RENDU: {
    libelle: 'Comptes rendus',
    aide: 'Le compte rendu d’une réunion est disponible.',
    annonce: 'Le compte rendu est disponible.',
    acte: 'Lire le compte rendu',
    obligatoire: false,
    defaut: 'RESUME',
  },
  BILAN_VALIDE: {
    libelle: 'Bilans validés',
    aide: 'L’ARS a validé un bilan de votre structure.',
    annonce: 'L’ARS a validé ce bilan.',
    acte: 'Voir le bilan',
    obligatoire: false,
    defaut: 'RESUME',
  },
  BILAN_ANNUEL_OUVERT: {
    libelle: 'Bilans annuels à préparer',
    aide: 'Le bilan annuel d’une coopérative que vous coordonnez, ou où votre structure porte une action, est ouvert.',
    annonce: 'Le bilan annuel est ouvert\u00a0: chaque structure y résume son action et propose la suite.',
    acte: 'Ouvrir le bilan annuel',
    obligatoire: false,
    defaut: 'TOUT_DE_SUITE',
  },
  TEXTE_A_RELIRE: {
    libelle: 'Conventions à relire',
    aide: 'Un projet de convention ou d’avenant attend vos remarques.',
    annonce: 'Ce projet attend vos remarques.',
    acte: 'Lire le projet',
    obligatoire: false,
    defaut: 'TOUT_DE_SUITE',
  },
  TEXTE_A_SIGNER: {
    libelle: 'Conventions à signer',
    aide: 'Une convention ou un avenant attend votre signature.',
    annonce: 'Ce texte attend votre signature.',
    acte: 'Lire et signer',
    obligatoire: true,
    defaut: 'TOUT_DE_SUITE',
  },
  TEXTE_SIGNE: {
    libelle: 'Conventions signées',
    aide: 'Toutes les parties ont signé une convention ou un avenant de votre coopérative.',
    annonce: 'Toutes les parties ont signé ce texte\u00a0: il prend effet.',
    acte: 'Voir la convention',
    obligatoire: false,
    defaut: 'RESUME',
  },
  DEPART_MEMBRE: {
    libelle: 'Départs de membres',
    aide: 'Une structure demande à quitter une convention, ou les membres ont été consultés sur son départ.',
    annonce: 'Un membre quitte la convention.',
    acte: 'Voir la convention',
    obligatoire: false,
    defaut: 'TOUT_DE_SUITE',
  },
  MISE_A_APPROUVER: {
    libelle: 'Mises à disposition à approuver',
    aide: 'Une mise à disposition dont votre structure bénéficie attend sa délibération et sa signature.',
    annonce: 'Cette mise à disposition attend l’approbation de votre structure.',
    acte: 'Lire et approuver',
    obligatoire: true,
    defaut: 'TOUT_DE_SUITE',
  },
  ECHEANCE_EN_VUE: {
    libelle: 'Échéances de convention en vue',
    aide: 'Un bilan annuel, un renouvellement, une fin ou des signatures à suivre dans les mois qui viennent.',
    annonce: 'Voici une échéance à préparer.',
    acte: 'Voir la convention',
    obligatoire: false,
    defaut: 'RESUME',
  },
  ECHEANCE_PROCHE: {
    libelle: 'Échéances de convention proches ou dépassées',
    aide: 'Trente jours avant une échéance, après trente jours d’attente d’une signature, et le lendemain d’une échéance manquée.',
    annonce: 'Cette échéance demande que l’on s’en occupe.',
    acte: 'Voir la convention',
    obligatoire: false,
    defaut: 'TOUT_DE_SUITE',
  },
  VUE_SUIVIE: {
    libelle: 'Vues de la consolidation',
    aide: 'Les chiffres des vues que vous avez demandé à recevoir régulièrement.',
    annonce: 'Voici la vue que vous suivez.',
    acte: 'Ouvrir la vue',
    obligatoire: false,
    defaut: 'TOUT_DE_SUITE',
  },
};

/** How a kind reaches a person who chose `choix`, null when they chose nothing: what is due is never put off. */
export function choixEffectif(genre: GenreMessage, choix: ChoixMessage | null): ChoixMessage {
  const { obligatoire, defaut } = GENRES[genre];
  return obligatoire ? 'TOUT_DE_SUITE' : (choix ?? defaut);
}

/** Kinds that a person may put off or switch off. */
export const GENRES_FACULTATIFS = GENRES_MESSAGE.filter((genre) => !GENRES[genre].obligatoire);
