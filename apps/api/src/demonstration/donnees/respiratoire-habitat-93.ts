import { actionsRespiratoire93 } from './respiratoire-habitat-93-actions';
import type { CooperativeSource } from './fabrique';

export const respiratoireHabitat93: CooperativeSource = {
  cle: 'respiratoire-habitat-93',
  departementCode: '93',
  intitule: 'Constitution d’un réseau d’acteurs autour d’un service « santé respiratoire et habitat »',
  presentation:
    'Humidité, moisissures, suroccupation : dans quatre communes du nord de la Seine-Saint-Denis, le logement aggrave l’asthme et les maladies respiratoires. La coopérative constitue un réseau entre soignants, services d’hygiène, bailleur, conseillers en environnement intérieur et habitants, autour d’un service qui va de la consultation jusqu’au logement, et du logement jusqu’aux travaux.',
  phase: 'SUIVI_EVALUATION',
  debutMois: -40,
  thematiques: ['SANTE_RESPIRATOIRE', 'LOGEMENT_SANTE'],
  publics: ['PERSONNES_RESPIRATOIRE', 'MAL_LOGES', 'FAMILLES'],
  communes: ['93001', '93066', '93027', '93072'],
  qpv: [
    'Villette – Quatre-Chemins (Aubervilliers)',
    'Franc-Moisin (Saint-Denis)',
    'Floréal – Saussaie – Courtille (Saint-Denis)',
    'Les 4000 (La Courneuve)',
    'Clos Saint-Lazare (Stains)',
  ],
  dispositifs: [
    {
      code: 'CLS',
      articulation:
        'Les contrats locaux de santé des quatre villes ont une fiche « habitat » qui renvoie au service commun.',
    },
    { code: 'ASV', articulation: 'L’atelier santé ville de Stains anime les rencontres d’habitants.' },
    {
      code: 'PRSE',
      articulation:
        'Le plan régional santé environnement soutient les visites de conseillers en environnement intérieur.',
    },
    { code: 'CONTRAT_VILLE', articulation: 'Les immeubles visités en premier sont ceux des projets de rénovation.' },
    {
      code: 'CPTS',
      articulation: 'Les pneumologues et généralistes de la communauté professionnelle prescrivent les visites.',
    },
  ],
  eParcoursReferent: 'Référent e-parcours de la délégation départementale de Seine-Saint-Denis',
  principes: {
    PRIORISATION_BESOINS: {
      respecte: true,
      commentaire: 'Les hospitalisations pour asthme de l’enfant dépassent nettement la moyenne régionale.',
    },
    OBJECTIFS_SANTE_PUBLIQUE: {
      respecte: true,
      commentaire: 'Asthme, qualité de l’air intérieur et lutte contre l’habitat indigne.',
    },
    POPULATION_LARGE: { respecte: true, commentaire: 'Plus de 320 000 habitants dans les quatre communes.' },
    DIMENSION_PROMOTION: {
      respecte: true,
      commentaire: 'Le réseau agit sur le logement autant que sur le traitement.',
    },
    EXPRESSION_HABITANTS: {
      respecte: true,
      commentaire: 'Des amicales de locataires signalent et suivent les situations.',
    },
    PERIMETRE_IDENTIFIABLE: {
      respecte: true,
      commentaire: 'Quatre communes voisines du même établissement public territorial.',
    },
    COHERENCE_LOCALE: { respecte: true, commentaire: 'Les services d’hygiène se réunissaient déjà chaque trimestre.' },
    CLS_PORTEUR: { respecte: true, commentaire: 'Quatre contrats locaux de santé, dont deux cofinancent une action.' },
    ACTEURS_COMPLEMENTAIRES: {
      respecte: true,
      commentaire: 'Santé, hygiène, bailleur, insertion par les travaux, médiation.',
    },
    DUREE_PLURIANNUELLE: { respecte: true, commentaire: 'Les effets sur le bâti exigent au moins trois ans.' },
    ARTICULATION_DISPOSITIFS: {
      respecte: true,
      commentaire: 'Le signalement légal reste aux services d’hygiène ; le réseau prépare et accompagne.',
    },
    CROISEMENT_POPULATION_TERRITOIRE_THEMATIQUE: {
      respecte: true,
      commentaire: 'Malades respiratoires, quatre communes, habitat.',
    },
    THEMATIQUE_PEU_COUVERTE: {
      respecte: true,
      commentaire: 'Aucun service ne reliait prescription médicale, visite et travaux.',
    },
    TRANSVERSALITE: {
      respecte: true,
      commentaire: 'Le bailleur et la coopérative de travaux siègent au comité technique.',
    },
    COCONSTRUCTION: {
      respecte: true,
      commentaire: 'Le circuit a été dessiné à partir de douze situations réelles, rendues anonymes.',
    },
    PARTICIPATION_HABITANTS: {
      respecte: false,
      commentaire: 'La participation reste ponctuelle ; un groupe d’habitants doit être formé à Stains.',
    },
    CULTURE_COMMUNE: {
      respecte: true,
      commentaire: 'Glossaire commun soignants-techniciens, formation croisée chaque semestre.',
    },
  },
  adhesions: [
    ['ville-aubervilliers', -13],
    ['ville-stains', -13],
    ['cms-courneuve', -12],
    ['hopital-plaine', -12],
    ['respire-habitat', -13],
    ['bailleur-plaine', -10],
    ['bien-habiter', -9],
    ['mediatrices-plateau', -6],
    ['promotion-nord-est', -11],
  ],
  etapes: [
    {
      phase: 'PREFIGURATION',
      genre: 'PHASE',
      intitule: 'Préfiguration du service commun',
      responsable: 'Délégation départementale',
      mois: [-40, -36],
    },
    {
      phase: 'PREFIGURATION',
      genre: 'TACHE',
      intitule: 'Rencontres avec les services d’hygiène et les pneumologues',
      responsable: 'Délégation départementale',
      mois: [-40, -38],
      livrables: 'Schéma du circuit',
    },
    {
      phase: 'DIAGNOSTIC',
      genre: 'PHASE',
      intitule: 'Diagnostic croisé santé et habitat',
      responsable: 'Respire Habitat',
      mois: [-36, -32],
    },
    {
      phase: 'DIAGNOSTIC',
      genre: 'TACHE',
      intitule: 'Croisement des hospitalisations et du parc ancien',
      responsable: 'Promotion santé Nord-Est francilien',
      mois: [-35, -33],
      livrables: 'Cartes commentées',
    },
    {
      phase: 'PLAN_ACTIONS',
      genre: 'PHASE',
      intitule: 'Élaboration du plan d’actions',
      responsable: 'Comité technique',
      mois: [-32, -28],
    },
    {
      phase: 'MISE_EN_OEUVRE',
      genre: 'PHASE',
      intitule: 'Mise en œuvre du plan d’actions',
      responsable: 'Membres du réseau',
      mois: [-27, 5],
    },
    {
      phase: 'MISE_EN_OEUVRE',
      genre: 'TACHE',
      intitule: 'Formulaire unique de prescription et de signalement',
      responsable: 'Ville d’Aubervilliers',
      mois: [-26, -23],
      livrables: 'Formulaire, notice',
    },
    {
      phase: 'SUIVI_EVALUATION',
      genre: 'PHASE',
      intitule: 'Suivi et évaluation des activités',
      responsable: 'Délégation départementale',
      mois: [-21, 8],
    },
    {
      phase: 'SUIVI_EVALUATION',
      genre: 'TACHE',
      intitule: 'Rappel à six mois des ménages visités',
      responsable: 'Respire Habitat',
      mois: [-9, -1],
      livrables: 'Note de résultats',
      etat: 'EN_COURS',
    },
    {
      phase: 'EVALUATION',
      genre: 'PHASE',
      intitule: 'Évaluation de la coopérative d’acteurs',
      responsable: 'Comité technique d’évaluation',
      mois: [3, 11],
    },
  ],
  objectifs: [
    {
      cle: 'res-general',
      niveau: 'GENERAL',
      intitule: 'Réduire l’effet du logement sur la santé respiratoire des habitants de quatre communes',
      impact: 'Les crises et les hospitalisations pour asthme diminuent chez les personnes accompagnées.',
    },
    {
      cle: 'res-spe-service',
      parent: 'res-general',
      niveau: 'SPECIFIQUE',
      intitule: 'Faire fonctionner un service commun de la consultation au logement',
      impact: 'Chaque prescription aboutit à une visite et à des mesures tenues.',
    },
    {
      cle: 'res-spe-travaux',
      parent: 'res-general',
      niveau: 'SPECIFIQUE',
      intitule: 'Obtenir des améliorations durables du logement',
      impact: 'Les causes d’humidité sont traitées et ne réapparaissent pas.',
    },
    {
      cle: 'res-op-reperer',
      parent: 'res-spe-service',
      niveau: 'OPERATIONNEL',
      intitule: 'Repérer en consultation et prescrire une visite',
      impact: 'Quarante prescripteurs réguliers et une école de l’asthme en ville.',
    },
    {
      cle: 'res-op-visiter',
      parent: 'res-spe-service',
      niveau: 'OPERATIONNEL',
      intitule: 'Visiter les logements et conseiller les ménages',
      impact: 'Deux cents visites par an dans les six semaines.',
    },
    {
      cle: 'res-op-signaler',
      parent: 'res-spe-travaux',
      niveau: 'OPERATIONNEL',
      intitule: 'Traiter ensemble les signalements avec les services d’hygiène et le bailleur',
      impact: 'Un guichet commun et une revue mensuelle des signalements.',
    },
    {
      cle: 'res-op-travaux',
      parent: 'res-spe-travaux',
      niveau: 'OPERATIONNEL',
      intitule: 'Accompagner les petits travaux et former les relais',
      impact: 'Quarante chantiers accompagnés et cent relais formés par an.',
    },
  ],
  actions: actionsRespiratoire93,
};
