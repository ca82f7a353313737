import { consultationColumns } from "#app/consultations/export-consultation.ts";
import { comment } from "./discussion.ts";
import { decision, textSlug } from "./doctrine.ts";
import { spreadsheet } from "./signatures.ts";
import {
  address,
  type Chapter,
  csv,
  day,
  json,
  list,
  moment,
  named,
  object,
  oneOf,
  reads,
  ref,
  text,
} from "./schema.ts";

const id = named("id", "The consultation's number.", 1);

/** Windows in which officials ask and answer. */
export const consultations: Chapter = {
  paths: {
    "/doctrine/{slug}/consultations/{id}.json": reads(
      "readConsultation",
      "consultations",
      "A consultation with its dispositions and every comment, streamed",
      json(ref("Consultation")),
      { parameters: [textSlug, id] },
    ),
    "/doctrine/{slug}/consultations/{id}.csv": reads(
      "readConsultationAsCsv",
      "consultations",
      "Every comment of a consultation as CSV, streamed",
      csv(
        `A header row, then a line a comment: ${consultationColumns.join(", ")}. Columns may be added at the end.`,
      ),
      { parameters: [textSlug, id, spreadsheet] },
    ),
  },
  schemas: {
    ConsultedComment: object({
      ...comment,
      provision: text("Its number in the newest revision that has it, else its address."),
      organisation: text("Whom its author speaks for with a mandate that is proved now."),
      level: oneOf(["", "mailed", "domain", "countersigned", "federated"]),
    }),
    Consultation: object({
      text: address(),
      url: address(),
      title: text(),
      state: oneOf(["scheduled", "open", "over", "called-off"]),
      opens_at: moment(),
      ends_at: moment(),
      dispositions: list(
        object({
          provision: text(),
          decision,
          reasons: text(),
          organisation: text(),
          revision: day(),
          made_at: moment(),
        }),
      ),
      comments: list(ref("ConsultedComment"), "In the order of time."),
    }),
  },
};
