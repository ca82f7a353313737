import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { changeLanguage } from "#app/accounts/change-account.server.ts";
import { isLanguage } from "#app/languages/language.ts";
import { hostCookie } from "#app/requests/host-cookie.ts";
import { safeNext, themes, visitorOf } from "#app/requests/visitor.server.ts";

const year = 365 * 24 * 3600;

/** Remembers language and appearance for this browser, and the language for the account's mails too. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const headers = new Headers();
  const secure = args.context.origin.startsWith("https:");
  const remember = (name: string, value: string) =>
    headers.append("Set-Cookie", hostCookie(name, value, { seconds: year, secure }));
  const language = form.get("language");
  if (isLanguage(language)) {
    remember("language", language);
    const { account } = await visitorOf(args);
    if (account) await changeLanguage(account.id, language);
  }
  const theme = themes.find((choice) => choice === form.get("theme"));
  if (theme) remember("theme", theme);
  return redirect(safeNext(form.get("next")), { headers });
}

export function loader() {
  return redirect("/");
}
