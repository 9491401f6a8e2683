/**
 * Shares an amount by keys (R14), to the cent: each part is cut down to the cent, then the cents that are left go one by one to
 * the largest remainders (the first of equals). The parts always add to the amount, whatever the keys.
 * @param total cents, 0 at least
 * @param cles weights, 0 at least, integers; all at zero: equal shares
 */
export function repartirSelonCles(total: number, cles: readonly number[]): number[] {
  if (cles.length === 0) return [];
  const somme = cles.reduce((s, c) => s + BigInt(c), 0n);
  const poids = somme === 0n ? cles.map(() => 1n) : cles.map((c) => BigInt(c));
  const base = somme === 0n ? BigInt(cles.length) : somme;
  // Whole numbers without a limit: cents times weights may pass what a float holds exactly.
  const parts = poids.map((p) => ({ part: (BigInt(total) * p) / base, reste: (BigInt(total) * p) % base }));
  const manque = Number(BigInt(total) - parts.reduce((s, { part }) => s + part, 0n));
  const premiers = parts
    .map(({ reste }, rang) => ({ reste, rang }))
    .sort((a, b) => (a.reste === b.reste ? a.rang - b.rang : a.reste < b.reste ? 1 : -1))
    .slice(0, manque);
  const servis = new Set(premiers.map(({ rang }) => rang));
  return parts.map(({ part }, rang) => Number(part) + (servis.has(rang) ? 1 : 0));
}
