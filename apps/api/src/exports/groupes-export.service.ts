import { Injectable } from '@nestjs/common';
import { SaisieInvalide, type ContextePersonne } from '@coopilote/db';
import {
  GROUPES_REFUSES,
  libelleCle,
  LIBELLES_AXES_GROUPES,
  lignesDeGroupes,
  type AxeGroupe,
  type ExportDemande,
  type LigneGroupe,
} from '@coopilote/domain/consolidation';
import { ConsolidationService } from '../consolidation/consolidation.service';
import { listOrigines, type LigneLue } from './exports.queries';

const PAGE = 1000;
/** The layouts that another answer of the consolidation already holds whole. */
@Injectable()
export class GroupesExport {
  constructor(private readonly consolidation: ConsolidationService) {}

  /** Groups and subtotals in one reading, so that they are of the same instant, however many they are. @throws SaisieInvalide */
  async groups(ctx: ContextePersonne, demande: ExportDemande): Promise<AsyncIterable<LigneLue[]>> {
    if (demande.q) throw sansMots();
    const lus = await this.consolidation.groups(ctx, { ...demande, page: 1, limite: GROUPES_REFUSES });
    const axes = lus.par as AxeGroupe[];
    // The number of a département has a column of its own.
    const nommer = (axe: AxeGroupe, cle: string): string =>
      axe === 'departement' ? (lus.libelles[axe]?.[cle] ?? cle) : libelleCle(axe, cle, lus.libelles[axe]);
    const filtre = Boolean(demande.indicateur ?? demande.indicateurCommun);
    return parPages(lignesDeGroupes(lus), (ligne) => ligneGroupe(ligne, axes, nommer, filtre));
  }

  async indicators(ctx: ContextePersonne, demande: ExportDemande): Promise<AsyncIterable<LigneLue[]>> {
    const lus = await this.consolidation.indicators(ctx, demande);
    const origines = await listOrigines(
      ctx,
      lus.map((i) => i.indicateurCommunId),
    );
    const parId = new Map(origines.map(({ id, ...origine }) => [id, origine]));
    const [code] = demande.indicateur?.split(':') ?? [];
    const lignes = lus
      .map(({ modeAgregation: mode, ...i }) => ({ ...i, mode, ...parId.get(i.indicateurCommunId) }))
      .filter((i) => code === undefined || i.code === code);
    return parPages(lignes, (ligne) => ligne);
  }
}

async function* parPages<T>(lignes: readonly T[], enLigne: (ligne: T) => LigneLue): AsyncGenerator<LigneLue[]> {
  for (let i = 0; i < lignes.length; i += PAGE) yield lignes.slice(i, i + PAGE).map(enLigne);
}

function ligneGroupe(
  { cles, ...mesures }: LigneGroupe,
  axes: readonly AxeGroupe[],
  nommer: (axe: AxeGroupe, cle: string) => string,
  filtre: boolean,
): LigneLue {
  const rangs = [0, 1, 2].flatMap((i): [string, string | null][] => {
    const [axe, cle] = [axes[i], cles[i]];
    return [
      [`axe${i + 1}`, axe ? LIBELLES_AXES_GROUPES[axe] : null],
      [`cle${i + 1}`, cle ?? null],
      [`libelle${i + 1}`, axe && cle !== undefined ? nommer(axe, cle) : null],
    ];
  });
  const sousIndicateur = cles.find((_, i) => axes[i] === 'indicateur');
  const [, unite, mode] = sousIndicateur?.split(':') ?? [null, filtre ? null : 'PERSONNES', filtre ? null : 'SOMME'];
  return {
    ...Object.fromEntries(rangs),
    ...mesures,
    niveau: cles.length,
    manquants: mesures.attendus - mesures.recus,
    valides: sousIndicateur || filtre ? null : mesures.valides,
    cibles: sousIndicateur || filtre ? null : mesures.cibles,
    unite: unite ?? null,
    mode: mode ?? null,
  };
}

/** Words are looked for among actions: what groups them knows none. */
export function sansMots(): SaisieInvalide {
  const message =
    'Recherche\u00a0: un regroupement ne se filtre pas par des mots. Retirez-la, ou choisissez le gabarit des actions.';
  return new SaisieInvalide([{ champ: 'q', code: 'gabarit', message }], message);
}
