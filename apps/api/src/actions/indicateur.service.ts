import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  EtatIncompatible,
  Indicateur,
  IndicateurCommun,
  insertRows,
  Introuvable,
  SaisieInvalide,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import {
  verifierIndicateur,
  type IndicateurCree,
  type IndicateurLu,
  type IndicateurModifie,
  type IndicateurSaisi,
  type IndicateursDemandes,
} from '@coopilote/domain/actions';
import type { ErreurChamp, Page } from '@coopilote/domain/commun';
import { enPage, tranche } from '../platform/conditions';
import { modifierDepuis } from '../platform/version';
import { FicheAcces, type FicheSituee } from './fiche-acces.service';
import { isReported, listIndicateurs, replacePrevisions } from './indicateur.queries';

/** Indicators of the actions (guide, fiche 5), written under the same conditions as their fiche. */
@Injectable()
export class IndicateurService {
  constructor(private readonly acces: FicheAcces) {}

  /** Indicators of a fiche-action with their forecasts, in the order of the fiche. @throws Introuvable */
  async list(ctx: ContextePersonne, demande: IndicateursDemandes): Promise<Page<IndicateurLu>> {
    await this.acces.loadFor(ctx, demande.ficheAction, 'fiche.lire');
    const tous = await listIndicateurs(ctx, demande.ficheAction);
    const { page, taille } = tranche(demande);
    return enPage(demande, tous.slice((page - 1) * taille, page * taille), tous.length);
  }

  /** @throws Introuvable (fiche), Interdit, EtatIncompatible, SaisieInvalide */
  async create(ctx: ContextePersonne, saisie: IndicateurCree): Promise<IndicateurLu> {
    const { ficheActionId } = saisie;
    const situee = await this.acces.loadFor(ctx, ficheActionId, 'fiche.rediger');
    this.acces.requireEditable(ctx, situee);
    await this.verify(ctx, situee, saisie, null);
    const { cooperativeId, departementCode, structureId } = situee.fiche;
    const cles = { id: randomUUID(), ficheActionId, cooperativeId, departementCode, structureId };
    const ordre = saisie.ordre ?? ((await ctx.manager.maximum(Indicateur, 'ordre', { ficheActionId })) ?? 0) + 1;
    await insertRows(ctx, Indicateur, [{ ...colonnesDe(saisie), ...cles, ordre }]);
    await replacePrevisions(ctx, cles, saisie.previsions ?? []);
    return this.readOne(ctx, ficheActionId, cles.id);
  }

  /**
   * Edits an indicator; its forecasts are replaced when given. Unit and mode no longer change once values were reported:
   * past reports would then say something else (R15).
   * @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide
   */
  async update(ctx: ContextePersonne, id: string, saisie: IndicateurModifie): Promise<IndicateurLu> {
    const indicateur = await this.load(ctx, id);
    const { ficheActionId } = indicateur;
    const situee = await this.acces.loadFor(ctx, ficheActionId, 'fiche.rediger');
    await modifierDepuis(
      saisie.version,
      indicateur.version,
      () => this.readOne(ctx, ficheActionId, id),
      async () => {
        this.acces.requireEditable(ctx, situee);
        await this.verify(ctx, situee, saisie, indicateur.indicateurCommunId);
        const change = saisie.unite !== indicateur.unite || saisie.modeAgregation !== indicateur.modeAgregation;
        if (change && (await isReported(ctx, id))) {
          throw new EtatIncompatible(
            'Des valeurs ont été saisies pour cet indicateur\u00a0: son unité et son mode d’agrégation ne changent plus.',
          );
        }
        await updateVersioned(ctx, Indicateur, { id, ficheActionId }, saisie.version, colonnesDe(saisie));
        if (saisie.previsions !== undefined) await replacePrevisions(ctx, indicateur, saisie.previsions ?? []);
      },
    );
    return this.readOne(ctx, ficheActionId, id);
  }

