import type { LoaderFunctionArgs } from "@remix-run/node";
import { figuresOf } from "#app/moderation/figures.server.ts";
import { visitorOf } from "#app/requests/visitor.server.ts";
import { csvCell } from "#app/signatures/export-signatures.ts";

const firstYear = 2020;

/** What moderation did in `?year=` (this one when it is left out), for the yearly report; counts alone. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const now = new Date().getFullYear();
  const asked = new URL(request.url).searchParams.get("year") ?? String(now);
  const year = /^\d{4}$/.test(asked) ? Number(asked) : 0;
  if (year < firstYear || year > now)
    return new Response(
      `${(await visitorOf({ request, context })).t("figures.year", { firstYear, now })}\n`,
      {
        status: 400,
        headers: { "Content-Type": "text/plain; charset=utf-8" },
      },
    );
  const lines = (await figuresOf(year)).map(({ figure, of, value }) =>
    [year, figure, of, value].map(csvCell).join(","),
  );
  return new Response(["year,figure,of,value", ...lines, ""].join("\r\n"), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="tribune-moderation-${year}.csv"`,
    },
  });
}
