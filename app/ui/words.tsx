import { useRouteLoaderData } from "@remix-run/react";
import type { Language } from "#app/languages/language.ts";
import {
  formatCalendarDay,
  formatDay,
  formatMoment,
  formatNumber,
  type Translate,
  translator,
} from "#app/languages/translate.ts";

/** What the root loader tells every page of its reader. */
export type PageReader = {
  language: Language;
  theme: "auto" | "light" | "dark";
  origin: string;
  path: string;
  keptMails: boolean;
  /** What administrators have to say on every page at this moment. */
  banner: string | null;
  readOnly: boolean;
  /** What stands in place of every form to sign; null while signing is open. */
  signingClosed: string | null;
  joiningOpen: boolean;
  account: { name: string; role: string; moderates: boolean } | null;
  /** Unread notices, up to 100; null for who is not logged in. */
  unread: number | null;
};

/** The reader of this page; undefined when the root loader itself failed. */
export function useReader(): PageReader | undefined {
  return useRouteLoaderData("root");
}

/** The phrases and formats of the reader's language. */
export function useWords(): { t: Translate; language: Language; number: (value: number) => string } {
  const language = useReader()?.language ?? "en";
  return { t: translator(language), language, number: (value) => formatNumber(language, value) };
}

/** A moment as a day, with the exact time for machines. */
export function Day({ at }: { at: Date | string }) {
  const { language } = useWords();
  const moment = new Date(at);
  return <time dateTime={moment.toISOString()}>{formatDay(language, moment)}</time>;
}

/** A moment with its hour in Paris. */
export function Moment({ at }: { at: Date | string }) {
  const { language } = useWords();
  const moment = new Date(at);
  return <time dateTime={moment.toISOString()}>{formatMoment(language, moment)}</time>;
}

/** A calendar day "YYYY-MM-DD". */
export function CalendarDay({ day }: { day: string }) {
  const { language } = useWords();
  return <time dateTime={day}>{formatCalendarDay(language, day)}</time>;
}
