import fc from 'fast-check';
import { ajouterJours, estDateJour, joursEntre } from '../commun/dates';
import { comparerMots } from '../commun/mots.rules';
import {
  composerArticles,
  differencesConvention,
  echeancesConvention,
  dureeEnMots,
  echeancesAnnuelles,
  effetDepart,
  effetResiliation,
  etatConvention,
  finDePeriode,
  lignesT5,
  manquesConvention,
  MODELE_DU_GUIDE,
  nomActe,
  periodes,
  priseEffet,
  rappelsConvention,
  refusConsultation,
  refusDateSignature,
  refusDemande,
  texteDe,
  transitionsActe,
  verifierArticles,
  type ActionConvention,
  type ContenuConvention,
  type DonneesConvention,
  type FaitsDepart,
  type FaitsConvention,
} from '.';

const action = (id: string, intitule: string, autre: Partial<ActionConvention> = {}): ActionConvention => ({
  id,
  intitule,
  structureId: 's1',
  promoteur: 'CSAPA de Bondy',
  contenu: 'Consultations d’une demi-journée par semaine.',
  calendrier: 'De janvier à décembre 2026',
  modes: 'Consultation',
  publics: 'Jeunes de 12 à 25 ans',
  lieux: 'Maison des adolescents, Bondy',
  moyensHumains: '0,2 ETP de psychologue',
  ...autre,
});
const donnees = (autre: Partial<DonneesConvention> = {}): DonneesConvention => ({
  programme: 'Bien grandir à Bondy',
  region: 'Île-de-France',
  departement: 'Seine-Saint-Denis',
  presentation: 'Le diagnostic montre un renoncement aux soins.\nLes acteurs s’unissent.',
  thematiques: ['Addictions', 'Santé mentale'],
  populations: ['Jeunes'],
  communes: ['Bondy'],
  objectifGeneral: 'Réduire les conduites addictives.',
  objectifs: [{ id: 'o1', intitule: 'Aller vers les jeunes' }],
  parties: [
    {
      id: 'p0',
      genre: 'ARS',
      structureId: null,
      nom: 'ARS Île-de-France',
      representant: 'Anne Roy',
      qualite: 'Déléguée départementale',
    },
    {
      id: 'p1',
      genre: 'STRUCTURE',
      structureId: 's1',
      nom: 'CSAPA de Bondy',
      representant: 'Luc Petit',
      qualite: 'Président',
    },
  ],
  actions: [action('a1', 'Consultations avancées')],
  contributions: [{ structureId: 's1', structure: 'CSAPA de Bondy', annee: 2026, centimes: 1_250_050 }],
  dureeMois: 12,
  ...autre,
});
const contenu = (d: DonneesConvention): ContenuConvention => ({
  donnees: d,
  articles: composerArticles(MODELE_DU_GUIDE, d),
});

