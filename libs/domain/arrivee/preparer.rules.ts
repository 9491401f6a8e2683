import { lireContrat } from '../commun/valider';
import {
  decalerTrimestre,
  estActifAuTrimestre,
  trimestreDe,
  TRIMESTRES_OUVERTS,
  trimestresEntre,
} from '../commun/trimestre';
import { StructureSaisie, LIBELLES_FORMES, type Doublon } from '../structures/structure.contract';
import {
  NOUVELLE_STRUCTURE,
  type ArriveeVerifiee,
  type ChoixStructures,
  type StructureAReconnaitre,
} from './arrivee.contract';
import { preparerBilans, type BilanPasse } from './bilans-passes.rules';
import { memeNom, mot, ParNom, RefusArrivee, type LigneLue, type LignesArrivee } from './lignes.rules';
import {
  cleDe,
  jugerActions,
  preparerActions,
  preparerIndicateurs,
  preparerObjectifs,
  type ActionPrete,
  type ObjectifCite,
  type Offerts,
  type StructureCitee,
} from './programme.rules';

/** What is known already, in the CA and around it. */
export interface Connu extends Offerts {
  secteurs: ReadonlyMap<string, string>;
  /** Communes of the département: where a structure may be made. */
  communesDepartement: ReadonlyMap<string, string>;
  membres: StructureCitee[];
  objectifs: ObjectifCite[];
  actions: string[];
  /** Structures that resemble those of the workbook, by row. */
  doublons: ReadonlyMap<number, Doublon[]>;
  aujourdhui: string;
}

export interface StructurePrete extends StructureSaisie {
  id: string;
}
/** All that the import writes. */
export interface Arrivee {
  structures: StructurePrete[];
  adhesions: { structureId: string; debut: string }[];
  objectifs: ObjectifCite[];
  actions: ActionPrete[];
  bilans: BilanPasse[];
}

/** The workbook against what is known: what would be made, and everything that is in the way, told at once. */
export function preparerArrivee(
  lignes: LignesArrivee,
  connu: Connu,
  choix: ChoixStructures,
): { arrivee: Arrivee; verifiee: ArriveeVerifiee } {
  const refus = new RefusArrivee();
  const structures = new ParNom<StructureCitee>();
  const objectifs = new ParNom<ObjectifCite>();
  const actionsParNom = new ParNom<ActionPrete | null>();
  const lues = preparerStructures(lignes.structures, connu, choix, structures, refus);
  for (const membre of connu.membres) structures.mettre(membre.nom, membre);
  for (const objectif of connu.objectifs) objectifs.mettre(objectif.intitule, objectif);
  for (const intitule of connu.actions) actionsParNom.mettre(intitule, null);
  const nouveaux = preparerObjectifs(lignes.objectifs, objectifs, refus, connu.nouvelId);
  const actions = preparerActions(lignes.actions, structures, objectifs, actionsParNom, connu, refus);
  preparerIndicateurs(lignes.indicateurs, actionsParNom, refus, connu.nouvelId);
  jugerActions(actions, refus);
  const bilans = preparerBilans(lignes.bilans, actionsParNom, connu.aujourdhui, refus);
  return {
    arrivee: { structures: lues.nouvelles, adhesions: lues.adhesions, objectifs: nouveaux, actions, bilans },
    verifiee: {
      refus: refus.liste,
      avertissements: refus.avertissements,
      aReconnaitre: lues.aReconnaitre,
      creations: {
        structures: lues.nouvelles.length,
        objectifs: nouveaux.length,
        actions: actions.length,
        indicateurs: actions.reduce((total, a) => total + a.indicateurs.length, 0),
        bilans: bilans.length,
      },
      structuresConnues: lignes.structures.length - lues.nouvelles.length,
      bilansARemplir: Math.max(0, bilansDus(actions, connu.aujourdhui) - bilans.length),
      faite: false,
    },
  };
}

function preparerStructures(
  lignes: readonly LigneLue[],
  connu: Connu,
  choix: ChoixStructures,
  structures: ParNom<StructureCitee>,
  refus: RefusArrivee,
) {
  const nouvelles: StructurePrete[] = [];
  const adhesions: Arrivee['adhesions'] = [];
  const aReconnaitre: StructureAReconnaitre[] = [];
  const prises = new Set<string>();
  for (const rangee of lignes) {
    const dire = (cle: string, message: string) => refus.dire('structures', rangee, cle, message);
    const nom = mot(rangee, 'nom');
    const debut = mot(rangee, 'debut');
    if (!nom) continue;
    const { objet, erreurs } = lireContrat(StructureSaisie, {
      ...Object.fromEntries(
        ['nom', 'sigle', 'adresse', 'siret', 'rna', 'finess'].map((cle) => [cle, mot(rangee, cle)]),
      ),
      formeJuridique: cleDe(LIBELLES_FORMES, mot(rangee, 'formeJuridique')),
      secteurId: connu.secteurs.get(mot(rangee, 'secteur') ?? '') ?? null,
      communeCode: connu.communesDepartement.get(mot(rangee, 'commune') ?? '') ?? null,
    });
    // An empty cell was told by the reading of the sheet.
    for (const { champ, message } of erreurs) if (mot(rangee, champ)) dire(champ, message);
    const doublons = connu.doublons.get(rangee.ligne) ?? [];
    // A member by its name or a number; one that only resembles is proposed, as any other.
    const membre = connu.membres.find(
      (m) => memeNom(m.nom, nom) || doublons.some((d) => d.id === m.id && d.motif !== 'NOM'),
    );
    const certaine = doublons.some((d) => d.motif !== 'NOM');
    const candidats = certaine ? doublons.filter((d) => d.motif !== 'NOM') : doublons;
    const dit = choix[String(rangee.ligne + 1)];
    const choisie = candidats.find((d) => d.id === dit);
    let id = membre?.id ?? choisie?.id;
    if (!id && candidats.length && (certaine || dit !== NOUVELLE_STRUCTURE)) {
      aReconnaitre.push({ ligne: rangee.ligne + 1, nom, doublons: candidats, certaine });
    }
    if (!id) {
      id = connu.nouvelId();
      nouvelles.push({ ...objet, id });
    }
    if (prises.has(id)) dire('nom', 'cette structure figure deux fois\u00a0: retirez l’une des lignes.');
    prises.add(id);
    const deja = connu.membres.find((m) => m.id === id);
    if (!deja && debut) adhesions.push({ structureId: id, debut });
    const citee = { id, nom, adhesions: deja?.adhesions ?? (debut ? [{ debut, fin: null }] : []) };
    if (!structures.mettre(nom, citee))
      dire('nom', 'ce nom figure deux fois\u00a0: retirez l’une des lignes, ou distinguez-les.');
  }
  return { nouvelles, adhesions, aReconnaitre };
}

/** R9: reports that the actions owe, from three years back to this quarter. */
function bilansDus(actions: readonly ActionPrete[], aujourdhui: string): number {
  const courant = trimestreDe(aujourdhui);
  const ouverts = trimestresEntre(decalerTrimestre(courant, 1 - TRIMESTRES_OUVERTS), courant);
  return actions
    .filter(({ etat }) => etat !== 'BROUILLON')
    .reduce(
      (total, a) => total + ouverts.filter((t) => estActifAuTrimestre(a.calendrierDebut, a.calendrierFin, t)).length,
      0,
    );
}
