import {
  choixReponse,
  enMots,
  LIBELLES_NIVEAUX_BILAN,
  TEXTES_BILAN,
  verifierValeurs,
  type ContenuBilan,
  type Depart,
  type QuestionBilan,
} from '@coopilote/domain/bilans';
import type { RefusCellule } from '@coopilote/domain/classeurs';
import {
  cleSuivi,
  COLONNES_T3,
  elementsSuivi,
  estDemandee,
  estGauche,
  FORMAT_CLASSEUR_SUIVI,
  marque,
  NON_DEMANDE,
  type ActionEnClasseur,
  type Gauche,
} from '@coopilote/domain/pilotage';
import type { ClasseurLu } from '../classeur';
import { lireReperes, ouvrirFeuille, Refus, type Lecteur } from '../feuille';
import {
  celluleT3,
  CLES_FIXES,
  COL_CLE_T3,
  COL_VALEURS,
  colonneT3,
  ENTETES_T3,
  ENTETES_VALEURS,
  FEUILLE_T3,
  FEUILLE_VALEURS,
  type SuiviEnClasseur,
} from './ecrire-suivi';

/** What a workbook of T3 says of one action. */
export interface ActionDeClasseur {
  actuelle: ActionEnClasseur;
  gauche: Gauche;
  contenu: ContenuBilan;
}
export interface SuiviDeClasseur {
  /** « 2026-T3 ». */
  trimestre: string;
  intact: Depart;
  actions: ActionDeClasseur[];
  refus: RefusCellule[];
}

/** The quarter that a workbook is about; null when it is not one of T3, and then `lireSuivi` says so. */
export function trimestreDuClasseur(classeur: ClasseurLu): string | null {
  return lireReperes(classeur).find((r) => r.cle === 'trimestre')?.valeurs[0] ?? null;
}

/** Reads a workbook of T3 cell by cell; what was changed in a cell that is not the reader's to write is refused. */
export function lireSuivi(classeur: ClasseurLu, suivi: Omit<SuiviEnClasseur, 'trimestre'>): SuiviDeClasseur {
  const refus = new Refus();
  const reperes = lireReperes(classeur);
  const repere = (cle: string): string[] => reperes.find((r) => r.cle === cle)?.valeurs ?? [];
  const intact = lireMarques(reperes);
  const lu: SuiviDeClasseur = { trimestre: repere('trimestre')[0] ?? '', intact, actions: [], refus: refus.liste };
  const [format = ''] = repere('format');
  const [id, intitule = ''] = repere('cooperative');
  if (format !== FORMAT_CLASSEUR_SUIVI) {
    refus.dire(
      '',
      null,
      0,
      format,
      'ce classeur n’est pas celui d’un suivi des actions, ou sa feuille cachée a été retirée\u00a0: téléchargez-le à nouveau.',
    );
    return lu;
  }
  if (id !== suivi.cooperative.id) {
    refus.dire(
      '',
      null,
      0,
      intitule,
      'ce classeur est celui d’une autre coopérative\u00a0: renvoyez-le depuis la page de celle-là.',
    );
    return lu;
  }
  const t3 = ouvrirFeuille(classeur, FEUILLE_T3, ENTETES_T3, 0, refus);
  const valeurs = ouvrirFeuille(classeur, FEUILLE_VALEURS, ENTETES_VALEURS, 0, refus);
  if (!t3 || !valeurs) return lu;
  const parties = new Set(reperes.filter((r) => r.cle === 'action').map((r) => r.valeurs[0] ?? ''));
  const lignesValeurs = indexer(valeurs, COL_VALEURS.cle, [
    COL_VALEURS.valeur,
    COL_VALEURS.numerateur,
    COL_VALEURS.denominateur,
  ]);
  const actuelles = new Map(suivi.actions.map((a) => [a.ficheActionId, a]));
  for (const [cle, l] of indexer(
    t3,
    COL_CLE_T3,
    COLONNES_T3.map((_, c) => c),
  )) {
    const actuelle = actuelles.get(cle);
    if (!actuelle) {
      const pourquoi = parties.has(cle)
        ? 'cette action n’est plus suivie ce trimestre'
        : 'cette ligne n’est pas une action de cette coopérative, ce trimestre';
      t3.refuser(l, 1, `${pourquoi}\u00a0: retirez la ligne, ou téléchargez le classeur à nouveau.`);
      continue;
    }
    lu.actions.push(lireAction(actuelle, l, { t3, valeurs, lignesValeurs, intact, suivi }));
  }
  return lu;
}

