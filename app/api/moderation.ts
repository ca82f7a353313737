import { asked, atom, type Chapter, count, csv, reads, text } from "./schema.ts";

/** What moderation did in the open. */
export const moderation: Chapter = {
  paths: {
    "/moderation/log.atom": reads(
      "followPublicLog",
      "moderation",
      "The newest lines of the public log",
      atom,
      {
        parameters: [
          asked("letter", "Lines of this letter alone, by its slug.", text()),
          asked("event", "Lines of this event alone.", text()),
          asked("reason", "Lines with this reason alone, as /moderation/reasons names them.", text()),
        ],
        always: true,
      },
    ),
    "/moderation/figures.csv": reads(
      "readModerationFigures",
      "moderation",
      "What moderation did in a year, in numbers",
      csv("A header row, then lines of year, figure, of, value."),
      { parameters: [asked("year", "From 2020; without it the present one.", count())], always: true },
    ),
  },
};
