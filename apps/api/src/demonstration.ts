import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { creerApplication } from './application';
import { ChargementDemonstration } from './demonstration/chargement';
import { isEmpty } from './demonstration/chargement.queries';
import { HorlogeReglable } from './demonstration/client';
import { comptesDemonstration } from './demonstration/donnees';
import { Base } from './platform/base';
import { lireConfig } from './platform/config';
import { Horloge } from './platform/horloge';

const config = { ...lireConfig(), dossierWeb: null, smtpUrl: null };
const app = await creerApplication(config, { silencieux: true });
try {
  const vide = await app.get(Base).run({ genre: 'systeme', motif: 'Démonstration' }, isEmpty);
  if (vide) {
    const horloge = app.get(Horloge);
    const reglable = new HorlogeReglable();
    const aujourdhui = horloge.aujourdhui();
    horloge.maintenant = () => reglable.lire();
    const debut = performance.now();
    await new ChargementDemonstration(app, reglable, aujourdhui).load();
    console.log(`Données de démonstration chargées en ${((performance.now() - debut) / 1000).toFixed(1)} s.`);
  }
  const dossier = process.env['COOPILOTE_DATA'];
  if (dossier) {
    const comptes = comptesDemonstration.map(({ courriel: email, libelle }) => ({ email, libelle }));
    await writeFile(join(dossier, 'comptes-demo.json'), JSON.stringify(comptes));
  }
} finally {
  await app.close();
}
