import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Convention,
  EtatIncompatible,
  insertRows,
  Introuvable,
  Partie,
  SaisieInvalide,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import { jourEnChiffres, type ErreurChamp } from '@coopilote/domain/commun';
import {
  departEnCours,
  effetDepart,
  effetResiliation,
  estEnVigueur,
  etatConvention,
  periodes,
  refusDemande,
  type ConventionCreee,
  type ConventionEnVigueur,
  type ConventionLigne,
  type ConventionLue,
  type Periode,
  type ResiliationSaisie,
  type TexteConsolide,
} from '@coopilote/domain/conventions';
import { peut, type Ressource } from '@coopilote/domain/droits';
import { limiteBilanAnnuel } from '@coopilote/domain/gouvernance';
import { CooperativeAcces } from '../cooperatives/cooperative-acces.service';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { ActeEcriture } from './acte-ecriture.service';
import { ConventionAcces } from './convention-acces.service';
import {
  findSigne,
  listActes,
  listConventions,
  listSignataires,
  nextConvention,
  type ActeEnBase,
} from './convention.queries';
import { listDeparts } from './depart.queries';
import { listMembres, listParties } from './donnees.queries';
import { EcheanceService } from './echeance.service';
import { structuresDe } from './parties.service';
import { ModeleService } from './modele.service';
import { TexteService } from './texte.service';

/** Conventions de partenariat of a CA: who signs them, how long they run, how they end. */
@Injectable()
export class ConventionService {
  constructor(
    private readonly cooperatives: CooperativeAcces,
    private readonly acces: ConventionAcces,
    private readonly modeles: ModeleService,
    private readonly textes: TexteService,
    private readonly ecriture: ActeEcriture,
    private readonly echeances: EcheanceService,
    private readonly horloge: Horloge,
  ) {}

  /** Conventions of a CA, the newest first. @throws Introuvable */
  async list(ctx: ContextePersonne, cooperativeId: string): Promise<ConventionLigne[]> {
    await this.cooperatives.loadFor(ctx, cooperativeId, 'convention.lire');
    const conventions = await listConventions(ctx, cooperativeId);
    const actes = conventions.length
      ? await listActes(
          ctx,
          conventions.map(({ id }) => id),
        )
      : [];
    return conventions
      .map((convention) => {
        const siens = actes.filter((a) => a.conventionId === convention.id);
        const { etat, termes } = this.standing(siens, convention.resiliationEffet);
        const { id, numero } = convention;
        return { id, cooperativeId, numero, etat, periode: termes.at(-1) ?? null, actes: siens.map(resume) };
      })
      .filter(({ actes: visibles }) => visibles.length > 0);
  }

  /** What the convention in force holds of the programme: pages that edit it say so. @throws Introuvable, Interdit */
  async inForce(ctx: ContextePersonne, cooperativeId: string): Promise<ConventionEnVigueur> {
    await this.cooperatives.loadFor(ctx, cooperativeId, 'convention.lire');
    const [convention = null] = await this.echeances.described(ctx, [cooperativeId]);
    return { convention };
  }

  /** A draft, with the ARS and the member structures as parties. @throws Introuvable, Interdit */
  async create(ctx: ContextePersonne, { cooperativeId, dureeMois }: ConventionCreee): Promise<ConventionLue> {
    const ca = await this.cooperatives.loadFor(ctx, cooperativeId, 'convention.rediger');
    const lieu = { cooperativeId, departementCode: ca.departementCode };
    const id = randomUUID();
    const numero = await nextConvention(ctx, cooperativeId);
    await insertRows(ctx, Convention, [{ id, ...lieu, numero, demonstration: ca.demonstration }]);
    const { region, departement } = await this.textes.gather(ctx, cooperativeId, null, dureeMois);
    const membres = await listMembres(ctx, cooperativeId, this.horloge.aujourdhui());
    await insertRows(ctx, Partie, [
      {
        id: randomUUID(),
        conventionId: id,
        ...lieu,
        rang: 0,
        genre: 'ARS',
        nom: `Agence régionale de santé ${region}`,
        representant: null,
        qualite: `Délégation départementale\u00a0: ${departement}`,
      },
      ...membres.map((membre, rang) => ({
        id: randomUUID(),
        conventionId: id,
        ...lieu,
        rang: rang + 1,
        genre: 'STRUCTURE' as const,
        ...membre,
      })),
    ]);
    const { articles } = await this.modeles.current(ctx, ca.regionCode);
    await this.ecriture.open(
      ctx,
      { conventionId: id, ...lieu },
      { genre: 'INITIALE', numero: 0, dureeMois, objet: null },
      articles,
    );
    return this.read(ctx, id);
  }

