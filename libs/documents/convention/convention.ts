import type { Jour } from '@coopilote/domain/commun';
import {
  dureeEnMots,
  nomActe,
  priseEffet,
  type ContenuConvention,
  type Difference,
  type GenreActe,
  type SignatureConvention,
} from '@coopilote/domain/conventions';
import { formatDate } from '../dates';
import type { Edition } from '../modele';
import { lireLogo } from '../logo';
import type { Bloc, Ouvrage } from '../modele';
import { articles } from './articles';
import { modifications } from './modifications';
import { parties, signatures } from './parties';

export type EtatDocumentConvention = 'PROJET' | 'FIGE' | 'SIGNE';

/** A convention, or what modifies or renews one, as its parties will read it and sign it. */
export interface DocumentConvention {
  genre: GenreActe;
  /** Of this text among those of its kind. */
  numero: number;
  conventionNumero: number;
  cooperative: string;
  contenu: ContenuConvention;
  /** Why an avenant is made. */
  objet: string | null;
  /** For an avenant: against the text in force before it. */
  differences: Difference[];
  /** Given so far: empty when the text is printed to be signed. */
  signatures: SignatureConvention[];
  etat: EtatDocumentConvention;
  /** PNG or JPEG; those that cannot be read are left out. */
  logos: { partieId: string; contenu: Buffer }[];
  /** When the convention that an avenant modifies took effect. */
  conventionEffet: Jour | null;
  demonstration: boolean;
}

/** Lays out a convention in the order of the guide (fiche 4), or an avenant followed by the text that it leads to. */
export function composerConvention(doc: DocumentConvention, { maintenant }: Pick<Edition, 'maintenant'>): Ouvrage {
  const { donnees } = doc.contenu;
  const effet = priseEffet(
    donnees.parties.map(({ id }) => id),
    doc.signatures,
  );
  const nom = `convention de partenariat relative à «\u00a0${donnees.programme}\u00a0»`;
  const bandeau = [doc.etat === 'PROJET' ? 'Projet' : '', doc.demonstration ? 'Données de démonstration' : ''];
  return {
    logos: logos(doc),
    titre: doc.genre === 'INITIALE' ? nom.replace('c', 'C') : `${nomActe(doc.genre, doc.numero)} à la ${nom}`,
    surtitre: `${doc.cooperative} – Convention nº\u00a0${doc.conventionNumero}`,
    faits: doc.etat === 'SIGNE' && effet ? [{ terme: 'Prise d’effet', valeur: formatDate(effet) }] : [],
    blocs: doc.genre === 'INITIALE' ? convention(doc) : avenant(doc),
    auteur: doc.cooperative,
    sujet:
      doc.genre === 'INITIALE'
        ? `Convention de partenariat nº\u00a0${doc.conventionNumero}`
        : `${nomActe(doc.genre, doc.numero)} à la convention nº\u00a0${doc.conventionNumero}`,
    bandeau: bandeau.filter(Boolean).join(' – ') || null,
    creeLe: maintenant,
  };
}

/** In the order of the parties. */
const logos = ({ contenu, logos: liste }: DocumentConvention): Ouvrage['logos'] =>
  contenu.donnees.parties.flatMap(({ id, nom }) =>
    liste.filter(({ partieId }) => partieId === id).flatMap((logo) => lireLogo(logo.contenu, nom) ?? []),
  );

function convention(doc: DocumentConvention): Bloc[] {
  return [
    ...parties(doc.contenu.donnees.parties),
    { genre: 'PHRASE', texte: 'Il est convenu ce qui suit\u00a0:' },
    ...articles(doc.contenu.articles, 1),
    ...signatures(doc),
  ];
}

function avenant(doc: DocumentConvention): Bloc[] {
  const { donnees } = doc.contenu;
  const depuis = doc.conventionEffet ? `, en vigueur depuis le ${formatDate(doc.conventionEffet)}` : '';
  const parts: { titre: string; blocs: Bloc[] }[] = [
    ...(doc.objet?.trim() ? [{ titre: 'Objet de l’avenant', blocs: phrases(doc.objet) }] : []),
    ...(doc.genre === 'RENOUVELLEMENT'
      ? [{ titre: 'Renouvellement', blocs: phrases(renouvellement(donnees.dureeMois)) }]
      : []),
    ...modifications(doc.differences),
    {
      titre: 'Autres stipulations',
      blocs: phrases(
        'Les autres stipulations demeurent inchangées. Le texte consolidé de la convention figure en annexe.',
      ),
    },
    {
      titre: 'Prise d’effet',
      blocs: phrases('Le présent avenant prend effet à compter de sa signature par la dernière des parties.'),
    },
  ];
  return [
    ...parties(donnees.parties),
    {
      genre: 'PHRASE',
      texte: `Vu la convention de partenariat nº\u00a0${doc.conventionNumero} relative à «\u00a0${donnees.programme}\u00a0»${depuis}, il est convenu ce qui suit\u00a0:`,
    },
    ...parts.flatMap(({ titre, blocs }, rang): Bloc[] => [
      { genre: 'TITRE', niveau: 1, texte: `Article\u00a0${rang + 1} – ${titre}` },
      ...blocs,
    ]),
    ...signatures(doc),
    { genre: 'SAUT' },
    { genre: 'TITRE', niveau: 1, texte: 'Annexe – Texte consolidé de la convention' },
    ...articles(doc.contenu.articles, 2),
  ];
}

/** A term follows the former one without a gap, unless it had ended before the last signature. */
function renouvellement(mois: number): string {
  const duree = dureeEnMots(mois);
  return `La convention est renouvelée de manière expresse pour une durée ${/^[aeiou]/.test(duree) ? 'd’' : 'de '}${duree}, à compter du lendemain de son échéance, ou de la signature par la dernière des parties si celle-ci est postérieure à l’échéance.`;
}

/** A paragraph a line. */
const phrases = (texte: string): Bloc[] => [
  {
    genre: 'TEXTE',
    blocs: texte
      .split(/\n+/)
      .map((ligne) => ligne.trim())
      .filter(Boolean)
      .map((ligne) => ({ genre: 'PARAGRAPHE', contenu: [{ texte: ligne }] })),
  },
];
