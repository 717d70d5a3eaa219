import { createServer } from 'node:net';
import { createDynamoDbLocal } from '../../../local/engines/dynamodb-local.ts';
import { findJava } from '../../../local/engines/java.ts';

const portBase = 5000;

const isFree = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen(port, () => probe.close(() => answer(true)));
  });

const freePort = async (from: number): Promise<number> => ((await isFree(from)) ? from : freePort(from + 1));

// A process of its own: it says where it listens, and ends when its input ends, however its parent ended.
const engine = createDynamoDbLocal({ java: await findJava(), port: await freePort(portBase) });
await engine.start();
console.log(engine.endpoint);
process.stdin.resume().once('end', () => void engine.stop());
