import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Etape, insertRows, Introuvable, SaisieInvalide, updateVersioned, type ContextePersonne } from '@coopilote/db';
import type { ErreurChamp } from '@coopilote/domain/commun';
import { operationsSur } from '@coopilote/domain/droits';
import {
  COLONNES_T1,
  colonnesMois,
  type EtapeLue,
  type EtapeModifiee,
  type EtapeSaisie,
  type TableauDeBord,
} from '@coopilote/domain/pilotage';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { CooperativeAcces, ressourceDe } from './cooperative-acces.service';
import { comparerEtapes, periodeT1 } from './tableau-de-bord.rules';
import { listTachesDeReunions } from './etape.queries';

/** T1, the tableau de bord de suivi (guide, fiche 3): phases and tasks of a CA. */
@Injectable()
export class EtapeService {
  constructor(
    private readonly acces: CooperativeAcces,
    private readonly horloge: Horloge,
  ) {}

  /** @throws Introuvable */
  async tableauDeBord(ctx: ContextePersonne, cooperativeId: string): Promise<TableauDeBord> {
    const ca = await this.acces.loadFor(ctx, cooperativeId, 'tableaux.lire');
    const etapes = await ctx.manager.findBy(Etape, { cooperativeId });
    const aujourdhui = this.horloge.aujourdhui();
    const taches = await listTachesDeReunions(ctx, cooperativeId, aujourdhui);
    const [debut, fin] = periodeT1(
      [...etapes, ...taches.map((t) => ({ debut: t.debut, fin: t.echeance }))],
      ca,
      aujourdhui,
    );
    return {
      cooperative: ca.intitule,
      colonnes: [...COLONNES_T1, ...colonnesMois(debut, fin)],
      etapes: etapes.map((e) => this.lire(e)).sort(comparerEtapes),
      taches: taches.map((t) => ({ ...t, phase: ca.phase })),
      operations: operationsSur(ctx.identite, ressourceDe(ca)),
    };
  }

  /** @throws Introuvable, Interdit, SaisieInvalide */
  async create(ctx: ContextePersonne, cooperativeId: string, saisie: EtapeSaisie): Promise<EtapeLue> {
    const ca = await this.acces.loadFor(ctx, cooperativeId, 'etape.modifier');
    verifier(saisie);
    const id = randomUUID();
    const ordre = saisie.ordre ?? ((await ctx.manager.maximum(Etape, 'ordre', { cooperativeId })) ?? 0) + 10;
    await insertRows(ctx, Etape, [
      { ...colonnesDe(saisie), id, cooperativeId, departementCode: ca.departementCode, ordre },
    ]);
    return this.readOne(ctx, cooperativeId, id);
  }

  /** @throws Introuvable, Interdit, VersionPerimee, SaisieInvalide */
  async update(ctx: ContextePersonne, cooperativeId: string, id: string, saisie: EtapeModifiee): Promise<EtapeLue> {
    await this.acces.loadFor(ctx, cooperativeId, 'etape.modifier');
    const actuelle = await this.readOne(ctx, cooperativeId, id);
    await modifierDepuis(
      saisie.version,
      actuelle.version,
      () => this.readOne(ctx, cooperativeId, id),
      async () => {
        verifier({
          ...saisie,
          debut: saisie.debut === undefined ? actuelle.debut : saisie.debut,
          fin: saisie.fin === undefined ? actuelle.fin : saisie.fin,
        });
        await updateVersioned(ctx, Etape, { id, cooperativeId }, saisie.version, colonnesDe(saisie));
      },
    );
    return this.readOne(ctx, cooperativeId, id);
  }

  /** Moves a step, as it stands now. @throws Introuvable, Interdit, SaisieInvalide */
  async setDates(
    ctx: ContextePersonne,
    cooperativeId: string,
    id: string,
    dates: { debut: string | null; fin: string | null },
  ): Promise<void> {
    await this.acces.loadFor(ctx, cooperativeId, 'etape.modifier');
    const etape = await this.readOne(ctx, cooperativeId, id);
    verifier({ ...etape, ...dates });
    await updateVersioned(ctx, Etape, { id, cooperativeId }, etape.version, dates);
  }

  /** @throws Introuvable, Interdit */
  async delete(ctx: ContextePersonne, cooperativeId: string, id: string): Promise<void> {
    await this.acces.loadFor(ctx, cooperativeId, 'etape.modifier');
    await this.readOne(ctx, cooperativeId, id);
    await ctx.manager.delete(Etape, { id, cooperativeId });
  }

  private async readOne(ctx: ContextePersonne, cooperativeId: string, id: string): Promise<EtapeLue> {
    const etape = await ctx.manager.findOneBy(Etape, { id, cooperativeId });
    if (!etape) throw new Introuvable('Cette étape');
    return this.lire(etape);
  }

  private lire({ cooperativeId: _, departementCode: __, ...etape }: Etape): EtapeLue {
    const enRetard = etape.etat !== 'FAIT' && etape.fin !== null && etape.fin < this.horloge.aujourdhui();
    return { ...etape, enRetard };
  }
}

/** Columns that a form writes; an absent field stays undefined, and is then left as it is. */
function colonnesDe(saisie: EtapeSaisie): Partial<Etape> {
  const { phase, genre, intitule, responsable, debut, fin, livrables, etat, criticite, charge, ordre } = saisie;
  return {
    phase,
    genre,
    intitule,
    responsable,
    debut,
    fin,
    livrables,
    etat,
    criticite,
    charge,
    ordre: ordre ?? undefined,
  };
}

function verifier(saisie: EtapeSaisie): void {
  const erreurs: ErreurChamp[] = [];
  if (saisie.phase === 'CLOSE') {
    erreurs.push({ champ: 'phase', code: 'liste', message: 'Phase\u00a0: une coopérative close n’a plus d’étape.' });
  }
  if (saisie.fin && saisie.debut && saisie.fin < saisie.debut) {
    erreurs.push({ champ: 'fin', code: 'dates', message: 'Date de fin\u00a0: elle vient avant le début.' });
  }
  if (erreurs.length) throw new SaisieInvalide(erreurs);
}