  /** @throws Introuvable */
  async read(ctx: ContextePersonne, id: string): Promise<ConventionLue> {
    const { convention, ca, ressource } = await this.acces.load(ctx, id, 'convention.lire');
    const actes = await listActes(ctx, [id]);
    if (actes.length === 0) throw new Introuvable('Cette convention');
    const { etat, termes } = this.standing(actes, convention.resiliationEffet);
    const parties = await listParties(ctx, id, this.horloge.aujourdhui());
    const anime = peut(ctx.identite, 'convention.rediger', ressource);
    const libre = !actes.some((a) => a.etat !== 'SIGNE' && a.etat !== 'ABANDONNE');
    const fin = termes.at(-1)?.fin;
    return {
      id,
      cooperativeId: ca.id,
      cooperative: ca.intitule,
      departementCode: ca.departementCode,
      numero: convention.numero,
      etat,
      periodes: termes,
      limiteBilanAnnuel: fin && estEnVigueur(etat) ? limiteBilanAnnuel(fin) : null,
      parties,
      signatairesPossibles: anime ? await listSignataires(ctx, ca, structuresDe(parties)) : [],
      actes: actes.map(resume),
      resiliation:
        convention.resiliationEffet && convention.resiliationRecueLe
          ? {
              partie: parties.find((p) => p.id === convention.resiliationPartieId)?.nom ?? '',
              recueLe: convention.resiliationRecueLe,
              effet: convention.resiliationEffet,
              motif: convention.resiliationMotif ?? '',
            }
          : null,
      ...(await this.departures(ctx, { id, etat, parties, termes }, convention.resiliationEffet, ressource)),
      differences: anime && libre && estEnVigueur(etat) ? await this.textes.drift(ctx, id) : [],
      peut: {
        rediger: anime && etat !== 'RESILIEE',
        avenant: anime && libre && estEnVigueur(etat),
        renouveler: anime && libre && (estEnVigueur(etat) || etat === 'EXPIREE') && !convention.resiliationEffet,
        resilier:
          peut(ctx.identite, 'convention.engager', ressource) && estEnVigueur(etat) && !convention.resiliationEffet,
      },
      demonstration: convention.demonstration,
      version: convention.version,
    };
  }

  /** R8: the end of a convention, one month after the registered letter. @throws Introuvable, Interdit, VersionPerimee, SaisieInvalide, EtatIncompatible */
  async resiliate(ctx: ContextePersonne, id: string, saisie: ResiliationSaisie): Promise<ConventionLue> {
    const { convention, ca } = await this.acces.load(ctx, id, 'convention.engager');
    const lue = await this.read(ctx, id);
    if (!lue.peut.resilier) throw new EtatIncompatible('Seule une convention en vigueur se résilie.');
    const debut = lue.periodes[0]?.debut ?? saisie.recueLe;
    const erreurs: ErreurChamp[] = [];
    if (!lue.parties.some((p) => p.id === saisie.partieId)) {
      erreurs.push({
        champ: 'partieId',
        code: 'liste',
        message: 'Partie\u00a0: choisir l’une des parties de la convention.',
      });
    }
    if (saisie.recueLe > this.horloge.aujourdhui() || saisie.recueLe < debut) {
      erreurs.push({
        champ: 'recueLe',
        code: 'date',
        message: `Réception de la lettre\u00a0: une date entre le ${jourEnChiffres(debut)} et aujourd’hui est attendue.`,
      });
    }
    if (erreurs.length) throw new SaisieInvalide(erreurs);
    await modifierDepuis(
      saisie.version,
      convention.version,
      () => this.read(ctx, id),
      () =>
        updateVersioned(ctx, Convention, { id, cooperativeId: ca.id }, saisie.version, {
          resiliationPartieId: saisie.partieId,
          resiliationRecueLe: saisie.recueLe,
          resiliationEffet: effetResiliation(saisie.recueLe),
          resiliationMotif: saisie.motif,
        }),
    );
    return this.read(ctx, id);
  }

