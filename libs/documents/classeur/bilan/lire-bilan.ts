import {
  choixReponse,
  FORMAT_CLASSEUR_BILAN,
  TEXTES_BILAN,
  verifierValeurs,
  type ContenuBilan,
  type Depart,
  type IndicateurBilan,
  type ValeurBilan,
} from '@coopilote/domain/bilans';
import type { RefusCellule } from '@coopilote/domain/classeurs';
import type { ClasseurLu } from '../classeur';
import { lireReperes, ouvrirFeuille, Refus, type Lecteur } from '../feuille';
import { COL, ENTETES, FEUILLE_BILAN, LIGNE_ENTETES, type BilanAttendu } from './disposition';

const MAX_BENEFICIAIRES = 70_000_000;

export interface BilanDeClasseur {
  version: number;
  contenu: ContenuBilan;
  intact: Depart;
  /** Elements that have a row in it: one whose row is gone is not touched. */
  presents: ReadonlySet<string>;
  refus: RefusCellule[];
}

/** Reads a workbook of this report cell by cell. Everything wrong is told at once; nothing is guessed. */
export function lireBilanEnClasseur(classeur: ClasseurLu, attendu: BilanAttendu): BilanDeClasseur {
  const refus = new Refus();
  const reperes = lireReperes(classeur);
  const repere = (cle: string): string[] => reperes.find((r) => r.cle === cle)?.valeurs ?? [];
  const depart = new Map(
    reperes.filter((r) => r.cle === 'depart').map(({ valeurs: [cle = '', texte = ''] }) => [cle, texte]),
  );
  const contenu: ContenuBilan = {
    beneficiaires: null,
    reponses: {},
    freins: null,
    leviers: null,
    pistes: null,
    valeurs: [],
  };
  const presents = new Set<string>();
  const intact: Depart = (cle, texte) => (depart.get(cle) ?? '') === texte;
  const lu = { version: Number(repere('version')[0] ?? 0), contenu, intact, presents, refus: refus.liste };
  const [format = ''] = repere('format');
  const [id = '', objet = ''] = repere('bilan');
  if (format !== FORMAT_CLASSEUR_BILAN) {
    const message = format
      ? `ce classeur est au format «\u00a0${format}\u00a0», qui n’est pas lu ici\u00a0: téléchargez le bilan à nouveau.`
      : 'ce classeur n’est pas celui d’un bilan de Coopilote, ou sa feuille cachée a été retirée\u00a0: téléchargez le bilan à nouveau.';
    refus.dire('', null, 0, format, message);
    return lu;
  }
  if (id !== attendu.id) {
    refus.dire(
      '',
      null,
      0,
      objet,
      'ce classeur est celui d’un autre bilan\u00a0: renvoyez-le depuis la page de celui-là.',
    );
    return lu;
  }
  const lecteur = ouvrirFeuille(classeur, FEUILLE_BILAN, ENTETES, LIGNE_ENTETES, refus);
  if (lecteur) lireRangees(lecteur, attendu, contenu, presents);
  return lu;
}

function lireRangees(lecteur: Lecteur, attendu: BilanAttendu, contenu: ContenuBilan, presents: Set<string>): void {
  const places = new Map<string, number>();
  for (let l = LIGNE_ENTETES + 1; l < lecteur.feuille.hauteur; l++) {
    const cle = lecteur.mot(l, COL.cle);
    if (!cle) {
      for (const c of [COL.reponse, COL.texte]) lecteur.vide(l, c);
      continue;
    }
    if (places.has(cle))
      lecteur.refuser(
        l,
        COL.titre,
        `cette ligne figure deux fois (la première est la ligne ${(places.get(cle) ?? 0) + 1})\u00a0: supprimez-en une.`,
      );
    else places.set(cle, l);
  }
  const lues = new Set<string>();
  const place = (cle: string): number | undefined => {
    lues.add(cle);
    const l = places.get(cle);
    if (l !== undefined) presents.add(cle.replace(/^(numerateur|denominateur):/, 'indicateur:'));
    return l;
  };
  for (const question of attendu.questions) {
    const l = place(question.cle);
    if (l === undefined) continue;
    const reponse = lecteur.choix(l, COL.reponse, choixReponse(question));
    const motif = lecteur.texte(l, COL.texte);
    if (reponse || motif) contenu.reponses[question.cle] = { reponse, motif };
  }
  const beneficiaires = place('beneficiaires');
  if (beneficiaires !== undefined) {
    lecteur.vide(beneficiaires, COL.texte);
    contenu.beneficiaires = lecteur.nombre(beneficiaires, COL.reponse);
    const faux = refusBeneficiaires(contenu.beneficiaires ?? 0);
    if (faux) lecteur.refuser(beneficiaires, COL.reponse, faux);
  }
  for (const indicateur of attendu.indicateurs) contenu.valeurs.push(...lireValeur(lecteur, indicateur, place));
  for (const cle of TEXTES_BILAN) {
    const l = place(cle);
    if (l === undefined) continue;
    lecteur.vide(l, COL.reponse);
    contenu[cle] = lecteur.texte(l, COL.texte);
  }
  for (const [cle, l] of places) {
    if (lues.has(cle)) continue;
    for (const c of [COL.reponse, COL.texte]) {
      if (lecteur.valeur(l, c).genre !== 'VIDE') {
        lecteur.refuser(
          l,
          c,
          'le bilan ne pose plus cette question\u00a0: videz cette cellule, ou téléchargez le bilan à nouveau.',
        );
      }
    }
  }
}

function lireValeur(
  lecteur: Lecteur,
  indicateur: IndicateurBilan,
  place: (cle: string) => number | undefined,
): ValeurBilan[] {
  const termes =
    indicateur.modeAgregation === 'RATIO'
      ? ([
          ['numerateur', place(`numerateur:${indicateur.id}`)],
          ['denominateur', place(`denominateur:${indicateur.id}`)],
        ] as const)
      : ([['valeur', place(`indicateur:${indicateur.id}`)]] as const);
  const valeur: ValeurBilan = { indicateurId: indicateur.id, valeur: null, numerateur: null, denominateur: null };
  let ligne: number | undefined;
  for (const [terme, l] of termes) {
    if (l === undefined) continue;
    ligne ??= l;
    lecteur.vide(l, COL.texte);
    valeur[terme] = lecteur.nombre(l, COL.reponse);
  }
  const [faux] = verifierValeurs([valeur], [indicateur]);
  if (faux && ligne !== undefined) lecteur.refuser(ligne, COL.reponse, faux.message);
  return valeur.valeur === null && valeur.numerateur === null && valeur.denominateur === null ? [] : [valeur];
}

function refusBeneficiaires(nombre: number): string | null {
  if (nombre < 0 || !Number.isInteger(nombre)) return 'un nombre entier, positif ou nul, est attendu.';
  return nombre > MAX_BENEFICIAIRES ? `${MAX_BENEFICIAIRES.toLocaleString('fr-FR')} au plus.` : null;
}
