export async function runScenarios(_word: string): Promise<string[]> {
  await Promise.resolve();
  return [];
}
