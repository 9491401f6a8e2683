import { strToU8, zipSync } from 'fflate';
import { lettresColonne } from '@coopilote/domain/classeurs';
import { APPARENCES, TRAIT } from './apparence';
import {
  FEUILLE_LISTES,
  feuillesDe,
  placeDeListe,
  type CelluleEcrite,
  type ClasseurEcrit,
  type FeuilleEcrite,
  type StyleCellule,
} from './classeur';

/**
 * OpenDocument 1.3. Written here because no library at hand writes in ODS what a form needs: drop-down lists, protection,
 * hidden sheets and columns (docs/adr/0013-classeurs.md).
 */
export function ecrireOds(classeur: ClasseurEcrit): Buffer {
  const stocke = { level: 0 } as const;
  return Buffer.from(
    zipSync({
      // First, and not compressed: this is how the format is recognised.
      mimetype: [strToU8(MIME), stocke],
      'META-INF/manifest.xml': strToU8(MANIFESTE),
      'content.xml': strToU8(contenu(classeur)),
      'settings.xml': strToU8(reglages(classeur)),
      'styles.xml': strToU8(document('styles', '<office:styles/>')),
      'meta.xml': strToU8(document('meta', `<office:meta><dc:title>${xml(classeur.titre)}</dc:title></office:meta>`)),
    }),
  );
}

const MIME = 'application/vnd.oasis.opendocument.spreadsheet';
const ENTETE = '<?xml version="1.0" encoding="UTF-8"?>\n';
const ESPACES_DE_NOMS = Object.entries({
  office: 'office:1.0',
  style: 'style:1.0',
  text: 'text:1.0',
  table: 'table:1.0',
  fo: 'xsl-fo-compatible:1.0',
  number: 'datastyle:1.0',
  config: 'config:1.0',
})
  .map(([prefixe, nom]) => `xmlns:${prefixe}="urn:oasis:names:tc:opendocument:xmlns:${nom}"`)
  .concat(
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
  )
  .join(' ');
const document = (genre: string, dedans: string): string =>
  `${ENTETE}<office:document-${genre} ${ESPACES_DE_NOMS} office:version="1.3">${dedans}</office:document-${genre}>`;
const MANIFESTE = `${ENTETE}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIME}"/>${['content.xml', 'styles.xml', 'meta.xml', 'settings.xml'].map((nom) => `<manifest:file-entry manifest:full-path="${nom}" manifest:media-type="text/xml"/>`).join('')}</manifest:manifest>`;

