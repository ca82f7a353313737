import type { LoaderFunctionArgs } from "@remix-run/node";
import { citationLabel } from "#app/doctrine/citation-label.ts";
import { findProvisions } from "#app/doctrine/find-provisions.server.ts";
import { isLanguage } from "#app/languages/language.ts";
import { countRead } from "#app/requests/count-read.server.ts";
import { networkOf } from "#app/requests/limit.server.ts";

/** As many as one reads while writing. */
const most = 8;

/** The provisions that somebody who writes a letter may mean: docs/api.md describes every field. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { headers, refusal } = await countRead("find by network", networkOf(context.clientAddress));
  if (refusal) return refusal;
  const { searchParams } = new URL(request.url);
  const typed = (searchParams.get("q") ?? "").replaceAll("\0", "").slice(0, 300);
  const asked = searchParams.get("language");
  const language = isLanguage(asked) ? asked : "fr";
  const found = await findProvisions(typed, most);
  return Response.json(
    {
      provisions: found.map((one) => {
        const { text, textTitle, provision, revision, title, beginning } = one;
        const label = citationLabel(one, language);
        return { text, textTitle, language: one.language, provision, revision, label, title, beginning };
      }),
    },
    { headers },
  );
}
