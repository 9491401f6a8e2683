import { ecrireEuros, type Jour } from '@coopilote/domain/commun';
import { NATURES, type ActeFige } from '@coopilote/domain/financement';
import { formatJour } from '../dates';
import type { Bloc, Ouvrage } from '../modele';
import { euroEnLettres } from './lettres';

/** Left to the pen where the application does not know. */
export const A_COMPLETER = '……………………………………';

const jour = (j: Jour | null): string => (j ? formatJour(j).replace(/^\S+ /, '') : A_COMPLETER);
const titre = (niveau: 1 | 2, texte: string): Bloc => ({ genre: 'TITRE', niveau, texte });
const phrase = (texte: string): Bloc => ({ genre: 'PHRASE', texte });
const montantDit = (centimes: number): string => `${ecrireEuros(centimes)} (${euroEnLettres(centimes)})`;
const somme = (montants: readonly { montant: number }[]): number => montants.reduce((s, { montant }) => s + montant, 0);

/** Lays out a décision d'attribution or a convention de financement (guide, fiche 4): what is not known is a line to fill. */
export function composerActeFinancement(acte: ActeFige, { maintenant }: { maintenant: Date }): Ouvrage {
  const decision = acte.forme === 'DECISION';
  const nom = decision
    ? 'Décision d’attribution de subvention'
    : `Convention de financement ${acte.duree > 1 ? 'pluriannuelle' : 'annuelle'}`;
  return {
    titre: `${nom} ${acte.annee}`,
    surtitre: `Agence régionale de santé ${acte.region} – délégation départementale, ${acte.departement}`,
    faits: [
      { terme: 'Numéro', valeur: acte.reference ?? A_COMPLETER },
      { terme: 'Bénéficiaire', valeur: acte.structure.nom },
      { terme: 'Coopérative d’acteurs', valeur: acte.cooperative },
      { terme: 'Montant', valeur: montantDit(somme(acte.lignes)) },
      { terme: 'État', valeur: acte.signeLe ? `Signé le ${jour(acte.signeLe)}` : 'Projet, non signé' },
    ],
    blocs: [...(decision ? [] : parties(acte)), ...visas(acte), ...articles(acte), ...signatures(acte)],
    auteur: `Agence régionale de santé ${acte.region}`,
    sujet: `${nom} – ${acte.structure.nom}`,
    bandeau: acte.demonstration ? 'Données de démonstration' : null,
    creeLe: maintenant,
  };
}

function identite({ structure }: ActeFige): string {
  const numeros = [
    structure.siret && `SIRET ${structure.siret}`,
    structure.rna && `RNA ${structure.rna}`,
    structure.finess && `FINESS ${structure.finess}`,
  ].filter(Boolean);
  return `${structure.nom} (${structure.formeJuridique}${numeros.length ? `, ${numeros.join(', ')}` : `, SIRET ${A_COMPLETER}`}), ${structure.adresse ?? A_COMPLETER}`;
}

function parties(acte: ActeFige): Bloc[] {
  return [
    titre(1, 'Entre'),
    phrase(
      `L’agence régionale de santé ${acte.region}, représentée par ${acte.signataireArs ?? A_COMPLETER}, ci-après «\u00a0l’Agence\u00a0»,`,
    ),
    phrase(
      `et ${identite(acte)}, représentée par ${acte.signataireStructure ?? A_COMPLETER}, ci-après «\u00a0la structure\u00a0».`,
    ),
  ];
}

function visas(acte: ActeFige): Bloc[] {
  const vus = [
    'le code de la santé publique, notamment ses articles L. 1431-1 et suivants et L. 1435-8 et suivants',
    'la loi nº\u00a02000-321 du 12 avril 2000, notamment ses articles 9-1 et 10',
    ...(acte.conventionEnVigueur
      ? [`la convention de partenariat de la coopérative d’acteurs «\u00a0${acte.cooperative}\u00a0»`]
      : []),
    // R5: without partnership convention, the décision cites the request.
    ...(acte.demandeLe || !acte.conventionEnVigueur
      ? [`la demande de subvention de ${acte.structure.nom}, datée et signée du ${jour(acte.demandeLe)}`]
      : []),
    ...acte.precedents.map(
      (p) =>
        `la décision d’attribution nº\u00a0${p.reference ?? A_COMPLETER} du ${jour(p.signeLe)}, d’un montant de ${ecrireEuros(p.montant)}`,
    ),
    ...(acte.visas ?? '')
      .split('\n')
      .map((ligne) => ligne.trim().replace(/^vu /i, ''))
      .filter(Boolean),
  ];
  return [titre(1, 'Visas'), { genre: 'LISTE', elements: vus.map((v) => `Vu ${v}\u00a0;`) }];
}

