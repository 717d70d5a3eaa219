import { createDynamoDbLocal } from '../../../local/engines/dynamodb-local.ts';
import { findJava } from '../../../local/engines/java.ts';
import { freePort } from './free-port.ts';

// A process of its own: it says where it listens, and ends when its input ends, however its parent ended.
const engine = createDynamoDbLocal({ java: await findJava(), port: await freePort(5000), isBrief: true });
await engine.start();
console.log(engine.endpoint);
process.stdin.resume().once('end', () => void engine.stop());
