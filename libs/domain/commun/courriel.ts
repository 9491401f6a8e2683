import { TexteFormate } from './champs';

const COURRIEL = /^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"'.]{2,}$/;

/** An e-mail address. */
export function Courriel(options: { libelle: string; requis?: boolean }): PropertyDecorator {
  return TexteFormate({ ...options, motif: COURRIEL, attendu: 'une adresse comme nom@exemple.fr est attendue' });
}
