import type { ParticipantLu } from './reunion.contract';

type Convie = Pick<ParticipantLu, 'id' | 'nom' | 'courriel' | 'suppleantNom' | 'suppleantCourriel'>;

/** An address that is written to about a meeting, once, whatever the number of seats behind it. */
export interface Destinataire {
  courriel: string;
  /** Who reads there: « Ana », « Ana et Bo ». */
  nom: string;
  /** Seats that are answered for from there. */
  participantIds: string[];
  /** Titulaires whose suppléant this is; empty for a titulaire, who is not written to in copy. */
  suppleantDe: string[];
}

const enumerer = (noms: readonly string[]): string =>
  noms.length < 2 ? noms.join('') : `${noms.slice(0, -1).join(', ')} et ${noms.at(-1)}`;

/** Whom a meeting writes to: each titulaire, then in copy each suppléant who is not one, never twice at an address. */
export function destinatairesDe(participants: readonly Convie[]): Destinataire[] {
  const titulaires = grouper(participants, ({ courriel }) => courriel);
  const suppleants = grouper(participants, ({ suppleantCourriel }) => suppleantCourriel);
  return [
    ...[...titulaires.values()].map(({ courriel, sieges }) => ({
      courriel,
      nom: enumerer(uniques(sieges.map(({ nom }) => nom))),
      participantIds: sieges.map(({ id }) => id),
      suppleantDe: [],
    })),
    ...[...suppleants]
      .filter(([cle]) => !titulaires.has(cle))
      .map(([, { courriel, sieges }]) => ({
        courriel,
        nom: enumerer(uniques(sieges.map(({ suppleantNom, nom }) => suppleantNom ?? nom))),
        participantIds: sieges.map(({ id }) => id),
        suppleantDe: uniques(sieges.map(({ nom }) => nom)),
      })),
  ];
}

/** « en copie, à titre de suppléant de Ana et Bo »; nothing for a titulaire. */
export function copieDite({ suppleantDe }: Pick<Destinataire, 'suppleantDe'>): string | null {
  return suppleantDe.length
    ? `Vous recevez ce message en copie, à titre de suppléant de ${enumerer(suppleantDe)}.`
    : null;
}

const uniques = (noms: readonly string[]): string[] => [...new Set(noms)];

/** Seats by address; case makes no other address of one. */
function grouper(
  participants: readonly Convie[],
  adresse: (p: Convie) => string | null,
): Map<string, { courriel: string; sieges: Convie[] }> {
  const groupes = new Map<string, { courriel: string; sieges: Convie[] }>();
  for (const participant of participants) {
    const courriel = adresse(participant);
    if (!courriel) continue;
    const groupe = groupes.get(courriel.toLowerCase()) ?? { courriel, sieges: [] };
    groupe.sieges.push(participant);
    groupes.set(courriel.toLowerCase(), groupe);
  }
  return groupes;
}
