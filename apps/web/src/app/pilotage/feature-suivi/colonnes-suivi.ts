import { ETATS_RECUS, QUESTIONS_BILAN, questionsDemandees, type Reponse } from '@coopilote/domain/bilans/bilan.rules';
import { type Colonne, COLONNES_T3 } from '@coopilote/domain/pilotage';
import type { CelluleIndicateur, LigneT3 } from '@coopilote/domain/pilotage/tableaux.contract';
import { LIBELLES_UNITES, type Unite } from '@coopilote/domain/referentiel/listes';
import { type EtatMontre, etatBilan, etatReponse, etatRetard, formatNombre } from '@coopilote/ui';
import type { ColonneGrille } from '@coopilote/ui/grille';

type Cle = (typeof COLONNES_T3)[number]['cle'];

/** What stays of each group when it is folded: the mock-up's table; opening a group gives the guide's. */
const RESTENT = new Set<Cle>([
  'public1',
  'beneficiairesCibles',
  'territoire',
  'ressources',
  'publics',
  'realisation',
  'objectifs',
  'cooperation',
  'pratiques',
  'ists',
  'parcours',
  'freins',
]);
/** Groups whose folded form says enough at first. */
const REPLIEES = new Set<Cle>(['objectifsPoursuivis', 'ressources', 'cooperation', 'freins']);

/** In pixels: at 1440 px the answers show whole; « partiellement » is longer than « en partie ». */
const LARGEURS: Partial<Record<Cle, number>> = {
  objectif: 175,
  intitule: 195,
  public1: 150,
  beneficiairesCibles: 98,
  territoire: 135,
  ressources: 124,
  publics: 124,
  realisation: 124,
  objectifs: 152,
  activite1: 96,
  activite2: 96,
  activite3: 96,
  resultat1: 96,
  resultat2: 96,
  resultat3: 96,
  cooperation: 152,
  pratiques: 152,
  ists: 152,
  parcours: 152,
};
/** Words of the answer between yes and no differ by question (guide, fiche 5). */
const MILIEUX = new Map(QUESTIONS_BILAN.map(({ cle, milieu }) => [cle as string, milieu.toLocaleLowerCase('fr')]));

/** Where a row leads: its report, or the action when no report is expected of it. */
export function lienDeLigne(ligne: LigneT3): string {
  return ligne.bilanId ? `/bilans/${ligne.bilanId}` : `/fiches-actions/${ligne.ficheActionId}`;
}

/** True when the quarter has no answer to show: the state of the report takes their place. */
export function sansReponse(ligne: LigneT3): boolean {
  if (ligne.etatBilan && ETATS_RECUS.includes(ligne.etatBilan)) return false;
  return !ligne.ressources && !ligne.publics && !ligne.realisation && !ligne.objectifs;
}

/** State of the report of the row. */
export function etatDuBilan(ligne: LigneT3): EtatMontre {
  if (!ligne.etatBilan) return { ton: 'neutre', icone: 'neutre', texte: 'aucun bilan attendu' };
  if (ligne.enRetard) {
    const retard = etatRetard(ligne.joursDeRetard);
    return { ...retard, texte: `bilan ${retard.texte}` };
  }
  const etat = etatBilan(ligne.etatBilan);
  return { ...etat, texte: `bilan ${etat.texte}` };
}

/** « 318 / 240 », or « 54 % / 50 % ». */
export function valeurEtPrevision(cellule: CelluleIndicateur): string {
  const valeur = formatNombre(cellule.valeur) + uniteCollee(cellule.unite);
  return cellule.prevision === null
    ? valeur
    : `${valeur} / ${formatNombre(cellule.prevision)}${uniteCollee(cellule.unite)}`;
}

function uniteCollee(unite: Unite): string {
  return unite === 'POURCENTAGE' ? '\u202f%' : unite === 'EUROS' ? '\u00a0€' : '';
}

/** COLONNES_T3, in the guide's order, as the grid takes them. */
export const COLONNES_SUIVI: readonly ColonneGrille<LigneT3>[] = COLONNES_T3.map((colonne: Colonne<Cle>) => ({
  ...commun(colonne),
  ...propre(colonne),
}));

function commun({ cle, entete, court, groupe, fige }: Colonne<Cle>) {
  return {
    cle,
    entete,
    court,
    groupe,
    fige,
    largeur: LARGEURS[cle],
    reste: RESTENT.has(cle),
    replie: REPLIEES.has(cle),
  };
}

function propre({ cle, genre }: Colonne<Cle>): Pick<ColonneGrille<LigneT3>, 'genre'> & Partial<ColonneGrille<LigneT3>> {
  switch (genre) {
    case 'oui':
      return cle === 'ressources' ? ressources() : { genre: 'oui', etat: (ligne) => reponse(ligne, cle) };
    case 'indicateur':
      return indicateur((ligne) => ligne[cle] as CelluleIndicateur | null);
    case 'nombre':
    case 'long':
      return { genre };
    default:
      return cle === 'intitule' ? { genre: 'lien', lien: lienDeLigne, principale: true } : { genre: 'texte' };
  }
}

const NON_DEMANDE: EtatMontre = { ton: 'neutre', icone: 'neutre', texte: 'non demandé' };

/** An answer; where the report's level does not ask it, that. */
function reponse(ligne: LigneT3, cle: Cle): EtatMontre | null {
  const recu = !!ligne.etatBilan && ETATS_RECUS.includes(ligne.etatBilan);
  if (recu && ligne.niveau && ligne[cle] === null && !questionsDemandees(ligne.niveau).some((q) => q.cle === cle)) {
    return NON_DEMANDE;
  }
  return etatReponse(ligne[cle] as Reponse | null, MILIEUX.get(cle));
}

/** The first answer; without any, the state of the report over the whole group. */
function ressources(): Partial<ColonneGrille<LigneT3>> & Pick<ColonneGrille<LigneT3>, 'genre'> {
  return {
    genre: 'oui',
    etat: (ligne) => (sansReponse(ligne) ? etatDuBilan(ligne) : reponse(ligne, 'ressources')),
    lien: (ligne) => (sansReponse(ligne) && ligne.bilanId ? lienDeLigne(ligne) : null),
    couvreGroupe: sansReponse,
  };
}

function indicateur(
  lire: (ligne: LigneT3) => CelluleIndicateur | null,
): Partial<ColonneGrille<LigneT3>> & Pick<ColonneGrille<LigneT3>, 'genre'> {
  return {
    genre: 'nombre',
    valeur: (ligne) => lire(ligne)?.valeur ?? null,
    detail: (ligne) => {
      const cellule = lire(ligne);
      return cellule?.prevision == null
        ? ''
        : `/ ${formatNombre(cellule.prevision)}${cellule.unite === 'POURCENTAGE' ? '\u202f%' : ''}`;
    },
    infobulle: (ligne) => {
      const cellule = lire(ligne);
      return cellule && `${cellule.libelle} (${LIBELLES_UNITES[cellule.unite]})`;
    },
    exporte: (ligne) => {
      const cellule = lire(ligne);
      return cellule && `${cellule.libelle} : ${valeurEtPrevision(cellule)}`;
    },
  };
}
