import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import type { z } from "zod";
import type { Recorded } from "#app/chronicle/record.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { parseForm, refusedForm, typedValues } from "./form.ts";
import { takeAttempt } from "./limit.server.ts";
import { refusedRestricted } from "./restricted.ts";
import { notFound, visitorOf } from "./visitor.server.ts";

/**
 * Records what was typed about a published letter, whatever is recorded of it, and leads to where it is read.
 * @param wish.tooOften what is said when its signatories have been mailed as often as they may be
 */
export async function recordTyped<Schema extends z.ZodType>(
  args: ActionFunctionArgs,
  schema: Schema,
  wish: {
    record: (
      slug: string,
      accountId: number,
      typed: z.output<Schema>,
    ) => Promise<Recorded | { outcome: "not-official" }>;
    pathOf: (letter: string, id: number) => string;
    tooOften?: Phrase;
  },
) {
  const slug = args.params.slug ?? "";
  const { account, language } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  const wait = await takeAttempt({ "record by account": account.id });
  const tooOften = (seconds: number, phrase: Phrase) =>
    data(refusedForm(values, {}, phrase), { status: 429, headers: { "Retry-After": String(seconds) } });
  if (wait !== null) return tooOften(wait, "form.tooOften");
  const parsed = parseForm(schema, values);
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  const result = await wish.record(slug, account.id, parsed.value);
  switch (result.outcome) {
    case "recorded":
      return redirect(wish.pathOf(`/letters/${slug}`, result.id), 303);
    case "not-found":
      throw notFound();
    case "not-official":
      return data(refusedForm(values, {}, "reply.notOfficial"), { status: 403 });
    case "restricted":
      return data(refusedRestricted(values, language, result.until), { status: 403 });
    case "letter-archived":
      return data(refusedForm(values, {}, "record.archived"), { status: 409 });
    case "too-often":
      return tooOften(result.wait, wish.tooOften ?? "form.tooOften");
    case "day-too-early":
      return data(refusedForm(values, { day: "record.day.early" }), { status: 400 });
    case "day-to-come":
      return data(refusedForm(values, { day: "record.day.future" }), { status: 400 });
  }
}
