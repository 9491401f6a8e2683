import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import type { ReunionLue } from '@coopilote/domain/gouvernance/reunion.contract';
import { EntetePage } from '@coopilote/ui';

@Component({
  selector: 'co-temp-reunion',
  imports: [EntetePage, RouterOutlet],
  template: `<co-entete-page
      [titre]="r.hasValue() ? r.value().titre : 'Réunion'"
      [surtitre]="r.hasValue() ? r.value().cooperative : ''"
    /><router-outlet />`,
})
export class TempReunion {
  readonly id = input.required<string>();
  protected readonly r = httpResource<ReunionLue>(() => `/api/reunions/${this.id()}`);
}
