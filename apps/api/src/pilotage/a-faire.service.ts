import { Injectable } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import {
  ajouterJours,
  ecrireEuros,
  joursEntre,
  libelleCourtTrimestre,
  trimestreDe,
  rangTrimestre,
} from '@coopilote/domain/commun';
import type { LigneAFaire } from '@coopilote/domain/cooperatives';
import { perimetreDe, type Operation, type Perimetre } from '@coopilote/domain/droits';
import { EcheanceService } from '../conventions/echeance.service';
import { ActeService } from '../financement/acte.service';
import { Horloge } from '../platform/horloge';
import {
  countLate,
  countToValidate,
  listOwnDue,
  listProposed,
  listSentBack,
  listMinutes,
  listSteps,
  listTasks,
  type BilanDu,
  type BilansGroupes,
} from './a-faire.queries';

const ETAPES_JOURS = 30;
const nombre = (n: number, un: string, plusieurs: string): string => `${n} ${n > 1 ? plusieurs : un}`;
const citer = (nom: string): string => `«\u00a0${nom}\u00a0»`;

/** What a person has to do, for its home page or for the page of one CA. */
@Injectable()
export class AFaireService {
  constructor(
    private readonly echeances: EcheanceService,
    private readonly actes: ActeService,
    private readonly horloge: Horloge,
  ) {}

  /** Everything that is due on one CA, or everywhere when `cooperativeId` is null; what is latest comes first. */
  async list(ctx: ContextePersonne, cooperativeId: string | null): Promise<LigneAFaire[]> {
    const aujourdhui = this.horloge.aujourdhui();
    const dus = (await this.ownDue(ctx, cooperativeId)).filter((b) => this.isDue(b)).map(ligneBilan);
    const lignes = [...dus, ...(await this.fiches(ctx, cooperativeId)), ...(await this.late(ctx, cooperativeId))];
    const aValider = this.perimeter(ctx, 'bilan.valider', cooperativeId);
    if (aValider) {
      lignes.push(...(await countToValidate(ctx, aValider, cooperativeId, aujourdhui)).map(ligneAValider));
    }
    lignes.push(...(await this.meetings(ctx, cooperativeId)), ...(await this.conventions(ctx, cooperativeId)));
    lignes.push(...(await this.decisions(ctx, cooperativeId)));
    const etapes = this.perimeter(ctx, 'etape.modifier', cooperativeId);
    if (etapes) {
      const limite = ajouterJours(aujourdhui, ETAPES_JOURS);
      for (const e of await listSteps(ctx, etapes, cooperativeId, aujourdhui, limite)) {
        lignes.push({
          genre: 'ETAPE',
          titre: e.intitule,
          detail: e.responsable ? `${e.cooperative} · ${e.responsable}` : e.cooperative,
          lien: `/cooperatives/${e.cooperativeId}/calendrier`,
          echeance: e.fin,
          joursDeRetard: e.joursDeRetard,
          nombre: 1,
        });
      }
    }
    return lignes.sort(
      (a, b) => b.joursDeRetard - a.joursDeRetard || (a.echeance ?? '9999').localeCompare(b.echeance ?? '9999'),
    );
  }

  /** Reports that the person's structures still have to write, the present quarter's included. */
  async ownDue(ctx: ContextePersonne, cooperativeId: string | null): Promise<BilanDu[]> {
    const { structures } = perimetreDe(ctx.identite, 'bilan.remplir');
    return structures.length ? listOwnDue(ctx, structures, cooperativeId, this.horloge.aujourdhui()) : [];
  }

  /** True for a report that came back, or whose quarter has ended: that of the present quarter is still to come. */
  isDue(bilan: BilanDu): boolean {
    return bilan.etat === 'A_COMPLETER' || rangTrimestre(bilan) < rangTrimestre(trimestreDe(this.horloge.aujourdhui()));
  }

