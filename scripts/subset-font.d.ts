// Exists because the package brings no types of its own: what of it is used here.
declare module 'subset-font' {
  /** A font with the glyphs of a text and no others. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options?: { targetFormat?: 'truetype' | 'woff' | 'woff2'; keepFeatures?: string[] },
  ): Promise<Buffer>;
}
