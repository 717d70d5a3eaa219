import { DuckDBInstance } from '@duckdb/node-api';

/** The engine's start to its first result. */
const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();
const answer = (await connection.runAndReadAll('SELECT 6 * 7')).getRows()[0]?.[0];
if (answer !== 42) throw new Error('the engine cannot count');
