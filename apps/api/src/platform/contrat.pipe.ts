import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { SaisieInvalide } from '@coopilote/db';
import { champsDe, lireContrat, type Classe } from '@coopilote/domain/commun';

/** Reads bodies and queries as the contract that the handler declares. */
@Injectable()
export class ContratPipe implements PipeTransform {
  transform(valeur: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || !metatype) return valeur;
    const classe = metatype as Classe;
    if (typeof metatype !== 'function' || champsDe(classe).length === 0) return valeur;
    if (type === 'body' && (typeof valeur !== 'object' || valeur === null || Array.isArray(valeur))) {
      throw new SaisieInvalide([], 'Un objet JSON est attendu.');
    }
    const { objet, erreurs } = lireContrat(classe, valeur);
    if (erreurs.length) throw new SaisieInvalide(erreurs);
    return objet;
  }
}
