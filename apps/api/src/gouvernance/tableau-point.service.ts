import { Injectable } from '@nestjs/common';
import { Introuvable, Point, type Reunion, type ContextePersonne, type Cooperative } from '@coopilote/db';
import { LIBELLES_DEVENIRS, type DevenirAction } from '@coopilote/domain/bilans';
import { peut } from '@coopilote/domain/droits';
import { LIBELLES_SUITES, type ColonnePoint, type GenrePoint, type TableauPoint } from '@coopilote/domain/gouvernance';
import { EcheanceService } from '../conventions/echeance.service';
import { Horloge } from '../platform/horloge';
import { ressourceDe } from '../cooperatives/cooperative-acces.service';
import { GouvernanceAcces } from './gouvernance-acces.service';
import {
  findBilanAnnuel,
  listBilansAttendus,
  listEtapesEnRetard,
  listMouvements,
  listSuites,
  listTachesEnRetard,
} from './proposition.queries';
import { PropositionService } from './proposition.service';

type Lignes = TableauPoint['lignes'];
interface Contenu {
  colonnes: ColonnePoint[];
  lignes: Lignes;
  /** Page of the CA, after its address. */
  page: string | null;
}
const VIDE: Contenu = { colonnes: [], lignes: [], page: null };
const colonne = (cle: string, entete: string, genre: ColonnePoint['genre'] = 'texte'): ColonnePoint => ({
  cle,
  entete,
  genre,
});

/** The table that goes with a point, as the programme stands now: what the room looks at while it talks. */
@Injectable()
export class TableauPointService {
  constructor(
    private readonly acces: GouvernanceAcces,
    private readonly propositions: PropositionService,
    private readonly echeances: EcheanceService,
    private readonly horloge: Horloge,
  ) {}

  /** @throws Introuvable */
  async read(ctx: ContextePersonne, reunionId: string, pointId: string): Promise<TableauPoint> {
    const { ca, reunion } = await this.acces.load(ctx, reunionId, 'reunion.lire');
    const point = await ctx.manager.findOneBy(Point, { id: pointId, reunionId });
    if (!point) throw new Introuvable('Ce point');
    const { colonnes, lignes, page } = await this.content(ctx, point.genre, ca, reunion);
    return {
      titre: point.titre,
      colonnes,
      lignes,
      lien: page === null ? null : `/cooperatives/${ca.id}${page}`,
    };
  }

  private async content(
    ctx: ContextePersonne,
    genre: GenrePoint,
    ca: Cooperative,
    { id: reunionId, instanceId }: Pick<Reunion, 'id' | 'instanceId'>,
  ): Promise<Contenu> {
    const aujourdhui = this.horloge.aujourdhui();
    switch (genre) {
      case 'SUITES':
        return {
          colonnes: [colonne('numero', 'Nº'), colonne('texte', 'Décision'), colonne('suite', 'Suite')],
          lignes: (await listSuites(ctx, ca.id)).map((d) => ({ ...d, suite: LIBELLES_SUITES[d.suite] })),
          page: '/gouvernance/decisions',
        };
      case 'BILANS':
        return {
          colonnes: [
            colonne('action', 'Action'),
            colonne('structure', 'Structure'),
            colonne('etat', 'Où en est le bilan'),
            colonne('jours', 'Jours de retard', 'nombre'),
          ],
          lignes: (await listBilansAttendus(ctx, ca.id, aujourdhui)).map(({ renvoye, ...b }) => ({
            ...b,
            etat: renvoye ? 'à compléter' : 'en retard',
          })),
          page: '/bilans',
        };
      case 'HORS_CIBLE':
        return {
          colonnes: [
            colonne('action', 'Action'),
            colonne('indicateur', 'Indicateur'),
            colonne('realise', 'Réalisé', 'nombre'),
            colonne('prevu', 'Prévu', 'nombre'),
            colonne('part', 'Part du prévu', 'jauge'),
          ],
          lignes: (await this.propositions.offTarget(ctx, ca.id)).map((i) => ({
            action: i.action,
            indicateur: i.libelle,
            realise: i.haut,
            prevu: i.prevision,
            part: i.taux,
          })),
          page: '/indicateurs',
        };
      case 'TACHES':
        return {
          colonnes: [colonne('quoi', 'Tâche'), colonne('qui', 'Responsable'), colonne('echeance', 'Échéance', 'date')],
          lignes: (await listTachesEnRetard(ctx, ca.id, aujourdhui)).map((t) => ({ ...t })),
          page: '/gouvernance',
        };
      case 'CALENDRIER':
        return {
          colonnes: [colonne('intitule', 'Étape'), colonne('fin', 'Fin prévue', 'date')],
          lignes: (await listEtapesEnRetard(ctx, ca.id, aujourdhui)).map((e) => ({ ...e })),
          page: '/calendrier',
        };
      case 'MEMBRES':
        return {
          colonnes: [colonne('nom', 'Structure'), colonne('mouvement', 'Mouvement'), colonne('le', 'Date', 'date')],
          lignes: (await listMouvements(ctx, ca.id, instanceId, aujourdhui)).map(({ nom, le, arrivee }) => ({
            nom,
            le,
            mouvement: arrivee ? 'rejoint la coopérative' : 'quitte la coopérative',
          })),
          page: '/membres',
        };
      case 'CONVENTIONS':
        return {
          colonnes: [colonne('titre', 'Ce qui est attendu'), colonne('date', 'Échéance', 'date')],
          lignes: (await this.echeances.list(ctx, ca.id)).map(({ titre, date }) => ({ titre, date })),
          page: '/convention',
        };
      case 'BILAN_ANNUEL':
        return this.annual(ctx, ca, reunionId);
      default:
        return VIDE;
    }
  }

  /** What was proposed and decided for each action; a draft, to those who may read it. */
  private async annual(ctx: ContextePersonne, ca: Cooperative, reunionId: string): Promise<Contenu> {
    const bilan = await findBilanAnnuel(ctx, reunionId);
    if (!bilan) return VIDE;
    if (bilan.etat === 'BROUILLON' && !peut(ctx.identite, 'bilanAnnuel.lireBrouillon', ressourceDe(ca))) return VIDE;
    const mot = (devenir: DevenirAction | null): string => (devenir ? LIBELLES_DEVENIRS[devenir] : 'à dire');
    return {
      colonnes: [
        colonne('action', 'Action'),
        colonne('structure', 'Structure'),
        colonne('proposition', 'Proposée'),
        colonne('decision', 'Décidée'),
      ],
      lignes: bilan.actions.map(({ proposition, decision, ...a }) => ({
        ...a,
        proposition: mot(proposition),
        decision: mot(decision),
      })),
      page: `/bilans-annuels/${bilan.id}`,
    };
  }
}
