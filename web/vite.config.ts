import { defineConfig } from "vite";

// The built page is package data of warledger (src/warledger/web/built); it asks nobody but the server that it came from.
export default defineConfig({
  build: {
    outDir: "../src/warledger/web/built",
    emptyOutDir: true,
    target: "es2022",
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8470" } },
});