/** Rows by key; a row without its key where something is written, or twice the same, is told. */
function indexer(lecteur: Lecteur, colonne: number, remplies: readonly number[]): Map<string, number> {
  const lignes = new Map<string, number>();
  for (let l = 1; l < lecteur.feuille.hauteur; l++) {
    const cle = lecteur.mot(l, colonne);
    if (!cle) {
      if (remplies.some((c) => lecteur.valeur(l, c).genre !== 'VIDE')) {
        lecteur.refuser(l, 0, 'cette ligne a été ajoutée\u00a0: retirez-la, une action ne se crée pas ici.');
      }
    } else if (lignes.has(cle))
      lecteur.refuser(
        l,
        0,
        `cette ligne figure deux fois (la première est la ligne ${(lignes.get(cle) ?? 0) + 1})\u00a0: supprimez-en une.`,
      );
    else lignes.set(cle, l);
  }
  return lignes;
}

interface Lecture {
  t3: Lecteur;
  valeurs: Lecteur;
  lignesValeurs: ReadonlyMap<string, number>;
  intact: Depart;
  suivi: Omit<SuiviEnClasseur, 'trimestre'>;
}

function lireAction(actuelle: ActionEnClasseur, l: number, lecture: Lecture): ActionDeClasseur {
  const { t3, valeurs, lignesValeurs, intact, suivi } = lecture;
  const lieux = new Map<string, { lecteur: Lecteur; ligne: number; colonne: number }>();
  const situer = (cle: string, lecteur: Lecteur, ligne: number, colonne: number): void => {
    lieux.set(cleSuivi(actuelle.ficheActionId, cle), { lecteur, ligne, colonne });
  };
  const texte = (cle: string): string | null => {
    situer(cle, t3, l, colonneT3(cle));
    return t3.texte(l, colonneT3(cle));
  };
  /** A list, and the value that stands there though it is no longer offered. */
  const choisi = (cle: 'public1' | 'public2' | 'public3' | 'territoire', offerts: readonly string[]): string | null => {
    situer(cle, t3, l, colonneT3(cle));
    const brut = t3.mot(l, colonneT3(cle));
    const tel = intact(cleSuivi(actuelle.ficheActionId, cle), brut) ? brut : null;
    const libelles = [...new Set([...offerts, actuelle.gauche[cle], tel])];
    return t3.choix(
      l,
      colonneT3(cle),
      libelles.flatMap((libelle) => (libelle ? [{ libelle, valeur: libelle }] : [])),
    );
  };
  for (const cle of CLES_FIXES) {
    const c = colonneT3(cle);
    if (intact(cleSuivi(actuelle.ficheActionId, cle), enMots(t3.texte(l, c)))) continue;
    const valeur = /[123]$/.test(cle);
    const ou = valeur
      ? 'les valeurs s’écrivent dans la feuille «\u00a0Indicateurs\u00a0»'
      : 'elle se change sur la fiche-action';
    t3.refuser(l, c, `cette cellule ne se remplit pas\u00a0: ${ou}. Remettez ce qui y était.`);
  }
  situer('beneficiairesCibles', t3, l, colonneT3('beneficiairesCibles'));
  const cibles = t3.nombre(l, colonneT3('beneficiairesCibles'));
  if (cibles !== null && (cibles < 0 || !Number.isInteger(cibles)))
    t3.refuser(l, colonneT3('beneficiairesCibles'), ENTIER);
  const gauche: Gauche = {
    objectifsPoursuivis: texte('objectifsPoursuivis'),
    resultatsAttendus: texte('resultatsAttendus'),
    public1: choisi('public1', suivi.publics),
    public2: choisi('public2', suivi.publics),
    public3: choisi('public3', suivi.publics),
    autrePublic: texte('autrePublic'),
    beneficiairesCibles: cibles,
    territoire: choisi('territoire', suivi.territoires),
  };
  const contenu: ContenuBilan = { beneficiaires: null, reponses: {}, valeurs: [] };
  for (const question of suivi.questions) {
    if (!estDemandee(actuelle, question)) {
      refuserNonDemandee(actuelle, question, l, lecture);
      const gardee = actuelle.contenu.reponses[question.cle];
      if (gardee) contenu.reponses[question.cle] = gardee;
      continue;
    }
    const [c, m] = [colonneT3(question.cle), colonneT3(`${question.cle}Motif`)];
    situer(question.cle, t3, l, c);
    const reponse = t3.choix(l, c, choixReponse(question));
    const motif = t3.texte(l, m);
    if (reponse || motif) contenu.reponses[question.cle] = { reponse, motif };
  }
  for (const cle of TEXTES_BILAN) contenu[cle] = texte(cle);
  const ligneDe = (cle: string): number | undefined => {
    const ligne = lignesValeurs.get(cleSuivi(actuelle.ficheActionId, cle));
    if (ligne !== undefined) situer(cle, valeurs, ligne, COL_VALEURS.valeur);
    return ligne;
  };
  const touches = ligneDe('beneficiaires');
  contenu.beneficiaires =
    touches === undefined ? actuelle.contenu.beneficiaires : valeurs.nombre(touches, COL_VALEURS.valeur);
  if (
    touches !== undefined &&
    contenu.beneficiaires != null &&
    (contenu.beneficiaires < 0 || !Number.isInteger(contenu.beneficiaires))
  ) {
    valeurs.refuser(touches, COL_VALEURS.valeur, ENTIER);
  }
  for (const indicateur of actuelle.indicateurs) {
    const ligne = ligneDe(`indicateur:${indicateur.id}`);
    const dite = actuelle.contenu.valeurs.find((v) => v.indicateurId === indicateur.id);
    if (ligne === undefined) {
      if (dite) contenu.valeurs.push(dite);
      continue;
    }
    const ratio = indicateur.modeAgregation === 'RATIO';
    for (const c of ratio ? [COL_VALEURS.valeur] : [COL_VALEURS.numerateur, COL_VALEURS.denominateur])
      valeurs.vide(ligne, c);
    const valeur = {
      indicateurId: indicateur.id,
      valeur: ratio ? null : valeurs.nombre(ligne, COL_VALEURS.valeur),
      numerateur: ratio ? valeurs.nombre(ligne, COL_VALEURS.numerateur) : null,
      denominateur: ratio ? valeurs.nombre(ligne, COL_VALEURS.denominateur) : null,
    };
    const [faux] = verifierValeurs([valeur], [indicateur]);
    if (faux) valeurs.refuser(ligne, ratio ? COL_VALEURS.numerateur : COL_VALEURS.valeur, faux.message);
    if (valeur.valeur !== null || valeur.numerateur !== null || valeur.denominateur !== null)
      contenu.valeurs.push(valeur);
  }
  refuserHorsDroits(actuelle, { gauche, contenu }, suivi.questions, intact, lieux);
  return { actuelle, gauche, contenu };
}

