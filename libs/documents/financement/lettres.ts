import { toCardinal } from 'n2words/fr-FR';

/** « vingt-trois mille euros », « un million d’euros et cinq centimes »: an amount in words, to the cent. */
export function euroEnLettres(centimes: number): string {
  const euros = Math.floor(centimes / 100);
  const reste = centimes % 100;
  const cents = reste ? `${toCardinal(reste)} ${reste > 1 ? 'centimes' : 'centime'}` : '';
  if (euros === 0) return cents || 'zéro euro';
  const mots = toCardinal(euros);
  // « un million d’euros », but « un million cinq euros ».
  const de = /(million|milliard)s?$/.test(mots) ? 'd’' : '';
  const entiers = `${mots} ${de}${euros > 1 ? 'euros' : 'euro'}`;
  return cents ? `${entiers} et ${cents}` : entiers;
}
