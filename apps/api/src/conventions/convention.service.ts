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
  type Cooperative,
} from '@coopilote/db';
import { jourEnChiffres, type ErreurChamp } from '@coopilote/domain/commun';
import {
  effetResiliation,
  estEnVigueur,
  etatConvention,
  periodes,
  type ConventionCreee,
  type ConventionEnVigueur,
  type ConventionLigne,
  type ConventionLue,
  type PartieSaisie,
  type PartiesSaisies,
  type ResiliationSaisie,
  type TexteConsolide,
} from '@coopilote/domain/conventions';
import { peut } from '@coopilote/domain/droits';
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
  upsertParties,
  type ActeEnBase,
} from './convention.queries';
import { listMembres, listParties } from './donnees.queries';
import { EcheanceService } from './echeance.service';
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
    const parties = await listParties(ctx, id);
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

  /** The parties, in the order of the document, as a whole. @throws Introuvable, Interdit, VersionPerimee, SaisieInvalide, EtatIncompatible */
  async saveParties(ctx: ContextePersonne, id: string, { parties, version }: PartiesSaisies): Promise<ConventionLue> {
    const { convention, ca } = await this.acces.load(ctx, id, 'convention.rediger');
    const actes = await listActes(ctx, [id]);
    if (actes.some((a) => a.etat === 'PRET' || a.etat === 'EN_SIGNATURE')) {
      throw new EtatIncompatible('Le texte est figé avec ses parties\u00a0: rouvrez-le, ou attendez les signatures.');
    }
    await this.verifyParties(ctx, ca, parties);
    const connues = new Map((await listParties(ctx, id)).map((p) => [p.id, p]));
    await modifierDepuis(
      version,
      convention.version,
      () => this.read(ctx, id),
      async () => {
        await updateVersioned(ctx, Convention, { id, cooperativeId: ca.id }, version, {});
        const lignes = parties.map(({ id: connue, ...partie }, rang) => ({
          ...partie,
          id: connue && connues.has(connue) ? connue : randomUUID(),
          rang,
          structureId: partie.structureId ?? null,
          conventionId: id,
          cooperativeId: ca.id,
          departementCode: ca.departementCode,
        }));
        const gardees = new Set(lignes.map((l) => l.id));
        const otees = [...connues.keys()].filter((connue) => !gardees.has(connue));
        if (otees.length)
          await ctx.manager.delete(
            Partie,
            otees.map((otee) => ({ id: otee, conventionId: id })),
          );
        await upsertParties(ctx, lignes);
      },
    );
    return this.read(ctx, id);
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
    return {
      jour,
      etat: etatConvention('SIGNE', termes, convention.resiliationEffet, jour),
      acte: acte ? resume(acte) : null,
      articles: signe.contenu.articles,
      parties: signe.contenu.donnees.parties,
      logos: await this.textes.logos(ctx, signe, signe.contenu.donnees.parties),
    };
  }

  private standing(actes: readonly ActeEnBase[], resiliationEffet: string | null) {
    const termes = periodes(actes);
    const initiale = actes.find((a) => a.genre === 'INITIALE')?.etat ?? 'ABANDONNE';
    return { termes, etat: etatConvention(initiale, termes, resiliationEffet, this.horloge.aujourdhui()) };
  }

  private async verifyParties(ctx: ContextePersonne, ca: Cooperative, parties: PartieSaisie[]): Promise<void> {
    const erreurs: ErreurChamp[] = [];
    const structures = structuresDe(parties);
    const signataires = await listSignataires(ctx, ca, structures);
    for (const [rang, partie] of parties.entries()) {
      const dire = (champ: string, code: string, message: string): void => {
        erreurs.push({ champ: `parties.${rang}.${champ}`, code, message });
      };
      if ((partie.genre === 'STRUCTURE') !== (partie.structureId != null)) {
        dire('structureId', 'structure', 'Structure\u00a0: choisir la structure partenaire, et elle seule.');
      }
      if (partie.structureId && structures.filter((s) => s === partie.structureId).length > 1) {
        dire('structureId', 'double', `${partie.nom} figure deux fois parmi les parties.`);
      }
      const choisi =
        partie.signataireId &&
        signataires.find((s) => s.id === partie.signataireId && s.structureId === (partie.structureId ?? null));
      if (partie.signataireId && !choisi) {
        dire('signataireId', 'pouvoir', `Signataire\u00a0: choisir une personne qui a un compte pour ${partie.nom}.`);
      }
    }
    if (parties.filter((p) => p.genre === 'ARS').length > 1) {
      erreurs.push({ champ: 'parties', code: 'ars', message: 'L’Agence régionale de santé figure une seule fois.' });
    }
    if (erreurs.length) throw new SaisieInvalide(erreurs);
  }
}

const structuresDe = (parties: readonly { structureId?: string | null }[]): string[] =>
  parties.map((p) => p.structureId).filter((id) => id != null);
const resume = ({ conventionId: _, ...acte }: ActeEnBase) => acte;
