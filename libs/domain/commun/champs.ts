import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { estDateJour } from './dates';
import { ecrireEuros, lireMontant, MONTANT_MAX } from './montant';

/** A contract class, as class-transformer and the OpenAPI writer need it. */
export type Classe<T = object> = new () => T;

/** What is known of one field of a contract: serves validation, the form's marks and the OpenAPI document. */
export interface ChampDecrit {
  nom: string;
  libelle: string;
  requis: boolean;
  schema: Record<string, unknown>;
  /** Class of a nested object, or of the elements of a nested list. */
  classe?: () => Classe;
}

interface OptionsChamp {
  /** Name of the field as the person reads it, used in every message. */
  libelle: string;
  /** False by default: null, undefined and the empty string are accepted and become null. */
  requis?: boolean;
}

const REGISTRE = new Map<object, ChampDecrit[]>();

/** Fields declared on a contract class and its parents, in their order of declaration. */
export function champsDe(classe: Classe): ChampDecrit[] {
  const champs: ChampDecrit[] = [];
  for (let proto = classe.prototype; proto && proto !== Object.prototype; proto = Object.getPrototypeOf(proto)) {
    champs.unshift(...(REGISTRE.get(proto) ?? []));
  }
  return champs;
}

function champ(
  options: OptionsChamp,
  schema: Record<string, unknown>,
  regles: PropertyDecorator[],
  classe?: () => Classe,
) {
  return (cible: object, nom: string | symbol): void => {
    const requis = options.requis ?? false;
    const connus = REGISTRE.get(cible) ?? [];
    connus.push({ nom: String(nom), libelle: options.libelle, requis, schema, ...(classe ? { classe } : {}) });
    REGISTRE.set(cible, connus);
    if (!requis) {
      IsOptional()(cible, nom);
      Transform(({ value }) => (value === '' ? null : value))(cible, nom);
    }
    for (const regle of regles) regle(cible, nom);
  };
}

/**
 * Text of at most `max` characters (300 unless told), trimmed and in Unicode form C. The null character, which PostgreSQL
 * refuses in a text, is taken out.
 */
export function Texte(options: OptionsChamp & { max?: number; min?: number }): PropertyDecorator {
  const { libelle, requis, max = 300, min = 1 } = options;
  const regles = [
    Transform(({ value }) =>
      typeof value === 'string' ? value.normalize('NFC').replaceAll('\0', '').trim() || (requis ? '' : null) : value,
    ),
    IsString({ message: requis ? `${libelle}\u00a0: à remplir.` : `${libelle}\u00a0: un texte est attendu.` }),
    MaxLength(max, { message: `${libelle}\u00a0: ${max.toLocaleString('fr-FR')} caractères au plus.` }),
  ];
  if (requis) {
    regles.push(
      MinLength(min, {
        message: min > 1 ? `${libelle}\u00a0: ${min} caractères au moins.` : `${libelle}\u00a0: à remplir.`,
      }),
    );
  }
  return champ(options, { type: 'string', maxLength: max }, regles);
}

/** Long free text (10,000 characters unless told). */
export function TexteLong(options: OptionsChamp & { max?: number }): PropertyDecorator {
  return Texte({ max: 10_000, ...options });
}

/** Text of `max` characters (300 unless told) that must match a pattern; `attendu` completes the sentence « … est attendu ». */
export function TexteFormate(
  options: OptionsChamp & { motif: RegExp; attendu: string; max?: number },
): PropertyDecorator {
  const { libelle, motif, attendu, max = 300 } = options;
  return champ(options, { type: 'string', pattern: motif.source, maxLength: max }, [
    Transform(({ value }) => (typeof value === 'string' ? value.trim() : value)),
    MaxLength(max, { message: `${libelle}\u00a0: ${max.toLocaleString('fr-FR')} caractères au plus.` }),
    Matches(motif, { message: `${libelle}\u00a0: ${attendu}.` }),
  ]);
}

