import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  BilanAnnuel,
  BilanAnnuelVersion,
  EtatIncompatible,
  FicheAction,
  insertRows,
  Introuvable,
  SaisieInvalide,
  updateVersioned,
  VoletAnnuel,
  type ContextePersonne,
} from '@coopilote/db';
import { bilanActionPdf, bilanAnnuelDocx, bilanAnnuelPdf } from '@coopilote/documents';
import {
  LIBELLES_ETATS_BILAN_ANNUEL,
  manquesAnnuels,
  masquerContenu,
  passageAnnuelPossible,
  type BilanAnnuelLu,
  type DecisionAnnuelle,
  type DocumentAnnuelDemande,
  type DocumentBilanAnnuel,
  type EtatBilanAnnuel,
  type ReunionBilanAnnuel,
  type TexteEnregistre,
  type TextesBilanAnnuel,
  type TransitionBilanAnnuel,
  type VoletSaisi,
} from '@coopilote/domain/bilans';
import { peut } from '@coopilote/domain/droits';
import { exiger } from '../platform/exiger';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { ensureVolets, listMeetings, listVolets, loadVersion, type BilanAnnuelEnBase } from './bilan-annuel.queries';
import { BilanAnnuelService } from './bilan-annuel.service';
import { listActionsOfYear } from './contenu-annuel.queries';

const PRESENTE = 'Ce bilan annuel est présenté\u00a0: ses textes ne changent plus, sauf à le rouvrir.';

/** The life of the report of a year: written by the coordination and the structures, presented, decided, adopted. */
@Injectable()
export class VieAnnuelleService {
  constructor(
    private readonly bilans: BilanAnnuelService,
    private readonly horloge: Horloge,
  ) {}

  /** @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible */
  async write(
    ctx: ContextePersonne,
    id: string,
    { version, synthese = null, enseignements = null, perspectives = null }: TextesBilanAnnuel,
  ): Promise<TexteEnregistre> {
    const { bilan } = await this.bilans.loadFor(ctx, id, 'bilanAnnuel.conduire');
    requireState(bilan, 'BROUILLON', PRESENTE);
    return this.update(ctx, bilan, version, { synthese, enseignements, perspectives });
  }

  /** @throws Introuvable, Interdit, VersionPerimee, SaisieInvalide */
  async link(
    ctx: ContextePersonne,
    id: string,
    { version, reunionId = null }: ReunionBilanAnnuel,
  ): Promise<BilanAnnuelLu> {
    const { bilan } = await this.bilans.loadFor(ctx, id, 'bilanAnnuel.conduire');
    if (reunionId && !(await listMeetings(ctx, bilan.cooperativeId)).some((r) => r.id === reunionId)) {
      throw refus('reunionId', 'Réunion\u00a0: choisir une réunion de bilan annuel élargi de cette coopérative.');
    }
    await this.update(ctx, bilan, version, { reunionId });
    return this.bilans.read(ctx, id);
  }

  /** What a structure says of its action. @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible */
  async writePart(
    ctx: ContextePersonne,
    id: string,
    ficheActionId: string,
    { version, synthese = null, proposition = null, motifProposition = null }: VoletSaisi,
  ): Promise<TexteEnregistre> {
    const { bilan, ressource } = await this.bilans.load(ctx, id);
    const fiche = await ctx.manager.findOneBy(FicheAction, { id: ficheActionId, cooperativeId: bilan.cooperativeId });
    if (!fiche) throw new Introuvable('Cette action');
    exiger(
      ctx,
      'bilanAnnuel.completer',
      { ...ressource, structureId: fiche.structureId },
      'La structure qui porte l’action écrit cette partie, ou la coordination pour elle.',
    );
    requireState(bilan, 'BROUILLON', PRESENTE);
    const actions = await listActionsOfYear(ctx, bilan.cooperativeId, bilan.annee);
    if (!actions.some((a) => a.ficheActionId === ficheActionId)) throw new Introuvable('Cette action');
    await ensureVolets(ctx, id, [ficheActionId]);
    return this.updatePart(ctx, id, ficheActionId, version, { synthese, proposition, motifProposition });
  }

