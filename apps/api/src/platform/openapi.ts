import type { INestApplication } from '@nestjs/common';
import { ApiProperty, DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { champsDe, type Classe } from '@coopilote/domain/commun';
import * as actions from '@coopilote/domain/actions';
import * as bilans from '@coopilote/domain/bilans';
import * as comptes from '@coopilote/domain/comptes';
import * as consolidation from '@coopilote/domain/consolidation';
import * as cooperatives from '@coopilote/domain/cooperatives';
import * as financement from '@coopilote/domain/financement';
import * as gouvernance from '@coopilote/domain/gouvernance';
import * as historique from '@coopilote/domain/historique';
import * as notifications from '@coopilote/domain/notifications';
import * as pieces from '@coopilote/domain/pieces';
import * as pilotage from '@coopilote/domain/pilotage';
import * as referentiel from '@coopilote/domain/referentiel';
import * as structures from '@coopilote/domain/structures';

const MODULES = [
  actions,
  bilans,
  comptes,
  consolidation,
  cooperatives,
  financement,
  gouvernance,
  historique,
  notifications,
  pieces,
  pilotage,
  referentiel,
  structures,
];

function estContrat(valeur: unknown): valeur is Classe {
  return (
    typeof valeur === 'function' &&
    /^class\b/.test(Function.prototype.toString.call(valeur)) &&
    champsDe(valeur as Classe).length > 0
  );
}

/** The OpenAPI document, made from the routes and from what the contracts declare of their fields. */
export function decrireApi(app: INestApplication): OpenAPIObject {
  for (const contrat of MODULES.flatMap((m) => Object.values(m)).filter(estContrat)) {
    for (const champ of champsDe(contrat)) {
      const { type, ...schema } = champ.schema;
      const forme = champ.classe ? { type: champ.classe, isArray: type === 'array' } : { type };
      ApiProperty({
        ...schema,
        ...forme,
        description: champ.libelle,
        required: champ.requis,
        nullable: !champ.requis,
      } as never)(contrat.prototype, champ.nom);
    }
  }
  const document = new DocumentBuilder()
    .setTitle('Coopilote')
    .setDescription('API des coopératives d’acteurs en promotion de la santé')
    .setVersion('1')
    .addCookieAuth('coopilote')
    .build();
  return SwaggerModule.createDocument(app, document);
}
