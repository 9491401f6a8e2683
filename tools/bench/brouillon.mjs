/** The statements of a draft's saving (apps/api/src/bilans), without what only names things. */
const READ = `SELECT b.id, b.fiche_action_id, b.cooperative_id, b.departement_code, b.structure_id, b.etat, b.version, f.intitule, d.region_code,
    k.close_le, r.contenu, r.auteurs,
    (SELECT coalesce(json_agg(json_build_object('id', i.id, 'libelle', i.libelle, 'unite', i.unite, 'modeAgregation', i.mode_agregation)
            ORDER BY i.ordre, i.id), '[]') FROM indicateur i WHERE i.fiche_action_id = b.fiche_action_id) AS indicateurs,
    (SELECT coalesce(json_agg(json_build_object('indicateurId', v.indicateur_id, 'valeur', v.valeur) ORDER BY v.indicateur_id), '[]')
     FROM valeur v WHERE v.bilan_id = b.id) AS valeurs
  FROM bilan_trimestriel b JOIN fiche_action f ON f.id = b.fiche_action_id JOIN departement d ON d.code = b.departement_code
  LEFT JOIN cooperative c ON c.id = b.cooperative_id LEFT JOIN structure s ON s.id = b.structure_id
  LEFT JOIN bilan_brouillon r ON r.bilan_id = b.id
  LEFT JOIN app.campagne_de(b.departement_code, b.annee, b.trimestre) k ON true
  WHERE b.id = $1`;
const CONTRIBUTIONS = `SELECT nom, finie_le, contenu FROM contribution_bilan
  WHERE bilan_id = $1 AND finie_le IS NOT NULL AND retiree_le IS NULL`;
const MOVE = `UPDATE bilan_trimestriel SET remplies = $3, total = $4, etat = 'BROUILLON', modifie_le = now(), version = version + 1
  WHERE id = $1 AND version = $2`;
const WRITE = `INSERT INTO bilan_brouillon (bilan_id, fiche_action_id, cooperative_id, departement_code, structure_id, contenu, auteurs)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (bilan_id) DO UPDATE SET contenu = excluded.contenu, auteurs = excluded.auteurs`;

/** What the bare server does of a draft: the same statements, prepared too, and nothing of what the API checks. */
export async function saveBare(client, session, id, content) {
  const run = (name, text, values) => client.query({ name, text, values });
  await client.query('BEGIN');
  await run('ouvrir', 'SELECT app.ouvrir_session($1, $2)', [session, 'mesure']);
  const [report] = (await run('lire', READ, [id])).rows;
  await run('contributions', CONTRIBUTIONS, [id]);
  await run('avancer', MOVE, [id, report.version, 1, 14]);
  const { fiche_action_id, cooperative_id, departement_code, structure_id } = report;
  const keys = [id, fiche_action_id, cooperative_id, departement_code, structure_id];
  await run('ecrire', WRITE, [...keys, JSON.stringify(content), '{}']);
  await client.query('COMMIT');
  return { version: report.version + 1 };
}

/** A draft that differs at each saving, as what is typed does. */
export function draft(rank) {
  return {
    beneficiaires: rank % 500,
    reponses: {
      ressources: { reponse: 'OUI', motif: null },
      publics: { reponse: 'EN_PARTIE', motif: `Moins de monde au mois d’août, ${rank} fois sur deux.` },
    },
    freins: `Locaux fermés, semaine ${rank}.`,
    valeurs: [],
  };
}
