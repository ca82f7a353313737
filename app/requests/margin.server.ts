import type { ActionFunctionArgs } from "@remix-run/node";
import type { Account } from "#app/accounts/account.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { beginThread } from "#app/margin/begin-thread.server.ts";
import {
  BeginForm,
  DeleteForm,
  EditForm,
  type MarginTurn,
  ReplyForm,
  SelectionForm,
  ThreadForm,
} from "#app/margin/margin.ts";
import { turnThread } from "#app/margin/resolve-thread.server.ts";
import { deleteMarginComment, editMarginComment, replyInThread } from "#app/margin/write-comment.server.ts";
import { type FormState, parseForm, refusedForm, typedValues } from "./form.ts";
import { takeAttempt } from "./limit.server.ts";
import { visitorOf } from "./visitor.server.ts";

/** What became of a form about the margin: done, in which thread, or refused with what was typed. */
type MarginAnswer =
  | { ok: true; outcome: "begun" | "replied" | "edited" | "deleted" | MarginTurn["turn"]; thread: number }
  | { ok: false; status: number; form: FormState; headers?: Record<string, string> };

type Values = Record<string, string>;
type Act = (slug: string, account: Account, values: Values, origin: string) => Promise<MarginAnswer>;

const refusals: Record<string, { status: number; problem: Phrase }> = {
  "not-allowed": { status: 403, problem: "margin.notAllowed" },
  published: { status: 409, problem: "margin.published" },
  full: { status: 409, problem: "margin.full" },
  "not-found": { status: 404, problem: "margin.refused" },
};
const quoteProblems: Record<string, Phrase> = {
  "passage-missing": "margin.quote.not-there",
  "passage-ambiguous": "margin.quote.ambiguous",
  "passage-too-long": "margin.quote.too-long",
};

function refuse(values: Values, outcome: string): MarginAnswer {
  const quote = quoteProblems[outcome];
  if (quote) return { ok: false, status: 400, form: refusedForm(values, { quote }) };
  const { status, problem } = refusals[outcome] ?? { status: 400, problem: "margin.refused" as const };
  return { ok: false, status, form: refusedForm(values, {}, problem) };
}

/** A form whose hidden fields are wrong has no field to show that at. */
function unreadable(form: FormState): MarginAnswer {
  const shown = Object.keys(form.errors).some((name) => name === "body" || name === "quote");
  return {
    ok: false,
    status: 400,
    form: shown ? form : { ...form, formError: "margin.refused", errors: {} },
  };
}

const begin: Act = async (slug, account, values, origin) => {
  const parsed =
    values.begins === undefined ? parseForm(BeginForm, values) : parseForm(SelectionForm, values);
  if (!parsed.ok) return unreadable(parsed.state);
  const { body, key, ...passage } = parsed.value;
  const result = await beginThread(slug, account, { passage, body, key }, origin);
  return result.outcome === "begun" ? { ok: true, ...result } : refuse(values, result.outcome);
};

const reply: Act = async (slug, account, values, origin) => {
  const parsed = parseForm(ReplyForm, values);
  if (!parsed.ok) return unreadable(parsed.state);
  const { outcome } = await replyInThread(slug, account, parsed.value, origin);
  const { thread } = parsed.value;
  return outcome === "replied" ? { ok: true, outcome, thread } : refuse(values, outcome);
};

const edit: Act = async (slug, account, values, origin) => {
  const parsed = parseForm(EditForm, values);
  if (!parsed.ok) return unreadable(parsed.state);
  const result = await editMarginComment(slug, account, parsed.value, origin);
  return result.outcome === "edited" ? { ok: true, ...result } : refuse(values, result.outcome);
};

const remove: Act = async (slug, account, values) => {
  const parsed = parseForm(DeleteForm, values);
  if (!parsed.ok) return unreadable(parsed.state);
  const result = await deleteMarginComment(slug, account, parsed.value.comment);
  return result.outcome === "deleted" ? { ok: true, ...result } : refuse(values, result.outcome);
};

const turn =
  (to: MarginTurn["turn"]): Act =>
  async (slug, account, values) => {
    const parsed = parseForm(ThreadForm, values);
    if (!parsed.ok) return unreadable(parsed.state);
    const { outcome } = await turnThread(slug, account, parsed.value.thread, to);
    const { thread } = parsed.value;
    return outcome === to ? { ok: true, outcome, thread } : refuse(values, outcome);
  };

const acts: Record<string, Act> = {
  begin,
  reply,
  edit,
  delete: remove,
  resolve: turn("resolved"),
  reopen: turn("reopened"),
};

/** Does what a form about the margin of a draft asks for, sent by a page or by the live editor. */
export async function changeMargin(args: ActionFunctionArgs): Promise<MarginAnswer> {
  const { account } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  if (!account) return { ok: false, status: 401, form: refusedForm(values, {}, "form.loggedOut") };
  const wait = await takeAttempt({ "margin by account": account.id });
  if (wait !== null) {
    const form = refusedForm(values, {}, "form.tooOften");
    return { ok: false, status: 429, form, headers: { "Retry-After": String(wait) } };
  }
  const act = acts[values.intent ?? ""];
  if (!act) return refuse(values, "unknown");
  return act(args.params.slug ?? "", account, values, args.context.origin);
}
