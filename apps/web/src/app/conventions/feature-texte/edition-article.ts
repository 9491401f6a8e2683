import {
  Component,
  Injector,
  OnInit,
  computed,
  inject,
  input,
  output,
  runInInjectionContext,
  signal,
  viewChild,
} from '@angular/core';
import {
  ActeModifie,
  composerArticles,
  verifierArticles,
  type ActeLu,
  type ArticleConvention,
} from '@coopilote/domain/conventions';
import { lireTexteRiche } from '@coopilote/domain/commun/texte-riche';
import {
  Conflit,
  ConflitDeSaisie,
  Dialogues,
  FormulaireContrat,
  Occupe,
  Probleme,
  ResumeErreurs,
  versProbleme,
} from '@coopilote/ui';
import { TexteRiche } from '@coopilote/ui/texte-riche';
import { ActesApi } from '../data/actes-api';
import { texteBrut } from '../../gouvernance/modele/compte-rendu';
import { LectureBlocs } from '../ui/lecture-articles';
import { ListeVariables } from '../ui/liste-variables';

/** An article opened in place: its words with their variables, and beside them what the parties will read. */
@Component({
  selector: 'co-edition-article',
  imports: [Conflit, LectureBlocs, ListeVariables, Occupe, ResumeErreurs, TexteRiche],
  template: `
    <form novalidate class="edition" [attr.aria-label]="titre()" (submit)="$event.preventDefault(); enregistrer()">
      <div class="pile-serree">
        <co-resume-erreurs [formulaire]="formulaire" />
        @if (conflit.differences(); as differences) {
          <co-conflit [differences]="differences" (garder)="conflit.garder()" (reprendre)="conflit.reprendre()" />
        }
        <co-texte-riche
          libelle="Texte de l’article"
          requis
          aide="Ce qui est entre accolades se remplit du programme."
          [champ]="formulaire.champ('textes.0.texte')"
        />
        <co-liste-variables (inserer)="editeur().inserer($event.texte, $event.seul)" />
        <p class="rang">
          <button type="submit" class="bouton" [coOccupe]="formulaire.occupe()">Enregistrer l’article</button>
          <button type="button" class="bouton second" (click)="annuler()">Annuler</button>
        </p>
      </div>
      @if (apercu(); as lu) {
        <section class="apercu" aria-label="Aperçu du texte">
          <p class="petit">Ce que les parties liront</p>
          <co-lecture-blocs [article]="lu" />
        </section>
      }
    </form>
  `,
  styles: `
    .edition {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
      gap: var(--e4) var(--e6);
      align-items: start;
    }
    .apercu {
      display: grid;
      gap: var(--e3);
      grid-template-columns: minmax(0, 1fr);
      padding: var(--e4);
      border-left: 3px solid var(--trait-fort);
      background: var(--fond);
    }
  `,
})
export class EditionArticle implements OnInit {
  readonly acte = input.required<ActeLu>();
  readonly cle = input.required<string>();
  readonly titre = input.required<string>();
  /** The text once saved; null when it was given up. */
  readonly ferme = output<ActeLu | null>();

  private readonly api = inject(ActesApi);
  private readonly dialogues = inject(Dialogues);
  private readonly injecteur = inject(Injector);
  protected readonly editeur = viewChild.required(TexteRiche);
  protected formulaire!: FormulaireContrat<ActeModifie>;
  protected conflit!: ConflitDeSaisie<ActeModifie>;
  private readonly pret = signal(false);

  /** What the article says as it is typed: the rule of the server, on the data that it gave. */
  protected readonly apercu = computed(() => {
    const { donnees } = this.acte();
    return this.pret() && donnees ? composerArticles([this.article(this.formulaire.valeur())], donnees)[0] : undefined;
  });

  ngOnInit(): void {
    const acte = this.acte();
    runInInjectionContext(this.injecteur, () => {
      this.formulaire = new FormulaireContrat(ActeModifie, versSaisie(acte, this.cle()), {
        brouillon: `acte-${acte.id}-${this.cle()}`,
        exiger: (saisie) => this.fautes(saisie),
      });
      this.conflit = new ConflitDeSaisie(
        this.formulaire,
        ActeModifie,
        async () => versSaisie(await this.api.lire(acte.id), this.cle()),
        (champ, valeur) =>
          champ === 'textes' ? texteBrut((valeur as ActeModifie['textes'])?.[0]?.texte ?? '') : undefined,
      );
    });
    this.pret.set(true);
  }

  protected async enregistrer(): Promise<void> {
    const sauve = await this.formulaire.soumettre((saisie) => this.envoyer(saisie));
    if (sauve) this.ferme.emit(sauve);
    else await this.conflit.examiner();
  }

  protected async annuler(): Promise<void> {
    const perdu = this.formulaire.modifie();
    const accord =
      !perdu ||
      (await this.dialogues.confirmer({
        titre: 'Quitter sans enregistrer\u00a0?',
        texte: 'Ce que vous avez écrit dans cet article sera perdu.',
        action: 'Quitter sans enregistrer',
        annuler: 'Continuer d’écrire',
        danger: true,
      }));
    if (accord) this.ferme.emit(null);
  }

  /** The API names an article by its key, the form by its place. */
  private async envoyer(saisie: ActeModifie): Promise<ActeLu> {
    try {
      return await this.api.modifier(this.acte().id, saisie);
    } catch (erreur) {
      const { statut, code, message, correlation, erreurs, corps } = versProbleme(erreur);
      const places = erreurs.map((e) => (e.champ === `textes.${this.cle()}` ? { ...e, champ: 'textes.0.texte' } : e));
      throw new Probleme({ statut, code, detail: message, correlation, erreurs: places, corps });
    }
  }

  private article(saisie: ActeModifie): ArticleConvention {
    return { cle: this.cle(), titre: this.titre(), texte: saisie.textes?.[0]?.texte ?? '' };
  }

  private fautes(saisie: ActeModifie): Record<string, string> {
    const article = this.article(saisie);
    if (!lireTexteRiche(article.texte).length) return { 'textes.0.texte': 'Texte de l’article\u00a0: à écrire.' };
    const phrases = verifierArticles([article]).map((f) => `Paragraphe ${f.paragraphe}\u00a0: ${f.message}`);
    return phrases.length ? { 'textes.0.texte': phrases.join(' ') } : {};
  }
}

const versSaisie = ({ saisie, version }: ActeLu, cle: string): ActeModifie => ({
  textes: [{ cle, texte: saisie.find((article) => article.cle === cle)?.texte ?? '' }],
  version,
});
