import { times } from './banc.mjs';

/** The same pages on a tenth of the country, then on all of it: what each costs more. */
export function compareScales(banc, small, large) {
  for (const [rank, [what, after]] of large.entries()) {
    const before = small[rank][1];
    if (before === undefined || after === undefined) banc.missing(`Dix fois plus de données : ${what}`);
    else {
      banc.line({
        what: `Dix fois plus de données : ${what}`,
        measured: `${before.toFixed(1)} → ${after.toFixed(1)} ms, × ${times(after / before)}`.replaceAll('.', ','),
        value: after / before,
        asked: { most: 1.5, text: '≤ 1,5 ×' },
      });
    }
  }
}
