import { HttpClient, HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Page } from '@coopilote/domain/commun/page.contract';
import type { CompteInvite, CompteLu } from '@coopilote/domain/comptes/compte.contract';
import type { CooperativeLigne } from '@coopilote/domain/cooperatives/cooperative.contract';
import type { DepartementLu } from '@coopilote/domain/referentiel/referentiel.contract';
import type { StructureLigne } from '@coopilote/domain/structures/structure.contract';
import type { Option } from '@coopilote/ui';
import { firstValueFrom } from 'rxjs';

export const TAILLE_PAGE = 50;

export function comptes(
  filtres: () => { q: string; role: string; page: number },
): HttpResourceRef<Page<CompteLu> | undefined> {
  return httpResource<Page<CompteLu>>(() => {
    const { q, role, page } = filtres();
    return { url: '/api/utilisateurs', params: { page, taille: TAILLE_PAGE, ...(q && { q }), ...(role && { role }) } };
  });
}

export function departements(): HttpResourceRef<DepartementLu[] | undefined> {
  return httpResource<DepartementLu[]>(() => '/api/referentiel/departements');
}

/** What an administrator does of accounts. */
@Injectable({ providedIn: 'root' })
export class ComptesApi {
  private readonly http = inject(HttpClient);

  inviter(invite: CompteInvite): Promise<CompteLu> {
    return firstValueFrom(this.http.post<CompteLu>('/api/utilisateurs', invite));
  }

  /** Sends the one-time link again. */
  async renvoyer(compte: CompteLu): Promise<void> {
    await firstValueFrom(this.http.post(`/api/utilisateurs/${compte.id}/invitation`, {}));
  }

  async desactiver(compte: CompteLu): Promise<void> {
    await firstValueFrom(this.http.post(`/api/utilisateurs/${compte.id}/desactivation`, {}));
  }

  async reactiver(compte: CompteLu): Promise<void> {
    await firstValueFrom(this.http.post(`/api/utilisateurs/${compte.id}/reactivation`, {}));
  }

  async retirerRole(compte: CompteLu, attributionId: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/utilisateurs/${compte.id}/attributions/${attributionId}`));
  }

  async chercherCooperatives(q: string): Promise<readonly Option[]> {
    const page = await firstValueFrom(
      this.http.get<Page<CooperativeLigne>>('/api/cooperatives', { params: { q, taille: 20 } }),
    );
    return page.lignes.map(({ id, intitule, departement }) => ({ valeur: id, libelle: intitule, detail: departement }));
  }

  async chercherStructures(q: string): Promise<readonly Option[]> {
    const page = await firstValueFrom(
      this.http.get<Page<StructureLigne>>('/api/structures', { params: { q, taille: 20 } }),
    );
    return page.lignes.map(({ id, nom, commune }) => ({ valeur: id, libelle: nom, detail: commune }));
  }
}
