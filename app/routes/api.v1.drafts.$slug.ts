import type { Translate } from "#app/languages/translate.ts";
import { deleteDraft, readDraft, saveDraft } from "#app/letters/draft-letter.server.ts";
import { documentToMarkdown } from "#app/letters/write-markdown.ts";
import { readSentDraft } from "#app/requests/api-draft.server.ts";
import { refuseApi } from "#app/requests/api-error.ts";
import { forPrograms } from "#app/requests/api.server.ts";
import { pageKey } from "#app/requests/page-key.ts";

const etagOf = (revision: number) => `"${revision}"`;
const behind = (t: Translate, revision: number) =>
  refuseApi(t, "revision-behind", { headers: { ETag: etagOf(revision) }, also: { revision } });

/** The revision that If-Match names: undefined when there is none, null for any ("*"), 0 for what is no revision. */
function revisionOf(header: string | null): number | null | undefined {
  if (header === null) return undefined;
  return header.trim() === "*" ? null : (pageKey(/^"?(\d+)"?$/.exec(header.trim())?.[1] ?? null) ?? 0);
}

const answers = forPrograms({
  GET: {
    scope: "drafts:read",
    async act({ args, holder, t }) {
      const draft = await readDraft(args.params.slug ?? "", holder.account.id);
      if (!draft) return refuseApi(t, "not-found");
      const { slug, revision, title, summary, addressees, authorKind, authorName, language, ...more } = draft;
      const { closesOn, role, editedAt, document } = more;
      const read = {
        ...{ slug, url: `${args.context.origin}/letters/${slug}/draft`, revision, role, editedAt },
        ...{ title, summary, addressees, authorKind, authorName, language, closesOn },
        ...{ text: documentToMarkdown(document), document },
      };
      return Response.json(read, { headers: { ETag: etagOf(revision) } });
    },
  },
  PUT: {
    scope: "drafts:write",
    async act({ args, holder, t, json }) {
      const slug = args.params.slug ?? "";
      const { account } = holder;
      const draft = await readDraft(slug, account.id);
      if (!draft) return refuseApi(t, "not-found");
      const named = revisionOf(args.request.headers.get("if-match"));
      if (named === undefined)
        return refuseApi(t, "revision-missing", { headers: { ETag: etagOf(draft.revision) } });
      const sent = readSentDraft(t, json);
      if (!sent.ok) return refuseApi(t, "wrong-fields", { fields: sent.fields });
      const { fields, document } = sent.value;
      const whole = { ...fields, authorName: fields.authorName || account.name };
      if (named === 0) return behind(t, draft.revision);
      const result = await saveDraft(slug, account.id, named, whole, document);
      switch (result.outcome) {
        case "saved": {
          const { revision } = result;
          const saved = { slug, revision, url: `${args.context.origin}/letters/${slug}/draft` };
          return Response.json(saved, { headers: { ETag: etagOf(revision) } });
        }
        case "stale":
          return behind(t, (await readDraft(slug, account.id))?.revision ?? draft.revision);
        case "not-found":
          // It was there to read: what is missing is the role.
          return refuseApi(t, "not-yours");
      }
    },
  },
  DELETE: {
    scope: "drafts:write",
    async act({ args, holder, t }) {
      const slug = args.params.slug ?? "";
      const draft = await readDraft(slug, holder.account.id);
      if (!draft) return refuseApi(t, "not-found");
      const named = revisionOf(args.request.headers.get("if-match")) ?? null;
      if (named !== null && named !== draft.revision) return behind(t, draft.revision);
      const { outcome } = await deleteDraft(slug, holder.account.id);
      return outcome === "deleted" ? new Response(null, { status: 204 }) : refuseApi(t, "not-yours");
    },
  },
});

export const loader = answers.loader;
export const action = answers.action;
