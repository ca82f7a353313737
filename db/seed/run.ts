import { mendableMessage, openForCommand } from "#db/open-for-command.ts";
import { sampleAccounts } from "./sample-accounts.ts";
import { seed } from "./seed.ts";

/** `npm run seed`: the sample content for a database that is still empty, one of your own too. */
try {
  const database = await openForCommand();
  try {
    const { outcome } = database.seeded ? { outcome: "seeded" } : await seed();
    if (outcome === "seeded") {
      process.stdout.write("Sample content written. Its accounts, whose passwords everybody knows:\n");
      for (const { email, password, role } of sampleAccounts)
        process.stdout.write(`  ${email.padEnd(28)} ${password.padEnd(24)} ${role}\n`);
    } else {
      process.stderr.write(
        "Nothing was written: this database holds accounts already, and sample content goes only into an empty one.\n",
      );
      process.exitCode = 1;
    }
  } finally {
    await database.close();
  }
} catch (fault) {
  const message = mendableMessage(fault);
  if (message === null) throw fault;
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
