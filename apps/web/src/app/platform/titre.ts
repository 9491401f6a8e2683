import { Injectable, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterStateSnapshot, TitleStrategy } from '@angular/router';

const NOM = 'Coopilote';

/** « Synthèse · Coopilote ». */
@Injectable({ providedIn: 'root' })
export class TitreCoopilote extends TitleStrategy {
  private readonly titre = inject(TitrePage);

  override updateTitle(etat: RouterStateSnapshot): void {
    this.titre.poser(this.buildTitle(etat) ?? '');
  }
}

/** For a page whose title is known only once it is loaded. */
@Injectable({ providedIn: 'root' })
export class TitrePage {
  private readonly titre = inject(Title);

  poser(page: string): void {
    this.titre.setTitle(page ? `${page} · ${NOM}` : NOM);
  }
}
