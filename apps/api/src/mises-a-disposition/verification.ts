import { SaisieInvalide, type ContextePersonne } from '@coopilote/db';
import { ecartCles, type MiseADispositionSaisie } from '@coopilote/domain/financement';
import { listNonMembers, type MiseEnBase } from './mise.queries';

const annee = (jour: string): number => Number(jour.slice(0, 4));

/** What its contract cannot tell by itself: keys, members, what each kind asks for. @throws SaisieInvalide */
export async function verifierSaisie(
  ctx: ContextePersonne,
  cooperativeId: string,
  preteur: string,
  saisie: MiseADispositionSaisie,
): Promise<void> {
  const { beneficiaires, clePreteur, couts, debut, fin } = saisie;
  const structures = [preteur, ...beneficiaires.map(({ structureId }) => structureId)];
  const erreurs: [boolean, string, string][] = [
    [fin < debut, 'fin', 'Fin\u00a0: elle vient avant le début.'],
    [
      saisie.genre === 'PERSONNEL' && !saisie.fonction,
      'fonction',
      'Fonction\u00a0: à remplir, sans nommer la personne.',
    ],
    [saisie.genre === 'PERSONNEL' && !saisie.quotite, 'quotite', 'Part du temps de travail\u00a0: à remplir.'],
    [saisie.genre === 'MOYENS' && !saisie.moyens, 'moyens', 'Moyens partagés\u00a0: à décrire.'],
    [saisie.tva && !saisie.tauxTva, 'tauxTva', 'Taux de TVA\u00a0: à remplir, ou dites que la TVA ne s’applique pas.'],
    [beneficiaires.length === 0, 'beneficiaires', 'Structures bénéficiaires\u00a0: ajoutez-en une au moins.'],
    [
      new Set(structures).size < structures.length,
      'beneficiaires',
      'Structures bénéficiaires\u00a0: chacune figure une fois, et celle qui met à disposition n’en est pas.',
    ],
    [
      saisie.genre === 'MOYENS' && !!saisie.porteurContratId && !structures.includes(saisie.porteurContratId),
      'porteurContratId',
      'Structure porteuse du contrat\u00a0: choisir parmi les structures de la convention.',
    ],
  ];
  const hors = couts.findIndex((cout) => cout.annee < annee(debut) || cout.annee > annee(fin));
  if (hors >= 0)
    erreurs.push([true, `couts.${hors}.annee`, `Année\u00a0: elle se place entre ${annee(debut)} et ${annee(fin)}.`]);
  const ecart = ecartCles([clePreteur, ...beneficiaires.map(({ cle }) => cle)]);
  if (ecart)
    erreurs.push([true, 'clePreteur', `Clés de répartition\u00a0: ${ecart}. Ensemble, elles font 100,00\u00a0%.`]);
  const trouvees = erreurs.filter(([fausse]) => fausse);
  if (trouvees.length) {
    throw new SaisieInvalide(trouvees.map(([, champ, message]) => ({ champ, code: 'mise', message })));
  }
  const etrangeres = await listNonMembers(ctx, cooperativeId, structures, saisie);
  if (etrangeres.length === 0) return;
  const rang = beneficiaires.findIndex(({ structureId }) => etrangeres.includes(structureId));
  throw new SaisieInvalide([
    {
      champ: rang < 0 ? 'structureId' : `beneficiaires.${rang}.structureId`,
      code: 'membre',
      message: `Structure\u00a0: elle n’est pas membre de la coopérative pendant la mise à disposition. Ajoutez-la d’abord aux membres.`,
    },
  ]);
}

/** What a draft still needs before the boards are asked: what they decide on must be whole. */
export function manquesAvantEnvoi({ couts, obligationsPreteur, obligationsBeneficiaires }: MiseEnBase): string[] {
  return [
    ...(couts.some(({ prevu }) => prevu > 0) ? [] : ['un coût prévu']),
    ...(obligationsPreteur ? [] : ['les engagements de la structure qui met à disposition']),
    ...(obligationsBeneficiaires ? [] : ['les engagements des bénéficiaires']),
  ];
}
