import {
  Component,
  DestroyRef,
  Injector,
  OnInit,
  computed,
  inject,
  input,
  output,
  runInInjectionContext,
  signal,
} from '@angular/core';
import { jourAParis } from '@coopilote/domain/commun/dates';
import { SignaturePapierSaisie, refusDateSignature, type ActeLu } from '@coopilote/domain/conventions';
import { refuserPiece, typeDuNom, type PieceLue, type TypePiece } from '@coopilote/domain/pieces';
import {
  Champ,
  Choix,
  Dialogue,
  FormulaireContrat,
  Icone,
  Jauge,
  Occupe,
  ResumeErreurs,
  SaisieDate,
  idDeChamp,
  versProbleme,
} from '@coopilote/ui';
import { PiecesApi } from '../../pieces/data/pieces-api';
import { ActesApi } from '../data/actes-api';

/** What a scan of a signed copy may be. */
const COPIES: readonly (TypePiece | null)[] = ['pdf', 'jpg', 'png'];

/** The copy that a party signed by hand: the file leaves as soon as it is chosen, the signature follows. */
@Component({
  selector: 'co-dialogue-depot',
  imports: [Champ, Choix, Dialogue, Icone, Jauge, Occupe, ResumeErreurs, SaisieDate],
  templateUrl: './dialogue-depot.html',
  styles: `
    input[type='file'] {
      width: 100%;
      padding: var(--e3);
      border: 2px dashed var(--trait-fort);
      border-radius: var(--rayon);
      background: var(--papier);
    }
    .recue co-icone {
      color: var(--ok);
    }
    .recue span {
      overflow-wrap: anywhere;
    }
  `,
})
export class DialogueDepot implements OnInit {
  readonly acte = input.required<ActeLu>();
  /** The party first chosen. */
  readonly partieId = input.required<string | null>();
  readonly ferme = output<ActeLu | null>();

  private readonly api = inject(ActesApi);
  private readonly pieces = inject(PiecesApi);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<SignaturePapierSaisie>;
  protected readonly aujourdhui = jourAParis(new Date());
  protected readonly idFichier = idDeChamp('pieceId');
  protected readonly part = signal<number | null>(null);
  protected readonly refus = signal<string | null>(null);
  protected readonly piece = signal<PieceLue | null>(null);
  private acceptee = false;

  protected readonly figeLe = computed(() => jourAParis(new Date(this.acte().figeLe ?? Date.now())));
  protected readonly attendues = computed(() => {
    const signees = new Set(this.acte().recueil.map(({ partieId }) => partieId));
    return this.acte()
      .parties.filter(({ id }) => !signees.has(id))
      .map(({ id, nom }) => ({ valeur: id, libelle: nom }));
  });

  constructor() {
    // A copy that no signature took is not left behind.
    inject(DestroyRef).onDestroy(() => {
      const piece = this.piece();
      if (piece && !this.acceptee) void this.pieces.retirer(piece.id).catch(() => undefined);
    });
  }

  ngOnInit(): void {
    const initiale = { partieId: this.partieId() ?? '', signeLe: this.aujourdhui, pieceId: '' };
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () =>
        new FormulaireContrat(SignaturePapierSaisie, initiale, {
          exiger: ({ signeLe, pieceId }): Record<string, string> => {
            const refus = signeLe ? refusDateSignature(signeLe, this.figeLe(), this.aujourdhui) : null;
            return {
              ...(refus && { signeLe: refus }),
              ...(!pieceId && { pieceId: 'Copie signée\u00a0: choisissez le fichier.' }),
            };
          },
        }),
    );
  }

  protected async choisir(evenement: Event): Promise<void> {
    const fichier = (evenement.target as HTMLInputElement).files?.[0];
    if (!fichier) return;
    this.oublier();
    const refus = COPIES.includes(typeDuNom(fichier.name))
      ? refuserPiece(fichier.name, fichier.size)
      : 'Un PDF, ou une image JPEG ou PNG, du document signé est attendu.';
    this.refus.set(refus);
    if (refus) return;
    this.part.set(0);
    try {
      const piece = await this.pieces.deposer({ objet: 'ACTE', objetId: this.acte().id }, fichier, (part) =>
        this.part.set(part),
      );
      this.piece.set(piece);
      this.formulaire.changer('pieceId', piece.id);
    } catch (erreur) {
      const probleme = versProbleme(erreur);
      this.refus.set(probleme.erreurs[0]?.message ?? probleme.message);
    } finally {
      this.part.set(null);
    }
  }

  protected async deposer(): Promise<void> {
    const acte = await this.formulaire.soumettre((saisie) => this.api.deposerSignature(this.acte().id, saisie));
    if (!acte) return;
    this.acceptee = true;
    this.ferme.emit(acte);
  }

  private oublier(): void {
    const piece = this.piece();
    if (piece) void this.pieces.retirer(piece.id).catch(() => undefined);
    this.piece.set(null);
    this.formulaire.changer('pieceId', '');
  }
}