describe('terms and dates of a convention', () => {
  const jour = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));

  it('runs to the same day of the month of its end, the last of February for a 29th (R18, code de procédure civile, article 641)', () => {
    expect(finDePeriode('2026-03-15', 12)).toBe('2027-03-15');
    expect(finDePeriode('2024-02-29', 12)).toBe('2025-02-28');
    expect(finDePeriode('2025-02-28', 36)).toBe('2028-02-28');
  });

  it('never ends before a year less a day, nor after a year and a day, whatever the day (R6)', () => {
    fc.assert(
      fc.property(jour, (debut) => {
        const fin = finDePeriode(debut, 12);
        expect(estDateJour(fin)).toBe(true);
        expect(joursEntre(debut, fin)).toBeGreaterThanOrEqual(365);
        expect(joursEntre(debut, fin)).toBeLessThanOrEqual(366);
      }),
    );
  });

  it('ends one month after the registered letter, by the calendar (R8)', () => {
    expect(effetResiliation('2026-01-31')).toBe('2026-02-28');
    expect(effetResiliation('2028-01-30')).toBe('2028-02-29');
    expect(effetResiliation('2026-11-15')).toBe('2026-12-15');
  });

  it('takes effect on the day of the last signature, and not before all have signed (R6)', () => {
    const [a, b] = [
      { partieId: 'a', signeLe: '2026-03-02' },
      { partieId: 'b', signeLe: '2026-02-20' },
    ];
    expect(priseEffet(['a', 'b'], [a])).toBeNull();
    expect(priseEffet(['a', 'b'], [a, b])).toBe('2026-03-02');
    expect(priseEffet([], [])).toBeNull();
  });

  it('renews expressly, without a gap when signed in time, from the signature when it had lapsed', () => {
    const initiale = { genre: 'INITIALE', etat: 'SIGNE', effet: '2026-03-15', dureeMois: 12 } as const;
    const avenant = { genre: 'AVENANT', etat: 'SIGNE', effet: '2026-06-01', dureeMois: 12 } as const;
    const aTemps = { genre: 'RENOUVELLEMENT', etat: 'SIGNE', effet: '2027-02-01', dureeMois: 12 } as const;
    expect(periodes([initiale, avenant])).toEqual([{ debut: '2026-03-15', fin: '2027-03-15' }]);
    expect(periodes([initiale, avenant, aTemps])[1]).toEqual({ debut: '2027-03-16', fin: '2028-03-15' });
    expect(periodes([initiale, { ...aTemps, effet: '2027-05-02' }])[1]).toEqual({
      debut: '2027-05-02',
      fin: '2028-05-02',
    });
    expect(periodes([initiale, { ...aTemps, etat: 'EN_SIGNATURE', effet: null }])).toHaveLength(1);
  });

  it('says the state that its dates make', () => {
    const terme = [{ debut: '2026-03-15', fin: '2027-03-15' }];
    expect(etatConvention('RELECTURE', [], null, '2026-01-01')).toBe('RELECTURE');
    expect(etatConvention('SIGNE', terme, null, '2026-12-14')).toBe('EN_VIGUEUR');
    expect(etatConvention('SIGNE', terme, null, '2026-12-15')).toBe('A_RENOUVELER');
    expect(etatConvention('SIGNE', terme, null, '2027-03-15')).toBe('A_RENOUVELER');
    expect(etatConvention('SIGNE', terme, null, '2027-03-16')).toBe('EXPIREE');
    expect(etatConvention('SIGNE', terme, '2026-10-01', '2026-09-30')).toBe('EN_VIGUEUR');
    expect(etatConvention('SIGNE', terme, '2026-10-01', '2026-10-01')).toBe('RESILIEE');
  });

  it('refuses a signature older than the text, or of tomorrow', () => {
    expect(refusDateSignature('2026-03-01', '2026-03-02', '2026-03-10')).toContain('figé le 02/03/2026');
    expect(refusDateSignature('2026-03-11', '2026-03-02', '2026-03-10')).toContain('futur');
    expect(refusDateSignature('2026-03-02', '2026-03-02', '2026-03-10')).toBeNull();
  });

  it('never leads from a signed text to anything', () => {
    expect(transitionsActe('SIGNE')).toEqual([]);
    expect(transitionsActe('EN_SIGNATURE').map((t) => t.vers)).toEqual(['ABANDONNE']);
    expect(nomActe('AVENANT', 2)).toBe('Avenant nº\u00a02');
  });
});

