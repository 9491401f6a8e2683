/** Bytes of a chunk: enough to compress well, few enough to be held by the dozen. */
export const MORCEAU = 128 * 1024;

/**
 * Bytes that wait to be compressed. Each cell is written where it goes at once: joining strings by the million would give the
 * collector of memory more to do than all the rest (docs/adr/0016-exports-en-flux.md).
 */
export class Tampon {
  private octets = Buffer.allocUnsafe(2 * MORCEAU);
  private place = 0;

  /** Marks and figures: one byte a sign. */
  marques(texte: string): void {
    this.assurer(texte.length);
    this.place += this.octets.write(texte, this.place, 'latin1');
  }

  texte(texte: string): void {
    this.assurer(3 * texte.length);
    this.place += this.octets.write(texte, this.place, 'utf8');
  }

  /** What is written, once there is enough of it. */
  *rendre(): Generator<Buffer> {
    if (this.place > MORCEAU) yield this.vider();
  }

  /** What is left. */
  vider(): Buffer {
    const rendus = Buffer.from(this.octets.subarray(0, this.place));
    this.place = 0;
    return rendus;
  }

  private assurer(taille: number): void {
    if (this.place + taille <= this.octets.length) return;
    const plus = Buffer.allocUnsafe(2 * (this.place + taille));
    this.octets.copy(plus, 0, 0, this.place);
    this.octets = plus;
  }
}
