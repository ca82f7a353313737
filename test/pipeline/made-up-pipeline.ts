import { randomUUID } from "node:crypto";
import type { Account } from "#app/accounts/account.ts";
import { postComment } from "#app/discussion/post-comment.server.ts";
import type { Place } from "#app/discussion/place.ts";
import { changePipeline } from "#app/pipeline/change-pipeline.server.ts";
import { pipelineOff, type PipelineSettings } from "#app/pipeline/pipeline.ts";
import { sql } from "#db/sql.ts";

/** Sets what holds comments: all is off but what `wish` says. */
export async function setPipeline(admin: Account, wish: Partial<PipelineSettings> = {}): Promise<void> {
  await changePipeline(admin, { ...pipelineOff, ...wish });
}

export type Said = Awaited<ReturnType<typeof postComment>>;

/** Says something at a place. */
export const say = (
  place: Place,
  by: Account,
  body: string,
  wish: Partial<Parameters<typeof postComment>[2]> = {},
): Promise<Said> =>
  postComment(place, by.id, { body, stance: "neutral", parent: null, key: randomUUID(), ...wish });

/** Says something that is held. @returns its id among what is held, and its open case */
export async function sayHeld(
  place: Place,
  by: Account,
  body: string,
  wish: Partial<Parameters<typeof postComment>[2]> = {},
): Promise<{ id: number; caseId: number }> {
  const said = await say(place, by, body, wish);
  if (said.outcome !== "held") throw new Error(`not held: ${said.outcome}`);
  return { id: said.id, caseId: await caseOf(said.id) };
}

export async function caseOf(heldId: number): Promise<number> {
  const [found = { id: 0 }] = await sql<{ id: number }[]>`
    select id from moderation_cases where held_id = ${heldId}`;
  return found.id;
}

/** Why something is held. */
export async function reasonsOf(said: Said): Promise<string[]> {
  if (said.outcome !== "held") return [said.outcome];
  const [held] = await sql<{ reasons: string[] }[]>`select reasons from held_comments where id = ${said.id}`;
  return held?.reasons ?? [];
}
