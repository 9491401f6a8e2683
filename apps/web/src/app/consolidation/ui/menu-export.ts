import { Component, computed, input, signal } from '@angular/core';
import type { FormatOuvert } from '@coopilote/domain/consolidation/donnees-ouvertes.contract';
import type { FormatExport } from '@coopilote/domain/consolidation/export.contract';
import { NOMS_GABARITS, type NomGabarit } from '@coopilote/domain/consolidation/gabarit';
import { GABARITS } from '@coopilote/domain/consolidation/gabarits.rules';
import { Dialogue, Icone } from '@coopilote/ui';

const FORMATS: readonly { format: FormatExport; nom: string; detail: string }[] = [
  { format: 'xlsx', nom: 'Excel', detail: 'classeur XLSX' },
  { format: 'ods', nom: 'LibreOffice', detail: 'classeur ODS' },
  { format: 'csv', nom: 'CSV', detail: 'texte, virgule décimale' },
  { format: 'json', nom: 'JSON', detail: 'pour un programme' },
];
/** The page's own parameters: a file holds every row, in the order of its layout. */
const SANS_EFFET = ['page', 'taille', 'tri', 'axe', 'limite'];

/** What the filters in sight hold, as files: the report, and each layout in each format. Plain links, that can be copied. */
@Component({
  selector: 'co-menu-export',
  imports: [Dialogue, Icone],
  template: `
    <button type="button" class="bouton" aria-haspopup="dialog" (click)="ouvert.set(true)">
      <co-icone nom="telecharger" />Exporter
    </button>
    <co-dialogue titre="Exporter la sélection" large [(ouvert)]="ouvert">
      <p class="petit">
        Tout ce que les filtres affichés retiennent, sans limite de lignes. Chaque fichier dit sa date, sa période, ses
        filtres et combien de bilans manquent.
      </p>
      @if (rapport()) {
        <section>
          <h3>Rapport régional</h3>
          <p class="petit">Synthèse, totaux, indicateurs, évolution et méthode, à lire ou à imprimer.</p>
          <p class="rang">
            @for (format of ['pdf', 'docx']; track format) {
              <a class="bouton second compact" [href]="adresseRapport(format)" download (click)="ouvert.set(false)">
                {{ format === 'pdf' ? 'PDF' : 'Word' }}<span class="masque">, rapport régional</span>
              </a>
            }
          </p>
        </section>
      }
      @for (gabarit of lignes(); track gabarit.nom) {
        <section>
          <h3>{{ gabarit.titre }}</h3>
          <p class="petit">
            Une ligne&nbsp;: {{ gabarit.ligne }}. {{ gabarit.colonnes.length }} colonnes, version {{ gabarit.version }}.
          </p>
          <p class="rang">
            @for (choix of formats; track choix.format) {
              <a
                class="bouton second compact"
                [href]="adresse(gabarit.nom, choix.format)"
                [title]="choix.detail"
                download
                (click)="ouvert.set(false)"
                >{{ choix.nom }}<span class="masque">, {{ gabarit.titre }}</span></a
              >
            }
          </p>
        </section>
      }
      @if (ouvertes(); as ouvertes) {
        <section>
          <h3>Données ouvertes {{ ouvertes.annee }}</h3>
          <p class="petit">
            À publier&nbsp;: toute l’année de la région, par département et par trimestre, sans les effectifs de 1 à 10
            ni ce qui permettrait de les retrouver. Les autres filtres n’y font rien.
          </p>
          <p class="rang">
            @for (choix of formatsOuverts; track choix.format) {
              <a
                class="bouton second compact"
                [href]="adresseOuverte(choix.format)"
                download
                (click)="ouvert.set(false)"
                >{{ choix.nom }}<span class="masque">, données ouvertes</span></a
              >
            }
          </p>
        </section>
      }
      <button actions type="button" class="bouton second" (click)="ouvert.set(false)">Fermer</button>
    </co-dialogue>
  `,
})
export class MenuExport {
  /** Query parameters of the page, as they are in its address; `par` for the groups. */
  readonly filtres = input.required<Readonly<Record<string, string | number | null | undefined>>>();
  readonly gabarits = input<readonly NomGabarit[]>(NOMS_GABARITS);
  /** Whether the report in PDF and Word is offered too. */
  readonly rapport = input(true);

  /** What the reader’s region may publish; nothing for who has not the whole of it. */
  readonly ouvertes = input<{ annee: number; region?: string } | null>(null);

  protected readonly ouvert = signal(false);
  protected readonly formats = FORMATS;
  protected readonly formatsOuverts = [
    { format: 'csv', nom: 'CSV' },
    { format: 'json', nom: 'JSON' },
    { format: 'schema', nom: 'Schéma des colonnes' },
  ] as const;
  /** Without axes, a regrouping would be its total alone. */
  protected readonly lignes = computed(() =>
    this.gabarits()
      .filter((nom) => nom !== 'groupes' || this.filtres()['par'])
      .map((nom) => GABARITS[nom]),
  );
  private readonly communs = computed(() =>
    Object.entries(this.filtres()).flatMap(([cle, valeur]): [string, string][] =>
      valeur == null || valeur === '' || SANS_EFFET.includes(cle) ? [] : [[cle, String(valeur)]],
    ),
  );

  protected adresse(gabarit: NomGabarit, format: FormatExport): string {
    // Only groups are regrouped, and words only look for actions.
    const communs = this.communs().filter(([cle]) => cle !== (gabarit === 'groupes' ? 'q' : 'par'));
    return `/api/consolidation/export?${new URLSearchParams([['gabarit', gabarit], ['format', format], ...communs])}`;
  }

  protected adresseRapport(format: string): string {
    const communs = this.communs().filter(([cle]) => cle !== 'par');
    return `/api/consolidation/rapport?${new URLSearchParams([['format', format], ...communs])}`;
  }

  protected adresseOuverte(format: FormatOuvert): string {
    const { annee = '', region } = this.ouvertes() ?? {};
    const params = new URLSearchParams([
      ['annee', String(annee)],
      ['format', format],
      ...(region ? [['region', region]] : []),
    ]);
    return `/api/consolidation/donnees-ouvertes?${params}`;
  }
}
