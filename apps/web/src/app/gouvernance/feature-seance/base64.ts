/** A call takes only so many arguments. */
const PAS = 0x8000;

/** Bytes as the API carries them. */
export function versBase64(octets: Uint8Array): string {
  let binaire = '';
  for (let rang = 0; rang < octets.length; rang += PAS) {
    binaire += String.fromCharCode(...octets.subarray(rang, rang + PAS));
  }
  return btoa(binaire);
}

export function deBase64(texte: string): Uint8Array {
  return Uint8Array.from(atob(texte), (lettre) => lettre.charCodeAt(0));
}
