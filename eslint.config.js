import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** What the scripts of `public/` use of the browser. */
const browserNames = [
  "addEventListener",
  "atob",
  "Blob",
  "btoa",
  "clearTimeout",
  "crypto",
  "CSS",
  "document",
  "DOMParser",
  "Event",
  "EventSource",
  "fetch",
  "getSelection",
  "IntersectionObserver",
  "isSecureContext",
  "localStorage",
  "location",
  "matchMedia",
  "navigator",
  "Node",
  "sessionStorage",
  "setTimeout",
  "URL",
  "URLSearchParams",
  "window",
  "Worker",
];

export default tseslint.config(
  { ignores: ["build/", "node_modules/", ".data/", ".cache/", "test-results/", "playwright-report/"] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Remix throws Response objects on purpose: that is how a loader answers 404.
      "@typescript-eslint/only-throw-error": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // An event handler may be an async function: React ignores what it returns.
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      "no-restricted-imports": [
        "error",
        { paths: [{ name: "lucia", message: "Only app/accounts/session.server.ts speaks to Lucia." }] },
      ],
    },
  },
  {
    files: ["app/**"],
    plugins: { "react-hooks": hooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  // Playwright reads which fixtures a fixture needs from its first parameter, and takes nothing but a pattern: one that
  // needs none has an empty one.
  {
    files: ["test/stories/**"],
    rules: { "no-empty-pattern": ["error", { allowObjectPatternsAsParameters: true }] },
  },
  { files: ["app/accounts/session.server.ts"], rules: { "no-restricted-imports": "off" } },
  {
    files: ["**/*.js"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: Object.fromEntries(browserNames.map((name) => [name, "readonly"])) },
  },
);
