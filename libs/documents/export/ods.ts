import { adresseCellule } from '@coopilote/domain/classeurs';
import type { ColonneExport, GenreExport, ValeurExport } from '@coopilote/domain/consolidation';
import { APPARENCES } from '../classeur/apparence';
import { FEUILLE_DONNEES, FEUILLE_NOTES, feuilleNotes, largeurDe, LARGEURS_NOTES, xml } from './colonnes';
import type { Export } from './export';
import { Tampon } from './tampon';
import { archiver, enPart, type Part } from './zip';

/** OpenDocument 1.3, written row by row. */
export async function* ecrireOdsEnFlux(e: Export): AsyncGenerator<Uint8Array> {
  yield* archiver(partsDe(e));
}

const MIME = 'application/vnd.oasis.opendocument.spreadsheet';
const ENTETE = '<?xml version="1.0" encoding="UTF-8"?>\n';
const URN = 'urn:oasis:names:tc:opendocument:xmlns';
const NOMS = ['office', 'style', 'text', 'table', 'config'].map((n) => `xmlns:${n}="${URN}:${n}:1.0"`).join(' ');
const RACINE = `${NOMS} xmlns:fo="${URN}:xsl-fo-compatible:1.0" xmlns:number="${URN}:datastyle:1.0" xmlns:meta="${URN}:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"`;
const document = (genre: string, dedans: string): string =>
  `${ENTETE}<office:document-${genre} ${RACINE}>${dedans}</office:document-${genre}>`;

const STYLES: Record<GenreExport, string> = {
  ...{ code: 'texte', texte: 'texte', long: 'texte', oui: 'texte', choix: 'texte' },
  ...{ entier: 'entier', nombre: 'nombre', date: 'date' },
};

async function* partsDe(e: Export): AsyncGenerator<Part> {
  // First, and not compressed: this is how the format is recognised.
  yield { nom: 'mimetype', contenu: Buffer.from(MIME) };
  yield { nom: 'content.xml', contenu: contenu(e) };
  yield enPart('settings.xml', reglages());
  yield enPart('styles.xml', document('styles', '<office:styles/>'));
  yield enPart(
    'meta.xml',
    document(
      'meta',
      `<office:meta><dc:title>${xml(e.gabarit.titre)}</dc:title><dc:language>fr-FR</dc:language></office:meta>`,
    ),
  );
  yield enPart('META-INF/manifest.xml', manifeste());
}

async function* contenu(e: Export): AsyncGenerator<Buffer> {
  const { colonnes } = e.gabarit;
  const tampon = new Tampon();
  tampon.texte(
    `${ENTETE}<office:document-content ${RACINE}><office:automatic-styles>${styles(colonnes)}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="${FEUILLE_DONNEES}">${colonnes.map((c) => `<table:table-column table:style-name="L${largeurDe(c)}" table:default-cell-style-name="${STYLES[c.genre]}"/>`).join('')}<table:table-row table:style-name="haute">${colonnes.map(({ entete }) => enTexte('entete', entete)).join('')}</table:table-row>`,
  );
  let hauteur = 1;
  for await (const page of e.pages) {
    hauteur += page.length;
    for (const ligne of page) {
      tampon.marques('<table:table-row table:style-name="basse">');
      ligne.forEach((valeur, i) => tampon.texte(cellule(colonnes[i]?.genre ?? 'texte', valeur)));
      tampon.marques('</table:table-row>');
      yield* tampon.rendre();
    }
  }
  const plage = `'${FEUILLE_DONNEES}'.A1:'${FEUILLE_DONNEES}'.${adresseCellule(hauteur - 1, colonnes.length - 1)}`;
  const notes = feuilleNotes(e.gabarit, e.notes()).map(
    ({ titre, cellules }) =>
      `<table:table-row table:style-name="libre">${cellules.map((texte) => enTexte(titre ? 'titre' : 'note', texte)).join('')}</table:table-row>`,
  );
  tampon.texte(
    `</table:table><table:table table:name="${FEUILLE_NOTES}">${LARGEURS_NOTES.map((l) => `<table:table-column table:style-name="L${l}"/>`).join('')}${notes.join('')}</table:table><table:database-ranges><table:database-range table:name="donnees" table:target-range-address="${plage}" table:display-filter-buttons="true"/></table:database-ranges></office:spreadsheet></office:body></office:document-content>`,
  );
  yield tampon.vider();
}

