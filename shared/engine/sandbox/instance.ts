import { type DuckDBConnection, DuckDBInstance, version } from '@duckdb/node-api';
import { textList } from './sql-text.ts';

export interface EngineLimits {
  /** DuckDB's own limit; what exceeds it spills to the temp folder. */
  readonly memoryMb: number;
  readonly threads: number;
  /** The process is killed when it has used this much of a processor; without it, whoever asks keeps the time. */
  readonly processorSeconds?: number;
}

export interface Sandbox {
  readonly instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
  /** From here on only these files can be read or written, and no setting can be changed. */
  readonly lock: (paths: readonly string[]) => Promise<void>;
  readonly close: () => void;
}

export const engineVersion = (): string => `duckdb ${version()}`;

/**
 * An in-memory DuckDB without extensions, network, secrets or other people's files. Settings that must stand before the
 * lock are given at creation; `lock` then closes it in the order that DuckDB demands (paths, access, configuration).
 */
export const openSandbox = async (tempFolder: string, limits: EngineLimits): Promise<Sandbox> => {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(limits.threads),
    memory_limit: `${limits.memoryMb}MB`,
    temp_directory: tempFolder,
    max_temp_directory_size: `${limits.memoryMb * 8}MB`,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_unsigned_extensions: 'false',
    allow_persistent_secrets: 'false',
  });
  const connection = await instance.connect();
  return {
    instance,
    connection,
    lock: async (paths) => {
      await connection.run("SET TimeZone = 'UTC'");
      await connection.run(`SET allowed_paths = ${textList(paths)}`);
      await connection.run('SET enable_external_access = false');
      await connection.run('SET lock_configuration = true');
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
};
