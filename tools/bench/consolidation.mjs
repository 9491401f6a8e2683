import { ABSENT, ms } from './banc.mjs';

const AXES = ['departement', 'annee', 'indicateur'];
/** Whole years, which the kept totals hold; and the quarters collected, whose first and last years are cut. */
const PERIODS = [
  { label: '', from: '2021-T1', to: '2026-T4', keep: () => true },
  {
    label: ', de 2021-T4 à 2026-T3',
    from: '2021-T4',
    to: '2026-T3',
    keep: (axes) => axes.length === 0 || axes.length === AXES.length,
  },
];
const READERS = [
  { who: 'national@demo.test', label: 'France', filter: '', most: 40 },
  { who: 'evaluateur-11@demo.test', label: 'région 11', filter: '&region=11', most: 10 },
];

/** The consolidation by every combination of its three most used groupings; the bare server sums the values themselves. */
export async function measureConsolidation(banc) {
  for (const reader of READERS) {
    const call = await banc.caller(reader.who);
    const bare = await banc.bareCaller(reader.who);
    for (const period of PERIODS) {
      for (const axes of subsets(AXES).filter(period.keep))
        await measureGroups(banc, { call, bare, reader, period, axes });
    }
  }
}

async function measureGroups(banc, { call, bare, reader: { label, filter, most }, period, axes }) {
  const query = `par=${axes.join(',')}&du=${period.from}&au=${period.to}${filter}`;
  const path = `/api/consolidation/groupes?${query}&limite=20000`;
  const what = `Consolidation, ${label} : ${axes.join(' × ') || 'total'}${period.label}`;
  const asked = { most, text: `≤ ${most} ms` };
  const first = await call(path);
  if (first === ABSENT) return banc.missing(what, asked);
  const [ours] = (await banc.alone(() => call(path))).times;
  // Once: it reads every value, for seconds, and no ratio is asked of it.
  const start = performance.now();
  await bare(`/groupes?${query}`);
  const theirs = performance.now() - start;
  const measured = `${ms(ours)}, ${JSON.parse(first).total} groupes`;
  banc.line({ what, measured, value: ours, asked, bare: ms(theirs, 0), ratio: theirs / ours });
}

const subsets = (items) =>
  Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((_item, i) => mask & (1 << i))).sort(
    (a, b) => a.length - b.length,
  );
