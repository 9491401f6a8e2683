import { Pipe, PipeTransform } from '@angular/core';
import {
  Absent,
  Trimestre,
  formatDateJour,
  formatDateLongue,
  formatEuros,
  formatHeure,
  formatNombre,
  formatPourcent,
  formatTrimestre,
} from './format';

/** `{{ 1234.5 | nombre }}` → « 1 234,5 ». */
@Pipe({ name: 'nombre' })
export class NombrePipe implements PipeTransform {
  transform(valeur: number | Absent, decimales?: number): string {
    return formatNombre(valeur, decimales);
  }
}

/** `{{ 1234567 | euros }}` (cents) → « 12 345,67 € ». */
@Pipe({ name: 'euros' })
export class EurosPipe implements PipeTransform {
  transform(centimes: number | Absent): string {
    return formatEuros(centimes);
  }
}

/** `{{ 0.94 | pourcent }}` → « 94 % ». */
@Pipe({ name: 'pourcent' })
export class PourcentPipe implements PipeTransform {
  transform(part: number | Absent, decimales = 0): string {
    return formatPourcent(part, decimales);
  }
}

/** `{{ '2026-11-22' | dateJour }}` → « 22/11/2026 ». */
@Pipe({ name: 'dateJour' })
export class DateJourPipe implements PipeTransform {
  transform(jour: string | Absent): string {
    return formatDateJour(jour);
  }
}

/** `{{ '2026-11-24' | dateLongue }}` → « mardi 24 novembre » ; `: true` adds the year. */
@Pipe({ name: 'dateLongue' })
export class DateLonguePipe implements PipeTransform {
  transform(jour: string | Absent, avecAnnee = false): string {
    return formatDateLongue(jour, avecAnnee);
  }
}

/** `{{ '2026-11-24T13:02:00Z' | heure }}` → « 14 h 02 ». */
@Pipe({ name: 'heure' })
export class HeurePipe implements PipeTransform {
  transform(instant: string | Absent): string {
    return formatHeure(instant);
  }
}

/** `{{ { annee: 2026, trimestre: 3 } | trimestre }}` → « T3 2026 » ; `: true` → « 3ᵉ trimestre 2026 ». */
@Pipe({ name: 'trimestre' })
export class TrimestrePipe implements PipeTransform {
  transform(periode: Trimestre | Absent, long = false): string {
    return formatTrimestre(periode, long);
  }
}
