import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LoggedOutNotice } from "#app/accounts/logged-out-notice.tsx";
import { editOrganisation } from "#app/organisations/edit-organisation.server.ts";
import { OrganisationFields } from "#app/organisations/organisation-form.tsx";
import { largestLogo, OrganisationForm } from "#app/organisations/organisation.ts";
import { readOrganisation, standingIn } from "#app/organisations/read-organisation.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { forbidden, notFound, visitorOf, writerOf } from "#app/requests/visitor.server.ts";
import { countryCodes } from "#app/signatures/countries.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { NarrowPage } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await writerOf(args);
  const organisation = await readOrganisation(args.params.slug ?? "");
  if (!organisation) throw notFound();
  // Whose session ended while writing has an answer to see, and sees nothing that is not public.
  if (account && !(await standingIn(organisation.id, account)).manages) throw forbidden();
  return { organisation, countries: countryCodes() };
}

export async function action(args: ActionFunctionArgs) {
  const { account } = await visitorOf(args);
  const fields = await args.request.formData();
  const values = typedValues(fields);
  if (!account) return data(refusedForm(values, {}, "form.loggedOut"), { status: 401 });
  const organisation = await readOrganisation(args.params.slug ?? "");
  if (!organisation) throw notFound();
  if (!(await standingIn(organisation.id, account)).manages) throw forbidden();
  const parsed = parseForm(OrganisationForm, values);
  if (!parsed.ok) return data(parsed.state, { status: 400 });
  const file = fields.get("logo");
  const chosen = file instanceof File && file.size > 0 ? file : undefined;
  const refuseLogo = (error: "logo.tooLarge" | "logo.wrong", status: number) =>
    data(refusedForm(values, { logo: error }), { status });
  if (chosen && chosen.size > largestLogo) return refuseLogo("logo.tooLarge", 413);
  const logo = chosen
    ? new Uint8Array(await chosen.arrayBuffer())
    : values.removeLogo === "on"
      ? null
      : undefined;
  const { outcome } = await editOrganisation(organisation.id, account, parsed.value, logo);
  if (outcome === "not-an-image") return refuseLogo("logo.wrong", 415);
  if (outcome === "forbidden") throw forbidden();
  return redirect(`/organisations/${organisation.slug}?after=edited`, 303);
}

export const meta: MetaFunction = phraseTitle("organisation.edit.title");

export default function EditOrganisation() {
  const { organisation, countries } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <NarrowPage title={t("organisation.edit.title")}>
      <p>
        <a href={`/organisations/${organisation.slug}`}>{organisation.name}</a>
      </p>
      <LoggedOutNotice form={form} />
      <OrganisationFields form={form} values={organisation} countries={countries} button="form.save" />
    </NarrowPage>
  );
}
