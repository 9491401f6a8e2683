import { ecrireEuros, type Jour } from '@coopilote/domain/commun';
import {
  ecrirePourcent,
  estConclue,
  LIBELLES_ETATS_MISE,
  LIBELLES_POSTES,
  type DocumentMise,
  type MiseFigee,
  type StructureMise,
} from '@coopilote/domain/financement';
import { formatDate } from '../dates';
import type { Bloc, CadreSignature, Ouvrage } from '../modele';
import { A_COMPLETER } from './acte';

/** The same in a cell. */
const A_DATER = '……………';

const jour = (j: Jour | null): string => (j ? formatDate(j) : A_COMPLETER);
const phrase = (texte: string): Bloc => ({ genre: 'PHRASE', texte });
/** A paragraph a line. */
const phrases = (texte: string): Bloc[] =>
  texte.split(/\n+/).flatMap((ligne) => (ligne.trim() ? [phrase(ligne.trim())] : []));

/** Lays out the convention of a mise à disposition: in our words, what the cooperation day says that it must hold. */
export function composerMiseADisposition(doc: DocumentMise, { maintenant }: { maintenant: Date }): Ouvrage {
  const { texte } = doc;
  const nom = `Convention de mise à disposition de ${texte.genre === 'PERSONNEL' ? 'personnel' : 'moyens'}`;
  const projet = estConclue(doc.etat) ? '' : 'Projet, non signé';
  const articles = [
    ['Objet et contexte', objet(texte)],
    texte.genre === 'PERSONNEL'
      ? ['Personnel mis à disposition', personnel(texte)]
      : ['Moyens partagés', moyens(texte)],
    ['Durée', duree(doc)],
    ['Clés de répartition', cles(texte)],
    ['Coût et facturation', couts(texte)],
    ['Taxe sur la valeur ajoutée', [phrase(tva(texte))]],
    ['Engagements des parties', engagements(texte)],
    ['Responsabilités', [{ genre: 'LISTE', elements: responsabilites(texte) }]],
    ['Approbations', approbations(doc)],
    ['Modification et fin', [phrase(FIN)]],
  ] satisfies [string, Bloc[]][];
  return {
    titre: `${nom}\u00a0: ${texte.intitule}`,
    surtitre: `${texte.cooperative} – ${texte.departement}`,
    faits: [
      { terme: 'Met à disposition', valeur: noms(texte, true) },
      { terme: 'Bénéficiaires', valeur: noms(texte, false) },
      { terme: 'État', valeur: projet || LIBELLES_ETATS_MISE[doc.etat] },
    ],
    blocs: [
      ...parties(texte),
      ...articles.flatMap(([titre, blocs], rang): Bloc[] => [
        { genre: 'TITRE', niveau: 1, texte: `Article\u00a0${rang + 1} – ${titre}` },
        ...blocs,
      ]),
      { genre: 'TITRE', niveau: 1, texte: 'Signatures' },
      { genre: 'SIGNATURES', cadres: texte.structures.map((s) => cadre(doc, s)) },
    ],
    auteur: texte.cooperative,
    sujet: nom,
    bandeau:
      [projet && 'Projet', texte.demonstration && 'Données de démonstration'].filter(Boolean).join(' – ') || null,
    creeLe: maintenant,
  };
}

const FIN =
  'Une fois signée, la convention ne se modifie plus\u00a0: ce qui change fait l’objet d’une nouvelle convention, approuvée et signée de même, qui la remplace. Elle prend fin à son terme, ou plus tôt par résiliation motivée\u00a0; les coûts engagés jusque-là sont répartis selon les mêmes clés.';

const noms = ({ structures }: MiseFigee, preteur: boolean): string =>
  structures
    .filter((s) => s.preteur === preteur)
    .map(({ nom }) => nom)
    .join(', ');

function identite({ nom, formeJuridique, siret, rna, finess, adresse }: StructureMise): string {
  const numeros = [siret && `SIRET ${siret}`, rna && `RNA ${rna}`, finess && `FINESS ${finess}`].filter(Boolean);
  return `${nom} (${[formeJuridique, ...(numeros.length ? numeros : [`SIRET ${A_COMPLETER}`])].join(', ')}), ${adresse ?? A_COMPLETER}`;
}

