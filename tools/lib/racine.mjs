import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Absolute path of the repository's root: every tool works from any current folder. */
export const RACINE = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', '..');

export const inRacine = (...parts) => join(RACINE, ...parts);

export const readPackageJson = () => JSON.parse(readFileSync(inRacine('package.json'), 'utf8'));
