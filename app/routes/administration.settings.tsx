import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeSettings } from "#app/administration/change-settings.server.ts";
import { ConsolePage } from "#app/administration/console-page.tsx";
import { EventList } from "#app/administration/event-list.tsx";
import { listEvents } from "#app/administration/list-events.server.ts";
import { settingsIn } from "#app/administration/read-settings.server.ts";
import { BannerForm, CloseSigningForm } from "#app/administration/running-settings.ts";
import { SettingsForms } from "#app/administration/settings-forms.tsx";
import { administratorOf, hasProved, refuseUnproved } from "#app/requests/administrator.server.ts";
import { parseForm, refusedForm, typedValues } from "#app/requests/form.ts";
import { forbidden } from "#app/requests/visitor.server.ts";
import { phraseTitle } from "#app/ui/meta.ts";
import { Notice } from "#app/ui/page.tsx";
import { useWords } from "#app/ui/words.tsx";
import { type Act, settingActs } from "#app/administration/act.ts";

export async function loader(args: LoaderFunctionArgs) {
  const administrator = await administratorOf(args);
  return {
    settings: await settingsIn(),
    proved: await hasProved(administrator),
    changed: new URL(args.request.url).searchParams.has("changed"),
    events: (await listEvents({ acts: settingActs, by: null, before: null, count: 5 })).events,
  };
}

export async function action(args: ActionFunctionArgs) {
  const administrator = await administratorOf(args);
  const { account } = administrator;
  const values = typedValues(await args.request.formData());
  const change = await wished(values);
  if (change === null) return data(refusedForm(values, {}, "form.choice.wrong"), { status: 400 });
  if ("state" in change) return data(change.state, { status: 400 });
  const grave = graveActs.has(change.act) || (change.act === "signing-closed" && !change.reworded);
  const refused = grave ? await refuseUnproved(administrator, values) : null;
  if (refused) return refused;
  const { outcome } = await changeSettings(account, change.act, change.settings);
  if (outcome === "forbidden") throw forbidden();
  return redirect("/administration/settings?changed", 303);
}

/** What needs the password or a passkey again. */
const graveActs = new Set<Act>(["read-only-begun", "passkeys-required", "passkeys-not-required"]);

/** What a form of the settings asks for; null when it is none of them. */
async function wished(values: Record<string, string>) {
  switch (values.intent) {
    case "open-signing":
      return { act: "signing-opened" as const, settings: { signingOpen: true } };
    case "close-signing": {
      const parsed = parseForm(CloseSigningForm, values);
      if (!parsed.ok) return parsed;
      const reworded = !(await settingsIn()).signingOpen;
      return { act: "signing-closed" as const, settings: { signingOpen: false, ...parsed.value }, reworded };
    }
    case "begin-read-only":
      return { act: "read-only-begun" as const, settings: { readOnly: true } };
    case "end-read-only":
      return { act: "read-only-ended" as const, settings: { readOnly: false } };
    case "close-joining":
      return { act: "joining-closed" as const, settings: { joiningOpen: false } };
    case "open-joining":
      return { act: "joining-opened" as const, settings: { joiningOpen: true } };
    case "require-passkeys":
      return { act: "passkeys-required" as const, settings: { passkeysRequired: true } };
    case "free-passkeys":
      return { act: "passkeys-not-required" as const, settings: { passkeysRequired: false } };
    case "set-banner": {
      const parsed = parseForm(BannerForm, values);
      return parsed.ok ? { act: "banner-set" as const, settings: parsed.value } : parsed;
    }
    case "remove-banner": {
      const none = { bannerEn: "", bannerFr: "", bannerFrom: "", bannerUntil: "" };
      return { act: "banner-removed" as const, settings: none };
    }
    default:
      return null;
  }
}

export const meta: MetaFunction = phraseTitle("administration.settings.title");

export default function AdministrationSettings() {
  const { settings, proved, changed, events } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <ConsolePage here="/administration/settings" title={t("administration.settings.title")}>
      {changed && !form ? <Notice>{t("administration.settings.changed")}</Notice> : null}
      <p className="lead">{t("administration.settings.lead")}</p>
      <div className="console-forms stack">
        <SettingsForms settings={settings} proved={proved} form={form} />
      </div>
      <h2>{t("administration.settings.last")}</h2>
      <EventList events={events} />
    </ConsolePage>
  );
}
