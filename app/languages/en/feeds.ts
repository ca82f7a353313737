/** Feeds of letters, texts and organisations. */
export const feeds = {
  "feeds.link": "Feed (Atom)",
  "feeds.revision": "Revision of {{day}}",
  "feeds.citing": "A letter cites this text: {{title}}",
  "feeds.disposition": "{{provision}}: {{decision}}",
  "feeds.published": "{{name}} published: {{title}}",
  "feeds.signed": "{{name}} signed: {{title}}",
};
