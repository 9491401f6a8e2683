import 'reflect-metadata';
import { creerApplication } from './application';
import { PremierCompteService } from './comptes/premier-compte.service';
import { Base } from './platform/base';
import { lireConfig } from './platform/config';

const [courriel = '', prenom = '', nom = '', regionCode = '11'] = process.argv.slice(2);
const app = await creerApplication(
  { ...lireConfig(), dossierWeb: null, ouvriers: 'aucun', smtpUrl: null },
  { silencieux: true },
);
try {
  const lien = await app
    .get(Base)
    .run({ genre: 'systeme', motif: 'Premier compte' }, (ctx) =>
      app.get(PremierCompteService).create(ctx, { courriel, prenom, nom, regionCode }),
    );
  console.log(`Lien à usage unique, valable sept jours :\n${lien}`);
} catch (erreur) {
  console.error(erreur instanceof Error ? erreur.message : erreur);
  console.error('Usage : npm run premier-compte -- courriel prénom nom [code de région]');
  process.exitCode = 2;
} finally {
  await app.close();
}
