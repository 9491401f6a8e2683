import { Inject, Injectable } from '@nestjs/common';
import { EtatIncompatible, Reunion, updateVersioned, type ContextePersonne, type Cooperative } from '@coopilote/db';
import { invitation, type ReunionCalendrier } from '@coopilote/documents';
import { copieDite, destinatairesDe, momentDit, type Destinataire, type PointLu } from '@coopilote/domain/gouvernance';
import { EnvoisService, type Depot } from '../notifications/envoi.service';
import { composer, type Lettre } from '../notifications/lettre';
import { CONFIG, type Config } from '../platform/config';
import { Horloge } from '../platform/horloge';
import type { ReunionSituee } from './gouvernance-acces.service';
import { listParticipants, listPoints } from './reunion.queries';
import { champ } from './refus';

/** What a message is about. */
interface Motif {
  objet: string;
  phrase: string;
}

/** One address that a poll is put to, with a link for each seat that answers from there. */
export interface EnvoiSondage {
  destinataire: Destinataire;
  liens: { nom: string; adresse: string }[];
}

/** Everything that leaves by mail about a meeting: invitation, its updates, its cancellation, the poll of dates. */
@Injectable()
export class ConvocationService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly envois: EnvoisService,
    private readonly horloge: Horloge,
  ) {}

  /**
   * Convenes a meeting, or tells again what changed of it: calendars replace their entry (SEQUENCE grows).
   * @throws VersionPerimee; SaisieInvalide without a date to come; EtatIncompatible without anybody to tell
   */
  async convoke(ctx: ContextePersonne, { reunion, ca }: ReunionSituee, version: number): Promise<void> {
    const { debut, fin } = reunion;
    if (!debut || !fin) throw champ('debut', 'requis', 'Date et heure\u00a0: à remplir avant de convoquer.');
    if (debut < this.horloge.maintenant()) {
      throw champ('debut', 'passee', 'Date et heure\u00a0: elle est déjà passée, choisissez une date à venir.');
    }
    const premiere = reunion.etat === 'PREPARATION';
    const sequence = premiere ? reunion.sequence : reunion.sequence + 1;
    await updateVersioned(ctx, Reunion, { id: reunion.id, cooperativeId: ca.id }, version, {
      etat: 'CONVOQUEE',
      convoqueeLe: this.horloge.maintenant(),
      sondageOuvert: false,
      sequence,
    });
    const motif = premiere
      ? invite(reunion, ca)
      : {
          objet: `Convocation mise à jour\u00a0: ${reunion.titre}`,
          phrase: `La réunion «\u00a0${reunion.titre}\u00a0» a changé\u00a0: voici ce qui vaut désormais.`,
        };
    const envoyes = await this.send(ctx, { ...reunion, sequence, debut, fin }, ca, 'REQUEST', motif);
    if (!envoyes) {
      throw new EtatIncompatible(
        'Aucune personne conviée n’a de courriel\u00a0: ajoutez une adresse avant de convoquer.',
      );
    }
  }

  /** The invitation as it stands, for somebody whose address was not known when it left. */
  async convokeOne(ctx: ContextePersonne, { reunion, ca }: ReunionSituee, courriel: string): Promise<void> {
    const { debut, fin } = reunion;
    if (!debut || !fin) return;
    await this.send(ctx, { ...reunion, debut, fin }, ca, 'REQUEST', invite(reunion, ca), courriel);
  }

  /** @throws VersionPerimee; SaisieInvalide without the reason that those who had noted it will read */
  async cancel(
    ctx: ContextePersonne,
    { reunion, ca }: ReunionSituee,
    version: number,
    motif: string | null,
  ): Promise<void> {
    const convoquee = reunion.etat === 'CONVOQUEE';
    if (convoquee && !motif)
      throw champ('motif', 'requis', 'Motif\u00a0: à remplir, les personnes conviées le liront.');
    const sequence = reunion.sequence + 1;
    await updateVersioned(ctx, Reunion, { id: reunion.id, cooperativeId: ca.id }, version, {
      etat: 'ANNULEE',
      motifAnnulation: motif,
      sondageOuvert: false,
      sequence,
    });
    const { debut, fin } = reunion;
    if (!convoquee || !debut || !fin) return;
    await this.send(ctx, { ...reunion, sequence, debut, fin }, ca, 'CANCEL', {
      objet: `Annulée\u00a0: ${reunion.titre}`,
      phrase: `La réunion «\u00a0${reunion.titre}\u00a0» de la coopérative «\u00a0${ca.intitule}\u00a0» n’aura pas lieu. ${motif}`,
    });
  }

  /** Each member's own link to the poll; `ajoutees`, dates that join a poll which they know already. */
  async sendPoll(
    ctx: ContextePersonne,
    reunion: Reunion,
    ca: Cooperative,
    dates: { debuts: Date[]; ajoutees?: Date[] },
    envois: EnvoiSondage[],
  ): Promise<void> {
    const { debuts, ajoutees } = dates;
    const objet = ajoutees
      ? `${ajoutees.length > 1 ? 'Dates ajoutées' : 'Date ajoutée'} au sondage\u00a0: ${reunion.titre}`
      : `Quelle date vous convient\u00a0? ${reunion.titre}`;
    const phrases = ajoutees
      ? [
          `La coopérative d’acteurs «\u00a0${ca.intitule}\u00a0» ajoute ${ajoutees.length > 1 ? `${ajoutees.length} dates` : 'une date'} au sondage de «\u00a0${reunion.titre}\u00a0».`,
          'Vos réponses aux dates qui restent sont gardées, et votre lien ne change pas\u00a0: ne le transmettez pas.',
        ]
      : [
          `La coopérative d’acteurs «\u00a0${ca.intitule}\u00a0» prépare «\u00a0${reunion.titre}\u00a0» et propose ${debuts.length > 1 ? `${debuts.length} dates` : 'une date'}.`,
          ...(reunion.message ? [reunion.message] : []),
          'Répondez en un instant, sans mot de passe. Ce lien est le vôtre\u00a0: ne le transmettez pas.',
        ];
    const nouvelles = (ajoutees ?? []).map((debut) => ({
      titre: momentDit(debut, new Date(debut.getTime() + reunion.duree * 60_000), reunion.fuseau),
    }));
    await this.envois.deposerTous(
      ctx,
      envois.map(({ destinataire, liens }) =>
        this.depot(destinataire, ca, {
          objet,
          paragraphes: phrases,
          ...reponsesA(liens, nouvelles),
        }),
      ),
    );
  }

  /** The meeting as a calendar holds it, whoever asks for it being its organiser. */
  calendar(
    { identite }: ContextePersonne,
    reunion: Reunion & { debut: Date; fin: Date },
    points: Pick<PointLu, 'titre' | 'duree'>[],
    destinataires: Destinataire[] = [],
  ): ReunionCalendrier {
    return {
      uid: `reunion-${reunion.id}@${new URL(this.config.urlPublique).hostname}`,
      sequence: reunion.sequence,
      titre: reunion.titre,
      debut: reunion.debut,
      fin: reunion.fin,
      lieu: reunion.lieu,
      visio: reunion.visio,
      description: enTexte(points),
      url: `${this.config.urlPublique}/reunions/${reunion.id}`,
      organisateur: { nom: `${identite.prenom} ${identite.nom}`, courriel: identite.courriel },
      invites: destinataires.map(({ nom, courriel }) => ({ nom, courriel })),
      annulee: reunion.etat === 'ANNULEE',
    };
  }

  /** @returns how many persons were written to. */
  private async send(
    ctx: ContextePersonne,
    reunion: Reunion & { debut: Date; fin: Date },
    ca: Cooperative,
    methode: 'REQUEST' | 'CANCEL',
    motif: Motif,
    seule: string | null = null,
  ): Promise<number> {
    const convies = destinatairesDe(await listParticipants(ctx, reunion.id));
    const ecrits = seule ? convies.filter(({ courriel }) => courriel === seule) : convies;
    const points = await listPoints(ctx, reunion.id);
    const calendrier = this.calendar(ctx, reunion, points, convies);
    const contenu = invitation(calendrier, methode, this.horloge.maintenant());
    const ou = [reunion.lieu, reunion.visio].filter(Boolean).join('\n');
    await this.envois.deposerTous(
      ctx,
      ecrits.map((destinataire) => ({
        ...this.depot(destinataire, ca, {
          objet: motif.objet,
          paragraphes: [
            motif.phrase,
            `${momentDit(reunion.debut, reunion.fin, reunion.fuseau)}${ou ? `\n${ou}` : ''}`,
            ...(methode === 'REQUEST' && reunion.message ? [reunion.message] : []),
          ],
          ...(methode === 'REQUEST' && points.length
            ? { listes: [{ titre: 'Ordre du jour', elements: points.map(enElement) }] }
            : {}),
          ...(methode === 'REQUEST' ? { bouton: { libelle: 'Voir la réunion', url: calendrier.url } } : {}),
        }),
        calendrier: { methode, contenu },
      })),
    );
    return ecrits.length;
  }

  /** A letter to one address; a suppléant is told why they are written to. */
  private depot(destinataire: Destinataire, ca: Cooperative, lettre: Omit<Lettre, 'prenom' | 'pourquoi'>): Depot {
    const copie = copieDite(destinataire);
    return {
      destinataire: destinataire.courriel,
      regionCode: ca.regionCode,
      ...composer({
        ...lettre,
        prenom: destinataire.nom,
        paragraphes: copie ? [copie, ...lettre.paragraphes] : lettre.paragraphes,
        pourquoi: `Vous recevez ce message parce que vous siégez dans une instance de la coopérative d’acteurs «\u00a0${ca.intitule}\u00a0».`,
      }),
    };
  }
}