function articles(acte: ActeFige): Bloc[] {
  const decision = acte.forme === 'DECISION';
  const total = somme(acte.lignes);
  const prevu = somme(acte.echeancier);
  return [
    titre(1, decision ? 'Décide' : 'Il est convenu ce qui suit'),
    titre(2, 'Article 1 – Objet'),
    phrase(
      decision
        ? `Une subvention est attribuée à ${identite(acte)}, pour sa part des actions de la coopérative d’acteurs «\u00a0${acte.cooperative}\u00a0» en ${acte.annee}.`
        : `La convention fixe le soutien de l’Agence à la structure, pour sa part des actions de la coopérative d’acteurs «\u00a0${acte.cooperative}\u00a0».`,
    ),
    titre(2, 'Article 2 – Montant'),
    phrase(`Le montant de la subvention pour ${acte.annee} est de ${montantDit(total)}, réparti ainsi\u00a0:`),
    {
      genre: 'TABLE',
      entetes: ['Action', 'Objet', 'Crédits', 'Montant'],
      parts: [5, 4, 4, 3],
      lignes: [
        ...acte.lignes.map((l) => [
          l.action ?? 'Ensemble du programme',
          l.objet ?? '',
          NATURES[l.nature].libelle,
          ecrireEuros(l.montant),
        ]),
        ['Total', '', '', ecrireEuros(total)],
      ],
    },
    phrase(`Imputation budgétaire\u00a0: ${acte.imputation ?? A_COMPLETER}`),
    titre(2, 'Article 3 – Versements'),
    ...(acte.echeancier.length
      ? [
          {
            genre: 'TABLE',
            entetes: ['Date prévue', 'Versement', 'Montant'],
            parts: [4, 6, 4],
            lignes: acte.echeancier.map((v) => [jour(v.prevuLe), v.libelle ?? '', ecrireEuros(v.montant)]),
          } as const,
        ]
      : []),
    ...(prevu < total
      ? [
          phrase(
            `${acte.echeancier.length ? `Reste de ${ecrireEuros(total - prevu)}, versé` : 'La subvention est versée'} selon l’échéancier suivant\u00a0: ${A_COMPLETER}`,
          ),
        ]
      : []),
    phrase(`Compte à créditer\u00a0: ${A_COMPLETER}`),
    titre(2, 'Article 4 – Emploi, suivi et compte rendu'),
    phrase(
      'La subvention est employée aux seules actions de l’article 2. La structure transmet à l’Agence ses bilans trimestriels, et un compte rendu financier dans les six mois qui suivent la fin de l’exercice pour lequel la subvention a été attribuée.',
    ),
    titre(2, 'Article 5 – Somme non employée'),
    phrase(
      'Ce qui n’a pas été dépensé est reversé à l’Agence, ou reporté sur l’année suivante avec son accord écrit. L’Agence peut demander le reversement de ce qui n’aurait pas été employé conformément à son objet.',
    ),
    ...(decision ? fin(acte) : duree(acte)),
  ];
}

function fin(acte: ActeFige): Bloc[] {
  return [
    titre(2, 'Article 6 – Exécution'),
    phrase(
      `Le directeur de la délégation départementale (${acte.departement}) est chargé de l’exécution de la présente décision, qui sera notifiée à la structure.`,
    ),
  ];
}

function duree(acte: ActeFige): Bloc[] {
  const annees = acte.duree > 1 ? `${acte.annee} à ${acte.annee + acte.duree - 1}` : `${acte.annee}`;
  return [
    titre(2, 'Article 6 – Durée'),
    phrase(
      acte.duree > 1
        ? `La convention court sur les années ${annees}. Le montant de chaque année suivante est fixé par avenant.`
        : `La convention court sur l’année ${annees}. Elle ne se renouvelle que de manière expresse.`,
    ),
    titre(2, 'Article 7 – Modification et résiliation'),
    phrase(
      'Toute modification prend la forme d’un avenant signé des deux parties. La convention peut être résiliée par lettre recommandée avec avis de réception, avec effet un mois après sa réception.',
    ),
  ];
}

function signatures(acte: ActeFige): Bloc[] {
  const lieu = `Fait à ${A_COMPLETER}, le ${jour(acte.signeLe)}`;
  const ars = ['Pour l’agence régionale de santé', acte.signataireArs ?? A_COMPLETER, A_COMPLETER];
  const structure = [`Pour ${acte.structure.nom}`, acte.signataireStructure ?? A_COMPLETER, A_COMPLETER];
  return [
    titre(1, 'Signatures'),
    phrase(lieu),
    {
      genre: 'TABLE',
      entetes: ['Partie', 'Nom et qualité', 'Signature'],
      parts: [4, 4, 5],
      lignes: acte.forme === 'DECISION' ? [ars] : [ars, structure],
    },
  ];
}
