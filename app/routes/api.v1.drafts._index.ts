import { createDraft, listOwnLetters } from "#app/letters/draft-letter.server.ts";
import { readSentDraft } from "#app/requests/api-draft.server.ts";
import { refuseApi } from "#app/requests/api-error.ts";
import { forPrograms } from "#app/requests/api.server.ts";
import { submissionKey } from "#app/requests/idempotency-key.server.ts";

const answers = forPrograms({
  GET: {
    scope: "drafts:read",
    async act({ args, holder }) {
      const drafts = (await listOwnLetters(holder.account.id)).filter(({ state }) => state === "draft");
      return Response.json({
        drafts: drafts.map(({ slug, title, language, role, editedAt }) => ({
          ...{ slug, title, language, role, editedAt },
          url: `${args.context.origin}/letters/${slug}/draft`,
        })),
      });
    },
  },
  POST: {
    scope: "drafts:write",
    async act({ args, holder, t, json }) {
      const { account } = holder;
      const key = submissionKey(args.request.headers, account.id, "drafts");
      if (key === null) return refuseApi(t, "wrong-key");
      const sent = readSentDraft(t, json);
      if (!sent.ok) return refuseApi(t, "wrong-fields", { fields: sent.fields });
      const { fields, document } = sent.value;
      const named = { ...fields, authorName: fields.authorName || account.name };
      const slug = await createDraft(account.id, account.language, named, document, { key });
      // A key that is known gets the answer of the first time: whoever takes it for what is there now is told by If-Match.
      const made = { slug, revision: 1, url: `${args.context.origin}/letters/${slug}/draft` };
      const headers = { Location: `${args.context.origin}/api/v1/drafts/${slug}`, ETag: '"1"' };
      return Response.json(made, { status: 201, headers });
    },
  },
});

export const loader = answers.loader;
export const action = answers.action;
