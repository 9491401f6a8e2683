import type { AdhesionLue, CooperativeLue, ObjectifLu } from '@coopilote/domain/cooperatives';
import type { FicheActionLue, IndicateurLu } from '@coopilote/domain/actions';
import type { EtapeLue, TableauDeBord } from '@coopilote/domain/pilotage';
import type { ClientDemonstration } from './client';
import type { DemoAction, DemoCooperative, DemoEtape, DemoIndicateur } from './donnees';

/** Where keys of the data set meet identifiers of the application. */
export interface Correspondance {
  /** « LISTE|CODE » → id. */
  listes: Map<string, string>;
  indicateursCommuns: Map<string, string>;
  structures: Map<string, string>;
  objectifs: Map<string, string>;
  actions: Map<string, { id: string; version: number }>;
  indicateurs: Map<string, string>;
}

/** The id behind a key. @throws Error naming the key that leads nowhere. */
export function trouver<T>(table: Map<string, T>, cle: string): T {
  const valeur = table.get(cle);
  if (valeur === undefined) throw new Error(`Données de démonstration : « ${cle} » ne mène nulle part.`);
  return valeur;
}

/** A CA as its DD makes it: description, members, T1, objectives. Answers its id. */
export async function loadCooperative(
  dd: ClientDemonstration,
  ca: DemoCooperative,
  liens: Correspondance,
): Promise<string> {
  const { id, version } = await dd.post<CooperativeLue>('/api/cooperatives', {
    ...description(ca, liens),
    departementCode: ca.departementCode,
  });
  if (ca.phase !== 'PREFIGURATION') await dd.post(`/api/cooperatives/${id}/phase`, { phase: ca.phase, version });
  for (const { structure, debut } of ca.adhesions) {
    await dd.post<AdhesionLue>(`/api/cooperatives/${id}/adhesions`, {
      structureId: trouver(liens.structures, structure),
      debut,
    });
  }
  await loadSteps(dd, id, ca.etapes);
  for (const [ordre, { cle, parent, niveau, intitule, impact }] of ca.objectifs.entries()) {
    const parentId = parent ? trouver(liens.objectifs, `${ca.cle}|${parent}`) : null;
    const objectif = await dd.post<ObjectifLu>(`/api/cooperatives/${id}/objectifs`, {
      niveau,
      parentId,
      intitule,
      impact,
      ordre,
    });
    liens.objectifs.set(`${ca.cle}|${cle}`, objectif.id);
  }
  return id;
}

/** Names the second coordinator, who holds the role COPILOTE on the CA by then (R1). */
export async function nameCopilote(
  dd: ClientDemonstration,
  id: string,
  ca: DemoCooperative,
  liens: Correspondance,
  copiloteId: string,
): Promise<void> {
  const { version } = await dd.get<CooperativeLue>(`/api/cooperatives/${id}`);
  await dd.patch(`/api/cooperatives/${id}`, { ...description(ca, liens), copiloteId, version });
}

function description(ca: DemoCooperative, liens: Correspondance): object {
  const liste = (nom: string, code: string): string => trouver(liens.listes, `${nom}|${code}`);
  return {
    intitule: ca.intitule,
    sigle: ca.sigle ?? null,
    presentation: ca.presentation,
    debut: ca.debut,
    fin: ca.fin ?? null,
    thematiques: ca.thematiques.map((code) => liste('THEMATIQUE', code)),
    publics: ca.publics.map((code) => liste('PUBLIC_CIBLE', code)),
    communes: ca.communes,
    qpv: ca.qpv,
    dispositifs: ca.dispositifs.map(({ code, articulation }) => ({
      dispositifId: liste('DISPOSITIF', code),
      articulation,
    })),
    principes: Object.entries(ca.principes).map(([code, principe]) => ({ code, ...principe })),
    eParcoursReferent: ca.eParcoursReferent ?? null,
  };
}

/** Members that leave do so at the end: until then they act. */
export async function endMemberships(
  dd: ClientDemonstration,
  id: string,
  ca: DemoCooperative,
  liens: Correspondance,
): Promise<void> {
  const sorties = ca.adhesions.filter((a) => a.fin);
  if (sorties.length === 0) return;
  const adhesions = await dd.get<AdhesionLue[]>(`/api/cooperatives/${id}/adhesions`);
  for (const { structure, debut, fin } of sorties) {
    const adhesion = adhesions.find((a) => a.structureId === trouver(liens.structures, structure));
    if (!adhesion) throw new Error(`Adhésion introuvable : ${structure}`);
    await dd.patch(`/api/cooperatives/${id}/adhesions/${adhesion.id}`, {
      debut,
      fin,
      motifSortie: 'Départ à l’échéance annuelle, après concertation avec la délégation départementale.',
      version: adhesion.version,
    });
  }
}