describe('a member that leaves', () => {
  const jour = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));
  const acte = (genre: 'INITIALE' | 'RENOUVELLEMENT', effet: string, dureeMois: number) =>
    ({ genre, etat: 'SIGNE', effet, dureeMois }) as const;

  it('leaves at the annual deadline, each year of the terms and at their ends', () => {
    const termes = periodes([acte('INITIALE', '2024-02-29', 48), acte('RENOUVELLEMENT', '2028-02-01', 12)]);
    expect(echeancesAnnuelles(termes)).toEqual(['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29', '2029-02-28']);
    expect(effetDepart(termes, '2026-02-28')).toBe('2026-02-28');
    expect(effetDepart(termes, '2026-03-01')).toBe('2027-02-28');
    expect(effetDepart(termes, '2029-03-01')).toBeNull();
  });

  it('never leaves before the consultation, nor later than a year and a day after it, and always within a term', () => {
    const durees = fc.integer({ min: 12, max: 60 });
    fc.assert(
      fc.property(jour, durees, durees, fc.integer({ min: 0, max: 3600 }), (debut, duree, suite, apres) => {
        const termes = periodes([acte('INITIALE', debut, duree), acte('RENOUVELLEMENT', debut, suite)]);
        const consulteLe = ajouterJours(debut, apres);
        const effet = effetDepart(termes, consulteLe);
        if (effet === null) return expect(consulteLe > (termes.at(-1)?.fin ?? '')).toBe(true);
        expect(joursEntre(consulteLe, effet)).toBeGreaterThanOrEqual(0);
        expect(joursEntre(consulteLe, effet)).toBeLessThanOrEqual(366);
        expect(termes.some((t) => effet > t.debut && effet <= t.fin)).toBe(true);
        // The same departure, whatever the day of the consultation within the year.
        expect(effetDepart(termes, effet)).toBe(effet);
      }),
    );
  });

  it('keeps the deadlines in order, the last one being the end, none more than a year and a day apart', () => {
    fc.assert(
      fc.property(jour, fc.integer({ min: 12, max: 60 }), (debut, duree) => {
        const jours = echeancesAnnuelles(periodes([acte('INITIALE', debut, duree)]));
        expect(jours).toEqual([...new Set(jours)].sort());
        expect(jours.at(-1)).toBe(finDePeriode(debut, duree));
        for (const [rang, echeance] of jours.entries())
          expect(joursEntre(jours[rang - 1] ?? debut, echeance)).toBeLessThanOrEqual(367);
      }),
    );
  });

  it('is refused in a sentence', () => {
    const faits: FaitsDepart = {
      structure: 'La mairie',
      etat: 'EN_VIGUEUR',
      resiliationEffet: null,
      partie: true,
      demande: null,
      termes: [{ debut: '2026-03-15', fin: '2027-03-15' }],
    };
    const refus = (autre: Partial<FaitsDepart>) => refusDemande({ ...faits, ...autre }, '2026-06-01');
    expect(refus({})).toBeNull();
    expect(refus({ etat: 'EXPIREE' })).toContain('celle-ci est expirée');
    expect(refus({ partie: false })).toContain('n’est pas partie');
    expect(refus({ demande: { demandeLe: '2026-05-02', effet: null } })).toContain(
      'déjà demandé à partir, le 02/05/2026',
    );
    expect(refus({ demande: { demandeLe: '2026-05-02', effet: '2027-03-15' } })).toContain('quitte déjà');
    expect(refus({ resiliationEffet: '2026-07-01' })).toContain('n’a plus d’objet');
    expect(refusConsultation('2026-05-01', '2026-05-02', '2026-06-01')).toContain('entre le 02/05/2026');
    expect(refusConsultation('2026-06-02', '2026-05-02', '2026-06-01')).not.toBeNull();
    expect(refusConsultation('2026-06-01', '2026-05-02', '2026-06-01')).toBeNull();
  });

  it('is what an avenant says, once: the party that is gone as it says is no other difference', () => {
    const depart = {
      ...{ id: 'd1', structureId: 's1', structure: 'CSAPA de Bondy' },
      ...{ demandeLe: '2026-05-02', consulteLe: '2026-05-20', effet: '2027-03-15' },
    };
    const [avant, annonce] = [contenu(donnees()), contenu(donnees({ departs: [depart] }))];
    const parti = contenu(donnees({ departs: [depart], parties: donnees().parties.filter((p) => p.id !== 'p1') }));
    expect(differencesConvention(avant, annonce)).toMatchObject([
      { genre: 'DEPART', objet: 'CSAPA de Bondy', avant: null, apres: expect.stringContaining('le 15/03/2027') },
    ]);
    expect(differencesConvention(avant, parti).map((d) => d.genre)).toEqual(['DEPART', 'PARTIE', 'PARTIE']);
    const reste = differencesConvention(annonce, parti).filter((d) => d.genre !== 'ARTICLE');
    expect(reste).toEqual([]);
  });
});