/** Text judged by a pure rule of the domain (`verifier` answers a French sentence, or null when right). */
export function TexteVerifie(
  options: OptionsChamp & { nettoyer?: (v: string) => string; verifier: (v: string) => string | null },
): PropertyDecorator {
  const { libelle, verifier, nettoyer = (v) => v.trim() } = options;
  return champ(options, { type: 'string' }, [
    Transform(({ value }) => (typeof value === 'string' ? nettoyer(value) || null : value)),
    ValidateBy({
      name: 'verifie',
      validator: {
        validate: (v: unknown) => typeof v === 'string' && verifier(v) === null,
        defaultMessage: (args) =>
          `${libelle}\u00a0: ${typeof args?.value === 'string' ? verifier(args.value) : 'à remplir.'}`,
      },
    }),
  ]);
}

const versNombre = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;

interface Bornes {
  min?: number;
  max?: number;
}

function bornes(libelle: string, { min, max }: Bornes): PropertyDecorator[] {
  const regles: PropertyDecorator[] = [];
  if (min !== undefined) {
    regles.push(
      Min(min, {
        message:
          min === 0 ? `${libelle}\u00a0: un nombre négatif n’est pas possible.` : `${libelle}\u00a0: ${min} au moins.`,
      }),
    );
  }
  if (max !== undefined)
    regles.push(Max(max, { message: `${libelle}\u00a0: ${max.toLocaleString('fr-FR')} au plus.` }));
  return regles;
}

/** Whole number; 0 at least and 2 147 483 647 at most unless told (PostgreSQL's integer). */
export function Entier(options: OptionsChamp & Bornes): PropertyDecorator {
  const limites = { min: 0, max: 2_147_483_647, ...options };
  return champ(options, { type: 'integer', minimum: limites.min, maximum: limites.max }, [
    Transform(versNombre),
    IsInt({ message: `${options.libelle}\u00a0: un nombre entier est attendu.` }),
    ...bornes(options.libelle, limites),
  ]);
}

/** An amount in cents; a text is read as one types it in French (« 1 234,56 »). One cent at least unless told. */
export function Montant(options: OptionsChamp & { min?: 0 | 1 }): PropertyDecorator {
  const { libelle, min = 1 } = options;
  const refus = (valeur: unknown): string | null => {
    if (typeof valeur === 'string') return lireMontant(valeur).erreur ?? 'à remplir.';
    if (typeof valeur !== 'number' || !Number.isInteger(valeur)) return 'un nombre entier de centimes est attendu.';
    if (valeur < 0) return lireMontant('-').erreur ?? null;
    if (valeur < min) return 'il est plus grand que zéro.';
    return valeur > MONTANT_MAX ? `${ecrireEuros(MONTANT_MAX)} au plus.` : null;
  };
  return champ(options, { type: 'integer', minimum: min, maximum: MONTANT_MAX }, [
    Transform(({ value }) => (typeof value === 'string' ? (lireMontant(value).centimes ?? value) : value)),
    ValidateBy({
      name: 'montant',
      validator: {
        validate: (v: unknown) => refus(v) === null,
        defaultMessage: (args) => `${libelle}\u00a0: ${refus(args?.value) ?? 'à revoir.'}`,
      },
    }),
  ]);
}

/** Decimal number, four decimals at most; 0 to 1 000 000 000 unless told. */
export function Nombre(options: OptionsChamp & Bornes): PropertyDecorator {
  const limites = { min: 0, max: 1_000_000_000, ...options };
  return champ(options, { type: 'number', minimum: limites.min, maximum: limites.max }, [
    Transform(versNombre),
    IsNumber(
      { maxDecimalPlaces: 4 },
      { message: `${options.libelle}\u00a0: un nombre est attendu (quatre décimales au plus).` },
    ),
    ...bornes(options.libelle, limites),
  ]);
}

