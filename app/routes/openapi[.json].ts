import type { LoaderFunctionArgs } from "@remix-run/node";
import { openapi } from "#app/api/openapi.ts";

/** What programs may ask of Tribune, as OpenAPI 3.1. */
export const loader = ({ context }: LoaderFunctionArgs) => Response.json(openapi(context.origin));
