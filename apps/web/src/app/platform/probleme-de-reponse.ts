import type { HttpErrorResponse } from '@angular/common/http';
import type { Probleme as ProblemeDeLApi } from '@coopilote/domain/commun';
import { Probleme } from '@coopilote/ui/formulaire/probleme';

const PHRASES: Readonly<Record<number, string>> = {
  0: 'Le serveur ne répond pas. Vérifiez votre connexion\u00a0; ce que vous avez saisi reste à l’écran.',
  401: 'Votre session a expiré. Connectez-vous de nouveau.',
  403: 'Vous n’avez pas le droit de faire cela.',
  404: 'Ce que vous cherchez n’existe pas, ou ne vous est pas ouvert.',
  409: 'Quelqu’un a modifié ceci entre-temps. Relisez avant d’enregistrer.',
  413: 'Ce fichier est trop lourd.',
  429: 'Trop de demandes en peu de temps. Attendez une minute, puis réessayez.',
};

/** Reads the API's problem details (RFC 9457); an answer of another kind (proxy, network) gets a sentence of ours. */
export function problemeDeReponse(reponse: HttpErrorResponse): Probleme {
  const corps = lireCorps(reponse.error);
  return new Probleme({
    statut: reponse.status,
    code: corps.code ?? (reponse.status === 0 ? 'RESEAU' : `HTTP_${reponse.status}`),
    detail: corps.detail ?? PHRASES[reponse.status] ?? 'Le serveur n’a pas pu répondre. Réessayez dans un instant.',
    correlation: corps.correlation ?? reponse.headers.get('x-correlation-id') ?? '',
    erreurs: corps.erreurs ?? [],
    corps: { ...corps },
  });
}

/** A download (`responseType: 'text'`) that fails hands over its problem details as text. */
function lireCorps(corps: unknown): Partial<ProblemeDeLApi> {
  if (typeof corps === 'string' && corps.startsWith('{')) {
    try {
      return JSON.parse(corps) as Partial<ProblemeDeLApi>;
    } catch {
      return {};
    }
  }
  const estObjet = typeof corps === 'object' && corps !== null && !(corps instanceof Blob) && !(corps instanceof Event);
  return estObjet && !(corps instanceof Error) ? (corps as Partial<ProblemeDeLApi>) : {};
}