/** Yes or no. */
export function Booleen(options: OptionsChamp): PropertyDecorator {
  return champ(options, { type: 'boolean' }, [
    Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean({ message: `${options.libelle}\u00a0: oui ou non est attendu.` }),
  ]);
}

/** Day written YYYY-MM-DD that exists in the calendar. */
export function DateJour(options: OptionsChamp): PropertyDecorator {
  return champ(options, { type: 'string', format: 'date' }, [
    ValidateBy({
      name: 'dateJour',
      validator: {
        validate: estDateJour,
        defaultMessage: () => `${options.libelle}\u00a0: une date du calendrier est attendue.`,
      },
    }),
  ]);
}

/** One value of a closed list. */
export function Choix(valeurs: readonly string[], options: OptionsChamp): PropertyDecorator {
  return champ(options, { type: 'string', enum: [...valeurs] }, [
    IsIn([...valeurs], { message: `${options.libelle}\u00a0: choisir dans la liste.` }),
  ]);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Identifier of a thing of the application (UUID). */
export function Identifiant(options: OptionsChamp): PropertyDecorator {
  return champ(options, { type: 'string', format: 'uuid' }, [
    Matches(UUID, { message: `${options.libelle}\u00a0: choisir dans la liste.` }),
  ]);
}

/** True when the text is written as an identifier of the application. */
export function estIdentifiant(texte: unknown): texte is string {
  return typeof texte === 'string' && UUID.test(texte);
}

/** List of distinct texts, each matching `motif` (identifiers unless told), 200 at most. */
export function ListeCodes(options: OptionsChamp & { motif?: RegExp; max?: number; min?: number }): PropertyDecorator {
  const { libelle, motif = UUID, max = 200, min = options.requis ? 1 : 0 } = options;
  return champ(options, { type: 'array', items: { type: 'string' }, maxItems: max }, [
    IsArray({ message: `${libelle}\u00a0: une liste est attendue.` }),
    ArrayUnique({ message: `${libelle}\u00a0: une valeur figure deux fois.` }),
    ArrayMaxSize(max, { message: `${libelle}\u00a0: ${max} valeurs au plus.` }),
    ValidateBy({
      name: 'listeNonVide',
      validator: {
        validate: (v: unknown) => Array.isArray(v) && v.length >= min,
        defaultMessage: () => `${libelle}\u00a0: ${min === 1 ? 'une valeur' : `${min} valeurs`} au moins.`,
      },
    }),
    Matches(motif, { each: true, message: `${libelle}\u00a0: choisir dans la liste.` }),
  ]);
}

/** A nested contract. */
export function Objet(classe: () => Classe, options: OptionsChamp): PropertyDecorator {
  return champ(
    options,
    { type: 'object' },
    [
      // ValidateNested alone lets a missing value and a list through.
      IsObject({ message: `${options.libelle}\u00a0: à remplir.` }),
      ValidateNested({ message: `${options.libelle}\u00a0: à revoir.` }),
      Type(classe),
    ],
    classe,
  );
}

/** A list of nested contracts, 500 at most unless told. */
export function ListeObjets(classe: () => Classe, options: OptionsChamp & { max?: number }): PropertyDecorator {
  const { libelle, max = 500 } = options;
  return champ(
    options,
    { type: 'array', maxItems: max },
    [
      IsArray({ message: `${libelle}\u00a0: une liste est attendue.` }),
      ArrayMaxSize(max, { message: `${libelle}\u00a0: ${max} lignes au plus.` }),
      IsObject({ each: true, message: `${libelle}\u00a0: à revoir.` }),
      ValidateNested({ each: true, message: `${libelle}\u00a0: à revoir.` }),
      Type(classe),
    ],
    classe,
  );
}

/** Version read before an edit: the write is refused when somebody changed the row since (optimistic concurrency). */
export function Version(): PropertyDecorator {
  return Entier({ libelle: 'Version', requis: true, min: 1 });
}
