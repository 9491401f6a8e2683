import { finessFictif, rnaFictif, siretFictif, telephoneFictif } from './identifiants';
import { structures93 } from './structures-93';
import { structures7892 } from './structures-78-92';
import { structures9495 } from './structures-94-95';
import type { DemoStructure } from './types';

export interface StructureSource {
  cle: string;
  nom: string;
  sigle?: string;
  forme: DemoStructure['formeJuridique'];
  secteur: string;
  adresse: string;
  communeCode: string;
  contact: [prenom: string, nom: string, fonction: string];
  esus?: boolean;
  /** Établissement, centre ou maison de santé : porte un numéro FINESS. */
  finess?: boolean;
}

function construireStructure(source: StructureSource): DemoStructure {
  const { cle, nom, sigle, forme, secteur, adresse, communeCode, contact, esus, finess } = source;
  return {
    cle,
    nom,
    ...(sigle ? { sigle } : {}),
    formeJuridique: forme,
    agrementEsus: esus ?? false,
    siret: siretFictif(cle),
    ...(forme === 'ASSOCIATION' ? { rna: rnaFictif(cle) } : {}),
    ...(finess ? { finess: finessFictif(cle, communeCode.slice(0, 2)) } : {}),
    secteur,
    adresse,
    communeCode,
    telephone: telephoneFictif(cle),
    courriel: `contact@${cle}.test`,
    contact: {
      prenom: contact[0],
      nom: contact[1],
      fonction: contact[2],
      courriel: `partenaire-${cle}@demo.test`,
    },
  };
}

export const structuresDemonstration: DemoStructure[] = [...structures7892, ...structures93, ...structures9495].map(
  construireStructure,
);
