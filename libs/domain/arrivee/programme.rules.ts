import { FicheActionSaisie, IndicateurSaisi, PrevisionSaisie } from '../actions/fiche-action.contract';
import { verifierIndicateurs } from '../actions/fiche-action.rules';
import { verifierIndicateur } from '../actions/indicateur.rules';
import { lireContrat } from '../commun/valider';
import { LIBELLES_NIVEAUX, niveauParent, type NiveauObjectif } from '../cooperatives/objectif.rules';
import {
  LIBELLES_MODES,
  LIBELLES_TYPES_INDICATEUR,
  LIBELLES_UNITES,
  type ModeAgregation,
  type TypeIndicateur,
  type Unite,
} from '../referentiel/listes';
import { ETATS_ARRIVEE, NIVEAUX_RESULTAT_ARRIVEE, TOUT_LE_TERRITOIRE, type EtatArrivee } from './disposition.rules';
import { mot, nombre, type LigneLue, type ParNom, type RefusArrivee } from './lignes.rules';

/** A structure as the actions name it: known, or to be made. */
export interface StructureCitee {
  id: string;
  nom: string;
  /** Memberships, past and present. */
  adhesions: { debut: string; fin: string | null }[];
}
export interface ObjectifCite {
  id: string;
  niveau: NiveauObjectif;
  intitule: string;
  parentId: string | null;
}
export interface IndicateurPret extends IndicateurSaisi {
  id: string;
  rangee: LigneLue;
}
export interface ActionPrete extends FicheActionSaisie {
  id: string;
  structureId: string;
  etat: EtatArrivee;
  indicateurs: IndicateurPret[];
  rangee: LigneLue;
}

/** What the region and the CA offer, by name. */
export interface Offerts {
  publics: ReadonlyMap<string, string>;
  communes: ReadonlyMap<string, string>;
  nouvelId: () => string;
}

/** Key of a label in a record of labels. */
export function cleDe<K extends string>(libelles: Readonly<Record<K, string>>, libelle: string | null): K | null {
  return (Object.keys(libelles) as K[]).find((cle) => libelles[cle] === libelle) ?? null;
}

/** The tree of objectives: those of the CA, then those of the workbook, level by level. */
export function preparerObjectifs(
  lignes: readonly LigneLue[],
  connus: ParNom<ObjectifCite>,
  refus: RefusArrivee,
  nouvelId: () => string,
): ObjectifCite[] {
  const prets: ObjectifCite[] = [];
  const lus = lignes.map((rangee) => ({ rangee, niveau: cleDe(LIBELLES_NIVEAUX, mot(rangee, 'niveau')) }));
  for (const niveau of ['GENERAL', 'SPECIFIQUE', 'OPERATIONNEL'] as const) {
    for (const { rangee } of lus.filter((l) => l.niveau === niveau)) {
      const intitule = mot(rangee, 'intitule');
      if (!intitule) continue;
      const parent = mot(rangee, 'parent');
      const attendu = niveauParent(niveau);
      const trouve = parent ? connus.trouver(parent) : undefined;
      if (attendu === null && parent)
        refus.dire(
          'objectifs',
          rangee,
          'parent',
          'un objectif général ne se rattache à rien\u00a0: videz cette cellule.',
        );
      if (attendu !== null && trouve?.niveau !== attendu) {
        const quoi = LIBELLES_NIVEAUX[attendu].toLowerCase();
        const conseil =
          parent && !trouve ? connus.conseil(parent, 'la feuille Objectifs') : `Écrivez l’intitulé d’un ${quoi}.`;
        refus.dire('objectifs', rangee, 'parent', `un ${quoi} est attendu ici. ${conseil}`);
      }
      const objectif = { id: nouvelId(), niveau, intitule, parentId: attendu ? (trouve?.id ?? null) : null };
      if (connus.mettre(intitule, objectif)) prets.push(objectif);
      else
        refus.dire(
          'objectifs',
          rangee,
          'intitule',
          'cet objectif figure déjà, ici ou dans la coopérative\u00a0: retirez la ligne, ou distinguez son intitulé.',
        );
    }
  }
  return prets;
}

