import type { feeds as english } from "../en/feeds.ts";

export const feeds: Record<keyof typeof english, string> = {
  "feeds.link": "Flux (Atom)",
  "feeds.revision": "Révision du {{day}}",
  "feeds.citing": "Une lettre cite ce texte : {{title}}",
  "feeds.disposition": "{{provision}} : {{decision}}",
  "feeds.published": "{{name}} a publié : {{title}}",
  "feeds.signed": "{{name}} a signé : {{title}}",
};
