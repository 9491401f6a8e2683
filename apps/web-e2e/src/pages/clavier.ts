import { expect, type Locator, type Page } from '@playwright/test';

/** Somebody without a mouse: goes from one control to the next, and must always see where the focus is. */
export class Clavier {
  constructor(private readonly page: Page) {}

  /** Tab (or Shift+Tab) until the control has the focus. */
  async aller(cible: Locator, touche: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(cible).toBeAttached();
    for (let pas = 0; pas < 200; pas++) {
      await this.page.keyboard.press(touche);
      await this.focusVisible();
      if (await cible.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`${touche} ne mène jamais à ${cible.toString()}.`);
  }

  async presser(...touches: string[]): Promise<void> {
    for (const touche of touches) await this.page.keyboard.press(touche);
  }

  async ecrire(texte: string): Promise<void> {
    await this.page.keyboard.type(texte);
  }

  /** An outline surrounds the focused control, or what draws it (a radio is read only: its button is outlined). */
  async focusVisible(): Promise<void> {
    const sansContour = await this.page.evaluate(async () => {
      // What the focus brings in sight is looked at once it is there, be it a millisecond later.
      const finies = document.getAnimations().filter((a) => a.effect?.getComputedTiming().iterations !== Infinity);
      await Promise.all(finies.map((a) => a.finished.catch(() => undefined)));
      const actif = document.activeElement as HTMLElement | null;
      // Between the last control and the first, the browser's own bar has the focus.
      if (!actif || actif === document.body) return null;
      const entoure = (element: Element) => {
        const { outlineStyle, outlineWidth, visibility } = getComputedStyle(element);
        const { width, height, top, bottom } = element.getBoundingClientRect();
        const enVue = width > 1 && height > 1 && bottom > 0 && top < window.innerHeight && visibility === 'visible';
        return enVue && outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
      };
      const dessins = [actif, actif.closest('label'), actif.closest('form[class]')].filter((element) => !!element);
      return dessins.some(entoure) ? null : actif.outerHTML.slice(0, 200);
    });
    expect(sansContour, 'élément qui a le focus sans contour visible').toBeNull();
  }
}