export function preparerActions(
  lignes: readonly LigneLue[],
  structures: ParNom<StructureCitee>,
  objectifs: ParNom<ObjectifCite>,
  connues: ParNom<ActionPrete | null>,
  offerts: Offerts,
  refus: RefusArrivee,
): ActionPrete[] {
  return lignes.flatMap((rangee): ActionPrete[] => {
    const dire = (cle: string, message: string) => refus.dire('actions', rangee, cle, message);
    const intitule = mot(rangee, 'intitule');
    const etat = cleDe(ETATS_ARRIVEE, mot(rangee, 'etat'));
    const nomStructure = mot(rangee, 'structure');
    const nomObjectif = mot(rangee, 'objectif');
    const structure = nomStructure ? structures.trouver(nomStructure) : undefined;
    const objectif = nomObjectif ? objectifs.trouver(nomObjectif) : undefined;
    if (nomStructure && !structure)
      dire('structure', `structure inconnue. ${structures.conseil(nomStructure, 'la feuille Structures')}`);
    if (nomObjectif && objectif?.niveau !== 'OPERATIONNEL') {
      dire(
        'objectif',
        objectif
          ? 'un objectif opérationnel est attendu ici.'
          : `objectif inconnu. ${objectifs.conseil(nomObjectif, 'la feuille Objectifs')}`,
      );
    }
    const territoire = mot(rangee, 'territoire');
    const publics = ['public1', 'public2', 'public3'].flatMap(
      (cle) => offerts.publics.get(mot(rangee, cle) ?? '') ?? [],
    );
    const textes = Object.fromEntries(
      [
        'intitule',
        'calendrierDebut',
        'calendrierFin',
        'objectifsPoursuivis',
        'resultatsAttendus',
        'autrePublic',
        'contenu',
        'lieux',
        'moyensHumains',
        'motifPeuIndicateurs',
      ].map((cle) => [cle, mot(rangee, cle)]),
    );
    const { objet, erreurs } = lireContrat(FicheActionSaisie, {
      ...textes,
      objectifId: objectif?.id ?? null,
      publics: [...new Set(publics)],
      territoireCommuneCode:
        territoire && territoire !== TOUT_LE_TERRITOIRE ? (offerts.communes.get(territoire) ?? null) : null,
      beneficiairesCibles: nombre(rangee, 'beneficiairesCibles'),
      moyensHumainsEtp: nombre(rangee, 'moyensHumainsEtp'),
    });
    if (!intitule || !etat || !structure || !objet.calendrierDebut || !objet.calendrierFin) return [];
    for (const { champ, message } of erreurs) dire(champ, message);
    if (objet.calendrierFin < objet.calendrierDebut)
      dire('calendrierFin', 'la fin vient avant le début\u00a0: corrigez l’une des deux dates.');
    else if (
      !structure.adhesions.some(
        ({ debut, fin }) => debut <= objet.calendrierFin && (!fin || fin >= objet.calendrierDebut),
      )
    ) {
      dire(
        'structure',
        'elle n’est pas membre de la coopérative aux dates de l’action\u00a0: corrigez «\u00a0Membre depuis le\u00a0», ou le calendrier.',
      );
    }
    const action = { ...objet, id: offerts.nouvelId(), structureId: structure.id, etat, indicateurs: [], rangee };
    if (connues.mettre(intitule, action)) return [action];
    dire(
      'intitule',
      'une action porte déjà cet intitulé, ici ou dans la coopérative\u00a0: retirez la ligne, ou distinguez son intitulé.',
    );
    return [];
  });
}

