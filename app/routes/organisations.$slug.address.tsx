import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { Email, limits } from "#app/accounts/account.ts";
import type { Phrase } from "#app/languages/translate.ts";
import { LevelsExplained } from "#app/organisations/levels-explained.tsx";
import {
  addressProof,
  mailProof,
  type NoProof,
  proveByAccount,
} from "#app/organisations/prove-address.server.ts";
import { readOrganisation, standingIn } from "#app/organisations/read-organisation.server.ts";
import { type FormState, parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { accountOf, forbidden, notFound } from "#app/requests/visitor.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage, Notice } from "#app/ui/page.tsx";
import { Day, useWords } from "#app/ui/words.tsx";

/** The organisation, and the account that speaks for it. */
async function enter(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { account } = await accountOf(args);
  const organisation = await readOrganisation(args.params.slug ?? "");
  if (!organisation) throw notFound();
  const { role } = await standingIn(organisation.id, account);
  if (role !== "owner" && role !== "spokesperson") throw forbidden();
  return { account, organisation };
}

export async function loader(args: LoaderFunctionArgs) {
  const { account, organisation } = await enter(args);
  const { id, slug, name } = organisation;
  return { organisation: { slug, name }, ...(await addressProof(id, account)) };
}

const AddressForm = z.object({ email: Email });
const refusals: Record<NoProof, Phrase> = {
  "another-domain": "address.another-domain",
  "free-mail": "address.free-mail",
  "public-suffix": "address.another-domain",
  "ip-address": "address.another-domain",
  "not-a-domain": "form.email.wrong",
};
const refuse = (form: FormState, status = 400, headers?: HeadersInit) => data(form, { status, headers });

export async function action(args: ActionFunctionArgs) {
  const { account, organisation } = await enter(args);
  const values = typedValues(await args.request.formData());
  const here = `/organisations/${organisation.slug}/address`;
  const { origin } = args.context;
  if (values.intent === "own") {
    const { outcome } = await proveByAccount(organisation, account, origin);
    if (outcome === "forbidden") throw forbidden();
    if (outcome !== "granted") return refuse(refusedForm(values, {}, refusals[outcome]), 409);
    return redirect(`${here}?after=granted`, 303);
  }
  const parsed = parseForm(AddressForm, values);
  if (!parsed.ok) return refuse(parsed.state);
  const { email } = parsed.value;
  const wait = await takeAttempt({
    "proof mail by account": account.id,
    "mail by address": `mandate:${email}`,
  });
  if (wait !== null)
    return refuse(refusedForm(values, {}, "form.tooOften"), 429, { "Retry-After": String(wait) });
  const { outcome } = await mailProof(organisation, account, email, origin);
  if (outcome === "forbidden") throw forbidden();
  if (outcome !== "mailed") return refuse(refusedForm(values, { email: refusals[outcome] }));
  return redirect(`${here}?after=sent`, 303);
}

export const meta: MetaFunction = phraseTitle("address.title");

const notices = { granted: "address.granted", sent: "address.sent" } as const;

export default function ProveAddress() {
  const { organisation, domains, ownAddress, proved } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t, language } = useWords();
  const notice = form ? undefined : notices[search.get("after") as keyof typeof notices];
  const list = new Intl.ListFormat(language).format(domains);
  return (
    <NarrowPage title={t("address.title")}>
      {notice ? <Notice>{t(notice)}</Notice> : null}
      <p>
        <a href={`/organisations/${organisation.slug}`}>{organisation.name}</a>
      </p>
      <ErrorSummary form={form} />
      <p>{t("address.lead")}</p>
      <LevelsExplained />
      {proved ? (
        <p>
          <strong>
            {t("address.proved", { domain: proved.domain })} <Day at={proved.grantedAt} />.
          </strong>
        </p>
      ) : null}
      <p>{domains.length > 0 ? t("address.domains", { domains: list }) : t("address.noDomains")}</p>
      {ownAddress && !proved ? (
        <form method="post" className="stack" data-once>
          <p>{t("address.own")}</p>
          <p>
            <button className="button" name="intent" value="own">
              {t("address.own.button")}
            </button>
          </p>
          <h2>{t("address.other")}</h2>
        </form>
      ) : null}
      {domains.length > 0 ? (
        <form method="post" className="stack" noValidate data-once>
          <Field
            name="email"
            label="address.label"
            form={form}
            type="email"
            inputMode="email"
            autoComplete="off"
            maxLength={limits.email}
          />
          <p>
            <button className={ownAddress && !proved ? "button button-quiet" : "button"}>
              {t("address.button")}
            </button>
          </p>
        </form>
      ) : null}
    </NarrowPage>
  );
}
