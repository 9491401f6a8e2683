import { Injectable } from '@nestjs/common';
import { EtatIncompatible, FicheAction, SaisieInvalide, updateVersioned, type ContextePersonne } from '@coopilote/db';
import {
  LIBELLES_ETATS_FICHE,
  TRANSITIONS_FICHE,
  verifierIndicateurs,
  type EtatFiche,
  type FicheActionLue,
  type TransitionFicheDemandee,
} from '@coopilote/domain/actions';
import { OuvertureService } from '../bilans/ouverture.service';
import { exiger } from '../platform/exiger';
import { modifierDepuis } from '../platform/version';
import { FicheAcces } from './fiche-acces.service';
import { FicheActionService } from './fiche-action.service';
import { listIndicateurs } from './indicateur.queries';

/** States before which R11 is checked: indicators of the three kinds are set before an action starts. */
const ETATS_INDICATEURS: readonly EtatFiche[] = ['PROPOSEE', 'VALIDEE', 'EN_COURS'];

@Injectable()
export class TransitionService {
  constructor(
    private readonly fiches: FicheActionService,
    private readonly acces: FicheAcces,
    private readonly ouverture: OuvertureService,
  ) {}

  /**
   * Takes a fiche to another state; once validated, the reports of the quarters in which it is active are opened (R9).
   * @throws Introuvable, Interdit, VersionPerimee; EtatIncompatible when no transition leads there; SaisieInvalide
   * without the reason that is asked, or without the indicators (R11).
   */
  async apply(ctx: ContextePersonne, id: string, demande: TransitionFicheDemandee): Promise<FicheActionLue> {
    const { fiche, ressource } = await this.acces.loadFor(ctx, id, 'fiche.rediger');
    const { vers, version } = demande;
    await modifierDepuis(
      version,
      fiche.version,
      () => this.fiches.read(ctx, id),
      async () => {
        const transition = TRANSITIONS_FICHE.find((t) => t.de === fiche.etat && t.vers === vers);
        if (!transition) {
          throw new EtatIncompatible(
            `La fiche-action est ${LIBELLES_ETATS_FICHE[fiche.etat]}\u00a0: elle ne peut pas devenir ${LIBELLES_ETATS_FICHE[vers]}.`,
          );
        }
        exiger(ctx, transition.operation, ressource);
        const motif = demande.motif ?? null;
        if (transition.motifRequis && !motif) {
          throw new SaisieInvalide([
            { champ: 'motif', code: 'requis', message: 'Motif\u00a0: à remplir, la structure le lira.' },
          ]);
        }
        if (ETATS_INDICATEURS.includes(vers)) await this.verifyIndicateurs(ctx, fiche);
        await updateVersioned(ctx, FicheAction, { id, cooperativeId: fiche.cooperativeId }, version, {
          etat: vers,
          ...(transition.motifRequis ? { motif } : vers === 'VALIDEE' ? { motif: null } : {}),
        });
      },
    );
    if (vers === 'VALIDEE') await this.ouverture.openForAction(ctx, id);
    return this.fiches.read(ctx, id);
  }

  private async verifyIndicateurs(ctx: ContextePersonne, fiche: FicheAction): Promise<void> {
    const manque = verifierIndicateurs(await listIndicateurs(ctx, fiche.id), fiche.motifPeuIndicateurs);
    if (manque) throw new SaisieInvalide([{ champ: 'indicateurs', code: 'R11', message: manque }], manque);
  }
}
