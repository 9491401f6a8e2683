import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { insertRows, Interdit, Introuvable, ListeValeur, updateVersioned, type ContextePersonne } from '@coopilote/db';
import { perimetreDe } from '@coopilote/domain/droits';
import type {
  ListesDemandees,
  ValeurListeLue,
  ValeurListeModifiee,
  ValeurListeSaisie,
} from '@coopilote/domain/referentiel';
import { exiger } from '../platform/exiger';
import { modifierDepuis } from '../platform/version';
import { listValeurs, nextOrdre } from './liste.queries';
import { supprimerInutilise } from './suppression';

@Injectable()
export class ListeService {
  /** Values of the lists of the reader's region. */
  async list(ctx: ContextePersonne, demande: ListesDemandees): Promise<ValeurListeLue[]> {
    return listValeurs(ctx, demande, regionModifiable(ctx) !== undefined);
  }

  async create(ctx: ContextePersonne, saisie: ValeurListeSaisie): Promise<ValeurListeLue> {
    const regionCode = regionModifiable(ctx);
    if (!regionCode) throw new Interdit();
    const id = randomUUID();
    const { liste, code, libelle, description, praps } = saisie;
    const ordre = saisie.ordre ?? (await nextOrdre(ctx, regionCode, liste));
    await insertRows(ctx, ListeValeur, [
      { id, regionCode, liste, code, libelle, description: description ?? null, praps: praps ?? false, ordre },
    ]);
    return this.read(ctx, id);
  }

  /** @throws Introuvable, Interdit, VersionPerimee */
  async update(ctx: ContextePersonne, id: string, modifiee: ValeurListeModifiee): Promise<ValeurListeLue> {
    const valeur = await this.find(ctx, id);
    const { version, libelle, description, praps, ordre, retiree } = modifiee;
    const changements = {
      libelle,
      description,
      praps: praps ?? valeur.praps,
      ordre: ordre ?? valeur.ordre,
      retiree: retiree ?? valeur.retiree,
    };
    const lire = () => this.read(ctx, id);
    await modifierDepuis(version, valeur.version, lire, () =>
      updateVersioned(ctx, ListeValeur, { id, regionCode: valeur.regionCode }, version, changements),
    );
    return lire();
  }

  /** Deletes a value that nothing uses. @throws EtatIncompatible when something does. */
  async remove(ctx: ContextePersonne, id: string): Promise<void> {
    const { regionCode } = await this.find(ctx, id);
    await supprimerInutilise(() => ctx.manager.delete(ListeValeur, { id, regionCode }), 'Cette valeur');
  }

  private async find(ctx: ContextePersonne, id: string): Promise<ListeValeur> {
    const valeur = await ctx.manager.findOneBy(ListeValeur, { id });
    if (!valeur) throw new Introuvable('Cette valeur');
    exiger(ctx, 'referentiel.modifier', { regionCode: valeur.regionCode });
    return valeur;
  }

  private async read(ctx: ContextePersonne, id: string): Promise<ValeurListeLue> {
    const [valeur] = await listValeurs(ctx, { id, retirees: true }, true);
    if (!valeur) throw new Introuvable('Cette valeur');
    return valeur;
  }
}

/** Region whose lists the person may change; the first one, for who administers several. */
export function regionModifiable(ctx: ContextePersonne): string | undefined {
  return perimetreDe(ctx.identite, 'referentiel.modifier').regions[0];
}
