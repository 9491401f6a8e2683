import {
  Component,
  Injector,
  type OnInit,
  computed,
  inject,
  input,
  output,
  runInInjectionContext,
  signal,
} from '@angular/core';
import { type VueLue, VueCreee } from '@coopilote/domain/vues/vues.contract';
import { LIBELLES_RYTHMES_VUE, RYTHMES_VUE, type RythmeVue } from '@coopilote/domain/vues/vues.rules';
import {
  Case,
  Choix,
  Dialogue,
  Dialogues,
  FormulaireContrat,
  Occupe,
  ResumeErreurs,
  SaisieTexte,
  Toasts,
  versProbleme,
} from '@coopilote/ui';
import { VuesApi, partagesOfferts } from '../data/vues';

const MOI = 'MOI';

/** Saves what the page shows under a name, or settles a view: name, sharing, default, regular sending. */
@Component({
  selector: 'co-dialogue-vue',
  imports: [Case, Choix, Dialogue, Occupe, ResumeErreurs, SaisieTexte],
  template: `
    <co-dialogue [titre]="titre()" [ouvert]="true" (ouvertChange)="ferme.emit(false)">
      <form id="form-vue" novalidate class="pile-serree" (submit)="$event.preventDefault(); enregistrer()">
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (sienne()) {
          <co-saisie-texte libelle="Nom" requis [champ]="formulaire.champ('nom')" />
          <co-choix
            libelle="Pour qui"
            requis
            aide="Une vue partagée n’est qu’une adresse&nbsp;: chacun y lit ce qu’il a le droit de lire."
            [options]="options()"
            [value]="partage()"
            (valueChange)="partage.set($event ?? '${MOI}')"
            nom="departement"
            [erreur]="formulaire.champ('departement').erreur() ?? formulaire.champ('region').erreur()"
          />
          @if (vue()) {
            <co-case
              libelle="La remplacer par ce que la page montre maintenant"
              [value]="remplacer()"
              (valueChange)="remplacer.set($event)"
            />
          }
        } @else {
          <p>Cette vue est tenue par {{ vue()?.auteur }}. Pour la changer, ouvrez-la et enregistrez-la à votre nom.</p>
        }
        <co-case
          libelle="Ouvrir la consolidation sur cette vue"
          [value]="parDefaut()"
          (valueChange)="parDefaut.set($event)"
        />
        <co-choix
          libelle="M’envoyer ses chiffres par courriel"
          vide="Ne pas envoyer"
          [options]="rythmes"
          [value]="rythme()"
          (valueChange)="changerRythme($event)"
        />
      </form>
      <ng-container actions>
        @if (vue()?.retirable) {
          <button type="button" class="bouton second danger" (click)="retirer()">Supprimer</button>
        }
        <button type="button" class="bouton second" (click)="ferme.emit(false)">Annuler</button>
        <button type="submit" form="form-vue" class="bouton" [coOccupe]="formulaire.occupe()">Enregistrer</button>
      </ng-container>
    </co-dialogue>
  `,
})
export class DialogueVue implements OnInit {
  /** Null to save a new one. */
  readonly vue = input.required<VueLue | null>();
  /** What the page shows. */
  readonly requete = input.required<string>();
  /** True when something changed. */
  readonly ferme = output<boolean>();

  private readonly api = inject(VuesApi);
  private readonly toasts = inject(Toasts);
  private readonly dialogues = inject(Dialogues);
  private readonly injecteur = inject(Injector);
  private readonly offerts = partagesOfferts();
  protected formulaire!: FormulaireContrat<VueCreee>;
  protected readonly rythmes = RYTHMES_VUE.map((valeur) => ({ valeur, libelle: LIBELLES_RYTHMES_VUE[valeur] }));
  protected readonly partage = signal<string>(MOI);
  protected readonly remplacer = signal(false);
  protected readonly parDefaut = signal(false);
  protected readonly rythme = signal<RythmeVue | null>(null);

  protected readonly sienne = computed(() => this.vue()?.sienne ?? true);
  protected readonly titre = computed(() => {
    const vue = this.vue();
    return vue ? `Vue «\u00a0${vue.nom}\u00a0»` : 'Enregistrer cette vue';
  });
  protected readonly options = computed(() => [
    { valeur: MOI, libelle: 'Pour moi seul' },
    ...(this.offerts.hasValue() ? this.offerts.value() : []).map(({ partage, code, nom }) => ({
      valeur: `${partage} ${code}`,
      libelle: partage === 'REGION' ? `Pour la région ${nom}` : `Pour le département ${code} ${nom}`,
    })),
  ]);

  ngOnInit(): void {
    const vue = this.vue();
    this.formulaire = runInInjectionContext(
      this.injecteur,
      () =>
        new FormulaireContrat(VueCreee, { nom: vue?.nom ?? '', requete: vue?.requete ?? this.requete(), partage: MOI }),
    );
    if (!vue) return;
    if (vue.partage !== MOI) this.partage.set(`${vue.partage} ${vue.departementCode ?? vue.regionCode}`);
    this.parDefaut.set(vue.parDefaut);
    this.rythme.set(vue.rythme);
  }

  protected changerRythme(valeur: string | null): void {
    this.rythme.set(RYTHMES_VUE.find((rythme) => rythme === valeur) ?? null);
  }

  protected async enregistrer(): Promise<void> {
    const fait = await this.formulaire.soumettre(async ({ nom, requete }) => {
      const vue = await this.ecrire(nom, requete);
      const [parDefaut, rythme] = [this.parDefaut(), this.rythme()];
      if (parDefaut === vue.parDefaut && rythme === vue.rythme) return vue;
      return this.api.suivre(vue.id, { parDefaut, rythme });
    });
    if (!fait) return;
    this.toasts.succes(this.vue() ? 'Vue enregistrée.' : `Vue «\u00a0${fait.nom}\u00a0» enregistrée.`);
    this.ferme.emit(true);
  }

  private async ecrire(nom: string, requete: string): Promise<VueLue> {
    const vue = this.vue();
    if (vue && !vue.sienne) return vue;
    const [partage, code = null] = this.partage().split(' ');
    const saisie: VueCreee = {
      nom,
      requete: this.remplacer() ? this.requete() : requete,
      partage: partage as VueCreee['partage'],
      departement: partage === 'DEPARTEMENT' ? code : null,
      region: partage === 'REGION' ? code : null,
    };
    return vue ? this.api.modifier(vue.id, { ...saisie, version: vue.version }) : this.api.creer(saisie);
  }

  protected async retirer(): Promise<void> {
    const vue = this.vue();
    if (!vue) return;
    const accord = await this.dialogues.confirmer({
      titre: `Supprimer la vue «\u00a0${vue.nom}\u00a0»`,
      texte:
        vue.partage === MOI
          ? 'Elle ne sera plus proposée ni envoyée.'
          : 'Elle est partagée\u00a0: elle ne sera plus proposée ni envoyée à personne.',
      action: 'Supprimer la vue',
      danger: true,
    });
    if (!accord) return;
    try {
      await this.api.retirer(vue.id);
      this.toasts.succes('Vue supprimée.');
      this.ferme.emit(true);
    } catch (erreur) {
      this.toasts.erreur(versProbleme(erreur).message);
    }
  }
}
