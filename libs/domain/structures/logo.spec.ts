import fc from 'fast-check';
import { COTE_MAX_LOGO, COTE_MIN_LOGO, refuserDimensionsLogo, refuserFichierLogo, TAILLE_MAX_LOGO } from './logo.rules';

describe('a logo', () => {
  it.each([
    ['logo.png', null],
    ['Logo.JPEG', null],
    ['logo.jpg', null],
    ['logo.svg', 'PNG ou JPEG'],
    ['logo.png.html', 'PNG ou JPEG'],
    ['logo', 'PNG ou JPEG'],
    ['.png', 'PNG ou JPEG'],
  ])('named « %s » is refused with %s', (nom, dit) => {
    const refus = refuserFichierLogo(nom, 1000);
    if (dit) expect(refus).toContain(dit);
    else expect(refus).toBeNull();
  });

  it('is neither empty nor heavy', () => {
    expect(refuserFichierLogo('a.png', 0)).toContain('vide');
    expect(refuserFichierLogo('a.png', TAILLE_MAX_LOGO)).toBeNull();
    expect(refuserFichierLogo('a.png', TAILLE_MAX_LOGO + 1)).toContain('réduisez');
  });

  it('is taken in its bounds, and only there', () => {
    const cote = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(cote, cote, (largeur, hauteur) => {
        const dedans = [largeur, hauteur].every((c) => c >= COTE_MIN_LOGO && c <= COTE_MAX_LOGO);
        return (refuserDimensionsLogo({ largeur, hauteur }) === null) === dedans;
      }),
    );
  });
});
