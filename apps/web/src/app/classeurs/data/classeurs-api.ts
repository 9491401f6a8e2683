import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** Sends workbooks. Each throws a `Probleme` when refused. */
@Injectable({ providedIn: 'root' })
export class ClasseursApi {
  private readonly http = inject(HttpClient);

  envoyer<T>(adresse: string, fichier: File, champs: Readonly<Record<string, string>> = {}): Promise<T> {
    const formulaire = new FormData();
    // Before the file: the server reads the form in its order.
    for (const [nom, valeur] of Object.entries(champs)) formulaire.set(nom, valeur);
    formulaire.set('fichier', fichier, fichier.name);
    return firstValueFrom(this.http.post<T>(adresse, formulaire));
  }
}
