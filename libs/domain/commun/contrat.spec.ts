import fc from 'fast-check';
import { FicheActionCreee, IndicateurSaisi } from '../actions';
import { BrouillonBilan } from '../bilans';
import { CooperativeSaisie } from '../cooperatives';
import { StructureSaisie } from '../structures';
import { champsDe } from './champs';
import { PageDemandee } from './page.contract';
import { lireContrat } from './valider';

const ID = '018f4e2a-0000-7000-8000-000000000001';
const FICHE = {
  cooperativeId: ID,
  structureId: ID,
  intitule: 'Ateliers cuisine',
  calendrierDebut: '2026-01-01',
  calendrierFin: '2026-12-31',
};
const STRUCTURE = { nom: 'Pains d’épices', formeJuridique: 'ASSOCIATION', secteurId: ID, communeCode: '93066' };
const BROUILLON = { version: 1, reponses: {}, valeurs: [] };

const erreursFiche = (ajout: object) => lireContrat(FicheActionCreee, { ...FICHE, ...ajout }).erreurs;
const champsFaux = (ajout: object) => erreursFiche(ajout).map((e) => e.champ);

describe('What a person sends is read as a contract', () => {
  it('accepted whole when it is right', () => {
    const { objet, erreurs } = lireContrat(FicheActionCreee, FICHE);
    expect(erreurs).toEqual([]);
    expect(objet).toBeInstanceOf(FicheActionCreee);
    expect(objet).toEqual(FICHE);
  });

  it('texts are trimmed, in one Unicode form, and an empty text is no text', () => {
    const { objet } = lireContrat(FicheActionCreee, {
      ...FICHE,
      intitule: '  E\u0301te\u0301 \n',
      contenu: '   ',
      autrePublic: '',
      territoireCommuneCode: ' ',
    });
    expect(objet).toMatchObject({ intitule: 'Été', contenu: null, autrePublic: null, territoireCommuneCode: null });
  });

  it('a required text made of spaces is missing', () => {
    expect(erreursFiche({ intitule: '   ' })).toEqual([
      { champ: 'intitule', code: 'requis', message: 'Intitulé\u00a0: à remplir.' },
    ]);
  });

  it('a field that nobody declared is refused by its name', () => {
    expect(erreursFiche({ etat: 'VALIDEE' })).toEqual([
      { champ: 'etat', code: 'inconnu', message: '«\u00a0etat\u00a0» n’est pas un champ attendu ici.' },
    ]);
  });

  it('an optional field may be absent, null or empty', () => {
    for (const fin of [undefined, null, '']) {
      expect(champsFaux({ moyensHumainsEtp: fin, objectifId: fin, contenu: fin })).toEqual([]);
    }
  });

  it('everything missing is told at once, one line a field', () => {
    const { erreurs } = lireContrat(FicheActionCreee, {});
    expect(erreurs.map((e) => e.champ).sort()).toEqual(Object.keys(FICHE).sort());
    for (const e of erreurs) expect(e.message).toMatch(/^\p{Lu}.*\u00a0: .+\.$/u);
  });

  it.each(['x'.repeat(100_000), 'é'.repeat(100_000)])('100,000 characters are refused everywhere (%#)', (enorme) => {
    for (const champ of ['intitule', 'contenu', 'lieux', 'territoireCommuneCode', 'objectifId', 'calendrierDebut']) {
      expect(champsFaux({ [champ]: enorme })).toEqual([champ]);
    }
    const courriel = `${enorme}@exemple.fr`;
    expect(lireContrat(StructureSaisie, { ...STRUCTURE, courriel }).erreurs.map((e) => e.champ)).toEqual(['courriel']);
  });

  it('a character that the database cannot keep is taken out', () => {
    expect(lireContrat(FicheActionCreee, { ...FICHE, intitule: 'Ate\u0000liers' }).objet.intitule).toBe('Ateliers');
  });

  it.each([-1, -0.5, 1e12, Number.NaN, Infinity, '12 ans', true, [3]])('%p is not a number of people', (valeur) => {
    expect(champsFaux({ beneficiairesCibles: valeur })).toEqual(['beneficiairesCibles']);
  });

  it('a negative number is refused in French', () => {
    expect(erreursFiche({ beneficiairesCibles: -1 })[0]?.message).toBe(
      'Nombre de bénéficiaires ciblés\u00a0: un nombre négatif n’est pas possible.',
    );
  });

  it.each(['2026-02-30', '2026-13-01', '30/01/2026', '2026-01-01T00:00', 20260101, {}])('%p is not a day', (jour) => {
    expect(erreursFiche({ calendrierDebut: jour })).toEqual([
      { champ: 'calendrierDebut', code: 'dateJour', message: 'Début\u00a0: une date du calendrier est attendue.' },
    ]);
  });

  it('numbers and booleans of an address are read as such', () => {
    expect(lireContrat(PageDemandee, { page: '2', taille: '50' }).objet).toMatchObject({ page: 2, taille: 50 });
    expect(lireContrat(PageDemandee, { page: '0' }).erreurs.map((e) => e.champ)).toEqual(['page']);
  });

  it('identifiers are cleaned, then judged by their rule', () => {
    const lue = lireContrat(StructureSaisie, { ...STRUCTURE, siret: '130 025 265 00013', rna: 'w931234567' });
    expect(lue.erreurs).toEqual([]);
    expect(lue.objet).toMatchObject({ siret: '13002526500013', rna: 'W931234567' });
    expect(lireContrat(StructureSaisie, { ...STRUCTURE, siret: '13002526500014' }).erreurs[0]?.message).toBe(
      'SIRET\u00a0: ce numéro n’existe pas, un chiffre est sans doute inversé.',
    );
  });

  it('a list has distinct values, of the right form, one at least when required', () => {
    const communes = (liste: unknown) =>
      lireContrat(CooperativeSaisie, {
        intitule: 'CA',
        debut: '2026-01-01',
        thematiques: [ID],
        publics: [ID],
        communes: liste,
      }).erreurs.map((e) => e.message);
    expect(communes(['93066', '2A004'])).toEqual([]);
    expect(communes([])).toEqual(['Communes\u00a0: une valeur au moins.']);
    expect(communes(['93066', '93066'])).toEqual(['Communes\u00a0: une valeur figure deux fois.']);
    expect(communes(['Saint-Denis'])).toEqual(['Communes\u00a0: choisir dans la liste.']);
    expect(communes('93066')).toHaveLength(1);
  });
});

