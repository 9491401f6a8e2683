/** What the person chose; `systeme` follows the machine. */
export type Theme = 'systeme' | 'clair' | 'sombre';

const CLE = 'coopilote.theme';

export function themeChoisi(): Theme {
  const garde = localStorage.getItem(CLE);
  return garde === 'clair' || garde === 'sombre' ? garde : 'systeme';
}

/** Sets `data-theme` on the page: the tokens (`light-dark()`) do the rest. */
export function appliquerTheme(theme: Theme = themeChoisi()): void {
  if (theme === 'systeme') {
    localStorage.removeItem(CLE);
    delete document.documentElement.dataset['theme'];
  } else {
    localStorage.setItem(CLE, theme);
    document.documentElement.dataset['theme'] = theme;
  }
}
