import { type PrecacheEntry, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkOnly } from 'workbox-strategies';

declare const self: ServiceWorkerGlobalScope;
/** Written by the build: the page, and the files that signing in, the home page and the reports need. */
declare const A_GARDER: PrecacheEntry[];

/** A network that answers nothing for so long is no network, in seconds. */
const PATIENCE_S = 4;
/** Files of the other pages, kept as they are opened. */
const MORCEAUX = 'coopilote-morceaux';
/** The page as the API serves it to this worker, without anyone's session. */
const PAGE = '/coque.html';

precacheAndRoute(A_GARDER);
registerRoute(/-[\w-]{8}\.(js|css|woff2)$/, new CacheFirst({ cacheName: MORCEAUX }));

// The page comes from the network whenever there is one: it brings the newest version, and a nonce of its own.
const duReseau = new NetworkOnly({ networkTimeoutSeconds: PATIENCE_S });
const gardee = createHandlerBoundToURL(PAGE);
registerRoute(
  new NavigationRoute(
    async (demande) => {
      try {
        const reponse = await duReseau.handle(demande);
        return reponse.status < 500 ? reponse : await gardee(demande);
      } catch {
        return gardee(demande);
      }
    },
    { denylist: [/^\/api\//, /\.\w{2,5}(\?|$)/] },
  ),
);

// Nothing is read or written for the person here: the API's answers are kept by the application, which knows whose they are.
self.addEventListener('message', ({ data }) => {
  if (data === 'appliquer') void self.skipWaiting();
});
self.addEventListener('activate', (evenement) => {
  evenement.waitUntil(Promise.all([caches.delete(MORCEAUX), self.clients.claim()]));
});
