/** A file to save under its name: in full (RFC 8187), and in ASCII for who does not read that. */
export function disposition(nom: string): string {
  const simple = nom
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\u0020-\u007e]|["%\\]/gu, '_');
  const exact = encodeURIComponent(nom).replace(
    /['()*]/g,
    (signe) => `%${signe.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${simple}"; filename*=UTF-8''${exact}`;
}
