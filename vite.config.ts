import react from "@vitejs/plugin-react";
import {defineConfig} from "vite";

// biome-ignore lint/style/noDefaultExport: Vite reads its configuration from the default export.
export default defineConfig({
  root: "src/web",
  plugins: [react()],
  build: {outDir: "../../dist/web", emptyOutDir: true, chunkSizeWarningLimit: 900},
  server: {host: "127.0.0.1", proxy: {"/api": "http://127.0.0.1:4173"}},
});
