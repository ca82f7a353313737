import { sayHidden } from "#app/discussion/hidden-part.ts";
import type { Annotation } from "./read-annotations.server.ts";

/** The media type of the Web Annotation Protocol (W3C Recommendation of 23 February 2017, section 3.1). */
export const annotationType = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

/** The address of a text's container of annotations; a container's ends in a slash (section 3). */
export const containerOf = (origin: string, text: string) => `${origin}/doctrine/${text}/annotations/`;

/**
 * An annotation by the Web Annotation Data Model: what was said as its body, the passage as its target, found by its
 * words and by its position, in the revision that it was made on.
 */
export function annotationJson(origin: string, text: string, annotation: Annotation) {
  const {
    id,
    author,
    body,
    stance,
    createdAt,
    editedAt,
    hiddenFor,
    provision,
    slug,
    revision,
    ...selectors
  } = annotation;
  const value = hiddenFor === null ? sayHidden(body, "en") : `[hidden by moderation: ${hiddenFor}]`;
  const { exact, prefix, suffix, start, end } = selectors;
  const address = `${origin}/doctrine/${text}/${encodeURIComponent(provision)}`;
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `${containerOf(origin, text)}${id}`,
    type: "Annotation",
    motivation: "commenting",
    ...(author === null ? {} : { creator: { type: "Person", name: author } }),
    created: createdAt.toISOString(),
    ...(editedAt ? { modified: editedAt.toISOString() } : {}),
    body: [
      { type: "TextualBody", purpose: "commenting", format: "text/markdown", value },
      { type: "TextualBody", purpose: "classifying", format: "text/plain", value: stance },
    ],
    target: {
      type: "SpecificResource",
      source: `${origin}/doctrine/${text}/${encodeURIComponent(slug)}?revision=${revision}`,
      selector: [
        { type: "TextQuoteSelector", exact, prefix, suffix },
        { type: "TextPositionSelector", start, end },
      ],
      state: { type: "TimeState", sourceDate: `${revision}T00:00:00Z` },
    },
    via: `${address}/discussion/${id}`,
  };
}
