import type { LoaderFunctionArgs } from "@remix-run/node";
import { tellNews } from "#app/requests/discussion-news.server.ts";
import { provisionPlace } from "#app/requests/doctrine.server.ts";

/** New comments of a provision's discussion as they are posted. */
export const loader = (args: LoaderFunctionArgs) => tellNews(args, provisionPlace(args.params));
