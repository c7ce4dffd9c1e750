/** Bytes that an archive is unfolded into at once: measured, smaller chunks cost up to twice the time. */
export const unfoldedChunkBytes = 1 << 20;