  /** @throws Introuvable, Interdit, EtatIncompatible once values were reported */
  async delete(ctx: ContextePersonne, id: string): Promise<void> {
    const { ficheActionId } = await this.load(ctx, id);
    const situee = await this.acces.loadFor(ctx, ficheActionId, 'fiche.rediger');
    this.acces.requireEditable(ctx, situee);
    if (await isReported(ctx, id)) {
      throw new EtatIncompatible('Des valeurs ont été saisies pour cet indicateur\u00a0: il ne se supprime plus.');
    }
    await ctx.manager.delete(Indicateur, { id, ficheActionId });
  }

  /** An indicator with its forecasts. @throws Introuvable */
  async read(ctx: ContextePersonne, id: string): Promise<IndicateurLu> {
    const { ficheActionId } = await this.load(ctx, id);
    await this.acces.loadFor(ctx, ficheActionId, 'fiche.lire');
    return this.readOne(ctx, ficheActionId, id);
  }

  /**
   * Sets one forecast, and leaves the others as they are.
   * @throws Introuvable, Interdit, EtatIncompatible, SaisieInvalide when the unit does not allow the value
   */
  async setPrevision(
    ctx: ContextePersonne,
    id: string,
    prevision: { annee: number; trimestre: number; valeur: number },
  ): Promise<void> {
    const indicateur = await this.read(ctx, id);
    const autres = indicateur.previsions.filter(
      (p) => p.annee !== prevision.annee || p.trimestre !== prevision.trimestre,
    );
    await this.update(ctx, id, { ...indicateur, previsions: [...autres, prevision] });
  }

  private async load(ctx: ContextePersonne, id: string): Promise<Indicateur> {
    const indicateur = await ctx.manager.findOneBy(Indicateur, { id });
    if (!indicateur) throw new Introuvable('Cet indicateur');
    return indicateur;
  }

  private async verify(
    ctx: ContextePersonne,
    { regionCode }: FicheSituee,
    saisie: IndicateurSaisi,
    communActuel: string | null,
  ): Promise<void> {
    const erreurs = verifierIndicateur(saisie);
    if (saisie.indicateurCommunId) {
      const id = saisie.indicateurCommunId;
      const commun = await ctx.manager.findOneBy(IndicateurCommun, { id, regionCode });
      erreurs.push(...verifierCommun(saisie, commun, id === communActuel));
    }
    if (erreurs.length) throw new SaisieInvalide(erreurs);
  }

  private async readOne(ctx: ContextePersonne, ficheActionId: string, id: string): Promise<IndicateurLu> {
    const [indicateur] = await listIndicateurs(ctx, ficheActionId, id);
    if (!indicateur) throw new Introuvable('Cet indicateur');
    return indicateur;
  }
}

/** A regional indicator adds what its actions report: it must count the same thing in the same way. */
function verifierCommun(saisie: IndicateurSaisi, commun: IndicateurCommun | null, dejaChoisi: boolean): ErreurChamp[] {
  const refus = (code: string, message: string): ErreurChamp[] => [
    { champ: 'indicateurCommunId', code, message: `Indicateur commun\u00a0: ${message}` },
  ];
  if (!commun) return refus('liste', 'choisir dans la liste.');
  if (commun.retiree && !dejaChoisi) return refus('retiree', `«\u00a0${commun.libelle}\u00a0» n’est plus proposé.`);
  const differents = [
    commun.type === saisie.type ? null : 'le type',
    commun.unite === saisie.unite ? null : 'l’unité',
    commun.modeAgregation === saisie.modeAgregation ? null : 'le mode d’agrégation',
  ].filter((d) => d !== null);
  if (differents.length === 0) return [];
  const verbe = differents.length > 1 ? 'ne s’accordent pas' : 'ne s’accorde pas';
  return refus('accord', `${differents.join(' et ')} ${verbe} avec «\u00a0${commun.libelle}\u00a0».`);
}

/** Columns that a form writes; an absent field stays undefined, and is then left as it is. */
function colonnesDe(saisie: IndicateurSaisi): Partial<Indicateur> {
  const { type, libelle, unite, modeAgregation, valeurReference, sources, indicateurCommunId, ordre } = saisie;
  return {
    type,
    // Only results have a level: another type loses it.
    niveauResultat: type === 'RESULTAT' ? saisie.niveauResultat : null,
    libelle,
    unite,
    modeAgregation,
    valeurReference,
    sources,
    indicateurCommunId,
    ordre: ordre ?? undefined,
  };
}
