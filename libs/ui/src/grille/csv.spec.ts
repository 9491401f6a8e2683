import fc from 'fast-check';
import type { ColonneGrille } from './colonne';
import { ecrireCsv } from './csv';

interface Ligne {
  nom: string;
  valeur?: number | null;
}

const NOM: ColonneGrille<Ligne> = { cle: 'nom', entete: 'Nom', genre: 'texte' };
const corps = (csv: string) => csv.replace('\ufeff', '').split('\r\n').slice(1, -1);

it('écrit les nombres pour un tableur français, l’argent en euros', () => {
  const colonnes: ColonneGrille<Ligne>[] = [
    NOM,
    { cle: 'valeur', entete: 'Montant', court: 'Mt', groupe: 'Budget', genre: 'euros' },
  ];
  expect(
    ecrireCsv(colonnes, [
      { nom: 'Dépistage', valeur: -123456 },
      { nom: 'Marche', valeur: null },
    ]),
  ).toBe('\ufeffNom;Budget – Montant\r\nDépistage;-1234,56\r\nMarche;\r\n');
});

it.each(['=SOMME(A1)', '+33', '-1+1', '@ici', '\tx'])('« %s » n’est pas lu comme une formule', (nom) => {
  expect(corps(ecrireCsv([NOM], [{ nom }]))).toEqual([`'${nom}`]);
});

it('protège points-virgules, guillemets et retours à la ligne', () => {
  expect(ecrireCsv([NOM], [{ nom: 'a;b "c"\nd' }])).toBe('\ufeffNom\r\n"a;b ""c""\nd"\r\n');
});

it('aucun texte ne commence une formule', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (nom) => {
      const [, cellule = ''] = /^\ufeffNom\r\n([\s\S]*)\r\n$/.exec(ecrireCsv([NOM], [{ nom }])) ?? [];
      expect(cellule.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});
