// The package exports its widget in full length only; this is the same file as it makes it for browsers.
import widget from "../../node_modules/altcha/dist/external/altcha.min.js?url";
import worker from "altcha/workers/pbkdf2?url";
import { useWords } from "#app/ui/words.tsx";

/** Names of fields that belong to one sending of a form and are not kept with what was typed. */
const once = new Set(["proof", "wait"]);

/**
 * Where the browser's script puts the proof that it worked for this form (public/prove-effort.js, altcha's widget).
 * It shows nothing and asks for nothing; the line that tells of a wait is for screen readers.
 */
export function EffortField() {
  const { t } = useWords();
  return (
    <div data-effort data-widget={widget} data-worker={worker}>
      <p className="visually-hidden" role="status" data-waiting={t("effort.waiting")} />
    </div>
  );
}

/**
 * A field that nobody sees, which programs fill that fill everything. No browser knows its name as one to fill by
 * itself.
 */
export function Trap() {
  const { t } = useWords();
  return (
    <div className="visually-hidden" aria-hidden="true">
      <label htmlFor="homepage">{t("effort.trap")}</label>
      <input id="homepage" name="homepage" type="text" tabIndex={-1} autoComplete="off" defaultValue="" />
    </div>
  );
}

/** What was typed, to be sent once more after some seconds, by who sent no proof: no script ran. */
export function WaitForm({
  action,
  values,
  wait,
  seconds,
}: {
  action: string;
  values: Record<string, string>;
  wait: string;
  seconds: number;
}) {
  const { t } = useWords();
  const kept = Object.entries(values).filter(([name]) => !once.has(name));
  return (
    <form method="post" action={action} className="stack" data-once>
      <p className="lead">{t("effort.wait", { count: seconds })}</p>
      <p>{t("effort.why")}</p>
      {[...kept, ["wait", wait]].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p>
        <button className="button button-seal">{t("effort.button")}</button>
      </p>
    </form>
  );
}
