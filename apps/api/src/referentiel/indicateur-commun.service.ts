import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  IndicateurCommun,
  insertRows,
  Interdit,
  Introuvable,
  SaisieInvalide,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import type {
  IndicateurCommunLu,
  IndicateurCommunModifie,
  IndicateurCommunSaisi,
  IndicateursCommunsDemandes,
} from '@coopilote/domain/referentiel';
import { exiger } from '../platform/exiger';
import { modifierDepuis } from '../platform/version';
import { listIndicateursCommuns } from './liste.queries';
import { regionModifiable } from './liste.service';
import { supprimerInutilise } from './suppression';

/** What the values already sent were measured by: it never changes under them. */
const FIGES = { type: 'Type', unite: 'Unité', modeAgregation: 'Mode d’agrégation' } as const;

@Injectable()
export class IndicateurCommunService {
  /** Common indicators of the reader's region. */
  async list(ctx: ContextePersonne, demande: IndicateursCommunsDemandes): Promise<IndicateurCommunLu[]> {
    return listIndicateursCommuns(ctx, demande, regionModifiable(ctx) !== undefined);
  }

  async create(ctx: ContextePersonne, saisi: IndicateurCommunSaisi): Promise<IndicateurCommunLu> {
    const regionCode = regionModifiable(ctx);
    if (!regionCode) throw new Interdit();
    const id = randomUUID();
    const { code, libelle, type, unite, modeAgregation, definition } = saisi;
    await insertRows(ctx, IndicateurCommun, [
      { id, regionCode, code, libelle, type, unite, modeAgregation, definition: definition ?? null },
    ]);
    return this.read(ctx, id);
  }

  /**
   * The row is locked first, so that no indicator of an action starts to use it meanwhile.
   * @throws Introuvable, Interdit, VersionPerimee; SaisieInvalide when it is used and would no longer measure the same.
   */
  async update(ctx: ContextePersonne, id: string, modifie: IndicateurCommunModifie): Promise<IndicateurCommunLu> {
    const { regionCode } = await this.find(ctx, id);
    await ctx.manager.findOne(IndicateurCommun, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const avant = await this.read(ctx, id);
    const { version, retiree, ...saisi } = modifie;
    const lire = () => this.read(ctx, id);
    await modifierDepuis(version, avant.version, lire, () => {
      refuserGlissement(avant, saisi);
      const changements = { ...saisi, retiree: retiree ?? avant.retiree };
      return updateVersioned(ctx, IndicateurCommun, { id, regionCode }, version, changements);
    });
    return lire();
  }

  /** Deletes a common indicator that nothing feeds. @throws EtatIncompatible when something does. */
  async remove(ctx: ContextePersonne, id: string): Promise<void> {
    const { regionCode } = await this.find(ctx, id);
    await supprimerInutilise(() => ctx.manager.delete(IndicateurCommun, { id, regionCode }), 'Cet indicateur commun');
  }

  private async find(ctx: ContextePersonne, id: string): Promise<IndicateurCommun> {
    const indicateur = await ctx.manager.findOneBy(IndicateurCommun, { id });
    if (!indicateur) throw new Introuvable('Cet indicateur commun');
    exiger(ctx, 'referentiel.modifier', { regionCode: indicateur.regionCode });
    return indicateur;
  }

  private async read(ctx: ContextePersonne, id: string): Promise<IndicateurCommunLu> {
    const [indicateur] = await listIndicateursCommuns(ctx, { id, retirees: true }, true);
    if (!indicateur) throw new Introuvable('Cet indicateur commun');
    return indicateur;
  }
}

function refuserGlissement(avant: IndicateurCommunLu, apres: IndicateurCommunSaisi): void {
  if (avant.usages === 0) return;
  const changes = (Object.keys(FIGES) as (keyof typeof FIGES)[]).filter((champ) => avant[champ] !== apres[champ]);
  if (changes.length === 0) return;
  throw new SaisieInvalide(
    changes.map((champ) => ({
      champ,
      code: 'utilise',
      message: `${FIGES[champ]}\u00a0: des actions l’alimentent déjà, il ne change plus.`,
    })),
    'Des actions alimentent cet indicateur commun\u00a0: retirez-le et créez-en un autre plutôt que d’en changer le sens.',
  );
}
