import { median, ms } from './banc.mjs';
import { measureWorkbook } from './classeurs.mjs';
import { measureDocuments } from './documents.mjs';
import { measureLighthouse } from './lighthouse.mjs';
import { measureReportScripts } from './scripts-bilan.mjs';
import { measureSeance } from './seance.mjs';

/** Two CAs of the 93: the first is measured as it is, the second is made a large one by the workbook. */
const CA = ['44444444-0000-4000-8000-000000000002', '44444444-0000-4000-8000-000000000003'];

export async function measureMeeting(banc) {
  const { wall, minutes } = await measureSeance(banc.api.address, await banc.session('dd93@demo.test'), CA[0]);
  banc.line({ what: 'Séance : l’écran mural suit une décision', measured: ms(median(wall), 0) });
  banc.line({
    what: 'Séance : de la clôture aux 30 messages et leur PDF',
    measured: `${(minutes / 1000).toFixed(2).replace('.', ',')} s`,
  });
}

export async function measureReportPage(banc) {
  const { rows } = await banc.owner.query(
    `SELECT b.id FROM bilan_trimestriel b JOIN attribution t ON t.structure_id = b.structure_id JOIN utilisateur u ON u.id = t.utilisateur_id
     WHERE u.courriel = 'partenaire-93@demo.test' AND b.etat = 'BROUILLON' ORDER BY b.id LIMIT 1`,
  );
  const session = await banc.session('partenaire-93@demo.test');
  const size = await measureReportScripts(banc.api.address, session, rows[0].id);
  banc.line({
    what: 'Scripts de la page du bilan',
    measured: size === undefined ? 'non mesurés : Chromium introuvable' : `${(size / 1000).toFixed(0)} ko compressés`,
    value: size === undefined ? undefined : size / 1000,
    asked: { most: 180, text: '≤ 180 ko' },
  });
  const page = await measureLighthouse(banc.api.address, session, rows[0].id);
  if (!page) return;
  for (const [what, value, least] of [
    ['performance', page.performance, 95],
    ['accessibilité', page.accessibility, 100],
  ]) {
    const measured = `${value}, charge ${page.load.toFixed(1).replace('.', ',')}`;
    banc.line({ what: `Lighthouse mobile, ${what} du bilan`, measured, value, asked: { least, text: `≥ ${least}` } });
  }
}

export async function measurePapers(banc) {
  const { minutes, convention } = await measureDocuments(banc.runs);
  const asked = { most: 150, text: '≤ 150 ms' };
  banc.line({ what: 'Compte rendu de 12 points, 30 personnes : PDF', measured: ms(median(minutes.pdf), 0) });
  banc.line({ what: 'Compte rendu de 12 points, 30 personnes : Word', measured: ms(median(minutes.docx), 0) });
  const time = median(convention.pdf);
  banc.line({ what: 'Convention de 12 actions : PDF', measured: ms(time, 0), value: time, asked });
  banc.line({
    what: 'Conventions à la suite, mémoire de la 5e à la 40e',
    measured: `${(convention.growth / 1024).toFixed(0)} ko`,
  });
}

export async function measureWorkbooks(banc) {
  const found = await measureWorkbook(banc.owner, banc.api.address, await banc.session('dd93@demo.test'), CA[1], 500);
  const s = (time) => `${(time / 1000).toFixed(2).replace('.', ',')} s`;
  banc.line({
    what: `Classeur de T3, ${found.actions} actions : écrit (${(found.bytes / 1024).toFixed(0)} ko)`,
    measured: s(found.write),
  });
  banc.line({ what: 'Classeur de T3 : vérifié', measured: s(found.check) });
  banc.line({
    what: `Classeur de T3 : ${found.changes} changements appliqués`,
    measured: s(found.apply),
    value: found.apply / 1000,
    asked: { most: 5, text: '≤ 5 s' },
  });
}
