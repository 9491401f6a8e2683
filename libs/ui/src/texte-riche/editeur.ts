import { Editor, Extension, Node, getMarkRange } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { adresseSure, ecrireTexteRiche, lireTexteRiche } from '@coopilote/domain/commun/texte-riche';
import { type CommandeRiche, type MiseEnForme, SANS_FORME } from './mise-en-forme';

interface Evenements {
  /** The text as it now stands, in the domain's HTML. */
  change: (html: string) => void;
  /** What the toolbar must show. */
  forme: (forme: MiseEnForme) => void;
  /** Ctrl+K. */
  lien: () => void;
}

/**
 * The kit's list item goes deeper and takes Tab for it, from which the keyboard does not come back (RGAA 12.9); the model of
 * the domain has flat lists.
 */
const Element = Node.create({
  name: 'listItem',
  content: 'paragraph',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) };
  },
});

/** The only module that knows Tiptap: it weighs more than a page, and loads where someone writes. */
export class Editeur {
  private readonly tiptap: Editor;

  constructor(hote: HTMLElement, html: string, attributs: Record<string, string>, evenements: Evenements) {
    this.tiptap = new Editor({
      element: hote,
      content: html,
      injectCSS: false,
      extensions: [
        StarterKit.configure({
          heading: { levels: [2, 3] },
          link: {
            openOnClick: false,
            defaultProtocol: 'https',
            HTMLAttributes: { target: null, rel: null, class: null },
            isAllowedUri: (adresse) => adresseSure(adresse) !== null,
          },
          listItem: false,
          blockquote: false,
          code: false,
          codeBlock: false,
          dropcursor: false,
          gapcursor: false,
          horizontalRule: false,
          strike: false,
          underline: false,
        }),
        Element,
        Extension.create({
          name: 'lienAuClavier',
          addKeyboardShortcuts: () => ({ 'Mod-k': () => (evenements.lien(), true) }),
        }),
      ],
      editorProps: {
        attributes: attributs,
        // The bar at the top and the foot of a page lie over what is written.
        scrollThreshold: { top: 72, right: 5, bottom: 120, left: 5 },
        scrollMargin: { top: 72, right: 5, bottom: 120, left: 5 },
        transformPastedHTML: (colle) => ecrireTexteRiche(lireTexteRiche(colle)),
      },
      onUpdate: () => evenements.change(this.html()),
      onTransaction: () => evenements.forme(this.forme()),
    });
  }

  /** Puts another text in place, as when another version arrives. */
  ecrire(html: string): void {
    this.tiptap.commands.setContent(html, { emitUpdate: false });
  }

  /** Attributes of the writing area; the present ones go away. */
  decrire(attributs: Record<string, string>): void {
    this.tiptap.setOptions({ editorProps: { ...this.tiptap.options.editorProps, attributes: attributs } });
  }

  permettre(ecriture: boolean): void {
    this.tiptap.setEditable(ecriture, false);
  }

  poserFocus(): void {
    this.tiptap.commands.focus();
  }

  /** Writes words where the caret is, over what is selected; `seul`: in a paragraph of their own. */
  inserer(texte: string, seul: boolean): void {
    const mots = { type: 'text', text: texte };
    this.tiptap
      .chain()
      .focus()
      .insertContent(seul ? { type: 'paragraph', content: [mots] } : mots)
      .run();
  }

  executer(commande: CommandeRiche): void {
    const suite = this.tiptap.chain().focus();
    switch (commande) {
      case 'gras':
        return void suite.toggleBold().run();
      case 'italique':
        return void suite.toggleItalic().run();
      case 'titre':
        return void suite.toggleHeading({ level: 2 }).run();
      case 'sousTitre':
        return void suite.toggleHeading({ level: 3 }).run();
      case 'puces':
        return void suite.toggleBulletList().run();
      case 'numeros':
        return void suite.toggleOrderedList().run();
    }
  }

  /** Links the selection, or the whole link where the cursor stands; with neither, the address is written and linked. */
  lier(adresse: string, texte: string): void {
    const { empty, from, $from } = this.tiptap.state.selection;
    const type = this.tiptap.schema.marks['link'];
    const dansUnLien = type && getMarkRange($from, type);
    const suite = this.tiptap.chain().focus();
    if (empty && !dansUnLien) {
      const contenu = { type: 'text', text: texte, marks: [{ type: 'link', attrs: { href: adresse } }] };
      suite.insertContentAt(from, contenu).run();
    } else suite.extendMarkRange('link').setLink({ href: adresse }).run();
  }

  delier(): void {
    this.tiptap.chain().focus().extendMarkRange('link').unsetLink().run();
  }

  detruire(): void {
    this.tiptap.destroy();
  }

  private html(): string {
    return ecrireTexteRiche(lireTexteRiche(this.tiptap.getHTML()));
  }

  private forme(): MiseEnForme {
    const { tiptap } = this;
    if (!tiptap.isEditable) return SANS_FORME;
    return {
      gras: tiptap.isActive('bold'),
      italique: tiptap.isActive('italic'),
      titre: tiptap.isActive('heading', { level: 2 }),
      sousTitre: tiptap.isActive('heading', { level: 3 }),
      puces: tiptap.isActive('bulletList'),
      numeros: tiptap.isActive('orderedList'),
      lien: (tiptap.getAttributes('link')['href'] as string | undefined) ?? null,
    };
  }
}