function parties({ structures, genre, remplace }: MiseFigee): Bloc[] {
  const role = (s: StructureMise): string => {
    if (!s.preteur) return 'ci-après «\u00a0bénéficiaire\u00a0»';
    return genre === 'PERSONNEL'
      ? 'ci-après «\u00a0l’employeur\u00a0», qui met à disposition'
      : 'ci-après «\u00a0la structure qui met à disposition\u00a0»';
  };
  return [
    { genre: 'TITRE', niveau: 1, texte: 'Entre' },
    { genre: 'LISTE', elements: structures.map((s) => `${identite(s)}, ${role(s)}`) },
    phrase('Il est convenu ce qui suit.'),
    ...(remplace ? [phrase(`La présente convention remplace la convention «\u00a0${remplace}\u00a0».`)] : []),
  ];
}

function objet({ intitule, contexte, action, cooperative }: MiseFigee): Bloc[] {
  const cadre = action ? `, pour l’action «\u00a0${action}\u00a0»` : '';
  return [
    phrase(
      `La mise à disposition porte sur\u00a0: ${intitule}. Elle s’inscrit dans la coopérative d’acteurs «\u00a0${cooperative}\u00a0»${cadre}.`,
    ),
    ...phrases(contexte ?? ''),
  ];
}

function personnel({ fonction, quotite }: MiseFigee): Bloc[] {
  return [
    phrase(
      `L’employeur met à disposition la fonction suivante\u00a0: ${fonction ?? A_COMPLETER}, pour ${ecrirePourcent(quotite ?? 0)} du temps de travail. ` +
        'La personne reste salariée de son employeur\u00a0; un avenant à son contrat de travail précise ses missions, ses horaires et ses lieux de travail.',
    ),
  ];
}

function moyens({ moyens: texte, porteurContrat }: MiseFigee): Bloc[] {
  return [
    ...phrases(texte ?? A_COMPLETER),
    phrase(
      porteurContrat
        ? `Les contrats avec les tiers sont portés par ${porteurContrat}.`
        : 'Aucun contrat avec un tiers n’est nécessaire.',
    ),
  ];
}

function duree({ texte, finEffective }: DocumentMise): Bloc[] {
  const fin = finEffective && finEffective !== texte.fin ? ` Elle a pris fin le ${jour(finEffective)}.` : '';
  return [
    phrase(
      `La mise à disposition court du ${jour(texte.debut)} au ${jour(texte.fin)}. Elle ne se renouvelle pas d’elle-même.${fin}`,
    ),
  ];
}

function cles({ structures }: MiseFigee): Bloc[] {
  return [
    phrase('Le coût réel est réparti entre les structures selon ces clés, dont la somme est de 100,00\u00a0%.'),
    {
      genre: 'TABLE',
      entetes: ['Structure', 'Clé'],
      parts: [8, 2],
      nombres: [1],
      lignes: structures.map(({ nom, preteur, cle }) => [
        preteur ? `${nom} (met à disposition)` : nom,
        ecrirePourcent(cle),
      ]),
      pied: [['Total', ecrirePourcent(structures.reduce((somme, { cle }) => somme + cle, 0))]],
    },
  ];
}

function couts({ genre, couts: lignes }: MiseFigee): Bloc[] {
  return [
    phrase('Coût prévu\u00a0:'),
    {
      genre: 'TABLE',
      entetes: ['Année', 'Poste', 'Précision', 'Coût prévu'],
      parts: [2, 4, 4, 3],
      nombres: [3],
      lignes: lignes.map(({ annee, poste, libelle, prevu }) => [
        String(annee),
        LIBELLES_POSTES[poste],
        libelle ?? '',
        ecrireEuros(prevu),
      ]),
      pied: [['Total', '', '', ecrireEuros(lignes.reduce((somme, { prevu }) => somme + prevu, 0))]],
    },
    phrase(
      'Pour chaque période, la structure qui met à disposition arrête le coût réel et facture à chaque bénéficiaire sa part, à l’euro près, sans marge ni frais de gestion. ' +
        (genre === 'PERSONNEL'
          ? 'Une facturation supérieure au coût ferait de la mise à disposition un prêt de main-d’œuvre à but lucratif, qui est illicite (code du travail, article L.\u00a08241-1).'
          : 'Rien n’est facturé au-delà du coût.'),
    ),
  ];
}

