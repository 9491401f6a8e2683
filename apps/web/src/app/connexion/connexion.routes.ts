import { inject } from '@angular/core';
import { CanActivateFn, Router, Routes } from '@angular/router';
import { SessionStore } from '../platform/session-store';

/** Someone already signed in has nothing to do here. */
const pasEncore: CanActivateFn = () => !inject(SessionStore).connecte() || inject(Router).parseUrl('/');

export default [
  {
    path: 'connexion',
    title: 'Connexion',
    canActivate: [pasEncore],
    loadComponent: () => import('./feature-connexion/page-connexion').then((module) => module.PageConnexion),
  },
  {
    path: 'mot-de-passe',
    title: 'Mot de passe oublié',
    loadComponent: () => import('./feature-mot-de-passe/page-mot-de-passe').then((module) => module.PageMotDePasse),
  },
  {
    path: 'lien/:jeton',
    title: 'Choisir un mot de passe',
    loadComponent: () => import('./feature-lien/page-lien').then((module) => module.PageLien),
  },
  {
    path: 'desabonnement/:jeton',
    title: 'Ne plus recevoir ces messages',
    loadComponent: () =>
      import('./feature-desabonnement/page-desabonnement').then((module) => module.PageDesabonnement),
  },
] satisfies Routes;
