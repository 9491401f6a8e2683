import { adresseCellule, lettresColonne } from '@coopilote/domain/classeurs';
import type { GenreExport } from '@coopilote/domain/consolidation';
import { APPARENCES } from '../classeur/apparence';
import { FEUILLE_DONNEES, FEUILLE_NOTES, feuilleNotes, largeurDe, LARGEURS_NOTES, xml } from './colonnes';
import type { Export } from './export';
import { Tampon } from './tampon';
import { archiver, enPart, type Part } from './zip';

/**
 * SpreadsheetML (ECMA-376), written row by row: no library tried streams with filters, a second sheet and a bounded memory
 * (docs/adr/0016-exports-en-flux.md). Words that come again are shared, up to a number of them; longer texts stay in their cell: nothing grows
 * with the rows.
 */
export async function* ecrireXlsxEnFlux(e: Export): AsyncGenerator<Uint8Array> {
  yield* archiver(partsDe(e));
}

const ENTETE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const NS_REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NS_PAQUET = 'http://schemas.openxmlformats.org/package/2006';
const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Rows of `cellXfs` below. Text keeps the text format: typed again, it is still no formula. */
const STYLES: Record<GenreExport, number> = {
  code: 2,
  texte: 2,
  long: 2,
  oui: 2,
  choix: 2,
  entier: 3,
  nombre: 4,
  date: 5,
};
const STYLE_ENTETE = 1;
const STYLE_TITRE = 6;
const STYLE_NOTE = 7;
/** What Excel holds in a cell; a longer text would make it repair the file. */
const SIGNES_AU_PLUS = 32_767;

