import fc from 'fast-check';
import ICAL from 'ical.js';
import { flux, invitation, type ReunionCalendrier } from './reunion';

const MAINTENANT = new Date('2026-03-01T08:00:00Z');
const reunion = (autre: Partial<ReunionCalendrier> = {}): ReunionCalendrier => ({
  uid: '7f1c@coopilote.ars.fr',
  sequence: 0,
  titre: 'Comité de pilotage',
  debut: new Date('2026-04-14T12:00:00Z'),
  fin: new Date('2026-04-14T14:00:00Z'),
  lieu: 'Mairie, salle des fêtes ; 2e étage',
  visio: null,
  description: '1. Bilan\n2. Suites',
  url: 'https://coopilote.test/reunions/7f1c',
  organisateur: { nom: 'Léa Dupont', courriel: 'lea.dupont@ars.sante.fr' },
  invites: [
    { nom: 'Noé Petit', courriel: 'noe@asso.fr' },
    { nom: 'Association « Les Lilas »', courriel: 'contact@lilas.fr' },
  ],
  annulee: false,
  ...autre,
});

/** Read by a parser that knows nothing of the writer. */
function lire(ics: string) {
  const calendrier = new ICAL.Component(ICAL.parse(ics));
  const evenements = calendrier.getAllSubcomponents('vevent').map((composant) => {
    const texte = (nom: string) => composant.getFirstPropertyValue(nom) as string | null;
    return { composant, texte, evenement: new ICAL.Event(composant) };
  });
  return { calendrier, methode: calendrier.getFirstPropertyValue('method'), evenements, seul: evenements[0]! };
}

describe('an invitation', () => {
  it('says who asks whom, where, when and what for', () => {
    const { methode, seul } = lire(invitation(reunion(), 'REQUEST', MAINTENANT));
    expect(methode).toBe('REQUEST');
    expect(seul.evenement).toMatchObject({
      uid: '7f1c@coopilote.ars.fr',
      sequence: 0,
      summary: 'Comité de pilotage',
      location: 'Mairie, salle des fêtes ; 2e étage',
      description: '1. Bilan\n2. Suites\n\nhttps://coopilote.test/reunions/7f1c',
      organizer: 'mailto:lea.dupont@ars.sante.fr',
    });
    expect(seul.texte('status')).toBe('CONFIRMED');
    expect(seul.texte('url')).toBe('https://coopilote.test/reunions/7f1c');
    expect(String(seul.texte('dtstamp'))).toBe('2026-03-01T08:00:00Z');
    expect(
      seul.evenement.attendees.map((a) => [
        a.getParameter('cn'),
        a.getFirstValue(),
        a.getParameter('rsvp'),
        a.getParameter('partstat'),
      ]),
    ).toEqual([
      ['Noé Petit', 'MAILTO:noe@asso.fr', 'TRUE', 'NEEDS-ACTION'],
      ['Association « Les Lilas »', 'MAILTO:contact@lilas.fr', 'TRUE', 'NEEDS-ACTION'],
    ]);
  });

  it('keeps its identity through a change and a cancellation', () => {
    const change = lire(invitation(reunion({ sequence: 1, titre: 'Copil déplacé' }), 'REQUEST', MAINTENANT));
    expect([change.methode, change.seul.evenement.uid, change.seul.evenement.sequence]).toEqual([
      'REQUEST',
      '7f1c@coopilote.ars.fr',
      1,
    ]);
    const annulation = lire(invitation(reunion({ sequence: 2 }), 'CANCEL', MAINTENANT));
    expect([
      annulation.methode,
      annulation.seul.evenement.uid,
      annulation.seul.evenement.sequence,
      annulation.seul.texte('status'),
    ]).toEqual(['CANCEL', '7f1c@coopilote.ars.fr', 2, 'CANCELLED']);
    expect(annulation.seul.evenement.attendees.map((a) => a.getParameter('rsvp'))).toEqual(['FALSE', 'FALSE']);
  });

  it('gives the video meeting as the place when there is no other, and in the text always', () => {
    const visio = 'https://visio.test/s?a=1,2;b=3';
    const seule = lire(invitation(reunion({ lieu: null, visio }), 'REQUEST', MAINTENANT)).seul;
    expect(seule.evenement.location).toBe(visio);
    expect(seule.evenement.description).toContain(`Visioconférence\u00a0: ${visio}`);
    const mixte = lire(invitation(reunion({ visio }), 'REQUEST', MAINTENANT)).seul;
    expect(mixte.evenement.location).toContain('Mairie');
    expect(mixte.evenement.description).toContain(visio);
  });

  it('writes commas and semicolons of addresses so that they are read back as addresses', () => {
    const { seul } = lire(invitation(reunion({ url: 'https://x.test/a,b;c' }), 'REQUEST', MAINTENANT));
    expect(seul.texte('url')).toBe('https://x.test/a%2Cb%3Bc');
  });
});

