import {
  Component,
  DestroyRef,
  afterNextRender,
  computed,
  effect,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BilanLu } from '@coopilote/domain/bilans/bilan.contract';
import { type ContenuBilan, ETATS_SAISIE } from '@coopilote/domain/bilans/bilan.rules';
import { Carte } from '@coopilote/ui/affichage/carte';
import { Icone } from '@coopilote/ui/affichage/icone';
import { ListeDefinition } from '@coopilote/ui/affichage/liste-definition';
import { Occupe } from '@coopilote/ui/affichage/occupe';
import { idDeChamp } from '@coopilote/ui/champs/champ-base';
import { Choix } from '@coopilote/ui/champs/choix';
import { Toasts } from '@coopilote/ui/dialogue/toasts';
import { compter, formatDateJour, formatDateLongue, formatHeure } from '@coopilote/ui/format/format';
import { CopiesLocales } from '../../platform/copies-locales';
import { GENRE_COPIE_BILAN, adresseClasseur } from '../data/bilans-api';
import { clesElements, lireElement, memeElement, titreElement } from '../modele/elements';
import { nomCourt } from '../modele/libelles';
import { ElementAffiche } from '../ui/element-affiche';
import { EnteteBilan } from '../ui/entete-bilan';
import { LigneLecture } from '../ui/ligne-lecture';
import { LectureStore } from './lecture-store';

const FAITS: Readonly<Record<string, string>> = {
  VALIDE: 'Bilan validé.',
  A_COMPLETER: 'Bilan renvoyé à la structure, avec vos motifs.',
};

/** A report to read: answers, last quarter beside, every sending; and, for the ARS, its acts. */
@Component({
  selector: 'co-lecture-bilan',
  imports: [Carte, Choix, ElementAffiche, EnteteBilan, Icone, LigneLecture, ListeDefinition, Occupe, RouterLink],
  providers: [LectureStore],
  templateUrl: './lecture-bilan.html',
  styleUrl: './lecture-bilan.css',
})
export class LectureBilan {
  readonly bilan = input.required<BilanLu>();
  /** The report has changed state: it must be read again. */
  readonly perime = output<void>();

  protected readonly store = inject(LectureStore);
  private readonly toasts = inject(Toasts);
  private readonly copies = inject(CopiesLocales);
  private readonly injecteur = inject(Injector);
  private readonly efface = signal(false);
  private vivant = true;

  protected readonly compter = compter;
  protected readonly classeur = computed(() => adresseClasseur(this.bilan().id, 'xlsx'));
  protected readonly nom = computed(() => `T${this.bilan().trimestre}`);
  protected readonly nomAvant = computed(() => {
    const { precedent, annee } = this.bilan();
    return precedent ? nomCourt(precedent, annee) : '';
  });
  protected readonly enSaisie = computed(() => ETATS_SAISIE.includes(this.bilan().etat));
  protected readonly actes = computed(() => this.bilan().transitions);
  protected readonly renvois = computed(() => this.store.motifs().size);
  protected readonly suivi = computed(() => {
    const { transmisLe, transmisPar, valideLe, validePar } = this.bilan();
    return [
      { terme: 'Structure', valeur: this.bilan().structure },
      {
        terme: 'Transmis',
        valeur: transmisLe ? `le ${formatDateJour(transmisLe)} par ${transmisPar ?? ''}` : 'pas encore',
      },
      ...(valideLe ? [{ terme: 'Validé', valeur: `le ${formatDateJour(valideLe)} par ${validePar ?? ''}` }] : []),
    ];
  });
  protected readonly optionsVersions = computed(() =>
    this.store.listeVersions().map(({ numero, transmisLe, transmisPar, retours }) => ({
      valeur: String(numero),
      libelle: `Version ${numero}, le ${formatDateJour(transmisLe)} par ${transmisPar}${retours.length ? ', renvoyée' : ''}`,
    })),
  );
  protected readonly collecteClose = computed(() => {
    const le = this.bilan().collecteCloseLe;
    return le ? formatDateLongue(le, true) : '';
  });
  /** What was typed on this device and could not be sent before the report changed state. */
  protected readonly copie = computed(() => {
    const { id, indicateurs, niveau, contenu } = this.bilan();
    const local = this.efface() ? null : this.copies.lire<ContenuBilan>(GENRE_COPIE_BILAN, id);
    const lignes = clesElements(indicateurs, niveau)
      .filter((cle) => local && !memeElement(local.contenu, contenu, cle))
      .map((cle) => ({
        cle,
        titre: titreElement(cle, indicateurs),
        lu: lireElement(local?.contenu ?? contenu, cle, indicateurs),
      }));
    return local && lignes.length ? { lignes, le: `${formatDateLongue(local.le)} à ${formatHeure(local.le)}` } : null;
  });

  constructor() {
    effect(() => this.store.bilan.set(this.bilan()));
    inject(DestroyRef).onDestroy(() => (this.vivant = false));
  }

  protected async agir(acte: BilanLu['transitions'][number]): Promise<void> {
    if (acte.retours) {
      this.store.commencerRenvoi(acte);
      afterNextRender(() => document.getElementById('consigne-renvoi')?.focus(), { injector: this.injecteur });
    } else await this.faire(acte);
  }

  protected async renvoyer(): Promise<void> {
    const acte = this.store.renvoi();
    const aReprendre = this.store.verifierRenvoi();
    if (aReprendre === '') document.getElementById('consigne-renvoi')?.focus();
    else if (aReprendre) document.getElementById(idDeChamp(`motif-${aReprendre}`))?.focus();
    else if (acte) await this.faire(acte);
  }

  protected erreur(cle: string): string | null {
    return this.store.tente() && !this.store.motifs().get(cle)?.trim() ? 'Dites ce qui manque en une phrase.' : null;
  }

  protected effacerCopie(): void {
    this.copies.effacer(GENRE_COPIE_BILAN, this.bilan().id);
    this.efface.set(true);
  }

  private async faire(acte: BilanLu['transitions'][number]): Promise<void> {
    if (!(await this.store.changerEtat(acte))) return;
    this.toasts.succes(FAITS[acte.vers] ?? 'C’est fait.');
    if (this.vivant) this.perime.emit();
  }
}
