import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { enRedaction, numeroArticle, type ActeLu, type ManqueConvention } from '@coopilote/domain/conventions';
import { derniereValeur } from '../../platform/derniere-valeur';
import { ActesApi } from '../data/actes-api';
import type { SectionTexte } from '../ui/sommaire-articles';

/** Where one goes to write what a text misses. */
export interface ManqueMontre {
  message: string;
  lien: string[] | null;
  parametres: Record<string, string>;
  acte: string;
}

/** A text that parties sign, shared by the parts of its page. */
@Injectable()
export class TexteStore {
  private readonly api = inject(ActesApi);
  readonly id = signal('');
  readonly ressource = httpResource<ActeLu>(() => (this.id() ? `/api/actes/${this.id()}` : undefined));
  private readonly derniere = derniereValeur(this.ressource);
  readonly acte = computed(() => {
    const acte = this.derniere();
    return acte && acte.id === this.id() ? acte : null;
  });
  /** Key of the article that is being written: one at a time. */
  readonly edite = signal<string | null>(null);

  /** Key of the article that is being commented on: one at a time. */
  readonly remarquee = signal<string | null>(null);

  readonly sections = computed<readonly SectionTexte[]>(() => {
    const acte = this.acte();
    if (!acte) return [];
    // Once the text is frozen, nothing of it is answered any more.
    const attend = enRedaction(acte.etat);
    const avenant = acte.genre !== 'INITIALE';
    return [
      ...(avenant ? [{ id: 'changements', titre: 'Ce qui change', remarques: 0 }] : []),
      { id: 'parties', titre: 'Parties', remarques: 0 },
      ...acte.articles.map(({ cle, titre }) => ({
        id: `article-${cle}`,
        titre: cle === 'preambule' ? titre : `${numeroArticle(cle).replace(/^Article\s/, '')}. ${titre}`,
        remarques: attend ? acte.remarques.filter(({ article, traitee }) => article === cle && !traitee).length : 0,
      })),
    ];
  });
  readonly manques = computed<readonly ManqueMontre[]>(() => {
    const acte = this.acte();
    return acte ? acte.manques.map((manque) => montrer(manque, acte)) : [];
  });

  /** Takes what a write answered, without asking again. */
  remplacer(acte: ActeLu): void {
    this.ressource.set(acte);
  }

  /** Gives an article the words of the region's template again. @throws Probleme */
  async revenirAuModele(acte: ActeLu, cle: string): Promise<void> {
    this.remplacer(await this.api.modifier(acte.id, { textes: [{ cle, texte: null }], version: acte.version }));
  }

  async traiter(acte: ActeLu, remarqueId: string, traitee: boolean): Promise<void> {
    this.remplacer(await this.api.traiter(acte.id, remarqueId, traitee));
  }
}

function montrer({ message, lieu, actionId }: ManqueConvention, { cooperativeId }: ActeLu): ManqueMontre {
  const vers = (lien: string[] | null, acte: string, parametres: Record<string, string> = {}): ManqueMontre => ({
    message,
    lien,
    acte,
    parametres,
  });
  switch (lieu) {
    case 'PARTIES':
      return vers(['/cooperatives', cooperativeId, 'convention'], 'Modifier les parties', { ouvrir: 'parties' });
    case 'PRESENTATION':
      return vers(['/cooperatives', cooperativeId, 'modifier'], 'Écrire la présentation');
    case 'PROGRAMME':
      return vers(['/cooperatives', cooperativeId, 'programme'], 'Ouvrir le programme');
    case 'ACTION':
      return vers(['/fiches-actions', actionId ?? ''], 'Ouvrir la fiche-action');
    case 'TEXTE':
      return vers(null, '');
  }
}
