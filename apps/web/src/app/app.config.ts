import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import { ApplicationConfig, inject, provideAppInitializer, provideBrowserGlobalErrorListeners } from '@angular/core';
import { TitleStrategy, provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { routes } from './app.routes';
import { enTetes } from './platform/en-tetes.interceptor';
import { refus } from './platform/refus.interceptor';
import { SessionStore } from './platform/session-store';
import { TitreCoopilote } from './platform/titre';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    // Of the two ways that browsers have, the only one that tells how far a file being sent is.
    provideHttpClient(withXhr(), withInterceptors([refus, enTetes])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideAppInitializer(() => inject(SessionStore).retrouver()),
    { provide: TitleStrategy, useExisting: TitreCoopilote },
  ],
};
