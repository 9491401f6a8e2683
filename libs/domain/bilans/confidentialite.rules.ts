/** A passage that looks like personal data of a beneficiary (R16, GDPR). */
export interface DonneePersonnelle {
  genre: 'NIR' | 'NAISSANCE' | 'TELEPHONE' | 'COURRIEL';
  extrait: string;
  message: string;
}

const MOTIFS: { genre: DonneePersonnelle['genre']; motif: RegExp; message: string }[] = [
  {
    genre: 'NIR',
    motif:
      /\b[12][\s.-]?\d{2}[\s.-]?(?:0[1-9]|1[0-2]|[2-9]\d)[\s.-]?(?:\d{2}|2[AB])[\s.-]?\d{3}[\s.-]?\d{3}(?:[\s.-]?\d{2})?\b/gi,
    message: 'Ce passage ressemble à un numéro de sécurité sociale.',
  },
  {
    genre: 'NAISSANCE',
    // Not after a letter: « hygiène le 12/05/2026 » is a meeting (`\b` alone takes « è » for a break).
    motif:
      /(?<!\p{L})n[ée](?:e|\(e\))?s?\s+(?:le\s+)?\d{1,2}(?:er)?[/.\s-](?:\d{1,2}|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)[/.\s-]\d{2,4}\b/giu,
    message: 'Ce passage ressemble à la date de naissance d’une personne.',
  },
  {
    genre: 'NAISSANCE',
    // A date after « le », « du » or « au » is the day of a meeting; « née le » is found by the pattern above.
    motif:
      /\b(?:M\.|Mme|Mlle|Monsieur|Madame)\s+\p{Lu}[\p{L}’'-]+[^.\n]{0,40}?(?<!\d|\b(?:le|du|au)\s)\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}\b/gu,
    message: 'Ce passage ressemble à un nom suivi d’une date de naissance.',
  },
  {
    genre: 'TELEPHONE',
    // A day and its time (« 05/11/2026 09:15 ») have as many digits as a telephone: dates are left out first.
    motif:
      /(?:(?:\+|\b00)33[\s.-]?(?:\(0\)[\s.-]?)?[1-9]|\b(?!(?:\d{2}[\s./-]){1,2}(?:19|20)\d{2}\b)0[1-9])(?:[\s./-]?\d{2}){4}\b/g,
    message: 'Ce passage ressemble à un numéro de téléphone.',
  },
  {
    genre: 'COURRIEL',
    motif: /\b[\w.+-]+@[\w-]+\.[\w.-]{2,}\b/g,
    message: 'Ce passage ressemble à une adresse de courriel.',
  },
];

/** Points out what looks like personal data in free text, before it is sent. It warns: the person decides and corrects. */
export function reperer(texte: string | null | undefined): DonneePersonnelle[] {
  if (!texte) return [];
  const vus = new Set<string>();
  return MOTIFS.flatMap(({ genre, motif, message }) =>
    [...texte.matchAll(motif)]
      .map((m) => m[0])
      .filter((extrait) => {
        const chiffres = extrait.replace(/\D/g, '');
        if (genre === 'TELEPHONE' && [...vus].some((v) => v.includes(chiffres))) return false;
        vus.add(chiffres || extrait);
        return true;
      })
      .map((extrait) => ({ genre, extrait, message })),
  );
}
