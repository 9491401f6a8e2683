import './reflect';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { appliquerTheme } from './app/platform/theme';

// Before the first paint of the application: a chosen theme must not flash the other one.
appliquerTheme();
bootstrapApplication(App, appConfig).catch((erreur: unknown) => {
  document.body.textContent = 'L’application n’a pas pu démarrer. Rechargez la page.';
  throw erreur;
});
