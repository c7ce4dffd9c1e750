import {defineConfig} from "vitest/config";

// biome-ignore lint/style/noDefaultExport: Vitest reads its configuration from the default export.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/one-temporary-folder.ts", "test/make-shared-ledger.ts"],
    setupFiles: "test/fix-seed.ts",
    testTimeout: 240_000,
    hookTimeout: 300_000,
    pool: "forks",
    maxWorkers: 2,
    // Promises that pdf.js lets fail unheard are heard out by the reader of PDFs (test/cli/broken-pdf.test.ts); Vitest hears them too.
    onUnhandledError: (error) => error.name !== "XRefEntryException",
  },
});
