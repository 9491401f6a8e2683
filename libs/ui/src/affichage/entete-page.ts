import { Component, input } from '@angular/core';

/** The head of a page: where one is, the title (the focus comes here after navigation), the acts at the right. */
@Component({
  selector: 'co-entete-page',
  host: { class: 'entete-page' },
  template: `
    <div class="entete-page-texte">
      @if (surtitre()) {
        <p class="petit">{{ surtitre() }}</p>
      }
      <h1 tabindex="-1">{{ titre() }}</h1>
      <ng-content />
    </div>
    <div class="entete-page-actions"><ng-content select="[actions]" /></div>
  `,
})
export class EntetePage {
  readonly titre = input.required<string>();
  readonly surtitre = input('');
}
