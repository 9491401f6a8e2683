import type { Note } from '@coopilote/documents';
import { libelleCourtTrimestre, type Trimestre } from '@coopilote/domain/commun';
import {
  lireAxes,
  LIBELLES_AXES_GROUPES,
  METHODE,
  type ExportDemande,
  type Gabarit,
  type GroupesDemandes,
} from '@coopilote/domain/consolidation';
import { LIBELLES_PHASES } from '@coopilote/domain/cooperatives';

const FILTRES: Partial<Record<keyof GroupesDemandes, string>> = {
  region: 'Région',
  departement: 'Département',
  epci: 'Intercommunalité',
  territoire: 'Territoire',
  thematique: 'Thématique',
  public: 'Public',
  structure: 'Structure',
  cooperative: 'Coopérative',
  phase: 'Phase',
  indicateurCommun: 'Indicateur commun',
  indicateur: 'Indicateur commun',
  q: 'Recherche',
};

export type Noms = Partial<Record<keyof GroupesDemandes, string | null>>;

/** « Département : Seine-Saint-Denis (93) », as whoever reads the figures needs it. */
export function direFiltres(demande: GroupesDemandes, noms: Noms): string[] {
  return Object.entries(FILTRES).flatMap(([cle, libelle]) => {
    const valeur = demande[cle as keyof GroupesDemandes];
    if (valeur === undefined) return [];
    if (cle === 'phase') return [`${libelle}\u00a0: ${LIBELLES_PHASES[valeur as keyof typeof LIBELLES_PHASES]}`];
    const nom = noms[cle as keyof GroupesDemandes];
    const code = String(valeur);
    return [`${libelle}\u00a0: ${nom ? `${nom}${code.length <= 5 ? ` (${code})` : ''}` : (SANS_NOM[code] ?? code)}`];
  });
}
/** Filters on what an action does not say. */
const SANS_NOM: Record<string, string> = {
  TOUT: 'tout le territoire',
  SANS: 'aucun',
  '00000000-0000-0000-0000-000000000000': 'aucun',
};

export const direPeriode = ({ du, au }: { du: Trimestre; au: Trimestre }): string =>
  libelleCourtTrimestre(du) === libelleCourtTrimestre(au)
    ? libelleCourtTrimestre(du)
    : `de ${libelleCourtTrimestre(du)} à ${libelleCourtTrimestre(au)}`;

const INSTANT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });
const nombre = (n: number): string => n.toLocaleString('fr-FR').replaceAll('\u202f', '\u00a0');

/** What a file says of itself: without it, a table that travels says nothing. */
export function notesExport(e: {
  demande: ExportDemande;
  gabarit: Gabarit;
  periode: { du: Trimestre; au: Trimestre };
  noms: Noms;
  bilans: { attendus: number; recus: number };
  lignes: number;
  maintenant: Date;
}): Note[] {
  const { attendus, recus } = e.bilans;
  const filtres = direFiltres(e.demande, e.noms);
  const axes = e.gabarit.nom === 'groupes' ? lireAxes(e.demande.par ?? '').axes : [];
  return [
    { terme: 'Une ligne', valeur: e.gabarit.ligne },
    { terme: 'Établi le', valeur: `${INSTANT.format(e.maintenant)} (heure de Paris)` },
    { terme: 'Période', valeur: direPeriode(e.periode) },
    {
      terme: 'Filtres',
      valeur: filtres.length ? filtres.join('\u00a0; ') : 'aucun\u00a0: tout ce que vous pouvez lire',
    },
    ...(axes.length
      ? [{ terme: 'Regroupement', valeur: axes.map((axe) => LIBELLES_AXES_GROUPES[axe]).join(', puis ') }]
      : []),
    { terme: 'Bilans attendus', valeur: nombre(attendus) },
    { terme: 'Bilans reçus', valeur: nombre(recus) },
    { terme: 'Bilans manquants', valeur: nombre(attendus - recus) },
    { terme: 'Lignes', valeur: `${nombre(e.lignes)} (le fichier est complet)` },
    ...METHODE.map((valeur, i) => ({ terme: `Méthode ${i + 1}`, valeur })),
  ];
}
