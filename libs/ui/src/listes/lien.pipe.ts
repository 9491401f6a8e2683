import { Pipe, type PipeTransform, inject } from '@angular/core';
import { Router, type UrlTree } from '@angular/router';

/** An address given by the API, filters included (`/bilans?enRetard=true`), as `routerLink` takes it. */
@Pipe({ name: 'lien' })
export class LienPipe implements PipeTransform {
  private readonly routeur = inject(Router);

  transform(adresse: string): UrlTree {
    return this.routeur.parseUrl(adresse);
  }
}
