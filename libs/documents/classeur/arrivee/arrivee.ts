import {
  CLES_FEUILLES_ARRIVEE,
  FEUILLES_ARRIVEE,
  FORMAT_CLASSEUR_ARRIVEE,
  LISTES_FIXES,
  type FeuilleArrivee,
  type LignesArrivee,
} from '@coopilote/domain/arrivee';
import { LIMITES_CLASSEUR, type FormatClasseur, type RefusCellule } from '@coopilote/domain/classeurs';
import { FEUILLE_REPERES, type ClasseurEcrit, type ClasseurLu, type FeuilleEcrite } from '../classeur';
import { ecrireClasseur } from '../ecrire';
import { lireReperes, Refus } from '../feuille';
import { feuilleTable, lireTable } from '../table';

/** Lists of the region and of the CA: secteurs, communes, publics, territoires. */
export type ListesArrivee = Record<'secteurs' | 'communes' | 'publics' | 'territoires', readonly string[]>;

/** Rows that come with their lists; more may be pasted under them. */
const VIDES: Record<FeuilleArrivee, number> = {
  structures: 100,
  objectifs: 60,
  actions: 100,
  indicateurs: 300,
  bilans: 300,
};

/** The workbook to fill for a CA that exists already. */
export async function modeleArrivee(
  ca: { id: string; intitule: string },
  listes: ListesArrivee,
  format: FormatClasseur,
): Promise<Buffer> {
  const classeur: ClasseurEcrit = {
    titre: `Reprise de ${ca.intitule}`,
    listes: { ...LISTES_FIXES, ...listes },
    feuilles: [
      modeDEmploi(ca.intitule),
      ...CLES_FEUILLES_ARRIVEE.map((cle) => {
        const { nom, colonnes } = FEUILLES_ARRIVEE[cle];
        return feuilleTable(nom, colonnes, VIDES[cle]);
      }),
      {
        nom: FEUILLE_REPERES,
        cachee: true,
        protegee: true,
        colonnes: [{ largeur: 12 }, { largeur: 40 }, { largeur: 40 }],
        lignes: [
          [{ valeur: 'format' }, { valeur: FORMAT_CLASSEUR_ARRIVEE }],
          [{ valeur: 'cooperative' }, { valeur: ca.id }, { valeur: ca.intitule }],
        ],
      },
    ],
  };
  return ecrireClasseur(classeur, format);
}

function modeDEmploi(intitule: string): FeuilleEcrite {
  const phrases = [
    `Ce classeur fait entrer dans Coopilote ce que la coopérative «\u00a0${intitule}\u00a0» a déjà\u00a0: remplissez les feuilles dans l’ordre, un astérisque marque ce qui est à remplir.`,
    'Structures\u00a0: les membres, avec la date de leur entrée. Une structure déjà connue (SIRET, RNA, FINESS ou nom) vous sera proposée\u00a0: elle n’est pas créée deux fois.',
    'Objectifs\u00a0: chaque objectif spécifique nomme son objectif général, chaque opérationnel son spécifique, par son intitulé.',
    'Actions\u00a0: la structure et l’objectif se nomment comme dans les feuilles précédentes. En cours ou terminée, une action a ses indicateurs des trois types, ou dit pourquoi quelques-uns suffisent.',
    'Indicateurs\u00a0: une ligne par indicateur. Une seconde ligne du même indicateur, avec une autre année, ajoute des prévisions.',
    'Bilans\u00a0: une ligne par action et par trimestre passé, colonnes du guide. «\u00a0Indicateur d’activité 2\u00a0» est le deuxième de ce type dans la feuille Indicateurs\u00a0; un ratio s’écrit 3/4.',
    'Les bilans repris entrent comme validés, au nom de la personne qui les reprend. Aucune donnée personnelle de bénéficiaire.',
    'Ne renommez pas les feuilles, ne déplacez pas les colonnes, ne fusionnez rien\u00a0; collez les valeurs seules\u00a0: une formule n’est pas lue.',
    `Enregistrez, puis «\u00a0Vérifier\u00a0»\u00a0: tout ce qui manque est dit, cellule par cellule. Rien n’est écrit avant «\u00a0Importer\u00a0», qui prend tout, ou rien. ${LIMITES_CLASSEUR.lignes.toLocaleString('fr-FR')} lignes par feuille au plus.`,
  ];
  return {
    nom: 'Mode d’emploi',
    protegee: true,
    colonnes: [{ largeur: 110 }],
    lignes: [
      [{ valeur: 'Mode d’emploi', style: 'titre' }],
      ...phrases.map((valeur) => [{ valeur, style: 'question' as const }]),
    ],
  };
}

/** Rows of the five sheets, read cell by cell; what is refused is told, all at once. */
export function lireArrivee(
  classeur: ClasseurLu,
  cooperativeId: string,
  listes: ListesArrivee,
): { lignes: LignesArrivee; refus: RefusCellule[] } {
  const refus = new Refus();
  const reperes = lireReperes(classeur);
  const [format = ''] = reperes.find((r) => r.cle === 'format')?.valeurs ?? [];
  const [id, intitule = ''] = reperes.find((r) => r.cle === 'cooperative')?.valeurs ?? [];
  const lignes: LignesArrivee = { structures: [], objectifs: [], actions: [], indicateurs: [], bilans: [] };
  if (format !== FORMAT_CLASSEUR_ARRIVEE) {
    refus.dire(
      '',
      null,
      0,
      format,
      'ce classeur n’est pas le modèle de reprise, ou sa feuille cachée a été retirée\u00a0: téléchargez le modèle, et collez-y vos lignes.',
    );
  } else if (id !== cooperativeId) {
    refus.dire(
      '',
      null,
      0,
      intitule,
      'ce classeur est celui d’une autre coopérative\u00a0: renvoyez-le depuis la page de celle-là.',
    );
  } else {
    for (const cle of CLES_FEUILLES_ARRIVEE) {
      const { nom, colonnes } = FEUILLES_ARRIVEE[cle];
      lignes[cle] = lireTable(classeur, nom, colonnes, { ...LISTES_FIXES, ...listes }, refus);
    }
  }
  return { lignes, refus: refus.liste };
}