/** T1: the phases that the application made take the data set's dates, its first tasks give way to the data set's. */
async function loadSteps(dd: ClientDemonstration, id: string, etapes: DemoEtape[]): Promise<void> {
  const { etapes: faites } = await dd.get<TableauDeBord>(`/api/cooperatives/${id}/tableau-de-bord`);
  const phases = new Map<string, EtapeLue>(faites.filter((e) => e.genre === 'PHASE').map((e) => [e.phase, e]));
  for (const tache of faites.filter((e) => e.genre === 'TACHE'))
    await dd.delete(`/api/cooperatives/${id}/etapes/${tache.id}`);
  for (const [ordre, etape] of etapes.entries()) {
    const { cle: _, ...saisie } = etape;
    const phase = etape.genre === 'PHASE' ? phases.get(etape.phase) : undefined;
    if (phase)
      await dd.patch(`/api/cooperatives/${id}/etapes/${phase.id}`, { ...saisie, ordre, version: phase.version });
    else await dd.post(`/api/cooperatives/${id}/etapes`, { ...saisie, ordre });
  }
}

/** A fiche-action as its structure drafts it, up to the state « proposée » or « validée ». */
export async function loadAction(
  partenaire: ClientDemonstration,
  dd: ClientDemonstration,
  ca: { id: string; cle: string },
  action: DemoAction,
  liens: Correspondance,
): Promise<void> {
  const liste = (nom: string, code: string): string => trouver(liens.listes, `${nom}|${code}`);
  const { cle, structure, objectif, modes, publics, indicateurs, etat, motif: _, ...champs } = action;
  const fiche = await partenaire.post<FicheActionLue>('/api/fiches-actions', {
    ...champs,
    cooperativeId: ca.id,
    structureId: trouver(liens.structures, structure),
    objectifId: trouver(liens.objectifs, `${ca.cle}|${objectif}`),
    modes: modes.map((code) => liste('MODE_INTERVENTION', code)),
    publics: publics.flatMap((code) => (code ? [liste('PUBLIC_CIBLE', code)] : [])),
  });
  for (const [ordre, indicateur] of indicateurs.entries()) {
    const { id } = await partenaire.post<IndicateurLu>('/api/indicateurs', {
      ...champsIndicateur(indicateur, action, liens),
      ficheActionId: fiche.id,
      ordre,
    });
    liens.indicateurs.set(indicateur.cle, id);
  }
  const vue = await partenaire.get<FicheActionLue>(`/api/fiches-actions/${fiche.id}`);
  liens.actions.set(cle, { id: fiche.id, version: vue.version });
  if (etat === 'BROUILLON') return;
  await moveAction(partenaire, cle, 'PROPOSEE', liens);
  if (etat !== 'PROPOSEE') await moveAction(dd, cle, 'VALIDEE', liens);
}

/** Takes an action to a state, from the version that it has now. */
export async function moveAction(
  qui: ClientDemonstration,
  cle: string,
  vers: string,
  liens: Correspondance,
  motif?: string,
): Promise<void> {
  const { id } = trouver(liens.actions, cle);
  const { etat, version } = await qui.get<FicheActionLue>(`/api/fiches-actions/${id}`);
  if (etat === vers) return;
  const fiche = await qui.post<FicheActionLue>(`/api/fiches-actions/${id}/transitions`, {
    vers,
    version,
    ...(motif ? { motif } : {}),
  });
  liens.actions.set(cle, { id, version: fiche.version });
}

/** Forecasts: one a quarter and one a year, over the action's calendar. */
function champsIndicateur(indicateur: DemoIndicateur, action: DemoAction, liens: Correspondance): object {
  const { cle: _, commun, previsionTrimestrielle, previsionAnnuelle, ...champs } = indicateur;
  const [premiere, derniere] = [Number(action.calendrierDebut.slice(0, 4)), Number(action.calendrierFin.slice(0, 4))];
  const previsions = [];
  for (let annee = premiere; annee <= derniere; annee++) {
    previsions.push({ annee, trimestre: 0, valeur: previsionAnnuelle });
    for (const trimestre of [1, 2, 3, 4]) previsions.push({ annee, trimestre, valeur: previsionTrimestrielle });
  }
  return { ...champs, indicateurCommunId: commun ? trouver(liens.indicateursCommuns, commun) : null, previsions };
}
