import { HttpClient, HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Page } from '@coopilote/domain/commun/page.contract';
import type { CompteStructureLu } from '@coopilote/domain/comptes/compte.contract';
import type { CommuneLue, DepartementLu, ValeurListeLue } from '@coopilote/domain/referentiel/referentiel.contract';
import type {
  ContactLu,
  ContactSaisie,
  Doublon,
  InvitationPartenaire,
  StructureLigne,
  StructureLue,
  StructureModifiee,
  StructureSaisie,
} from '@coopilote/domain/structures/structure.contract';
import type { Option } from '@coopilote/ui';
import { firstValueFrom } from 'rxjs';

export const TAILLE_PAGE = 50;

export interface FiltresStructures {
  q?: string;
  departement?: string;
  secteur?: string;
  page: number;
}

export function structures(filtres: () => FiltresStructures): HttpResourceRef<Page<StructureLigne> | undefined> {
  return httpResource<Page<StructureLigne>>(() => {
    const { q, departement, secteur, page } = filtres();
    const params = {
      page,
      taille: TAILLE_PAGE,
      ...(q && { q }),
      ...(departement && { departement }),
      ...(secteur && { secteur }),
    };
    return { url: '/api/structures', params };
  });
}

export function structure(id: () => string | undefined): HttpResourceRef<StructureLue | undefined> {
  return httpResource<StructureLue>(() => (id() ? `/api/structures/${id()}` : undefined));
}

/** Accounts of the people of a structure; not asked for by who may not invite. */
export function comptesDeStructure(id: () => string | undefined): HttpResourceRef<CompteStructureLu[] | undefined> {
  return httpResource<CompteStructureLu[]>(() => (id() ? `/api/structures/${id()}/comptes` : undefined));
}

export function secteurs(): HttpResourceRef<ValeurListeLue[] | undefined> {
  return httpResource<ValeurListeLue[]>(() => ({ url: '/api/listes', params: { liste: 'SECTEUR', retirees: true } }));
}

export function departements(): HttpResourceRef<DepartementLu[] | undefined> {
  return httpResource<DepartementLu[]>(() => '/api/referentiel/departements');
}

/** Structures that look like the one being typed; nothing is asked before there is enough to compare. */
export function doublons(
  saisie: () => Pick<StructureSaisie, 'nom' | 'siret' | 'rna' | 'finess' | 'communeCode'> | undefined,
): HttpResourceRef<Doublon[] | undefined> {
  return httpResource<Doublon[]>(() => {
    const comparee = saisie();
    if (!comparee) return undefined;
    const { nom, siret, rna, finess, communeCode } = comparee;
    const params = {
      ...((nom ?? '').trim().length >= 4 && communeCode && { nom: nom.trim(), communeCode }),
      ...(siret && { siret }),
      ...(rna && { rna }),
      ...(finess && { finess }),
    };
    return Object.keys(params).length ? { url: '/api/structures/doublons', params } : undefined;
  });
}

/** Address of a structure's logo: another image has another one. */
export const adresseLogo = (id: string, empreinte: string): string =>
  `/api/structures/${id}/logo?v=${empreinte.slice(0, 12)}`;

/** What is written of structures, their contacts and their accounts. */
@Injectable({ providedIn: 'root' })
export class StructuresApi {
  private readonly http = inject(HttpClient);

  lire(id: string): Promise<StructureLue> {
    return firstValueFrom(this.http.get<StructureLue>(`/api/structures/${id}`));
  }

  creer(saisie: StructureSaisie): Promise<{ id: string }> {
    return firstValueFrom(this.http.post<{ id: string }>('/api/structures', saisie));
  }

  async modifier(id: string, saisie: StructureModifiee): Promise<{ id: string }> {
    await firstValueFrom(this.http.patch(`/api/structures/${id}`, saisie));
    return { id };
  }

  async enregistrerContact(id: string, contact: ContactLu | null, saisie: ContactSaisie): Promise<true> {
    const adresse = `/api/structures/${id}/contacts`;
    await firstValueFrom(
      contact
        ? this.http.patch(`${adresse}/${contact.id}`, { ...saisie, version: contact.version })
        : this.http.post(adresse, saisie),
    );
    return true;
  }

  async supprimerContact(id: string, contact: ContactLu): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/structures/${id}/contacts/${contact.id}`));
  }

  async poserLogo(id: string, fichier: File): Promise<void> {
    const formulaire = new FormData();
    formulaire.set('fichier', fichier, fichier.name);
    await firstValueFrom(this.http.put(`/api/structures/${id}/logo`, formulaire));
  }

  async retirerLogo(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/structures/${id}/logo`));
  }

  async inviter(id: string, invitation: InvitationPartenaire): Promise<true> {
    await firstValueFrom(this.http.post(`/api/structures/${id}/invitations`, invitation));
    return true;
  }

  async chercherCommunes(q: string): Promise<readonly Option[]> {
    const communes = await firstValueFrom(this.http.get<CommuneLue[]>('/api/referentiel/communes', { params: { q } }));
    return communes.map(({ code, nom, departementCode, codesPostaux }) => ({
      valeur: code,
      libelle: nom,
      detail: codesPostaux[0] ?? departementCode,
    }));
  }
}
