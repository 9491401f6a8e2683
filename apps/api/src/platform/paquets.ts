/** Rows that one statement inserts: PostgreSQL takes 65 535 parameters, and the widest table has thirty columns. */
const PAQUET = 1000;

export function parPaquets<T>(lignes: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(lignes.length / PAQUET) }, (_, i) =>
    lignes.slice(i * PAQUET, (i + 1) * PAQUET),
  );
}
