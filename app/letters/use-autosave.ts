import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Phrase } from "#app/languages/translate.ts";
import type { LiveDraft } from "#app/together/live-draft.ts";
import type { DocumentNode } from "./document.ts";

/** How long the writer must pause before a draft is saved. */
const pause = 1500;
/** How long to wait before trying again when the server cannot be reached. */
const retryAfter = 5000;

type Kept = { revision: number; fields: [string, string][] };
/** `basedOn`: the version that a revision was made from, whose revisions are numbered apart. */
type Draft = { slug: string; revision: number; basedOn?: number } | null;
/** Names that no copy holds: what they are is known better when the form is sent. */
const ofTheMoment = ["revision", "fieldsRevision", "whole", "update"];

/** The browser's own copy: it outlives a lost session, a lost network and a closed tab. */
const keyOf = (draft: Draft) =>
  `tribune-draft:${draft?.slug ?? "new"}${draft?.basedOn === undefined ? "" : `/${draft.basedOn}`}`;

function fieldsOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" && !ofTheMoment.includes(name) ? [[name, value]] : [],
  );
}

/** Storage is refused in some private windows: saving on the server goes on without the copy. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/**
 * Saves a draft while it is written: to the browser at each change, to the server at each pause. A draft that
 * was saved elsewhere meanwhile is never overwritten.
 * @param live where the text is edited live: it is then saved apart, and only what could not be sent goes along here;
 *   the revision is that of the fields
 * @returns `changed`, to be called at each change; `take`, for what others changed; `message`, what to tell the writer; `restored`, the text of a
 *   browser copy that never reached the server; `revision`, the one that the form is now an edit of
 */
export function useAutosave(
  formElement: RefObject<HTMLFormElement | null>,
  draft: Draft,
  live: LiveDraft | null = null,
) {
  const revision = useRef(draft?.revision ?? 0);
  const [saved, setSaved] = useState(revision.current);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stale = useRef(false);
  const saving = useRef(false);
  /** The fields as the server was last known to have them. */
  const known = useRef<Record<string, string>>({});
  const [message, setMessage] = useState<Phrase>();
  const [restored, setRestored] = useState<DocumentNode>();
  const slug = draft?.slug;
  const key = keyOf(draft);

  const save = useCallback(async () => {
    const form = formElement.current;
    if (!form || slug === undefined || stale.current) return;
    clearTimeout(timer.current);
    if (saving.current) {
      timer.current = setTimeout(() => void save(), pause);
      return;
    }
    saving.current = true;
    const sent = JSON.stringify(fieldsOf(form));
    const body = new URLSearchParams(fieldsOf(form));
    body.set("revision", String(revision.current));
    const unsaved = live?.standing().connection === "live" ? null : live?.unsaved();
    if (unsaved) body.set("update", unsaved.update);
    let outcome: string;
    try {
      setMessage("draft.state.saving");
      const response = await fetch(`/letters/${slug}/autosave`, { method: "POST", body });
      // A body that is too large is refused before it is read, with a page instead of our JSON.
      const answer = (response.status === 413 ? { outcome: "too-large" } : await response.json()) as {
        outcome: string;
        revision?: number;
      };
      outcome = answer.outcome;
      if (unsaved && (outcome === "saved" || outcome === "stale")) live?.saved(unsaved.upTo);
      if (answer.revision !== undefined) {
        revision.current = answer.revision;
        setSaved(answer.revision);
      }
    } catch {
      // No network, or an answer that is not ours (a proxy's page): both mean "not saved yet".
      outcome = "unreachable";
    }
    saving.current = false;
    setMessage(messages[outcome] ?? "draft.state.unreachable");
    if (outcome === "saved") known.current = Object.fromEntries(JSON.parse(sent) as [string, string][]);
    if (outcome === "stale") stale.current = true;
    if (outcome === "saved" && formElement.current && JSON.stringify(fieldsOf(formElement.current)) === sent)
      attempt(() => localStorage.removeItem(key));
    if (outcome === "unreachable" || outcome === "logged-out")
      timer.current = setTimeout(() => void save(), retryAfter);
  }, [formElement, slug, key, live]);

  // What is typed while there is no connection goes the way of forms: some networks let nothing else through.
  useEffect(() => {
    const byForm = setInterval(() => {
      const standing = live?.standing();
      if (standing?.late && standing.connection !== "live") void save();
    }, retryAfter);
    return () => clearInterval(byForm);
  }, [live, save]);

  /** Takes over what others made of the fields, but for those that are being changed here. */
  const take = useCallback(
    (fields: Record<string, string>, newRevision: number) => {
      const form = formElement.current;
      if (!form || newRevision <= revision.current) return;
      const base = known.current;
      const theirs = Object.entries(fields).filter(([name, value]) => value !== base[name]);
      const mine = (name: string) => valueOf(form, name) !== base[name];
      // The same field was changed on both sides: neither overwrites the other, and saving says so.
      if (theirs.some(([name, value]) => mine(name) && valueOf(form, name) !== value)) return;
      for (const [name, value] of theirs) restoreField(form, name, value);
      known.current = { ...base, ...fields };
      revision.current = newRevision;
      setSaved(newRevision);
      if (!stale.current) return;
      stale.current = false;
      void save();
    },
    [formElement, save],
  );

  const changed = useCallback(() => {
    const form = formElement.current;
    if (!form) return;
    const kept: Kept = { revision: revision.current, fields: fieldsOf(form) };
    attempt(() => localStorage.setItem(key, JSON.stringify(kept)));
    setMessage(slug === undefined ? "draft.state.kept" : "draft.state.changed");
    clearTimeout(timer.current);
    if (slug !== undefined) timer.current = setTimeout(() => void save(), pause);
  }, [formElement, slug, key, save]);

  useEffect(() => {
    const form = formElement.current;
    if (form) known.current = Object.fromEntries(fieldsOf(form));
    const kept = attempt(() => JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null);
    if (!form || !kept) return;
    if (kept.revision !== revision.current) {
      // The server has moved on since: the copy is of an older text.
      attempt(() => localStorage.removeItem(key));
      return;
    }
    for (const [name, value] of kept.fields) {
      if (name === "document") setRestored(JSON.parse(value) as DocumentNode);
      else restoreField(form, name, value);
    }
    setMessage("draft.state.restored");
  }, [formElement, key]);

  useEffect(() => {
    const form = formElement.current;
    // The form itself brings everything to the server: a copy that came back later would be older than that.
    const sent = () => {
      clearTimeout(timer.current);
      if (slug === undefined) attempt(() => localStorage.removeItem(key));
    };
    form?.addEventListener("submit", sent);
    return () => {
      form?.removeEventListener("submit", sent);
      clearTimeout(timer.current);
    };
  }, [formElement, slug, key]);

  return { changed, message, restored, revision: saved, take };
}

const messages: Record<string, Phrase> = {
  saved: "draft.state.saved",
  stale: "draft.state.stale",
  refused: "draft.state.refused",
  "too-large": "draft.state.tooLarge",
  "logged-out": "draft.state.loggedOut",
  "not-found": "draft.state.gone",
  "letter-closed": "revise.closed",
  unreachable: "draft.state.unreachable",
};

function valueOf(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name);
  return field && "value" in field ? String(field.value) : "";
}

function restoreField(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof RadioNodeList) field.value = value;
  else if (
    (field instanceof HTMLInputElement && field.type !== "hidden") ||
    field instanceof HTMLTextAreaElement
  )
    field.value = value;
}
