import { Injectable } from '@nestjs/common';
import { CooperativeCommune, Objectif, type ContextePersonne } from '@coopilote/db';
import type { FicheActionSaisie } from '@coopilote/domain/actions';
import type { ErreurChamp } from '@coopilote/domain/commun';
import { ValeursListe } from '../cooperatives/valeurs-liste.service';

/** What a fiche uses already, that may have been retired since. */
export interface ValeursDeFiche {
  publics: string[];
  modes: string[];
}

/** What a fiche-action points to must exist, in its own CA and region. */
@Injectable()
export class FicheVerification {
  constructor(private readonly valeurs: ValeursListe) {}

  /** One error a field; none when the form is right. */
  async verify(
    ctx: ContextePersonne,
    lieu: { regionCode: string; cooperativeId: string },
    saisie: FicheActionSaisie,
    avant: ValeursDeFiche = { publics: [], modes: [] },
  ): Promise<ErreurChamp[]> {
    const erreurs: ErreurChamp[] = [];
    const { cooperativeId } = lieu;
    if (saisie.calendrierFin < saisie.calendrierDebut) {
      erreurs.push({ champ: 'calendrierFin', code: 'dates', message: 'Fin\u00a0: elle vient avant le début.' });
    }
    if (saisie.objectifId) {
      const objectif = await ctx.manager.findOneBy(Objectif, { id: saisie.objectifId, cooperativeId });
      if (objectif?.niveau !== 'OPERATIONNEL') {
        erreurs.push({
          champ: 'objectifId',
          code: 'niveau',
          message: 'Objectif opérationnel\u00a0: choisir un objectif opérationnel de cette coopérative.',
        });
      }
    }
    if (saisie.territoireCommuneCode) {
      const communeCode = saisie.territoireCommuneCode;
      if (!(await ctx.manager.existsBy(CooperativeCommune, { cooperativeId, communeCode }))) {
        erreurs.push({
          champ: 'territoireCommuneCode',
          code: 'territoire',
          message: 'Territoire d’intervention\u00a0: choisir une commune de la coopérative.',
        });
      }
    }
    return [
      ...erreurs,
      ...(await this.valeurs.verify(ctx, lieu.regionCode, [
        {
          champ: 'publics',
          libelle: 'Publics cibles',
          liste: 'PUBLIC_CIBLE',
          ids: saisie.publics ?? [],
          dejaUtilisees: avant.publics,
        },
        {
          champ: 'modes',
          libelle: 'Modes d’intervention',
          liste: 'MODE_INTERVENTION',
          ids: saisie.modes ?? [],
          dejaUtilisees: avant.modes,
        },
      ])),
    ];
  }
}
