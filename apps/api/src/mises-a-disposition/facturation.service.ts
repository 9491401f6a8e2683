import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  AppelMise,
  CoutMise,
  EtatIncompatible,
  insertRows,
  Introuvable,
  MiseADisposition,
  PeriodeMise,
  updateVersioned,
  type ContextePersonne,
} from '@coopilote/db';
import { ecrireEuros } from '@coopilote/domain/commun';
import {
  estConclue,
  ETATS_MISE,
  refusCoutPeriode,
  refusFacture,
  repartirCout,
  type AppelModifie,
  type CoutsReels,
  type MiseADispositionLue,
  type PeriodeSaisie,
} from '@coopilote/domain/financement';
import { Horloge } from '../platform/horloge';
import { modifierDepuis } from '../platform/version';
import { MiseADispositionAcces, refus, requireState, type MiseSituee } from './mise-acces.service';
import { lockMise, writeRealCosts, type MiseEnBase } from './mise.queries';
import { MiseADispositionService } from './mise.service';

const CONCLUES = ETATS_MISE.filter(estConclue);
const anneeDe = (jour: string): number => Number(jour.slice(0, 4));
const coutReel = (couts: readonly { annee: number; reel?: number | null }[], annee: number): number =>
  couts.filter((cout) => cout.annee === annee).reduce((somme, { reel }) => somme + (reel ?? 0), 0);
const dejaReparti = ({ periodes }: MiseEnBase, annee: number): number =>
  periodes.filter(({ debut }) => anneeDe(debut) === annee).reduce((somme, { cout }) => somme + cout, 0);

/** What a signed mise à disposition really cost, and what each structure is asked: the cost, to the cent, and no more. */
@Injectable()
export class FacturationMiseService {
  constructor(
    private readonly mises: MiseADispositionService,
    private readonly acces: MiseADispositionAcces,
    private readonly horloge: Horloge,
  ) {}

  /** @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide */
  async setRealCosts(ctx: ContextePersonne, id: string, { version, couts }: CoutsReels): Promise<MiseADispositionLue> {
    const { mise, ca } = await this.loadSigned(ctx, id);
    await modifierDepuis(
      version,
      mise.version,
      () => this.mises.read(ctx, id),
      async () => {
        await updateVersioned(ctx, MiseADisposition, { id, cooperativeId: ca.id }, version, {});
        const connues = couts.filter((cout) => mise.couts.some((ligne) => ligne.id === cout.id));
        const ajoutees = couts.filter((cout) => !cout.id);
        const ligne = ({ annee, poste, libelle, reel }: (typeof couts)[number]) => ({
          ...{ annee, poste, libelle: libelle ?? null, reel: reel ?? null },
        });
        await writeRealCosts(
          ctx,
          id,
          connues.map((cout) => ({ ...ligne(cout), id: cout.id ?? '' })),
        );
        const lieu = {
          miseId: id,
          cooperativeId: ca.id,
          departementCode: ca.departementCode,
          structureId: mise.structureId,
        };
        await insertRows(
          ctx,
          CoutMise,
          ajoutees.map((cout, rang) => ({ ...lieu, ...ligne(cout), id: randomUUID(), prevu: 0, rang: 100 + rang })),
        );
        await this.verifyCosts(ctx, id);
      },
    );
    return this.mises.read(ctx, id);
  }

  /** Splits the real cost of a period by the keys of the convention. @throws Introuvable, Interdit, EtatIncompatible, SaisieInvalide */
  async addPeriod(ctx: ContextePersonne, id: string, saisie: PeriodeSaisie): Promise<MiseADispositionLue> {
    const { mise, ca } = await this.loadSigned(ctx, id);
    verifyPeriod(mise, saisie);
    const lieu = { miseId: id, cooperativeId: ca.id, departementCode: ca.departementCode };
    const periodeId = randomUUID();
    await insertRows(ctx, PeriodeMise, [{ ...lieu, ...saisie, id: periodeId, structureId: mise.structureId }]);
    const parts = repartirCout(
      saisie.cout,
      mise.parties.map(({ cle }) => cle),
      mise.tauxTva,
    );
    const appels = mise.parties.map(({ structureId }, rang) => ({ structureId, ...parts[rang] }));
    await insertRows(
      ctx,
      AppelMise,
      appels
        .filter(({ structureId }) => structureId !== mise.structureId)
        .map((appel) => ({ ...lieu, ...appel, id: randomUUID(), periodeId })),
    );
    return this.mises.read(ctx, id);
  }

  /** @throws Introuvable, Interdit, EtatIncompatible */
  async deletePeriod(ctx: ContextePersonne, id: string, periodeId: string): Promise<void> {
    const { mise } = await this.loadSigned(ctx, id);
    const periode = mise.periodes.find((p) => p.id === periodeId);
    if (!periode) throw new Introuvable('Cette période');
    if (periode.appels.some(({ factureLe }) => factureLe)) {
      throw new EtatIncompatible('Une facture de cette période est déjà enregistrée\u00a0: elle ne se supprime plus.');
    }
    await ctx.manager.delete(AppelMise, { periodeId });
    await ctx.manager.delete(PeriodeMise, { id: periodeId, miseId: id });
  }

