import type { ContextePersonne } from '@coopilote/db';
import type { VersionCompteRendu } from '@coopilote/domain/gouvernance';
import { instant } from '../platform/sql';

/** Versions of a meeting's minutes that the reader sees, the newest first. */
export async function listVersions(ctx: ContextePersonne, reunionId: string): Promise<VersionCompteRendu[]> {
  return ctx.query<VersionCompteRendu>(
    `SELECT k.numero, k.etat, ${instant('k.valide_le')} AS "valideLe", app.nom_utilisateur(k.valide_par) AS "validePar",
            ${instant('k.envoye_le')} AS "envoyeLe", ${instant('k.approuve_le')} AS "approuveLe", r.titre AS "approuveEn",
            k.motif_correction AS "motifCorrection", k.empreinte
     FROM compte_rendu k LEFT JOIN reunion r ON r.id = k.approuve_en WHERE k.reunion_id = $1 ORDER BY k.numero DESC`,
    [reunionId],
  );
}

/** Later meetings of the CA, at which minutes may be approved. */
export async function listApprobations(
  ctx: ContextePersonne,
  cooperativeId: string,
  apres: Date | null,
): Promise<{ id: string; titre: string; debut: string }[]> {
  return ctx.query(
    `SELECT id, titre, ${instant('debut')} AS debut FROM reunion
     WHERE cooperative_id = $1 AND debut > $2 AND etat IN ('CONVOQUEE', 'EN_SEANCE', 'CLOSE') ORDER BY debut LIMIT 20`,
    [cooperativeId, apres],
  );
}

/** Whatever stood before a version that is now validated is replaced by it. */
export async function replaceFormer(ctx: ContextePersonne, reunionId: string, numero: number): Promise<void> {
  await ctx.query(
    `UPDATE compte_rendu SET etat = 'REMPLACE', version = version + 1
     WHERE reunion_id = $1 AND numero < $2 AND etat IN ('VALIDE', 'APPROUVE')`,
    [reunionId, numero],
  );
}
