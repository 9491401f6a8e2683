/**
 * Runs one reading at a time. Asked for while one is under way, it runs once more after: the last answer is then never
 * older than the last question.
 */
export function uneALaFois(lire: () => Promise<void>): () => Promise<void> {
  let enCours: Promise<void> | null = null;
  let encore = false;
  const tourner = async (): Promise<void> => {
    do {
      encore = false;
      await lire();
    } while (encore);
  };
  return () => {
    if (enCours) encore = true;
    else enCours = tourner().finally(() => (enCours = null));
    return enCours;
  };
}
