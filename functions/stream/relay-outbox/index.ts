import { relayPorts } from '../../../shared/wiring/relay.ts';
import { outboxIdOf } from '../../../shared/adapters/dynamodb/keys.ts';
import { deliver } from '../../../shared/application/relay/deliver.ts';
import { streamHandler } from '../../../shared/runtime/stream-handler.ts';

const ports = relayPorts();

export const handler = streamHandler((partitionKey) => deliver(ports, outboxIdOf(partitionKey)));