describe('the hour', () => {
  /** What a calendar of the time zone shows, day of the week included. */
  const heureA = (ics: string, timeZone: string, propriete: 'dtstart' | 'dtend' = 'dtstart'): string => {
    const temps = lire(ics).seul.composant.getFirstPropertyValue(propriete) as ICAL.Time;
    expect(temps.zone).toBe(ICAL.Timezone.utcTimezone);
    return new Intl.DateTimeFormat('fr-FR', {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
    }).format(temps.toJSDate());
  };

  it.each([
    ['before the clock goes forward', '2026-03-29T00:30:00Z', 'dimanche 29 mars à 01:30'],
    ['after it went forward', '2026-03-29T01:30:00Z', 'dimanche 29 mars à 03:30'],
    ['in the first of the two hours of October', '2026-10-25T00:30:00Z', 'dimanche 25 octobre à 02:30'],
    ['in the second of them', '2026-10-25T01:30:00Z', 'dimanche 25 octobre à 02:30'],
    ['the morning after', '2026-10-25T09:00:00Z', 'dimanche 25 octobre à 10:00'],
  ])('%s, in Paris', (_nom, debut, attendu) => {
    const fin = new Date(new Date(debut).getTime() + 3_600_000);
    const ics = invitation(reunion({ debut: new Date(debut), fin }), 'REQUEST', MAINTENANT);
    expect(heureA(ics, 'Europe/Paris')).toBe(attendu);
  });

  it('is the same instant for who proposed it from La Réunion and who reads it in Paris', () => {
    const ics = invitation(
      reunion({ debut: new Date('2026-10-26T09:00:00+04:00'), fin: new Date('2026-10-26T11:00:00+04:00') }),
      'REQUEST',
      MAINTENANT,
    );
    expect(heureA(ics, 'Indian/Reunion')).toBe('lundi 26 octobre à 09:00');
    expect(heureA(ics, 'Europe/Paris')).toBe('lundi 26 octobre à 06:00');
    expect(heureA(ics, 'Europe/Paris', 'dtend')).toBe('lundi 26 octobre à 08:00');
  });

  it('lasts what it lasts across the clock change', () => {
    const ics = invitation(
      reunion({ debut: new Date('2026-03-29T00:00:00Z'), fin: new Date('2026-03-29T03:00:00Z') }),
      'REQUEST',
      MAINTENANT,
    );
    expect(lire(ics).seul.evenement.duration.toSeconds()).toBe(3 * 3600);
  });
});

describe('a feed', () => {
  it('publishes each meeting, a cancelled one as such, and names no guest', () => {
    const ics = flux(
      'CA diabète, Saint-Denis ; Aubervilliers\nX-INJECTE:1',
      [reunion(), reunion({ uid: 'b@x', annulee: true })],
      MAINTENANT,
    );
    const { calendrier, methode, evenements } = lire(ics);
    expect(methode).toBe('PUBLISH');
    expect(ics).toContain('\r\nX-WR-CALNAME:CA diabète\\, Saint-Denis \\; Aubervilliers X-INJECTE:1\r\n');
    expect(calendrier.getFirstProperty('x-injecte')).toBeNull();
    expect(evenements.map((e) => [e.evenement.uid, e.texte('status')])).toEqual([
      ['7f1c@coopilote.ars.fr', 'CONFIRMED'],
      ['b@x', 'CANCELLED'],
    ]);
    expect(ics).not.toContain('noe@asso.fr');
  });

  it('holds a deadline as a whole day, for which nobody is busy', () => {
    const jour = {
      uid: 'fin-k',
      titre: 'La convention arrive à son terme',
      description: 'CA diabète',
      jour: '2027-03-28',
      url: 'https://x.test/',
    };
    const { evenement, texte } = lire(flux('CA', [], MAINTENANT, [jour])).seul;
    expect([evenement.startDate.isDate, evenement.startDate.toString(), texte('transp')]).toEqual([
      true,
      '2027-03-28',
      'TRANSPARENT',
    ]);
    expect(evenement.summary).toBe('La convention arrive à son terme');
  });

  it('is a calendar even without a meeting', () => {
    expect(lire(flux('Vide', [], MAINTENANT)).evenements).toEqual([]);
  });
});

const texte = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom('a;b,c\\d\r\ne:f', 'BEGIN:VEVENT\r\nEND:VCALENDAR', '«\u00a0é\u00a0» 👩‍⚕️'.repeat(20)),
);

describe('whatever is typed', () => {
  const nettoyer = (t: string) => t.replace(/\r\n?/g, '\n').replace(/[^\P{Control}\t\n]|\p{Surrogate}/gu, '');

  it('comes back as it was, in one event, on lines of 75 octets at most', () => {
    fc.assert(
      fc.property(texte, texte, texte, texte, (titre, lieu, description, nom) => {
        const ics = invitation(
          reunion({ titre, lieu, description, organisateur: { nom, courriel: 'a@b.fr' } }),
          'REQUEST',
          MAINTENANT,
        );
        for (const ligne of ics.split('\r\n')) expect(Buffer.byteLength(ligne)).toBeLessThanOrEqual(75);
        expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const { evenements, seul } = lire(ics);
        expect(evenements).toHaveLength(1);
        const uneLigne = (t: string) => nettoyer(t.replace(/[\t\n\r ]+/g, ' ')).trim();
        expect(seul.evenement.summary ?? '').toBe(uneLigne(titre));
        expect(seul.evenement.location ?? '').toBe(uneLigne(lieu));
        expect(seul.evenement.description).toBe(
          [nettoyer(description).trim(), 'https://coopilote.test/reunions/7f1c'].filter(Boolean).join('\n\n'),
        );
      }),
      { numRuns: 500 },
    );
  });
});
