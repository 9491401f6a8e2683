import { Injectable } from '@nestjs/common';
import { FicheAction, Indicateur, insertRows, Prevision, type ContextePersonne, type Cooperative } from '@coopilote/db';
import type { ActionPrete } from '@coopilote/domain/arrivee';
import { normaliserRecherche } from '@coopilote/domain/commun';
import { OuvertureService } from '../bilans/ouverture.service';
import { parPaquets } from '../platform/paquets';
import { takeNumero } from './fiche-action.queries';

/** Writes the actions of a CA that arrives, already judged: a few statements whatever their number. */
@Injectable()
export class RepriseActions {
  constructor(private readonly ouverture: OuvertureService) {}

  /** Actions, indicators and forecasts; then the reports that the followed ones owe (R9). */
  async write(ctx: ContextePersonne, ca: Cooperative, actions: ActionPrete[], aujourdhui: string): Promise<void> {
    const cles = (action: ActionPrete) => ({
      cooperativeId: ca.id,
      departementCode: ca.departementCode,
      structureId: action.structureId,
    });
    const premier = actions.length ? await takeNumero(ctx, ca.id) : 0;
    const fiches = actions.map((action, rang) => ({
      ...cles(action),
      ...colonnesDe(action, aujourdhui),
      numero: premier + rang,
    }));
    const indicateurs = actions.flatMap((action) =>
      action.indicateurs.map(({ rangee: _r, previsions: _p, ...indicateur }, rang) => ({
        ...indicateur,
        ...cles(action),
        ficheActionId: action.id,
        ordre: rang + 1,
      })),
    );
    const previsions = actions.flatMap((action) =>
      action.indicateurs.flatMap(({ id, previsions: dites }) =>
        (dites ?? []).map((p) => ({ ...p, ...cles(action), ficheActionId: action.id, indicateurId: id })),
      ),
    );
    for (const paquet of parPaquets(fiches)) await insertRows(ctx, FicheAction, paquet);
    for (const paquet of parPaquets(indicateurs)) await insertRows(ctx, Indicateur, paquet);
    for (const paquet of parPaquets(previsions)) await insertRows(ctx, Prevision, paquet);
    await this.ouverture.openForActions(
      ctx,
      actions.map((a) => a.id),
    );
  }
}

/** An action under way whose first day is still to come is validated: it starts that day. */
function colonnesDe(action: ActionPrete, aujourdhui: string): Partial<FicheAction> {
  const { rangee: _r, indicateurs: _i, publics, modes: _m, etat, ...fiche } = action;
  return {
    ...fiche,
    etat: etat === 'EN_COURS' && action.calendrierDebut > aujourdhui ? 'VALIDEE' : etat,
    intituleRecherche: normaliserRecherche(action.intitule),
    public1Id: publics?.[0] ?? null,
    public2Id: publics?.[1] ?? null,
    public3Id: publics?.[2] ?? null,
  };
}
