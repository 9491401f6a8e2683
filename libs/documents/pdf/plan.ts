import type { ContentText } from 'pdfmake/interfaces';

type Entree = Partial<ContentText> & { id: string };

/** The outline of a document: each heading under the last one of a higher level. */
export class Plan {
  private rang = 0;
  private readonly ouverts: string[] = [];

  titre(texte: string, niveau: number): Entree {
    this.ouverts.length = Math.min(this.ouverts.length, niveau - 1);
    const entree = this.entree(texte);
    this.ouverts[niveau - 1] = entree.id;
    return { ...entree, outlineExpanded: niveau === 1 };
  }

  /** Something under the last heading, with nothing under it. */
  entree(texte: string): Entree {
    const parent = this.ouverts.findLast(Boolean);
    return {
      id: `plan-${++this.rang}`,
      outline: true,
      outlineText: texte,
      ...(parent ? { outlineParentId: parent } : {}),
    };
  }
}
