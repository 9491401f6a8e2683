import {
  elementsBilan,
  FORMAT_CLASSEUR_BILAN,
  libelleReponse,
  LIBELLES_TEXTES_BILAN,
  TEXTES_BILAN,
  type IndicateurBilan,
  type QuestionBilan,
} from '@coopilote/domain/bilans';
import type { FormatClasseur } from '@coopilote/domain/classeurs';
import { libelleCourtTrimestre } from '@coopilote/domain/commun';
import { LIBELLES_TYPES_INDICATEUR, LIBELLES_UNITES } from '@coopilote/domain/referentiel';
import { FEUILLE_REPERES, type CelluleEcrite, type ClasseurEcrit, type FeuilleEcrite } from '../classeur';
import { ecrireClasseur } from '../ecrire';
import { COL, ENTETES, FEUILLE_BILAN, LIGNE_ENTETES, type BilanEnClasseur } from './disposition';

const LISTES = { 'En partie': 'En partie', Partiellement: 'Partiellement' } as const;

export async function bilanEnClasseur(bilan: BilanEnClasseur, format: FormatClasseur): Promise<Buffer> {
  return ecrireClasseur(composer(bilan), format);
}

function composer(bilan: BilanEnClasseur): ClasseurEcrit {
  const titre = `Bilan trimestriel, ${libelleCourtTrimestre(bilan)}`;
  return {
    titre: `${titre} – ${bilan.action}`,
    listes: {
      [LISTES['En partie']]: ['Oui', 'En partie', 'Non'],
      [LISTES.Partiellement]: ['Oui', 'Partiellement', 'Non'],
    },
    feuilles: [
      {
        nom: FEUILLE_BILAN,
        protegee: true,
        figees: LIGNE_ENTETES + 1,
        colonnes: [58, 16, 62, 14, 14, 18, 10].map((largeur, c) => ({ largeur, cachee: c === COL.cle })),
        lignes: [
          [{ valeur: `${titre} – ${bilan.action}`, style: 'titre' }],
          [{ valeur: [bilan.structure, bilan.cooperative].filter(Boolean).join(' · '), style: 'titre' }],
          [{ valeur: null }],
          ENTETES.map((valeur) => ({ valeur, style: 'entete' })),
          ...rangees(bilan),
        ],
      },
      modeDEmploi(bilan.modifiable),
      reperes(bilan),
    ],
  };
}

function rangees(bilan: BilanEnClasseur): CelluleEcrite[][] {
  const { contenu, precedent, questions, indicateurs } = bilan;
  const groupe = (valeur: string): CelluleEcrite[] =>
    ENTETES.map((_, c) => ({ valeur: c === 0 ? valeur : null, style: 'groupe' }));
  const saisie = (cellule: CelluleEcrite): CelluleEcrite => ({ ...cellule, style: 'saisie', libre: bilan.modifiable });
  const ligne = (
    titre: string,
    cle: string,
    {
      reponse,
      texte,
      rappels = [],
    }: { reponse?: CelluleEcrite; texte?: CelluleEcrite; rappels?: (string | number | null)[] },
  ): CelluleEcrite[] => [
    { valeur: titre, style: 'question' },
    reponse ? saisie(reponse) : { valeur: null, style: 'rappel' },
    texte ? saisie(texte) : { valeur: null, style: 'rappel' },
    ...[0, 1, 2].map((c): CelluleEcrite => {
      const valeur = rappels[c] ?? null;
      return { valeur, style: 'rappel', genre: typeof valeur === 'number' ? 'nombre' : 'texte' };
    }),
    { valeur: cle },
  ];
  const repondre = (genre: QuestionBilan['groupe']): CelluleEcrite[][] =>
    questions
      .filter((q) => q.groupe === genre)
      .map((q) => {
        const { reponse, motif } = contenu.reponses[q.cle] ?? {};
        const avant = precedent?.reponses[q.cle]?.reponse;
        return ligne(`${q.question} ${q.relance}`, q.cle, {
          reponse: { valeur: reponse ? libelleReponse(reponse, q) : null, liste: LISTES[q.milieu] },
          texte: { valeur: motif ?? null },
          rappels: [null, null, avant ? libelleReponse(avant, q) : null],
        });
      });
  const nombre = (valeur: number | null | undefined): CelluleEcrite => ({ valeur: valeur ?? null, genre: 'nombre' });
  return [
    groupe('La réalisation'),
    ...repondre('REALISATION'),
    groupe('Les chiffres du trimestre'),
    ligne('Nombre de bénéficiaires touchés', 'beneficiaires', {
      reponse: nombre(contenu.beneficiaires),
      rappels: [bilan.beneficiairesCibles, null, precedent?.beneficiaires ?? null],
    }),
    ...indicateurs.flatMap((i) => {
      const v = contenu.valeurs.find((valeur) => valeur.indicateurId === i.id);
      const nom = `${LIBELLES_TYPES_INDICATEUR[i.type]}\u00a0: ${i.libelle} (${LIBELLES_UNITES[i.unite]})`;
      const rappels = [i.previsionTrimestre ?? i.previsionAnnee, cumulDe(i), i.precedent?.valeur ?? null];
      return i.modeAgregation === 'RATIO'
        ? [
            ligne(`${nom} – numérateur`, `numerateur:${i.id}`, {
              reponse: nombre(v?.numerateur),
              rappels: [...rappels.slice(0, 2), i.precedent?.numerateur ?? null],
            }),
            ligne(`${nom} – dénominateur`, `denominateur:${i.id}`, {
              reponse: nombre(v?.denominateur),
              rappels: [null, null, i.precedent?.denominateur ?? null],
            }),
          ]
        : [ligne(nom, `indicateur:${i.id}`, { reponse: nombre(v?.valeur), rappels })];
    }),
    groupe('Les effets'),
    ...repondre('EFFETS'),
    groupe('Pour la suite'),
    ...TEXTES_BILAN.map((cle) => ligne(LIBELLES_TEXTES_BILAN[cle], cle, { texte: { valeur: contenu[cle] ?? null } })),
  ];
}

