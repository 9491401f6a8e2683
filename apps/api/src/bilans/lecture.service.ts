import { Injectable } from '@nestjs/common';
import { Introuvable, type ContextePersonne } from '@coopilote/db';
import { recuPdf } from '@coopilote/documents';
import {
  estEnRetard,
  estOuvertALaSaisie,
  manquesBilan,
  TRANSITIONS_BILAN,
  type BilanLigne,
  type BilanLu,
  type BilansDemandes,
  type ContenuBilan,
  type IndicateurBilan,
  type RecuBilan,
  type VersionBilan,
} from '@coopilote/domain/bilans';
import { decalerTrimestre, ecrireTrimestre, joursEntre, type Page } from '@coopilote/domain/commun';
import { agregerTrimestres } from '@coopilote/domain/consolidation';
import { peut } from '@coopilote/domain/droits';
import { Horloge } from '../platform/horloge';
import { exigerAcces, identiteSur, type Acces } from './acces';
import { listBilans, loadBilan, type BilanCharge } from './bilan.queries';
import { contenuPour, questionsDe } from './contenu';
import { listReturns, listVersions, loadIndicatorContext, loadReceived, type RetourLu } from './lecture.queries';

@Injectable()
export class BilanLectureService {
  constructor(private readonly horloge: Horloge) {}

  async list(ctx: ContextePersonne, demande: BilansDemandes): Promise<Page<BilanLigne>> {
    return listBilans(ctx, demande, this.horloge.aujourdhui());
  }

  /** @throws Introuvable when the report is not there, or still a draft of another structure. */
  async load(ctx: ContextePersonne, id: string): Promise<{ bilan: BilanCharge; acces: Acces }> {
    const bilan = await loadBilan(ctx, id);
    if (!bilan) throw new Introuvable('Ce bilan');
    return { bilan, acces: exigerAcces(ctx.identite, bilan) };
  }

  async read(ctx: ContextePersonne, id: string): Promise<BilanLu> {
    const { bilan, acces } = await this.load(ctx, id);
    const identite = identiteSur(ctx.identite, bilan);
    const aujourdhui = this.horloge.aujourdhui();
    const contenu = contenuPour(acces, bilan);
    const precedent = decalerTrimestre(bilan, -1);
    const dit = await loadReceived(ctx, bilan.ficheActionId, precedent);
    const retours = await listReturns(ctx, id);
    const enRetard = estEnRetard(bilan.etat, bilan.echeance, aujourdhui);
    return {
      ...entete(bilan),
      enRetard,
      joursDeRetard: enRetard ? joursEntre(bilan.echeance, aujourdhui) : 0,
      contenu,
      precedent: dit && { ...precedent, contenu: dit },
      indicateurs: await this.indicators(ctx, bilan, dit),
      retours: retoursDe(retours, bilan.numeroVersion, bilan),
      manques: acces === 'PROPRE' ? manquesBilan(contenu, bilan.indicateurs, bilan.niveau) : [],
      auteurs: acces === 'PROPRE' ? (bilan.auteurs ?? {}) : {},
      modifiable: acces === 'PROPRE' && estOuvertALaSaisie(bilan.etat, !!bilan.collecteCloseLe),
      transitions: transitionsDe(bilan)
        .filter((t) => peut(identite, t.operation, bilan))
        .map(({ vers, acte, retours: avecRetours }) => ({ vers, acte, retours: avecRetours })),
    };
  }

  /** Every sending, last first, with the reasons for which it came back (R15). */
  async versions(ctx: ContextePersonne, id: string, numero: number | null = null): Promise<VersionBilan[]> {
    const { bilan } = await this.load(ctx, id);
    const envois = await listVersions(ctx, id, numero);
    const retours = await listReturns(ctx, id);
    return envois.map(({ empreinte: _e, ...envoi }) => ({
      ...envoi,
      retours: retoursDe(retours, envoi.numero, bilan),
    }));
  }

  async version(ctx: ContextePersonne, id: string, numero: number): Promise<VersionBilan> {
    const [version] = await this.versions(ctx, id, numero);
    if (!version) throw new Introuvable('Cette version');
    return version;
  }

