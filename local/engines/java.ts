import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const oldestVersion = 17;

const remedies: Readonly<Record<string, string>> = {
  linux: 'install it with "sudo apt-get install openjdk-17-jre-headless" (or your distribution\'s Java 17 package)',
  darwin: 'install it with "brew install --cask temurin"',
  win32: 'install it with "winget install EclipseAdoptium.Temurin.17.JRE"',
};

/**
 * The Java that runs DynamoDB Local: JAVA_HOME's if set, else the one on the PATH.
 * Throws one line naming the remedy for this platform when there is none or it is older than 17.
 */
export async function findJava(): Promise<string> {
  const home = process.env['JAVA_HOME'];
  const candidates = [...(home ? [join(home, 'bin', 'java')] : []), 'java'];
  let found: number | undefined;
  for (const command of candidates) {
    const version = await javaVersion(command);
    if (version !== undefined && version >= oldestVersion) return command;
    found ??= version;
  }
  const lack = found === undefined ? 'was not found' : `is needed, found ${found}`;
  const remedy = remedies[process.platform] ?? 'install a Java 17 runtime';
  throw new Error(`Java ${oldestVersion} or newer ${lack}: ${remedy}, or point JAVA_HOME to it`);
}

/** The feature version that `java -version` prints (17 for "17.0.15", 8 for "1.8.0_412"); undefined when it does not run. */
async function javaVersion(command: string): Promise<number | undefined> {
  try {
    const { stderr } = await promisify(execFile)(command, ['-version']);
    return parseJavaVersion(stderr);
  } catch {
    return undefined;
  }
}

export function parseJavaVersion(output: string): number | undefined {
  const version = /version "(?:1\.)?(\d+)/.exec(output)?.[1];
  return version === undefined ? undefined : Number(version);
}