  /** What binds the parties on a day: the last text signed by then. @throws Introuvable */
  async consolidated(ctx: ContextePersonne, id: string, demande: string | null): Promise<TexteConsolide> {
    const { convention } = await this.acces.load(ctx, id, 'convention.lire');
    const jour = demande ?? this.horloge.aujourdhui();
    const acteId = await findSigne(ctx, id, jour);
    const signe = acteId ? await this.textes.read(ctx, acteId) : null;
    if (!acteId || !signe?.contenu) {
      throw new EtatIncompatible(`Aucun texte de cette convention n’était en vigueur le ${jourEnChiffres(jour)}.`);
    }
    const actes = (await listActes(ctx, [id])).filter((a) => a.effet !== null && a.effet <= jour);
    const { termes } = this.standing(actes, convention.resiliationEffet);
    const acte = actes.find((a) => a.id === acteId);
    const partis = (signe.contenu.donnees.departs ?? []).filter(({ effet }) => effet < jour);
    const parties = signe.contenu.donnees.parties.filter(
      (p) => !partis.some(({ structureId }) => structureId === p.structureId),
    );
    return {
      jour,
      etat: etatConvention('SIGNE', termes, convention.resiliationEffet, jour),
      acte: acte ? resume(acte) : null,
      articles: signe.contenu.articles,
      parties,
      logos: await this.textes.logos(ctx, signe, parties),
    };
  }

  /** Who leaves, and who may ask to. */
  private async departures(
    ctx: ContextePersonne,
    { id, etat, parties, termes }: Pick<ConventionLue, 'id' | 'etat' | 'parties'> & { termes: Periode[] },
    resiliationEffet: string | null,
    ressource: Ressource,
  ): Promise<Pick<ConventionLue, 'departs' | 'peutQuitter'>> {
    const aujourdhui = this.horloge.aujourdhui();
    const departs = await listDeparts(ctx, id);
    const engage = peut(ctx.identite, 'convention.engager', ressource);
    const quitte = (structureId: string) => peut(ctx.identite, 'convention.quitter', { ...ressource, structureId });
    return {
      departs: departs.map(({ effet, ...depart }) => ({
        ...depart,
        echeance: effet ?? effetDepart(termes, aujourdhui),
        decide: effet !== null,
        peut: {
          consulter: engage && effet === null,
          retirer: departEnCours({ effet }, aujourdhui) && (engage || (effet === null && quitte(depart.structureId))),
        },
      })),
      peutQuitter: parties.flatMap(({ structureId, nom }) => {
        if (!structureId || !quitte(structureId)) return [];
        const demande = departs.find((d) => d.structureId === structureId && departEnCours(d, aujourdhui)) ?? null;
        const faits = { structure: nom, etat, partie: true, demande, termes, resiliationEffet };
        return refusDemande(faits, aujourdhui) ? [] : [{ structureId, nom }];
      }),
    };
  }

  private standing(actes: readonly ActeEnBase[], resiliationEffet: string | null) {
    const termes = periodes(actes);
    const initiale = actes.find((a) => a.genre === 'INITIALE')?.etat ?? 'ABANDONNE';
    return { termes, etat: etatConvention(initiale, termes, resiliationEffet, this.horloge.aujourdhui()) };
  }
}

const resume = ({ conventionId: _, ...acte }: ActeEnBase) => acte;
