import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { createOrganisation } from "#app/organisations/create-organisation.server.ts";
import { OrganisationFields, type OrganisationFormState } from "#app/organisations/organisation-form.tsx";
import { OrganisationForm } from "#app/organisations/organisation.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { takeAttempt } from "#app/requests/limit.server.ts";
import { visitorOf, writerOf } from "#app/requests/visitor.server.ts";
import { countryCodes } from "#app/signatures/countries.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  await writerOf(args);
  return { countries: countryCodes() };
}

export async function action(args: ActionFunctionArgs) {
  const { account } = await visitorOf(args);
  const values = typedValues(await args.request.formData());
  const refuse = (state: OrganisationFormState, status: number, headers?: HeadersInit) =>
    data(state, { status, headers });
  if (!account) return refuse(refusedForm(values, {}, "form.loggedOut"), 401);
  const parsed = parseForm(OrganisationForm, values);
  if (!parsed.ok) return refuse(parsed.state, 400);
  const wait = await takeAttempt({ "organisation by account": account.id });
  if (wait !== null)
    return refuse(refusedForm(values, {}, "form.tooOften"), 429, { "Retry-After": String(wait) });
  const result = await createOrganisation(account.id, parsed.value);
  if (result.outcome === "created") return redirect(`/organisations/${result.slug}`, 303);
  const refused = refusedForm(values, { name: "organisation.alike.missing" });
  return refuse({ ...refused, alike: result.alike }, 409);
}

export const meta: MetaFunction = phraseTitle("organisation.new.title");

export default function NewOrganisation() {
  const { countries } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <NarrowPage title={t("organisation.new.title")}>
      <p>{t("organisation.new.lead")}</p>
      <LoggedOutNotice form={form} />
      <OrganisationFields form={form} countries={countries} button="organisation.new.button" />
    </NarrowPage>
  );
}
