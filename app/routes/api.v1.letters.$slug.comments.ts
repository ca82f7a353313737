import { postFromProgram } from "#app/requests/api-comment.server.ts";
import { forPrograms } from "#app/requests/api.server.ts";

const answers = forPrograms({ POST: postFromProgram(({ slug = "" }) => ({ letter: slug })) });

export const loader = answers.loader;
export const action = answers.action;
