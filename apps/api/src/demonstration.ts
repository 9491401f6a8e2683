import 'reflect-metadata';
import { creerApplication } from './application';
import { ChargementDemonstration } from './demonstration/chargement';
import { isEmpty } from './demonstration/chargement.queries';
import { horlogeVecue } from './demonstration/client';
import { Base } from './platform/base';
import { lireConfig } from './platform/config';
import { Horloge } from './platform/horloge';

const app = await creerApplication(
  { ...lireConfig(), dossierWeb: null, ouvriers: 'aucun', smtpUrl: null },
  { silencieux: true },
);
try {
  const vide = await app.get(Base).run({ genre: 'systeme', motif: 'Démonstration' }, isEmpty);
  if (vide) {
    const horloge = app.get(Horloge);
    const aujourdhui = horloge.aujourdhui();
    horloge.maintenant = () => horlogeVecue.maintenant();
    const debut = performance.now();
    await new ChargementDemonstration(app, aujourdhui).load();
    console.log(`Données de démonstration chargées en ${((performance.now() - debut) / 1000).toFixed(1)} s.`);
  }
} finally {
  await app.close();
}
