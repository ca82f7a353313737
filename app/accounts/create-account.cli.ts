import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import type { z } from "zod";
import { mendableMessage, openForCommand } from "#db/open-for-command.ts";
import { isLanguage } from "#app/languages/language.ts";
import { type Phrase, translator } from "#app/languages/translate.ts";
import { Email, limits, line, type Role, roles } from "./account.ts";
import { askPassword, readPassword } from "./ask-password.ts";
import { changeRole, createAccount, findRole } from "./create-account.server.ts";
import { NewPassword } from "./new-password.server.ts";
import { Stop, tell } from "#app/server/command.ts";

const help = `Makes an account, or changes the role of the account that has the address already.

  npm run account:create -- --email EMAIL [options]

  --email EMAIL                     the address to log in with
  --name NAME                       shown beside comments; else what stands before the @
  --role admin|moderator|member     member when it is not given
  --language en|fr                  of the mails; en when it is not given
  --password-stdin                  takes the password from standard input
  --help                            this text

Without --password-stdin the password is asked for on a terminal; elsewhere, or when nothing is typed, a strong one
is made and printed once.

Exit code: 0 done, 1 not done, 2 wrong usage.
`;

const isRole = (value: string): value is Role => roles.includes(value as Role);

/** The value as a form would take it, or the form's own words on what is wrong with it. */
function check<Out>(schema: z.ZodType<Out>, value: unknown, option: string, code: number): Out {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const phrase = parsed.error.issues[0]?.message as Phrase;
  throw new Stop(`${option}: ${translator("en")(phrase, { count: limits.passwordShortest })}`, code);
}

function readArguments(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        email: { type: "string" },
        name: { type: "string" },
        role: { type: "string" },
        language: { type: "string" },
        "password-stdin": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    return values;
  } catch (fault) {
    if (fault instanceof TypeError) throw new Stop(fault.message, 2);
    throw fault;
  }
}

async function run(args: string[]): Promise<void> {
  const given = readArguments(args);
  if (given.help) return tell(help.trimEnd());
  if (given.email === undefined) throw new Stop("Whose account? Give --email.", 2);
  const email = check(Email, given.email, "--email", 2);
  const name = check(line(limits.name, "form.name.missing"), given.name ?? email.split("@")[0], "--name", 2);
  const { role, language = "en" } = given;
  if (role !== undefined && !isRole(role))
    throw new Stop(`--role ${role} is none of ${roles.join(", ")}.`, 2);
  if (!isLanguage(language)) throw new Stop(`--language ${language} is neither en nor fr.`, 2);
  const typed = given["password-stdin"] ? check(NewPassword, await readPassword(), "Password", 1) : null;
  const database = await openForCommand();
  try {
    const known = await findRole(email);
    if (known !== null) return tell(await changeKnown(email, known, role));
    const chosen = typed ?? (await choosePassword());
    const password = chosen ?? randomBytes(15).toString("base64url");
    const created = await createAccount({ email, name, password, role: role ?? "member", language });
    if (created.outcome === "exists")
      throw new Stop(`${email} has joined meanwhile. Run this again to change its role.`);
    tell(`Account made: ${email}, ${role ?? "member"}`);
    if (chosen === null) tell(`Password, shown only now: ${password}`);
  } finally {
    await database.close();
  }
}

async function changeKnown(email: string, before: Role, role: Role | undefined): Promise<string> {
  const kept = "Its name, language and password stay as they are.";
  if (role === undefined)
    return `${email} has an account already, as ${before}. Nothing was changed; --role would change its role.`;
  const { outcome } = await changeRole(email, role);
  if (outcome === "not-found")
    throw new Stop(`${email} has left meanwhile. Run this again to make the account.`);
  return outcome === "changed"
    ? `${email} was ${before} and is now ${role}. ${kept}`
    : `${email} is ${role} already. ${kept}`;
}

/** The password typed on a terminal; null when one is to be made. */
async function choosePassword(): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const first = await askPassword("Password (nothing to have one made): ");
  if (first === null) throw new Stop("Nothing was done.");
  if (first === "") return null;
  check(NewPassword, first, "Password", 1);
  if ((await askPassword("The same again: ")) !== first)
    throw new Stop("The two passwords differ. Nothing was done.");
  return first;
}

try {
  await run(process.argv.slice(2));
} catch (fault) {
  const message = fault instanceof Stop ? fault.message : mendableMessage(fault);
  if (message === null) throw fault;
  process.stderr.write(`${message}\n`);
  if (fault instanceof Stop && fault.code === 2)
    process.stderr.write("npm run account:create -- --help shows how.\n");
  process.exitCode = fault instanceof Stop ? fault.code : 1;
}
