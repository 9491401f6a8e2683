import { Component, Injector, OnInit, computed, inject, input, output, runInInjectionContext } from '@angular/core';
import {
  FUSEAU_METROPOLE,
  LIBELLES_FUSEAUX,
  SondageSaisi,
  destinatairesDe,
  dureeDite,
  heureLocale,
  instantDe,
  jourDit,
  type CreneauSaisi,
  type ReunionLue,
} from '@coopilote/domain/gouvernance';
import {
  Dialogue,
  FormulaireContrat,
  Icone,
  Occupe,
  ResumeErreurs,
  SaisieLongue,
  SaisieMoment,
  Toasts,
  compter,
} from '@coopilote/ui';
import { ReunionApi } from '../data/reunion-api';
import { ReunionStore } from '../data/reunion.store';

const DATES_PROPOSEES = 3;

/** The dates put to the participants; each one who has an address receives their own link. */
@Component({
  selector: 'co-dialogue-sondage',
  imports: [Dialogue, Icone, Occupe, ResumeErreurs, SaisieLongue, SaisieMoment],
  templateUrl: './dialogue-sondage.html',
  styles: `
    ol {
      display: grid;
      gap: var(--e3);
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--e1) var(--e3);
      align-items: end;
    }
    li .petit {
      grid-column: 1 / -1;
    }
  `,
})
export class DialogueSondage implements OnInit {
  readonly reunion = input.required<ReunionLue>();
  readonly ferme = output<void>();

  private readonly api = inject(ReunionApi);
  private readonly page = inject(ReunionStore);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  protected formulaire!: FormulaireContrat<SondageSaisi>;

  protected readonly titre = computed(() =>
    this.reunion().sondage ? 'Modifier les dates proposées' : 'Proposer un sondage de dates',
  );
  protected readonly joignables = computed(() => destinatairesDe(this.reunion().participants).length);
  protected readonly regle = computed(() => {
    const { fuseau, duree } = this.reunion();
    const nom = (LIBELLES_FUSEAUX as Record<string, string>)[fuseau] ?? fuseau;
    return `Chaque date dure ${dureeDite(duree)}${fuseau === FUSEAU_METROPOLE ? '' : `, à l’${nom}`}.`;
  });
  protected readonly envoi = computed(() => {
    const nombre = this.joignables();
    if (!nombre) return 'Personne n’a d’adresse de courriel\u00a0: aucun lien ne partira.';
    if (this.reunion().sondage?.ouvert) {
      return 'Les liens déjà reçus restent bons. Un courriel repart si une date est ajoutée, et le dit.';
    }
    return `${compter(nombre, 'personne')} ${nombre > 1 ? 'recevront' : 'recevra'} un lien pour répondre, sans compte.`;
  });

  ngOnInit(): void {
    const { sondage, fuseau, message, version } = this.reunion();
    const creneaux: CreneauSaisi[] = sondage
      ? sondage.creneaux.map(({ debut }) => ({ debut: heureLocale(new Date(debut), fuseau) }))
      : Array.from({ length: DATES_PROPOSEES }, () => ({ debut: '' }));
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () =>
        new FormulaireContrat(
          SondageSaisi,
          { creneaux, message, version },
          { exiger: (saisie) => this.exiger(saisie) },
        ),
    );
  }

  protected jour(creneau: CreneauSaisi): string {
    const instant = creneau.debut ? instantDe(creneau.debut, this.reunion().fuseau) : null;
    return instant ? jourDit(instant, this.reunion().fuseau) : '';
  }

  protected ajouter(): void {
    this.formulaire.changer('creneaux', [...this.formulaire.valeur().creneaux, { debut: '' }]);
  }

  protected retirer(rang: number): void {
    const creneaux = this.formulaire.valeur().creneaux.filter((_, autre) => autre !== rang);
    this.formulaire.changer('creneaux', creneaux);
  }

  protected async enregistrer(): Promise<void> {
    const remplis = this.formulaire.valeur().creneaux.filter(({ debut }) => debut);
    if (remplis.length) this.formulaire.changer('creneaux', remplis);
    const apres = await this.formulaire.soumettre((saisie) => this.api.ouvrirSondage(this.reunion().id, saisie));
    if (!apres) return this.relireSiPerime();
    this.toasts.succes(this.fait(apres));
    this.page.remplacer(apres);
    this.ferme.emit();
  }

  private fait(apres: ReunionLue): string {
    const avant = this.reunion().sondage;
    if (!this.joignables()) return 'Le sondage est ouvert.';
    if (!avant?.ouvert) return 'Le sondage est ouvert\u00a0: les liens partent.';
    const connus = new Set(avant.creneaux.map(({ debut }) => debut));
    const ajout = apres.sondage?.creneaux.some(({ debut }) => !connus.has(debut));
    return ajout
      ? 'Les dates sont enregistrées\u00a0: les personnes conviées en sont averties.'
      : 'Les dates sont enregistrées.';
  }

  /** Somebody wrote on the meeting meanwhile: the dates typed here stay, and can be sent on its new version. */
  private async relireSiPerime(): Promise<void> {
    if (this.formulaire.probleme()?.code !== 'VERSION_PERIMEE') return;
    const actuelle = await this.api.lire(this.reunion().id);
    this.page.remplacer(actuelle);
    this.formulaire.changer('version', actuelle.version);
  }

  private exiger({ creneaux }: SondageSaisi): Record<string, string> {
    if (!creneaux.length) return { creneaux: 'Dates\u00a0: une au moins.' };
    const erreurs: Record<string, string> = {};
    creneaux.forEach(({ debut }, rang) => {
      const champ = `creneaux.${rang}.debut`;
      if (debut && !instantDe(debut, this.reunion().fuseau))
        erreurs[champ] = `Date ${rang + 1}\u00a0: cette heure n’existe pas ce jour-là.`;
      if (debut && creneaux.findIndex((autre) => autre.debut === debut) < rang)
        erreurs[champ] = `Date ${rang + 1}\u00a0: elle figure déjà plus haut.`;
    });
    return erreurs;
  }
}
