import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ArriveeVerifiee, StructureAReconnaitre } from '@coopilote/domain/arrivee/arrivee.contract';
import { Case, Icone, Interdit, Occupe, type Probleme, compter, versProbleme } from '@coopilote/ui';
import { ClasseursApi } from '../../classeurs/data/classeurs-api';
import { DepotClasseur } from '../../classeurs/ui/depot-classeur';
import { RefusClasseur } from '../../classeurs/ui/refus-classeur';
import { CooperativeStore } from '../data/cooperative.store';

const NOUVELLE = 'NOUVELLE';

/** A CA that exists already arrives by one workbook: model, check, then import, all or nothing. */
@Component({
  selector: 'co-page-reprise',
  imports: [Case, DepotClasseur, Icone, Interdit, Occupe, RefusClasseur, RouterLink],
  templateUrl: './page-reprise.html',
  styleUrl: './page-reprise.css',
})
export class PageReprise {
  protected readonly ca = inject(CooperativeStore);
  private readonly api = inject(ClasseursApi);

  protected readonly compter = compter;
  protected readonly NOUVELLE = NOUVELLE;
  protected readonly occupe = signal(false);
  protected readonly importe = signal(false);
  protected readonly lu = signal<ArriveeVerifiee | null>(null);
  protected readonly refus = signal<Probleme | null>(null);
  protected readonly choix = signal<Readonly<Record<string, string>>>({});
  protected readonly avertissementsLus = signal(false);
  private readonly fichier = signal<File | null>(null);

  /** Kept from the first check: a choice made stays on the screen, where it can be changed. */
  protected readonly structures = signal<readonly StructureAReconnaitre[]>([]);
  protected readonly creations = computed(() => {
    const lu = this.lu();
    if (!lu) return [];
    const { structures, objectifs, actions, indicateurs, bilans } = lu.creations;
    const reconnues = this.structures().filter(({ ligne }) => {
      const dit = this.choix()[ligne];
      return dit && dit !== NOUVELLE;
    }).length;
    const aFaire = lu.faite ? structures : structures - (lu.aReconnaitre.length ? reconnues : 0);
    return [
      compter(aFaire, 'structure créée', 'structures créées'),
      ...(lu.structuresConnues
        ? [compter(lu.structuresConnues, 'structure déjà connue', 'structures déjà connues')]
        : []),
      compter(objectifs, 'objectif'),
      compter(actions, 'action'),
      compter(indicateurs, 'indicateur'),
      compter(bilans, 'bilan passé', 'bilans passés'),
    ];
  });
  protected readonly pret = computed(() => {
    const lu = this.lu();
    return (
      !!lu &&
      !lu.refus.length &&
      this.structures().every(({ ligne }) => this.choix()[ligne]) &&
      (!lu.avertissements.length || this.avertissementsLus())
    );
  });
  protected readonly vide = computed(() => Object.values(this.lu()?.creations ?? {}).every((n) => n === 0));

  protected adresse(suite = ''): string {
    return `/api/cooperatives/${this.ca.id()}/arrivee${suite}`;
  }

  protected choisir(ligne: number, id: string): void {
    this.choix.update((tous) => ({ ...tous, [ligne]: id }));
  }

  protected async verifier(fichier: File): Promise<void> {
    this.fichier.set(fichier);
    this.choix.set({});
    this.avertissementsLus.set(false);
    this.occupe.set(true);
    await this.envoyer('/verification');
    this.structures.set(this.lu()?.aReconnaitre ?? []);
    this.occupe.set(false);
  }

  protected async importer(): Promise<void> {
    this.importe.set(true);
    await this.envoyer('');
    if (this.lu()?.faite) {
      this.structures.set([]);
      this.ca.ressource.reload();
    }
    this.importe.set(false);
  }

  private async envoyer(suite: string): Promise<void> {
    const fichier = this.fichier();
    if (!fichier) return;
    this.refus.set(null);
    const champs = {
      choix: JSON.stringify(this.choix()),
      ...(this.avertissementsLus() ? { avertissementsLus: 'oui' } : {}),
    };
    try {
      this.lu.set(await this.api.envoyer<ArriveeVerifiee>(this.adresse(suite), fichier, champs));
    } catch (erreur) {
      if (!suite) this.refus.set(versProbleme(erreur));
      else {
        this.lu.set(null);
        this.refus.set(versProbleme(erreur));
      }
    }
  }
}
