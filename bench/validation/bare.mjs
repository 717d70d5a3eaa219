import { DuckDBInstance } from '@duckdb/node-api';
import { text } from 'node:stream/consumers';

/**
 * DuckDB and nothing around it: views over files, then each rule as it is written, all its rows fetched.
 * Reads {settings, views, rules: [{code, sql}]} on stdin, tells the count of rows by code on stdout.
 */
const { settings, views, rules } = JSON.parse(await text(process.stdin));
const instance = await DuckDBInstance.create(':memory:', settings);
const connection = await instance.connect();
for (const view of views) await connection.run(view);
/** @type {Record<string, number>} */
const counts = {};
for (const { code, sql } of rules) counts[code] = (await connection.runAndReadAll(sql)).getRowsJson().length;
console.log(JSON.stringify(counts));
