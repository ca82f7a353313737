import type { FormState } from "#app/requests/form.ts";
import { WideTable } from "#app/ui/wide-table.tsx";
import { Moment, useWords } from "#app/ui/words.tsx";
import type { TaskState, TroubledJob } from "./jobs.server.ts";
import { PasswordAgain } from "./password-again.tsx";

/** How much the queue holds of each task. */
export function TaskTable({ tasks }: { tasks: TaskState[] }) {
  const { t, number } = useWords();
  if (tasks.length === 0) return <p>{t("administration.jobs.empty")}</p>;
  return (
    <WideTable
      title="administration.jobs.tasks"
      columns={[
        "administration.jobs.task",
        "administration.jobs.waiting",
        "administration.jobs.running",
        "administration.jobs.failed",
      ]}
    >
      {tasks.map(({ task, waiting, running, failed }) => (
        <tr key={task}>
          <th scope="row">{task}</th>
          <td>{number(waiting)}</td>
          <td>{number(running)}</td>
          <td>{number(failed)}</td>
        </tr>
      ))}
    </WideTable>
  );
}

type Listed = Omit<TroubledJob, "runAt"> & { runAt: Date | string };

/** Jobs that went wrong, in one form: each has a button to try it again and one to drop it. */
export function TroubledJobs({ jobs, proved, form }: { jobs: Listed[]; proved: boolean; form?: FormState }) {
  const { t } = useWords();
  if (jobs.length === 0) return <p>{t("administration.jobs.untroubled")}</p>;
  return (
    <form method="post" action="/administration/jobs" className="stack" noValidate data-once>
      <WideTable
        title="administration.jobs.troubled"
        columns={[
          "administration.jobs.task",
          "administration.jobs.state",
          "administration.jobs.error",
          "administration.jobs.acts",
        ]}
      >
        {jobs.map((job) => (
          <tr key={job.id}>
            <th scope="row">
              {job.task} {job.id}
            </th>
            <td>
              {t(`administration.job.${job.state}`, { attempts: job.attempts, most: job.maxAttempts })}
              {job.state === "waiting" ? (
                <>
                  <br />
                  <Moment at={job.runAt} />
                </>
              ) : null}
            </td>
            <td className="console-error">{job.error}</td>
            <td>
              <span className="actions">
                <button className="link-button" name="retry" value={job.id}>
                  {t("administration.jobs.retry", { id: job.id })}
                </button>
                <button className="link-button" name="drop" value={job.id}>
                  {t("administration.jobs.drop", { id: job.id })}
                </button>
              </span>
            </td>
          </tr>
        ))}
      </WideTable>
      <p className="quiet">{t("administration.jobs.dropping")}</p>
      <PasswordAgain proved={proved} form={form} />
    </form>
  );
}
