import type { Jour } from '@coopilote/domain/commun';
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalCalendar,
} from 'ical-generator';

export interface PersonneCalendrier {
  nom: string;
  courriel: string;
}

/** A meeting as calendars know it. */
export interface ReunionCalendrier {
  /** The same from the first invitation to the cancellation: it is by this that a calendar finds its entry again. */
  uid: string;
  /** Grows with each change sent; a calendar ignores an invitation older than the one it holds. */
  sequence: number;
  titre: string;
  debut: Date;
  fin: Date;
  lieu: string | null;
  /** Address of the video meeting. */
  visio: string | null;
  /** Agenda, in plain text. */
  description: string;
  /** Page of the meeting. */
  url: string;
  organisateur: PersonneCalendrier;
  invites: PersonneCalendrier[];
  annulee: boolean;
}

/**
 * An invitation to send by mail (iTIP, RFC 5546): REQUEST the first time, REQUEST again with a higher `sequence` after a
 * change, CANCEL with a higher one still. `maintenant` dates the message.
 */
export function invitation(reunion: ReunionCalendrier, methode: 'REQUEST' | 'CANCEL', maintenant: Date): string {
  const calendrier = nouveau(ICalCalendarMethod[methode]);
  ajouter(calendrier, { ...reunion, annulee: reunion.annulee || methode === 'CANCEL' }, maintenant);
  return calendrier.toString();
}

/** A deadline: a whole day, for which nobody is busy. */
export interface JourCalendrier {
  uid: string;
  titre: string;
  description: string;
  jour: Jour;
  url: string;
}

/**
 * The meetings and deadlines of a person or of a CA, as a calendar to subscribe to; guests are left out, nothing is asked of
 * anybody.
 */
export function flux(
  nom: string,
  reunions: readonly ReunionCalendrier[],
  maintenant: Date,
  jours: readonly JourCalendrier[] = [],
): string {
  const calendrier = nouveau(ICalCalendarMethod.PUBLISH);
  // Written as it is given by ical-generator: the escaping is ours.
  calendrier.name(ligne(nom).replace(/[\\;,]/g, '\\$&'));
  calendrier.ttl(3600);
  for (const reunion of reunions) ajouter(calendrier, { ...reunion, invites: [] }, maintenant);
  for (const { uid, titre, description, jour, url } of jours) {
    calendrier.createEvent({
      id: uid,
      stamp: maintenant,
      start: `${jour}T00:00:00`,
      allDay: true,
      floating: true,
      summary: ligne(titre),
      description,
      url,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendrier.toString();
}

function nouveau(method: ICalCalendarMethod): ICalCalendar {
  return ical({ method, prodId: { company: 'Coopilote', product: 'Coopilote', language: 'FR' } });
}

/**
 * Instants are written in UTC, without a VTIMEZONE: each calendar shows them at its own hour, on the Sunday of a clock
 * change as in La Réunion. A calendar-level time zone would make ical-generator write floating times.
 */
function ajouter(calendrier: ICalCalendar, r: ReunionCalendrier, maintenant: Date): void {
  const evenement = calendrier.createEvent({
    id: ligne(r.uid),
    sequence: r.sequence,
    stamp: maintenant,
    start: r.debut,
    end: r.fin,
    summary: ligne(r.titre),
    description: paragraphes([r.visio ? `Visioconférence\u00a0: ${r.visio}` : '', r.description, r.url]),
    location: ligne(r.lieu ?? r.visio ?? ''),
    url: uri(r.url),
    status: r.annulee ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: nomPropre(r.organisateur), email: uri(r.organisateur.courriel) },
  });
  for (const invite of r.invites) {
    evenement.createAttendee({
      name: nomPropre(invite),
      email: uri(invite.courriel),
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: !r.annulee,
    });
  }
}

const sansControles = (texte: string): string => texte.replace(/[^\P{Control}\t\n]|\p{Surrogate}/gu, '');
const ligne = (texte: string): string => sansControles(texte.replace(/[\t\n\r ]+/g, ' ')).trim();
const paragraphes = (textes: string[]): string =>
  textes
    .map((texte) => sansControles(texte.replace(/\r\n?/g, '\n')).trim())
    .filter(Boolean)
    .join('\n\n');

/** In a quoted parameter: many calendars do not know the caret encoding of RFC 6868. */
const nomPropre = ({ nom, courriel }: PersonneCalendrier): string =>
  ligne(nom).replaceAll('"', '’').replaceAll('^', '') || courriel;
/** Of type URI, in which nothing is escaped by a backslash, though ical-generator would: commas and semicolons are encoded. */
const uri = (adresse: string): string => ligne(adresse).replace(/[\s,;\\]/g, encodeURIComponent);
