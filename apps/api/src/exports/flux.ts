import type { PassThrough } from 'node:stream';

/** Who takes nothing for so long has left without saying so; their transaction must not wait for them. */
const PATIENCE_MS = 30_000;

/**
 * Pours bytes into a stream, at the pace of who takes them, and leaves its end to who opened it. Stops quietly when the reader leaves:
 * what makes the bytes is stopped where it is, and cleans up.
 */
export async function verser(
  octets: AsyncIterable<Uint8Array>,
  flux: PassThrough,
  patience = PATIENCE_MS,
): Promise<void> {
  for await (const morceau of octets) {
    if (!flux.destroyed && !flux.write(morceau)) await place(flux, patience);
    if (flux.destroyed) return;
  }
}

function place(flux: PassThrough, patience: number): Promise<void> {
  return new Promise((suite) => {
    const fini = () => {
      clearTimeout(minuterie);
      flux.off('drain', fini).off('close', fini);
      suite();
    };
    const minuterie = setTimeout(() => flux.destroy(), patience);
    flux.once('drain', fini).once('close', fini);
  });
}
