import { Injectable } from '@nestjs/common';
import type { ContextePersonne } from '@coopilote/db';
import type { Page } from '@coopilote/domain/commun';
import { peut } from '@coopilote/domain/droits';
import { resumer, type ChangementLu, type HistoriqueDemande } from '@coopilote/domain/historique';
import { listChanges, listLast, loadNames, type LigneHistorique, type NomObjet } from './historique.queries';

/** A change in one phrase, for a home page. */
export interface ChangementDit {
  quand: string;
  qui: string;
  quoi: string;
  lien: string | null;
}

/** Tables whose rows hold the addresses of persons. */
const ADRESSES = ['membre_instance', 'participant'];
/** A column that refers to something else. */
const REFERENCE = /_(id|par|code)$/;

@Injectable()
export class HistoriqueService {
  async list(ctx: ContextePersonne, demande: HistoriqueDemande): Promise<Page<ChangementLu>> {
    const page = await listChanges(ctx, demande);
    const voilees = page.lignes.map((ligne) => voiler(ctx, ligne));
    const noms = await loadNames(ctx, voilees.flatMap(citees));
    const lignes = voilees.map((ligne): ChangementLu => {
      const { id, quand, qui, objet, objetId, operation, avant, apres, cooperativeId, motif } = ligne;
      const nom = noms.get(objetId)?.nom ?? nomInscrit(apres ?? avant);
      return {
        ...{ id, quand, qui, objet, objetId, operation, avant, apres, cooperativeId, motif },
        resume: resumer({ objet, operation, apres }, nom),
        noms: nomsCites(ligne, noms),
      };
    });
    return { ...page, lignes };
  }

  /** The last changes of a CA, or of all that the person follows. */
  async last(ctx: ContextePersonne, cooperativeId: string | null, nombre: number): Promise<ChangementDit[]> {
    const lignes = (await listLast(ctx, cooperativeId, nombre)).map((ligne) => voiler(ctx, ligne));
    const noms = await loadNames(
      ctx,
      lignes.map(({ objetId }) => objetId),
    );
    return lignes.map(({ quand, qui, objet, objetId, operation, avant, apres }) => {
      const connu = noms.get(objetId);
      return {
        quand,
        qui,
        quoi: resumer({ objet, operation, apres }, connu?.nom ?? nomInscrit(apres ?? avant)),
        lien: connu?.lien ?? null,
      };
    });
  }
}

/**
 * Why a question was sent back is said to the structure and to the delegation; the others know that it was. Addresses of
 * those who sit in an instance are for who runs it.
 */
function voiler(ctx: ContextePersonne, ligne: LigneHistorique): LigneHistorique {
  if (ADRESSES.includes(ligne.objet) && !peut(ctx.identite, 'reunion.animer', ligne)) {
    return { ...ligne, avant: sansAdresse(ligne.avant), apres: sansAdresse(ligne.apres) };
  }
  if (ligne.objet !== 'bilan_retour') return ligne;
  if (peut(ctx.identite, 'bilan.remplir', ligne) || peut(ctx.identite, 'bilan.valider', ligne)) return ligne;
  return { ...ligne, avant: null, apres: null };
}

function sansAdresse(colonnes: Record<string, unknown> | null): Record<string, unknown> | null {
  return colonnes && Object.fromEntries(Object.entries(colonnes).filter(([cle]) => !cle.endsWith('courriel')));
}

/** What a change cites: the thing itself, and what its columns refer to by an id or a code. */
function citees({ objetId, avant, apres }: LigneHistorique): string[] {
  const valeurs = [...Object.entries(avant ?? {}), ...Object.entries(apres ?? {})];
  return [
    objetId,
    ...valeurs.flatMap(([colonne, valeur]) => (REFERENCE.test(colonne) && typeof valeur === 'string' ? [valeur] : [])),
  ];
}

function nomsCites(ligne: LigneHistorique, noms: ReadonlyMap<string, NomObjet>): Record<string, string> {
  return Object.fromEntries(
    citees(ligne).flatMap((cite) => {
      const connu = noms.get(cite);
      return connu ? [[cite, connu.nom]] : [];
    }),
  );
}

/** Name written in the row itself, for what no longer exists. */
function nomInscrit(colonnes: Record<string, unknown> | null): string | null {
  const nom = colonnes?.['intitule'] ?? colonnes?.['libelle'] ?? colonnes?.['nom'];
  return typeof nom === 'string' ? nom : null;
}