  /** What proves the last sending. */
  async receipt(ctx: ContextePersonne, id: string): Promise<RecuBilan> {
    const { bilan } = await this.load(ctx, id);
    const [envoi] = await listVersions(ctx, id, bilan.numeroVersion);
    if (!envoi) throw new Introuvable('Ce reçu');
    const { action, cooperative, structure, annee, trimestre, niveau, demonstration, indicateurs } = bilan;
    const dits = new Set(envoi.contenu.valeurs.map((v) => v.indicateurId));
    return {
      id,
      ...envoi,
      action,
      cooperative,
      structure,
      annee,
      trimestre,
      niveau,
      demonstration,
      indicateurs: indicateurs
        .filter((i) => dits.has(i.id))
        .map(({ id: cle, libelle, unite }) => ({ id: cle, libelle, unite })),
    };
  }

  /** The receipt as a PDF. @throws Introuvable */
  async receiptDocument(ctx: ContextePersonne, id: string): Promise<{ nom: string; contenu: Buffer }> {
    const recu = await this.receipt(ctx, id);
    const contenu = await recuPdf(recu, { maintenant: this.horloge.maintenant() });
    return { nom: `recu-bilan-${ecrireTrimestre(recu)}-v${recu.numero}.pdf`, contenu };
  }

  private async indicators(
    ctx: ContextePersonne,
    bilan: BilanCharge,
    precedent: ContenuBilan | null,
  ): Promise<IndicateurBilan[]> {
    const suivis = await loadIndicatorContext(ctx, bilan.ficheActionId, bilan);
    return bilan.indicateurs.map((indicateur) => {
      const suivi = suivis.find((s) => s.id === indicateur.id);
      const avant = precedent?.valeurs.find((v) => v.indicateurId === indicateur.id);
      const { bas, haut } = agregerTrimestres(indicateur.modeAgregation, indicateur.unite, suivi?.releves ?? []);
      return {
        ...indicateur,
        previsionTrimestre: suivi?.previsionTrimestre ?? null,
        previsionAnnee: suivi?.previsionAnnee ?? null,
        cumul: { bas, haut },
        precedent: avant
          ? {
              valeur: avant.valeur ?? null,
              numerateur: avant.numerateur ?? null,
              denominateur: avant.denominateur ?? null,
            }
          : null,
      };
    });
  }
}

/** Acts that leave the state of a report; none by its structure once the collection is closed. */
function transitionsDe({ etat, collecteCloseLe }: BilanCharge) {
  const fermee = !!collecteCloseLe && !estOuvertALaSaisie(etat, true);
  return TRANSITIONS_BILAN.filter((t) => t.de === etat && !(fermee && t.operation === 'bilan.remplir'));
}

/** What a report is, without what it says. */
function entete(bilan: BilanCharge) {
  const { id, ficheActionId, action, cooperativeId, cooperative, departementCode, structureId, structure } = bilan;
  const { annee, trimestre, etat, echeance, niveau, beneficiairesCibles, remplies, total, numeroVersion } = bilan;
  const { collecteCloseLe, collecteMotif, transmisLe, transmisPar, valideLe, validePar, enregistreLe, version } = bilan;
  return {
    ...{ id, ficheActionId, action, cooperativeId, cooperative, departementCode, structureId, structure },
    ...{ annee, trimestre, etat, echeance, niveau, beneficiairesCibles, remplies, total, numeroVersion },
    ...{ collecteCloseLe, collecteMotif, transmisLe, transmisPar, valideLe, validePar, enregistreLe, version },
  };
}

/** Reasons given on one version, in the order of the form. */
function retoursDe(retours: RetourLu[], numero: number, bilan: BilanCharge): BilanLu['retours'] {
  const questions = questionsDe(bilan.indicateurs, 'COMPLET');
  return retours
    .filter((r) => r.numero === numero)
    .sort((a, b) => questions.indexOf(a.question) - questions.indexOf(b.question))
    .map(({ question, motif, par, le }) => ({ question, motif, par, le }));
}
