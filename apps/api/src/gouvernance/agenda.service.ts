import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Agenda, insertRows, Reunion, SansIdentite, type ContextePersonne } from '@coopilote/db';
import { flux, type JourCalendrier } from '@coopilote/documents';
import { perimetreDe } from '@coopilote/domain/droits';
import type { AgendaLu } from '@coopilote/domain/gouvernance';
import { EcheanceService } from '../conventions/echeance.service';
import { Base } from '../platform/base';
import { CONFIG, type Config } from '../platform/config';
import { Horloge } from '../platform/horloge';
import { empreinte, nouveauJeton } from '../platform/jetons';
import { listOwnReunions } from './agenda.queries';
import { ConvocationService } from './convocation.service';
import { lienPerime } from './sondage.service';

/** A person's meetings, in their own calendar program, by a secret address that they may take back. */
@Injectable()
export class AgendaService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly base: Base,
    private readonly convocations: ConvocationService,
    private readonly echeances: EcheanceService,
    private readonly horloge: Horloge,
  ) {}

  async read(ctx: ContextePersonne): Promise<AgendaLu> {
    const agenda = await ctx.manager.findOneBy(Agenda, { utilisateurId: ctx.identite.utilisateurId });
    return {
      actif: agenda !== null,
      creeLe: agenda?.creeLe.toISOString() ?? null,
      luLe: agenda?.luLe?.toISOString() ?? null,
    };
  }

  /** A new address, shown once; the former one opens nothing any more. */
  async create(ctx: ContextePersonne): Promise<{ adresse: string }> {
    const secret = nouveauJeton();
    await this.revoke(ctx);
    const { utilisateurId } = ctx.identite;
    await insertRows(ctx, Agenda, [{ utilisateurId, empreinte: empreinte(secret) }]);
    return { adresse: `${this.config.urlPublique}/api/agenda/${secret}/coopilote.ics` };
  }

  async revoke(ctx: ContextePersonne): Promise<void> {
    await ctx.manager.delete(Agenda, { utilisateurId: ctx.identite.utilisateurId });
  }

  /** The calendar behind a secret address, read under its owner's identity. @throws ErreurMetier LIEN_PERIME */
  async calendar(secret: string): Promise<string> {
    try {
      return await this.base.run({ genre: 'agenda', empreinte: empreinte(secret) }, (ctx) =>
        this.write(ctx as ContextePersonne),
      );
    } catch (erreur) {
      if (erreur instanceof SansIdentite) throw lienPerime();
      throw erreur;
    }
  }

  /** Deadlines of the conventions that the person animates, as whole days. */
  private async deadlines(ctx: ContextePersonne): Promise<JourCalendrier[]> {
    const racine = new URL(this.config.urlPublique);
    return (await this.echeances.list(ctx))
      .filter((e) => e.genre !== 'SIGNATURES')
      .map(({ cle, titre, detail, date, lien }) => ({
        uid: `${cle.replaceAll(':', '-')}@${racine.hostname}`,
        titre,
        description: detail,
        jour: date,
        url: new URL(lien, racine).href,
      }));
  }

  private async write(ctx: ContextePersonne): Promise<string> {
    const { departements, cooperatives } = perimetreDe(ctx.identite, 'reunion.animer');
    const notees = new Map((await listOwnReunions(ctx, cooperatives, departements)).map((r) => [r.id, r.points]));
    const reunions = await ctx.manager.find(Reunion, {
      where: { id: In([...notees.keys()]) },
      order: { debut: 'ASC' },
    });
    const evenements = reunions.flatMap(({ debut, fin, ...reunion }) =>
      debut && fin ? [this.convocations.calendar(ctx, { ...reunion, debut, fin }, notees.get(reunion.id) ?? [])] : [],
    );
    return flux('Coopilote', evenements, this.horloge.maintenant(), await this.deadlines(ctx));
  }
}