  /** Tasks entrusted to the person or their structures, and minutes that wait for who runs the CA. */
  private async meetings(ctx: ContextePersonne, cooperativeId: string | null): Promise<LigneAFaire[]> {
    const aujourdhui = this.horloge.aujourdhui();
    const { structures } = perimetreDe(ctx.identite, 'tache.suivre');
    const taches = await listTasks(ctx, structures, cooperativeId, aujourdhui);
    const animees = this.perimeter(ctx, 'reunion.animer', cooperativeId);
    const projets = animees ? await listMinutes(ctx, animees, cooperativeId) : [];
    return [
      ...taches.map((t): LigneAFaire => ({
        genre: 'TACHE',
        titre: t.quoi,
        detail: `${t.reunion} · ${t.cooperative}`,
        lien: `/cooperatives/${t.cooperativeId}/gouvernance`,
        echeance: t.echeance,
        joursDeRetard: t.joursDeRetard,
        nombre: 1,
      })),
      ...projets.map((p): LigneAFaire => ({
        genre: 'COMPTE_RENDU',
        titre: `Valider le compte-rendu ${citer(p.titre)}`,
        detail: p.cooperative,
        lien: `/reunions/${p.reunionId}/compte-rendu`,
        echeance: null,
        joursDeRetard: 0,
        nombre: 1,
      })),
    ];
  }

  /** Texts that wait for the person's signature; for who animates the CA, signatures that are late and terms that end. */
  private async conventions(ctx: ContextePersonne, cooperativeId: string | null): Promise<LigneAFaire[]> {
    const aujourdhui = this.horloge.aujourdhui();
    const commun = { joursDeRetard: 0, nombre: 1 };
    const siens = await this.echeances.toSign(ctx, cooperativeId);
    const animees = this.perimeter(ctx, 'convention.rediger', cooperativeId);
    const echeances = animees ? await this.echeances.list(ctx, cooperativeId) : [];
    return [
      ...siens.map((s): LigneAFaire => ({ ...commun, ...s, genre: 'TEXTE_A_SIGNER', echeance: null })),
      ...echeances
        .filter((e) => e.genre === 'SIGNATURES' || e.genre === 'RENOUVELLEMENT')
        .map(({ titre, detail, lien, date, genre }): LigneAFaire => ({
          ...commun,
          titre,
          detail,
          lien,
          genre: 'CONVENTION',
          echeance: genre === 'RENOUVELLEMENT' ? date : null,
          joursDeRetard: genre === 'RENOUVELLEMENT' ? Math.max(0, joursEntre(date, aujourdhui)) : 0,
        })),
    ];
  }

  /** Décisions d'attribution that the year has outgrown: a convention has to follow (R4). */
  private async decisions(ctx: ContextePersonne, cooperativeId: string | null): Promise<LigneAFaire[]> {
    const perimetre = this.perimeter(ctx, 'engagement.modifier', cooperativeId);
    const depassees = perimetre ? await this.actes.outgrown(ctx, perimetre, cooperativeId) : [];
    return depassees.map((d) => ({
      genre: 'DECISION_A_REPRENDRE',
      titre: `Établir la convention de financement de ${d.structure}, ${d.annee}`,
      detail: `${ecrireEuros(d.subventionsArs)} de l’ARS dans l’année, décision${d.reference ? ` nº\u00a0${d.reference}` : ''} signée sous le seuil · ${d.cooperative}`,
      lien: `/cooperatives/${d.cooperativeId}/financement?annee=${d.annee}`,
      echeance: null,
      joursDeRetard: 0,
      nombre: 1,
    }));
  }

