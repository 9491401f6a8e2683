import { COLONNES_T3 } from '../pilotage/t3-suivi-actions';
import { GABARITS, referenceGabarit } from './gabarits.rules';
import { NOMS_GABARITS } from './gabarit';

const QUATRE = (cle: string, nom: string, rang: number): string =>
  `${cle}${rang}=${nom} ${rang} | ${cle}${rang}Unite=${nom} ${rang} – unité | ${cle}${rang}Valeur=${nom} ${rang} – réalisé | ${cle}${rang}Prevision=${nom} ${rang} – prévu`;
const SIX = [1, 2, 3]
  .map((rang) => QUATRE('activite', 'Indicateur d’activité', rang))
  .concat([1, 2, 3].map((rang) => QUATRE('resultat', 'Indicateur de résultats', rang)))
  .join(' | ');

/**
 * Columns of the published versions, as people's own files name them. Nothing here is ever changed: another column, another name,
 * another place is another version, added under this one.
 */
const PUBLIES: Record<string, string> = {
  'coopilote-actions/1':
    'departementCode=Code du département | departement=Département | cooperative=Coopérative d’acteurs | thematiques=Thématiques | intitule=Action | structure=Structure | publics=Publics | territoire=Territoire | etat=État de l’action | bilansAttendus=Bilans attendus | bilansRecus=Bilans reçus | bilansValides=Bilans validés | bilansManquants=Bilans manquants | bilansEnRetard=Bilans en retard | beneficiairesCibles=Bénéficiaires ciblés | beneficiairesBas=Bénéficiaires touchés, au moins | beneficiairesHaut=Bénéficiaires touchés, au plus | objectifsAtteints=Objectifs cibles atteints | ficheActionId=Identifiant de l’action | cooperativeId=Identifiant de la coopérative | structureId=Identifiant de la structure',
  'coopilote-groupes/1':
    'niveau=Niveau | axe1=Axe 1 | cle1=Clé 1 | libelle1=Libellé 1 | axe2=Axe 2 | cle2=Clé 2 | libelle2=Libellé 2 | axe3=Axe 3 | cle3=Clé 3 | libelle3=Libellé 3 | actions=Actions | attendus=Bilans ou valeurs attendus | recus=Bilans ou valeurs reçus | manquants=Bilans ou valeurs manquants | valides=Bilans validés | cibles=Bénéficiaires ciblés | bas=Réalisé, au moins | haut=Réalisé, au plus | prevision=Prévu | unite=Unité | mode=Mode d’agrégation',
  'coopilote-indicateurs/1':
    'regionCode=Code de la région | region=Région | code=Code | libelle=Indicateur commun | type=Type | unite=Unité | mode=Mode d’agrégation | bas=Réalisé, au moins | haut=Réalisé, au plus | prevision=Prévu | taux=Taux de réalisation | actions=Actions | bilans=Bilans | indicateurCommunId=Identifiant de l’indicateur',
  'coopilote-t3/1': `trimestre=Trimestre | departementCode=Code du département | departement=Département | cooperative=Coopérative d’acteurs | structure=Structure | etatBilan=État du bilan | transmisLe=Bilan transmis le | objectif=Objectif opérationnel du projet | intitule=Intitulé de l’action | objectifsPoursuivis=Objectifs poursuivis | resultatsAttendus=Résultats attendus | public1=Public cible 1 | public2=Public cible 2 | public3=Public cible 3 | autrePublic=Autre public cible | beneficiairesCibles=Bénéficiaires ciblés | territoire=Territoire d’intervention | ressources=Ressources mobilisées comme prévu | ressourcesMotif=Ressources\u00a0: pourquoi\u00a0? | publics=Groupes cibles atteints comme prévu | publicsMotif=Groupes cibles\u00a0: pourquoi\u00a0? | realisation=Actions réalisées et conformes | realisationMotif=Réalisation\u00a0: pourquoi\u00a0? | objectifs=Objectifs cibles atteints | objectifsMotif=Objectifs\u00a0: justification | ${SIX} | cooperation=Dynamique de coopération améliorée | cooperationMotif=Coopération\u00a0: quels aspects\u00a0? | pratiques=Pratiques améliorées | pratiquesMotif=Pratiques\u00a0: quels aspects\u00a0? | ists=Leviers sur les ISTS activés | istsMotif=ISTS\u00a0: lesquels\u00a0? | parcours=Parcours de santé amélioré | parcoursMotif=Parcours de santé\u00a0: quels aspects\u00a0? | freins=Freins identifiés | leviers=Leviers identifiés | pistes=Pistes d’amélioration | autresIndicateurs=Autres indicateurs | beneficiaires=Bénéficiaires touchés | ficheActionId=Identifiant de l’action | bilanId=Identifiant du bilan`,
};

describe('Layouts of the exports', () => {
  it.each(NOMS_GABARITS)('%s: its published columns neither move nor change their names', (nom) => {
    const gabarit = GABARITS[nom];
    expect(gabarit.colonnes.map(({ cle, entete }) => `${cle}=${entete}`).join(' | ')).toBe(
      PUBLIES[referenceGabarit(gabarit)],
    );
  });

  it.each(NOMS_GABARITS)('%s: a heading and a key name one column, which says what it means', (nom) => {
    const { colonnes } = GABARITS[nom];
    expect(new Set(colonnes.map(({ entete }) => entete)).size).toBe(colonnes.length);
    expect(new Set(colonnes.map(({ cle }) => cle)).size).toBe(colonnes.length);
    expect(colonnes.filter(({ sens }) => sens.length < 8)).toEqual([]);
    expect(colonnes.filter(({ genre, mots }) => (genre === 'oui' || genre === 'choix') && !mots)).toEqual([]);
  });

  it('hold every column of the guide’s T3, in its order', () => {
    const cles = GABARITS.t3.colonnes.map(({ cle }) => cle);
    const rangs = COLONNES_T3.map(({ cle }) => cles.indexOf(cle));
    expect(rangs).not.toContain(-1);
    expect(rangs).toEqual(rangs.toSorted((a, b) => a - b));
  });
});
