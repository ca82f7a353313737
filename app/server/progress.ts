/**
 * Runs one step of the start and, when it takes over a second, says so: the line appears after that second
 * and is completed with the time it took.
 */
export async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  const announce = setTimeout(() => process.stdout.write(`  ${name} …\n`), 1000);
  try {
    return await work();
  } finally {
    clearTimeout(announce);
    const seconds = (performance.now() - started) / 1000;
    if (seconds > 1) process.stdout.write(`  ${name}: ${seconds.toFixed(1)} s\n`);
  }
}
