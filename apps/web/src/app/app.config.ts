import { provideHttpClient, withInterceptors } from '@angular/common/http';
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
    provideHttpClient(withInterceptors([refus, enTetes])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideAppInitializer(() => inject(SessionStore).retrouver()),
    { provide: TitleStrategy, useExisting: TitreCoopilote },
  ],
};
