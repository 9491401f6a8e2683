import type { Contexte } from '@coopilote/db';
import { ETATS_RECUS } from '@coopilote/domain/bilans';
import type { SyntheseLue } from '@coopilote/domain/cooperatives';

/**
 * Key figures of a CA's year: people reached, from received reports; reports are expected once their quarter has ended
 * (`trimestreClos`: the last one ended this year, 0 when none is).
 */
export async function loadFigures(
  ctx: Contexte,
  cooperativeId: string,
  annee: number,
  trimestreClos: number,
): Promise<SyntheseLue['chiffres'] | null> {
  const [ligne] = await ctx.query<SyntheseLue['chiffres']>(
    `WITH par_action AS (
       SELECT fiche_action_id, count(*) FILTER (WHERE trimestre <= $4 OR etat = ANY ($3)) AS attendus, count(*) FILTER (WHERE etat = ANY ($3)) AS recus,
              sum(beneficiaires) FILTER (WHERE etat = ANY ($3)) AS haut, max(beneficiaires) FILTER (WHERE etat = ANY ($3)) AS bas
       FROM bilan_trimestriel WHERE cooperative_id = $1 AND annee = $2 GROUP BY fiche_action_id)
     SELECT $2::integer AS annee, count(*) AS actions, coalesce(sum(f.beneficiaires_cibles), 0) AS "beneficiairesCibles",
       json_build_object('bas', coalesce(sum(p.bas), 0), 'haut', coalesce(sum(p.haut), 0)) AS beneficiaires,
       coalesce(sum(p.attendus), 0) AS "bilansAttendus", coalesce(sum(p.recus), 0) AS "bilansRecus"
     FROM par_action p JOIN fiche_action f ON f.id = p.fiche_action_id`,
    [cooperativeId, annee, ETATS_RECUS, trimestreClos],
  );
  return ligne ?? null;
}

/** What the programme covers; an abandoned action covers nothing. */
export async function loadCoverage(ctx: Contexte, cooperativeId: string): Promise<SyntheseLue['couverture'] | null> {
  const [ligne] = await ctx.query<SyntheseLue['couverture']>(
    `WITH vivantes AS (SELECT * FROM fiche_action WHERE cooperative_id = $1 AND etat <> 'ABANDONNEE'),
     objectifs AS (
       SELECT EXISTS (SELECT 1 FROM vivantes f WHERE f.objectif_id = o.id) AS couvert
       FROM objectif o WHERE o.cooperative_id = $1 AND o.niveau = 'OPERATIONNEL'),
     publics AS (
       SELECT EXISTS (SELECT 1 FROM vivantes f WHERE p.public_id IN (f.public1_id, f.public2_id, f.public3_id)) AS couvert
       FROM cooperative_public p WHERE p.cooperative_id = $1)
     SELECT (SELECT count(*) FROM objectifs) AS objectifs,
       (SELECT count(*) FROM objectifs WHERE NOT couvert) AS "objectifsSansAction",
       (SELECT count(*) FROM vivantes) AS actions,
       (SELECT count(*) FROM vivantes f WHERE NOT EXISTS (
          SELECT 1 FROM indicateur i WHERE i.fiche_action_id = f.id AND i.type = 'RESULTAT')) AS "actionsSansResultat",
       (SELECT count(*) FROM publics) AS publics,
       (SELECT count(*) FROM publics WHERE NOT couvert) AS "publicsSansAction"`,
    [cooperativeId],
  );
  return ligne ?? null;
}