const SIGNES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Escapes, and leaves out the few characters that XML 1.0 cannot carry. */
function xml(texte: string): string {
  return texte
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[&<>"]/g, (signe) => SIGNES[signe] ?? signe);
}

function contenu(classeur: ClasseurEcrit): string {
  const feuilles = feuillesDe(classeur);
  const listes = Object.keys(classeur.listes);
  const largeurs = [...new Set(feuilles.flatMap((f) => f.colonnes.map((c) => c.largeur)))];
  const styles = [
    '<number:text-style style:name="Ntexte"><number:text-content/></number:text-style>',
    '<number:number-style style:name="Nnombre"><number:number number:decimal-places="4" number:min-decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>',
    '<number:date-style style:name="Njour"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>',
    '<style:style style:name="visible" style:family="table"><style:table-properties table:display="true"/></style:style>',
    '<style:style style:name="cachee" style:family="table"><style:table-properties table:display="false"/></style:style>',
    '<style:style style:name="ligne" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>',
    ...largeurs.map(
      (l) =>
        `<style:style style:name="L${l}" style:family="table-column"><style:table-column-properties style:column-width="${(l * 0.2).toFixed(2)}cm"/></style:style>`,
    ),
    ...stylesDe(feuilles),
  ];
  const validations = listes.map((nom) => {
    const { colonne, hauteur } = placeDeListe(classeur, nom);
    const lettres = lettresColonne(colonne);
    const condition = `of:cell-content-is-in-list([$${FEUILLE_LISTES}.$${lettres}$1:.$${lettres}$${hauteur}])`;
    return `<table:content-validation table:name="V${colonne}" table:condition="${condition}" table:allow-empty-cell="true" table:display-list="unsorted"><table:error-message table:message-type="stop" table:display="true" table:title="Hors de la liste"><text:p>Choisissez une valeur de la liste.</text:p></table:error-message></table:content-validation>`;
  });
  return document(
    'content',
    `<office:automatic-styles>${styles.join('')}</office:automatic-styles><office:body><office:spreadsheet>${
      validations.length ? `<table:content-validations>${validations.join('')}</table:content-validations>` : ''
    }${feuilles.map((feuille) => table(feuille, listes)).join('')}</office:spreadsheet></office:body>`,
  );
}

const nomStyle = ({ style = 'aide', libre, genre = 'texte' }: CelluleEcrite): string =>
  `${style}-${genre}-${libre ? 'libre' : 'tenue'}`;

function stylesDe(feuilles: FeuilleEcrite[]): string[] {
  const noms = new Set(feuilles.flatMap((f) => f.lignes.flatMap((ligne) => ligne.map(nomStyle))));
  return [...noms].map((nom) => {
    const [style, genre, tenue] = nom.split('-') as [StyleCellule, string, string];
    const { gras, taille, encre, fond, bord } = APPARENCES[style];
    const cellule = [
      `style:cell-protect="${tenue === 'libre' ? 'none' : 'protected'}"`,
      'style:vertical-align="top"',
      ...(style === 'titre' ? [] : ['fo:wrap-option="wrap"']),
      ...(fond ? [`fo:background-color="#${fond}"`] : []),
      ...(bord ? [`fo:border="0.5pt solid #${TRAIT}"`] : []),
    ];
    const texte = [
      ...(gras ? ['fo:font-weight="bold"'] : []),
      `fo:font-size="${taille ?? 11}pt"`,
      ...(encre ? [`fo:color="#${encre}"`] : []),
    ];
    return `<style:style style:name="${nom}" style:family="table-cell" style:data-style-name="N${genre}"><style:table-cell-properties ${cellule.join(' ')}/><style:text-properties ${texte.join(' ')}/></style:style>`;
  });
}

function table(feuille: FeuilleEcrite, listes: string[]): string {
  const colonnes = feuille.colonnes.map(
    ({ largeur, cachee }) =>
      `<table:table-column table:style-name="L${largeur}"${cachee ? ' table:visibility="collapse"' : ''}/>`,
  );
  const lignes = feuille.lignes.map(
    (ligne) =>
      `<table:table-row table:style-name="ligne">${ligne.map((c) => cellule(c, listes)).join('') || '<table:table-cell/>'}</table:table-row>`,
  );
  const protection = feuille.protegee
    ? '<loext:table-protection loext:select-protected-cells="true" loext:select-unprotected-cells="true"/>'
    : '';
  return `<table:table table:name="${xml(feuille.nom)}" table:style-name="${feuille.cachee ? 'cachee' : 'visible'}"${
    feuille.protegee ? ' table:protected="true"' : ''
  }>${protection}${colonnes.join('')}${lignes.join('')}</table:table>`;
}

function cellule(c: CelluleEcrite, listes: string[]): string {
  const attributs = [
    `table:style-name="${nomStyle(c)}"`,
    ...(c.liste ? [`table:content-validation-name="V${listes.indexOf(c.liste)}"`] : []),
  ];
  if (c.valeur === null) return `<table:table-cell ${attributs.join(' ')}/>`;
  if (typeof c.valeur === 'number') {
    return `<table:table-cell ${attributs.join(' ')} office:value-type="float" office:value="${c.valeur}"><text:p>${c.valeur}</text:p></table:table-cell>`;
  }
  return `<table:table-cell ${attributs.join(' ')} office:value-type="string">${paragraphes(c.valeur)}</table:table-cell>`;
}

/** One paragraph a line; runs of spaces and tabs have their own marks, since XML folds them. */
function paragraphes(texte: string): string {
  return texte
    .split(/\r\n?|\n/)
    .map((ligne) => {
      const marque = xml(ligne)
        .replace(/\t/g, '<text:tab/>')
        .replace(/^ | {2,}/g, (suite) => `<text:s text:c="${suite.length}"/>`);
      return `<text:p>${marque}</text:p>`;
    })
    .join('');
}

/** Rows that stay in sight. */
function reglages(classeur: ClasseurEcrit): string {
  const item = (nom: string, type: string, valeur: string | number) =>
    `<config:config-item config:name="${nom}" config:type="${type}">${valeur}</config:config-item>`;
  const feuilles = feuillesDe(classeur)
    .filter((f) => f.figees)
    .map(
      (f) =>
        `<config:config-item-map-entry config:name="${xml(f.nom)}">${item('VerticalSplitMode', 'short', 2)}${item('VerticalSplitPosition', 'int', f.figees ?? 0)}${item('ActiveSplitRange', 'short', 2)}${item('PositionBottom', 'int', f.figees ?? 0)}</config:config-item-map-entry>`,
    );
  return document(
    'settings',
    `<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${feuilles.join('')}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>`,
  );
}
