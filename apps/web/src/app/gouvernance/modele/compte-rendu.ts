import { ecrireTexteRiche, lireTexteRiche } from '@coopilote/domain/commun/texte-riche';
import type { CompteRenduLu, MinuteFigee } from '@coopilote/domain/gouvernance/compte-rendu.contract';

/** What the coordinator writes of a meeting. */
export interface TextesCompteRendu {
  introduction: string;
  points: readonly { pointId: string; titre: string; texte: string }[];
  conclusion: string;
}

/** One text of the minutes: `introduction`, `conclusion`, or the id of a point. */
export type CleBloc = string;

export type DecisionDite = MinuteFigee['decisions'][number];
export type TacheDite = MinuteFigee['taches'][number];

/** A point as it is read: its text, and what was decided on it. */
export interface PointDit {
  pointId: string;
  titre: string;
  texte: string;
  decisions: DecisionDite[];
  taches: TacheDite[];
}

/** Longest HTML of one text, as the contract takes it (`ContenuSaisi`), which is not loaded here: its library weighs more than the page. */
export const LONGUEUR_MAX = 40_000;

export function lireBloc(contenu: TextesCompteRendu, cle: CleBloc): string {
  if (cle === 'introduction' || cle === 'conclusion') return contenu[cle];
  return contenu.points.find(({ pointId }) => pointId === cle)?.texte ?? '';
}

export function ecrireBloc(contenu: TextesCompteRendu, cle: CleBloc, texte: string): TextesCompteRendu {
  if (cle === 'introduction' || cle === 'conclusion') return { ...contenu, [cle]: texte };
  return {
    ...contenu,
    points: contenu.points.map((point) => (point.pointId === cle ? { ...point, texte } : point)),
  };
}

/** Every text of the minutes in their order, with its name. */
export function blocsDe(contenu: TextesCompteRendu): { cle: CleBloc; titre: string }[] {
  return [
    { cle: 'introduction', titre: 'Introduction' },
    ...contenu.points.map(({ pointId, titre }, rang) => ({ cle: pointId, titre: `${rang + 1}. ${titre}` })),
    { cle: 'conclusion', titre: 'Conclusion' },
  ];
}

/** The texts in the one shape that compares; points and their titles are the meeting's. */
export function normaliserTextes(contenu: TextesCompteRendu, lu: CompteRenduLu): TextesCompteRendu {
  const net = (cle: CleBloc) => ecrireTexteRiche(lireTexteRiche(lireBloc(contenu, cle)));
  return {
    introduction: net('introduction'),
    points: lu.contenu.points.map(({ pointId, titre }) => ({ pointId, titre, texte: net(pointId) })),
    conclusion: net('conclusion'),
  };
}

/** The points with what was decided on each; then what belongs to none. */
export function pointsDits(
  contenu: TextesCompteRendu,
  minute: MinuteFigee,
): { points: PointDit[]; horsPoint: Pick<PointDit, 'decisions' | 'taches'> | null } {
  const connus = new Set(contenu.points.map(({ pointId }) => pointId));
  const de = <T extends { pointId: string | null }>(liste: readonly T[], id: string | null) =>
    liste.filter(({ pointId }) => (id === null ? pointId === null || !connus.has(pointId) : pointId === id));
  const reste = { decisions: de(minute.decisions, null), taches: de(minute.taches, null) };
  return {
    points: contenu.points.map((point) => ({
      ...point,
      decisions: de(minute.decisions, point.pointId),
      taches: de(minute.taches, point.pointId),
    })),
    horsPoint: reste.decisions.length || reste.taches.length ? reste : null,
  };
}

/** The words of a rich text, one line a block. */
export function texteBrut(html: string): string {
  const dire = (fragments: readonly { texte: string }[]) => fragments.map(({ texte }) => texte).join('');
  return lireTexteRiche(html)
    .flatMap((bloc) => (bloc.genre === 'LISTE' ? bloc.elements.map(dire) : [dire(bloc.contenu)]))
    .join('\n');
}
