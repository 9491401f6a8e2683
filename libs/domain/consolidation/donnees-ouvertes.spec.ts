import { CHAMPS_OUVERTS, csvOuvert, publier, VERSION_OUVERTE } from './donnees-ouvertes.rules';

describe('open data', () => {
  it('never moves a column of a published version', () => {
    expect([VERSION_OUVERTE, CHAMPS_OUVERTS.map(({ name, type }) => `${name}:${type}`)]).toEqual([
      1,
      [
        ...['annee:integer', 'trimestre:integer', 'region_code:string', 'region:string', 'departement_code:string'],
        ...['departement:string', 'indicateur_code:string', 'indicateur:string', 'unite:string'],
        ...['mode_agregation:string', 'actions:integer', 'reponses_attendues:integer', 'reponses_recues:integer'],
        ...['valeur_basse:number', 'valeur_haute:number', 'prevision:number', 'masque:boolean'],
      ],
    ]);
  });

  it('publishes a small count as masked, and a formula as text', () => {
    const commun = {
      actions: 1,
      attendus: 1,
      recus: 1,
      prevision: null,
      petitsTermes: false,
      cle: 'SOIN:PERSONNES:SOMME',
    };
    const cases = [1, 0].flatMap((trimestre) =>
      ['93', null].map((departementCode) => ({ ...commun, departementCode, trimestre, bas: 7, haut: 7 })),
    );
    const noms = {
      annee: 2025,
      region: { code: '11', nom: 'Île-de-France' },
      departements: { '93': 'Seine-Saint-Denis' },
      indicateurs: { SOIN: '=HYPERLINK("x")' },
    };
    const { lignes, masques, valeurs } = publier(cases, noms);
    expect([lignes.length, masques, valeurs]).toEqual([4, 4, 4]);
    const csv = csvOuvert(lignes);
    expect(csv).not.toMatch(/,7[,\r]/);
    expect(csv).toContain(`,"'=HYPERLINK(""x"")",personnes différentes,`);
  });
});