/** One figure, or its bounds where different people may have been counted twice. */
function cumulDe({ cumul: { bas, haut } }: IndicateurBilan): number | string | null {
  if (bas === haut || bas === null || haut === null) return haut;
  return `de ${bas.toLocaleString('fr-FR')} à ${haut.toLocaleString('fr-FR')}`;
}

function modeDEmploi(modifiable: boolean): FeuilleEcrite {
  const phrases = modifiable
    ? [
        'Remplissez les cellules jaunes de la feuille «\u00a0Bilan\u00a0»\u00a0: les autres sont tenues, pour que rien ne bouge.',
        '«\u00a0Votre réponse\u00a0»\u00a0: choisissez dans la liste, ou écrivez un nombre (1200 ou 12,5). Une formule n’est pas lue\u00a0: écrivez son résultat.',
        '«\u00a0Pourquoi, ou votre texte\u00a0»\u00a0: vos mots. Toute réponse autre que «\u00a0Oui\u00a0» demande sa raison\u00a0; Alt+Entrée va à la ligne.',
        'Ne déplacez, ne renommez et ne fusionnez rien\u00a0: colonnes, feuilles et lignes gardent leur place.',
        'Aucune donnée personnelle de bénéficiaire\u00a0: ni nom, ni numéro, ni date de naissance.',
        'Enregistrez (.xlsx ou .ods), puis sur la page du bilan\u00a0: «\u00a0Renvoyer mon classeur\u00a0». Ce qui changerait vous est montré avant d’être écrit.',
        'Si le bilan a été modifié entre-temps, les deux textes vous sont montrés et vous choisissez\u00a0: rien n’est remplacé sans vous.',
      ]
    : ['Copie de ce bilan, pour lecture\u00a0: il ne se modifie plus, ou pas par vous.'];
  return {
    nom: 'Mode d’emploi',
    protegee: true,
    colonnes: [{ largeur: 110 }],
    lignes: [
      [{ valeur: 'Mode d’emploi', style: 'titre' }],
      ...phrases.map((valeur): CelluleEcrite[] => [{ valeur, style: 'question' }]),
    ],
  };
}

function reperes(bilan: BilanEnClasseur): FeuilleEcrite {
  const depart = elementsBilan(bilan.contenu, bilan.questions, bilan.indicateurs);
  const lignes: (string | number)[][] = [
    ['format', FORMAT_CLASSEUR_BILAN],
    ['bilan', bilan.id, `${bilan.action}, ${libelleCourtTrimestre(bilan)}`],
    ['version', bilan.version],
    ...depart.filter(({ texte }) => texte).map(({ cle, texte }) => ['depart', cle, texte]),
  ];
  return {
    nom: FEUILLE_REPERES,
    cachee: true,
    protegee: true,
    colonnes: [{ largeur: 12 }, { largeur: 44 }, { largeur: 44 }],
    lignes: lignes.map((ligne) => ligne.map((valeur) => ({ valeur }))),
  };
}
