/** Something that the guide expects and that is missing: said, never blocking. */
export interface Avertissement {
  code: string;
  message: string;
  source: string;
}

/** Warnings on a CA's own description. */
export function avertissementsCooperative(ca: {
  communes: number;
  structures: number;
  residents?: boolean;
}): Avertissement[] {
  const liste: Avertissement[] = [];
  if (ca.communes < 2) {
    liste.push({
      code: 'TERRITOIRE_UNE_COMMUNE',
      message: 'Le territoire compte une seule commune\u00a0: le guide attend au moins deux communes.',
      source: 'R3, guide, foire aux questions',
    });
  }
  if (ca.structures < 2) {
    liste.push({
      code: 'PEU_DE_MEMBRES',
      message: 'La coopérative compte moins de deux structures membres\u00a0: invitez des acteurs complémentaires.',
      source: 'Guide 4.1',
    });
  }
  return liste;
}
