import { type Limit, readAllowance, takeAttempt } from "./limit.server.ts";

/**
 * Counts a reading that is limited. Its answer tells what is left by the headers of
 * draft-ietf-httpapi-ratelimit-headers-10, and 429 what it told before; a decision says why these.
 * @returns the headers, and where nothing is left the answer to give
 */
export async function countRead(
  limit: Limit,
  key: string,
): Promise<{ headers: Record<string, string>; refusal: Response | null }> {
  const wait = await takeAttempt({ [limit]: key });
  const { points, duration, left, endsIn } = await readAllowance(limit, key);
  const name = JSON.stringify(limit);
  const headers = {
    "Cache-Control": "no-store",
    "RateLimit-Policy": `${name};q=${points};w=${duration}`,
    RateLimit: `${name};r=${left};t=${wait ?? endsIn}`,
  };
  if (wait === null) return { headers, refusal: null };
  return {
    headers,
    refusal: Response.json(
      { error: "too-often" },
      { status: 429, headers: { ...headers, "Retry-After": String(wait) } },
    ),
  };
}
