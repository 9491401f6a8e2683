import { Injectable } from '@nestjs/common';
import {
  Engagement,
  ErreurMetier,
  Etape,
  FicheAction,
  Indicateur,
  type ContextePersonne,
  type Cooperative,
} from '@coopilote/db';
import { TRANSITIONS_FICHE, LIBELLES_ETATS_FICHE } from '@coopilote/domain/actions';
import { numeroDecision, type Changement, type ChangementSaisi } from '@coopilote/domain/gouvernance';
import { IndicateurService } from '../actions/indicateur.service';
import { TransitionService } from '../actions/transition.service';
import { EtapeService } from '../cooperatives/etape.service';
import { EngagementService } from '../financement/engagement.service';
import { Horloge } from '../platform/horloge';
import { apart, cite, listToApply } from './decision.queries';
import { markApplied } from './changement.queries';
import { champ } from './refus';

/** What a decision changes in the programme: kept when it is decided, carried out when the minutes are approved. */
@Injectable()
export class ChangementService {
  constructor(
    private readonly etapes: EtapeService,
    private readonly indicateurs: IndicateurService,
    private readonly transitions: TransitionService,
    private readonly engagements: EngagementService,
    private readonly horloge: Horloge,
  ) {}

  /** The change that is asked, with how things stand now. @throws SaisieInvalide when it names nothing of the CA, or changes nothing */
  async describe(ctx: ContextePersonne, ca: Cooperative, saisie: ChangementSaisi): Promise<Changement> {
    const { genre, objetId } = saisie;
    const ou = { id: objetId, cooperativeId: ca.id };
    switch (genre) {
      case 'DATE_ETAPE': {
        const etape = await ctx.manager.findOneBy(Etape, ou);
        if (!etape) throw inconnu('Étape');
        const avant = { debut: etape.debut, fin: etape.fin };
        const apres = { debut: saisie.debut ?? etape.debut, fin: saisie.fin ?? etape.fin };
        if (apres.debut === avant.debut && apres.fin === avant.fin) {
          throw champ('changement.fin', 'requis', 'Changement\u00a0: donner la nouvelle date de l’étape.');
        }
        if (apres.debut && apres.fin && apres.fin < apres.debut) {
          throw champ('changement.fin', 'dates', 'Nouvelle fin\u00a0: elle vient avant le début.');
        }
        return { genre, objetId, nom: etape.intitule, ...apres, avant };
      }
      case 'CIBLE': {
        const indicateur = (await ctx.manager.existsBy(Indicateur, ou)) && (await this.indicateurs.read(ctx, objetId));
        if (!indicateur) throw inconnu('Indicateur');
        const { annee, valeur, trimestre } = { ...saisie, trimestre: saisie.trimestre ?? 0 };
        if (annee == null) throw champ('changement.annee', 'requis', 'Année\u00a0: à remplir.');
        if (valeur == null) throw champ('changement.valeur', 'requis', 'Nouvelle cible\u00a0: à remplir.');
        const prevue = indicateur.previsions.find((p) => p.annee === annee && p.trimestre === trimestre);
        const avant = prevue?.valeur ?? null;
        return { genre, objetId, nom: indicateur.libelle, annee, trimestre, valeur, avant, unite: indicateur.unite };
      }
      case 'ETAT_ACTION': {
        const fiche = await ctx.manager.findOneBy(FicheAction, ou);
        if (!fiche) throw inconnu('Action');
        const vers = saisie.vers;
        if (!vers) throw champ('changement.vers', 'requis', 'Nouvel état\u00a0: à remplir.');
        if (!TRANSITIONS_FICHE.some((t) => t.de === fiche.etat && t.vers === vers)) {
          throw champ(
            'changement.vers',
            'transition',
            `Nouvel état\u00a0: l’action est ${LIBELLES_ETATS_FICHE[fiche.etat]}, elle ne peut pas devenir ${LIBELLES_ETATS_FICHE[vers]}.`,
          );
        }
        return { genre, objetId, nom: fiche.intitule, vers, avant: fiche.etat };
      }
      case 'MONTANT': {
        const engagement = await ctx.manager.findOneBy(Engagement, ou);
        if (!engagement) throw inconnu('Engagement');
        const { montant } = saisie;
        if (montant == null) throw champ('changement.montant', 'requis', 'Nouveau montant\u00a0: à remplir.');
        const { structure, annee } = await this.engagements.read(ctx, objetId);
        return { genre, objetId, nom: `${structure}, ${annee}`, montant, avant: engagement.montant };
      }
    }
  }

  /**
   * Carries out the changes of a meeting's adopted decisions. Each stands alone: one that the programme no longer allows
   * is undone and says why, the others are done. The history cites the decision.
   */
  async applyAll(ctx: ContextePersonne, ca: Cooperative, reunion: { id: string; titre: string }): Promise<void> {
    for (const { id, annee, numero, changement } of await listToApply(ctx, reunion.id)) {
      const citation = `Décision ${numeroDecision(annee, numero)}, ${reunion.titre}`;
      let echec: string | null = null;
      await cite(ctx, citation);
      try {
        await apart(ctx, () => this.apply(ctx, ca, changement, citation));
      } catch (erreur) {
        if (!(erreur instanceof ErreurMetier)) throw erreur;
        echec = erreur.erreurs[0]?.message ?? erreur.message;
      }
      await cite(ctx, null);
      await markApplied(ctx, id, echec === null ? this.horloge.maintenant() : null, echec);
    }
  }

  private async apply(ctx: ContextePersonne, ca: Cooperative, c: Changement, citation: string): Promise<void> {
    switch (c.genre) {
      case 'DATE_ETAPE':
        return this.etapes.setDates(ctx, ca.id, c.objetId, { debut: c.debut, fin: c.fin });
      case 'CIBLE':
        return this.indicateurs.setPrevision(ctx, c.objetId, c);
      case 'ETAT_ACTION': {
        const { version } = await ctx.manager.findOneByOrFail(FicheAction, { id: c.objetId, cooperativeId: ca.id });
        await this.transitions.apply(ctx, c.objetId, { vers: c.vers, motif: citation, version });
        return;
      }
      case 'MONTANT':
        return this.engagements.setAmount(ctx, c.objetId, c.montant);
    }
  }
}

function inconnu(quoi: string) {
  return champ('changement.objetId', 'liste', `${quoi}\u00a0: choisir dans le programme de la coopérative.`);
}
