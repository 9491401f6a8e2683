import type { QueryFailedError } from 'typeorm';
import { ErreurMetier, Interdit, SaisieInvalide } from '@coopilote/db';

interface ErreurPostgres {
  code?: string;
  constraint?: string;
}

/** What a violated constraint means for the person: field and sentence. */
const CONTRAINTES: Record<string, { champ: string; message: string }> = {
  structure_siret: { champ: 'siret', message: 'SIRET\u00a0: une structure porte déjà ce numéro.' },
  structure_rna: { champ: 'rna', message: 'RNA\u00a0: une structure porte déjà ce numéro.' },
  structure_finess: { champ: 'finess', message: 'FINESS\u00a0: une structure porte déjà ce numéro.' },
  vue_nom_unique: { champ: 'nom', message: 'Nom\u00a0: une de vos vues le porte déjà. Choisissez-en un autre.' },
  etat_fige_nom_unique: {
    champ: 'nom',
    message: 'Nom\u00a0: un état figé de ce territoire le porte déjà. Choisissez-en un autre.',
  },
  etat_fige_nom: { champ: 'nom', message: 'Nom\u00a0: sur une seule ligne.' },
  utilisateur_courriel: { champ: 'courriel', message: 'Courriel\u00a0: un compte existe déjà à cette adresse.' },
  adhesion_en_cours: { champ: 'structureId', message: 'Structure\u00a0: elle est déjà membre de cette coopérative.' },
  attribution_unique: { champ: 'role', message: 'Rôle\u00a0: cette personne le tient déjà.' },
  attribution_dates: { champ: 'fin', message: 'Fin du rôle\u00a0: elle vient avant son début.' },
  liste_valeur_region_code_liste_code_key: { champ: 'code', message: 'Code\u00a0: il existe déjà dans cette liste.' },
  indicateur_commun_region_code_code_key: { champ: 'code', message: 'Code\u00a0: un indicateur commun le porte déjà.' },
  cooperative_dates: { champ: 'fin', message: 'Fin\u00a0: elle vient avant le début.' },
  adhesion_dates: { champ: 'fin', message: 'Date de sortie\u00a0: elle vient avant l’entrée.' },
  fiche_action_dates: { champ: 'calendrierFin', message: 'Fin\u00a0: elle vient avant le début.' },
  etape_dates: { champ: 'fin', message: 'Date de fin\u00a0: elle vient avant le début.' },
  fiche_action_territoire: {
    champ: 'communes',
    message: 'Communes\u00a0: une fiche-action a lieu dans la commune retirée.',
  },
  adhesion_structure_id_fkey: { champ: 'structureId', message: 'Structure\u00a0: choisir dans la liste.' },
  objectif_parent: {
    champ: 'parentId',
    message: 'Objectif de rattachement\u00a0: il vient de disparaître, ou des objectifs en dépendent encore.',
  },
  fiche_action_objectif: {
    champ: 'objectifId',
    message: 'Objectif opérationnel\u00a0: il vient de disparaître, ou des fiches-actions s’y rattachent encore.',
  },
  engagement_fiche: { champ: 'ficheActionId', message: 'Fiche-action\u00a0: choisir dans la liste de la coopérative.' },
  mise_fiche: { champ: 'ficheActionId', message: 'Fiche-action\u00a0: choisir dans la liste de la coopérative.' },
  cooperative_coordinateurs: {
    champ: 'copiloteId',
    message: 'Second coordinateur\u00a0: choisir une autre personne que la coordination de la DD.',
  },
};

/** Turns a refusal of PostgreSQL into an error for the person; null when it is none of theirs. */
export function traduireErreurBase(erreur: QueryFailedError): ErreurMetier | null {
  const { code, constraint } = erreur.driverError as ErreurPostgres;
  const connue = constraint ? CONTRAINTES[constraint] : undefined;
  if (connue)
    return new SaisieInvalide([{ champ: connue.champ, code: constraint ?? 'contrainte', message: connue.message }]);
  switch (code) {
    case '42501':
      return new Interdit();
    case '23503':
      return new SaisieInvalide([], 'Un élément choisi n’existe plus, ou sert encore ailleurs.');
    case '23505':
      return new ErreurMetier('DOUBLON', 409, 'Cet élément existe déjà.');
    case '23514':
    case '22001':
    case '22003':
    case '22008':
      return new SaisieInvalide([], 'Une valeur saisie sort de ce qui est possible.');
    case '40001':
    case '40P01':
      return new ErreurMetier('CONFLIT_PASSAGER', 409, 'Deux enregistrements se sont croisés : réessayez.');
    case '57014':
      return new ErreurMetier('TROP_LONG', 503, 'La demande a pris trop de temps : resserrez les filtres.');
    default:
      return null;
  }
}
