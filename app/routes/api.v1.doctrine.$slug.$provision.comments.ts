import { postFromProgram } from "#app/requests/api-comment.server.ts";
import { forPrograms } from "#app/requests/api.server.ts";
import { provisionPlace } from "#app/requests/doctrine.server.ts";

const answers = forPrograms({ POST: postFromProgram(provisionPlace) });

export const loader = answers.loader;
export const action = answers.action;
