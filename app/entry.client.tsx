import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";

// Only the editor's pages load this file: everything else is a document that works as it is sent.
startTransition(() => {
  hydrateRoot(document, <RemixBrowser />);
});
