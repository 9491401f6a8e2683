/** Colours of libs/ui/src/styles/tokens.css in light, which paper cannot read by itself. */
export const CHARTE = {
  encre: '#17252b',
  doux: '#4a5b63',
  filet: '#d3dbd8',
  fond: '#f4f6f4',
  marque: '#0b5563',
  /** The brand, paler: what may be, beside what is. */
  marqueDouce: '#9fc3cb',
} as const;
