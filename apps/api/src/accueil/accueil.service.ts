import { Injectable } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import { jourAParis, libelleCourtTrimestre, trimestreDe } from '@coopilote/domain/commun';
import { lignesDeGroupes } from '@coopilote/domain/consolidation';
import { operationsOuvertes, perimetreDe } from '@coopilote/domain/droits';
import { heureDite } from '@coopilote/domain/gouvernance';
import type { AccueilLu, RechercheDemandee, ResultatRecherche } from '@coopilote/domain/pilotage';
import { EcheanceService } from '../conventions/echeance.service';
import { ConsolidationService } from '../consolidation/consolidation.service';
import { HistoriqueService } from '../historique/historique.service';
import { AFaireService } from '../pilotage/a-faire.service';
import { Horloge } from '../platform/horloge';
import { countAwaited, countCooperatives, listMeetings, search } from './accueil.queries';

const CHANGEMENTS = 10;
const pluriel = (n: number, un: string, plusieurs: string): string => `${n} ${n > 1 ? plusieurs : un}`;

/** The first page of each person, from every role that they hold: what is expected of me, and what has changed? */
@Injectable()
export class AccueilService {
  constructor(
    private readonly horloge: Horloge,
    private readonly aFaire: AFaireService,
    private readonly echeances: EcheanceService,
    private readonly consolidation: ConsolidationService,
    private readonly historique: HistoriqueService,
  ) {}

  async read(ctx: ContextePersonne): Promise<AccueilLu> {
    const siens = await this.aFaire.ownDue(ctx, null);
    const aFaire = await this.aFaire.list(ctx, null);
    const aVenir = siens
      .filter((b) => !this.aFaire.isDue(b))
      .map((b) => ({
        titre: `Bilan «\u00a0${b.action}\u00a0», ${libelleCourtTrimestre(b)}`,
        detail: `${pluriel(b.remplies, 'réponse', 'réponses')} sur ${b.total}`,
        date: b.echeance,
        lien: `/bilans/${b.id}`,
      }));
    return {
      // A partner's reports stand as cards.
      aFaire: aFaire.filter((l) => l.genre !== 'BILAN_A_REMPLIR' && l.genre !== 'BILAN_A_COMPLETER'),
      aVenir: [
        ...aVenir,
        ...(await this.meetings(ctx)),
        ...(await this.conventions(ctx)),
        ...(await this.awaited(ctx)),
      ].sort((a, b) => a.date.localeCompare(b.date)),
      changements: operationsOuvertes(ctx.identite).includes('historique.lire')
        ? await this.historique.last(ctx, null, CHANGEMENTS)
        : [],
      bilans: siens.filter((b) => this.aFaire.isDue(b)),
      chiffres: await this.figures(ctx),
    };
  }

  search(ctx: ContextePersonne, { q }: RechercheDemandee): Promise<ResultatRecherche[]> {
    return search(ctx, q);
  }

  /** Meetings to which the person is called, and those that they run. */
  private async meetings(ctx: ContextePersonne): Promise<AccueilLu['aVenir']> {
    const perimetre = { ...perimetreDe(ctx.identite, 'reunion.animer'), regions: [] };
    const reunions = await listMeetings(ctx, perimetre, this.horloge.maintenant());
    return reunions.map((r) => ({
      titre: r.titre,
      detail: [heureDite(r.debut, r.fuseau), r.lieu ?? (r.visio && 'à distance'), r.cooperative]
        .filter(Boolean)
        .join(' · '),
      date: jourAParis(r.debut),
      lien: `/reunions/${r.id}`,
    }));
  }

  /** R8, R10: what the calendar of the conventions holds. */
  private async conventions(ctx: ContextePersonne): Promise<AccueilLu['aVenir']> {
    return (await this.echeances.list(ctx))
      .filter((e) => e.genre === 'BILAN_ANNUEL' || e.genre === 'RESILIATION')
      .map(({ titre, detail, date, lien }) => ({ titre, detail, date, lien }));
  }

  /** Reports of the present quarter that those who animate CAs will receive. */
  private async awaited(ctx: ContextePersonne): Promise<AccueilLu['aVenir']> {
    const perimetre = { ...perimetreDe(ctx.identite, 'cooperative.modifier'), regions: [] };
    if (!perimetre.departements.length && !perimetre.cooperatives.length) return [];
    const t = trimestreDe(this.horloge.aujourdhui());
    const { nombre, cooperatives, echeance } = await countAwaited(ctx, perimetre, t);
    if (nombre === 0 || !echeance) return [];
    const ecrit = `${t.annee}-T${t.trimestre}`;
    return [
      {
        titre: `${pluriel(nombre, 'bilan attendu', 'bilans attendus')} pour le ${libelleCourtTrimestre(t)}`,
        detail: pluriel(cooperatives, 'coopérative', 'coopératives'),
        date: echeance,
        lien: `/bilans?trimestre=${ecrit}`,
      },
    ];
  }

  private async figures(ctx: ContextePersonne): Promise<AccueilLu['chiffres']> {
    const perimetre = perimetreDe(ctx.identite, 'consolidation.lire');
    if (!perimetre.regions.length && !perimetre.departements.length) return null;
    const groupes = await this.consolidation.groups(ctx, {});
    const [total] = lignesDeGroupes(groupes);
    return {
      trimestre: groupes.du,
      cooperatives: await countCooperatives(ctx, perimetre),
      actions: total?.actions ?? 0,
      bilansAttendus: total?.attendus ?? 0,
      bilansRecus: total?.recus ?? 0,
      beneficiaires: { bas: total?.bas ?? 0, haut: total?.haut ?? 0 },
    };
  }
}
