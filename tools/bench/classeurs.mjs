import { readXlsx, writeXlsx } from 'hucre/xlsx';

const QUARTER = '2026-T3';
/** Rank of « Résultats attendus » in T3, and of the key (hidden, after the guide's columns). */
const COLUMN = 3;

/**
 * T3 of a CA brought to `count` actions of five indicators: times to write its workbook, to check one in which every action was
 * changed, and to apply it, in milliseconds.
 */
export async function measureWorkbook(owner, address, session, cooperativeId, count) {
  await owner.query(
    `INSERT INTO fiche_action (id, cooperative_id, departement_code, structure_id, numero, intitule, intitule_recherche, etat,
                               calendrier_debut, calendrier_fin)
     SELECT gen_random_uuid(), cooperative_id, departement_code, structure_id, 10000 + n, 'Action ' || n, 'action ' || n, 'EN_COURS',
            '2026-01-01', '2026-12-31'
     FROM (SELECT * FROM fiche_action WHERE cooperative_id = $1 LIMIT 1) f
     CROSS JOIN generate_series(1, greatest(0, $2 - (SELECT count(*) FROM fiche_action WHERE cooperative_id = $1)::int)) n`,
    [cooperativeId, count],
  );
  await owner.query(
    `INSERT INTO indicateur (id, fiche_action_id, cooperative_id, departement_code, structure_id, type, libelle, unite,
                             mode_agregation, ordre)
     SELECT gen_random_uuid(), f.id, f.cooperative_id, f.departement_code, f.structure_id, 'ACTIVITE', 'Indicateur ' || n,
            'NOMBRE', 'SOMME', n
     FROM fiche_action f CROSS JOIN generate_series(1, 5) n
     WHERE f.cooperative_id = $1 AND f.numero > 10000`,
    [cooperativeId],
  );
  const url = `${address}/api/cooperatives/${cooperativeId}/suivi-actions/classeur`;
  const headers = { cookie: `coopilote=${session}` };
  const timed = async (work) => {
    const start = performance.now();
    const result = await work();
    return [performance.now() - start, result];
  };
  const [write, bytes] = await timed(async () => {
    const answer = await fetch(`${url}?trimestre=${QUARTER}`, { headers });
    return new Uint8Array(await answer.arrayBuffer());
  });
  const { sheets } = await readXlsx(bytes);
  const rows = sheets[0].rows.slice(1);
  for (const [rank, row] of rows.entries()) row[COLUMN] = `Résultat attendu ${rank}`;
  const filled = await writeXlsx({ sheets: sheets.map(({ name, rows: all }) => ({ name, rows: all })) });
  const send = async (suffix, keys) => {
    const form = new FormData();
    if (keys) form.set('cles', JSON.stringify(keys));
    form.set('fichier', new Blob([filled]), 'suivi.xlsx');
    const answer = await fetch(url + suffix, { method: 'POST', headers, body: form });
    const said = await answer.json();
    if (answer.status !== 200 || said.refus.length) throw new Error(JSON.stringify(said).slice(0, 500));
    return said;
  };
  const [check, said] = await timed(() => send(''));
  const [apply, done] = await timed(() =>
    send(
      '/application',
      said.changements.map(({ cle }) => cle),
    ),
  );
  if (!done.applique) throw new Error('Le classeur n’a pas été appliqué.');
  return { actions: rows.length, bytes: bytes.length, changes: done.changements.length, write, check, apply };
}