describe('what the calendar of a convention asks for', () => {
  const faits = {
    id: 'k',
    cooperative: 'CA',
    etat: 'EN_VIGUEUR',
    fin: '2027-03-15',
    resiliationEffet: null,
    acte: null,
    figeLe: null,
  } as const;
  const genres = (f: Partial<FaitsConvention>, jour: string) =>
    echeancesConvention({ ...faits, ...f }, jour).map((e) => [e.genre, e.date]);

  it('speaks of the bilan annuel from three months before its limit, two months before the end (R10)', () => {
    expect(genres({}, '2026-10-14')).toEqual([]);
    expect(genres({}, '2026-10-15')).toEqual([['BILAN_ANNUEL', '2027-01-15']]);
    expect(genres({}, '2027-01-16')).toEqual([]);
  });
  it('asks to renew what ends, unless a renewal is under way or it was ended', () => {
    const acte = {
      id: 'a',
      genre: 'RENOUVELLEMENT',
      numero: 1,
      etat: 'RELECTURE',
      signatures: 0,
      attendues: 0,
    } as const;
    expect(genres({ etat: 'A_RENOUVELER' }, '2027-02-01')).toEqual([['RENOUVELLEMENT', '2027-03-15']]);
    expect(genres({ etat: 'A_RENOUVELER', acte }, '2027-02-01')).toEqual([]);
    expect(genres({ etat: 'A_RENOUVELER', resiliationEffet: '2027-02-20' }, '2027-02-01')).toEqual([
      ['RESILIATION', '2027-02-20'],
    ]);
  });
  it('counts the signatures that miss', () => {
    const acte = { id: 'a', genre: 'AVENANT', numero: 2, etat: 'EN_SIGNATURE', signatures: 1, attendues: 3 } as const;
    expect(echeancesConvention({ ...faits, acte, figeLe: '2026-05-02' }, '2026-05-10')).toMatchObject([
      { genre: 'SIGNATURES', titre: 'Avenant nº\u00a02\u00a0: 2 signatures manquent', date: '2026-05-02' },
    ]);
  });
});

describe('what people are told of a deadline', () => {
  const faits = {
    id: 'k',
    cooperative: 'CA',
    etat: 'EN_VIGUEUR',
    fin: '2027-03-15',
    resiliationEffet: null,
    acte: null,
    figeLe: null,
    bilanAnnuelPrevu: false,
  } as const;
  type Faits = Parameters<typeof rappelsConvention>[0];
  const moments = (f: Partial<Faits>, jour: string) =>
    rappelsConvention({ ...faits, ...f }, jour).map((r) => [r.genre, r.moment]);

  it('comes in sight, gets near thirty days before, is missed the day after, for a week', () => {
    expect(moments({}, '2026-12-15')).toEqual([['BILAN_ANNUEL', 'EN_VUE']]);
    expect(moments({}, '2026-12-16')).toEqual([['BILAN_ANNUEL', 'PROCHE']]);
    expect(moments({}, '2027-01-15')).toEqual([['BILAN_ANNUEL', 'PROCHE']]);
    expect(moments({}, '2027-01-16')).toEqual([['BILAN_ANNUEL', 'MANQUEE']]);
    expect(moments({}, '2027-01-22')).toEqual([['BILAN_ANNUEL', 'MANQUEE']]);
    expect(moments({}, '2027-01-23')).toEqual([]);
    expect(moments({ bilanAnnuelPrevu: true }, '2027-01-10')).toEqual([]);
    expect(moments({ bilanAnnuelPrevu: true }, '2027-01-16')).toEqual([]);
    expect(moments({ etat: 'EXPIREE' }, '2027-03-16')).toEqual([['RENOUVELLEMENT', 'MANQUEE']]);
  });
  it('calls after thirty days a text that waits for signatures', () => {
    const acte = { id: 'a', genre: 'AVENANT', numero: 2, etat: 'EN_SIGNATURE', signatures: 1, attendues: 3 } as const;
    const attente = { acte, figeLe: '2026-05-02' };
    expect(moments(attente, '2026-05-31')).toEqual([['SIGNATURES', 'EN_VUE']]);
    expect(moments(attente, '2026-06-01')).toEqual([['SIGNATURES', 'PROCHE']]);
  });
  it('keeps one key for each moment of each deadline, from one day to the next', () => {
    const jours = Array.from({ length: 500 }, (_, i) => ajouterJours('2026-01-01', i));
    const cles = jours.flatMap((jour) => rappelsConvention({ ...faits, etat: 'A_RENOUVELER' }, jour).map((r) => r.cle));
    expect([...new Set(cles)].sort()).toEqual([
      'k:bilan-annuel:2027-03-15:EN_VUE',
      'k:bilan-annuel:2027-03-15:MANQUEE',
      'k:bilan-annuel:2027-03-15:PROCHE',
      'k:renouvellement:2027-03-15:EN_VUE',
      'k:renouvellement:2027-03-15:PROCHE',
    ]);
  });
});