/** What is typed under a question that the report does not ask: it would be lost in silence. */
function refuserNonDemandee(
  actuelle: ActionEnClasseur,
  question: QuestionBilan,
  l: number,
  { t3, suivi }: Lecture,
): void {
  for (const cle of [question.cle, `${question.cle}Motif`]) {
    const ecrit = t3.texte(l, colonneT3(cle));
    const attendu = String(celluleT3(cle, actuelle, suivi.questions).valeur ?? '');
    if (!ecrit || ecrit === NON_DEMANDE || enMots(ecrit) === enMots(attendu)) continue;
    const niveau = LIBELLES_NIVEAUX_BILAN[actuelle.niveau];
    t3.refuser(
      l,
      colonneT3(cle),
      `cette question n’est pas demandée pour cette action (bilan ${niveau})\u00a0: remettez «\u00a0${attendu}\u00a0», ou videz la cellule.`,
    );
  }
}

const ENTIER = 'un nombre entier, positif ou nul, est attendu.';

/** A cell that the reader may not write, and in which something was changed all the same: it would be lost in silence. */
function refuserHorsDroits(
  actuelle: ActionEnClasseur,
  lue: { gauche: Gauche; contenu: ContenuBilan },
  questions: readonly QuestionBilan[],
  intact: Depart,
  lieux: ReadonlyMap<string, { lecteur: Lecteur; ligne: number; colonne: number }>,
): void {
  for (const { cle, texte } of elementsSuivi({ ...actuelle, ...lue }, questions)) {
    const lieu = lieux.get(cle);
    const permis = estGauche(cle) ? actuelle.gaucheModifiable : actuelle.bilanModifiable;
    if (permis || !lieu || intact(cle, texte)) continue;
    const message = estGauche(cle)
      ? 'la fiche-action ne se modifie plus, ou pas par vous\u00a0: remettez ce qui y était.'
      : 'ce bilan ne s’écrit plus, ou pas par vous\u00a0: seule la structure qui porte l’action remplit le sien. Remettez ce qui y était.';
    lieu.lecteur.refuser(lieu.ligne, lieu.colonne, message);
  }
}

/** Reads the marks that the workbook left with; a row that is not as it left tells nothing, and its cells count as changed. */
function lireMarques(reperes: ReturnType<typeof lireReperes>): Depart {
  const marques = new Map<string, string>();
  for (const { cle, valeurs } of reperes) {
    if (cle !== 'action') continue;
    const [ficheActionId = '', json = ''] = valeurs;
    try {
      const lues = JSON.parse(json) as Record<string, string>;
      for (const [element, dite] of Object.entries(lues)) marques.set(cleSuivi(ficheActionId, element), String(dite));
    } catch {
      continue;
    }
  }
  return (cle, texte) => (texte === '' ? !marques.has(cle) : marques.get(cle) === marque(texte));
}
