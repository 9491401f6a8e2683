import type { ArticleConvention } from './contenu';

/** The convention of the guide (fiche 4): what a region starts from, and edits. */
export const MODELE_DU_GUIDE: readonly ArticleConvention[] = [
  {
    cle: 'preambule',
    titre: 'Préambule',
    texte:
      '<p>{{presentation}}</p>' +
      '<p>Il est apparu nécessaire de mobiliser et coordonner les actions de chacun des acteurs, dans leurs domaines de compétences respectifs, afin de proposer une réponse commune\u00a0: {{objectif_general}}.</p>' +
      '<p>Considérant l’ensemble de ces éléments, les parties prenantes souhaitent s’engager de manière partenariale au déploiement du programme «\u00a0{{programme}}\u00a0» dans le cadre de la démarche «\u00a0coopérative d’acteurs en promotion de la santé\u00a0» initiée par l’Agence régionale de santé {{region}}.</p>',
  },
  {
    cle: '1',
    titre: 'Objet de la convention',
    texte:
      '<p>Par la présente convention, les signataires s’engagent, conformément à leurs missions et domaines de compétences respectifs, à mettre en œuvre, suivre et adapter en cohérence avec les orientations mentionnées en préambule, un programme relatif à {{programme}}.</p>' +
      '<p>Le programme doit répondre aux objectifs définis en commun à partir du diagnostic initial, à savoir\u00a0:</p>' +
      '<p>{{objectifs}}</p>',
  },
  { cle: '2', titre: 'Descriptif des actions du programme', texte: '<p>{{actions}}</p>' },
  {
    cle: '3',
    titre: 'Conditions de détermination des contributions financières',
    texte:
      '<p>L’Agence régionale de santé s’engage à contribuer au soutien financier du programme dans des proportions et selon des modalités qui sont déterminées respectivement et parallèlement. Le budget alloué est réparti en fonction de la contribution propre à chacun des intervenants dans les actions du programme.</p>' +
      '<p>{{contributions}}</p>',
  },
  {
    cle: '4.1',
    titre: 'Comité de pilotage',
    texte:
      '<p>Le pilotage et le suivi du programme sont réalisés par un comité de pilotage animé par la délégation départementale de l’Agence régionale de santé. Ce comité associe {{promoteurs}}.</p>' +
      '<p>Il a pour objectif de définir les modalités de mise en œuvre des actions, d’échanger sur les pratiques respectives, d’évaluer les résultats recensés dans les bilans d’activité et les tendances qui se dégagent du programme, et de procéder aux ajustements nécessaires pour la bonne marche de ce dernier.</p>',
  },
  {
    cle: '4.2',
    titre: 'Réunions opérationnelles',
    texte:
      '<p>Les parties procèdent aux réunions opérationnelles nécessaires à la mise en œuvre et à l’évaluation du programme, à une périodicité qu’elles définissent conjointement.</p>' +
      '<p>Elles déterminent, avant le démarrage du programme, les indicateurs d’évaluation (processus, activité et résultats) qui permettront d’alimenter le bilan annuel.</p>',
  },
  {
    cle: '4.3',
    titre: 'Bilans trimestriels',
    texte:
      '<p>Des bilans trimestriels sont établis par les parties prenantes et transmis à l’Agence régionale de santé.</p>',
  },
  {
    cle: '4.4',
    titre: 'Bilan annuel',
    texte:
      '<p>Une réunion élargie entre les différentes parties, permettant de dresser un bilan complet, a lieu deux mois avant l’échéance annuelle. Elle sert, par ailleurs, à déterminer la reconduction ou non d’une action engagée.</p>',
  },
  {
    cle: '5',
    titre: 'Durée, modification et résiliation de la convention',
    texte:
      '<p>Cette convention prend effet à compter de sa signature par la dernière des parties et perdure {{duree}}, renouvelable de manière expresse.</p>' +
      '<p>Toute proposition de modification de la présente convention ne pourra être prise en compte qu’après la signature d’un avenant par les parties signataires.</p>' +
      '<p>Elle peut être résiliée à tout moment par l’une ou l’autre partie au moyen d’une lettre recommandée avec avis de réception adressée à chacune des autres parties. La résiliation de la convention prend effet un mois après la réception de cette lettre.</p>',
  },
];
/** Keys of a convention, in the guide's order: a template gives a text to each, and adds none. */
export const CLES_ARTICLES: readonly string[] = MODELE_DU_GUIDE.map(({ cle }) => cle);
/** Heading above articles 4.1 to 4.4. */
export const TITRE_ARTICLE_4 = 'Pilotage et suivi de la coopérative d’acteurs';

/** « Préambule », « Article 4.2 ». */
export const numeroArticle = (cle: string): string => (cle === 'preambule' ? 'Préambule' : `Article\u00a0${cle}`);
