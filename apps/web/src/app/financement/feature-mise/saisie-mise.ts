import {
  LIBELLES_GENRES_MISE,
  LIBELLES_POSTES,
  ecartCles,
  ecrirePourcent,
  type MiseADispositionLue,
  type MiseADispositionModifiee,
  type MiseADispositionSaisie,
} from '@coopilote/domain/financement';
import { type Option, formatEuros } from '@coopilote/ui';

/** What a new one begins with. */
export const saisieVide = (): Partial<MiseADispositionSaisie> => ({
  ...{
    genre: 'PERSONNEL',
    intitule: '',
    contexte: null,
    ficheActionId: null,
    fonction: null,
    quotite: null,
    moyens: null,
  },
  ...{ porteurContratId: null, clePreteur: 0, beneficiaires: [{ structureId: '', cle: 0 }], couts: [] },
  ...{ tva: false, tauxTva: null, motifSansTva: null, obligationsPreteur: null, obligationsBeneficiaires: null },
});

export const versSaisie = (m: MiseADispositionLue): MiseADispositionModifiee => ({
  ...{ genre: m.genre, intitule: m.intitule, contexte: m.contexte, ficheActionId: m.ficheActionId },
  ...{ fonction: m.fonction, quotite: m.quotite, moyens: m.moyens, porteurContratId: m.porteurContratId },
  ...{ debut: m.debut, fin: m.fin, tva: m.tva, tauxTva: m.tauxTva, motifSansTva: m.motifSansTva },
  ...{ obligationsPreteur: m.obligationsPreteur, obligationsBeneficiaires: m.obligationsBeneficiaires },
  clePreteur: m.parties.find(({ preteur }) => preteur)?.cle ?? 0,
  beneficiaires: m.parties.filter(({ preteur }) => !preteur).map(({ structureId, cle }) => ({ structureId, cle })),
  couts: m.couts.map(({ annee, poste, libelle, prevu }) => ({ annee, poste, libelle, prevu })),
  version: m.version,
});

/** What the API asks for beside the shape of each field, said before it is sent. */
export function exigences(s: MiseADispositionSaisie): Readonly<Record<string, string>> {
  const ecart = ecartCles([s.clePreteur ?? 0, ...s.beneficiaires.map(({ cle }) => cle ?? 0)]);
  const personnel = s.genre === 'PERSONNEL';
  return {
    ...(personnel && !s.fonction ? { fonction: 'Fonction\u00a0: à remplir, sans nommer la personne.' } : {}),
    ...(personnel && !s.quotite ? { quotite: 'Part du temps de travail\u00a0: à remplir.' } : {}),
    ...(!personnel && !s.moyens ? { moyens: 'Moyens partagés\u00a0: à décrire.' } : {}),
    ...(s.debut && s.fin && s.fin < s.debut ? { fin: 'Fin\u00a0: elle vient avant le début.' } : {}),
    ...(ecart ? { clePreteur: `Clés de répartition\u00a0: ${ecart}. Ensemble, elles font 100,00\u00a0%.` } : {}),
    ...(s.tva && !s.tauxTva ? { tauxTva: 'Taux de TVA\u00a0: à remplir, ou dites que la TVA ne s’applique pas.' } : {}),
  };
}

/** Writes the fields where two versions are compared. */
export function ecrireMise(champ: string, valeur: unknown, noms: readonly Option[]): string | undefined {
  const nom = (id: string): string => noms.find((option) => option.valeur === id)?.libelle ?? '–';
  if (champ === 'genre') return (LIBELLES_GENRES_MISE as Record<string, string>)[valeur as string];
  if (typeof valeur === 'number') return ecrirePourcent(valeur);
  if (champ === 'beneficiaires')
    return ((valeur as MiseADispositionSaisie['beneficiaires'] | null) ?? [])
      .map(({ structureId, cle }) => `${nom(structureId)}\u00a0: ${ecrirePourcent(cle)}`)
      .join('\n');
  if (champ === 'couts')
    return ((valeur as MiseADispositionSaisie['couts'] | null) ?? [])
      .map(
        ({ annee, poste, libelle, prevu }) =>
          `${annee}, ${LIBELLES_POSTES[poste]}${libelle ? ` (${libelle})` : ''}\u00a0: ${formatEuros(prevu)}`,
      )
      .join('\n');
  return champ.endsWith('Id') && typeof valeur === 'string' ? nom(valeur) : undefined;
}
