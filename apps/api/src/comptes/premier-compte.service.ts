import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  AttributionRole,
  EtatIncompatible,
  insertRows,
  SaisieInvalide,
  Utilisateur,
  type Contexte,
} from '@coopilote/db';
import { CompteInvite } from '@coopilote/domain/comptes';
import { lireContrat } from '@coopilote/domain/commun';
import { findIdByCourriel } from './compte.queries';
import { LienService } from './lien.service';

/** The first regional administrator of an installation, when nobody is there yet to invite: by a command, never by HTTP. */
@Injectable()
export class PremierCompteService {
  constructor(private readonly liens: LienService) {}

  /**
   * Makes the account with the role ADMIN_REGIONAL on a region; answers the one-time link (seven days) that sets its password.
   * @throws SaisieInvalide; EtatIncompatible when the address has an account already.
   */
  async create(
    ctx: Contexte,
    personne: { courriel: string; prenom: string; nom: string; regionCode: string },
  ): Promise<string> {
    const { regionCode, ...saisie } = personne;
    const { objet, erreurs } = lireContrat(CompteInvite, { ...saisie, role: 'ADMIN_REGIONAL' });
    if (erreurs.length) throw new SaisieInvalide(erreurs);
    const courriel = objet.courriel.toLowerCase();
    if (await findIdByCourriel(ctx, courriel))
      throw new EtatIncompatible(`Un compte existe déjà à l’adresse ${courriel}.`);
    const id = randomUUID();
    await insertRows(ctx, Utilisateur, [{ id, courriel, prenom: objet.prenom, nom: objet.nom }]);
    await insertRows(ctx, AttributionRole, [
      { id: randomUUID(), utilisateurId: id, role: 'ADMIN_REGIONAL', regionCode },
    ]);
    return (await this.liens.create(ctx, id, 'INVITATION')).url;
  }
}
