import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';

/** Shorthands: what is written here is compared with the migrations by a test. */
export const Cle = (): PropertyDecorator => PrimaryColumn({ type: 'uuid' });
export const CleUuid = Cle;
export const CleTexte = (): PropertyDecorator => PrimaryColumn({ type: 'text' });
export const CleEntier = (): PropertyDecorator => PrimaryColumn({ type: 'integer' });
export const Uuid = (o: ColumnOptions = {}): PropertyDecorator => Column({ type: 'uuid', ...o });
export const Texte = (o: ColumnOptions = {}): PropertyDecorator => Column({ type: 'text', ...o });
export const TexteNul = (): PropertyDecorator => Column({ type: 'text', nullable: true });
export const UuidNul = (): PropertyDecorator => Column({ type: 'uuid', nullable: true });
export const Entier = (o: ColumnOptions = {}): PropertyDecorator => Column({ type: 'integer', ...o });
export const EntierNul = (): PropertyDecorator => Column({ type: 'integer', nullable: true });
export const Jour = (o: ColumnOptions = {}): PropertyDecorator => Column({ type: 'date', ...o });
export const JourNul = (): PropertyDecorator => Column({ type: 'date', nullable: true });
export const Instant = (o: ColumnOptions = {}): PropertyDecorator => Column({ type: 'timestamptz', ...o });
export const InstantNul = (): PropertyDecorator => Column({ type: 'timestamptz', nullable: true });
export const Booleen = (parDefaut = false): PropertyDecorator => Column({ type: 'boolean', default: parDefaut });
export const Numero = (): PropertyDecorator => Column({ type: 'integer', default: 1 });
export const Ordre = (): PropertyDecorator => Column({ type: 'integer', default: 0 });
/** numeric(16,4), read as a number. */
export const Mesure = (o: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: 'numeric', precision: 16, scale: 4, ...o });
export const MesureNulle = (): PropertyDecorator => Mesure({ nullable: true });
/** Cents, read as a number. */
export const Centimes = (o: ColumnOptions = {}): PropertyDecorator => Column({ type: 'bigint', ...o });
export const CentimesNuls = (): PropertyDecorator => Centimes({ nullable: true });
