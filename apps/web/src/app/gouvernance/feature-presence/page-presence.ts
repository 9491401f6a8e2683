import { Component, OnInit, computed, inject, input, signal } from '@angular/core';
import type { BilletPresence } from '@coopilote/domain/gouvernance';
import {
  Chargement,
  EntetePage,
  ErreurChargement,
  Etat,
  Icone,
  Occupe,
  SaisieTexte,
  Vide,
  sansAccent,
  versProbleme,
  type Probleme,
} from '@coopilote/ui';
import { LiensApi } from '../data/liens-api';

/** From this length on, the names can be searched. */
const LISTE_LONGUE = 6;

/** Signing in at a meeting, on one's own phone, from the code shown in the room. */
@Component({
  selector: 'co-page-presence',
  imports: [Chargement, EntetePage, ErreurChargement, Etat, Icone, Occupe, SaisieTexte, Vide],
  templateUrl: './page-presence.html',
  styleUrl: './page-presence.css',
  host: { class: 'page-etroite' },
})
export class PagePresence implements OnInit {
  readonly reunionId = input.required<string>();
  readonly code = input.required<string>();

  private readonly api = inject(LiensApi);
  protected readonly billet = signal<BilletPresence | null>(null);
  protected readonly echec = signal<Probleme | null>(null);
  protected readonly refus = signal<Probleme | null>(null);
  protected readonly recherche = signal('');
  protected readonly choisi = signal<string | null>(null);
  protected readonly suppleant = signal(false);
  protected readonly occupe = signal(false);
  /** The name under which the person is now present. */
  protected readonly signe = signal<string | null>(null);

  protected readonly personne = computed(
    () => this.billet()?.participants.find(({ id }) => id === this.choisi()) ?? null,
  );
  protected readonly longue = computed(() => (this.billet()?.participants.length ?? 0) > LISTE_LONGUE);
  /** By the name, the suppléant's or the structure's. */
  protected readonly trouves = computed(() => {
    const cherche = sansAccent(this.recherche().trim());
    return (this.billet()?.participants ?? []).filter(
      ({ id, nom, suppleant, structure }) =>
        id === this.choisi() || sansAccent([nom, suppleant, structure].join(' ')).includes(cherche),
    );
  });
  /** A code that is too old, badly read, or of a meeting that is not being held: it is scanned again. */
  protected readonly expire = computed(() => {
    const statut = this.echec()?.statut ?? 0;
    return statut >= 400 && statut < 500 && statut !== 429;
  });

  ngOnInit(): void {
    void this.ouvrir();
  }

  protected async ouvrir(): Promise<void> {
    this.echec.set(null);
    try {
      this.billet.set(await this.api.ouvrirPresence({ reunionId: this.reunionId(), code: this.code() }));
    } catch (erreur) {
      this.echec.set(versProbleme(erreur));
    }
  }

  protected choisir(id: string): void {
    this.choisi.set(id);
    this.suppleant.set(false);
  }

  protected async signer(): Promise<void> {
    const [billet, personne] = [this.billet(), this.personne()];
    if (!billet || !personne) return;
    this.occupe.set(true);
    this.refus.set(null);
    try {
      const { nom } = await this.api.signer(billet.billet, { participantId: personne.id, suppleant: this.suppleant() });
      this.signe.set(nom);
    } catch (erreur) {
      this.refus.set(versProbleme(erreur));
    } finally {
      this.occupe.set(false);
    }
  }
}
