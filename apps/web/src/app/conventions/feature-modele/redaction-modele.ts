import { HttpClient } from '@angular/common/http';
import {
  Component,
  Injector,
  OnInit,
  computed,
  effect,
  inject,
  input,
  output,
  runInInjectionContext,
  signal,
  untracked,
  viewChildren,
} from '@angular/core';
import { rxResource, takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import {
  ModeleSaisi,
  numeroArticle,
  verifierArticles,
  type ApercuModele,
  type ArticleConvention,
  type ModeleLu,
} from '@coopilote/domain/conventions';
import {
  Carte,
  Conflit,
  DateJourPipe,
  FormulaireContrat,
  Icone,
  Occupe,
  Probleme,
  ResumeErreurs,
  SaisieTexte,
  Toasts,
  Vide,
  versProbleme,
  type ChampDeFormulaire,
  type Difference,
} from '@coopilote/ui';
import { TexteRiche } from '@coopilote/ui/texte-riche';
import { debounceTime } from 'rxjs';
import { texteBrut } from '../../gouvernance/modele/compte-rendu';
import { ModeleApi, adresseModele } from '../data/modele-api';
import { LectureBlocs } from '../ui/lecture-articles';
import { ListeVariables } from '../ui/liste-variables';

/** Silence after the last key before the preview is asked for, in milliseconds. */
const SILENCE_MS = 500;

/** The template being edited, beside what it makes of a real CA; a version is saved whole, with what changes. */
@Component({
  selector: 'co-redaction-modele',
  imports: [
    Carte,
    Conflit,
    DateJourPipe,
    Icone,
    LectureBlocs,
    ListeVariables,
    Occupe,
    ResumeErreurs,
    SaisieTexte,
    TexteRiche,
    Vide,
  ],
  templateUrl: './redaction-modele.html',
  styleUrl: './redaction-modele.css',
})
export class RedactionModele implements OnInit {
  readonly region = input.required<string>();
  readonly modele = input.required<ModeleLu>();
  /** The new version, once saved. */
  readonly enregistre = output<ModeleLu>();

  private readonly api = inject(ModeleApi);
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly injecteur = inject(Injector);
  private readonly editeurs = viewChildren(TexteRiche);
  protected readonly numero = numeroArticle;
  protected formulaire!: FormulaireContrat<ModeleSaisi>;
  /** The articles as they are typed. */
  protected readonly articles = signal<readonly ArticleConvention[]>([]);
  /** The article whose preview shows. */
  protected readonly rang = signal(0);
  private readonly actuel = signal<ModeleLu | null>(null);

  private readonly aLire = signal<readonly ArticleConvention[] | undefined>(undefined);
  protected readonly apercu = rxResource({
    params: () => this.aLire(),
    stream: ({ params }) =>
      // What changes is only asked for when the template is saved.
      this.http.post<ApercuModele>(`${adresseModele(this.region())}/apercu`, {
        articles: params,
        motif: 'Aperçu',
        numero: this.modele().numero,
      }),
  });
  private dernier: ApercuModele | null = null;
  protected readonly lus = computed(() => {
    if (this.apercu.hasValue()) this.dernier = this.apercu.value();
    return this.dernier?.articles ?? null;
  });
  protected readonly lu = computed(() => this.lus()?.[this.rang()] ?? null);
  protected readonly fautes = computed(() => verifierArticles(this.articles()));

  /** Both templates, when somebody saved another version first. */
  protected readonly differences = computed<readonly Difference[] | null>(() => {
    const actuel = this.actuel();
    if (!actuel) return null;
    return this.articles().flatMap((mien, rang) => {
      const leur = actuel.articles[rang];
      if (!leur || (leur.titre === mien.titre && leur.texte === mien.texte)) return [];
      const dire = ({ titre, texte }: ArticleConvention) => `${titre}\n${texteBrut(texte)}`;
      return [{ champ: mien.cle, libelle: numeroArticle(mien.cle), mienne: dire(mien), actuelle: dire(leur) }];
    });
  });

  constructor() {
    toObservable(this.articles)
      .pipe(debounceTime(SILENCE_MS), takeUntilDestroyed())
      .subscribe((articles) => {
        if (articles.length && articles.every(({ titre, texte }) => titre.trim() && texte)) this.aLire.set(articles);
      });
  }

  ngOnInit(): void {
    const { articles, numero } = this.modele();
    runInInjectionContext(this.injecteur, () => {
      this.formulaire = new FormulaireContrat(
        ModeleSaisi,
        { articles: articles.map((article) => ({ ...article })), motif: '', numero },
        { brouillon: `modele-convention-${this.region()}`, exiger: (saisie) => fautesParChamp(saisie) },
      );
      effect(() => {
        const valeur = this.formulaire.valeur();
        untracked(() => this.articles.set(valeur.articles));
      });
    });
  }

  protected champ(rang: number, nom: 'titre' | 'texte'): ChampDeFormulaire {
    return this.formulaire.champ(`articles.${rang}.${nom}`);
  }

  protected inserer(rang: number, { texte, seul }: { texte: string; seul: boolean }): void {
    this.editeurs()[rang]?.inserer(texte, seul);
  }

  protected async enregistrer(): Promise<void> {
    const modele = await this.formulaire.soumettre((saisie) => this.envoyer(saisie));
    if (modele) {
      this.toasts.succes(
        `Version ${modele.numero} du modèle enregistrée. Les conventions déjà préparées gardent leur texte.`,
      );
      this.enregistre.emit(modele);
    } else if (this.formulaire.probleme()?.code === 'VERSION_PERIMEE') {
      this.actuel.set(await this.api.lire(this.region()));
    }
  }

  /** Replaces the other version by this one, knowingly: it stays among the versions. */
  protected garder(): void {
    const actuel = this.actuel();
    if (actuel) this.formulaire.changer('numero', actuel.numero);
    this.actuel.set(null);
  }

  protected reprendre(): void {
    const actuel = this.actuel();
    this.actuel.set(null);
    if (actuel) this.enregistre.emit(actuel);
  }

  /** The API names an article by its key, the form by its place. */
  private async envoyer(saisie: ModeleSaisi): Promise<ModeleLu> {
    try {
      return await this.api.enregistrer(this.region(), saisie);
    } catch (erreur) {
      const { statut, code, message, correlation, erreurs, corps } = versProbleme(erreur);
      const places = erreurs.map((e) => {
        const rang = saisie.articles.findIndex(({ cle }) => e.champ === `textes.${cle}`);
        return rang < 0 ? e : { ...e, champ: `articles.${rang}.texte` };
      });
      throw new Probleme({ statut, code, detail: message, correlation, erreurs: places, corps });
    }
  }
}

/** The mistakes of each article, under its own field, with their paragraph. */
function fautesParChamp({ articles }: ModeleSaisi): Record<string, string> {
  const parChamp: Record<string, string> = {};
  for (const { article, paragraphe, message } of verifierArticles(articles)) {
    const champ = `articles.${articles.findIndex(({ cle }) => cle === article)}.texte`;
    const phrase = `${numeroArticle(article)}, paragraphe ${paragraphe}\u00a0: ${message}`;
    parChamp[champ] = [parChamp[champ], phrase].filter(Boolean).join(' ');
  }
  return parChamp;
}
