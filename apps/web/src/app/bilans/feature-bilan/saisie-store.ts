import { Injectable, computed, inject, signal } from '@angular/core';
import type { BilanLu } from '@coopilote/domain/bilans/bilan.contract';
import {
  type CleQuestion,
  type ContenuBilan,
  QUESTIONS_BILAN,
  type ReponseSaisie,
  TEXTES_BILAN,
  type ValeurBilan,
  completude,
  manquesBilan,
  verifierValeurs,
} from '@coopilote/domain/bilans/bilan.rules';
import { type DonneePersonnelle, reperer } from '@coopilote/domain/bilans/confidentialite.rules';
import { formatNombre } from '@coopilote/ui/format/format';
import { type ErreurDeChamp, Probleme, versProbleme } from '@coopilote/ui/formulaire/probleme';
import { firstValueFrom } from 'rxjs';
import { BilansApi } from '../data/bilans-api';
import { EnvoisDifferes } from '../data/envois-differes';
import {
  type CleElement,
  champAffiche,
  clesElements,
  copierElement,
  elementDuChamp,
  memeElement,
} from '../modele/elements';
import { EnregistrementBilan } from './enregistrement-bilan';

/** A passage that looks like personal data (R16), and where it stands. */
export interface Avertissement extends DonneePersonnelle {
  champ: string;
}

/** Same lengths as the contract (`BrouillonBilan`), which is not loaded here: its library weighs more than the page. */
const LONGUEUR_MAX = 5000;
const BENEFICIAIRES_MAX = 70_000_000;
const CONTENU_VIDE: ContenuBilan = { reponses: {}, valeurs: [] };

/** The report being written: its content, what is wrong or missing in it, and its sending. */
@Injectable()
export class SaisieStore {
  private readonly api = inject(BilansApi);
  private readonly envois = inject(EnvoisDifferes);
  readonly enregistrement = inject(EnregistrementBilan);

  private readonly _bilan = signal<BilanLu | null>(null);
  private readonly _contenu = signal<ContenuBilan>(CONTENU_VIDE);
  private readonly _restaureLe = signal<string | null>(null);
  private readonly illisibles = signal<Readonly<Record<string, string>>>({});
  private readonly quittes = signal<ReadonlySet<string>>(new Set());
  private readonly releve = signal(false);
  private readonly refusEnvoi = signal<{ probleme: Probleme; envoye: ContenuBilan } | null>(null);
  private readonly _occupe = signal(false);

  readonly contenu = this._contenu.asReadonly();
  /** Instant of the copy found on this device, when one replaced the server's content. */
  readonly restaureLe = this._restaureLe.asReadonly();
  /** True while the report is being sent to the ARS. */
  readonly occupe = this._occupe.asReadonly();

  readonly indicateurs = computed(() => this._bilan()?.indicateurs ?? []);
  readonly cles = computed(() => clesElements(this.indicateurs(), this.niveau()));
  /** How much the report asks; the form and what is missing follow it. */
  readonly niveau = computed(() => this._bilan()?.niveau ?? 'COMPLET');
  readonly avancement = computed(() => completude(this.contenu(), this.indicateurs(), this.niveau()));

  /** What still stands between the draft and its sending, in the order of the form. */
  readonly manques = computed<readonly ErreurDeChamp[]>(() => {
    const rang = (champ: string) => this.cles().indexOf(elementDuChamp(champ));
    return manquesBilan(this.contenu(), this.indicateurs(), this.niveau()).sort(
      (a, b) => rang(a.champ) - rang(b.champ),
    );
  });