async function* partsDe(e: Export): AsyncGenerator<Part> {
  const { colonnes } = e.gabarit;
  const mots = new MotsPartages();
  let hauteur = 1;
  async function* donnees(): AsyncGenerator<Buffer> {
    const tampon = new Tampon();
    tampon.texte(
      `${ENTETE}<worksheet xmlns="${NS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${cols(colonnes.map(largeurDe))}<sheetData><row r="1" ht="48" customHeight="1">${colonnes.map(({ entete }, i) => texteEn(adresseCellule(0, i), STYLE_ENTETE, entete)).join('')}</row>`,
    );
    const lettres = colonnes.map((_, i) => lettresColonne(i));
    for await (const page of e.pages) {
      for (const ligne of page) {
        tampon.marques(`<row r="${++hauteur}">`);
        for (let i = 0; i < ligne.length; i++) {
          const valeur = ligne[i];
          if (valeur != null) ecrire(tampon, `${lettres[i]}${hauteur}`, colonnes[i]?.genre ?? 'texte', valeur, mots);
        }
        tampon.marques('</row>');
        yield* tampon.rendre();
      }
    }
    tampon.marques(
      `</sheetData><autoFilter ref="${plage(colonnes.length, hauteur)}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`,
    );
    yield tampon.vider();
  }
  yield { nom: 'xl/worksheets/sheet1.xml', contenu: donnees() };
  yield enPart('xl/worksheets/sheet2.xml', notes(e));
  yield { nom: 'xl/sharedStrings.xml', contenu: mots.ecrire() };
  yield enPart('xl/styles.xml', styles());
  yield enPart('xl/workbook.xml', classeur(colonnes.length, hauteur));
  const feuilles = [1, 2].map((n): [string, string] => [`worksheets/sheet${n}.xml`, 'worksheet']);
  const communes: [string, string][] = [
    ['styles.xml', 'styles'],
    ['sharedStrings.xml', 'sharedStrings'],
  ];
  yield enPart('xl/_rels/workbook.xml.rels', relations([...feuilles, ...communes]));
  yield enPart(
    'docProps/core.xml',
    `${ENTETE}<cp:coreProperties xmlns:cp="${NS_PAQUET}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(e.gabarit.titre)}</dc:title><dc:creator>Coopilote</dc:creator><dc:language>fr-FR</dc:language></cp:coreProperties>`,
  );
  yield enPart(
    '_rels/.rels',
    `${ENTETE}<Relationships xmlns="${NS_PAQUET}/relationships"><Relationship Id="rId1" Type="${NS_REL}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${NS_PAQUET}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  );
  yield enPart('[Content_Types].xml', types());
}

const plage = (largeur: number, hauteur: number): string => `A1:${adresseCellule(hauteur - 1, largeur - 1)}`;
const cols = (largeurs: readonly number[]): string =>
  `<cols>${largeurs.map((l, i) => `<col min="${i + 1}" max="${i + 1}" width="${l}" customWidth="1"/>`).join('')}</cols>`;

function ecrire(
  tampon: Tampon,
  adresse: string,
  genre: GenreExport,
  valeur: string | number,
  mots: MotsPartages,
): void {
  const debut = `<c r="${adresse}" s="${STYLES[genre]}"`;
  if (typeof valeur === 'number') return tampon.marques(`${debut}><v>${valeur}</v></c>`);
  if (genre === 'date') return tampon.marques(`${debut}><v>${rangDuJour(valeur)}</v></c>`);
  const rang = genre === 'long' || valeur.length > MOT_AU_PLUS ? undefined : mots.rang(valeur);
  if (rang !== undefined) return tampon.marques(`${debut} t="s"><v>${rang}</v></c>`);
  tampon.texte(`${debut} t="inlineStr"><is>${t(valeur)}</is></c>`);
}

const texteEn = (adresse: string, style: number, texte: string): string =>
  `<c r="${adresse}" s="${style}" t="inlineStr"><is>${t(texte)}</is></c>`;

function t(texte: string): string {
  const tenu = texte.length > SIGNES_AU_PLUS ? `${texte.slice(0, SIGNES_AU_PLUS - 1)}…` : texte;
  return `<t${/^\s|\s$|\n/.test(tenu) ? ' xml:space="preserve"' : ''}>${xml(litteral(tenu))}</t>`;
}

/** Texts written once and named by their rank. Names come again, and so do answers; what people tell does not. */
class MotsPartages {
  private readonly rangs = new Map<string, number>();

  /** Undefined once there are too many of them. */
  rang(texte: string): number | undefined {
    const connu = this.rangs.get(texte);
    if (connu !== undefined || this.rangs.size >= MOTS_AU_PLUS) return connu;
    this.rangs.set(texte, this.rangs.size);
    return this.rangs.size - 1;
  }

  *ecrire(): Generator<Buffer> {
    const tampon = new Tampon();
    tampon.texte(`${ENTETE}<sst xmlns="${NS}" uniqueCount="${this.rangs.size}">`);
    for (const texte of this.rangs.keys()) {
      tampon.texte(`<si>${t(texte)}</si>`);
      yield* tampon.rendre();
    }
    tampon.marques('</sst>');
    yield tampon.vider();
  }
}
const MOT_AU_PLUS = 100;
const MOTS_AU_PLUS = 20_000;

/** « _x0041_ » is a letter for Excel: its first sign is then written so that it is not (ECMA-376, ST_Xstring). */
const litteral = (texte: string): string =>
  texte.includes('_x') ? texte.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : texte;

const JOUR_MS = 86_400_000;
/** Days since 30 December 1899, as spreadsheets count them. */
const rangDuJour = (jour: string): number => Date.parse(`${jour}T00:00:00Z`) / JOUR_MS + 25_569;

function notes(e: Export): string {
  const rangees = feuilleNotes(e.gabarit, e.notes()).map(({ titre, cellules }, l) => {
    const ecrites = cellules.map((texte, c) => texteEn(adresseCellule(l, c), titre ? STYLE_TITRE : STYLE_NOTE, texte));
    return `<row r="${l + 1}">${ecrites.join('')}</row>`;
  });
  return `${ENTETE}<worksheet xmlns="${NS}"><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>${cols(LARGEURS_NOTES)}<sheetData>${rangees.join('')}</sheetData></worksheet>`;
}

function styles(): string {
  const { entete } = APPARENCES;
  const xf = (reste: string, alignement = 'vertical="top"') => `<xf xfId="0" ${reste}><alignment ${alignement}/></xf>`;
  const format = (id: number) => `numFmtId="${id}" applyNumberFormat="1" fontId="0" fillId="0" borderId="0"`;
  return `${ENTETE}<styleSheet xmlns="${NS}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><color rgb="FF${entete.encre}"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="12"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF${entete.fond}"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="8">${xf('numFmtId="0"')}${xf('numFmtId="49" fontId="1" fillId="2" borderId="0" applyFont="1" applyFill="1"', 'vertical="center" wrapText="1"')}${xf(format(49))}${xf(format(3))}${xf(format(0))}${xf(format(164))}${xf('numFmtId="49" fontId="2" fillId="0" borderId="0" applyFont="1"')}${xf(format(49), 'vertical="top" wrapText="1"')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

/** The filter of a sheet is also a hidden name, without which Excel would not know it for one. */
function classeur(largeur: number, hauteur: number): string {
  const absolue = `'${FEUILLE_DONNEES}'!$A$1:$${lettresColonne(largeur - 1)}$${hauteur}`;
  return `${ENTETE}<workbook xmlns="${NS}" xmlns:r="${NS_REL}"><sheets><sheet name="${FEUILLE_DONNEES}" sheetId="1" r:id="rId1"/><sheet name="${FEUILLE_NOTES}" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${absolue}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'${FEUILLE_DONNEES}'!$1:$1</definedName></definedNames></workbook>`;
}

const relations = (cibles: [string, string][]): string =>
  `${ENTETE}<Relationships xmlns="${NS_PAQUET}/relationships">${cibles.map(([cible, genre], i) => `<Relationship Id="rId${i + 1}" Type="${NS_REL}/${genre}" Target="${cible}"/>`).join('')}</Relationships>`;

function types(): string {
  const part = (nom: string, genre: string) => `<Override PartName="${nom}" ContentType="${genre}"/>`;
  return `${ENTETE}<Types xmlns="${NS_PAQUET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', `${MIME}.sheet.main+xml`)}${[1, 2].map((n) => part(`/xl/worksheets/sheet${n}.xml`, `${MIME}.worksheet+xml`)).join('')}${part('/xl/styles.xml', `${MIME}.styles+xml`)}${part('/xl/sharedStrings.xml', `${MIME}.sharedStrings+xml`)}${part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`;
}
