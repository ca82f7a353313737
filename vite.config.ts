import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [
    remix({
      ignoredRouteFiles: ["**/.*"],
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  // Assets are never inlined: a page then needs no `data:` in its Content-Security-Policy.
  build: { assetsInlineLimit: 0, target: "es2022" },
  optimizeDeps: {
    // Without this list the first visit of the editor reloads the page while Vite finds them one by one.
    include: [
      "@tiptap/react",
      "@tiptap/core",
      "@tiptap/starter-kit",
      "@tiptap/extensions",
      "@tiptap/extension-image",
      "@tiptap/extension-table",
      "@tiptap/pm/model",
      "@tiptap/pm/state",
    ],
  },
});