  /** @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible */
  async decide(
    ctx: ContextePersonne,
    id: string,
    ficheActionId: string,
    { version, decision, motif }: DecisionAnnuelle,
  ): Promise<BilanAnnuelLu> {
    const { bilan } = await this.bilans.loadFor(ctx, id, 'bilanAnnuel.conduire');
    requireState(
      bilan,
      'PRESENTE',
      'Les décisions s’enregistrent quand le bilan annuel est présenté, avant son adoption.',
    );
    await this.updatePart(ctx, id, ficheActionId, version, { decision, motifDecision: motif });
    return this.bilans.read(ctx, id);
  }

  /** @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide */
  async transition(
    ctx: ContextePersonne,
    id: string,
    { vers, version, motif = null }: TransitionBilanAnnuel,
  ): Promise<BilanAnnuelLu> {
    const operation = vers === 'BROUILLON' ? 'bilanAnnuel.rouvrir' : 'bilanAnnuel.conduire';
    const { bilan } = await this.bilans.loadFor(ctx, id, operation);
    if (!passageAnnuelPossible(bilan.etat, vers)) {
      throw new EtatIncompatible(
        `Un bilan annuel ${LIBELLES_ETATS_BILAN_ANNUEL[bilan.etat]} ne devient pas «\u00a0${LIBELLES_ETATS_BILAN_ANNUEL[vers]}\u00a0».`,
      );
    }
    if (vers === 'BROUILLON' && !motif) throw refus('motif', 'Raison\u00a0: dites pourquoi il est rouvert.');
    await modifierDepuis(
      version,
      bilan.version,
      () => this.bilans.read(ctx, id),
      async () => {
        const changements =
          vers === 'PRESENTE'
            ? { etat: vers, numeroVersion: await this.freeze(ctx, bilan) }
            : vers === 'ADOPTE'
              ? await this.adoption(ctx, bilan)
              : { etat: vers, adopteLe: null, motifReouverture: motif };
        await updateVersioned(ctx, BilanAnnuel, { id, cooperativeId: bilan.cooperativeId }, version, changements);
      },
    );
    return this.bilans.read(ctx, id);
  }

  /** The report as this reader sees it; of one action when `ficheActionId` is given. @throws Introuvable */
  async document(
    ctx: ContextePersonne,
    id: string,
    format: 'pdf' | 'docx',
    { diffusion, version }: DocumentAnnuelDemande,
    ficheActionId?: string,
  ): Promise<{ nom: string; contenu: Buffer }> {
    const { bilan, ressource } = await this.bilans.load(ctx, id);
    const volets = await listVolets(ctx, id);
    const numero = version ?? (bilan.etat === 'BROUILLON' ? 0 : bilan.numeroVersion);
    const presentee = numero ? await loadVersion(ctx, id, numero) : null;
    if (numero && !presentee) throw new Introuvable('Cette version');
    const contenu = presentee?.contenu ?? (await this.bilans.content(ctx, bilan, volets));
    // An earlier version was decided by nobody: its decisions are those of the one that followed.
    const actuelle = numero === bilan.numeroVersion && bilan.etat !== 'BROUILLON';
    const reunion = (await listMeetings(ctx, bilan.cooperativeId)).find((r) => r.id === bilan.reunionId) ?? null;
    const doc: DocumentBilanAnnuel = {
      contenu: diffusion
        ? masquerContenu(contenu, [])
        : peut(ctx.identite, 'consolidation.lire', ressource)
          ? contenu
          : this.bilans.mask(ctx, contenu),
      ...{ numero, reunion, presenteLe: presentee?.presenteLe ?? null },
      etat: numero && !actuelle ? 'PRESENTE' : bilan.etat,
      decisions: actuelle ? volets : [],
    };
    const edition = { maintenant: this.horloge.maintenant() };
    if (ficheActionId) {
      if (!contenu.actions.some((a) => a.ficheActionId === ficheActionId)) throw new Introuvable('Cette action');
      const nom = `bilan-annuel-${bilan.annee}-action-${ficheActionId.slice(0, 8)}.pdf`;
      return { nom, contenu: await bilanActionPdf(doc, ficheActionId, edition) };
    }
    const ecrire = format === 'pdf' ? bilanAnnuelPdf : bilanAnnuelDocx;
    return {
      nom: `bilan-annuel-${bilan.annee}-${id.slice(0, 8)}.${format}`,
      contenu: await ecrire(doc, edition),
    };
  }