describe('What is nested', () => {
  const champs = (ajout: object) => lireContrat(BrouillonBilan, { ...BROUILLON, ...ajout }).erreurs.map((e) => e.champ);

  it('is told by its dotted path', () => {
    expect(
      champs({
        valeurs: [
          { indicateurId: ID, valeur: 3 },
          { indicateurId: ID, valeur: -3 },
        ],
      }),
    ).toEqual(['valeurs.1.valeur']);
    expect(champs({ reponses: { publics: { reponse: 'PEUT_ETRE' } } })).toEqual(['reponses.publics.reponse']);
    expect(champs({ reponses: { publics: { reponse: 'OUI', note: 'x' } } })).toEqual(['reponses.publics.note']);
    const previsions = [{ annee: 2026, trimestre: 5, valeur: 1 }];
    const indicateur = { type: 'ACTIVITE', libelle: 'Séances', unite: 'SEANCES', modeAgregation: 'SOMME', previsions };
    expect(lireContrat(IndicateurSaisi, indicateur).erreurs[0]).toMatchObject({
      champ: 'previsions.0.trimestre',
      message: 'Trimestre\u00a0: 4 au plus.',
    });
  });

  it.each([undefined, null, 'oui', 3, []])('is required as an object: %p is refused', (reponses) => {
    expect(champs({ reponses })).toEqual(['reponses']);
  });

  it.each([undefined, null, 'oui', {}, [null], ['x'], [[]]])(
    'is required as a list of objects: %p is refused',
    (valeurs) => {
      expect(champs({ valeurs })).toHaveLength(1);
      expect(champs({ valeurs })[0]).toMatch(/^valeurs/);
    },
  );
});

describe('What is not even an object', () => {
  it.each(['texte', 3, true, [], [FICHE]])('%p is refused, even where every field is optional', (valeur) => {
    const refus = [{ champ: '', code: 'objet', message: 'Un objet est attendu.' }];
    expect(lireContrat(FicheActionCreee, valeur).erreurs).toEqual(refus);
    expect(lireContrat(PageDemandee, valeur).erreurs).toEqual(refus);
  });

  it('nothing at all is an empty object', () => {
    expect(lireContrat(PageDemandee, undefined).erreurs).toEqual([]);
    expect(lireContrat(PageDemandee, null).erreurs).toEqual([]);
  });

  it('never throws, and never lets through a field that was not declared', () => {
    const declares = champsDe(FicheActionCreee).map((c) => c.nom);
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: false }), (valeur) => {
        const { objet, erreurs } = lireContrat(FicheActionCreee, valeur);
        if (erreurs.length === 0) for (const cle of Object.keys(objet)) expect(declares).toContain(cle);
      }),
    );
  });
});

describe('Contracts describe themselves to forms', () => {
  it('with the fields of their parents first', () => {
    const noms = champsDe(FicheActionCreee).map((c) => c.nom);
    expect(noms[0]).toBe('intitule');
    expect(noms.slice(-2)).toEqual(['cooperativeId', 'structureId']);
    expect(new Set(noms).size).toBe(noms.length);
  });

  it('marking what is required', () => {
    const requis = champsDe(FicheActionCreee).filter((c) => c.requis);
    expect(requis.map((c) => c.nom).sort()).toEqual(Object.keys(FICHE).sort());
  });
});
