import { Component, computed, input } from '@angular/core';

/** Strokes on a 16 × 16 grid: drawn here so that a symbol looks the same whatever fonts a machine has. */
const TRACES = {
  oui: 'M3 8.5l3.2 3.2L13 4.5',
  partie: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 2v12M10.5 3v10M13 5v6',
  non: 'M4 4l8 8M12 4l-8 8',
  alerte: 'M8 2.5L14.5 13.5h-13zM8 6.5v3.2M8 11.4v.3',
  retour: 'M6 3.5L2.5 7 6 10.5M2.5 7H10a3.5 3.5 0 0 1 0 7H8',
  neutre: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z',
  horloge: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 4.8V8l2.2 1.6',
  envoi: 'M2.5 8.2L13.5 3l-4 10.5-2.2-4.3zM13.5 3L7.3 9.2',
  cadenas: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  plus: 'M8 3v10M3 8h10',
  fermer: 'M4 4l8 8M12 4l-8 8',
  chercher: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3l3.7 3.7',
  menu: 'M2 4h12M2 8h12M2 12h12',
  gauche: 'M10 3L5 8l5 5',
  droite: 'M6 3l5 5-5 5',
  bas: 'M3 6l5 5 5-5',
  haut: 'M3 10l5-5 5 5',
  telecharger: 'M8 2v8M4.5 6.8L8 10.2l3.5-3.4M2.5 13.5h11',
  importer: 'M8 10.2V2M4.5 5.4L8 2l3.5 3.4M2.5 13.5h11',
  imprimer: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  crayon: 'M2.5 13.5l.8-3.2 7.6-7.6 2.4 2.4-7.6 7.6zM9.3 4.3l2.4 2.4',
  corbeille: 'M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.7 9h6.6l.7-9M6.8 7v4M9.2 7v4',
  info: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 7.3v3.9M8 4.9v.2',
  colonnes: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  filtrer: 'M2 3.5h12L9.5 8.7V13l-3-1.5V8.7z',
  personne: 'M8 2.5a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4zM2.8 13.8a5.2 5.2 0 0 1 10.4 0',
  soleil:
    'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9L13 13M3 13l1.1-1.1M11.9 4.1L13 3',
  lune: 'M13.5 9.8A6 6 0 0 1 6.2 2.5a6 6 0 1 0 7.3 7.3z',
  ecran: 'M2 3h12v8H2zM6 14h4M8 11v3',
  sortir: 'M9.5 2.5h-6v11h6M7 8h7M11.3 5.3L14 8l-2.7 2.7',
  calendrier: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3',
  document: 'M3.5 2h6l3 3v9h-9zM9.5 2v3h3M5.8 8h4.4M5.8 10.7h4.4',
  copier: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  externe: 'M7 3.5H3v9.5h9.5V9M9.5 2.5h4v4M13.5 2.5L7.5 8.5',
  lieu: 'M8 14.2S3.3 9.7 3.3 6.5a4.7 4.7 0 0 1 9.4 0C12.7 9.7 8 14.2 8 14.2zM8 4.9a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z',
  video: 'M2 4.5h8v7H2zM10 7.2l4-2.2v6l-4-2.2z',
  poignee: 'M6 3.5v.1M10 3.5v.1M6 8v.1M10 8v.1M6 12.5v.1M10 12.5v.1',
  puces: 'M6 4h7.5M6 8h7.5M6 12h7.5M2.7 4v.01M2.7 8v.01M2.7 12v.01',
  numeros: 'M7 4h6.5M7 8h6.5M7 12h6.5M2.3 3.4L3.4 2.6v3.2M2.2 10.2h1.9L2.2 13.4h2',
  lien: 'M6.5 9.5l3-3M7 4.7l1.6-1.6a3 3 0 0 1 4.3 4.3L11.3 9M9 11.3l-1.6 1.6a3 3 0 0 1-4.3-4.3L4.7 7',
  coupe: 'M2 2l12 12M5 11.5a4.2 4.2 0 0 1 4.6-.9M2.5 8.3a8 8 0 0 1 3-1.8M8.6 5.7a8 8 0 0 1 4.9 2.6M8 13.3v.2',
} as const;

export type NomIcone = keyof typeof TRACES;

/** A symbol, always beside a word: hidden from screen readers, which read the word. */
@Component({
  selector: 'co-icone',
  host: { class: 'icone', 'aria-hidden': 'true' },
  template: `<svg viewBox="0 0 16 16" focusable="false"><path [attr.d]="trace()" /></svg>`,
})
export class Icone {
  readonly nom = input.required<NomIcone>();
  protected readonly trace = computed(() => TRACES[this.nom()]);
}
