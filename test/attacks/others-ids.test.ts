import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shareDraft } from "#app/co-authors/share-draft.server.ts";
import { invitePerson } from "#app/co-authors/invite-co-author.server.ts";
import { postComment } from "#app/discussion/post-comment.server.ts";
import { nameState } from "#app/drafts/name-state.server.ts";
import { beginThread } from "#app/margin/begin-thread.server.ts";
import { openOwnData } from "#app/personal-data/ask-for-data.server.ts";
import { closeSql, sql } from "#db/sql.ts";
import { logInAt, post } from "../asking.ts";
import { makeAccount, makeDraft, makeLetter, origin, password, sign } from "../made-up.ts";
import { useTribune } from "../server/tribune.ts";
import { settledContentOf } from "./rows.ts";

const tribune = useTribune();
afterAll(closeSql);

/** Somebody with a letter, a draft and what hangs on them, and the ids of it all. */
type Belongings = { cookie: string; slug: string; draft: string; data: string; ids: Record<string, string> };

async function makeBelongings(): Promise<Belongings> {
  const account = await makeAccount();
  const { email } = account;
  const { id, slug } = await makeLetter(account);
  const draft = await makeDraft(account, {}, "Rules one can read.");
  await invitePerson(draft, account, { email: "guest@example.org", role: "editor" }, origin);
  await shareDraft(draft, account);
  await nameState(draft, account.id, "Before lunch");
  const begun = await beginThread(
    draft,
    account,
    { passage: { quote: "one can read", start: null }, body: "By whom?" },
    origin,
  );
  const said = await postComment({ letter: slug }, account.id, {
    ...{ body: "Mine.", stance: "neutral", parent: null },
  });
  await sign(slug, email);
  const other = await logInAt(tribune.url(), { email, password });
  const cookie = await logInAt(tribune.url(), { email, password });
  expect(other).not.toBe(cookie);
  await sql`insert into passkey_holders (account_id, handle) values (${account.id}, ${String(account.id).padStart(43, "0")})`;
  await sql`
    insert into passkeys (account_id, credential, public_key, counter, transports, backup_eligible, backed_up, name)
    values (${account.id}, ${`credential-${account.id}`}, '\\x00', 0, '{}', false, false, 'Blue key')`;
  const [found] = await sql<Record<string, string>[]>`
    select
      (select i.id from co_author_invitations i where i.letter_id = l.id)::text as invitation,
      (select s.id from draft_shares s where s.letter_id = l.id)::text as share,
      (select s.id from draft_snapshots s where s.letter_id = l.id order by s.id limit 1)::text as snapshot,
      (select c.id from margin_comments c join margin_threads t on t.id = c.thread_id where t.letter_id = l.id)::text as margin,
      (select s.id from signatures s where s.letter_id = ${id})::text as signature,
      (select p.id from passkeys p where p.account_id = ${account.id})::text as passkey,
      (select s.id_hash from sessions s where s.account_id = ${account.id} order by s.created_at limit 1) as session
    from letters l where l.slug = ${draft}`;
  const ids = {
    ...found,
    thread: begun.outcome === "begun" ? String(begun.thread) : "",
    comment: said.outcome === "posted" ? String(said.id) : "",
  };
  return { cookie, slug, draft, data: await openOwnData(email), ids };
}

let attacker: Belongings;
let victim: Belongings;
beforeAll(async () => {
  process.env.DATABASE_URL = tribune.databaseUrl();
  attacker = await makeBelongings();
  victim = await makeBelongings();
}, 60_000);

/** What one does in a place of one's own with something by its id. */
const acts: [
  what: string,
  form: (place: Belongings, ids: Record<string, string>) => { path: string; fields: Record<string, string> },
][] = [
  [
    "a pin on a signature",
    ({ slug }, { signature = "" }) => ({
      path: `/letters/${slug}/signatures/pins`,
      fields: { intent: "pin", signature },
    }),
  ],
  [
    "a comment in the margin that is edited",
    ({ draft }, { margin = "" }) => ({
      path: `/letters/${draft}/draft/comments`,
      fields: { intent: "edit", comment: margin, body: "Taken." },
    }),
  ],
  [
    "a thread that is answered",
    ({ draft }, { thread = "" }) => ({
      path: `/letters/${draft}/draft/comments`,
      fields: { intent: "reply", thread, body: "Taken." },
    }),
  ],
  [
    "a thread that is resolved",
    ({ draft }, { thread = "" }) => ({
      path: `/letters/${draft}/draft/comments`,
      fields: { intent: "resolve", thread },
    }),
  ],
  [
    "an invitation that is cancelled",
    ({ draft }, { invitation = "" }) => ({
      path: `/letters/${draft}/co-authors`,
      fields: { intent: "cancel", invitation },
    }),
  ],
  [
    "a secret link that is revoked",
    ({ draft }, { share = "" }) => ({
      path: `/letters/${draft}/co-authors`,
      fields: { intent: "revoke", share },
    }),
  ],
  [
    "a state that is restored",
    ({ draft }, { snapshot = "" }) => ({
      path: `/letters/${draft}/draft/history`,
      fields: { intent: "restore", snapshot, revision: "1" },
    }),
  ],
  [
    "a comment that is edited",
    ({ slug }, { comment = "" }) => ({
      path: `/letters/${slug}/discussion/${comment}`,
      fields: { intent: "edit", body: "Taken.", stance: "neutral" },
    }),
  ],
  [
    "a comment that is deleted",
    ({ slug }, { comment = "" }) => ({
      path: `/letters/${slug}/discussion/${comment}`,
      fields: { intent: "delete" },
    }),
  ],
  [
    "a passkey that is renamed",
    (_place, { passkey = "" }) => ({
      path: "/settings/passkeys",
      fields: { intent: "rename", passkey, name: "Taken" },
    }),
  ],
  [
    "a session that is ended",
    (_place, { session = "" }) => ({ path: "/settings/sign-ins", fields: { intent: "session", session } }),
  ],
  [
    "a signature that is withdrawn by one's data",
    ({ data }, { signature = "" }) => ({
      path: `/my-data/${data}/signatures/${signature}`,
      fields: { intent: "withdraw" },
    }),
  ],
  [
    "a signature that is erased by one's data",
    ({ data }, { signature = "" }) => ({ path: `/my-data/${data}/erase`, fields: { signature } }),
  ],
];

describe("what is another's is not reached from a place of one's own by its id", () => {
  test.each(acts)("%s", async (_what, form) => {
    const send = async (ids: Record<string, string>) => {
      const { path, fields } = form(attacker, ids);
      const before = await settledContentOf(tribune.sql());
      const answer = await post(tribune.url(), path, fields, { Cookie: attacker.cookie });
      expect(answer.status).toBeLessThan(500);
      const after = await settledContentOf(tribune.sql());
      return Object.keys(after).filter((table) => after[table] !== before[table]);
    };
    expect(await send(victim.ids)).toEqual([]);
    expect(await send(attacker.ids), "with one's own it does something").not.toEqual([]);
  });
});
