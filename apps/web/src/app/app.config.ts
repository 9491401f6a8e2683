import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import { ApplicationConfig, inject, provideAppInitializer, provideBrowserGlobalErrorListeners } from '@angular/core';
import {
  RedirectCommand,
  Router,
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { routes } from './app.routes';
import { CopiesLocales } from './platform/copies-locales';
import { enTetes } from './platform/en-tetes.interceptor';
import { lectures } from './platform/lectures.interceptor';
import { refus } from './platform/refus.interceptor';
import { SessionStore } from './platform/session-store';
import { TitreCoopilote } from './platform/titre';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    // Of the two ways that browsers have, the only one that tells how far a file being sent is.
    provideHttpClient(withXhr(), withInterceptors([lectures, refus, enTetes])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      // The files of a page could not be had: no network, or a newer version has replaced them.
      withNavigationErrorHandler(
        () => new RedirectCommand(inject(Router).parseUrl('/hors-ligne'), { skipLocationChange: true }),
      ),
    ),
    provideAppInitializer(() => Promise.all([inject(SessionStore).retrouver(), inject(CopiesLocales).ouvrir()])),
    { provide: TitleStrategy, useExisting: TitreCoopilote },
  ],
};