  /** Keeps for ever what is presented, with the reports that it comes from. @throws SaisieInvalide */
  private async freeze(ctx: ContextePersonne, bilan: BilanAnnuelEnBase): Promise<number> {
    const contenu = await this.bilans.content(ctx, bilan, await listVolets(ctx, bilan.id));
    if (manquesAnnuels(contenu).some(({ bloque }) => bloque)) {
      throw refus('synthese', 'Synthèse\u00a0: à écrire avant de présenter le bilan annuel.');
    }
    await ensureVolets(
      ctx,
      bilan.id,
      contenu.actions.map((a) => a.ficheActionId),
    );
    const { departementCode } = await ctx.manager.findOneByOrFail(BilanAnnuel, { id: bilan.id });
    const numero = bilan.numeroVersion + 1;
    await insertRows(ctx, BilanAnnuelVersion, [
      {
        ...{ bilanAnnuelId: bilan.id, cooperativeId: bilan.cooperativeId, departementCode, numero, contenu },
        empreinte: createHash('sha256').update(JSON.stringify(contenu)).digest('hex'),
        presenteLe: this.horloge.maintenant(),
        presentePar: ctx.identite.utilisateurId,
      },
    ]);
    return numero;
  }

  private async adoption(ctx: ContextePersonne, bilan: BilanAnnuelEnBase): Promise<Partial<BilanAnnuel>> {
    const volets = await listVolets(ctx, bilan.id);
    const { actions } = await this.bilans.content(ctx, bilan, volets);
    const decides = new Set(volets.filter((v) => v.decision).map((v) => v.ficheActionId));
    const attendues = actions
      .filter((a) => !decides.has(a.ficheActionId))
      .map(({ intitule }) => `«\u00a0${intitule}\u00a0»`);
    if (attendues.length) {
      throw new EtatIncompatible(`Avant l’adoption, une décision est attendue sur ${attendues.join(', ')}.`);
    }
    return { etat: 'ADOPTE', adopteLe: this.horloge.maintenant() };
  }

  private async update(
    ctx: ContextePersonne,
    { id, cooperativeId, version: actuelle }: BilanAnnuelEnBase,
    lue: number,
    changements: Partial<BilanAnnuel>,
  ): Promise<TexteEnregistre> {
    const version = await modifierDepuis(
      lue,
      actuelle,
      () => this.bilans.read(ctx, id),
      () => updateVersioned(ctx, BilanAnnuel, { id, cooperativeId }, lue, changements),
    );
    return { version, enregistreLe: this.horloge.maintenant().toISOString() };
  }

  private async updatePart(
    ctx: ContextePersonne,
    bilanAnnuelId: string,
    ficheActionId: string,
    lue: number,
    changements: Partial<VoletAnnuel>,
  ): Promise<TexteEnregistre> {
    const volet = await ctx.manager.findOneBy(VoletAnnuel, { bilanAnnuelId, ficheActionId });
    if (!volet) throw new Introuvable('Cette action');
    const version = await modifierDepuis(
      lue,
      volet.version,
      () => this.bilans.read(ctx, bilanAnnuelId),
      () => updateVersioned(ctx, VoletAnnuel, { bilanAnnuelId, ficheActionId }, lue, changements),
    );
    return { version, enregistreLe: this.horloge.maintenant().toISOString() };
  }
}

/** @throws EtatIncompatible */
function requireState(bilan: BilanAnnuelEnBase, attendu: EtatBilanAnnuel, message: string): void {
  if (bilan.etat !== attendu) throw new EtatIncompatible(message);
}

const refus = (champ: string, message: string): SaisieInvalide =>
  new SaisieInvalide([{ champ, code: 'requis', message }]);
