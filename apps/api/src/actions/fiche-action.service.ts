import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import {
  EtatIncompatible,
  FicheAction,
  FicheActionMode,
  insertRows,
  Introuvable,
  SaisieInvalide,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import {
  ETATS_SUIVIS,
  TRANSITIONS_FICHE,
  verifierIndicateurs,
  type FicheActionCreee,
  type FicheActionLigne,
  type FicheActionLue,
  type FicheActionModifiee,
  type FicheActionSaisie,
  type FichesActionsDemandees,
} from '@coopilote/domain/actions';
import { estEnRetard, niveauPropose, type EtatBilan, type NiveauBilanChoisi } from '@coopilote/domain/bilans';
import { normaliserRecherche, type Page } from '@coopilote/domain/commun';
import { operationsSur, perimetreDe, peut } from '@coopilote/domain/droits';
import { OuvertureService } from '../bilans/ouverture.service';
import { EcheanceService } from '../conventions/echeance.service';
import { AdhesionService } from '../cooperatives/adhesion.service';
import { CooperativeAcces, ressourceDe } from '../cooperatives/cooperative-acces.service';
import { enPage } from '../platform/conditions';
import { exiger } from '../platform/exiger';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { estModifiable, FicheAcces } from './fiche-acces.service';
import {
  findFiche,
  listBilansDeFiche,
  listFiches,
  listModes,
  sumHeaviestYear,
  takeNumero,
} from './fiche-action.queries';
import { listIndicateurs } from './indicateur.queries';
import { FicheVerification } from './verification.service';

/** Fiches-actions: the convention's article 2 and the left part of T3. */
@Injectable()
export class FicheActionService {
  constructor(
    private readonly cooperatives: CooperativeAcces,
    private readonly adhesions: AdhesionService,
    private readonly acces: FicheAcces,
    private readonly verification: FicheVerification,
    private readonly ouverture: OuvertureService,
    private readonly echeances: EcheanceService,
    private readonly horloge: Horloge,
  ) {}

  /** A page of the fiches that the caller sees. */
  async list(ctx: ContextePersonne, demande: FichesActionsDemandees): Promise<Page<FicheActionLigne>> {
    const { lignes, total } = await listFiches(ctx, demande, perimetreDe(ctx.identite, 'fiche.lire'));
    return enPage(demande, lignes, total);
  }

  /** @throws Introuvable */
  async read(ctx: ContextePersonne, id: string): Promise<FicheActionLue> {
    const trouvee = await findFiche(ctx, id);
    if (!trouvee) throw new Introuvable('Cette fiche-action');
    const { regionCode, ...fiche } = trouvee;
    const { departementCode, cooperativeId, structureId, etat } = fiche;
    const ressource = { regionCode, departementCode, cooperativeId, structureId };
    exiger(ctx, 'fiche.lire', ressource);
    const indicateurs = await listIndicateurs(ctx, id);
    // A member of the copil reads the fiche, not the reports of those who carry it.
    const bilans = peut(ctx.identite, 'bilan.lire', ressource) ? await listBilansDeFiche(ctx, id) : [];
    const aujourdhui = this.horloge.aujourdhui();
    return {
      ...fiche,
      indicateurs,
      bilans: bilans.map((b) => ({ ...b, enRetard: estEnRetard(b.etat as EtatBilan, b.echeance, aujourdhui) })),
      modifiable: estModifiable(ctx, etat, ressource),
      transitions: TRANSITIONS_FICHE.filter((t) => t.de === etat && peut(ctx.identite, t.operation, ressource)).map(
        ({ vers, acte, motifRequis }) => ({ vers, acte, motifRequis }),
      ),
      convention: await this.echeances.touched(ctx, id, cooperativeId),
      niveauPropose: peut(ctx.identite, 'bilan.valider', ressource)
        ? niveauPropose({ beneficiairesCibles: fiche.beneficiairesCibles, financement: await sumHeaviestYear(ctx, id) })
        : null,
      manqueIndicateurs: verifierIndicateurs(indicateurs, fiche.motifPeuIndicateurs),
      operations: operationsSur(ctx.identite, ressource),
    };
  }

  /**
   * Creates a draft: a partner for its own structure, the animation for any member.
   * @throws Introuvable (CA), Interdit, EtatIncompatible (closed CA), SaisieInvalide
   */
  async create(ctx: ContextePersonne, saisie: FicheActionCreee): Promise<FicheActionLue> {
    const { cooperativeId, structureId } = saisie;
    const ca = await this.cooperatives.load(ctx, cooperativeId);
    exiger(
      ctx,
      'fiche.rediger',
      { ...ressourceDe(ca), structureId },
      'Vous ne pouvez pas rédiger de fiche-action pour cette structure.',
    );
    if (ca.phase === 'CLOSE') {
      throw new EtatIncompatible('Cette coopérative est close\u00a0: elle n’accueille plus de fiche-action.');
    }
    const erreurs = await this.verification.verify(ctx, { regionCode: ca.regionCode, cooperativeId }, saisie);
    const periode = { debut: saisie.calendrierDebut, fin: saisie.calendrierFin };
    // An impossible calendar has its own error; PostgreSQL would refuse it as a period.
    if (periode.debut <= periode.fin && !(await this.adhesions.isMember(ctx, cooperativeId, structureId, periode))) {
      erreurs.push({
        champ: 'structureId',
        code: 'membre',
        message: 'Structure\u00a0: elle n’est pas membre de la coopérative aux dates de l’action.',
      });
    }
    if (erreurs.length) throw new SaisieInvalide(erreurs);
    const cles = { cooperativeId, departementCode: ca.departementCode, structureId };
    const id = randomUUID();
    const numero = await takeNumero(ctx, cooperativeId);
    await insertRows(ctx, FicheAction, [{ ...colonnesDe(saisie), ...cles, id, numero }]);
    await this.saveModes(ctx, { ...cles, ficheActionId: id }, saisie.modes, []);
    return this.read(ctx, id);
  }

  /**
   * Edits a fiche: an absent optional field stays, null empties it. A longer calendar of a followed action opens the
   * reports that it then owes (R9).
   * @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide
   */
  async update(ctx: ContextePersonne, id: string, saisie: FicheActionModifiee): Promise<FicheActionLue> {
    const situee = await this.acces.loadFor(ctx, id, 'fiche.rediger');
    const { fiche, regionCode } = situee;
    const { cooperativeId, departementCode, structureId } = fiche;
    await modifierDepuis(
      saisie.version,
      fiche.version,
      () => this.read(ctx, id),
      async () => {
        this.acces.requireEditable(ctx, situee);
        const avant = { publics: publicsDe(fiche), modes: await listModes(ctx, id) };
        const erreurs = await this.verification.verify(ctx, { regionCode, cooperativeId }, saisie, avant);
        if (erreurs.length) throw new SaisieInvalide(erreurs);
        await updateVersioned(ctx, FicheAction, { id, cooperativeId }, saisie.version, colonnesDe(saisie));
        const cles = { ficheActionId: id, cooperativeId, departementCode, structureId };
        await this.saveModes(ctx, cles, saisie.modes, avant.modes);
      },
    );
    if (ETATS_SUIVIS.includes(fiche.etat)) await this.ouverture.openForAction(ctx, id);
    return this.read(ctx, id);
  }

  /**
   * Sets how much the reports of an action ask. Those that are begun keep their questions.
   * @throws Introuvable, Interdit, VersionPerimee
   */
  async setReportLevel(ctx: ContextePersonne, id: string, choix: NiveauBilanChoisi): Promise<FicheActionLue> {
    const { fiche } = await this.acces.loadFor(ctx, id, 'bilan.valider');
    await modifierDepuis(
      choix.version,
      fiche.version,
      () => this.read(ctx, id),
      async () => {
        const { cooperativeId } = fiche;
        await updateVersioned(ctx, FicheAction, { id, cooperativeId }, choix.version, { niveauBilan: choix.niveau });
        await this.ouverture.setLevel(ctx, id, choix.niveau);
      },
    );
    return this.read(ctx, id);
  }

  private async saveModes(
    ctx: ContextePersonne,
    cles: Omit<FicheActionMode, 'modeId'>,
    voulus: string[] | null | undefined,
    avant: string[],
  ): Promise<void> {
    if (voulus === undefined) return;
    const apres = voulus ?? [];
    const otes = avant.filter((m) => !apres.includes(m));
    if (otes.length) {
      await ctx.manager.delete(FicheActionMode, { ficheActionId: cles.ficheActionId, modeId: In(otes) });
    }
    const mis = apres.filter((m) => !avant.includes(m));
    await insertRows(
      ctx,
      FicheActionMode,
      mis.map((modeId) => ({ ...cles, modeId })),
    );
  }
}

function publicsDe(fiche: FicheAction): string[] {
  return [fiche.public1Id, fiche.public2Id, fiche.public3Id].filter((p) => p !== null);
}

/** Columns that a form writes; an absent field stays undefined, and is then left as it is. */
function colonnesDe(saisie: FicheActionSaisie): Partial<FicheAction> {
  const { publics } = saisie;
  return {
    intitule: saisie.intitule,
    intituleRecherche: normaliserRecherche(saisie.intitule),
    objectifId: saisie.objectifId,
    contenu: saisie.contenu,
    calendrierDebut: saisie.calendrierDebut,
    calendrierFin: saisie.calendrierFin,
    calendrier: saisie.calendrier,
    autrePublic: saisie.autrePublic,
    lieux: saisie.lieux,
    territoireCommuneCode: saisie.territoireCommuneCode,
    moyensHumains: saisie.moyensHumains,
    moyensHumainsEtp: saisie.moyensHumainsEtp,
    objectifsPoursuivis: saisie.objectifsPoursuivis,
    resultatsAttendus: saisie.resultatsAttendus,
    beneficiairesCibles: saisie.beneficiairesCibles,
    motifPeuIndicateurs: saisie.motifPeuIndicateurs,
    ...(publics === undefined
      ? {}
      : { public1Id: publics?.[0] ?? null, public2Id: publics?.[1] ?? null, public3Id: publics?.[2] ?? null }),
  };
}
