import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { momentDit, type ReponseCreneau, type SondagePublic } from '@coopilote/domain/gouvernance';
import {
  Chargement,
  EntetePage,
  ErreurChargement,
  Icone,
  Occupe,
  OuiPartieNon,
  Vide,
  compter,
  versProbleme,
  type Probleme,
} from '@coopilote/ui';
import { LiensApi } from '../data/liens-api';

const majuscule = (texte: string): string => texte.charAt(0).toLocaleUpperCase('fr') + texte.slice(1);

const REPONSES = ['OUI', 'SI_BESOIN', 'NON'] as const satisfies readonly ReponseCreneau[];

/** The answers of one person to a poll of dates, from their own link, without an account. */
@Component({
  selector: 'co-page-sondage',
  imports: [Chargement, EntetePage, ErreurChargement, Icone, Occupe, OuiPartieNon, Vide],
  templateUrl: './page-sondage.html',
  styleUrl: './page-sondage.css',
  host: { class: 'page-etroite' },
})
export class PageSondage {
  readonly lien = input.required<string>();

  private readonly api = inject(LiensApi);
  protected readonly ressource = httpResource<SondagePublic>(() => `/api/sondages/${encodeURIComponent(this.lien())}`);
  protected readonly sondage = computed(() => (this.ressource.hasValue() ? this.ressource.value() : null));
  protected readonly inconnu = computed(() => {
    const erreur = this.ressource.error();
    return !!erreur && versProbleme(erreur).statut === 404;
  });
  protected readonly codes = REPONSES;
  protected readonly reponses = signal<Readonly<Record<string, ReponseCreneau>>>({});
  protected readonly occupe = signal(false);
  protected readonly refus = signal<Probleme | null>(null);
  /** The answers were just received. */
  protected readonly recu = signal(false);

  protected readonly creneaux = computed(() => {
    const sondage = this.sondage();
    return (sondage?.creneaux ?? []).map(({ id, debut, fin }) => ({
      id,
      moment: majuscule(momentDit(new Date(debut), new Date(fin), sondage?.fuseau ?? '')),
    }));
  });
  protected readonly sansReponse = computed(
    () => this.creneaux().length - this.creneaux().filter(({ id }) => this.reponses()[id]).length,
  );
  protected readonly avancee = computed(() =>
    this.sansReponse() ? `${compter(this.sansReponse(), 'date')} sans réponse` : 'Une réponse pour chaque date',
  );

  constructor() {
    effect(() => {
      const creneaux = this.sondage()?.creneaux ?? [];
      const connues = creneaux.flatMap(({ id, reponse }) => (reponse ? [[id, reponse] as const] : []));
      untracked(() => this.reponses.set(Object.fromEntries(connues)));
    });
  }

  protected repondre(creneauId: string, choisie: string | null): void {
    const reponse = REPONSES.find((candidate) => candidate === choisie);
    if (reponse) this.reponses.update((reponses) => ({ ...reponses, [creneauId]: reponse }));
  }

  protected reponseDite(creneauId: string): string {
    const dites = { OUI: 'oui', SI_BESOIN: 'si besoin', NON: 'non' };
    const reponse = this.reponses()[creneauId];
    return reponse ? dites[reponse] : 'sans réponse';
  }

  protected async enregistrer(): Promise<void> {
    this.occupe.set(true);
    this.refus.set(null);
    try {
      const reponses = Object.entries(this.reponses()).map(([creneauId, reponse]) => ({ creneauId, reponse }));
      this.ressource.set(await this.api.repondre(this.lien(), { reponses }));
      this.recu.set(true);
    } catch (erreur) {
      this.refus.set(versProbleme(erreur));
    } finally {
      this.occupe.set(false);
    }
  }
}
