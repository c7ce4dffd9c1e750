/** Vite's own words for files that are no TypeScript: styles, and the atlas as an address. */
/// <reference types="vite/client" />
