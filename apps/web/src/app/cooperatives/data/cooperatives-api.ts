import { HttpClient, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Page } from '@coopilote/domain/commun/page.contract';
import type {
  AdhesionModifiee,
  AdhesionSaisie,
  CooperativeCreee,
  CooperativeLue,
  CooperativeModifiee,
  ObjectifModifie,
  ObjectifSaisi,
  PhaseChangee,
} from '@coopilote/domain/cooperatives';
import type { EtapeModifiee, EtapeSaisie } from '@coopilote/domain/pilotage';
import type { CommuneLue, IntercommunaliteLue } from '@coopilote/domain/referentiel/referentiel.contract';
import type { InvitationPartenaire, StructureLigne, StructureSaisie } from '@coopilote/domain/structures';
import { firstValueFrom } from 'rxjs';

const RACINE = '/api/cooperatives';

/** Writes on a CA and what hangs from it, and the searches that its forms need. Each throws a `Probleme` when refused. */
@Injectable({ providedIn: 'root' })
export class CooperativesApi {
  private readonly http = inject(HttpClient);

  lire(id: string): Promise<CooperativeLue> {
    return firstValueFrom(this.http.get<CooperativeLue>(`${RACINE}/${id}`));
  }

  creer(saisie: CooperativeCreee): Promise<{ id: string }> {
    return firstValueFrom(this.http.post<{ id: string }>(RACINE, saisie));
  }

  modifier(id: string, saisie: CooperativeModifiee): Promise<unknown> {
    return firstValueFrom(this.http.patch(`${RACINE}/${id}`, saisie));
  }

  changerPhase(id: string, saisie: PhaseChangee): Promise<unknown> {
    return firstValueFrom(this.http.post(`${RACINE}/${id}/phase`, saisie));
  }

  ajouterAdhesion(id: string, saisie: AdhesionSaisie): Promise<unknown> {
    return firstValueFrom(this.http.post(`${RACINE}/${id}/adhesions`, saisie));
  }

  modifierAdhesion(id: string, adhesionId: string, saisie: AdhesionModifiee): Promise<unknown> {
    return firstValueFrom(this.http.patch(`${RACINE}/${id}/adhesions/${adhesionId}`, saisie));
  }

  ajouterObjectif(id: string, saisie: ObjectifSaisi): Promise<unknown> {
    return firstValueFrom(this.http.post(`${RACINE}/${id}/objectifs`, saisie));
  }

  modifierObjectif(id: string, objectifId: string, saisie: ObjectifModifie): Promise<unknown> {
    return firstValueFrom(this.http.patch(`${RACINE}/${id}/objectifs/${objectifId}`, saisie));
  }

  supprimerObjectif(id: string, objectifId: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${RACINE}/${id}/objectifs/${objectifId}`));
  }

  ajouterEtape(id: string, saisie: EtapeSaisie): Promise<unknown> {
    return firstValueFrom(this.http.post(`${RACINE}/${id}/etapes`, saisie));
  }

  modifierEtape(id: string, etapeId: string, saisie: EtapeModifiee): Promise<unknown> {
    return firstValueFrom(this.http.patch(`${RACINE}/${id}/etapes/${etapeId}`, saisie));
  }

  supprimerEtape(id: string, etapeId: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${RACINE}/${id}/etapes/${etapeId}`));
  }

  async chercherStructures(q: string): Promise<StructureLigne[]> {
    const page = await this.lireListe<Page<StructureLigne>>('/api/structures', { q, taille: '12' });
    return page.lignes;
  }

  creerStructure(saisie: StructureSaisie): Promise<{ id: string }> {
    return firstValueFrom(this.http.post<{ id: string }>('/api/structures', saisie));
  }

  inviter(structureId: string, saisie: InvitationPartenaire): Promise<unknown> {
    return firstValueFrom(this.http.post(`/api/structures/${structureId}/invitations`, saisie));
  }

  chercherCommunes(q: string, departement?: string): Promise<CommuneLue[]> {
    return this.lireListe('/api/referentiel/communes', { q, ...(departement && { departement }) });
  }

  communesDeLEpci(epci: string): Promise<CommuneLue[]> {
    return this.lireListe('/api/referentiel/communes', { epci });
  }

  chercherEpci(q: string): Promise<IntercommunaliteLue[]> {
    return this.lireListe('/api/referentiel/epci', { q });
  }

  private lireListe<T>(adresse: string, filtres: Record<string, string>): Promise<T> {
    return firstValueFrom(this.http.get<T>(adresse, { params: new HttpParams({ fromObject: filtres }) }));
  }
}
