import type { LoaderFunctionArgs } from "@remix-run/node";
import { tellNews } from "#app/requests/discussion-news.server.ts";

/** New comments of a letter's discussion as they are posted. */
export const loader = (args: LoaderFunctionArgs) => tellNews(args, { letter: args.params.slug ?? "" });