describe('a template', () => {
  it('of the guide has no mistake, and every variable of it is read', () => {
    expect(verifierArticles(MODELE_DU_GUIDE)).toEqual([]);
    const texte = JSON.stringify(composerArticles(MODELE_DU_GUIDE, donnees()));
    expect(texte).not.toMatch(/\{\{|\}\}/);
    expect(texte).toContain('Bien grandir à Bondy');
    expect(texte).toContain('perdure un an, renouvelable');
  });

  const faute = (texte: string) => verifierArticles([{ cle: '1', titre: 'Objet', texte }]);
  it('with an unknown variable is refused with its place, and the nearest name', () => {
    expect(faute('<p>Bonjour</p><p>{{progamme}}</p>')).toEqual([
      { article: '1', paragraphe: 2, message: 'La variable «\u00a0progamme\u00a0» n’existe pas.' },
    ]);
    expect(faute('<p>{{Objectif général}}</p>')[0]?.message).toContain(
      'Vouliez-vous dire «\u00a0{{objectif_general}}\u00a0»',
    );
    expect(faute('<ul><li>{{x}}</li></ul>')[0]?.paragraphe).toBe(1);
  });
  it('with braces that do not close, or a part inside a sentence, is refused', () => {
    expect(faute('<p>{{programme</p>')).toHaveLength(1);
    expect(faute('<p>{{pro<strong>gramme}}</strong></p>')).toHaveLength(2);
    expect(faute('<p>Voici {{actions}}</p>')[0]?.message).toContain('seule dans son paragraphe');
    expect(faute('<p>{{ actions }}</p>')).toEqual([]);
  });

  it('holds every field of every action, in the rows of T5', () => {
    const deux = donnees({
      actions: [action('a1', 'Une'), action('a2', 'Deux', { lieux: 'Collège Pierre-Brossolette' })],
    });
    const article = composerArticles(MODELE_DU_GUIDE, deux).find(({ cle }) => cle === '2');
    const tables = article?.blocs.filter((b) => b.genre === 'ACTION') ?? [];
    expect(tables).toHaveLength(2);
    expect(tables[1]).toMatchObject({ rang: 2, lignes: lignesT5(deux.actions[1] as ActionConvention) });
    expect(JSON.stringify(tables[1])).toContain('Collège Pierre-Brossolette');
  });

  it('says its term in words', () => {
    expect([12, 36, 18].map(dureeEnMots)).toEqual(['un an', 'trois ans', '18\u00a0mois']);
  });
});

