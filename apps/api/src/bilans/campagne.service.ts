import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import {
  Campagne,
  Departement,
  EtatIncompatible,
  Introuvable,
  SaisieInvalide,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import {
  LIBELLES_ETATS_CAMPAGNE,
  type CampagneLigne,
  type CampagneModifiee,
  type CampagnesDemandees,
  type CampagnesLues,
  type CloturesDemandees,
  type CloturesFaites,
  type TransitionCampagneDemandee,
} from '@coopilote/domain/bilans';
import {
  decalerTrimestre,
  ecrireTrimestre,
  finTrimestre,
  jourEnLettres,
  lireTrimestre,
  trimestreDe,
} from '@coopilote/domain/commun';
import { perimetreDe, peut, type Ressource } from '@coopilote/domain/droits';
import { exiger } from '../platform/exiger';
import { Horloge } from '../platform/horloge';
import { Travaux } from '../platform/jobs/travaux';
import { modifierDepuis } from '../platform/version';
import { closeOpen, countByCooperative, listCampagnes, listQuarters, setDeadlines } from './campagne.queries';
import { RELANCER } from './travaux';

const REFUS = 'La collecte est conduite par la délégation départementale.';

/** The collection of a quarter's reports: where it stands, its deadline, its end. */
@Injectable()
export class CampagneService {
  constructor(
    private readonly horloge: Horloge,
    private readonly travaux: Travaux,
  ) {}

  /** One quarter of the reader's départements; the last that has ended when none is asked. */
  async list(ctx: ContextePersonne, demande: CampagnesDemandees): Promise<CampagnesLues> {
    const perimetre = perimetreDe(ctx.identite, 'campagne.lire');
    const aujourdhui = this.horloge.aujourdhui();
    const trimestre =
      (demande.trimestre && lireTrimestre(demande.trimestre)) || decalerTrimestre(trimestreDe(aujourdhui), -1);
    const { departement } = demande;
    const trimestres = await listQuarters(ctx, perimetre);
    const campagnes = await listCampagnes(ctx, perimetre, { trimestre, departement }, aujourdhui);
    const regions = await ctx.manager.find(Departement);
    const regionDe = new Map(regions.map((d) => [d.code, d.regionCode]));
    return {
      ...trimestre,
      trimestres: trimestres.map(ecrireTrimestre),
      campagnes: campagnes.map((campagne) => {
        const { departementCode } = campagne;
        const ressource = { departementCode, regionCode: regionDe.get(departementCode) };
        return { ...campagne, conduite: peut(ctx.identite, 'campagne.conduire', ressource) };
      }),
      cooperatives: await countByCooperative(ctx, perimetre, trimestre, departement, aujourdhui),
    };
  }

  /**
   * Moves the deadline of a campaign, and of its reports.
   * @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible (closed), SaisieInvalide
   */
  async update(ctx: ContextePersonne, id: string, { echeance, version }: CampagneModifiee): Promise<CampagneLigne> {
    const campagne = await this.loadFor(ctx, id);
    await modifierDepuis(
      version,
      campagne.version,
      () => this.read(ctx, id),
      async () => {
        if (campagne.etat === 'CLOSE') {
          throw new EtatIncompatible('Cette collecte est close\u00a0: rouvrez-la avant de changer son échéance.');
        }
        const fin = finTrimestre(campagne);
        if (echeance <= fin) {
          const message = `Échéance\u00a0: choisissez un jour après la fin du trimestre, ${jourEnLettres(fin)}.`;
          throw new SaisieInvalide([{ champ: 'echeance', code: 'avant', message }]);
        }
        await updateVersioned(ctx, Campagne, { id }, version, { echeance });
        await setDeadlines(ctx, id, echeance);
      },
    );
    return this.read(ctx, id);
  }

  /**
   * Closes a campaign, or opens it again; the reason is kept.
   * @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible when it already stands so
   */
  async move(
    ctx: ContextePersonne,
    id: string,
    { vers, motif, version }: TransitionCampagneDemandee,
  ): Promise<CampagneLigne> {
    const campagne = await this.loadFor(ctx, id);
    await modifierDepuis(
      version,
      campagne.version,
      () => this.read(ctx, id),
      async () => {
        if (campagne.etat === vers) {
          throw new EtatIncompatible(`Cette collecte est déjà ${LIBELLES_ETATS_CAMPAGNE[vers]}.`);
        }
        await updateVersioned(ctx, Campagne, { id }, version, {
          etat: vers,
          motif,
          changeLe: this.horloge.maintenant(),
          changePar: ctx.identite.utilisateurId,
        });
      },
    );
    return this.read(ctx, id);
  }

  /**
   * Closes several campaigns for one reason, all or none of those that are still open.
   * @throws Introuvable, Interdit when one of them is not the reader’s to close
   */
  async closeMany(ctx: ContextePersonne, { campagnes: ids, motif }: CloturesDemandees): Promise<CloturesFaites> {
    const campagnes = await ctx.manager.findBy(Campagne, { id: In(ids) });
    if (campagnes.length !== ids.length) throw new Introuvable('Une de ces collectes');
    const departements = await ctx.manager.findBy(Departement, { code: In(campagnes.map((c) => c.departementCode)) });
    const nommes = departements.sort((a, b) => a.code.localeCompare(b.code));
    for (const { code, regionCode } of nommes) {
      exiger(ctx, 'campagne.conduire', { regionCode, departementCode: code }, REFUS);
    }
    const closes = new Set(await closeOpen(ctx, ids, motif, this.horloge.maintenant(), ctx.identite.utilisateurId));
    const noms = (garder: (code: string) => boolean): string[] =>
      nommes.filter(({ code }) => garder(code)).map(({ code, nom }) => `${code} ${nom}`);
    return { closes: noms((code) => closes.has(code)), dejaCloses: noms((code) => !closes.has(code)) };
  }

  /**
   * Reminds at once whoever still owes a report; each person once a day at most. The messages are made by a job, which alone
   * may read who writes for each structure.
   * @throws Introuvable, Interdit, EtatIncompatible (closed)
   */
  async remind(ctx: ContextePersonne, id: string): Promise<void> {
    const campagne = await this.loadFor(ctx, id);
    if (campagne.etat === 'CLOSE') {
      throw new EtatIncompatible('Cette collecte est close\u00a0: rouvrez-la avant de relancer.');
    }
    await this.travaux.lancer(ctx, RELANCER, { campagneId: id, jour: this.horloge.aujourdhui() });
  }

  private async read(ctx: ContextePersonne, id: string): Promise<CampagneLigne> {
    const perimetre = perimetreDe(ctx.identite, 'campagne.lire');
    const [campagne] = await listCampagnes(ctx, perimetre, { id }, this.horloge.aujourdhui());
    if (!campagne) throw new Introuvable('Cette collecte');
    return { ...campagne, conduite: true };
  }

  private async loadFor(ctx: ContextePersonne, id: string): Promise<Campagne> {
    const campagne = await ctx.manager.findOneBy(Campagne, { id });
    if (!campagne) throw new Introuvable('Cette collecte');
    const { departementCode } = campagne;
    const { regionCode } = await ctx.manager.findOneByOrFail(Departement, { code: departementCode });
    const ressource: Ressource = { regionCode, departementCode };
    exiger(ctx, 'campagne.conduire', ressource, REFUS);
    return campagne;
  }
}
