import type { LoaderFunctionArgs } from "@remix-run/node";
import { draftFile } from "#app/requests/draft-file.server.ts";

export const loader = (args: LoaderFunctionArgs) => draftFile(args, "pdf");