const invite = (reunion: Reunion, ca: Cooperative): Motif => ({
  objet: `Convocation\u00a0: ${reunion.titre}`,
  phrase: `Vous êtes convié à «\u00a0${reunion.titre}\u00a0» de la coopérative d’acteurs «\u00a0${ca.intitule}\u00a0».`,
});

/** The way to answer a poll: a button, or a list when several seats answer from one address. */
function reponsesA(liens: EnvoiSondage['liens'], nouvelles: { titre: string }[]): Pick<Lettre, 'listes' | 'bouton'> {
  const [premier] = liens;
  const dates = nouvelles.length
    ? [{ titre: nouvelles.length > 1 ? 'Dates ajoutées' : 'Date ajoutée', elements: nouvelles }]
    : [];
  if (premier && liens.length === 1) {
    return { listes: dates, bouton: { libelle: 'Donner mes disponibilités', url: premier.adresse } };
  }
  const elements = liens.map(({ nom, adresse }) => ({ titre: `Répondre pour ${nom}`, url: adresse }));
  return { listes: [...dates, { titre: 'Donner mes disponibilités', elements }] };
}

const enElement = (p: PointLu): { titre: string; detail: string } => ({
  titre: p.titre,
  detail: [`${p.duree}\u00a0min`, p.rapporteur].filter(Boolean).join(', '),
});

function enTexte(points: Pick<PointLu, 'titre' | 'duree'>[]): string {
  return points.map((p, rang) => `${rang + 1}. ${p.titre} (${p.duree}\u00a0min)`).join('\n');
}
