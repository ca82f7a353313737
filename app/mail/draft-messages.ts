import type { Language } from "#app/languages/language.ts";
import { compose } from "./compose.ts";

/** Tells an author what became of a letter that was to publish itself. */
export const plannedMessage = (language: Language, title: string, done: boolean, link: string) =>
  compose(
    language,
    done ? "planned-published" : "planned-failed",
    done ? "mail.planned.done.subject" : "mail.planned.failed.subject",
    [done ? "mail.planned.done.text" : "mail.planned.failed.text", { link }],
    { title },
  );
