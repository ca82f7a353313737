import { spawn } from "node:child_process";
import { join } from "node:path";

/** The project's folder. */
export const root = join(import.meta.dirname, "..");

const tools = {
  eslint: "eslint/bin/eslint.js",
  playwright: "@playwright/test/cli.js",
  prettier: "prettier/bin/prettier.cjs",
  remix: "@remix-run/dev/dist/cli.js",
  tsc: "typescript/bin/tsc",
  vitest: "vitest/vitest.mjs",
};

export type Tool = keyof typeof tools;
type Environment = Record<string, string>;

/**
 * Runs a program in the project's folder with this terminal and answers with its exit code (1 when a signal
 * ended it); `environment` is added to ours. When we are told to stop meanwhile, it stops first, then we do.
 * Rejects when the program cannot be started.
 */
export function run(command: string, args: string[], environment: Environment = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, ...environment },
    });
    let stopCode: number | undefined;
    const onTerminate = () => {
      stopCode = 143;
      child.kill("SIGTERM");
    };
    // Ctrl-C reaches the child from the terminal; a second signal would cut its cleaning up short.
    const onInterrupt = () => (stopCode = 130);
    const unsubscribe = () => process.off("SIGTERM", onTerminate).off("SIGINT", onInterrupt);
    process.on("SIGTERM", onTerminate).on("SIGINT", onInterrupt);
    child.once("error", (fault) => {
      unsubscribe();
      reject(fault);
    });
    child.once("close", (code) => {
      unsubscribe();
      if (stopCode !== undefined) process.exit(stopCode);
      resolve(code ?? 1);
    });
  });
}

/** Runs a file of ours, or a tool of the lockfile, in this very Node: neither a shell nor PATH has a say. */
export function runNode(args: string[], environment: Environment = {}): Promise<number> {
  return run(process.execPath, args, environment);
}

/** Runs one of the project's tools; see `run`. */
export function runTool(tool: Tool, args: string[], environment: Environment = {}): Promise<number> {
  return runNode([join(root, "node_modules", tools[tool]), ...args], environment);
}

/** Builds the application as `npm run build` does. */
export function buildApplication(): Promise<number> {
  return runTool("remix", ["vite:build"], { NODE_ENV: "production" });
}

/** The time since `started` (a `performance.now()`), in words. */
export function secondsSince(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
