import { PassThrough } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { ErreurMetier, SaisieInvalide, type ContextePersonne } from '@coopilote/db';
import { ecrireExport } from '@coopilote/documents';
import {
  GABARITS,
  ligneExport,
  LIGNES_TABLEUR,
  type ExportDemande,
  type FormatExport,
  type NomGabarit,
  type ValeurExport,
} from '@coopilote/domain/consolidation';
import { ConsolidationService } from '../consolidation/consolidation.service';
import { Base } from '../platform/base';
import { entrer, personne } from '../platform/contexte.interceptor';
import { Horloge } from '../platform/horloge';
import type { RequeteCoopilote } from '../platform/regle';
import { ahead, countReports, fetchActions, lockExport, readNoms, takeTime, type LigneLue } from './exports.queries';
import { verser } from './flux';
import { GroupesExport } from './groupes-export.service';
import { lignesT3, NomsT3 } from './lignes-t3';
import { notesExport } from './notes';
import { fetchBilans, listChiffres, listNoms } from './t3.queries';

/** Exports at once in a process: each holds a connection as long as its file is sent. */
const EN_MEME_TEMPS = 3;

export interface ExportOuvert {
  nom: string;
  flux: PassThrough;
}

/** Files of the consolidation, read, written and sent together: no row waits for the others. */
@Injectable()
export class ExportsService {
  private readonly logger = new Logger('Exports');
  private enCours = 0;

  constructor(
    private readonly base: Base,
    private readonly horloge: Horloge,
    private readonly consolidation: ConsolidationService,
    private readonly groupes: GroupesExport,
  ) {}

  /**
   * Opens a file: what would refuse it has been asked before its first byte leaves.
   * @throws NonConnecte, Interdit, SaisieInvalide, ErreurMetier (409: another one under way; 429: too many)
   */
  async open(requete: RequeteCoopilote, demande: ExportDemande): Promise<ExportOuvert> {
    // Its own transaction: it may write that the session was seen, and must not hold that row while a file is sent.
    const utilisateurId = await entrer(this.base, requete, 'consolidation.lire', (ctx) =>
      Promise.resolve(personne(ctx).identite.utilisateurId),
    );
    if (this.enCours >= EN_MEME_TEMPS) {
      throw new ErreurMetier(
        'EXPORTS_OCCUPES',
        429,
        'Plusieurs exports sont en cours\u00a0: réessayez dans une minute.',
      );
    }
    const ouvert = Promise.withResolvers<ExportOuvert>();
    const flux = new PassThrough({ highWaterMark: 256 * 1024 });
    // Told to who reads it; a stream that nobody reads yet has nobody to tell.
    flux.on('error', () => undefined);
    this.enCours++;
    this.base
      .runInstantane(
        { genre: 'personne', utilisateurId },
        (ctx) => this.pour(personne(ctx), demande, flux, ouvert.resolve),
        requete.id,
      )
      // The last byte leaves once the transaction is over: whoever has the file may ask for the next one.
      .then(() => flux.end())
      .catch((erreur: unknown) => {
        ouvert.reject(erreur);
        // Past its first bytes, a file that stops must not pass for a whole one.
        flux.destroy(erreur instanceof Error ? erreur : new Error(String(erreur)));
      })
      .finally(() => this.enCours--);
    return ouvert.promise;
  }

  private async pour(
    ctx: ContextePersonne,
    demande: ExportDemande,
    flux: PassThrough,
    ouvrir: (ouvert: ExportOuvert) => void,
  ): Promise<void> {
    if (!(await lockExport(ctx))) {
      throw new ErreurMetier(
        'EXPORT_EN_COURS',
        409,
        'Un export que vous avez demandé est encore en cours\u00a0: attendez qu’il soit téléchargé, ou annulez-le dans votre navigateur, puis recommencez.',
      );
    }
    await takeTime(ctx);
    const { format = 'xlsx', gabarit: nom = 'actions' } = demande;
    const gabarit = GABARITS[nom];
    const periode = this.consolidation.period(demande);
    const bilans = await countReports(ctx, this.consolidation.select(ctx, demande));
    refuserTropLong(nom, format, bilans.attendus);
    const noms = await readNoms(ctx, demande);
    const debut = performance.now();
    let lignes = 0;
    const source = await this.lire(ctx, demande, nom);
    async function* pages() {
      for await (const page of source) {
        lignes += page.length;
        yield page;
      }
    }
    const maintenant = this.horloge.maintenant();
    const notes = () => notesExport({ demande, gabarit, periode, noms, bilans, lignes, maintenant });
    const du = `${periode.du.annee}-T${periode.du.trimestre}`;
    const au = `${periode.au.annee}-T${periode.au.trimestre}`;
    ouvrir({
      nom: `coopilote-${nom}-v${gabarit.version}_${du === au ? du : `${du}_${au}`}_${this.horloge.aujourdhui()}.${format}`,
      flux,
    });
    await verser(ecrireExport(format, { gabarit, pages: pages(), notes }), flux);
    const dit = flux.destroyed ? 'abandonné' : 'envoyé';
    this.logger.log(
      `${ctx.requete} ${nom}.${format} ${dit} : ${lignes} lignes, ${Math.round(performance.now() - debut)} ms`,
    );
  }

  /** The rows of a layout, by pages. What can be refused is, before the first one. */
  private async lire(ctx: ContextePersonne, demande: ExportDemande, nom: NomGabarit): Promise<AsyncIterable<Page>> {
    const select = () => this.consolidation.select(ctx, demande);
    switch (nom) {
      case 'actions':
        return ahead(enLignes(nom, fetchActions(ctx, select())));
      case 't3':
        return ahead(lireT3(ctx, fetchBilans(ctx, select())));
      case 'groupes':
        return enLignes(nom, await this.groupes.groups(ctx, demande));
      case 'indicateurs':
        return enLignes(nom, await this.groupes.indicators(ctx, demande));
    }
  }
}

type Page = ValeurExport[][];

async function* enLignes(nom: NomGabarit, pages: AsyncIterable<LigneLue[]>): AsyncGenerator<Page> {
  for await (const page of pages) yield page.map((ligne) => ligneExport(GABARITS[nom], ligne));
}

async function* lireT3(ctx: ContextePersonne, pages: ReturnType<typeof fetchBilans>): AsyncGenerator<Page> {
  const noms = new NomsT3();
  for await (const bilans of pages) {
    noms.apprendre(await listNoms(ctx, noms.manquants(bilans)));
    yield lignesT3(bilans, noms, await listChiffres(ctx, bilans));
  }
}

/** @throws SaisieInvalide */
function refuserTropLong(nom: NomGabarit, format: FormatExport, attendus: number): void {
  if (nom !== 't3' || attendus <= LIGNES_TABLEUR || format === 'csv' || format === 'json') return;
  const message = `Format\u00a0: ${attendus.toLocaleString('fr-FR')} lignes, plus qu’un tableur n’en ouvre sans peine. Demandez un CSV, ou une période plus courte.`;
  throw new SaisieInvalide([{ champ: 'format', code: 'trop_long', message }], message);
}
