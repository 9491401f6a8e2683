import { randomUUID } from 'node:crypto';
import type { Api } from './harness';

export interface IdsVues {
  vue: string;
}
export const nouveauxIdsVues = (): IdsVues => ({ vue: randomUUID() });

/** A view shared with a département, through the owner's SQL. */
export async function insertVue(
  api: Api,
  { vue }: IdsVues,
  { departementCode, auteur }: { departementCode: string; auteur: string },
): Promise<void> {
  await api.proprietaire.query(
    `INSERT INTO vue (id, utilisateur_id, nom, requete, partage, region_code, departement_code)
     SELECT $1::uuid, $2, 'Vue ' || $1::text, 'axe=public', 'DEPARTEMENT', region_code, code FROM departement WHERE code = $3 ON CONFLICT (id) DO NOTHING`,
    [vue, auteur, departementCode],
  );
}