  private async fiches(ctx: ContextePersonne, cooperativeId: string | null): Promise<LigneAFaire[]> {
    const { structures } = perimetreDe(ctx.identite, 'bilan.remplir');
    const revenues = structures.length ? await listSentBack(ctx, structures, cooperativeId) : [];
    const perimetre = this.perimeter(ctx, 'fiche.valider', cooperativeId);
    const proposees = perimetre ? await listProposed(ctx, perimetre, cooperativeId) : [];
    const commun = { echeance: null, joursDeRetard: 0, nombre: 1 };
    return [
      ...revenues.map((f): LigneAFaire => ({
        ...commun,
        genre: 'FICHE_A_REVOIR',
        titre: `Revoir la fiche-action ${citer(f.intitule)}`,
        detail: f.motif ?? f.cooperative,
        lien: `/fiches-actions/${f.id}`,
      })),
      ...proposees.map((f): LigneAFaire => ({
        ...commun,
        genre: 'FICHE_A_VALIDER',
        titre: `Valider la fiche-action ${citer(f.intitule)}`,
        detail: `${f.structure} · ${f.cooperative}`,
        lien: `/fiches-actions/${f.id}`,
      })),
    ];
  }

  /** Late reports: by CA for those who animate it, by département for the siège. */
  private async late(ctx: ContextePersonne, cooperativeId: string | null): Promise<LigneAFaire[]> {
    const aujourdhui = this.horloge.aujourdhui();
    const animees = this.perimeter(ctx, 'cooperative.modifier', cooperativeId);
    const parCa = animees ? await countLate(ctx, animees, 'cooperative', cooperativeId, aujourdhui) : [];
    const { regions } = perimetreDe(ctx.identite, 'consolidation.lire');
    const region = { regions, departements: [], cooperatives: [], structures: [] };
    const parDepartement =
      regions.length && !cooperativeId ? await countLate(ctx, region, 'departement', null, aujourdhui) : [];
    return [
      ...parCa.map((g) => ligneRetard(g, `/cooperatives/${g.cle}/bilans?enRetard=true`)),
      ...parDepartement.map((g) => ligneRetard(g, `/consolidation?departement=${g.cle}`)),
    ];
  }

  /** Where the person acts: on every home page the siège's region is left out, which its DDs run. Null when nowhere. */
  private perimeter(ctx: ContextePersonne, operation: Operation, cooperativeId: string | null): Perimetre | null {
    const tout = perimetreDe(ctx.identite, operation);
    const p = cooperativeId ? tout : { ...tout, regions: [] };
    return p.regions.length || p.departements.length || p.cooperatives.length ? p : null;
  }
}

function ligneBilan(b: BilanDu): LigneAFaire {
  const renvoye = b.etat === 'A_COMPLETER';
  return {
    genre: renvoye ? 'BILAN_A_COMPLETER' : 'BILAN_A_REMPLIR',
    titre: `${renvoye ? 'Compléter' : 'Remplir'} le bilan ${citer(b.action)}, ${libelleCourtTrimestre(b)}`,
    detail: renvoye
      ? nombre(b.retours, 'question renvoyée', 'questions renvoyées')
      : `${nombre(b.remplies, 'réponse', 'réponses')} sur ${b.total}`,
    lien: `/bilans/${b.id}`,
    echeance: b.echeance,
    joursDeRetard: b.joursDeRetard,
    nombre: 1,
  };
}

function ligneAValider(g: BilansGroupes): LigneAFaire {
  return {
    genre: 'BILAN_A_VALIDER',
    titre: `${nombre(g.nombre, 'bilan', 'bilans')} à valider`,
    detail: g.nom,
    lien: `/cooperatives/${g.cle}/bilans?etat=TRANSMIS`,
    echeance: null,
    joursDeRetard: 0,
    nombre: g.nombre,
  };
}

function ligneRetard(g: BilansGroupes, lien: string): LigneAFaire {
  return {
    genre: 'BILAN_EN_RETARD',
    titre: `${nombre(g.nombre, 'bilan', 'bilans')} en retard`,
    detail: g.nom,
    lien,
    echeance: g.echeance,
    joursDeRetard: g.joursDeRetard,
    nombre: g.nombre,
  };
}
