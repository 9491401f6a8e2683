import { ecrireAdresse, lireAdresse } from './adresse';

it.each([
  ['https://ars.fr/guide?p=1', 'https://ars.fr/guide?p=1'],
  [' ars.fr ', 'https://ars.fr'],
  ['iledefrance.ars.sante.fr/coopératives#haut', 'https://iledefrance.ars.sante.fr/coopératives#haut'],
  ['ars.fr:8080/x', 'https://ars.fr:8080/x'],
  ['contact@ars.fr', 'mailto:contact@ars.fr'],
  ['mailto:contact@ars.fr', 'mailto:contact@ars.fr'],
])('« %s » mène à %s', (saisie, adresse) => {
  expect(lireAdresse(saisie)).toBe(adresse);
});

it.each([
  '',
  'bonjour',
  'javascript:alert(1)',
  'javascript:alert(1).fr',
  '/accueil',
  'file:///etc/passwd',
  'a b.fr',
  'ars.f',
])('« %s » ne mène nulle part', (saisie) => {
  expect(lireAdresse(saisie)).toBeNull();
});

it('un courriel se relit comme il s’écrit', () => {
  expect(ecrireAdresse('mailto:contact@ars.fr')).toBe('contact@ars.fr');
  expect(ecrireAdresse('https://ars.fr')).toBe('https://ars.fr');
});
