import { ms } from './banc.mjs';

export const LIST = '/api/fiches-actions?departement=93&taille=100&tri=intitule';
const CA = '44444444-0000-4000-8000-000000000001';
/** Pages whose cost must not follow the country's growth; the ids are those of the first CA of the 93, the same at every scale. */
export const PAGES = [
  ['Actions d’un département, 100 et leur total', 'dd93@demo.test', LIST],
  ['Coopératives d’une région, 50', 'evaluateur-11@demo.test', '/api/cooperatives?taille=50'],
  ['Structures d’une région, 50', 'evaluateur-11@demo.test', '/api/structures?taille=50'],
  ['Bilans d’un département, 50', 'dd93@demo.test', '/api/bilans-trimestriels?taille=50'],
  ['Bilans d’une région, 50', 'evaluateur-11@demo.test', '/api/bilans-trimestriels?taille=50'],
  ['Bilans d’une structure, 50', 'partenaire-93@demo.test', '/api/bilans-trimestriels?taille=50'],
  ['Accueil d’une délégation', 'dd93@demo.test', '/api/accueil'],
  ['Accueil d’une évaluatrice régionale', 'evaluateur-11@demo.test', '/api/accueil'],
  ['Accueil d’une structure', 'partenaire-93@demo.test', '/api/accueil'],
  ['T2 d’une coopérative', 'dd93@demo.test', `/api/cooperatives/${CA}/indicateurs?trimestre=2026-T3`],
  ['T3 d’une coopérative', 'dd93@demo.test', `/api/cooperatives/${CA}/suivi-actions?trimestre=2026-T3`],
  ['T6 d’une région, première page', 'evaluateur-11@demo.test', '/api/consolidation?taille=100&du=2026-T1&au=2026-T3'],
  ['T6 d’une région, totaux par département', 'evaluateur-11@demo.test', '/api/consolidation/groupes?par=departement&du=2026-T1&au=2026-T3'],
  ['Consolidation d’une région, trois axes', 'evaluateur-11@demo.test',
    '/api/consolidation/groupes?par=departement,annee,indicateur&du=2021-T1&au=2026-T4&region=11&limite=20000'],
]; // prettier-ignore

/** The list of actions beside the bare server, alone and under load; then every page alone. */
export async function measureLists(banc) {
  const call = await banc.caller('dd93@demo.test');
  const bare = await banc.bareCaller('dd93@demo.test');
  const [ours, theirs] = (
    await banc.alone(
      () => call(LIST),
      () => bare('/liste'),
    )
  ).times;
  const asked = { most: 6, text: '≤ 6 ms' };
  banc.line({
    what: 'Liste de 100 actions, seule',
    measured: ms(ours),
    value: ours,
    asked,
    bare: ms(theirs),
    ratio: theirs / ours,
  });
  const [rate, bareRate] = await banc.load(
    () => call(LIST),
    () => bare('/liste'),
  );
  banc.line({
    what: 'Liste de 100 actions, 20 connexions',
    measured: `${Math.round(rate)} par seconde`,
    value: rate / bareRate,
    asked: { least: 0.7, text: '≥ 0,7 × le serveur nu' },
    bare: `${Math.round(bareRate)} par seconde`,
    ratio: rate / bareRate,
  });
  for (const [what, time, statements] of await measurePages(banc)) {
    banc.line({ what, measured: time === undefined ? 'pas encore là' : `${ms(time)}, ${statements} requêtes SQL` });
  }
}

/** `[what, median, statements]` of each page, alone. */
export async function measurePages(banc) {
  const found = [];
  for (const [what, who, path] of PAGES) {
    const call = await banc.caller(who);
    const measured = await banc.alone(() => call(path));
    found.push([what, measured?.times[0], measured?.statements]);
  }
  return found;
}
