import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  ActeLu,
  ActeModifie,
  CodeDemande,
  RemarqueSaisie,
  SignatureEnLigneSaisie,
  SignaturePapierSaisie,
  TransitionActeDemandee,
} from '@coopilote/domain/conventions';
import { firstValueFrom } from 'rxjs';

/** Where a text is taken away from: itself, to be worked on, or with the signatures that it has. */
export const adresseDocument = (acteId: string, fichier: 'document.pdf' | 'document.docx' | 'copie.pdf'): string =>
  `/api/actes/${acteId}/${fichier}`;

/** What is written on one text. Each answers the text as it then stands, or throws a `Probleme`. */
@Injectable({ providedIn: 'root' })
export class ActesApi {
  private readonly http = inject(HttpClient);
  private readonly adresse = (id: string): string => `/api/actes/${id}`;

  lire(id: string): Promise<ActeLu> {
    return firstValueFrom(this.http.get<ActeLu>(this.adresse(id)));
  }

  modifier(id: string, saisie: ActeModifie): Promise<ActeLu> {
    return firstValueFrom(this.http.patch<ActeLu>(this.adresse(id), saisie));
  }

  changerEtat(id: string, demande: TransitionActeDemandee): Promise<ActeLu> {
    return firstValueFrom(this.http.post<ActeLu>(`${this.adresse(id)}/transitions`, demande));
  }

  remarquer(id: string, saisie: RemarqueSaisie): Promise<ActeLu> {
    return firstValueFrom(this.http.post<ActeLu>(`${this.adresse(id)}/remarques`, saisie));
  }

  traiter(id: string, remarqueId: string, traitee: boolean): Promise<ActeLu> {
    return firstValueFrom(this.http.patch<ActeLu>(`${this.adresse(id)}/remarques/${remarqueId}`, { traitee }));
  }

  deposerSignature(id: string, saisie: SignaturePapierSaisie): Promise<ActeLu> {
    return firstValueFrom(this.http.post<ActeLu>(`${this.adresse(id)}/signatures`, saisie));
  }

  /** Sends a code to the mailbox of whoever is signed in. */
  demanderCode(id: string, demande: CodeDemande): Promise<unknown> {
    return firstValueFrom(this.http.post(`${this.adresse(id)}/codes`, demande));
  }

  signer(id: string, saisie: SignatureEnLigneSaisie): Promise<ActeLu> {
    return firstValueFrom(this.http.post<ActeLu>(`${this.adresse(id)}/signatures-en-ligne`, saisie));
  }
}
