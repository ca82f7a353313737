/** Les traductions d’une lettre : les écrire, les publier avec elle, la lire dans l’une de ses langues. */
export const translations = {
  "translations.title": "Traductions",
  "translations.lead":
    "Une lettre est publiée dans toutes ses langues à la fois, en une seule version, et les signatures portent sur cette version, quelle que soit la langue de lecture. L’original fait foi.",
  "translations.next":
    "Ce sont les traductions de la prochaine version : ce qui est publié reste tel quel jusque-là.",
  "translations.into.en": "Traduction en anglais",
  "translations.into.fr": "Traduction en français",
  "translations.begin.en": "Traduire en anglais",
  "translations.begin.fr": "Traduire en français",
  "translations.original.en": "L’original, en anglais",
  "translations.original.fr": "L’original, en français",
  "translations.standing.empty": "Elle n’a pas de texte : elle n’est pas publiée.",
  "translations.standing.unfinished":
    "Elle est en cours : elle n’est pas publiée tant que personne ne déclare qu’elle dit ce que dit l’original.",
  "translations.standing.behind":
    "Elle est en retard sur l’original, qui a changé depuis. Elle est publiée avec une note qui le dit, sauf à la laisser de côté.",
  "translations.standing.current":
    "Elle dit ce que dit l’original dans son état actuel, et elle est publiée avec lui.",
  "translations.standing.leftOut": "Elle est laissée de côté : elle n’est pas publiée.",
  "translations.standing.leftOut.behind":
    "Elle est en retard sur l’original et laissée de côté : elle n’est pas publiée.",
  "translations.leaveOut": "La laisser de côté",
  "translations.takeIn": "La reprendre",
  "translations.after.saved": "La traduction est enregistrée.",
  "translations.after.leftOut": "La traduction est laissée de côté : elle ne sera pas publiée.",
  "translations.after.takenIn": "La traduction n’est plus laissée de côté.",
  "translations.after.deleted": "La traduction est supprimée.",
  "translations.save": "Enregistrer",
  "translations.saveCurrent": "Enregistrer et déclarer à jour",
  "translations.saveCurrent.text":
    "À jour : elle dit ce que dit l’original tel qu’il est montré ici. Dès que l’original change, elle est en retard jusqu’à une nouvelle déclaration.",
  "translations.stale":
    "La traduction a été enregistrée ou supprimée entre-temps dans une autre fenêtre. Votre texte est ci-dessous ; l’enregistrer de nouveau le met à la place de l’autre.",
  "translations.closed": "Cette lettre est close : elle n’aura pas d’autre version.",
  "translations.delete": "Supprimer cette traduction…",
  "translations.delete.text":
    "Une traduction supprimée ne peut pas être rétablie. Ce qui en est publié reste dans sa version.",
  "translations.delete.button": "Supprimer la traduction",
  "translations.notYet": "Elle n’a pas encore de texte.",
  "translations.readOriginal": "Lire l’original",
  "translations.added": "{{language}} : une traduction a été ajoutée.",
  "translations.removed": "{{language}} : la traduction a été retirée.",
  "translations.changed": "{{language}} : la traduction a changé.",
  "translations.switch": "Langues de cette lettre",
  "translations.isOriginal": "(original)",
  "translations.reading.original": "Vous lisez l’original, qui fait foi.",
  "translations.reading.en": "Vous lisez une traduction. L’original, en anglais, fait foi.",
  "translations.reading.fr": "Vous lisez une traduction. L’original, en français, fait foi.",
  "translations.reading.signed":
    "Une signature porte sur la version {{number}} tout entière, quelle que soit la langue de lecture.",
  "translations.behind.version":
    "Cette traduction est en retard sur l’original : elle dit ce que disait la version {{number}}.",
  "translations.behind.unpublished":
    "Cette traduction est en retard sur l’original : elle dit ce que disait une rédaction antérieure.",
  "translations.hash": "de ce texte seul : SHA-256",
  "translations.list": "Traductions :",
  "translations.list.behind": "(en retard sur l’original)",
  "translations.shared": "Les signatures sont comptées ensemble, quelle que soit la langue de lecture.",
};