  /** One message a field: the unreadable, the wrong, then what the API refused of what is still on the screen. */
  readonly erreurs = computed<ReadonlyMap<string, string>>(() => {
    const trouvees = new Map<string, string>();
    for (const refus of [this.enregistrement.refus(), this.refusEnvoi()]) {
      for (const { champ, message } of refus?.probleme.erreurs ?? []) {
        const affiche = champAffiche(champ, refus?.envoye ?? CONTENU_VIDE);
        const inchange = memeElement(refus?.envoye ?? CONTENU_VIDE, this.contenu(), elementDuChamp(affiche));
        if (inchange) trouvees.set(affiche, message);
      }
    }
    for (const { champ, message } of this.erreursLocales()) trouvees.set(champ, message);
    for (const [champ, message] of Object.entries(this.illisibles())) trouvees.set(champ, message);
    return trouvees;
  });

  /** A refusal that belongs to no field. */
  readonly probleme = computed(() => {
    const refus = this.refusEnvoi() ?? this.enregistrement.refus();
    return refus && !refus.probleme.erreurs.length ? refus.probleme : null;
  });

  /** R16: what looks like personal data in the texts. */
  readonly avertissements = computed<readonly Avertissement[]>(() =>
    textes(this.contenu()).flatMap(({ champ, texte }) => reperer(texte).map((donnee) => ({ ...donnee, champ }))),
  );

  private readonly erreursLocales = computed(() => {
    const contenu = this.contenu();
    const erreurs: ErreurDeChamp[] = verifierValeurs(contenu.valeurs, this.indicateurs());
    const { beneficiaires } = contenu;
    if (beneficiaires != null && (beneficiaires < 0 || !Number.isInteger(beneficiaires)))
      erreurs.push({ champ: 'beneficiaires', message: 'Un nombre entier, positif ou nul, est attendu.' });
    else if (beneficiaires != null && beneficiaires > BENEFICIAIRES_MAX)
      erreurs.push({ champ: 'beneficiaires', message: `${formatNombre(BENEFICIAIRES_MAX)} au plus.` });
    for (const { champ, texte } of textes(contenu)) {
      const trop = texte.trim().length - LONGUEUR_MAX;
      if (trop > 0) erreurs.push({ champ, message: `Ce texte compte ${formatNombre(trop)} caractères de trop.` });
    }
    return erreurs;
  });

  /** What to say under a field: once it was left, or once the report was read over before its sending. */
  erreur(champ: string): string | null {
    if (!this.releve() && !this.quittes().has(champ)) return null;
    const erreur = this.erreurs().get(champ);
    if (erreur || !this.releve()) return erreur ?? null;
    const manque = this.manques().find((candidat) => candidat.champ === champ);
    return manque ? phraseManque(manque) : null;
  }

  quitter(champ: string): void {
    this.quittes.update((connus) => new Set(connus).add(champ));
    this.enregistrement.sansAttendre();
  }

  /** From now on, what is missing is said under each field too. */
  relever(): void {
    this.releve.set(true);
  }

  ouvrir(bilan: BilanLu): void {
    this._bilan.set(bilan);
    const local = this.enregistrement.demarrer(bilan);
    this._restaureLe.set(local?.le ?? null);
    this._contenu.set(local?.contenu ?? bilan.contenu);
    if (local && !this.enregistrement.conflit()) this.noter();
  }

  repondre(cle: CleQuestion, saisie: ReponseSaisie): void {
    this.changer((contenu) => ({ ...contenu, reponses: { ...contenu.reponses, [cle]: saisie } }));
  }

  /** Beneficiaries, or one of the three texts. */
  ecrire(partie: Partial<Pick<ContenuBilan, 'beneficiaires' | 'freins' | 'leviers' | 'pistes'>>): void {
    this.changer((contenu) => ({ ...contenu, ...partie }));
  }

  valoir(valeur: ValeurBilan): void {
    this.changer((contenu) => ({
      ...contenu,
      valeurs: [...contenu.valeurs.filter(({ indicateurId }) => indicateurId !== valeur.indicateurId), valeur],
    }));
  }

