/** A run of text with its marks; a line break is « \n » in the text. */
export interface Fragment {
  texte: string;
  gras?: true;
  italique?: true;
  /** http, https or mailto address, and nothing else. */
  lien?: string;
}

/**
 * What people may write beyond plain text: the one model behind the editor, the minutes and their preview. Nested lists
 * are laid flat. Made by `lireTexteRiche`; empty blocks do not exist.
 */
export type BlocTexte =
  | { genre: 'PARAGRAPHE'; contenu: Fragment[] }
  | { genre: 'TITRE'; niveau: 1 | 2; contenu: Fragment[] }
  | { genre: 'LISTE'; ordonnee: boolean; elements: Fragment[][] };

type Genre = 'PARAGRAPHE' | 'TITRE1' | 'TITRE2';
type Marque = 'gras' | 'italique';

// Maps, and not objects: « constructor » is the name of no element.
const TITRES = new Map<string, Genre>([
  ...['h1', 'h2'].map((nom) => [nom, 'TITRE1'] as const),
  ...['h3', 'h4', 'h5', 'h6'].map((nom) => [nom, 'TITRE2'] as const),
]);
const MARQUES = new Map<string, Marque>([
  ['strong', 'gras'],
  ['b', 'gras'],
  ['em', 'italique'],
  ['i', 'italique'],
]);
const LISTES = new Map([
  ['ol', true],
  ['ul', false],
]);
const BLOCS = new Set(
  'address article aside blockquote body caption dd details div dl dt fieldset figure footer form header hr html main nav p pre section summary table tbody td tfoot th thead tr'.split(
    ' ',
  ),
);
/** Elements whose content is never text for the reader. */
const MUETS = new Set(
  'script style title textarea select template svg math iframe object embed audio video canvas noscript noembed noframes xmp head'.split(
    ' ',
  ),
);
const ENTITES = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    laquo: '«',
    raquo: '»',
    rsquo: '’',
    hellip: '…',
    ndash: '–',
    mdash: '—',
    euro: '€',
  }),
);
const JETON = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<\/?([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)(?:>|$)/g;
const ADRESSE = /^(?:https?:\/\/|mailto:)[^\s"'<>\\^`{|}]+$/iu;
const ADRESSE_MAX = 2000;

/** The address when a link may lead there: http, https or mailto; null for anything else. */
export function adresseSure(adresse: string): string | null {
  const nette = sansControles(adresse).trim();
  return nette.length <= ADRESSE_MAX && ADRESSE.test(nette) ? nette : null;
}

/**
 * Reads the HTML of an editor, or anything pasted into it. Nothing of the source passes as it is: the model is made anew
 * from the few things that it can hold, so that what this reader misjudges can at worst become plain text.
 */
export function lireTexteRiche(html: string): BlocTexte[] {
  const lecture = new Lecture();
  let suite = 0;
  JETON.lastIndex = 0;
  for (let jeton = JETON.exec(html); jeton; jeton = JETON.exec(html)) {
    lecture.texte(html.slice(suite, jeton.index));
    suite = JETON.lastIndex;
    const nom = jeton[1]?.toLowerCase();
    if (!nom) continue;
    if (jeton[0].startsWith('</')) lecture.fermer(nom);
    else if (MUETS.has(nom)) JETON.lastIndex = suite = finDe(nom, html, suite);
    else lecture.ouvrir(nom, jeton[2] ?? '');
  }
  lecture.texte(html.slice(suite));
  return lecture.fin();
}

/** The model as HTML: `p h2 h3 ul ol li strong em a br` alone, everything else escaped. `lireTexteRiche` reads it back the same. */
export function ecrireTexteRiche(blocs: readonly BlocTexte[]): string {
  return blocs
    .map((bloc) => {
      switch (bloc.genre) {
        case 'PARAGRAPHE':
          return `<p>${ecrireFragments(bloc.contenu)}</p>`;
        case 'TITRE': {
          const balise = bloc.niveau === 1 ? 'h2' : 'h3';
          return `<${balise}>${ecrireFragments(bloc.contenu)}</${balise}>`;
        }
        case 'LISTE': {
          const balise = bloc.ordonnee ? 'ol' : 'ul';
          return `<${balise}>${bloc.elements.map((e) => `<li>${ecrireFragments(e)}</li>`).join('')}</${balise}>`;
        }
      }
    })
    .join('');
}

function ecrireFragments(fragments: readonly Fragment[]): string {
  return fragments
    .map(({ texte, gras, italique, lien }) => {
      let html = echapper(texte).replaceAll('\n', '<br>');
      if (italique) html = `<em>${html}</em>`;
      if (gras) html = `<strong>${html}</strong>`;
      const adresse = lien === undefined ? null : adresseSure(lien);
      return adresse === null ? html : `<a href="${echapper(adresse)}">${html}</a>`;
    })
    .join('');
}

const SIGNES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const echapper = (texte: string): string => texte.replace(/[&<>"]/g, (signe) => SIGNES[signe] ?? signe);

/** Where the content of a mute element ends: after its closing tag, or with the source. */
function finDe(nom: string, html: string, depuis: number): number {
  const fin = new RegExp(`</${nom.replace(/[^a-z]/g, '')}[^>]*(?:>|$)`, 'gi');
  fin.lastIndex = depuis;
  return fin.exec(html) ? fin.lastIndex : html.length;
}

function enClair(source: string): string {
  const decode = source.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (tout, decimal, hexa, nom) => {
    if (nom) return ENTITES.get(String(nom).toLowerCase()) ?? tout;
    const code = decimal ? Number(decimal) : Number.parseInt(hexa, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
  return sansControles(decode);
}

/** Takes away what neither XML nor a screen can show: controls, lone surrogates, code points that are no character. */
const sansControles = (texte: string): string =>
  texte.replace(/[\p{Control}\p{Surrogate}\p{Noncharacter_Code_Point}]/gu, (signe) =>
    '\t\n\r'.includes(signe) ? signe : '',
  );

class Lecture {
  private readonly blocs: BlocTexte[] = [];
  private contenu: Fragment[] = [];
  private genre: Genre = 'PARAGRAPHE';
  private readonly marques: Record<Marque, number> = { gras: 0, italique: 0 };
  private readonly liens: (string | null)[] = [];
  private profondeur = 0;
  private ordonnee = false;
  /** List that the next item joins. */
  private liste: Extract<BlocTexte, { genre: 'LISTE' }> | null = null;

  texte(source: string): void {
    this.ajouter(enClair(source).replace(/[\t\n\r ]+/g, ' '));
  }

  ouvrir(nom: string, attributs: string): void {
    if (nom === 'br') this.ajouter('\n');
    else if (MARQUES.has(nom)) this.marquer(nom, 1);
    else if (nom === 'a') this.liens.push(adresseDe(attributs));
    else if (LISTES.has(nom)) {
      this.clore();
      if (this.profondeur++ === 0) {
        this.ordonnee = LISTES.get(nom) ?? false;
        this.liste = null;
      }
    } else if (nom === 'li') this.clore();
    else this.limite(nom);
  }

  fermer(nom: string): void {
    if (MARQUES.has(nom)) this.marquer(nom, -1);
    else if (nom === 'a') this.liens.pop();
    else if (LISTES.has(nom)) {
      this.clore();
      this.profondeur = Math.max(0, this.profondeur - 1);
    } else if (nom === 'li') this.clore();
    else this.limite(TITRES.has(nom) ? 'p' : nom);
  }

  fin(): BlocTexte[] {
    this.clore();
    return this.blocs;
  }

  private marquer(nom: string, pas: 1 | -1): void {
    const marque = MARQUES.get(nom);
    if (marque) this.marques[marque] = Math.max(0, this.marques[marque] + pas);
  }

  /** Edge of a paragraph or heading; inside an item of a list, a new line. */
  private limite(nom: string): void {
    const titre = TITRES.get(nom);
    if (!titre && !BLOCS.has(nom)) return;
    if (this.profondeur > 0) {
      const dernier = this.contenu.findLast(({ texte }) => texte !== ' ')?.texte;
      if (dernier !== '\n') this.ajouter('\n');
    } else {
      this.clore();
      this.genre = titre ?? 'PARAGRAPHE';
    }
  }

  private ajouter(texte: string): void {
    if (texte === '') return;
    const lien = this.liens.findLast((l) => l !== null);
    this.contenu.push({
      texte,
      ...(this.marques.gras > 0 ? { gras: true } : {}),
      ...(this.marques.italique > 0 ? { italique: true } : {}),
      ...(lien ? { lien } : {}),
    });
  }

  private clore(): void {
    const contenu = normaliser(this.contenu);
    const genre = this.genre;
    this.contenu = [];
    this.genre = 'PARAGRAPHE';
    if (contenu.length === 0) return;
    if (this.profondeur > 0) {
      if (!this.liste) this.blocs.push((this.liste = { genre: 'LISTE', ordonnee: this.ordonnee, elements: [] }));
      this.liste.elements.push(contenu);
    } else if (genre === 'PARAGRAPHE') this.blocs.push({ genre, contenu });
    else this.blocs.push({ genre: 'TITRE', niveau: genre === 'TITRE1' ? 1 : 2, contenu });
  }
}

/** The href of a link's attributes, when it leads somewhere safe. */
function adresseDe(attributs: string): string | null {
  const trouve = /(?:^|[\s"'/])href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributs);
  return trouve ? adresseSure(enClair(trouve[1] ?? trouve[2] ?? trouve[3] ?? '')) : null;
}

/** One space between words, none around a line break nor at the ends; runs with the same marks are one. */
function normaliser(source: readonly Fragment[]): Fragment[] {
  const signes: { signe: string; de: Fragment }[] = [];
  const dernier = (rang = 1): string | undefined => signes.at(-rang)?.signe;
  for (const de of source) {
    for (const signe of de.texte) {
      if (signe === ' ' && [undefined, ' ', '\n'].includes(dernier())) continue;
      if (signe === '\n') {
        if (dernier() === ' ') signes.pop();
        if (dernier() === undefined || (dernier() === '\n' && dernier(2) === '\n')) continue;
      }
      signes.push({ signe, de });
    }
  }
  while (dernier() === ' ' || dernier() === '\n') signes.pop();
  const fragments: Fragment[] = [];
  for (const { signe, de } of signes) {
    const precedent = fragments.at(-1);
    if (precedent && memesMarques(precedent, de)) precedent.texte += signe;
    else fragments.push({ ...de, texte: signe });
  }
  return fragments;
}

const memesMarques = (a: Fragment, b: Fragment): boolean =>
  a.gras === b.gras && a.italique === b.italique && a.lien === b.lien;