function cellule(genre: GenreExport, valeur: ValeurExport): string {
  if (valeur === null) return '<table:table-cell/>';
  if (typeof valeur === 'number') {
    return `<table:table-cell table:style-name="${STYLES[genre]}" office:value-type="float" office:value="${valeur}"><text:p>${valeur}</text:p></table:table-cell>`;
  }
  if (genre === 'date') {
    return `<table:table-cell table:style-name="date" office:value-type="date" office:date-value="${valeur}"><text:p>${valeur}</text:p></table:table-cell>`;
  }
  return enTexte('texte', valeur);
}

/** One paragraph a line; runs of spaces and tabs have their own marks, since XML folds them. */
function enTexte(style: string, texte: string): string {
  const marque = /[\n\r\t]|^ | {2}/.test(texte)
    ? xml(texte)
        .replace(/\t/g, '<text:tab/>')
        .replace(/^ +| {2,}/gm, (suite) => `<text:s text:c="${suite.length}"/>`)
        .split(/\r\n?|\n/)
        .join('</text:p><text:p>')
    : xml(texte);
  return `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${marque}</text:p></table:table-cell>`;
}

function styles(colonnes: readonly ColonneExport[]): string {
  const { entete } = APPARENCES;
  const largeurs = new Set([...colonnes.map(largeurDe), ...LARGEURS_NOTES]);
  const cellules = (nom: string, format: string, cellule: string, texte = '') =>
    `<style:style style:name="${nom}" style:family="table-cell" style:data-style-name="${format}"><style:table-cell-properties ${cellule}/><style:text-properties ${texte}/></style:style>`;
  const rangee = (nom: string, proprietes: string) =>
    `<style:style style:name="${nom}" style:family="table-row"><style:table-row-properties ${proprietes}/></style:style>`;
  const haut = 'style:vertical-align="top"';
  return [
    '<number:text-style style:name="Ntexte"><number:text-content/></number:text-style>',
    '<number:number-style style:name="Nentier"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>',
    '<number:number-style style:name="Nnombre"><number:number number:decimal-places="4" number:min-decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>',
    '<number:date-style style:name="Ndate"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>',
    ...[...largeurs].map(
      (l) =>
        `<style:style style:name="L${l}" style:family="table-column"><style:table-column-properties style:column-width="${(l * 0.2).toFixed(2)}cm"/></style:style>`,
    ),
    rangee('haute', 'style:row-height="1.7cm" style:use-optimal-row-height="false"'),
    // Reckoning the height of each row would take the reader minutes.
    rangee('basse', 'style:row-height="0.5cm" style:use-optimal-row-height="false"'),
    rangee('libre', 'style:use-optimal-row-height="true"'),
    cellules(
      'entete',
      'Ntexte',
      `style:vertical-align="middle" fo:wrap-option="wrap" fo:background-color="#${entete.fond}"`,
      `fo:font-weight="bold" fo:color="#${entete.encre}"`,
    ),
    cellules('texte', 'Ntexte', haut),
    cellules('entier', 'Nentier', haut),
    cellules('nombre', 'Nnombre', haut),
    cellules('date', 'Ndate', haut),
    cellules('titre', 'Ntexte', haut, 'fo:font-weight="bold" fo:font-size="12pt"'),
    cellules('note', 'Ntexte', `${haut} fo:wrap-option="wrap"`),
  ].join('');
}

/** The heading stays in sight. */
function reglages(): string {
  const item = (nom: string, type: string, valeur: string | number) =>
    `<config:config-item config:name="${nom}" config:type="${type}">${valeur}</config:config-item>`;
  const fige = `${item('VerticalSplitMode', 'short', 2)}${item('VerticalSplitPosition', 'int', 1)}${item('ActiveSplitRange', 'short', 2)}${item('PositionBottom', 'int', 1)}`;
  return document(
    'settings',
    `<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="${FEUILLE_DONNEES}">${fige}</config:config-item-map-entry></config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>`,
  );
}

function manifeste(): string {
  const fichier = (nom: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${nom}" manifest:media-type="${type}"/>`;
  return `${ENTETE}<manifest:manifest xmlns:manifest="${URN}:manifest:1.0" manifest:version="1.3">${fichier('/', MIME)}${['content.xml', 'settings.xml', 'styles.xml', 'meta.xml'].map((nom) => fichier(nom, 'text/xml')).join('')}</manifest:manifest>`;
}