/** Indicators, put on their actions; a second row of the same one brings the forecasts of another year. */
export function preparerIndicateurs(
  lignes: readonly LigneLue[],
  actions: ParNom<ActionPrete | null>,
  refus: RefusArrivee,
  nouvelId: () => string,
): void {
  for (const rangee of lignes) {
    const nom = mot(rangee, 'action');
    const action = nom ? actions.trouver(nom) : undefined;
    if (nom && !action) {
      const conseil =
        action === null
          ? 'elle est déjà dans la coopérative\u00a0: ses indicateurs s’y ajoutent.'
          : actions.conseil(nom, 'la feuille Actions');
      refus.dire('indicateurs', rangee, 'action', `action inconnue dans ce classeur. ${conseil}`);
    }
    const type = cleDe<TypeIndicateur>(LIBELLES_TYPES_INDICATEUR, mot(rangee, 'type'));
    const unite = cleDe<Unite>(LIBELLES_UNITES, mot(rangee, 'unite'));
    const modeAgregation = cleDe<ModeAgregation>(LIBELLES_MODES, mot(rangee, 'modeAgregation'));
    const libelle = mot(rangee, 'libelle');
    if (!action || !type || !unite || !modeAgregation || !libelle) continue;
    const previsions = previsionsDe(rangee, refus);
    const memes = action.indicateurs.find((i) => i.libelle === libelle && i.type === type);
    if (memes) {
      memes.previsions = [...(memes.previsions ?? []), ...previsions];
      juger(memes, rangee, refus);
      continue;
    }
    const niveauResultat = cleDe(NIVEAUX_RESULTAT_ARRIVEE, mot(rangee, 'niveauResultat'));
    const { objet, erreurs } = lireContrat(IndicateurSaisi, {
      ...{ type, unite, modeAgregation, libelle, niveauResultat, previsions },
      sources: mot(rangee, 'sources'),
      valeurReference: nombre(rangee, 'valeurReference'),
    });
    for (const { champ, message } of erreurs) refus.dire('indicateurs', rangee, champ, message);
    const pret = { ...objet, id: nouvelId(), rangee };
    juger(pret, rangee, refus);
    action.indicateurs.push(pret);
  }
}

/** R11, once all indicators are known: an action under way has all three kinds, or says why not. */
export function jugerActions(actions: readonly ActionPrete[], refus: RefusArrivee): void {
  for (const { etat, indicateurs, motifPeuIndicateurs, rangee } of actions) {
    const manque = etat === 'BROUILLON' ? null : verifierIndicateurs(indicateurs, motifPeuIndicateurs);
    if (manque) refus.dire('actions', rangee, 'motifPeuIndicateurs', manque);
  }
}

function previsionsDe(rangee: LigneLue, refus: RefusArrivee): PrevisionSaisie[] {
  const annee = nombre(rangee, 'annee');
  const dites = [...['prevuAnnee', 'prevu1', 'prevu2', 'prevu3', 'prevu4'].entries()].flatMap(([trimestre, cle]) => {
    const valeur = nombre(rangee, cle);
    return valeur === null ? [] : [{ cle, trimestre, valeur }];
  });
  if (dites.length && (annee === null || !Number.isInteger(annee) || annee < 2015 || annee > 2100)) {
    refus.dire('indicateurs', rangee, 'annee', 'dites de quelle année sont ces prévisions, par exemple 2026.');
    return [];
  }
  return dites.map(({ trimestre, valeur }) => ({ annee: annee ?? 0, trimestre, valeur }));
}

function juger(indicateur: IndicateurPret, rangee: LigneLue, refus: RefusArrivee): void {
  const COLONNES: Record<string, string> = { previsions: 'prevuAnnee' };
  for (const { champ, message } of verifierIndicateur(indicateur)) {
    const cle = champ.split('.')[0] ?? champ;
    refus.dire('indicateurs', rangee, COLONNES[cle] ?? cle, message);
  }
}
