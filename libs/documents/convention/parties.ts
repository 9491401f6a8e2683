import type { BlocTexte, Fragment } from '@coopilote/domain/commun';
import { LIBELLES_MODES_SIGNATURE, type PartieConvention } from '@coopilote/domain/conventions';
import { formatDate } from '../dates';
import type { Bloc, CadreSignature } from '../modele';
import type { DocumentConvention } from './convention';

/** « Entre : », the parties in their order, and how the text names them. */
export function parties(liste: readonly PartieConvention[]): Bloc[] {
  const paragraphe = (...contenu: Fragment[]): BlocTexte => ({ genre: 'PARAGRAPHE', contenu });
  return [
    {
      genre: 'TEXTE',
      blocs: [
        paragraphe({ texte: 'Entre\u00a0:', gras: true }),
        ...liste.flatMap((partie, rang): BlocTexte[] => {
          const qui = representation(partie);
          return [
            ...(rang > 0 ? [paragraphe({ texte: 'Et' })] : []),
            paragraphe({ texte: partie.nom, gras: true }, { texte: qui ? `, ${qui},` : ',' }),
          ];
        }),
        paragraphe({
          texte: 'Ci-après dénommées, ensemble les «\u00a0Parties\u00a0» et individuellement la «\u00a0Partie\u00a0».',
        }),
      ],
    },
  ];
}

function representation({ representant, qualite }: PartieConvention): string | null {
  const qui = [representant, qualite].filter(Boolean).join(', ');
  return qui ? `représentée par ${qui}` : null;
}

export function signatures({ contenu, signatures: donnees }: DocumentConvention): Bloc[] {
  return [
    { genre: 'TITRE', niveau: 1, texte: 'Signatures des parties' },
    {
      genre: 'SIGNATURES',
      cadres: contenu.donnees.parties.map((partie): CadreSignature => {
        const donnee = donnees.find(({ partieId }) => partieId === partie.id);
        return {
          nom: partie.nom,
          qui: representation(partie)?.replace('r', 'R') ?? null,
          mention: donnee
            ? `Signé le ${formatDate(donnee.signeLe)}, ${LIBELLES_MODES_SIGNATURE[donnee.mode]}.`
            : `Fait à ${POINTILLES}, le ${POINTILLES}`,
          aSigner: !donnee,
        };
      }),
    },
  ];
}
const POINTILLES = '…'.repeat(7);
