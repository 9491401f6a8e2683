import { lignesT5 } from '@coopilote/domain/conventions';
import type { DocumentConvention } from '../convention/convention';
import { EDITION } from '../essais/compte-rendu';
import { avenant, contenuConvention, convention, donneesConvention } from '../essais/convention';
import { lirePdf, lirePlan } from '../essais/lecture';
import { png } from '../essais/png';
import { conventionPdf } from './convention';

const lire = async (doc: DocumentConvention) => lirePdf(await conventionPdf(doc, EDITION));
/** Lines, wide spaces and those that do not break are the page's affair. */
const enLigne = (texte: string): string => texte.replace(/\s+/g, ' ');
/** A word cut at its hyphen goes on at the next line. */
const serre = (texte: string): string => texte.replace(/\s+/g, '');

describe('a convention as PDF', () => {
  const doc = convention(12, 14);
  const { donnees } = doc.contenu;

  it('of twelve actions holds every field of each, every objective, party and amount', async () => {
    const { pages, suite, infos, polices } = await lire(doc);
    const texte = serre(suite.join(' '));
    const attendus = [
      'Convention de partenariat relative à « Bien grandir à Bondy »',
      'Ci-après dénommées, ensemble les « Parties » et individuellement la « Partie ».',
      'Il est convenu ce qui suit :',
      ...donnees.actions.flatMap((action, rang) => [
        `Action ${rang + 1} – ${action.intitule}`,
        ...lignesT5(action).flatMap(({ entete, valeur }) => [entete, ...valeur.split('\n')]),
      ]),
      ...donnees.parties.flatMap((p) => [
        `${p.nom}, représentée par ${p.representant}, ${p.qualite},`,
        `${p.nom} Représentée par ${p.representant}, ${p.qualite}`,
      ]),
      'CSAPA de la commune 1 2027 12 501,51 €',
      'Total 2026',
      'Total 150 084,78 €',
      'Article 4 – Pilotage et suivi de la coopérative d’acteurs',
      '4.4 Bilan annuel',
      'La résiliation de la convention prend effet un mois après la réception de cette lettre.',
    ];
    for (const attendu of attendus) expect(texte).toContain(serre(attendu));
    expect(attendus.length).toBeGreaterThan(200);
    for (const [rang, { intitule }] of donnees.objectifs.entries())
      expect(enLigne(pages.join(' '))).toContain(` ${rang + 1}. ${intitule} `);
    expect(enLigne([infos.Title, infos.Author, infos.Subject].join(' / '))).toBe(
      'Convention de partenariat relative à « Bien grandir à Bondy » / Coopérative de Bondy / Convention de partenariat nº 7',
    );
    expect(polices.map((p) => p.incorporee)).not.toContain(false);
  });

  it('has no fault that qpdf finds, a language, and the outline of its headings', async () => {
    const octets = await conventionPdf(doc, EDITION);
    expect(octets.toString('latin1')).toMatch(/\/Lang \(fr-FR\)/);
    const plan = await lirePlan(octets);
    expect(plan.map(({ titre }) => titre)).toEqual(
      [
        'Préambule',
        'Article 1 – Objet de la convention',
        'Article 2 – Descriptif des actions du programme',
        'Article 3 – Conditions de détermination des contributions financières',
        'Article 4 – Pilotage et suivi de la coopérative d’acteurs',
        'Article 5 – Durée, modification et résiliation de la convention',
        'Signatures des parties',
      ].map((titre) => titre.replace('Article ', 'Article\u00a0')),
    );
    expect(plan[2]?.sous).toHaveLength(12);
    expect(plan[2]?.sous[11]?.titre).toBe(`Action\u00a012 – ${donnees.actions[11]?.intitule}`);
    expect(plan[4]?.sous.map(({ titre }) => titre.slice(0, 3))).toEqual(['4.1', '4.2', '4.3', '4.4']);
  });

  it('leaves no heading alone at the foot of a page', async () => {
    const documents = [1, 3, 5, 7].map((actions) => convention(actions, 3 + actions));
    for (const texte of [doc, avenant(), ...documents])
      for (const page of (await lire(texte)).pages) {
        const lignes = page.split('\n').map((l) => l.trim());
        expect(lignes.filter(Boolean).at(-2)).not.toMatch(
          /^(Article\s\d – |4\.\d\s|Action\s\d+ –|Préambule$|Annexe|Signatures des|Ce qui change|Structure\s+Année)/,
        );
      }
  });

  it('numbers its pages, repeats the heading of an action which goes on', async () => {
    const { pages } = await lire(doc);
    let suites = 0;
    pages.forEach((page, i) => {
      expect(enLigne(page)).toContain(`page ${i + 1} sur ${pages.length}`);
      const lignes = page.split('\n').map((l) => l.trim());
      if (/^Contenu|^Calendrier|^Modes|^Public|^Lieux|^Moyens/.test(lignes.filter(Boolean)[1] ?? '')) suites++;
    });
    expect(suites).toBeGreaterThan(0);
    expect(pages.slice(3).every((page) => !/^\s*(Contenu|Calendrier|Modes|Public|Lieux|Moyens)/.test(page))).toBe(true);
  });

  it('never splits the block of a party, nor leaves the first ones on a page without text', async () => {
    for (const objectifs of [1, 4, 7, 10, 13, 16, 19, 22]) {
      const quarante = donneesConvention(1, 40);
      const contenu = contenuConvention({
        ...quarante,
        objectifs: Array.from({ length: objectifs }, (_, i) => ({ id: `o${i}`, intitule: `Objectif ${i}` })),
      });
      const { suite } = await lire(convention(1, 40, { contenu }));
      const blocs = suite.map((page) => ({
        page: serre(page),
        noms: page.match(/Représentée\s+par/g)?.length ?? 0,
        mentions: page.match(/Fait\s+à\s+…/g)?.length ?? 0,
      }));
      expect(blocs.reduce((somme, { noms }) => somme + noms, 0)).toBe(40);
      for (const { noms, mentions } of blocs) expect(mentions).toBe(noms);
      for (const { nom, representant, qualite } of quarante.parties) {
        const bloc = serre(`${nom} Représentée par ${representant}, ${qualite} Fait à`);
        expect(blocs.filter(({ page }) => page.includes(bloc))).toHaveLength(1);
      }
      const premiere = blocs.find(({ noms }) => noms > 0)?.page ?? '';
      expect(premiere).toMatch(/réceptiondecettelettre\.Signaturesdesparties/);
    }
  });

  it('loses nothing of a text longer than a page, in a field or at its end', async () => {
    const lignes = Array.from({ length: 150 }, (_, i) => `Ligne ${i}.`);
    const longue = donneesConvention(1, 3);
    const [action] = longue.actions;
    const contenu = contenuConvention({
      ...longue,
      actions: action ? [{ ...action, contenu: lignes.join('\n') }] : [],
    });
    const fin = contenu.articles.at(-1);
    fin?.blocs.push({ genre: 'TEXTE', blocs: [{ genre: 'PARAGRAPHE', contenu: [{ texte: lignes.join('\n') }] }] });
    const texte = (await lire(convention(1, 3, { contenu }))).suite.join('\n');
    for (const ligne of lignes) expect(texte.split(ligne)).toHaveLength(3);
  });

  it('says on each page that it is a draft, or made of demonstration data', async () => {
    const projet = await lire({ ...doc, etat: 'PROJET', demonstration: true });
    for (const page of projet.pages) expect(page).toMatch(/^\s*Projet – Données de démonstration/);
    expect((await lire(convention())).pages.join('')).not.toMatch(/Projet|démonstration/);
  });

  it('shows who has signed, how, and since when it binds', async () => {
    const signatures = [
      { partieId: 'p1', signeLe: '2026-03-01', mode: 'PAPIER' as const },
      { partieId: 'p2', signeLe: '2026-03-12', mode: 'EN_LIGNE' as const },
    ];
    const enCours = enLigne((await lire(convention(1, 3, { signatures }))).suite.join(' '));
    expect(enCours).toContain('Signé le 1er mars 2026, sur le document signé, déposé.');
    expect(enCours).toContain('Signé le 12 mars 2026, signature électronique simple, par code envoyé par courriel.');
    expect(enCours.match(/Fait à …/g)).toHaveLength(1);
    expect(enCours).not.toContain('Prise d’effet');
    const toutes = [...signatures, { partieId: 'p3', signeLe: '2026-03-02', mode: 'PAPIER' as const }];
    const signee = await lire(convention(1, 3, { signatures: toutes, etat: 'SIGNE' }));
    expect(signee.pages[0]).toMatch(/Prise d’effet\s+12 mars 2026/);
  });

  it('holds the logos that can be read, and leaves out those that would break it', async () => {
    const logos = [
      { partieId: 'p1', contenu: png(40, 20) },
      { partieId: 'p2', contenu: png(40, 20, Buffer.alloc(10)) },
      { partieId: 'p2', contenu: png(40, 20, Buffer.alloc(161 * 20, 9)) },
      { partieId: 'p3', contenu: Buffer.from('<svg/>') },
      { partieId: 'p3', contenu: png(40, 20).subarray(0, 50) },
      { partieId: 'p3', contenu: Buffer.from([0xff, 0xd8, 0xff, 0xc0]) },
    ];
    const octets = await conventionPdf(convention(1, 3, { logos }), EDITION);
    expect((await lirePlan(octets)).length).toBeGreaterThan(0);
    // An image, and its transparency.
    expect(octets.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(2);
  });

  it('is the same bytes for the same text at the same time', async () => {
    const [un, deux] = [await conventionPdf(convention(), EDITION), await conventionPdf(convention(), EDITION)];
    expect(un.equals(deux)).toBe(true);
  });
});

describe('an avenant as PDF', () => {
  it('tells what stood and what stands side by side, one article a kind', async () => {
    const { pages, suite } = await lire(avenant());
    const [page, texte] = [pages.join('\n'), enLigne(suite.join(' '))];
    expect(page).toMatch(/Avant\s+Après/);
    expect(page).toMatch(/Calendrier prévisionnel\s+De janvier 2026 à .*De mars 2026 à/);
    expect(page).toMatch(/CSAPA de la commune 1,?\s+12\s501,51 €\s+12\s501,52 €/);
    expect(page).toMatch(/Durée\s+un an\s+trois ans/);
    for (const attendu of [
      'Avenant nº 2 à la convention de partenariat relative à « Bien grandir à Bondy »',
      'Vu la convention de partenariat nº 7 relative à « Bien grandir à Bondy », en vigueur depuis le 1er mars 2026, il est convenu ce qui suit :',
      'Article 1 – Objet de l’avenant Le CSAPA ouvre une consultation de plus. Une structure se retire.',
      'Article 2 – Parties Les mots retirés sont barrés, les mots ajoutés sont soulignés.',
      'Partie (ne figurait pas) Structure 4',
      'Article 3 – Objectifs',
      'Objectif Aller vers les jeunes du quartier 1 (supprimé)',
      'Article 4 – Actions',
      'Article 5 – Contributions financières',
      'Article 6 – Texte',
      'Article 7 – Durée',
      'Article 8 – Autres stipulations Les autres stipulations demeurent inchangées.',
      'Article 9 – Prise d’effet Le présent avenant prend effet à compter de sa signature par la dernière des parties.',
    ])
      expect(texte).toContain(attendu);
    expect(texte).not.toContain('renouvelée');
  });

  it('ends with the text that it leads to, on a page of its own, after the signatures', async () => {
    const octets = await conventionPdf(avenant(), EDITION);
    const { suite } = await lirePdf(octets);
    const annexe = suite.findIndex((page) => page.includes('Annexe – Texte consolidé'));
    expect(suite[annexe]).toMatch(/^Annexe – Texte consolidé de la convention\s+Préambule/);
    expect(suite[annexe - 1]).toContain('Fait à …');
    expect(enLigne(suite.slice(annexe).join(' '))).toContain('Aller vers les jeunes du quartier 3');
    const derniere = (await lirePlan(octets)).at(-1);
    expect(derniere?.titre).toBe('Annexe – Texte consolidé de la convention');
    expect(derniere?.sous.map(({ titre }) => titre)).toContain('Article\u00a01 – Objet de la convention');
  });

  it('of renewal says the new term', async () => {
    const texte = enLigne((await lire(avenant({ genre: 'RENOUVELLEMENT', numero: 1 }))).suite.join(' '));
    expect(texte).toContain('Avenant de renouvellement nº 1 à la convention');
    expect(texte).toContain('renouvelée de manière expresse pour une durée de trois ans, à compter du lendemain');
  });
});
