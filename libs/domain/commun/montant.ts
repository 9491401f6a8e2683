/** 999 999 999,99 €. */
export const MONTANT_MAX = 99_999_999_999;

/** What a person typed as an amount: cents, null for nothing; or a sentence that says how to mend it. */
export type MontantLu = { centimes: number | null; erreur?: undefined } | { centimes?: undefined; erreur: string };

/** U+202F and U+00A0: what French typography puts between thousands and before « € ». */
const MILLIERS = /\B(?=(\d{3})+(?!\d))/g;

/** Writes cents « 1 234,56 € ». */
export function ecrireEuros(centimes: number): string {
  return `${ecrireMontant(centimes)}\u00a0€`;
}

/** Writes cents « 1 234,56 », as one types them. */
export function ecrireMontant(centimes: number): string {
  const absolu = Math.abs(centimes);
  const euros = String(Math.floor(absolu / 100)).replace(MILLIERS, '\u202f');
  return `${centimes < 0 ? '−' : ''}${euros},${String(absolu % 100).padStart(2, '0')}`;
}

/** Reads an amount typed in French: « 1 234,56 », « 1234.5 € », « 1.234,56 ». Cents are read from the digits, never through a float. */
export function lireMontant(texte: string): MontantLu {
  const compact = texte
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/(€|euros?|eur)$/i, '')
    .replace(/[−–]/g, '-');
  if (compact === '') return { centimes: null };
  if (/^-/.test(compact)) {
    return { erreur: 'un montant ne peut pas être négatif\u00a0; écrivez-le sans le signe moins.' };
  }
  // « 1.234,56 »: a point before a comma can only be a thousands mark.
  const normal = compact.includes(',') ? compact.replace(/\.(?=\d{3}(\D|$))/g, '').replace(',', '.') : compact;
  const parts = /^(\d+)(?:\.(\d*))?$/.exec(normal);
  if (!parts) return { erreur: 'écrivez un montant en euros, par exemple 1\u202f234,56.' };
  const [, euros = '', decimales = ''] = parts;
  if (decimales.length > 2) {
    return {
      erreur: 'un montant s’arrête au centime\u00a0; écrivez deux décimales au plus, par exemple 1\u202f234,56.',
    };
  }
  const centimes = Number(euros) * 100 + Number(decimales.padEnd(2, '0'));
  return centimes > MONTANT_MAX ? { erreur: `${ecrireEuros(MONTANT_MAX)} au plus.` } : { centimes };
}
