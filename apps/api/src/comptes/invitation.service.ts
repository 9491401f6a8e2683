import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import {
  AttributionRole,
  EtatIncompatible,
  insertRows,
  Interdit,
  SaisieInvalide,
  Utilisateur,
  type ContextePersonne,
} from '@coopilote/db';
import { LIBELLES_ROLES, PORTEE_ROLE, type CompteInvite, type CompteLu, type Role } from '@coopilote/domain/comptes';
import { perimetreDe } from '@coopilote/domain/droits';
import { CONFIG, type Config } from '../platform/config';
import { Horloge } from '../platform/horloge';
import { CompteService } from './compte.service';
import { findIdByCourriel, findLieu, regionsOf, type Lieu } from './compte.queries';
import { EnvoisService } from '../notifications/envoi.service';
import { LienService } from './lien.service';
import { messageInvitation, messageNouveauRole } from './messages';
import { exigerNomination } from './nomination';

/** Who is invited, under which role and where. */
export interface Nomination {
  prenom: string;
  nom: string;
  courriel: string;
  role: Role;
  fin: string | null;
}

@Injectable()
export class InvitationService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly comptes: CompteService,
    private readonly liens: LienService,
    private readonly envois: EnvoisService,
    private readonly horloge: Horloge,
  ) {}

  /**
   * Invites a person under a role; an account of that address gets the role in addition, under the name it has.
   * @throws SaisieInvalide when the role's scope is missing or not readable; Interdit; EtatIncompatible for a shut account.
   */
  async invite(ctx: ContextePersonne, invite: CompteInvite): Promise<CompteLu> {
    const lieu = await this.lieuDe(ctx, invite);
    exigerNomination(ctx, invite.role, lieu);
    const fin = this.finDe(invite);
    const id = await this.name(ctx, { ...invite, fin }, lieu);
    return this.comptes.read(ctx, id);
  }

  /** Invites somebody to sign in for a structure; the caller has checked who asks. Answers the account's identifier. */
  async invitePartenaire(
    ctx: ContextePersonne,
    structureId: string,
    personne: Pick<Nomination, 'prenom' | 'nom' | 'courriel'>,
  ): Promise<string> {
    const lieu = await findLieu(ctx, 'structure', structureId);
    if (!lieu) throw new Interdit();
    return this.name(ctx, { ...personne, role: 'PARTENAIRE', fin: null }, lieu);
  }

  /**
   * Sends the invitation again, with a new link.
   * @throws EtatIncompatible when the person has a password already, or a shut account.
   */
  async inviteAgain(ctx: ContextePersonne, id: string): Promise<CompteLu> {
    const compte = await this.comptes.read(ctx, id);
    const [attribution] = compte.attributions.filter((a) => a.fin === null || a.fin >= this.horloge.aujourdhui());
    if (!attribution) throw new EtatIncompatible('Cette personne ne tient plus de rôle\u00a0: invitez-la de nouveau.');
    const lieu = attribution.structureId ? await findLieu(ctx, 'structure', attribution.structureId) : null;
    exigerNomination(ctx, attribution.role, { departementsMembres: [], ...attribution, ...lieu });
    if (compte.etat !== 'INVITE') {
      throw new EtatIncompatible(
        compte.etat === 'DESACTIVE'
          ? 'Ce compte est désactivé\u00a0: réactivez-le d’abord.'
          : 'Cette personne a déjà choisi son mot de passe\u00a0: en cas d’oubli, elle en demande un nouveau depuis la page de connexion.',
      );
    }
    await this.announce(ctx, id, attribution.role, attribution.portee, attribution.regionCode);
    return compte;
  }

  /** Gives the role, making the account when there is none, and says so by a message. */
  private async name(ctx: ContextePersonne, personne: Nomination, lieu: Lieu): Promise<string> {
    const courriel = personne.courriel.toLowerCase();
    let id = await findIdByCourriel(ctx, courriel);
    if (!id) {
      id = randomUUID();
      await insertRows(ctx, Utilisateur, [{ id, courriel, prenom: personne.prenom, nom: personne.nom }]);
    }
    await this.giveRole(ctx, id, personne, lieu);
    await this.announce(ctx, id, personne.role, lieu.portee, lieu.regionCode);
    return id;
  }

  private async giveRole(ctx: ContextePersonne, utilisateurId: string, { role, fin }: Nomination, lieu: Lieu) {
    const { regionCode, departementCode, cooperativeId, structureId } = lieu;
    const tenue = await ctx.manager.findOneBy(AttributionRole, {
      utilisateurId,
      role,
      regionCode,
      departementCode: departementCode ?? IsNull(),
      cooperativeId: cooperativeId ?? IsNull(),
      structureId: structureId ?? IsNull(),
    });
    if (!tenue) {
      await insertRows(ctx, AttributionRole, [
        { id: randomUUID(), utilisateurId, role, regionCode, departementCode, cooperativeId, structureId, fin },
      ]);
    } else if (tenue.fin === null || tenue.fin >= this.horloge.aujourdhui()) {
      throw refus('courriel', `Courriel\u00a0: cette personne est déjà «\u00a0${LIBELLES_ROLES[role]}\u00a0» ici.`);
    } else {
      const { affected } = await ctx.manager.update(AttributionRole, { id: tenue.id, utilisateurId }, { fin });
      if (!affected) throw new Interdit('Ce rôle est terminé\u00a0: la délégation départementale peut le rouvrir.');
    }
  }

  /**
   * The message of an invitation. A link that sets a password goes only to who has none; and where the person also works
   * in another region, no administrator reads it: it would open more than their own region.
   */
  private async announce(ctx: ContextePersonne, id: string, role: Role, portee: string, regionCode: string) {
    const personne = await ctx.manager.findOneByOrFail(Utilisateur, { id });
    if (!personne.actif) {
      throw new EtatIncompatible(
        'Le compte de cette adresse est désactivé\u00a0: l’administration régionale peut le réactiver.',
      );
    }
    const invitation = { prenom: personne.prenom, par: `${ctx.identite.prenom} ${ctx.identite.nom}`, role, portee };
    if (personne.motDePasseHash) {
      const message = messageNouveauRole(invitation, this.config.urlPublique);
      return this.envois.deposer(ctx, { ...message, destinataire: personne.courriel, regionCode });
    }
    const { url, expireLe } = await this.liens.create(ctx, id, 'INVITATION');
    const ailleurs = (await regionsOf(ctx, id)).length > 1;
    return this.envois.deposer(ctx, {
      ...messageInvitation(invitation, url, expireLe),
      destinataire: personne.courriel,
      regionCode: ailleurs ? null : regionCode,
    });
  }

  /** Where the role is to be given, read under the caller's own rights. */
  private async lieuDe(ctx: ContextePersonne, invite: CompteInvite): Promise<Lieu> {
    const genre = PORTEE_ROLE[invite.role];
    const libelle = LIBELLES_ROLES[invite.role];
    for (const [champ, sien, nom] of [
      ['cooperativeId', 'cooperative', 'Coopérative'],
      ['structureId', 'structure', 'Structure'],
    ] as const) {
      if (invite[champ] && genre !== sien) {
        throw refus(champ, `${nom}\u00a0: le rôle «\u00a0${libelle}\u00a0» n’en demande pas.`);
      }
    }
    switch (genre) {
      case 'region': {
        const [region, autre] = perimetreDe(ctx.identite, 'compte.gerer').regions;
        if (!region) throw new Interdit('Ce rôle est donné par l’administration régionale.');
        if (!autre) return trouver(await findLieu(ctx, 'region', region), 'departementCode', 'Département');
        const departement = await findLieu(ctx, 'departement', invite.departementCode ?? '');
        return trouver(
          departement && (await findLieu(ctx, 'region', departement.regionCode)),
          'departementCode',
          'Département',
        );
      }
      case 'departement':
        return trouver(await findLieu(ctx, genre, invite.departementCode ?? ''), 'departementCode', 'Département');
      case 'cooperative':
        return trouver(
          invite.cooperativeId && (await findLieu(ctx, genre, invite.cooperativeId)),
          'cooperativeId',
          'Coopérative',
        );
      case 'structure':
        return trouver(
          invite.structureId && (await findLieu(ctx, genre, invite.structureId)),
          'structureId',
          'Structure',
        );
    }
  }

  private finDe({ role, fin }: CompteInvite): string | null {
    if (role === 'EVALUATEUR_EXTERNE' && !fin) {
      throw refus('fin', 'Fin du rôle\u00a0: à remplir, une évaluation externe a un terme.');
    }
    if (fin && fin < this.horloge.aujourdhui()) throw refus('fin', 'Fin du rôle\u00a0: cette date est passée.');
    return fin ?? null;
  }
}

function refus(champ: string, message: string): SaisieInvalide {
  return new SaisieInvalide([{ champ, code: 'role', message }]);
}

function trouver(lieu: Lieu | '' | null | undefined, champ: string, nom: string): Lieu {
  if (!lieu) throw refus(champ, `${nom}\u00a0: choisir dans la liste.`);
  return lieu;
}