function tva({ tva: due, tauxTva, motifSansTva }: MiseFigee): string {
  if (due)
    return `Les sommes facturées s’entendent hors taxes\u00a0; la TVA s’y ajoute au taux de ${ecrirePourcent(tauxTva ?? 0)}.`;
  return `La TVA ne s’applique pas\u00a0: ${motifSansTva ?? A_COMPLETER}.`;
}

function engagements({ obligationsPreteur, obligationsBeneficiaires }: MiseFigee): Bloc[] {
  return [
    { genre: 'TITRE', niveau: 2, texte: 'La structure qui met à disposition' },
    ...phrases(obligationsPreteur ?? A_COMPLETER),
    { genre: 'TITRE', niveau: 2, texte: 'Les bénéficiaires' },
    ...phrases(obligationsBeneficiaires ?? A_COMPLETER),
  ];
}

/** Who answers for what (cooperation day, « Responsabilité »). */
function responsabilites({ genre, porteurContrat }: MiseFigee): string[] {
  const entre =
    'Entre les structures, la responsabilité est contractuelle\u00a0: chacune répond de ses fautes envers les autres.';
  if (genre === 'PERSONNEL') {
    return [
      entre,
      'Le bénéficiaire reste responsable de son activité, y compris lorsqu’elle est exercée par la personne mise à disposition.',
      'La personne mise à disposition répond de son travail devant son employeur, qui garde le pouvoir disciplinaire.',
    ];
  }
  return [
    entre,
    porteurContrat
      ? `Envers les tiers, ${porteurContrat} est engagée par les contrats qu’elle porte\u00a0; en cas d’achats groupés, chaque contrat dit si les structures s’engagent ensemble ou chacune pour sa part.`
      : 'En cas d’achats groupés, chaque contrat dit si les structures s’engagent ensemble ou chacune pour sa part envers le cocontractant.',
  ];
}

function approbations({ texte, parties: donnees }: DocumentMise): Bloc[] {
  const personnelMis = texte.genre === 'PERSONNEL';
  return [
    phrase(
      'La convention est approuvée par le conseil d’administration de chaque structure, ou l’instance qui en tient lieu, après information-consultation du comité social et économique (CSE).',
    ),
    {
      genre: 'TABLE',
      entetes: ['Structure', 'CSE', 'Conseil d’administration', ...(personnelMis ? ['Avenant au contrat'] : [])],
      parts: personnelMis ? [4, 3, 3, 3] : [4, 4, 4],
      lignes: texte.structures.map(({ structureId, nom, preteur }) => {
        const p = donnees.find((d) => d.structureId === structureId);
        return [
          nom,
          p?.cseSansObjet ? `Sans objet\u00a0: ${p.cseSansObjet}` : p?.cseLe ? `Consulté le ${jour(p.cseLe)}` : A_DATER,
          p?.deliberationLe ? `Délibération du ${jour(p.deliberationLe)}` : A_DATER,
          ...(personnelMis ? [preteur ? (p?.avenantLe ? `Signé le ${jour(p.avenantLe)}` : A_DATER) : '–'] : []),
        ];
      }),
    },
  ];
}

function cadre({ parties: donnees }: DocumentMise, { structureId, nom }: StructureMise): CadreSignature {
  const partie = donnees.find((p) => p.structureId === structureId);
  return {
    nom,
    qui: partie?.signataire ? `Représentée par ${partie.signataire}` : null,
    mention: partie?.signeLe ? `Signé le ${jour(partie.signeLe)}.` : `Fait à ${A_DATER}, le ${A_DATER}`,
    aSigner: !partie?.signeLe,
  };
}