  /** A text that is no number stays on the screen: it is said, and holds the sending back. */
  signalerIllisible(champ: string, illisible: boolean): void {
    this.illisibles.update(({ [champ]: _ancien, ...autres }) =>
      illisible ? { ...autres, [champ]: 'Écrivez un nombre, par exemple 1\u202f234.' } : autres,
    );
  }

  /** Takes some elements from another content, all at once. */
  reprendre(de: ContenuBilan, cles: readonly string[]): void {
    this.changer((contenu) => cles.reduce((vers, cle) => copierElement(vers, de, cle as CleElement), contenu));
  }

  resoudre(choisi: ContenuBilan): void {
    this._contenu.set(choisi);
    this.enregistrement.resoudre(choisi);
  }

  /**
   * Sends the report to the ARS, once everything is saved. Without network it waits, and leaves by itself later.
   * @returns true when the ARS has it: sent now, or already by a request whose answer was lost.
   */
  async transmettre(avertissementsLus: boolean): Promise<boolean> {
    const id = this._bilan()?.id;
    if (!id || this._occupe()) return false;
    this._occupe.set(true);
    this.refusEnvoi.set(null);
    const envoye = this.contenu();
    try {
      if (!(await this.enregistrement.vider())) {
        if (this.enregistrement.etat() === 'HORS_LIGNE') await this.differer(avertissementsLus);
        return false;
      }
      const version = this.enregistrement.version();
      await firstValueFrom(this.api.changerEtat(id, { vers: 'TRANSMIS', avertissementsLus, version }));
      await this.envois.retirer(id);
      return true;
    } catch (erreur) {
      const probleme = versProbleme(erreur);
      if (probleme.horsLigne) {
        await this.differer(avertissementsLus);
        return false;
      }
      await this.envois.retirer(id);
      if (probleme.statut === 409 && (await this.dejaTransmis(id))) return true;
      this.refusEnvoi.set({ probleme, envoye });
      return false;
    } finally {
      this._occupe.set(false);
    }
  }

  private async dejaTransmis(id: string): Promise<boolean> {
    try {
      return (await firstValueFrom(this.api.lire(id))).etat === 'TRANSMIS';
    } catch {
      return false;
    }
  }

  private async differer(avertissementsLus: boolean): Promise<void> {
    const bilan = this._bilan();
    if (!bilan) return;
    await this.envois.demander({ id: bilan.id, action: bilan.action, contenu: this.contenu(), avertissementsLus });
  }

  /** What was read over is no longer what is written: the person asks again. */
  private changer(changement: (contenu: ContenuBilan) => ContenuBilan): void {
    this._contenu.update(changement);
    void this.envois.retirer(this._bilan()?.id ?? '');
    this.noter();
  }

  private noter(): void {
    // One wrong figure must hold nothing else back: it waits, with the value that the server already has.
    const envoyable = this.erreursLocales().reduce(
      (contenu, { champ }) => copierElement(contenu, this.enregistrement.acquitte(), elementDuChamp(champ)),
      this.contenu(),
    );
    this.enregistrement.noter(this.contenu(), envoyable);
  }
}

function textes(contenu: ContenuBilan): { champ: string; texte: string }[] {
  const motifs = QUESTIONS_BILAN.flatMap(({ cle, relanceSi }) => {
    const { reponse, motif } = contenu.reponses[cle] ?? {};
    return motif && reponse && relanceSi.includes(reponse) ? [{ champ: `${cle}.motif`, texte: motif }] : [];
  });
  return [...motifs, ...TEXTES_BILAN.map((cle) => ({ champ: cle as string, texte: contenu[cle] ?? '' }))];
}

/** The message of a field where the question itself is already read. */
function phraseManque({ champ, code }: ErreurDeChamp): string {
  if (code === 'motif') return 'Dites pourquoi en une phrase.';
  return champ === 'beneficiaires' || champ.startsWith('indicateur:')
    ? 'À remplir\u00a0: 0 si rien n’a été fait.'
    : 'Choisissez une réponse.';
}