describe('what a text still misses', () => {
  it('nothing when it is whole', () => expect(manquesConvention(donnees())).toEqual([]));
  it('is said with what to do', () => {
    const [, csapa] = donnees().parties as [never, never];
    const trouves = manquesConvention(
      donnees({
        parties: [csapa],
        actions: [action('a1', 'Une', { lieux: ' ', structureId: 's9', promoteur: 'Mairie' })],
      }),
    );
    const manques = trouves.map(({ message }) => message).join('\n');
    expect(trouves.map(({ lieu, actionId }) => [lieu, actionId])).toEqual([
      ['PARTIES', null],
      ['PARTIES', null],
      ['ACTION', 'a1'],
      ['PARTIES', null],
    ]);
    expect(manques).toContain('deux parties');
    expect(manques).toContain('L’Agence régionale de santé signe toujours');
    expect(manques).toContain('lieux précis de réalisation');
    expect(manques).toContain('Mairie porte «\u00a0Une\u00a0» sans être partie');
  });
});

describe('differences with a signed text (R7)', () => {
  it('none when nothing changed', () =>
    expect(differencesConvention(contenu(donnees()), contenu(donnees()))).toEqual([]));

  it('shows one field of one action, word by word', () => {
    const apres = donnees({
      actions: [action('a1', 'Consultations avancées', { calendrier: 'De mars à décembre 2026' })],
    });
    const [seule, ...reste] = differencesConvention(contenu(donnees()), contenu(apres));
    expect(reste).toEqual([]);
    expect(seule).toMatchObject({
      genre: 'ACTION',
      objet: 'Consultations avancées',
      champ: 'Calendrier prévisionnel',
      avant: 'De janvier à décembre 2026',
      apres: 'De mars à décembre 2026',
    });
    expect(seule?.mots.filter((m) => m.genre !== 'GARDE').map((m) => m.texte)).toEqual(['janvier', 'mars']);
  });

  it('shows who enters, who leaves, an amount to the cent, a term', () => {
    const apres = donnees({
      dureeMois: 24,
      parties: [
        ...donnees().parties.slice(0, 1),
        {
          id: 'p2',
          genre: 'STRUCTURE',
          structureId: 's2',
          nom: 'Mairie de Bondy',
          representant: 'Zoé Lam',
          qualite: 'Maire',
        },
      ],
      contributions: [{ structureId: 's1', structure: 'CSAPA de Bondy', annee: 2026, centimes: 1_250_051 }],
    });
    const dites = differencesConvention(contenu(donnees()), contenu(apres)).map((d) => [
      d.genre,
      d.objet,
      d.avant,
      d.apres,
    ]);
    expect(dites).toContainEqual(['PARTIE', 'Mairie de Bondy', null, 'Mairie de Bondy']);
    expect(dites).toContainEqual(['PARTIE', 'CSAPA de Bondy', 'CSAPA de Bondy', null]);
    expect(dites).toContainEqual(['CONTRIBUTION', 'CSAPA de Bondy', '12\u202f500,50\u00a0€', '12\u202f500,51\u00a0€']);
    expect(dites.find(([genre]) => genre === 'ARTICLE')?.[1]).toContain('Article\u00a05');
    expect(dites).toContainEqual(['DUREE', 'Durée', 'un an', 'deux ans']);
  });

  it('gives back each text whole, whatever the words', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.lorem({ maxCount: 30 }), (avant, apres) => {
        const mots = comparerMots(avant, apres);
        const sans = (genre: string) =>
          mots
            .filter((m) => m.genre !== genre)
            .map((m) => m.texte)
            .join('');
        expect(sans('AJOUTE')).toBe(avant);
        expect(sans('RETIRE')).toBe(apres);
      }),
    );
  });

  it('reads the words of an article', () => {
    const [preambule] = composerArticles(MODELE_DU_GUIDE, donnees());
    expect(preambule && texteDe(preambule)).toContain('Réduire les conduites addictives.');
  });
});
