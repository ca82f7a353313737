import type { LoaderFunctionArgs } from "@remix-run/node";
import { annotationJson, annotationType, containerOf } from "#app/doctrine/annotation-json.ts";
import { countAnnotations, listAnnotations } from "#app/doctrine/read-annotations.server.ts";
import { readText } from "#app/doctrine/read-text.server.ts";
import { pageKey } from "#app/requests/page-key.ts";

const pageSize = 100;
const ldp = "http://www.w3.org/ns/ldp#";
const addressesOnly = "http://www.w3.org/ns/oa#PreferContainedIRIs";
const minimal = `${ldp}PreferMinimalContainer`;

/**
 * A text's annotations as a container of the Web Annotation Protocol (sections 4.2 and 4.3): the collection with its
 * first page, or with `?after=` one page of a hundred. `Prefer` may ask for addresses only, or for no members.
 */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const text = await readText(params.slug ?? "");
  if (!text) return Response.json({ error: "not-found" }, { status: 404 });
  const container = containerOf(context.origin, text.slug);
  const prefer = request.headers.get("prefer") ?? "";
  const search = new URL(request.url).searchParams;
  const asked = search.get("after");
  const onlyAddresses = prefer.includes(addressesOnly) || search.has("iris");
  const pageAt = (after: number) => `${container}?${onlyAddresses ? "iris&" : ""}after=${after}`;
  const headers = {
    "Content-Type": annotationType,
    Allow: "GET, HEAD, OPTIONS",
    Vary: "Accept, Prefer",
    // What is preferred changes the answer, so it is not kept (app/server/page-cache.ts keeps by address).
    "Cache-Control": "no-store",
    Link: [
      `<${ldp}BasicContainer>; rel="type"`,
      '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
    ].join(", "),
  };
  const page = async (after: number) => {
    const found = await listAnnotations(text.id, after, pageSize + 1);
    const shown = found.slice(0, pageSize);
    const last = shown.at(-1)?.id;
    return {
      id: pageAt(after),
      type: "AnnotationPage",
      partOf: container,
      ...(found.length > pageSize && last !== undefined ? { next: pageAt(last) } : {}),
      items: shown.map((annotation) =>
        onlyAddresses
          ? `${container}${annotation.id}`
          : annotationJson(context.origin, text.slug, annotation),
      ),
    };
  };
  const vocabulary = "http://www.w3.org/ns/anno.jsonld";
  if (asked !== null)
    return Response.json({ "@context": vocabulary, ...(await page(pageKey(asked) ?? 0)) }, { headers });
  const total = await countAnnotations(text.id);
  return Response.json(
    {
      "@context": [vocabulary, "http://www.w3.org/ns/ldp.jsonld"],
      id: container,
      type: ["BasicContainer", "AnnotationCollection"],
      label: text.title,
      total,
      ...(total === 0 ? {} : { first: prefer.includes(minimal) ? pageAt(0) : await page(0) }),
    },
    { headers: prefer === "" ? headers : { ...headers, "Preference-Applied": "return=representation" } },
  );
}
