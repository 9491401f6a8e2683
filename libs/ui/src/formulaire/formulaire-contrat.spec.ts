import { Injector, runInInjectionContext, signal } from '@angular/core';
import { Type } from 'class-transformer';
import { IsInt, IsString, Min, MinLength, ValidateNested } from 'class-validator';
import { FormulaireContrat, type OptionsDeFormulaire } from './formulaire-contrat';
import { Probleme } from './probleme';

class Prevision {
  @IsInt({ message: 'Valeur : un nombre entier est attendu.' })
  @Min(0, { message: 'Valeur : zéro au moins.' })
  valeur!: number | null;
}

class Fiche {
  @IsString({ message: 'Intitulé : à remplir.' })
  @MinLength(1, { message: 'Intitulé : à remplir.' })
  intitule!: string;
  @ValidateNested({ each: true })
  @Type(() => Prevision)
  previsions!: Prevision[];
}

const creer = (initiale: Fiche, options?: OptionsDeFormulaire<Fiche>) =>
  runInInjectionContext(Injector.create({ providers: [] }), () => new FormulaireContrat(Fiche, initiale, options));
const VIDE: Fiche = { intitule: '', previsions: [{ valeur: 3 }] };

it('ne montre une erreur qu’après la sortie du champ', () => {
  const formulaire = creer(VIDE);
  expect(formulaire.erreur('intitule')).toBeNull();
  formulaire.quitter('intitule');
  expect(formulaire.erreur('intitule')).toBe('Intitulé : à remplir.');
  formulaire.changer('intitule', 'Marche');
  expect(formulaire.erreur('intitule')).toBeNull();
});

it('n’envoie pas ce que le contrat refuse, et compte le refus', async () => {
  const formulaire = creer({ intitule: 'Marche', previsions: [{ valeur: -1 }] });
  const envois: Fiche[] = [];
  expect(await formulaire.soumettre(async (valeur) => envois.push(valeur))).toBeUndefined();
  expect(envois).toEqual([]);
  expect(formulaire.toutesLesErreurs()).toEqual([{ champ: 'previsions.0.valeur', message: 'Valeur : zéro au moins.' }]);
  expect(formulaire.echecs()).toBe(1);
});

it('demande ce que le contrat laisse libre et que ce formulaire exige', async () => {
  const exigence = signal(true);
  const exiger = (fiche: Fiche): Record<string, string> =>
    exigence() && !fiche.previsions.length ? { previsions: 'Prévisions : une au moins.' } : {};
  const formulaire = creer({ intitule: 'Marche', previsions: [] }, { exiger });
  expect(await formulaire.soumettre(() => Promise.resolve(true))).toBeUndefined();
  expect(formulaire.erreur('previsions')).toBe('Prévisions : une au moins.');
  exigence.set(false);
  expect(formulaire.erreur('previsions')).toBeNull();
  expect(await formulaire.soumettre(() => Promise.resolve(true))).toBe(true);
});

it('range les refus du serveur sous leur champ sans rien perdre, et les oublie quand le champ change', async () => {
  const formulaire = creer({ intitule: 'Marche', previsions: [{ valeur: 3 }] });
  await formulaire.soumettre(() =>
    Promise.reject(
      new Probleme({
        statut: 422,
        code: 'INVALIDE',
        detail: 'À revoir.',
        erreurs: [{ champ: 'previsions.0.valeur', message: 'Valeur : dépasse la cible.' }],
      }),
    ),
  );
  expect(formulaire.valeur()).toEqual({ intitule: 'Marche', previsions: [{ valeur: 3 }] });
  expect(formulaire.erreur('previsions.0.valeur')).toBe('Valeur : dépasse la cible.');
  expect(formulaire.occupe()).toBe(false);
  formulaire.champ('previsions.0.valeur').changer(2);
  expect(formulaire.erreur('previsions.0.valeur')).toBeNull();
  expect(await formulaire.soumettre(async (valeur) => valeur.previsions[0]?.valeur)).toBe(2);
});

it('garde un refus général pour le résumé', async () => {
  const formulaire = creer({ intitule: 'Marche', previsions: [] });
  await formulaire.soumettre(() => Promise.reject(new Error('interne')));
  expect(formulaire.probleme()?.code).toBe('INATTENDU');
  expect(formulaire.probleme()?.message).not.toContain('interne');
});

it('un texte illisible retient l’envoi', async () => {
  const formulaire = creer({ intitule: 'Marche', previsions: [] });
  formulaire.champ('intitule').signalerIllisible('Écrivez un nombre.');
  expect(await formulaire.soumettre(async () => true)).toBeUndefined();
  formulaire.champ('intitule').signalerIllisible(null);
  expect(await formulaire.soumettre(async () => true)).toBe(true);
});
