/** Instant of a column as text, ISO 8601 in UTC with milliseconds; null stays null. */
export const instant = (colonne: string): string =>
  `to_char(${colonne} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Text folded as `normaliserRecherche` folds what a person types, « st » apart. */
export const plie = (expression: string): string =>
  `regexp_replace(lower(regexp_replace(normalize(${expression}, NFD), '[\\u0300-\\u036f]', '', 'g')), '[^a-z0-9]+', ' ', 'g')`;

/** Patterns of the words of a search, for LIKE ALL: each word is somewhere. */
export const motifs = (recherche: string): string[] => recherche.split(' ').map((mot) => `%${mot}%`);
