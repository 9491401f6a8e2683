import { echapper } from './echapper';

/** A message as it leaves: the same words in plain text and in HTML. */
export interface Message {
  objet: string;
  texte: string;
  html: string;
  /** Address that switches such messages off, for those that may be. */
  desabonnement?: string | null;
}

/** What a message says, part by part; everything is plain text, as it was typed. */
export interface Lettre {
  objet: string;
  prenom: string;
  /** A line break inside one is kept. */
  paragraphes: string[];
  /** What is listed after the paragraphs, by heading. */
  listes?: { titre: string; elements: { titre: string; detail?: string | null; url?: string }[] }[];
  bouton?: { libelle: string; url: string };
  /** After the button. */
  suite?: string[];
  /** Why this person gets it: the last thing that one reads. */
  pourquoi: string;
  /** Page where one says what one wants to get. */
  preferences?: string;
  /** Page that switches such messages off without an account; none for what is due. */
  desabonnement?: string;
}

const SIGNATURE = 'L’équipe Coopilote';
/** Those of the application's light theme: mail programs read no token. */
const COULEURS = {
  page: '#f4f6f4',
  carte: '#ffffff',
  encre: '#17252b',
  encre2: '#4a5b63',
  trait: '#d3dbd8',
  marque: '#0b5563',
};
/** And of its dark theme, for the programs that read a style sheet. */
const FEUILLE = `@media (prefers-color-scheme: dark) {
  .page { background: #0c1214 !important; }
  .carte { background: #141c20 !important; border-color: #2c383d !important; }
  .encre { color: #e8eef0 !important; }
  .encre2 { color: #a9b8be !important; }
  .marque { color: #6cc4d2 !important; }
  .bouton { background: #6cc4d2 !important; color: #06232a !important; }
  .trait { border-color: #2c383d !important; }
}`;

/** Puts a letter into the layout that every message has. */
export function composer(lettre: Lettre): Message {
  const { objet, desabonnement = null } = lettre;
  return { objet, texte: enTexte(lettre), html: enHtml(lettre), desabonnement };
}

/** What the reader may do about such messages, in the foot. */
function reglagesDe({ preferences, desabonnement }: Lettre): { libelle: string; url: string }[] {
  return [
    ...(preferences ? [{ libelle: 'Choisir mes messages', url: preferences }] : []),
    ...(desabonnement ? [{ libelle: 'Ne plus recevoir ces messages', url: desabonnement }] : []),
  ];
}

function enTexte(lettre: Lettre): string {
  const { prenom, paragraphes, listes = [], bouton, suite = [], pourquoi } = lettre;
  return [
    `Bonjour ${prenom},`,
    ...paragraphes,
    ...listes.map(({ titre, elements }) =>
      [titre, ...elements.map((e) => [`- ${e.titre}`, e.detail, e.url].filter(Boolean).join('\n  '))].join('\n'),
    ),
    ...(bouton ? [`${bouton.libelle}\u00a0:\n${bouton.url}`] : []),
    ...suite,
    SIGNATURE,
    ['-- ', pourquoi, ...reglagesDe(lettre).map(({ libelle, url }) => `${libelle}\u00a0: ${url}`)].join('\n'),
  ].join('\n\n');
}

const paragraphe = (texte: string): string =>
  `<p style="margin:0 0 16px">${echapper(texte).replaceAll('\n', '<br>')}</p>`;

/** Tables and inline styles: what mail programs understand. */
function enHtml(lettre: Lettre): string {
  const { objet, prenom, paragraphes, listes = [], bouton, suite = [], pourquoi } = lettre;
  const corps = [
    paragraphe(`Bonjour ${prenom},`),
    ...paragraphes.map(paragraphe),
    ...listes.map(enListe),
    ...(bouton ? [enBouton(bouton)] : []),
    ...suite.map(paragraphe),
    `<p class="encre2" style="margin:0;color:${COULEURS.encre2}">${SIGNATURE}</p>`,
  ].join('\n');
  const pied = [
    echapper(pourquoi),
    reglagesDe(lettre)
      .map(
        ({ libelle, url }) =>
          `<a href="${echapper(url)}" class="encre2" style="color:${COULEURS.encre2}">${libelle}</a>`,
      )
      .join(' · '),
  ].join('<br>');
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${echapper(objet)}</title>
<style>${FEUILLE}</style>
</head>
<body class="page" style="margin:0;padding:0;background:${COULEURS.page}">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:${COULEURS.page}">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;font-family:'Source Sans 3','Segoe UI',Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5">
<tr><td class="marque" style="padding:0 4px 12px;font-size:18px;font-weight:700;color:${COULEURS.marque}">Coopilote</td></tr>
<tr><td class="carte encre" style="padding:28px 24px;background:${COULEURS.carte};border:1px solid ${COULEURS.trait};border-radius:8px;color:${COULEURS.encre}">
<h1 style="margin:0 0 20px;font-size:22px;line-height:1.25;font-weight:700">${echapper(objet)}</h1>
${corps}
</td></tr>
<tr><td class="encre2" style="padding:16px 4px 0;font-size:14px;line-height:1.5;color:${COULEURS.encre2}">${pied}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function enBouton({ libelle, url }: NonNullable<Lettre['bouton']>): string {
  const adresse = echapper(url);
  return `<p style="margin:24px 0"><a class="bouton" href="${adresse}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:${COULEURS.marque};color:#ffffff;font-weight:600;text-decoration:none">${echapper(libelle)}</a></p>
<p class="encre2" style="margin:0 0 16px;font-size:14px;color:${COULEURS.encre2}">Si le bouton ne s’ouvre pas, copiez cette adresse\u00a0:<br><span style="word-break:break-all">${adresse}</span></p>`;
}

function enListe({ titre, elements }: NonNullable<Lettre['listes']>[number]): string {
  const lignes = elements.map(({ titre: nom, detail, url }) => {
    const texte = url
      ? `<a class="marque" href="${echapper(url)}" style="color:${COULEURS.marque};font-weight:600">${echapper(nom)}</a>`
      : `<strong>${echapper(nom)}</strong>`;
    const suite = detail
      ? `<br><span class="encre2" style="color:${COULEURS.encre2}">${echapper(detail).replaceAll('\n', '<br>')}</span>`
      : '';
    return `<tr><td class="trait" style="padding:10px 0;border-top:1px solid ${COULEURS.trait}">${texte}${suite}</td></tr>`;
  });
  return `<h2 style="margin:20px 0 8px;font-size:17px;line-height:1.3">${echapper(titre)}</h2>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px">${lignes.join('\n')}</table>`;
}
