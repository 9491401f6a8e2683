import { Component, computed, inject, output, signal } from '@angular/core';
import {
  LIBELLES_QUALITES,
  ParticipantSaisi,
  QUALITES_MEMBRE,
  type ParticipantLu,
  type PresenceSaisie,
  mandatairesPossibles,
  quorumDit,
} from '@coopilote/domain/gouvernance';
import {
  Case,
  Choix,
  Dialogue,
  FormulaireContrat,
  Icone,
  Occupe,
  type Option,
  ResumeErreurs,
  SaisieTexte,
  Toasts,
  compter,
  sansAccent,
} from '@coopilote/ui';
import { SeanceApi } from '../data/seance-api';
import { SeanceQr } from '../ui/seance-qr';
import { CodeSalle } from './code-salle';
import { FocusPremier } from './focus-premier';
import { SeanceStore } from './seance-store';

/** Who is here: one tap a person, or the code that each one scans. */
@Component({
  selector: 'co-panneau-presences',
  imports: [Case, Choix, Dialogue, FocusPremier, Icone, Occupe, ResumeErreurs, SaisieTexte, SeanceQr],
  templateUrl: './panneau-presences.html',
  styleUrl: './panneau-presences.css',
})
export class PanneauPresences {
  readonly ferme = output<void>();
  /** The code is to be shown to the whole room. */
  readonly agrandir = output<void>();

  protected readonly store = inject(SeanceStore);
  protected readonly code = inject(CodeSalle).code;
  private readonly api = inject(SeanceApi);
  private readonly toasts = inject(Toasts);

  protected readonly cherche = signal('');
  /** Who is giving a proxy: their possible bearers show. */
  protected readonly mandant = signal<string | null>(null);
  protected readonly ajoute = signal(false);
  protected readonly qualites: readonly Option[] = QUALITES_MEMBRE.filter((q) => q !== 'STRUCTURE').map((valeur) => ({
    valeur,
    libelle: LIBELLES_QUALITES[valeur],
  }));
  private readonly vierge: ParticipantSaisi = { qualite: 'INVITE', nom: '', courriel: null, votant: false };
  protected readonly nouveau = new FormulaireContrat(ParticipantSaisi, this.vierge);

  private readonly participants = computed(() =>
    [...(this.store.reunion()?.participants ?? [])].sort((a, b) => a.nom.localeCompare(b.nom, 'fr')),
  );
  protected readonly trouves = computed(() => {
    const mot = sansAccent(this.cherche().trim());
    return this.participants().filter(({ nom, structure, suppleantNom }) =>
      sansAccent(`${nom} ${structure ?? ''} ${suppleantNom ?? ''}`).includes(mot),
    );
  });
  protected readonly quorum = computed(() => {
    const quorum = this.store.reunion()?.quorum;
    return quorum ? quorumDit(quorum) : '';
  });
  /** « 3 excusés, 5 attendus ». */
  protected readonly autres = computed(() => {
    const nombre = (statut: ParticipantLu['statut']): number =>
      this.participants().filter((p) => p.statut === statut).length;
    return [
      ...(nombre('EXCUSE') ? [compter(nombre('EXCUSE'), 'excusé')] : []),
      ...(nombre('ABSENT') ? [compter(nombre('ABSENT'), 'absent')] : []),
      nombre('ATTENDU') ? compter(nombre('ATTENDU'), 'personne encore attendue', 'personnes encore attendues') : '',
    ]
      .filter(Boolean)
      .join(', ');
  });

  protected qualite({ structure, qualite }: ParticipantLu): string {
    return structure ?? LIBELLES_QUALITES[qualite];
  }

  protected parSuppleant(p: ParticipantLu): boolean {
    return p.statut === 'PRESENT' && p.suppleantNom !== null && p.presentNom === p.suppleantNom;
  }

  protected porteur(p: ParticipantLu): string {
    return this.participants().find(({ id }) => id === p.pouvoirA)?.nom ?? '';
  }

  protected mandataires(p: ParticipantLu): Option[] {
    return mandatairesPossibles(this.participants(), p).map(({ id, nom }) => ({ valeur: id, libelle: nom }));
  }

  /** The first match, as a keyboard marks it: a name typed, Entrée. */
  protected noterPremier(): void {
    const [premier] = this.trouves();
    if (!premier || !this.cherche().trim()) return;
    void this.noter(premier, { statut: 'PRESENT' });
    this.cherche.set('');
  }

  /** One tap notes it; a second one takes it back. */
  protected basculer(p: ParticipantLu, tenu: boolean, saisie: Omit<PresenceSaisie, 'version'>): void {
    void this.noter(p, tenu ? { statut: 'ATTENDU' } : saisie);
  }

  protected donnerPouvoir(p: ParticipantLu, pouvoirA: string | null): void {
    this.mandant.set(null);
    if (pouvoirA) void this.noter(p, { statut: 'REPRESENTE', pouvoirA });
  }

  protected async ajouter(): Promise<void> {
    const reunion = await this.nouveau.soumettre((saisie) => this.api.ajouterParticipant(this.store.id(), saisie));
    if (!reunion) return;
    this.store.poserReunion(reunion);
    this.toasts.succes(`${this.nouveau.valeur().nom} est dans la liste.`);
    this.nouveau.reinitialiser(this.vierge);
    this.ajoute.set(false);
  }

  protected async copier(adresse: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(adresse);
      this.toasts.succes('Adresse copiée\u00a0: elle vaut quelques minutes.');
    } catch {
      this.toasts.erreur('Le navigateur refuse la copie.');
    }
  }

  private async noter(p: ParticipantLu, saisie: Omit<PresenceSaisie, 'version'>): Promise<void> {
    await this.store.agir(async () =>
      this.store.poserReunion(await this.api.noterPresence(this.store.id(), p.id, { ...saisie, version: p.version })),
    );
  }
}
