import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Pages are documents, most of them without React in the browser: what is made anew is loaded anew. */
const reloadDocuments: Plugin = {
  name: "tribune-reload-documents",
  apply: "serve",
  hotUpdate({ file }) {
    if (this.environment.name === "client" && /\/(app|db|public)\//.test(file))
      this.environment.hot.send({ type: "full-reload" });
  },
};

export default defineConfig({
  plugins: [
    reloadDocuments,
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
    // A binary for the server; looked at for the browser it asks for a package that is not there.
    exclude: ["@node-rs/argon2"],
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