  /** The invoice of a call, then its payment. @throws Introuvable, Interdit, VersionPerimee, EtatIncompatible, SaisieInvalide */
  async updateCall(
    ctx: ContextePersonne,
    id: string,
    appelId: string,
    saisie: AppelModifie,
  ): Promise<MiseADispositionLue> {
    const { mise } = await this.loadSigned(ctx, id);
    const appel = mise.periodes.flatMap(({ appels }) => appels).find((a) => a.id === appelId);
    if (!appel) throw new Introuvable('Cet appel');
    const { version, montant = null, factureLe = null, numero = null, payeLe = null } = saisie;
    await modifierDepuis(
      version,
      appel.version,
      () => this.mises.read(ctx, id),
      async () => {
        this.verifyInvoice(mise, appel.ht, { montant, factureLe, numero, payeLe });
        await updateVersioned(ctx, AppelMise, { id: appelId, miseId: id }, version, {
          ...{ factureLe, payeLe, numero: factureLe ? numero : null },
        });
      },
    );
    return this.mises.read(ctx, id);
  }

  /** Held until the end of the transaction: two periods entered at once are counted one after the other. */
  private async loadSigned(ctx: ContextePersonne, id: string): Promise<MiseSituee> {
    const { mise } = await this.acces.loadFor(ctx, id, 'miseADisposition.rediger');
    requireState(
      mise.etat,
      CONCLUES,
      'Rien ne se facture avant la signature de la convention\u00a0: faites d’abord approuver et signer la mise à disposition.',
    );
    await lockMise(ctx, id);
    return this.acces.load(ctx, id);
  }

  private async verifyCosts(ctx: ContextePersonne, id: string): Promise<void> {
    const { mise } = await this.acces.load(ctx, id);
    for (const annee of new Set(mise.periodes.map(({ debut }) => anneeDe(debut)))) {
      const [reel, reparti] = [coutReel(mise.couts, annee), dejaReparti(mise, annee)];
      if (reparti <= reel) continue;
      throw refus(
        'couts',
        'repartis',
        `Coûts réels\u00a0: ${ecrireEuros(reparti)} sont déjà répartis entre les structures pour ${annee}, plus que ${ecrireEuros(reel)}. Rien ne se facture au-delà du coût\u00a0: supprimez d’abord une période.`,
      );
    }
  }

  private verifyInvoice(
    mise: MiseEnBase,
    du: number,
    {
      montant,
      factureLe,
      numero,
      payeLe,
    }: { [cle in 'factureLe' | 'numero' | 'payeLe']: string | null } & { montant: number | null },
  ): void {
    const aujourdhui = this.horloge.aujourdhui();
    if (!factureLe) {
      if (payeLe || numero || montant !== null)
        throw refus('factureLe', 'requis', 'Date de la facture\u00a0: à remplir pour enregistrer une facture.');
      return;
    }
    if (factureLe > aujourdhui) throw refus('factureLe', 'avenir', 'Date de la facture\u00a0: elle est à venir.');
    if (!numero) throw refus('numero', 'requis', 'Numéro de la facture\u00a0: à remplir.');
    if (montant === null) throw refus('montant', 'requis', 'Montant facturé hors taxes\u00a0: à remplir.');
    const refusee = refusFacture(mise.genre, du, montant);
    if (refusee) throw refus('montant', 'cout', refusee);
    if (payeLe && payeLe > aujourdhui) throw refus('payeLe', 'avenir', 'Date de paiement\u00a0: elle est à venir.');
    if (payeLe && payeLe < factureLe)
      throw refus('payeLe', 'ordre', 'Date de paiement\u00a0: elle vient avant la facture.');
  }
}

/** A period lies in the convention and in one year, beside the others, and costs no more than what the year did. */
function verifyPeriod(mise: MiseEnBase, { debut, fin, cout }: PeriodeSaisie): void {
  const terme = mise.finEffective ?? mise.fin;
  if (fin < debut) throw refus('fin', 'dates', 'Au\u00a0: cette date vient avant le début de la période.');
  if (anneeDe(debut) !== anneeDe(fin)) {
    throw refus('fin', 'annee', 'Au\u00a0: une période tient dans une année civile. Faites-en deux.');
  }
  if (debut < mise.debut || fin > terme) {
    throw refus(
      debut < mise.debut ? 'debut' : 'fin',
      'bornes',
      'Période\u00a0: elle sort des dates de la mise à disposition.',
    );
  }
  if (mise.periodes.some((p) => p.debut <= fin && debut <= p.fin)) {
    throw refus('debut', 'croisement', 'Période\u00a0: elle en croise une autre, déjà répartie.');
  }
  const annee = anneeDe(debut);
  const refusee = refusCoutPeriode(annee, coutReel(mise.couts, annee), dejaReparti(mise, annee), cout);
  if (refusee) throw refus('cout', 'cout', refusee);
}
