import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { openapi } from "#app/api/openapi.ts";

type Json = Record<string, unknown>;

/** The description with nothing allowed that it does not describe: a field without its line fails. */
function strictly(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strictly);
  if (typeof schema !== "object" || schema === null) return schema;
  const all = Object.fromEntries(
    Object.entries(schema as Json).map(([key, value]) => [key, strictly(value)]),
  );
  // What says itself what else it holds, or is an open object, stays what it is.
  return all.type === "object" && all.properties && !("additionalProperties" in all)
    ? { ...all, additionalProperties: false }
    : all;
}

/** Made once: the description is long, and what it says of a place is compiled once. */
let known: Ajv2020 | undefined;
function description(): Ajv2020 {
  if (known) return known;
  known = new Ajv2020({ strict: false, allErrors: true });
  (addFormats.default as unknown as (ajv: Ajv2020) => void)(known);
  return known.addSchema(strictly(openapi("https://tribune.example")) as Json, "tribune");
}

/**
 * What keeps a value from being what a place of the description (/openapi.json) says, nothing besides allowed.
 * @param place the names that lead to the schema
 * @returns empty when it fits
 */
export function misfits(place: string[], value: unknown): unknown[] {
  const pointer = place
    .map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1"))
    .map((part) => encodeURIComponent(part))
    .join("/");
  const fits = description().getSchema(`tribune#/${pointer}`);
  if (!fits) throw new Error(`The description has nothing at ${place.join(" ")}.`);
  return fits(value) === true ? [] : (fits.errors ?? []);
}
